#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""one_definition_test.py SOURCE: every type and every inline function of the library that other files may
see is defined in one place. Two of one name in one namespace would be one to the linker, whichever it
meets first, and no compiler says so."""

import collections
import pathlib
import re
import sys


def without(text, opening):
    """Blocks that begin with `opening` away, whatever braces are in them."""
    while match := re.search(opening, text):
        depth, end = 1, match.end()
        while depth and end < len(text):
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        text = text[: match.start()] + text[end:]
    return text


def definitions(text):
    text = re.sub(r"//[^\n]*|'[{}\"]'|^#[^\n]*", "", text, flags=re.M)
    text = without(text, r"\bnamespace \{")
    space = "".join(f"{name}::" for name in re.findall(r"^namespace ([\w:]+) \{", text, flags=re.M))
    for match in re.finditer(r"^(?:struct|class|enum class) (\w+)(?: final)?(?: : [^;{]*)? \{", text, flags=re.M):
        yield space + match[1]
    for match in re.finditer(r"^(?:inline|constexpr) [^;={}]*?\b(\w+\([^;{}]*?\)) (?:noexcept )?\{", text, flags=re.M):
        kinds = re.sub(r"\s+\w+(?=[,)])|\bconst\b|\s", "", match[1])
        yield space + kinds


def main(source):
    places = collections.defaultdict(set)
    for folder in ("include", "lib", "capi", "bindings"):
        for file in sorted((source / folder).rglob("*.[ch]pp")):
            for name in definitions(file.read_text(encoding="utf-8")):
                places[name].add(str(file.relative_to(source)))
    if len(places) < 400:
        sys.exit(f"hardly a definition found: {len(places)}")
    twice = {name: files for name, files in places.items() if len(files) > 1}
    for name, files in sorted(twice.items()):
        print(f"{name} is defined in {', '.join(sorted(files))}")
    if not twice:
        print(f"{len(places)} types and inline functions, each defined once")
    return bool(twice)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
