#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What the program `kehoach` promises to whoever calls it: exit codes, one clear line, JSON lines."""
import json
import os
import shutil
import subprocess
import tempfile
import unittest

SOURCE = os.environ.get("KEHOACH_SOURCE_DIR") or os.path.dirname(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DATA = os.path.join(SOURCE, "examples", "data")
PROGRAM = os.environ.get("KEHOACH_PROGRAM", "kehoach")
HOSPITAL = os.path.join(DATA, "001_bv_than_uyen_217kh.json")
REPORTED = os.path.join(DATA, "001_bv_than_uyen_217kh.observations.json")
KIEN_GIANG = os.path.join(DATA, "004_syt_kien_giang_84kh.json")
DAY = ["--as-of", "2026-05-18"]
PAPERS = [os.path.join(SOURCE, "tests", "data", "cascade", name)
          for name in ("1_tinh.txt", "2_so.txt", "3_benh_vien.txt")]


def run(*words):
    done = subprocess.run([PROGRAM, *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


def lines(*words):
    return [json.loads(line) for line in run(*words, "--json")[1].splitlines()]


class WrongUse(unittest.TestCase):
    def refused(self, *words):
        code, out, err = run(*words)
        self.assertEqual(code, 2, words)
        self.assertEqual(out, "", words)
        self.assertRegex(err, r"\Akehoach: [^\n]+\n\Z", words)
        return err

    def test_wrong_use_is_refused_with_one_line_and_exit_code_2(self):
        self.refused()
        self.refused("nothing")
        self.refused("due")
        self.refused("due", HOSPITAL)
        self.refused("due", HOSPITAL, "--as-of")
        self.refused("due", HOSPITAL, "--as-of", "2025-02-29")
        self.refused("due", HOSPITAL, "--as-of", "18/5/2026")
        self.refused("due", HOSPITAL, *DAY, "--within", "ten")
        self.refused("due", HOSPITAL, *DAY, "--within", "-1")
        self.refused("due", HOSPITAL, *DAY, "--lang", "fr")
        self.refused("due", HOSPITAL, *DAY, "--colour")
        self.refused("due", HOSPITAL, *DAY, "--unit", "nobody")
        self.refused("explain", HOSPITAL, *DAY)
        self.refused("explain", HOSPITAL, *DAY, "--task", "nothing")
        self.refused("explain", HOSPITAL, *DAY, "--task", "37/KH-SYT", "--chains", "0")
        self.refused("explain", HOSPITAL, *DAY, "--unit", "bvdk-than-uyen", "--chains", "2")
        self.refused("explain", HOSPITAL, *DAY, "--document", "217/KH-BV", "--late")
        self.refused("explain", HOSPITAL, *DAY, "--task", "02/NQ-CP", "--why", "not")
        self.refused("explain", HOSPITAL, *DAY, "--task", "02/NQ-CP", "--why", "verdict")

    def test_a_day_outside_the_calendar_is_refused(self):
        self.refused("due", HOSPITAL, "--as-of", "1999-01-01")
        self.refused("calendar", "--as-of", "1999-01-01")
        self.refused("due", HOSPITAL, "--as-of", "2100-12-30")
        for year in ("2017", "2061", "1899", "hai nghìn", ""):
            self.refused("calendar", "--year", year)
        self.assertIn("không có năm 2017", self.refused("calendar", "--year", "2017"))
        self.assertIn("2060-12-31", self.refused("calendar", "--year", "2061", "--lang", "en"))
        self.assertIn("2018", self.refused("calendar", "--year", "1899"))
        self.assertIn("2018-01-01 to 2060-12-31", self.refused("due", HOSPITAL, "--as-of",
                                                               "2080-01-01"))

    def test_the_window_ends_with_the_calendar_unless_it_was_asked_for(self):
        for day in ("2060-12-01", "2060-12-31"):
            code, out, err = run("due", HOSPITAL, "--as-of", day)
            self.assertEqual((code, err), (0, ""))
            self.assertIn("31/12/2060", out)
        err = self.refused("due", HOSPITAL, "--as-of", "2060-12-31", "--within", "30")
        self.assertIn("31/12/2060", err)

    def test_an_option_of_another_command_or_twice_is_refused(self):
        for words in (["due", HOSPITAL, *DAY, "--task", "x"], ["check", HOSPITAL, *DAY, "--within", "3"],
                      ["kpi", HOSPITAL, *DAY, "--by", "unit"], ["rollup", HOSPITAL, *DAY, "--dot"],
                      ["explain", HOSPITAL, *DAY, "--task", "37/KH-SYT", "--burden"],
                      ["calendar", "--year", "2026", "--on", "2026-01-01"],
                      ["deadline", "trước 31/7/2025", "--on", "2025-01-01", *DAY],
                      ["read", PAPERS[0], *DAY]):
            for language, say in (("vi", "không có tùy chọn "), ("en", "has no option ")):
                refusal = self.refused(*words, "--lang", language)
                self.assertIn(say, refusal)
                self.assertIn(words[0], refusal)
        self.assertIn("hai lần", self.refused("due", HOSPITAL, *DAY, *DAY))
        self.assertIn("given twice", self.refused("due", HOSPITAL, *DAY, "--json", "--json",
                                                  "--lang", "en"))
        self.assertIn("--unit", self.refused("calendar", "--year", "2026", "--unit", "x"))
        for words in (["kpi", HOSPITAL, *DAY, "--unit", "x"], ["rollup", HOSPITAL, *DAY, "--cell", "x,y"],
                      ["kpi", HOSPITAL, *DAY, "--from", "2026-01-01"],
                      ["rollup", HOSPITAL, *DAY, "--unit", "x"], ["read", PAPERS[0], "--accept", "1"],
                      ["calendar", "--year", "2026", "--within", "3"]):
            self.assertIn("chỉ dùng cùng với", self.refused(*words))
            self.assertIn("together with", self.refused(*words, "--lang", "en"))

    def test_unreadable_bytes_never_become_tasks(self):
        noise = bytes(range(256)) * 40
        with tempfile.TemporaryDirectory() as folder:
            def refuse(name, data):
                path = os.path.join(folder, name)
                with open(path, "wb") as file:
                    file.write(data)
                self.assertIn(name, self.refused("read", path))
                self.refused("read", path, "--cascade", "--json")
            refuse("noise.txt", noise)
            for name in ("a.pdf", "A.PDF", "a.docx", "a.Docx"):
                refuse(name, noise)
                refuse(name, "KẾ HOẠCH\nI. NHIỆM VỤ\n1. Làm.\n".encode())
                refuse(name, b"")

    def test_a_complaint_shows_control_characters(self):
        self.assertIn("<U+001B>[2J", self.refused("due", HOSPITAL, *DAY, "--unit", "\x1b[2J"))

    def test_questions_about_time_are_refused_with_one_line(self):
        self.refused("calendar")
        self.refused("calendar", "--year", "2026", "--known-on", "1/1/2026")
        self.refused("deadline")
        self.refused("deadline", "trước 31/7/2025")
        self.refused("deadline", "trước", "31/7/2025", "--on", "2025-01-01")
        self.refused("deadline", "trước 31/7/2025", "--on", "2025-02-30")
        for words in ("", "Sở Y tế", "\n", "x" * 100000):
            err = self.refused("deadline", words, "--on", "2025-01-01")
            self.assertIn("thời hạn", err)
        err = self.refused("deadline", "Sở Y tế", "--on", "2025-01-01", "--lang", "en")
        self.assertIn("without guessing", err)

    def test_unreadable_input_is_refused_naming_the_file(self):
        self.assertIn("no-such-file", self.refused("check", "no-such-file", *DAY))
        self.assertIn(DATA, self.refused("check", DATA, *DAY))
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            file.write('{"format": "kehoach.cascade/1",\n "task": []}')
            file.flush()
            error = self.refused("check", file.name, *DAY)
            self.assertIn(file.name, error)
            self.assertIn("line 2", error)

    def test_the_same_items_twice_are_refused(self):
        self.refused("check", HOSPITAL, HOSPITAL, *DAY)

    def test_complaints_are_in_the_language_asked_for(self):
        self.assertIn("needs the day", self.refused("due", HOSPITAL, "--lang", "en"))
        self.assertIn("hỏi cho ngày nào", self.refused("due", HOSPITAL))


class Answers(unittest.TestCase):
    def test_check_leaves_with_1_where_there_is_an_error_and_0_where_there_is_none(self):
        code, out, err = run("check", KIEN_GIANG, "--as-of", "2025-11-03")
        self.assertEqual((code, err), (1, ""))
        self.assertIn("31/11", out)
        severities = {line["severity"] for line in lines("check", HOSPITAL, *DAY)}
        self.assertEqual(run("check", HOSPITAL, *DAY)[0], int("error" in severities))

    def test_check_leaves_with_1_from_the_severity_asked_for_on(self):
        words = ["check", HOSPITAL, *DAY, "--fail-on"]  # warnings and a note, no error
        self.assertEqual({line["severity"] for line in lines("check", HOSPITAL, *DAY)},
                         {"warning", "note"})
        self.assertEqual([run(*words, level)[0] for level in ("error", "warning", "note", "never")],
                         [0, 1, 1, 0])
        self.assertEqual(run("check", KIEN_GIANG, "--as-of", "2025-11-03", "--fail-on", "never")[0],
                         0)
        self.assertEqual(run(*words, "worse")[0], 2)

    def test_check_tells_how_many_reports_each_office_owes(self):
        months = lines("check", KIEN_GIANG, "--as-of", "2025-06-03", "--burden")
        june = {m["unit"]: (m["reports"], m["mergeable"]) for m in months
                if m["month"] == "2025-06-01"}
        self.assertEqual(june, {unit: (2, 1) for unit in
                                ("syt", "van-phong", "nvd", "minh-hoa-bv-a", "minh-hoa-tt-b")})

    def test_findings_say_their_place_once_and_sources_in_words(self):
        text = run("check", KIEN_GIANG, "--as-of", "2025-11-03")[1]
        for paragraph in text.split("\n  - ")[1:]:
            self.assertLessEqual(" ".join(paragraph.split()).count("84/KH-SYT, mục"), 1)
        explained = run("explain", os.path.join(DATA, "000_so_y_te_168kh.json"), "--as-of",
                        "2025-07-03", "--task", "000/III.1")[1]
        self.assertNotIn("[policy]", explained)

    def test_help_is_an_answer(self):
        for words in (["help"], ["--help"], ["due", "-h"], ["help", "--lang", "en"]):
            code, out, err = run(*words)
            self.assertEqual((code, err), (0, ""))
            self.assertIn("--as-of", out)

    def test_json_is_one_object_a_line_with_the_same_members_in_every_line(self):
        for command in ("check", "due", "rollup", "kpi", "calendar"):
            found = lines(command, HOSPITAL, REPORTED, *DAY)
            self.assertTrue(found, command)
            if command != "due":  # tasks and reports differ
                self.assertEqual(len({tuple(line) for line in found}), 1, command)
        self.assertTrue(lines("explain", HOSPITAL, REPORTED, *DAY, "--task", "37/KH-SYT"))

    def test_a_drawing_is_one_that_graphviz_reads(self):
        words = ["explain", HOSPITAL, REPORTED, *DAY, "--task", "37/KH-SYT", "--dot"]
        for extra in ([], ["--lang", "en"]):
            code, out, err = run(*words, *extra)
            self.assertEqual((code, err), (0, ""))
            self.assertTrue(out.startswith("digraph reasons {\n") and out.endswith("}\n"))
            if shutil.which("dot"):
                drawn = subprocess.run(["dot", "-Tcanon"], input=out, text=True,
                                       capture_output=True, check=True)
                self.assertEqual(drawn.stdout.count("->"), out.count(" -> "))
                self.assertEqual(drawn.stderr, "")

    def test_the_same_question_twice_has_the_same_answer(self):
        for command in ("check", "due", "rollup", "kpi", "calendar"):
            for extra in ([], ["--json"], ["--lang", "en"]):
                words = [command, HOSPITAL, REPORTED, *DAY, *extra]
                self.assertEqual(run(*words), run(*words))

    def test_an_empty_answer_says_so(self):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            file.write('{"format": "kehoach.cascade/1"}')
            file.flush()
            for command in ("check", "due", "rollup", "kpi"):
                code, out, err = run(command, file.name, *DAY)
                self.assertEqual((code, err), (0, ""), command)
                self.assertGreater(len(out.split()), 6, command)
                self.assertEqual(run(command, file.name, *DAY, "--json")[0], 0)

    def test_what_was_recorded_later_is_not_known_before(self):
        first, second = (lines("kpi", HOSPITAL, REPORTED, "--as-of", "2027-01-15", "--known-at", d)
                         for d in ("2026-05-18", "2027-01-15"))
        self.assertNotEqual([t["actual_date"] for t in first], [t["actual_date"] for t in second])

    def test_due_can_be_asked_for_one_office(self):
        everything = lines("due", KIEN_GIANG, "--as-of", "2025-05-26")
        mine = lines("due", KIEN_GIANG, "--as-of", "2025-05-26", "--unit", "nvd")
        self.assertTrue(mine)
        self.assertEqual(mine, [d for d in everything if "nvd" in d.get("from", d.get("leads"))])

    def test_due_names_days_that_do_not_exist_of_the_office_asked_about(self):
        deadlines = {"a": {"day": 31, "month": 11}, "b": {"day": 31, "month": 12, "year": 9999}}
        plans = {
            "format": "kehoach.cascade/1",
            "settings": {"findings": {"impossible_date": "off"}},
            "units": [{"key": key, "name": key, "level": "department"} for key in "xyz"],
            "documents": [{"key": "d", "symbol": "1/KH", "issued": "2026-01-02"}],
            "tasks": [{"key": key, "name": "Việc " + key, "document": "d", "leads": [unit],
                       "deadline": {"kind": "impossible", "written": deadlines[key]}}
                      for key, unit in zip("ab", "xy")],
            "reports": [{"key": "r", "name": "Báo cáo r", "document": "d", "from": ["z"],
                         "due": {"kind": "recurring",
                                 "recurrence": {"period": "year", "due": "fixed", "month": 11,
                                                "day": 31}}}]}
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "plans.json")
            with open(path, "w", encoding="utf-8") as file:
                json.dump(plans, file)
            code, out, err = run("due", path, *DAY, "--lang", "en")
            self.assertEqual((code, err), (0, ""))
            self.assertIn("Việc a (1/KH): 31/11 (no such day)", out)
            self.assertIn("Việc b (1/KH): 31/12/9999 (outside 1900-2100)", out)
            self.assertIn("Báo cáo r (1/KH): 31/11 (no such day)", out)
            mine = run("due", path, *DAY, "--unit", "y")[1]
            self.assertIn("Việc b", mine)
            self.assertNotIn("Việc a", mine)
            self.assertNotIn("Báo cáo r", mine)
            self.assertNotIn("hỏi lại", run("due", path, *DAY, "--unit", "w")[1])

    def test_a_calendar_is_as_known_on_a_day(self):
        march = lines("calendar", "--year", "2024", "--known-on", "2024-03-31")
        now = lines("calendar", "--year", "2024")
        swapped = {"2024-04-29", "2024-05-04"}
        self.assertEqual({d["date"] for d in now} - {d["date"] for d in march}, swapped)
        announced = {d["announced"] for d in now if d["date"] in swapped}
        self.assertEqual(announced, {"2024-04-12"})
        out = run("calendar", "--year", "2024", "--known-on", "2024-03-31")[1]
        self.assertIn("29/4/2024 thành ngày nghỉ", out)
        self.assertIn("cả năm: 251", run("calendar", "--year", "2024")[1])
        future = lines("calendar", "--year", "2027")
        self.assertTrue(future and all(d["projected"] for d in future if d["date"] != "2027-11-24"))
        self.assertIn("(dự kiến)", run("calendar", "--year", "2027")[1])

    def test_words_about_time_are_answered_with_every_step(self):
        (term,) = lines("deadline", "15 ngày kể từ ngày ký", "--on", "2026-02-05")
        self.assertEqual((term["last_valid"], term["due"]), ("2026-02-20", "2026-02-23"))
        self.assertEqual(term["steps"], ["written", "art_147_3", "art_148_1", "roll_next"])
        (day,) = lines("deadline", "trước ngày 31/01", "--on", "2026-01-01")
        self.assertEqual(day["inferred"], ["năm 2026, theo ngày ban hành"])
        out = run("deadline", "trước 17h00 ngày 31/3/2026", "--on", "2026-01-01")[1]
        self.assertIn("17h00", out)
        (swap,) = lines("deadline", "chậm nhất ngày 29/4/2024", "--on", "2024-01-02")
        (before,) = lines("deadline", "chậm nhất ngày 29/4/2024", "--on", "2024-01-02",
                          "--known-on", "2024-03-31")
        self.assertEqual((before["due"], swap["due"]), ("2024-04-29", "2024-05-02"))
        near, far = lines("deadline", "trước 31/7/2026; trước 31/7/2090", "--on", "2026-01-01")
        self.assertEqual((near["due"], far["due"]), ("2026-07-30", None))
        self.assertIn("31/12/2060", far["fault"])

    def test_no_day_is_told_for_a_term_beyond_the_longest_or_a_mere_beginning(self):
        (far,) = lines("deadline", "10001 ngày kể từ ngày ký", "--on", "2025-01-02")
        self.assertEqual((far["kind"], far["due"], far["steps"]), ("after_event", None, []))
        self.assertTrue(any("10001" in note and "10000" in note for note in far["notes"]))
        (vast,) = lines("deadline", "12345678901 ngày kể từ ngày ký", "--on", "2025-01-02")
        self.assertEqual((vast["kind"], vast["due"]), ("after_event", None))
        self.assertTrue(any("10000" in note for note in vast["notes"]))
        (start,) = lines("deadline", "có hiệu lực kể từ ngày ký", "--on", "2025-01-02")
        self.assertEqual((start["first"], start["due"]), ("2025-01-02", None))
        out = run("deadline", "kể từ ngày ký", "--on", "2025-01-02")[1]
        self.assertIn("Không có ngày nào", out)

    def test_names_cannot_steer_the_terminal(self):
        plan = {"format": "kehoach.cascade/1",
                "units": [{"key": "a", "name": "Ph\x1b[31mòng\a \u202eA"}],
                "documents": [{"key": "d", "symbol": "1/KH", "issued": "2026-01-05"}],
                "tasks": [{"key": "t", "document": "d", "name": "L\x1bàm", "leads": ["a"],
                           "deadline": {"kind": "by_date", "last": "2026-05-20"}}]}
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(plan, file)
            file.flush()
            for words in (["due"], ["rollup"], ["check"], ["explain", "--task", "t"],
                          ["explain", "--task", "t", "--dot"]):
                code, out, err = run(words[0], file.name, *DAY, *words[1:])
                self.assertNotRegex(out + err, "[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", words)
                self.assertLess(code, 2, err)
            self.assertIn("<U+001B>[31m", run("due", file.name, *DAY)[1])
            self.assertEqual(lines("due", file.name, *DAY)[0]["name"].count("\x1b"), 1)

    def test_unreadable_letters_of_a_paper_are_a_finding(self):
        with tempfile.NamedTemporaryFile("wb", suffix=".txt") as file:
            file.write("KẾ HOẠCH\n1. Làm \ud800.\n".encode("utf-8", "surrogatepass"))
            file.flush()
            found = [f for f in json.loads(run("read", file.name, "--json")[1])["findings"]
                     if f["code"] == "not_utf8"]
            self.assertEqual([f["lines"] for f in found], [[2]])
            self.assertIn("UTF-8", run("read", file.name)[1])

    def test_the_commands_shown_can_be_pasted(self):
        for language in ("vi", "en"):
            path = os.path.join(SOURCE, "examples", "expected", "show.%s.txt" % language)
            with open(path, encoding="utf-8") as file:
                shown = [line[len("$ kehoach "):] for line in file if line.startswith("$ kehoach ")]
            self.assertGreater(len(shown), 20)
            for line in shown:
                done = subprocess.run(["bash", "-c", 'exec "$0" ' + line, PROGRAM], cwd=DATA,
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
                self.assertIn(done.returncode, (0, 1), line)
                self.assertEqual(done.stderr, b"", line)

    def test_days_look_as_people_write_them_in_each_language(self):
        self.assertIn("01/6/2026", run("due", HOSPITAL, *DAY)[1])
        self.assertIn("2026-06-01", run("due", HOSPITAL, *DAY, "--lang", "en")[1])


class ReadPapers(unittest.TestCase):
    def cascade(self, *options):
        code, out, err = run("read", *PAPERS, "--cascade", "--json", *options)
        self.assertEqual((code, err), (0, ""))
        return out

    def test_papers_put_together_are_plans_for_the_other_commands(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "plans.json")
            with open(path, "w", encoding="utf-8") as file:
                file.write(self.cascade())
            for command in ("check", "due", "rollup", "kpi"):
                code, out, err = run(command, path, "--as-of", "2026-03-01", "--json")
                self.assertEqual((code, err), (0, ""), command)
                self.assertTrue(out or command == "due", command)

    def test_proposals_are_links_only_where_the_host_accepts_them(self):
        plain, accepted = json.loads(self.cascade()), json.loads(self.cascade("--accept", "0.7"))
        self.assertFalse(any("implements" in task for task in plain["tasks"]))
        links = [task["implements"] for task in accepted["tasks"] if "implements" in task]
        self.assertIn(["45/KH-UBND II.1"], links)
        code, out, err = run("read", *PAPERS, "--cascade", "--links")
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(set(json.loads(out)), {"proposals", "unplaced", "units"})

    def test_further_words_come_from_a_file(self):
        with tempfile.TemporaryDirectory() as folder:
            paper, words = os.path.join(folder, "a.txt"), os.path.join(folder, "words.tsv")
            with open(paper, "w", encoding="utf-8") as file:
                file.write("KẾ HOẠCH\nA\nI. NHIỆM VỤ\n1. Làm.\n- Ai lo: Phòng Dược.\n")
            with open(words, "w", encoding="utf-8") as file:
                file.write("# của bệnh viện\nlabel\tai lo\tlead\n")
            plain = json.loads(run("read", paper, "--json")[1])
            told = json.loads(run("read", paper, "--json", "--vocabulary", words)[1])
            self.assertEqual(plain["tasks"][0]["lead"], [])
            self.assertEqual(told["tasks"][0]["lead"], ["Phòng Dược"])
            with open(words, "w", encoding="utf-8") as file:
                file.write("không có dấu tab\n")
            self.assertEqual(run("read", paper, "--vocabulary", words)[0], 2)

    def test_wrong_use_of_read_is_refused(self):
        for words in (["read"], ["read", *PAPERS], ["read", "--cascade"],
                      ["read", *PAPERS, "--cascade", "--accept", "1.5"],
                      ["read", *PAPERS, "--cascade", "--accept", "half"],
                      ["read", PAPERS[0], "--vocabulary", "/no/such/file"]):
            code, out, err = run(*words)
            self.assertEqual((code, out, err.count("\n")), (2, "", 1), words)


if __name__ == "__main__":
    unittest.main()
