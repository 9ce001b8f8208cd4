// SPDX-License-Identifier: BSL-1.0
// node_test.js KEHOACH.NODE PLAN.json: every call, and what is refused, as a program in Node.js sees it.
"use strict";
const assert = require("assert");
const fs = require("fs");
const path = require("path");

const { Engine, Evaluation, addWorkingDays, version } = require(path.resolve(process.argv[2]));
const plan = fs.readFileSync(process.argv[3], "utf8");

const refused = (code, call) =>
  assert.throws(call, (error) => error.code === code && error.message.length > 0);

const engine = new Engine(plan);
const answers = new Evaluation(engine, "2026-05-18");
assert(version() >= 1000);
assert.strictEqual(addWorkingDays("2025-04-29", 1), "2025-05-05");

for (const language of ["vi", "en"]) {
  const findings = answers.findings(language);
  assert(findings.length > 0 && findings.every((row) => row.message.length > 0 && row.code.length > 0));
  assert(answers.explain("report", "217/KH-BV/6-thang", 7, language)[0].text.length > 0);
}
assert.notStrictEqual(answers.findings("vi")[0].message, answers.findings("en")[0].message);
assert.strictEqual(answers.findings()[0].message, answers.findings("vi")[0].message);
const sums = answers.rollup();
assert(sums.total > 0 && sums.total >= sums.done && (sums.progress === null || /^\d/.test(sums.progress)));
assert(answers.verdicts().every((row) => row.kind === "target" && row.compliance.length > 0));
assert(answers.due("2026-01-01", "2026-12-31").every((row) => /^2026-\d\d-\d\d$/.test(row.due)));

// What the library refuses is an Error with its code; what Node hands over wrongly a TypeError.
refused("syntax", () => new Engine("{"));
refused("outside_calendar", () => new Evaluation(engine, "1966-10-14"));
refused("impossible_date", () => new Evaluation(engine, "2026-11-31"));
refused("syntax", () => new Evaluation(engine, "18/5/2026"));
refused("unknown_key", () => answers.explain("task", "nobody", 7));
refused("invalid_value", () => answers.explain("sheep", "nobody", 7));
refused("invalid_value", () => answers.explain("report", "217/KH-BV/6-thang", 99));
assert.throws(() => new Engine(), TypeError);
assert.throws(() => new Engine(42), TypeError);
assert.throws(() => new Evaluation({}, "2026-05-18"), TypeError);
assert.throws(() => new Evaluation(answers, "2026-05-18"), TypeError);
assert.throws(() => engine.addJson.call(answers, plan), TypeError);
assert.throws(() => answers.rollup.call({}), TypeError);
assert.throws(() => answers.due("2026-01-01"), TypeError);
assert.throws(() => answers.explain("report", "217/KH-BV/6-thang"), TypeError);

// Handles go with their objects, in any order.
for (let i = 0; i < 300; ++i) new Evaluation(new Engine(plan), "2026-05-18").overdue();
if (global.gc) global.gc();
