#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The same work (bench/beside/work.hpp) by the engine and by what one might use instead, each in a
process of its own, one after the other; as a Markdown table of how many times as long they take.

    bench/beside/compare.py BUILD                  the whole table
    bench/beside/compare.py BUILD --tasks 10000    all of them at one size, briefly

Nobody takes part whose dates or sums differ from the engine's: that is an error.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from markdown import Join, Name, count, render, times  # noqa: E402

PYTHON = next(p for p in ("/usr/bin/python3", sys.executable) if os.path.exists(p))

# Program, Python module it needs, and the most tasks it is given here: some seconds of work.
TOOLS = [("graph_boost", None, 10_000_000),
         ("arrays_numpy.py", "numpy", 1_000_000),
         ("graph_networkx.py", "networkx", 100_000),
         ("tables_sqlite.py", "sqlite3", 100_000),
         ("sheet_hyperformula.mjs", None, 100_000)]
PROGRAMS = ["beside_engine", "beside_graph_boost", "beside_write_cascade"]  # of this folder, in C++
WORK = [("ready", "from arrays to all dates and sums", "ns a task"),
        ("again", "all of them again", "ns a task"),
        ("report", "one report, sums up to the top", "µs")]
WAYS = ("Other tools at the same work, in processes of their own: each comes to the engine's dates on 35 "
        "calendars and to its sums over distinct tasks, or there is no table. Boost.Graph sorts its "
        "compressed sparse row graph and loops over it; numpy takes a level at a time, networkx a "
        "task; SQLite one update a level and a recursive query of distinct pairs; HyperFormula a row "
        "of formulas a task.")


class Differs(Exception):
    pass


def run(*command):
    """The one line of JSON that a program prints."""
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True,
                          check=True)
    return json.loads(done.stdout)


def hyperformula(folder, install):
    """The folder that has it in node_modules; None, and a line said, where it cannot be had."""
    if not install and not (folder / "node_modules").is_dir():
        return None
    if shutil.which("node") and shutil.which("npm"):
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder)
        if (folder / "node_modules" / "hyperformula").is_dir():
            return folder
        npm = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
                             cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if npm.returncode == 0:
            return folder
    print("left out: HyperFormula (npm or its registry is not there)", file=sys.stderr)
    return None


def has(module):
    found = subprocess.run([PYTHON, "-c", f"import {module}"], stderr=subprocess.DEVNULL)
    if found.returncode != 0:
        print(f"left out: {module} is not installed", file=sys.stderr)
    return found.returncode == 0


class Comparison:
    """Runs the programs of one build; the engine and the cascade's file once for each size."""

    def __init__(self, build, install=True):
        self.programs = build / "bench"
        self.folder = build / "beside"
        self.folder.mkdir(exist_ok=True)
        self.hyperformula = hyperformula(self.folder, install)
        self.engines, self.files = {}, {}

    def engine(self, tasks, repetitions):
        if tasks not in self.engines:
            self.engines[tasks] = run(self.programs / "beside_engine", tasks, repetitions)
        return self.engines[tasks]

    def cascade(self, tasks):
        if tasks not in self.files:
            self.files[tasks] = self.folder / f"cascade_{tasks}.i32"
            subprocess.run([self.programs / "beside_write_cascade", str(tasks), self.files[tasks]],
                           check=True)
        return self.files[tasks]

    def pairs(self, tasks, repetitions=3):
        """(engine's result, other's result), the other at most at `tasks`."""
        for program, module, most in TOOLS:
            size = min(tasks, most)
            if program.endswith(".mjs"):
                if self.hyperformula is None:
                    continue
                command = ["node", HERE / program, self.hyperformula, self.cascade(size)]
            elif program.endswith(".py"):
                if not has(module):
                    continue
                command = [PYTHON, HERE / program, self.cascade(size),
                           repetitions if most > 100_000 else 1]
            else:
                command = [self.programs / f"beside_{program}", size, repetitions]
            ours, other = self.engine(size, repetitions), run(*command)
            for answer in ("tasks", "dates", "sums", "sums_after"):
                if ours[answer] != other[answer]:
                    raise Differs(f"{other['tool']}: {answer} {other[answer]}, not {ours[answer]}")
            yield ours, other


def tables(comparison, tasks, repetitions):
    """How many times as long as the engine each takes, at the same size in the same run; and the
    engine's own times."""
    others = [("the same dates and sums by", "tasks",
               *(f"{title}: times as long" for _, title, _ in WORK))]
    for ours, other in comparison.pairs(tasks, repetitions):
        others.append((Name(other["tool"]), count(other["tasks"]),
                       *(times(other[key] / ours[key]) for key, _, _ in WORK)))
        print(f"{other['tool']}: same answers", file=sys.stderr, flush=True)
    engine = [("the engine itself", *(f"{title}, {unit}" for _, title, unit in WORK))]
    for ours in comparison.engines.values():
        whole = [count(ours[key] / ours["tasks"] * 1e9) for key in ("ready", "again")]
        engine.append((Join([count(ours["tasks"]), " tasks"]), *whole, times(ours["report"] * 1e6)))
    return others, engine


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("build", type=pathlib.Path, help="a build with benchmarks")
    parser.add_argument("--tasks", type=int, default=1_000_000)
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--no-install", action="store_true", help="HyperFormula only if it is there")
    arguments = parser.parse_args()
    try:
        comparison = Comparison(arguments.build.resolve(), not arguments.no_install)
        print(render(tables(comparison, arguments.tasks, arguments.repetitions)))
    except Differs as differs:
        sys.exit(f"compare: {differs}")


if __name__ == "__main__":
    main()
