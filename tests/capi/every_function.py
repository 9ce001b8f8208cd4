#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes from capi/kehoach.h what the tests need that call every function of the C API.

    every_function.py HEADER call   OUT   one good call of each, of the parameters' names and types
    every_function.py HEADER misuse OUT   every wrong call that those tell: NULL, numbers, sizes, buffers

A parameter gets the field of fixture.h that has its name or its type, or what GOOD says. A function
with a parameter that neither knows ends this program: a new one cannot go untested.
"""

import pathlib
import re
import sys

ROOM = 8  # rows; one more lies behind them
TEXT = 16384

HANDLES = "engine edit snapshot evaluation calendar reader reading table partial".split()
IDS = {f"kh_{kind}": f"removed_{kind}" for kind in
       "unit document task report indicator target observation".split()}
IDS["kh_calendar_id"] = "removed_calendar"
ENUMS = "language rounding decimals aspect which roll period tier line status compliance kind outcome grade".split()

# What a good call passes, by "function.parameter" or by parameter.
GOOD = {
    "n": "5", "year": "2025", "month": "7", "day": "30", "accept": "400",
    "language": "KH_EN", "rounding": "KH_ROUND_HALF_UP", "decimals": "2", "roll": "KH_ROLL_NEXT",
    "aspect": "KH_ASPECT_EVERYTHING", "period": "KH_PERIOD_QUARTER", "tier": "KH_TIER_PROVINCE",
    "line": "KH_LINE_ADMINISTRATIVE", "compliance": "KH_COMPLIANCE_BEHIND", "kind": "KH_KIND_TASK",
    "status": "KH_STATUS_OPEN_OVERDUE", "index": "0",
    "as_of": "day(2025, 10, 6)", "from": "day(2025, 1, 2)", "to": "day(2025, 12, 31)",
    "until": "day(2026, 3, 31)", "on": "day(2025, 10, 6)", "date": "day(2025, 9, 2)",
    "known_at": "KH_NO_DATE", "known_on": "KH_NO_DATE", "boundaries": "KH_NO_DATE",
    "unit": "2", "document": "2", "task": "2", "target": "1", "id": "1",
    "a": "kh_quantity_of(131)", "b": "kh_quantity_of(-20)", "stated": "kh_quantity_of(798)",
    "part": "798", "whole": "1000", "leap": "0", "outcome": "KH_ADEQUATE_IMPLIED", "grade": "KH_GRADE_FAIR",
    "limits": "&f->json_limits",
    "item": "kh_item_of(KH_KIND_TASK, 2)", "lunar": "kh_lunar_of(2026, 3, 10)",
    "quantity": "kh_quantity_of(4729715)", "points": "kh_quantity_of(10)",
    "progress": "fixture_goes_on", "context": "NULL",
    "count": "1", "level_count": "1", "part_count": "2", "capacity": str(ROOM), "size": str(TEXT),
    "json": "fixture_json", "length": "sizeof fixture_json - 1", "iso": '"2025-07-30"', "key": '"T1"',
    "branch": "f->branch", "other": "f->other", "before": "f->before", "after": "f->snapshot",
    "days": "f->days", "n[]": "f->n", "parts": "f->parts", "bytes": "f->bytes",
    "kh_evaluation_table.rows": "&f->axis", "kh_evaluation_table.columns": "&f->axis",
    "kh_due_item_print_period.item": "&f->due_item", "row": "&f->bucket", "column": "&f->bucket",
    "rules": "&f->deadline_rule", "contexts": "&f->deadline_context", "levels": "&f->report_level",
    "policy": "&f->report_chain_policy", "papers": "&f->read_paper", "extra": "&f->vocabulary_entry",
    "base": "f->calendar",
    "kh_status_name.status": "KH_CYCLE", "kh_phrase_kind_name.kind": "KH_PHRASE_BY",
    "kh_quantity_parse.text": '"13.1"', "kh_calendar_add_working_days_many.count": "2",
    "kh_calendar_differences.before": "f->older", "kh_calendar_differences.after": "f->calendar",
    "kh_deadline_moved.before": "f->older", "kh_deadline_moved.after": "f->calendar",
    "kh_calendar_combine.spec": "&f->combined", "kh_calendar_known_on.day": "day(2024, 3, 31)",
    "kh_report_chain_solve.day": "day(2025, 7, 1)",
    "kh_phrases_read.text": "fixture_phrase", "kh_phrases_read.length": "sizeof fixture_phrase - 1",
    "kh_phrases_read.context": "&f->phrase_context",
    "kh_deadline_resolve.context": "&f->deadline_context",
    "kh_deadline_steps.context": "&f->deadline_context",
    "kh_reader_read.text": "fixture_paper", "kh_reader_read.length": "sizeof fixture_paper - 1",
    "kh_engine_read_json.json": "plan_json", "kh_engine_read_json.length": "strlen(plan_json)",
    "kh_engine_restore.snapshot": "f->before", "kh_partial_load.size": "f->byte_count",
    "kh_snapshot_related.which": "KH_RELATED_LEADS", "kh_evaluation_coverage.which": "KH_COVERAGE_EXPECTED",
    "kh_evaluation_verdict.out_verdict": None, "kh_evaluation_score.policy": "&f->scoring_policy",
    "kh_evaluation_tally.scope": "&f->target_scope",
    "kh_snapshot_moved_due.from": "day(2025, 1, 2)",
    "kh_edit_change_calendar.id": "2", "kh_snapshot_calendar_spec.id": "2",
}
# What is done before it.
FIRST = {
    "kh_engine_fault": "fixture_fails(f);", "kh_engine_fault_message": "fixture_fails(f);",
    "kh_engine_fault_items": "fixture_fails(f);",
}
# Pointers that may be NULL although no convention says so; the header says it at each of them.
OPTIONAL = {
    *("kh_date_split." + p for p in ("out_year", "out_month", "out_day")),
    *("kh_deadline_resolve." + p for p in ("settings", "context")),
    *("kh_deadline_steps." + p for p in ("settings", "context")),
    *("kh_deadline_moved." + p for p in ("settings", "contexts")),
    *("kh_phrases_read." + p for p in ("context", "phrases", "rules", "recurrences")),
    *("kh_report_chain_solve." + p for p in ("settings", "policy", "timings")),
    *("kh_evaluation_table." + p for p in ("rows", "columns", "scope")),
    *("kh_table_tasks." + p for p in ("row", "column")),
    *(f"kh_evaluation_{f}.scope" for f in ("coverage", "unreported", "worst", "contrasts", "tally")),
    *("kh_tally_check." + p for p in ("evaluation", "scope")),
    "kh_recurrence_instances.settings", "kh_evaluation_score.policy", "kh_calendar_new.base",
    "kh_engine_set_executor.executor", "kh_snapshot_evaluate_by.executor",
    "kh_reader_read.reader", "kh_engine_fault.out_fault", "kh_evaluation_verdict_within.out_verdict",
}
ALWAYS_OPTIONAL = {"error", "out_count", "out_length", "out_commit", "out_id", "out_first", "text", "words",
                   "out_links", "out_document", "out_shared", "out_steps", "out_last", "out_status", "out_size", "out_lateness", "out_as_of", "out_known_at", "out_own_tasks",
                   "out_new_year", "out_leap_month", "out_rebuilt"}


class Parameter:
    def __init__(self, text):
        self.type, self.name = re.match(r"(.*?)(\w+)$", text).groups()
        self.type = self.type.strip()
        self.base = re.sub(r"\bconst\b|\*|\s", "", self.type)
        self.stars = self.type.count("*")
        self.const = self.type.startswith("const")

    def is_handle(self):
        return self.stars == 1 and self.base.removeprefix("kh_") in HANDLES

    def makes_handle(self):
        return self.stars == 2 and self.name.startswith("out_")

    def is_out(self):
        """Memory of the caller's that the call writes."""
        return self.stars == 1 and not self.const and not self.is_handle() and self.base != "kh_error" \
            and self.name != "context" or self.makes_handle() or self.name == "out_fault"


class Function:
    def __init__(self, returns, name, parameters):
        self.returns, self.name = returns, name
        self.parameters = [Parameter(p) for p in parameters.split(", ") if p != "void"]
        self.names = [p.name for p in self.parameters]

    def fails(self):
        return self.returns == "kh_status"

    def optional(self, p):
        key = f"{self.name}.{p.name}"
        if key in OPTIONAL:
            return True
        if p.name not in ALWAYS_OPTIONAL or p.name == "text" and p.base != "kh_text_buffer":
            return False
        # Where it is the one answer of the call, it is required.
        return key not in ("kh_snapshot_count.out_count", "kh_engine_fault_count.out_count",
                           "kh_edit_reserve.out_id", "kh_snapshot_find.out_id",
                           "kh_reading_document.out_document")


def read(header):
    text = re.sub(r"/\*.*?\*/", "", header, flags=re.DOTALL)
    sized = set(re.findall(r"typedef struct (\w+) \{\s*uint32_t struct_size;", text))
    functions = []
    for declaration in re.findall(r"^KH_API ([^;]+);", text, flags=re.MULTILINE):
        match = re.match(r"(.*?)\b(kh_\w+)\((.*)\)$", " ".join(declaration.split()))
        functions.append(Function(match[1].strip(), match[2], match[3]))
    return functions, sized


def room(function, p):
    """How many elements an output has, behind which one more lies that must not be touched."""
    if p.base in ("char", "void"):
        return TEXT
    return ROOM if p.name in ("rows", "phrases", "rules", "recurrences", "conflicts", "timings", "out") else 1


def good(function, p):
    for key in (f"{function.name}.{p.name}", p.name + ("[]" if p.name == "n" and p.stars else ""), None):
        if key is None:
            break
        if GOOD.get(key):
            return GOOD[key]
        if key in GOOD:
            return None
    short = p.base.removeprefix("kh_")
    if p.is_handle():
        return f"f->{short}"
    if p.stars == 1 and p.const and p.base.startswith("kh_"):
        return f"&f->{short}"
    sys.exit(f"every_function.py: {function.name}: no good value for '{p.type} {p.name}': see GOOD")


def busies(function):
    return any(p.is_handle() and p.base in ("kh_engine", "kh_edit") for p in function.parameters)


def uses(function):
    return any(p.is_handle() for p in function.parameters)


def changes(function):
    return any(p.is_handle() and not p.const for p in function.parameters)


def calls(functions, sized):
    yield "/* Written by every_function.py: one good call of every function. */\n"
    for f in functions:
        outs = [p for p in f.parameters if p.is_out()]
        yield f"typedef struct {f.name}_args {{"
        for p in f.parameters:
            yield f"  {p.type} {p.name};"
        yield "  kh_error own_error;"
        yield "  struct {"
        for p in outs:
            if p.base == "kh_text_buffer":
                yield f"    char {p.name}_data[{TEXT + 1}];"
            element = p.type.removesuffix("*").strip() if p.base != "void" else "char"
            yield f"    {element} {p.name}[{room(f, p) + (0 if room(f, p) == 1 else 1)}];"
        yield "    char end;\n  } own;"
        yield f"}} {f.name}_args;"
        yield f"static inline void {f.name}_good(Fixture* f, {f.name}_args* a) {{"
        yield "  (void)f;\n  memset(a, 0x5A, sizeof *a);"
        for p in f.parameters:
            if p.base == "kh_error" and p.name == "error":
                yield "  BEGIN_WITH(kh_error, a->own_error, KH_ERROR_INIT);\n  a->error = &a->own_error;"
            elif p.is_out():
                yield f"  a->{p.name} = a->own.{p.name};"
                if p.base in sized:
                    yield f"  a->own.{p.name}[0].struct_size = sizeof a->own.{p.name}[0];"
                if p.base == "kh_text_buffer":
                    yield f"  a->own.{p.name}[0].data = a->own.{p.name}_data;"
                    yield f"  a->own.{p.name}[0].size = {TEXT};"
                if p.makes_handle():
                    yield f"  a->own.{p.name}[0] = NULL;"
            elif good(f, p) is not None:
                yield f"  a->{p.name} = {good(f, p)};"
        if f.name in FIRST:
            yield "  " + FIRST[f.name]
        yield "}"
        arguments = ", ".join(f"a->{p.name}" for p in f.parameters)
        made = [p for p in f.parameters if p.makes_handle()]
        if f.fails():
            yield f"static inline kh_status {f.name}_call({f.name}_args* a) {{\n  return {f.name}({arguments});\n}}"
        else:
            yield f"static inline void {f.name}_call({f.name}_args* a) {{\n  (void)a;\n  {f.name}({arguments});\n}}"
        yield f"static inline void {f.name}_drop({f.name}_args* a) {{\n  (void)a;"
        for p in made:
            yield f"  {p.base}_free(a->own.{p.name}[0]);"
        yield "}"
        if f.fails():
            yield f"""static inline kh_status {f.name}_attempt(Fixture* f, kh_error* error, int begin) {{
  static {f.name}_args a;
  kh_status status = KH_OK;
  if (begin) {{
    {f.name}_good(f, &a);
    a.error = error;
  }} else {{
    status = {f.name}_call(&a);
    if (status == KH_OK) {f.name}_drop(&a);
  }}
  return status;
}}"""
    yield "\ntypedef struct Call {\n  const char* name;\n  int engine;  /* uses one, or an edit of one */\n  int uses;    /* handles */\n  int changes; /* one of them */"
    yield "  kh_status (*attempt)(Fixture* f, kh_error* error, int begin);\n} Call;"
    yield "static const Call every_call[] = {"
    for f in functions:
        if f.fails():
            yield f'    {{"{f.name}", {int(busies(f))}, {int(uses(f))}, {int(changes(f))}, {f.name}_attempt}},'
    yield "};"


class Cases:
    """The wrong calls of one function, as C."""

    def __init__(self, function, sized):
        self.f, self.sized, self.lines = function, sized, []
        self.fresh = int(changes(function))  # a fixture of its own for each case

    def case(self, what, change, outcome, before=""):
        name = self.f.name
        self.lines.append(
            f'  begin(&f, "{name}: {what}");\n  {name}_good(&f, &a);\n  {before}{change}\n'
            f"  copied = a;\n  got = {name}_call(&a);\n  {outcome}\n"
            f"  if (got == KH_OK) {name}_drop(&a);\n  end(&f, {self.fresh});")

    def refused(self, what, change, code="KH_MISUSE", before=""):
        self.case(what, change,
                  f"is_refused(got, {code}, &a.own_error, &a.own, &copied.own, sizeof a.own);", before)

    def accepted(self, what, change, more=""):
        self.case(what, change, f"is_accepted(got, &a.own_error);{more}")

    def write(self):
        f = self.f
        self.accepted("a good call", "")
        for p in f.parameters:
            self.pointers(p)
            self.sizes(p)
            self.numbers(p)
        if "error" in f.names:
            self.case("an error struct too small", "a.own_error.struct_size = 8;",
                      "if (got != KH_MISUSE || memcmp(&a.own, &copied.own, sizeof a.own) != 0 ||\n"
                      "      memcmp(&a.own_error, &copied.own_error, sizeof a.own_error) != 0) wrong(got);")
        if "buffer" in f.names:
            self.text()
        if "capacity" in f.names and "bytes" not in f.names:
            self.rows()
        if f.name.startswith("kh_edit_") and "edit" in f.names:
            self.refused("a spent edit", "", before="kh_edit_commit(f.edit, NULL, NULL);")
        return [f"static void misuse_{f.name}(void) {{", "  Fixture f;", f"  static {f.name}_args a, copied;",
                "  kh_status got;", "  f.engine = NULL;", *self.lines, "  end(&f, 1);", "}"]

    def pointers(self, p):
        if p.stars == 0 or p.type in ("void*",) and p.name == "context":
            return
        if p.name in ("buffer", "bytes", "rows", "conflicts") and not p.const:
            count = "size" if p.name == "buffer" else "capacity"
            self.refused(f"{p.name} is NULL", f"a.{p.name} = NULL;\n  a.{count} = 4;")
            self.accepted(f"{p.name} is NULL with room 0", f"a.{p.name} = NULL;\n  a.{count} = 0;")
        elif self.f.optional(p):
            self.accepted(f"{p.name} is NULL", f"a.{p.name} = NULL;")
        else:
            self.refused(f"{p.name} is NULL", f"a.{p.name} = NULL;")
        if p.base == "kh_text_buffer":
            self.refused(f"{p.name} without data", f"a.own.{p.name}[0].data = NULL;")
            self.small_text(p)

    def sizes(self, p):
        if p.base not in self.sized or p.stars != 1 or p.name == "error":
            return
        if p.is_out():
            for size in (0, 3) if p.base == "kh_error" else (0, 3, 5000):
                self.refused(f"{p.name} has struct_size {size}", f"a.own.{p.name}[0].struct_size = {size};")
            return
        for size in (0, 3, 5000):
            self.refused(f"{p.name} has struct_size {size}",
                         f"a.{p.name} = ({p.type})grown(a.{p.name}, sizeof *a.{p.name}, {size}, 0);")
        size = f"sizeof *a.{p.name} + 16"
        self.accepted(f"{p.name} of a newer header",
                      f"a.{p.name} = ({p.type})grown(a.{p.name}, sizeof *a.{p.name}, {size}, 0);")
        self.refused(f"{p.name} of a newer header that uses it",
                     f"a.{p.name} = ({p.type})grown(a.{p.name}, sizeof *a.{p.name}, {size}, 1);", "KH_INVALID_VALUE")

    def numbers(self, p):
        if p.stars:
            return
        if p.name in ENUMS and p.base in ("int32_t", "uint32_t"):
            for number in ("99", f"({p.base})-1"):
                self.refused(f"{p.name} {number}", f"a.{p.name} = {number};", "KH_INVALID_VALUE")
        if p.name == "index":
            self.refused("index past the last", "a.index = 999;", "KH_INVALID_VALUE")
        if p.base in IDS:
            self.unknown(p, [f"a.{p.name} = {n};" for n in ("99", "0", IDS[p.base])])
        if p.base == "kh_item":
            self.unknown(p, [f"a.item.id = {n};" for n in ("99", "0", "removed_task")])
            if self.f.name != "kh_snapshot_contains":
                self.refused("item of no kind", "a.item.kind = 9;", "KH_INVALID_VALUE")

    def unknown(self, p, changes):
        for change in changes:
            what = change.split(" = ")[1].rstrip(";")
            if self.f.name == "kh_snapshot_contains":
                self.accepted(f"unknown {p.name} {what}", change, " if (a.own.out_contains[0] != 0) wrong(got);")
            elif self.f.name.startswith("kh_edit_"):
                self.accepted(f"unknown {p.name} {what}", change,
                              " if (kh_edit_commit(f.edit, NULL, NULL) != KH_UNKNOWN_ID) wrong(got);")
            else:
                self.refused(f"unknown {p.name} {what}", change, "KH_UNKNOWN_ID")

    def text(self):
        name = self.f.name
        self.lines.append(
            f'  begin(&f, "{name}: a small buffer");\n  {name}_good(&f, &a);\n  {name}_call(&a);\n  copied = a;\n'
            f"  for (a.size = 0; a.size <= 40; ++a.size) {{\n"
            f"    memset(a.own.buffer, 0x5A, sizeof a.own.buffer);\n    got = {name}_call(&a);\n"
            f"    is_cut(got, a.own.buffer, a.size, copied.own.buffer, a.own.out_length[0],\n"
            f"           copied.own.out_length[0]);\n  }}\n  end(&f, {self.fresh});")

    def small_text(self, p):
        name = self.f.name
        self.lines.append(
            f'  begin(&f, "{name}: small room for {p.name}");\n  {name}_good(&f, &a);\n  {name}_call(&a);\n'
            f"  {name}_drop(&a);\n  copied = a;\n  {name}_good(&f, &a);\n  a.own.{p.name}[0].size = 9;\n"
            f"  got = {name}_call(&a);\n"
            f"  if (got != KH_OK || a.own.{p.name}[0].length != copied.own.{p.name}[0].length ||\n"
            f"      a.own.{p.name}_data[9] != 0x5A) wrong(got);\n"
            f"  {name}_drop(&a);\n  end(&f, {self.fresh});")

    def rows(self):
        name = self.f.name
        outs = [p for p in self.f.parameters if p.is_out() and p.name in ("rows", "phrases", "rules", "recurrences",
                                                                         "conflicts")]
        untouched = " ||\n      ".join(
            f"!is_untouched(&a.own.{p.name}[1], sizeof a.own.{p.name} - sizeof a.own.{p.name}[0])" for p in outs)
        count = "a.own.out_count[0] != copied.own.out_count[0]"
        if name == "kh_snapshot_tightest":
            count = "a.own.out_count[0] > 1"
        self.lines.append(
            f'  begin(&f, "{name}: room for one row");\n  {name}_good(&f, &a);\n  {name}_call(&a);\n  copied = a;\n'
            f"  {name}_good(&f, &a);\n  a.capacity = 1;\n  got = {name}_call(&a);\n"
            f"  if (got != KH_OK || {count} ||\n      {untouched}) wrong(got);\n  end(&f, {self.fresh});")


def misuse(functions, sized):
    yield "/* Written by every_function.py: the wrong calls of every function. */\n"
    for f in functions:
        if f.fails():
            yield from Cases(f, sized).write()
    yield "\nstatic void every_misuse(void) {"
    for f in functions:
        yield f"  misuse_{f.name}();" if f.fails() else f"  misuse_of_{f.name}();"
    yield "}"


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[2] not in ("call", "misuse"):
        sys.exit(__doc__)
    functions, sized = read(pathlib.Path(sys.argv[1]).read_text())
    if len(functions) < 100:
        sys.exit("every_function.py: hardly a function found in the header")
    write = {"call": calls, "misuse": misuse}[sys.argv[2]]
    pathlib.Path(sys.argv[3]).write_text("\n".join(write(functions, sized)) + "\n")
