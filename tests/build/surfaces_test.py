#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""surfaces_test.py SOURCE: every function of the public C++ headers has a row in surfaces.txt that
names what does the same in C and in Python, or says why nothing does; every function of kehoach.h and of
the Python stub stands in a row. So a gap between the three cannot land unnoticed.

A row is `C++ | C | Python`. A cell is names with blanks between them, or "- " and a reason.
"""

import ast
import pathlib
import re
import sys

# What every part shares, and types of other libraries.
APART = {"export.hpp", "id.hpp", "result.hpp"}
# A container, written as rows in C and as a list in Python.
CONTAINERS = {"FindingList", "const_iterator"}
# Functions told apart by what they are given.
OVERLOADED = {"check", "describe", "explain", "name", "write_json"}
PYTHON_CLASSES = {"Calendar", "CrossTable", "Edit", "Engine", "Error", "Evaluation", "Explanation", "Partial", "Snapshot"}


def without_angles(text):
    """Template arguments away, for they hold commas and parentheses."""
    while True:
        shorter = re.sub(r"<[^<>;{}]*>", "", text)
        if shorter == text:
            return text
        text = shorter


def blocks(text):
    """Pairs (head, body) for each type at this depth, and the text without them."""
    found, rest, at = [], [], 0
    for match in re.finditer(r"\b(?:class|struct|union)\s+(?:KEHOACH_EXPORT\s+)?(\w+)[^;{}()]*\{", text):
        if match.start() < at:
            continue
        depth, end = 1, match.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        found.append((match, text[match.end():end - 1]))
        rest.append(text[at:match.start()])
        at = end
    return found, "".join(rest) + text[at:]


def without_bodies(text):
    while True:
        shorter = re.sub(r"\{[^{}]*\}", ";", text)
        if shorter == text:
            return text
        text = shorter


def declared(text, ours=lambda statement: True):
    """Pairs (name, parameters) of the functions declared at this depth."""
    for statement in without_bodies(text).split(";"):
        match = re.search(r"\b(\w+)\s*\(([^()]*)\)", statement)
        if match and ours(statement) and not re.search(r"\b(friend|operator|static_assert|using)\b", statement):
            yield match[1], match[2]


def signature(name, parameters):
    if name not in OVERLOADED:
        return name
    kinds = [re.sub(r"\bconst\b|&|=.*", "", p).split() for p in parameters.split(",")]
    return f"{name}({', '.join(kind[0] for kind in kinds)})"


def cpp_functions(folder):
    names = set()
    for header in sorted(folder.glob("*.hpp")):
        if header.name in APART:
            continue
        text = re.sub(r"//[^\n]*|^#[^\n]*", "", header.read_text(encoding="utf-8"), flags=re.M)
        text = re.sub(r"\b(?:std::)?vector<([\w:]+)>", r"\1s", text)
        text = re.sub(r"=\s*\{[^{}]*\}", "", re.sub(r"\benum class\b[^;]*;", "", text))
        text = without_angles(text)
        text = re.sub(r"namespace \w+ \{", "", text)
        types, rest = blocks(text)
        for match, body in types:
            if match[1] in CONTAINERS:
                continue
            public = re.split(r"\bprivate:", blocks(body)[1])[0]
            names |= {f"{match[1]}::{name}" for name, _ in declared(public) if name != match[1]}
        free = header.name == "papers.hpp"
        names |= {signature(*one) for one in declared(rest, lambda s: free or "KEHOACH_EXPORT" in s)}
    return names


def c_names(header):
    """The functions, and with them the fields of structs."""
    text = re.sub(r"/\*.*?\*/", "", header.read_text(encoding="utf-8"), flags=re.S)
    names = set(re.findall(r"^KH_API [^;]*?\b(kh_\w+)\(", text, flags=re.M))
    names = {name for name in names if not name.endswith("_free")}
    fields = set()
    for name, body in re.findall(r"typedef struct (\w+) \{(.*?)\n\}", text, flags=re.S):
        fields |= {f"{name}.{field}" for field in re.findall(r"(\w+)(?:\[\w+\])?;", body)}
    return names, names | fields


def python_names(package):
    names, all_names = set(), set()
    for file, prefix in ((package / "__init__.pyi", ""), (package / "rules.py", "rules.")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                names.add(prefix + node.name)
            if isinstance(node, ast.ClassDef):
                members = {f"{node.name}.{child.name}" for child in node.body if isinstance(child, ast.FunctionDef)}
                all_names |= {node.name} | members
                if node.name in PYTHON_CLASSES:
                    names |= {member for member in members if "._" not in member}
    return names, all_names | names


def rows(table):
    for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) != 3 or not all(cells):
            sys.exit(f"{table}:{number}: a row is three cells")
        yield number, [[] if cell.startswith("- ") else re.split(r"\s+(?![^(]*\))", cell) for cell in cells]


def main(source):
    table = source / "tests/build/surfaces.txt"
    cpp = cpp_functions(source / "include/kehoach")
    c, in_c = c_names(source / "capi/kehoach.h")
    python, in_python = python_names(source / "bindings/python/kehoach")
    must, there = [cpp, c, python], [cpp, in_c, in_python]
    if min(len(names) for names in must) < 100:
        sys.exit("hardly a function found")
    faults, told = [], [set(), set(), set()]
    for number, cells in rows(table):
        for column, cell in enumerate(cells):
            told[column] |= set(cell)
            faults += [f"surfaces.txt:{number}: there is no {name}" for name in cell if name not in there[column]]
    for language, wanted, have in zip(("C++", "C", "Python"), must, told):
        faults += [f"{language}: {name} stands in no row of surfaces.txt" for name in sorted(wanted - have)]
    print("\n".join(faults) or f"{len(must[0])} C++, {len(must[1])} C and {len(must[2])} Python functions, each in a row")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
