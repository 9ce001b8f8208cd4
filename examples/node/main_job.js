// SPDX-License-Identifier: BSL-1.0
// The main job in Node.js: load a plan and what was reported, name a day, ask.
//
//     node main_job.js KEHOACH.NODE PLAN.json OBSERVATIONS.json
"use strict";
const fs = require("fs");
const path = require("path");

const deadline = 0; // KH_ASPECT_DEADLINE

const [module_path, plan, observations] = process.argv.slice(2);
const { Engine, Evaluation, addWorkingDays } = require(path.resolve(module_path));

/** "2026-05-18" as people write it: 18/5/2026, 01/6/2026. */
function vietnamese(day) {
  const [year, month, date] = day.split("-");
  return `${date}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

function showRows(rows) {
  for (const row of rows) console.log(`  ${vietnamese(row.due)}  ${row.label}, ${row.status}`);
}

const engine = new Engine(fs.readFileSync(plan, "utf8"));
engine.addJson(fs.readFileSync(observations, "utf8"));
const today = "2026-05-18";
const end = addWorkingDays(today, 30);
const answers = new Evaluation(engine, today);

console.log(`Quá hạn ngày ${vietnamese(today)}:`);
showRows(answers.overdue());
console.log(`Đến hạn trước hết ngày ${vietnamese(end)}:`);
showRows(answers.due(today, end));

const sums = answers.rollup();
console.log(`Nhiệm vụ: ${sums.total}, xong ${sums.done}, quá hạn ${sums.overdue}`);
for (const target of answers.verdicts()) {
  const actual = target.actual === null ? "" : `, thực tế ${target.actual.replace(".", ",")}`;
  console.log(`Chỉ tiêu ${target.path}: ${target.compliance}${actual}`);
}

console.log("Vì sao báo cáo 6 tháng có hạn như vậy:");
for (const reason of answers.explain("report", "217/KH-BV/6-thang", deadline, "vi"))
  console.log(`${"  ".repeat(reason.depth + 1)}${reason.text}`);
