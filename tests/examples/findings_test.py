#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The table of codes stands in the code, in examples/findings/README.md, in the comments of
finding.hpp and in the schema: all say the same, and each code is found in its example and, by one
change, no longer."""
import json
import os
import re
import subprocess
import tempfile
import unittest

SOURCE = os.environ.get("KEHOACH_SOURCE_DIR") or os.path.dirname(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(SOURCE, "examples", "findings")
PROGRAM = os.environ.get("KEHOACH_PROGRAM", "kehoach")


def text_of(*path):
    with open(os.path.join(SOURCE, *path), encoding="utf-8") as file:
        return file.read()


def lines(*words):
    done = subprocess.run([PROGRAM, *words, "--json"], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode == 2:
        raise AssertionError(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def check(text, as_of):
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        return lines("check", file.name, "--as-of", as_of)


CODES = lines("check", "--codes", "--lang", "en")
ROWS = [[cell.strip() for cell in line.strip("|").split(" | ")]
        for line in text_of("examples", "findings", "README.md").splitlines()
        if re.match(r"\| \d+ \|", line)]


class Table(unittest.TestCase):
    maxDiff = None

    def test_the_table_of_the_program_is_that_of_the_documentation(self):
        want = [[str(c["number"]), "`%s`" % c["code"], c["severity"], c["meaning"], c["source"]]
                for c in CODES]
        self.assertEqual([row[:5] for row in ROWS], want)

    def test_the_comments_of_the_header_say_the_same(self):
        enum = re.search(r"enum class FindingCode[^{]*{(.*?)\n};", text_of(
            "include", "kehoach", "finding.hpp"), re.S).group(1)
        enum = re.sub(r"\n\s+///<", "", enum)
        found = re.findall(r"(\w+) = (\d+),\s*///< ([^\n]*)", enum)
        self.assertEqual(found, [(c["code"], str(c["number"]), c["meaning"]) for c in CODES])

    def test_the_schema_knows_the_same_codes(self):
        schema = json.loads(text_of("include", "kehoach", "cascade.schema.json"))
        known = schema["$defs"]["settings"]["properties"]["findings"]["propertyNames"]["enum"]
        self.assertEqual(known, [c["code"] for c in CODES])

    def test_every_code_has_a_meaning_in_both_languages(self):
        vietnamese = lines("check", "--codes", "--lang", "vi")
        for vi, en in zip(vietnamese, CODES):
            self.assertTrue(vi["meaning"] and en["meaning"])
            self.assertNotEqual(vi["meaning"], en["meaning"])

    def test_there_is_no_example_without_a_code(self):
        files = {name[:-5] for name in os.listdir(FOLDER) if name.endswith(".json")}
        self.assertEqual(files, {c["code"] for c in CODES})


class Examples(unittest.TestCase):
    def each(self):
        for row in ROWS:
            code, as_of = row[1].strip("`"), row[5]
            yield code, as_of, text_of("examples", "findings", code + ".json"), row

    def test_each_code_is_found_in_its_example(self):
        for code, as_of, text, row in self.each():
            with self.subTest(code):
                found = [f for f in check(text, as_of) if f["code"] == code]
                self.assertTrue(found)
                for finding in found:
                    self.assertEqual(finding["severity"], row[2])
                    self.assertTrue(finding["message"])

    def test_one_change_and_it_is_not_found(self):
        for code, as_of, text, row in self.each():
            with self.subTest(code):
                before, after = re.fullmatch(r"`(.*)` → `(.*)`", row[6].rstrip(" |")).groups()
                self.assertEqual(text.count(before), 1)
                codes = [f["code"] for f in check(text.replace(before, after), as_of)]
                self.assertNotIn(code, codes)

    def test_each_code_can_be_switched_off_and_weighed_otherwise(self):
        for code, as_of, text, row in self.each():
            for word in ("off", "note", "error"):
                with self.subTest(code + " " + word):
                    cascade = json.loads(text)
                    cascade.setdefault("settings", {})["findings"] = {code: word}
                    found = {f["severity"] for f in check(json.dumps(cascade), as_of)
                             if f["code"] == code}
                    self.assertEqual(found, set() if word == "off" else {word})


if __name__ == "__main__":
    unittest.main()
