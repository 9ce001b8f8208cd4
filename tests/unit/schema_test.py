#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks include/kehoach/cascade.schema.json: that it takes what the reader takes, that each member it
knows is used by the full example (which the reader takes, too), and that it refuses what is wrong.

Without the package jsonschema it says that it skips (exit code 77).
"""
import copy
import glob
import json
import os
import sys
import unittest

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

SOURCE = os.environ.get("KEHOACH_SOURCE_DIR") or os.path.dirname(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def load(*path):
    with open(os.path.join(SOURCE, *path), encoding="utf-8") as file:
        return json.load(file)


SCHEMA = load("include", "kehoach", "cascade.schema.json")
CHECK = jsonschema.Draft202012Validator(SCHEMA)
FULL = load("tests", "data", "json", "full.json")


def objects(value):
    """Every object inside a JSON value, itself included."""
    if isinstance(value, dict):
        yield value
    if isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from objects(part)


def declared(schema):
    """The names of the members of every object schema inside, with how many declare each."""
    names = set()
    for part in objects(schema):
        names |= set(part.get("properties", {}))
    return names


class Schema(unittest.TestCase):
    def test_is_a_schema(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def test_takes_the_examples(self):
        self.assertEqual([], [e.message for e in CHECK.iter_errors(FULL)])
        for name in sorted(glob.glob(os.path.join(SOURCE, "examples", "data", "*.json"))):
            errors = [e.json_path + ": " + e.message[:200] for e in CHECK.iter_errors(load(name))]
            self.assertEqual([], errors, name)

    def test_the_full_example_uses_every_member(self):
        used = set()
        for part in objects(FULL):
            used |= set(part)
        unused = declared(SCHEMA) - used
        self.assertEqual({"ministry", "province", "commune", "station", "division"}, unused)

    def test_refuses_an_unknown_key_in_any_object(self):
        count = len(list(objects(FULL)))
        self.assertGreater(count, 60)
        for number in range(count):
            broken = copy.deepcopy(FULL)
            list(objects(broken))[number]["unheard_of"] = 1
            self.assertFalse(CHECK.is_valid(broken), "object %d" % number)

    def test_refuses_what_the_reader_refuses(self):
        task = {"document": "d"}
        for broken in [
            {}, [], {"format": "kehoach.cascade/2"},
            {"tasks": {}}, {"tasks": [{}]}, {"tasks": [dict(task, leads="u")]},
            {"tasks": [dict(task, name=None)]}, {"tasks": [dict(task, weight=1.5)]},
            {"tasks": [dict(task, deadline={"last": "2025-07-31"})]},
            {"tasks": [dict(task, deadline={"kind": "by_date", "last": "31/7/2025"})]},
            {"tasks": [dict(task, deadline={"kind": "by_date", "term": 3})]},
            {"calendars": [{"week": [True]}]}, {"indicators": [{"factor": "1"}]},
            {"observations": [{"what": "done", "date": "2025-01-01"}]},
            {"observations": [{"what": "done", "date": "2025-01-01", "task": "a", "report": "b"}]},
        ]:
            if isinstance(broken, dict) and broken and "format" not in broken:
                broken = dict(broken, format="kehoach.cascade/1")
            self.assertFalse(CHECK.is_valid(broken), broken)


if __name__ == "__main__":
    unittest.main()
