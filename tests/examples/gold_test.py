#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Compares the five cascades of examples/data with what a careful person read in the papers.

The readings lie outside the repository, in ../shared/gold or $KEHOACH_SHARED_DIR/gold; without them
the test says that it skips (exit code 77). The days on which reports fall due are asked of the
program `kehoach` itself, named by $KEHOACH_PROGRAM.
"""
import glob
import json
import os
import subprocess
import sys
import unittest

SOURCE = os.environ.get("KEHOACH_SOURCE_DIR") or os.path.dirname(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SHARED = os.environ.get("KEHOACH_SHARED_DIR") or os.path.join(SOURCE, "..", "shared")
GOLD = os.path.join(SHARED, "gold")
DATA = os.path.join(SOURCE, "examples", "data")
PROGRAM = os.environ.get("KEHOACH_PROGRAM", "kehoach")

# stem -> key of the plan itself, a day before its first due day, words of the paper -> unit key
PLANS = {
    "000": ("000", "2025-08-01", {
        "Phòng Nghiệp vụ Dược Sở Y tế": "nvd", "Phòng nghiệp vụ Dược": "nvd",
        "Phòng Nghiệp vụ Dược": "nvd", "Phòng nghiệp vụ Y": "nvy", "Văn phòng Sở": "van-phong",
        "Văn phòng Sở Y tế": "van-phong", "Phòng kế hoạch tài chính Sở": "khtc",
        "Các Phòng chức năng": "phong-chuc-nang", "đơn vị trực thuộc": "don-vi-truc-thuoc",
        "Sở Y tế": "syt", "UBND tỉnh": "ubnd-tinh", "Chính phủ": "chinh-phu",
        "Ban Thường vụ Tỉnh ủy": "btv-tinh-uy", "Bộ Chính trị": "bct"}),
    "001": ("217/KH-BV", "2026-02-10", {
        "Phòng Tổ chức hành chính": "tchc", "Các khoa, phòng": "khoa-phong",
        "Các phòng khoa, phòng": "khoa-phong", "Các phòng chức năng": "phong-chuc-nang",
        "các đơn vị trực thuộc": "don-vi-truc-thuoc", "Bệnh viện Đa khoa Than Uyên": "bv",
        "Sở Y tế tỉnh Lai Châu": "syt-lai-chau", "Chính phủ": "chinh-phu", "Bộ Chính trị": "bct",
        "Ban Chấp hành Đảng bộ tỉnh": "dang-bo-tinh"}),
    "002": ("002", "2026-01-01", {
        "Sở, ban, ngành": "so-ban-nganh", "các sở, ban, ngành": "so-ban-nganh",
        "địa phương": "dia-phuong", "đơn vị": "don-vi", "đơn vị có liên quan": "don-vi",
        "cơ quan": "co-quan",
        "Thủ trưởng các sở, ban, ngành, cơ quan thuộc UBND tỉnh": "thu-truong",
        "UBND các xã, phường, đặc khu Lý Sơn": "ubnd-xa", "Sở Tài chính": "stc",
        "Thống kê tỉnh": "thong-ke", "Bảo hiểm xã hội tỉnh": "bhxh", "Sở Y tế": "syt",
        "UBND tỉnh": "ubnd-tinh", "Chủ tịch UBND tỉnh": "chu-tich",
        "Ủy ban nhân dân tỉnh Quảng Ngãi": "ubnd-tinh", "Chính phủ": "chinh-phu",
        "Ban Thường vụ Tỉnh ủy": "btv-tinh-uy", "Bộ Chính trị": "bct",
        "Thủ tướng Chính phủ": "ttg"}),
    "003": ("003", "2025-07-17", {
        "Ngành Y tế": "nganh-y-te", "Sở Y tế": "syt", "cơ quan chuyên môn": "co-quan-chuyen-mon",
        "đơn vị có liên quan trực tiếp đến nội dung kiến nghị": "don-vi-kien-nghi",
        "Công an tỉnh": "cong-an", "các cơ quan, đơn vị liên quan": "don-vi-lien-quan",
        "UBND tỉnh": "ubnd-tinh", "Sở Tài chính": "stc", "Sở Nội vụ": "snv",
        "Sở Khoa học và Công nghệ": "skhcn"}),
    "004": ("84/KH-SYT", "2025-04-22", {
        "Văn phòng Sở Y tế": "van-phong", "Sở Nội vụ": "snv", "Sở Y tế": "syt",
        "Sở Y tế tỉnh Kiên Giang": "syt", "các cơ quan, đơn vị có liên quan": "don-vi-lien-quan",
        "Sở Khoa học và Công nghệ": "skhcn", "Sở Tài chính": "stc", "UBND tỉnh": "ubnd-tinh",
        "Giám đốc (Thủ trưởng) các cơ quan, đơn vị thuộc, trực thuộc": "giam-doc-don-vi",
        "Phòng Kế hoạch – Tài chính Sở Y tế": "khtc", "Phòng Nghiệp vụ Dược Sở Y tế": "nvd",
        "Chính phủ": "chinh-phu", "Ban Thường vụ Tỉnh ủy": "btv-tinh-uy", "Tỉnh ủy": "tinh-uy",
        "Bộ Chính trị": "bct"}),
}

# relation in the reading -> relations of the cascade that say the same
RELATION = {"implements": {"implements"}, "mentions": {"cites"}, "pursuant_to": {"legal_basis"},
            "proposed_by": {"proposed_by"}, "annex_of": {"attached_to"}}
COMPARATORS = {">", ">=", "<", "<=", "=", "range"}
PERIOD = {"monthly": "month", "quarterly": "quarter", "half_year": "half_year", "yearly": "year"}


# kind of problem in a paper -> codes of which one must be found in its cascade, or why it cannot be:
# a cascade holds what a paper says, not how its text looks
TEXT = "the wording or layout of the text; `kehoach read` looks at it"
PROBLEMS = {
    "number_style_conflict": {"document_cited_in_two_styles"},
    "missing_number": {"document_without_symbol"},
    "lead_equals_support": {"lead_is_support"},
    "contradictory_bound": {"target_contradictory"},
    "report_order": {"report_order"},
    "malformed_symbol": {"document_cited_in_two_styles"},
    "cross_document_date_conflict": {"document_cited_with_two_dates"},
    "date_suspect_external": {"document_cited_with_two_dates"},
    "report_before_period_end": {"report_before_data_closes", "report_before_period_ends"},
    "missing_annex": {"no_lead"},
    "unstated_baseline": {"baseline_missing"},
    "no_deadlines": {"no_deadlines"},
    "no_reporting_duty": {"no_reports"},
    "impossible_date": {"impossible_date"},
    "number_conflict": {"document_cited_in_two_styles"},
    "date_conflict": {"document_cited_with_two_dates"},
    "reference_date_suspect_external": {"document_cited_with_two_dates"},
    "reports_coincide": {"reports_coincide"},
    "first_period_already_past": {"first_period_past"},
    "label_variant": TEXT, "typo": TEXT, "missing_full_stop": TEXT, "page_furniture": TEXT,
    "number_only_in_annex": TEXT, "flattened_table": TEXT, "two_column_merge": TEXT,
    "duplicate_numbering": TEXT, "recipient_over_two_lines": TEXT, "recipient_over_lines": TEXT,
    "spelling_variants": TEXT, "letter_sequence": TEXT, "duplicate_word": TEXT,
    "ocr_terminator": TEXT, "inconsistent_markdown_levels": TEXT,
    "incoming_stamp_in_heading": TEXT,
    "missing_year": "the cascade holds the year that the reader took from the plan",
    "copied_from_parent": "which units a hospital has is not in the paper, so nothing contradicts it",
}
# of one paper: what its cascade alone cannot tell, and what more must be found in it
ELSEWHERE = {("002", "cross_document_date_conflict"):
             "002 writes the right date; the wrong one is in 001 and is found there"}
ALSO = {("004", "date_conflict"): {"document_cited_before_issue"},
        ("004", "reports_coincide"): {"report_order"}, ("000", "missing_number"):
        {"document_without_date"}, ("002", "missing_number"): {"document_without_date"},
        ("003", "missing_number"): {"document_without_date"}}
# words that the message must hold, where one code finds several things
WORDS = {("001", "malformed_symbol", "66.7/2025.NQ-CP"): "66.7/2025.NQ-CP",
         ("001", "malformed_symbol", "08- NQ/TU"): "08- NQ/TU",
         ("001", "cross_document_date_conflict", None): "72-NQ/TW",
         ("001", "date_suspect_external", None): "71-NQ/TW",
         ("000", "number_style_conflict", None): "547/KH-TU",
         ("004", "number_conflict", None): "841/KH-SYT",
         ("004", "date_conflict", None): "02/4/2025",
         ("004", "reference_date_suspect_external", None): "03/NQ-CP",
         ("004", "impossible_date", None): "31/11"}


def core(items):
    return [i for i in items if not i.get("optional")]


def load(pattern):
    with open(glob.glob(pattern)[0], encoding="utf-8") as file:
        return json.load(file)


class Case(unittest.TestCase):
    """The same promises for each plan; `stem` is set by the loader below."""
    stem = None

    def setUp(self):
        self.gold = load(os.path.join(GOLD, self.stem + "_*.json"))
        paths = [p for p in glob.glob(os.path.join(DATA, self.stem + "_*.json"))
                 if ".observations." not in p]
        self.assertEqual(len(paths), 1)
        self.path = paths[0]
        self.plan = load(self.path)
        self.key, self.start, self.units = PLANS[self.stem]
        self.documents = {d["key"]: d for d in self.plan["documents"]}
        self.document = self.documents[self.key]

    def own(self, kind):
        return [i for i in self.plan.get(kind, []) if i["document"] == self.key]

    def unit_keys(self, words):
        return [self.units[w] for w in words or []]

    def test_the_document_has_the_symbol_the_type_the_issuer_and_the_date_of_the_paper(self):
        read = self.gold["document"]
        self.assertEqual(self.document.get("symbol"), read["symbol_normalised"])
        self.assertEqual(self.document.get("type"), read["type"])
        self.assertEqual(self.document.get("issued"), read["issued"])
        self.assertEqual(self.document["issuer"], self.units[read["issuer"]])

    def test_every_task_of_the_paper_is_there_and_no_other(self):
        paths = [t["path"] for t in self.own("tasks")]
        self.assertEqual(len(paths), len(set(paths)))
        self.assertEqual(set(paths), {t["path"] for t in core(self.gold["tasks"])})

    def test_tasks_have_the_leads_and_supports_of_the_paper(self):
        mine = {t["path"]: t for t in self.own("tasks")}
        for read in core(self.gold["tasks"]):
            task = mine[read["path"]]
            lead = read["lead"] or read.get("lead_inferred", [])
            self.assertEqual(task.get("leads", []), self.unit_keys(lead), read["path"])
            self.assertEqual(task.get("supports", []), self.unit_keys(read["support"]),
                             read["path"])

    def test_tasks_have_the_deadlines_of_the_paper(self):
        mine = {t["path"]: t for t in self.own("tasks")}
        for read in core(self.gold["tasks"]):
            rule, want, path = mine[read["path"]].get("deadline", {}), read["deadline"], read["path"]
            self.assertEqual(rule.get("kind", "none"), want["kind"], path)
            self.assertEqual(rule.get("last"), want["end"], path)
            self.assertEqual(rule.get("first"), want["start"], path)
            self.assertEqual(rule.get("exclusive", False), want["end_exclusive"], path)
            if want["recurrence"]:
                recurrence = rule["recurrence"]
                self.assertEqual(recurrence["period"], "year", path)
                if want["recurrence"] == "yearly on 07 April":
                    self.assertEqual((recurrence["month"], recurrence["day"]), (4, 7))

    def test_references_have_the_symbol_the_date_and_the_relation_of_the_paper(self):
        relations = {}
        for relation in self.document.get("relations", []):
            relations.setdefault(relation["to"], []).append(relation)
        slip = self.documents.get("phieu-xu-ly", {}).get("relations", [])
        cited = set()
        for read in core(self.gold["references"]):
            symbol, date = read["official_form"], read["date"]
            if symbol == self.document.get("symbol"):  # the annex names the plan it belongs to
                self.assertEqual(date, self.document["issued"])
                continue
            if symbol in {r.get("cited_symbol") for r in slip}:  # the routing slip names the plan
                self.assertEqual([date], [r["cited_date"] for r in slip])
                continue
            cited.add(symbol)
            self.assertIn(symbol, relations)
            accepted = set()
            for name in [read["relation"]] + read.get("accept_relations", []):
                accepted |= RELATION[name]
            self.assertTrue({r["relation"] for r in relations[symbol]} & accepted, symbol)
            self.assertEqual({r.get("cited_date") for r in relations[symbol]}, {date}, symbol)
            self.assertEqual(any("via" in r for r in relations[symbol]), not read["direct"], symbol)
            issuer = read["issuer"]
            if issuer in self.units:
                self.assertEqual(self.documents[symbol]["issuer"], self.units[issuer], symbol)
        self.assertEqual(cited, set(relations))

    def test_reports_go_from_whom_to_whom_in_which_period_as_the_paper_says(self):
        want = []
        for read in core(self.gold["reports"]):
            if read["path"] in ("IV.3", "IV.4") and read.get("by_reference"):
                periods = ["quarter", "half_year", "year"]  # one entry stands for the three of IV.1
            else:
                periods = [PERIOD[read["period"]]]
            for period in periods:
                want.append((read["path"], period, self.unit_keys(read["from"]),
                             self.unit_keys(read["to"]), bool(read["exclusive"])))
        mine = []
        for report in self.own("reports"):
            recurrence = report["due"]["recurrence"]
            mine.append((report["path"], recurrence["period"], report["from"], report["to"],
                         recurrence.get("exclusive", False)))
        self.assertEqual(sorted(mine), sorted(want))

    def test_reports_fall_due_on_the_days_of_the_paper(self):
        if not self.own("reports"):
            self.assertEqual(core(self.gold["reports"]), [])
            return
        run = subprocess.run([PROGRAM, "due", self.path, "--as-of", self.start, "--within", "270",
                              "--json"], stdout=subprocess.PIPE, check=True, encoding="utf-8")
        lines = [json.loads(line) for line in run.stdout.splitlines()]
        reports = {r["key"]: r for r in self.own("reports")}
        mine = {}
        for line in lines:
            if line["kind"] == "report":
                report = reports[line["key"]]
                by_reference = report["path"] in ("IV.3", "IV.4")
                period = "all" if by_reference else report["due"]["recurrence"]["period"]
                mine.setdefault((report["path"], period, report["from"][0]), set()).add(
                    line["written"])
        for read in core(self.gold["reports"]):
            if not read["due_dates"]:
                continue
            period = "all" if read.get("by_reference") else PERIOD[read["period"]]
            days = mine[(read["path"], period, self.units[read["from"][0]])]
            year = {d[:4] for d in read["due_dates"]}
            within = {d for d in days if d[:4] in year and d <= max(read["due_dates"])}
            self.assertEqual(within, set(read["due_dates"]), read["path"])

    def test_an_impossible_due_day_is_kept_as_written(self):
        impossible = [r for r in self.gold["reports"] if r.get("due_dates_suggested")]
        for read in impossible:
            rules = [r["due"]["recurrence"] for r in self.own("reports")
                     if r["path"] == read["path"] and r["from"] == self.unit_keys(read["from"])
                     and r["due"]["recurrence"]["period"] == PERIOD[read["period"]]]
            self.assertEqual([(r["month"], r["day"]) for r in rules], [(11, 31)])

    def test_targets_have_the_comparator_the_value_and_the_day_of_the_paper(self):
        want = []
        for read in core(self.gold["targets"]):
            accepted = COMPARATORS & {read["comparator"], *read.get("accept_comparators", [])}
            if read["comparator"] == "decrease_by":
                accepted = {"range"}
            elif read["comparator"] == "increase_by":
                accepted = {">="}
            by = read["by"] + "-12-31" if read["by"] else None
            want.append((read["path"], read["value"], by, accepted, read))
        mine = self.own("targets")
        self.assertEqual(len(mine), len(want))
        for path, value, by, accepted, read in want:
            bounds = [value["min"], value["max"]] if isinstance(value, dict) else [value]
            if read["comparator"] == "decrease_by":
                bounds = [-bound for bound in reversed(bounds)]
            found = [t for t in mine if t["path"] == path and t.get("comparator", ">=") in accepted
                     and t["milestones"][0].get("by") == by
                     and [t["milestones"][0].get(k) for k in ("bound", "upper")][:len(bounds)]
                     == bounds]
            self.assertTrue(found, read["raw"])
            self.assertEqual(found[0].get("relative", "absolute") != "absolute",
                             read["relative_to_baseline"], read["raw"])
            self.assertEqual(found[0].get("executing", []),
                             self.unit_keys(read["executing_unit"]), read["raw"])
            self.assertEqual([found[0]["monitoring"]] if "monitoring" in found[0] else [],
                             self.unit_keys(read["monitoring_unit"]), read["raw"])

    def test_every_problem_of_the_paper_is_found_or_known_to_be_beyond_a_cascade(self):
        run = subprocess.run([PROGRAM, "check", self.path, "--as-of", self.start, "--json"],
                             stdout=subprocess.PIPE, check=False, encoding="utf-8")
        self.assertIn(run.returncode, (0, 1))
        findings = [json.loads(line) for line in run.stdout.splitlines()]
        for problem in self.gold["problems"]:
            kind = problem["kind"]
            self.assertIn(kind, PROBLEMS)
            wanted = PROBLEMS[kind]
            reason = wanted if isinstance(wanted, str) else ELSEWHERE.get((self.stem, kind))
            if reason:
                continue
            words = next((w for (stem, k, detail), w in WORDS.items() if (stem, k) ==
                          (self.stem, kind) and detail in (None, problem.get("detail"))), "")
            found = [f for f in findings if f["code"] in wanted and words in f["message"]
                     and f["path"] == problem.get("path", f["path"])]
            self.assertTrue(found, problem)
            for code in ALSO.get((self.stem, kind), ()):
                self.assertTrue([f for f in findings if f["code"] == code], code)

    def test_what_is_made_up_says_so(self):
        made_up = [u for u in self.plan["units"] if u["key"].startswith("minh-hoa-")]
        for unit in made_up:
            self.assertIn("(minh họa)", unit["name"])
        observations = load(self.path.replace(".json", ".observations.json"))
        self.assertEqual(set(observations), {"format", "observations"})
        for observation in observations["observations"]:
            self.assertTrue(observation["key"].startswith("minh-hoa-"))
            self.assertEqual(observation["note"], "minh họa")
        self.assertNotIn("observations", self.plan)


def main():
    if not os.path.isdir(GOLD):
        print("skipped: no readings to compare with (../shared/gold is not there)")
        return 77
    suite = unittest.TestSuite()
    for stem in PLANS:
        case = type("Plan" + stem, (Case,), {"stem": stem})
        suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(case))
    return 0 if unittest.TextTestRunner(stream=sys.stdout).run(suite).wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
