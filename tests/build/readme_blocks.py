#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Takes the programs out of a README and holds it to what it shows.

    readme_blocks.py extract README OUT          writes OUT/program.{cpp,c,py} and OUT/expected.txt
    readme_blocks.py run README OUT COMMAND...   runs a program; it must print expected.txt exactly
    readme_blocks.py commands README             every command of its shell block must be a program

Programs run in the README's folder.
"""
import os
import pathlib
import re
import subprocess
import sys

FILES = {"cpp": "program.cpp", "c": "program.c", "python": "program.py", "text": "expected.txt"}


def blocks(readme):
    """Language -> text of its only block; any other language or a second block is a mistake."""
    found = {}
    for language, text in re.findall(r"^```(\w*)\n(.*?)^```$", readme.read_text("utf-8"), re.S | re.M):
        if language not in {*FILES, "sh"} or language in found:
            sys.exit(f"{readme.name}: a block of '{language}' that nothing checks")
        found[language] = text
    missing = {*FILES, "sh"} - found.keys()
    if missing:
        sys.exit(f"{readme.name}: no block of {', '.join(sorted(missing))}")
    return found


def extract(readme, out):
    out.mkdir(parents=True, exist_ok=True)
    for language, name in FILES.items():
        (out / name).write_text(blocks(readme)[language], "utf-8")


def run(readme, out, *command):
    done = subprocess.run(command, cwd=readme.parent, capture_output=True, text=True,
                          encoding="utf-8")
    expected = (out / FILES["text"]).read_text("utf-8")
    if done.returncode != 0 or done.stdout != expected:
        sys.exit(f"{readme.name} shows\n{expected}\nbut its program printed\n{done.stdout}"
                 f"{done.stderr}")


def commands(readme):
    for line in blocks(readme)["sh"].splitlines():
        program = readme.parent / line.split()[0]
        if not os.access(program, os.X_OK):
            sys.exit(f"{readme.name}: {program} cannot be run")


def main(verb, readme, *rest):
    readme = pathlib.Path(readme).resolve()
    if verb == "commands":
        commands(readme)
    elif verb == "extract":
        extract(readme, pathlib.Path(rest[0]))
    else:
        run(readme, pathlib.Path(rest[0]), *rest[1:])


if __name__ == "__main__":
    main(*sys.argv[1:])
