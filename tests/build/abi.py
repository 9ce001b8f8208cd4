#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The binary interface of the C library, held against the one described last.

    abi.py check WORK CC    may only grow: new functions, new constants, fields at the end of structs
                            that begin with struct_size; anything else fails
    abi.py renew WORK CC    describes the interface as it is now: run it, look at the difference, and
                            say in the commit why hosts must (not) be compiled again

The interface is what capi/kehoach.h declares: a library with a body for each of its functions is
compiled from the header with debug information and described by abidw. That the real library
exports exactly these functions is what symbols_test shows; that their definitions agree, the compiler.
"""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADER = ROOT / "capi/kehoach.h"
TYPES = ROOT / "capi/kehoach.abi"  # functions and structs, by abidw
VALUES = ROOT / "capi/kehoach.values"  # constants, which stand in no signature; where fields lie


def without_comments(text):
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def bodies(header):
    """Each declaration as a definition: what it returns does not matter."""
    for declaration in re.findall(r"^KH_API ([^;]+);", header, flags=re.MULTILINE):
        body = "{ }" if declaration.startswith("void ") else "{ return 0; }"
        yield f"{declaration} {body}\n"


def constants(header):
    for block in re.findall(r"\benum \{(.*?)\}", header, flags=re.DOTALL):
        yield from re.findall(r"\b(KH_\w+)", re.sub(r"=[^,]*", "", block))
    yield from re.findall(r"^#define (KH_\w+) \(?-?\d+\)?$", header, flags=re.MULTILINE)


def fields(header):
    """"kh_item.id" with its place, and the size of each struct: for ever, or to begin with."""
    for body, name in re.findall(r"typedef struct \w+ \{(.*?)\} (kh_\w+);", header, flags=re.DOTALL):
        for field in re.findall(r"(\w+)(?:\[[^\]]*\])?;", body):
            if not field.startswith("reserved"):
                place = f"offsetof({name}, {field}), sizeof((({name}*)0)->{field})"
                yield f'printf("{name}.{field} at %u, %u bytes\\n", (unsigned){place.replace(", sizeof", ", (unsigned)sizeof")});'
        kind = "from" if body.lstrip().startswith("uint32_t struct_size;") else "always"
        yield f'printf("{name} {kind} %u bytes\\n", (unsigned)sizeof({name}));'


def run(*command, cwd=None):
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=cwd).stdout


def describe(work, compiler):
    """(file with abidw's description, lines "NAME value") of the header as it is."""
    header = without_comments(HEADER.read_text())
    source, library, description = work / "abi.c", work / "libabi.so", work / "now.abi"
    source.write_text('#include "kehoach.h"\n' + "".join(bodies(header)))
    run(compiler, "-std=c99", "-g", "-shared", "-fPIC", f"-I{HEADER.parent}", source.name, "-o", library.name,
        cwd=work)
    run("abidw", "--no-show-locs", "--no-corpus-path", "--no-comp-dir-path", "--no-elf-needed",
        "--out-file", str(description), str(library))

    program, listing = work / "values.c", work / "values"
    lines = [f'printf("{name} %ld\\n", (long)({name}));' for name in constants(header)
             if not name.startswith("KH_VERSION")]
    program.write_text('#include <stdio.h>\n#include "kehoach.h"\nint main(void) {\n'
                       + "\n".join([*lines, *fields(header)]) + "\nreturn 0;\n}\n")
    run(compiler, "-std=c99", f"-I{HEADER.parent}", str(program), "-o", str(listing))
    return description, run(str(listing)).splitlines()


def sizes(lines):
    return {name: int(size) for name, size in re.findall(r"^(\w+) from (\d+) bytes$", "\n".join(lines), re.M)}


def growth(before, after):
    """Structs that have more fields at their end than before (convention 7 of the header)."""
    now = sizes(after)
    return [name for name, size in sizes(before).items() if now.get(name, 0) > size]


def suppressions(names):
    return "".join(
        f"[suppress_type]\n  type_kind = struct\n  name = {name}\n  has_data_member_inserted_at = end\n\n"
        for name in names
    )


def check(work, compiler):
    description, after = describe(work, compiler)
    before = VALUES.read_text().splitlines()
    grown = growth(before, after)
    allowed = work / "growth.supp"
    allowed.write_text(suppressions(grown))
    done = subprocess.run(
        ["abidiff", "--no-added-syms", "--suppressions", str(allowed), str(TYPES), str(description)],
        capture_output=True,
        text=True,
    )
    lost = sorted(
        line for line in set(before) - set(after) if " from " not in line or line.split()[0] not in grown
    )
    if done.returncode or lost:
        print(done.stdout + done.stderr, *(f"changed or gone: {line}" for line in lost), sep="\n")
        sys.exit("the binary interface is not what it was; if that is meant: tests/build/abi.py renew")
    print(f"{len(before)} lines and every function as described; grown: {', '.join(grown) or 'none'}")


def main(action, work, compiler):
    work = pathlib.Path(work)
    work.mkdir(parents=True, exist_ok=True)
    if action == "check":
        check(work, compiler)
    else:
        description, values = describe(work, compiler)
        text = description.read_text()
        TYPES.write_text(text)
        VALUES.write_text("\n".join(values) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in ("check", "renew"):
        sys.exit(__doc__)
    main(*sys.argv[1:])
