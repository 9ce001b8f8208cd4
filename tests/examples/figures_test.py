#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Tables, partial sums, series, adequacy, scores and tallies, as the program shows them."""
import json
import os
import subprocess
import tempfile
import unittest

SOURCE = os.environ.get("KEHOACH_SOURCE_DIR") or os.path.dirname(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DATA = os.path.join(SOURCE, "examples", "data")
PROGRAM = os.environ.get("KEHOACH_PROGRAM", "kehoach")
HOSPITAL = [os.path.join(DATA, "001_bv_than_uyen_217kh.json"),
            os.path.join(DATA, "001_bv_than_uyen_217kh.observations.json")]
DAY = ["--as-of", "2026-05-18"]


def run(*words):
    done = subprocess.run([PROGRAM, *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


def lines(*words):
    code, out, err = run(*words, "--json")
    assert (code, err) == (0, ""), (code, err)
    return [json.loads(line) for line in out.splitlines()]


def national():
    """A ministry and two provinces, whose tasks implement one another's, as three files and as one."""
    units = [{"key": "bo", "name": "Bộ", "level": "ministry"}]
    documents = [{"key": "BO", "symbol": "1/KH-BYT", "issuer": "bo", "issued": "2026-01-05"}]
    for number in ("1", "2"):
        units.append({"key": "t" + number, "name": "Tỉnh " + number, "level": "province",
                      "parent": "bo"})
        documents.append({"key": "T" + number, "symbol": number + "/KH-UBND", "issuer": "t" + number,
                          "issued": "2026-02-02"})
    tasks = {
        "bo1": ("BO", "bo", []), "bo2": ("BO", "bo", []),
        "a1": ("T1", "t1", ["bo1", "bo2"]),           # a diamond within the shard of province 1
        "a2": ("T1", "t1", ["bo1"]),
        "b1": ("T2", "t2", ["a2", "bo2"]),            # one across the shards of both
        "b2": ("T2", "t2", ["bo2"]),
    }
    done = ["a1", "a2", "b1"]

    def cascade(keys):
        return {"format": "kehoach.cascade/1", "units": units, "documents": documents,
                "tasks": [{"key": key, "name": key, "document": tasks[key][0],
                           "leads": [tasks[key][1]], "implements": tasks[key][2]} for key in keys],
                "observations": [{"what": "done", "task": key, "date": "2026-03-03"}
                                 for key in keys if key in done]}

    return {"all": cascade(tasks), "bo": cascade(["bo1", "bo2"]),
            "t1": cascade(["bo1", "bo2", "a1", "a2"]),
            "t2": cascade(["bo1", "bo2", "a2", "b1", "b2"])}


class Figures(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name, content):
        path = os.path.join(self.folder.name, name)
        with open(path, "w", encoding="utf-8") as out:
            json.dump(content, out, ensure_ascii=False)
        return path

    def test_a_table_has_cells_and_totals_over_distinct_tasks(self):
        found = lines("rollup", *HOSPITAL, *DAY, "--by", "unit,status")
        total = [line for line in found if (line["row"], line["column"]) == ("*", "*")]
        self.assertEqual(total[0]["total"], 9)
        rows = {line["row"]: line["total"] for line in found if line["column"] == "*"}
        self.assertGreater(sum(rows.values()), rows["*"])
        self.assertIn("Cộng", run("rollup", *HOSPITAL, *DAY, "--by", "level,quarter")[1])

    def test_the_tasks_behind_a_cell_are_as_many_as_it_says(self):
        for line in lines("rollup", *HOSPITAL, *DAY, "--by", "unit,status"):
            if "*" in (line["row"], line["column"]):
                continue
            cell = line["row"] + "," + line["column"]
            tasks = lines("rollup", *HOSPITAL, *DAY, "--by", "unit,status", "--cell", cell)
            self.assertEqual(len(tasks), line["total"], cell)
            self.assertEqual({task["status"] for task in tasks}, {line["column"]})

    def test_merged_shards_are_the_whole_to_the_byte(self):
        paths = {name: self.file(name + ".json", plan) for name, plan in national().items()}
        parts = []
        for name, own in (("bo", "bo:own"), ("t1", "t1"), ("t2", "t2")):
            parts.append(os.path.join(self.folder.name, name + ".khp"))
            self.assertEqual(run("rollup", paths[name], *DAY, "--by", "under,status", "--own", own,
                                 "--save-partial", parts[-1])[0], 0)
        whole, merged = (os.path.join(self.folder.name, n) for n in ("whole.khp", "merged.khp"))
        run("rollup", paths["all"], *DAY, "--by", "under,status", "--save-partial", whole)
        found = lines("rollup", "--merge", parts[2], parts[0], parts[1], "--save-partial", merged)
        with open(whole, "rb") as a, open(merged, "rb") as b:
            self.assertEqual(a.read(), b.read())
        under = {line["row"]: line for line in found if line["column"] == "*"}
        self.assertEqual(under["bo1"]["total"], 3)  # a1, a2, b1
        self.assertEqual(under["bo2"]["total"], 3)  # a1, b1, b2
        self.assertEqual(under["bo1"]["leaves"], 2)  # a2 is implemented, in another shard
        self.assertIn("bo1", run("rollup", "--merge", parts[1], parts[2])[1])  # who is missing

    def test_what_is_no_partial_is_refused_with_one_line(self):
        plain = self.file("plain.khp", {})
        for words in (["rollup", "--merge", plain], ["rollup", "--merge"],
                      ["rollup", *HOSPITAL, *DAY, "--by", "colour"],
                      ["rollup", *HOSPITAL, *DAY, "--by", "unit", "--cell", "nobody"],
                      ["rollup", "--published", "total=x"], ["kpi", *HOSPITAL, *DAY, "--score"],
                      ["kpi", *HOSPITAL, *DAY, "--series", "decade"]):
            code, out, err = run(*words)
            self.assertEqual((code, out), (2, ""), words)
            self.assertRegex(err, r"\Akehoach: [^\n]+\n\Z", words)

    def test_a_series_has_a_point_for_each_period_up_to_the_day(self):
        points = lines("kpi", *HOSPITAL, *DAY, "--series", "month")
        self.assertEqual({p["first"] for p in points}, {"2026-0%d-01" % m for m in range(1, 6)})
        self.assertEqual(points[-1]["as_of"], "2026-05-18")

    def test_reports_and_what_holds_things_up(self):
        detail = lines("rollup", *HOSPITAL, *DAY, "--detail")[0]
        self.assertLessEqual(set(detail["missing"]), set(detail["expected"]))
        self.assertEqual(detail["worst"], "suspended")
        self.assertTrue(detail["causing"])

    def test_adequacy_and_points(self):
        plan = national()["all"]
        plan["indicators"] = [{"key": "i", "name": "Bác sĩ", "aggregation": "sum"}]
        for key, unit, bound in (("bo", "bo", 100), ("t1", "t1", 50), ("t2", "t2", 40)):
            plan.setdefault("targets", []).append(
                {"key": key, "indicator": "i", "unit": unit,
                 "milestones": [{"by": "2026-12-31", "bound": bound}]})
        path = self.file("plan.json", plan)
        above = lines("kpi", path, *DAY, "--adequacy", "--target", "bo")[0]
        self.assertEqual((above["outcome"], above["implied_low"], above["short_by"]),
                         ("not_implied", 90, 10))
        for task in plan["tasks"]:
            task["deadline"] = {"kind": "by_date", "last": "2026-03-31"}
        path = self.file("plan.json", plan)
        score = lines("kpi", path, *DAY, "--score", "--unit", "t1", "--from", "2026-01-01", "--to",
                      "2026-03-31", "--general", "25")[0]
        self.assertEqual((score["quantity"], score["total"], score["grade"]), (100, 95, "excellent"))

    def test_the_published_tally_that_does_not_add_up(self):
        found = lines("rollup", "--published", "total=9831,done=7892,open_in_time=1602,"
                      "open_overdue=319,done%=80.3,open_in_time%=16.47")
        self.assertEqual(found[0]["computed"], 9813)
        self.assertIn("1.620", found[0]["message"])
        self.assertEqual(run("rollup", "--published", "total=833,done=585,open_in_time=67,"
                             "open_overdue=181", "--lang", "en")[1], "The published figures fit.\n")


if __name__ == "__main__":
    unittest.main()
