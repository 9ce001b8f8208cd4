// SPDX-License-Identifier: BSL-1.0
// Offices that merge, split, change name, type and parent on a day: who answers for what, who hangs
// where, whom a group stands for, and figures within the boundaries of any day.
#include <catch2/catch.hpp>

#include <map>
#include <utility>

#include <kehoach/engine.hpp>

#include "support/plans.hpp"
#include "support/shared_data.hpp"

using namespace kehoach;
using support::by;
using support::d;
using support::office;

namespace {

const Date merger = d("2025-07-01");

UnitSpec founded(std::string key, Level level, UnitId parent, Date from) {
  UnitSpec u = office(std::move(key), level, parent);
  u.names[0].from = from;
  return u;
}

void pass_on(UnitSpec& unit, Date day, std::vector<UnitId> to, bool closes = true) {
  for (UnitId successor : to) unit.successors.push_back({day, successor});
  if (closes) unit.closed = day;
}

/// Kiên Giang and An Giang become the new An Giang on 01/7/2025.
///
///     trung ương ── kg ──┐ (closed)        station below kg, no word of a new parent
///                └─ ag ──┴─> moi
struct Merger {
  Engine engine;
  UnitId top, kg, ag, merged, station;
  DocumentId before, after;

  Merger() {
    Edit edit = engine.edit();
    top = edit.add(office("tw", Level::national));
    merged = edit.add(founded("moi", Level::province, top, merger));
    UnitSpec old = office("kg", Level::province, top);
    pass_on(old, merger, {merged});
    kg = edit.add(old);
    old.key = "ag";
    ag = edit.add(old);
    station = edit.add(office("tram", Level::station, kg));
    DocumentSpec doc;
    doc.key = doc.symbol = "1/KH";
    doc.issuer = top;
    doc.issued = d("2025-02-03");
    before = edit.add(doc);
    doc.key = doc.symbol = "2/KH";
    doc.issued = d("2025-08-04");
    after = edit.add(doc);
    edit.commit().value();
  }

  TaskId task(UnitId lead, DocumentId document, const char* due = "2025-12-31") {
    TaskSpec t;
    t.name = "Việc";
    t.document = document;
    t.leads = {lead};
    t.deadline = by(due);
    Edit edit = engine.edit();
    const TaskId id = edit.add(t);
    edit.commit().value();
    return id;
  }
  void done(TaskId task, const char* day) {
    ObservationSpec o;
    o.subject = task;
    o.what = Observed::done;
    o.date = d(day);
    Edit edit = engine.edit();
    edit.add(o);
    edit.commit().value();
  }
  Evaluation on(const char* day) const { return engine.snapshot().evaluate(d(day)).value(); }
};

Scope of(UnitId unit, Date boundaries = no_date) {
  Scope scope;
  scope.unit = unit;
  scope.boundaries = boundaries;
  return scope;
}

std::vector<UnitId> expand(const Engine& engine, UnitId unit, const char* day) {
  return engine.snapshot().expand(unit, d(day)).value();
}

UnitId parent(const Engine& engine, UnitId unit, const char* day,
              Line line = Line::administrative) {
  return engine.snapshot().parent(unit, d(day), line).value();
}

Errc refused(const UnitSpec& spec, Engine& engine) {
  Edit edit = engine.edit();
  edit.add(spec);
  return edit.commit().error().code;
}

}  // namespace

TEST_CASE("after a merger open duties are the successor's, done ones stay with who did them") {
  Merger m;
  const TaskId open = m.task(m.kg, m.before);
  const TaskId done = m.task(m.kg, m.before);
  const TaskId own = m.task(m.ag, m.before);
  m.done(done, "2025-05-05");

  const Evaluation june = m.on("2025-06-30");
  CHECK(june.answerable(open).value() == std::vector{m.kg});
  CHECK(june.tasks(of(m.kg)).value() == std::vector{open, done});
  CHECK(june.tasks(of(m.merged)).value().empty());

  const Evaluation july = m.on("2025-07-01");
  CHECK(july.answerable(open).value() == std::vector{m.merged});
  CHECK(july.answerable(done).value() == std::vector{m.kg});
  CHECK(july.tasks(of(m.kg)).value() == std::vector{done});
  CHECK(july.tasks(of(m.ag)).value().empty());
  CHECK(july.tasks(of(m.merged)).value() == std::vector{open, own});
  CHECK(july.rollup(of(m.top)).value().total() == 3);  // no value of either side is lost
}

TEST_CASE("what the successor finishes is the successor's") {
  Merger m;
  const TaskId task = m.task(m.kg, m.before);
  m.done(task, "2025-07-01");
  CHECK(m.on("2025-07-02").answerable(task).value() == std::vector{m.merged});
}

TEST_CASE("figures within the boundaries of another day: before the merger, and as it is today") {
  Merger m;
  const TaskId open = m.task(m.kg, m.before);
  const TaskId done = m.task(m.kg, m.before);
  const TaskId own = m.task(m.ag, m.before);
  const TaskId later = m.task(m.merged, m.after);
  m.done(done, "2025-05-05");
  const Evaluation now = m.on("2025-11-03");
  const Date old_days = d("2025-06-30");
  CHECK(now.tasks(of(m.kg, old_days)).value() == std::vector{open, done});
  CHECK(now.tasks(of(m.ag, old_days)).value() == std::vector{own});
  CHECK(now.tasks(of(m.merged, old_days)).value() == std::vector{later});
  CHECK(now.tasks(of(m.merged, d("2025-11-03"))).value() == std::vector{open, done, own, later});
  CHECK(now.tasks(of(m.kg, d("2025-11-03"))).value().empty());
  for (Date boundaries : {no_date, old_days, d("2025-11-03")})
    CHECK(now.rollup(of(m.top, boundaries)).value().total() == 4);
}

TEST_CASE("due lists name who answers now, or who answered within the boundaries asked for") {
  Merger m;
  const TaskId task = m.task(m.kg, m.before, "2025-08-15");
  const Evaluation now = m.on("2025-08-04");
  const auto due = [&](const Scope& scope) {
    return now.due(d("2025-08-01"), d("2025-08-31"), scope).value();
  };
  REQUIRE(due({}).size() == 1);
  CHECK(due({})[0].unit == m.merged);
  CHECK(due(of(m.kg)).empty());
  REQUIRE(due(of(m.kg, d("2025-06-30"))).size() == 1);
  CHECK(due(of(m.kg, d("2025-06-30")))[0].unit == m.kg);
  const Evaluation late = m.on("2025-09-03");
  REQUIRE(late.overdue(of(m.merged)).value().size() == 1);
  CHECK(late.overdue(of(m.merged)).value()[0].item == Item(task));
  CHECK(late.overdue(of(m.kg)).value().empty());
  Scope unknown;
  unknown.unit = UnitId(99);
  CHECK(late.overdue(unknown).error().code == Errc::unknown_id);
}

TEST_CASE(
    "an office below a closed one hangs under its successor, one that says otherwise does not") {
  Merger m;
  CHECK(parent(m.engine, m.station, "2025-06-30") == m.kg);
  CHECK(parent(m.engine, m.station, "2025-07-01") == m.merged);
  const TaskId task = m.task(m.station, m.before);
  CHECK(m.on("2025-06-30").tasks(of(m.kg)).value() == std::vector{task});
  CHECK(m.on("2025-07-01").tasks(of(m.merged)).value() == std::vector{task});
  CHECK(m.on("2025-07-01").tasks(of(m.kg)).value().empty());
  CHECK(m.engine.snapshot().exists(m.kg, d("2025-06-30")).value());
  CHECK_FALSE(m.engine.snapshot().exists(m.kg, d("2025-07-01")).value());
  CHECK_FALSE(m.engine.snapshot().exists(m.merged, d("2025-06-30")).value());
}

TEST_CASE("a split leaves an open duty with both parts, counted once above them") {
  Engine engine;
  Edit edit = engine.edit();
  const UnitId top = edit.add(office("tinh", Level::province));
  const UnitId a = edit.add(founded("a", Level::hospital, top, merger));
  const UnitId b = edit.add(founded("b", Level::hospital, top, merger));
  UnitSpec old = office("cu", Level::hospital, top);
  pass_on(old, merger, {a, b});
  const UnitId whole = edit.add(old);
  DocumentSpec doc;
  doc.symbol = "1/KH";
  doc.issued = d("2025-02-03");
  TaskSpec t;
  t.document = edit.add(doc);
  t.leads = {whole};
  const TaskId task = edit.add(t);
  edit.commit().value();
  const Evaluation e = engine.snapshot().evaluate(d("2025-09-01")).value();
  CHECK(e.answerable(task).value() == std::vector{a, b});
  CHECK(e.tasks(of(a)).value() == std::vector{task});
  CHECK(e.tasks(of(b)).value() == std::vector{task});
  CHECK(e.rollup(of(top)).value().total() == 1);
  CHECK(e.tasks(of(whole, d("2025-06-30"))).value() == std::vector{task});
}

TEST_CASE("an office that goes on as a part keeps what it is given later") {
  Merger m;
  Edit edit = m.engine.edit();
  UnitSpec point = office("diem", Level::station, m.kg);
  point.types = {{no_date, "trạm y tế"}, {merger, "điểm y tế"}};
  point.parents.push_back({merger, m.station});
  pass_on(point, merger, {m.station}, false);
  const UnitId part = edit.add(point);
  edit.commit().value();
  const TaskId old_duty = m.task(part, m.before);
  const TaskId new_duty = m.task(part, m.after);
  const Evaluation e = m.on("2025-09-01");
  CHECK(e.answerable(old_duty).value() == std::vector{m.station});
  CHECK(e.answerable(new_duty).value() == std::vector{part});
  CHECK(parent(m.engine, part, "2025-09-01") == m.station);
  CHECK(m.engine.snapshot().exists(part, d("2025-09-01")).value());
}

TEST_CASE("duties go on from successor to successor") {
  Merger m;
  Edit edit = m.engine.edit();
  const UnitId third = edit.add(founded("ba", Level::province, m.top, d("2026-01-01")));
  UnitSpec second = m.engine.snapshot().spec(m.merged).value();
  pass_on(second, d("2026-01-01"), {third});
  edit.change(m.merged, second);
  edit.commit().value();
  const TaskId task = m.task(m.kg, m.before);
  CHECK(m.on("2025-12-31").answerable(task).value() == std::vector{m.merged});
  CHECK(m.on("2026-01-01").answerable(task).value() == std::vector{third});
  CHECK(parent(m.engine, m.station, "2026-01-05") == third);
}

TEST_CASE("two lines at once: who runs a station and who directs its profession") {
  Engine engine;
  Edit edit = engine.edit();
  const UnitId health = edit.add(office("syt", Level::department));
  const UnitId commune = edit.add(office("xa", Level::commune));
  UnitSpec s = office("tram", Level::station, health);
  s.parents.push_back({d("2026-01-01"), commune});  // TT 43/2025/TT-BYT
  s.professional_parents = {{no_date, health}};
  const UnitId station = edit.add(s);
  DocumentSpec doc;
  doc.symbol = "1/KH";
  TaskSpec t;
  t.document = edit.add(doc);
  t.leads = {station};
  const TaskId task = edit.add(t);
  edit.commit().value();
  CHECK(parent(engine, station, "2025-12-31") == health);
  CHECK(parent(engine, station, "2026-01-01") == commune);
  CHECK(parent(engine, station, "2026-01-01", Line::professional) == health);
  const Evaluation e = engine.snapshot().evaluate(d("2026-02-02")).value();
  Scope scope = of(health);
  CHECK(e.tasks(scope).value().empty());
  scope.line = Line::professional;
  CHECK(e.tasks(scope).value() == std::vector{task});
  CHECK(e.tasks(of(commune)).value() == std::vector{task});
  CHECK(e.tasks(of(health, d("2025-12-31"))).value() == std::vector{task});
}

TEST_CASE("a group stands for who belongs to it on the day: by name and by rule") {
  Engine engine;
  Edit edit = engine.edit();
  const UnitId hospital = edit.add(office("bv", Level::hospital));
  UnitSpec s = office("khoa noi", Level::division, hospital);
  s.types = {{no_date, "khoa"}};
  const UnitId first = edit.add(s);
  s = founded("khoa moi", Level::division, hospital, d("2026-01-01"));
  s.types = {{no_date, "khoa"}};
  const UnitId second = edit.add(s);
  s = office("doi xe", Level::division, hospital);
  s.types = {{no_date, "đội"}, {d("2026-03-01"), "phòng"}};
  const UnitId third = edit.add(s);
  s = office("to", Level::division, first);
  s.types = {{no_date, "phòng"}};
  edit.add(s);  // not right under the hospital
  UnitSpec g = office("khoa phong", Level::division, hospital);
  g.group = true;
  MemberRule rule;
  rule.direct = true;
  rule.level = Level::division;
  rule.types = {"khoa", "phòng"};
  g.member_rules = {rule};
  const UnitId by_rule = edit.add(g);
  g.key = "don vi";
  g.member_rules.clear();
  g.members = {second, third};
  const UnitId by_name = edit.add(g);
  edit.commit().value();
  CHECK(expand(engine, by_rule, "2025-12-31") == std::vector{first});
  CHECK(expand(engine, by_rule, "2026-01-01") == std::vector{first, second});
  CHECK(expand(engine, by_rule, "2026-03-01") == std::vector{first, second, third});
  CHECK(expand(engine, by_name, "2025-12-31") == std::vector{third});
  CHECK(expand(engine, by_name, "2026-01-01") == std::vector{second, third});
}

TEST_CASE("a member that merged is replaced by its successor, one that was dissolved leaves") {
  Merger m;
  Edit edit = m.engine.edit();
  UnitSpec dissolved = office("het", Level::province, m.top);
  dissolved.closed = merger;
  UnitSpec g = office("cac tinh", Level::province, m.top);
  g.group = true;
  g.members = {m.kg, m.ag, edit.add(dissolved)};
  const UnitId group = edit.add(g);
  edit.commit().value();
  CHECK(expand(m.engine, group, "2025-06-30").size() == 3);
  CHECK(expand(m.engine, group, "2025-07-01") == std::vector{m.merged});
  CHECK(expand(m.engine, m.kg, "2025-07-01") == std::vector{m.merged});
}

TEST_CASE(
    "reports: each sender owes the periods it was there for, its successor sends what is left") {
  Merger m;
  ReportSpec r;
  r.document = m.before;
  r.from = {m.kg, m.ag};
  r.due.kind = DeadlineKind::recurring;
  r.due.recurrence.period = Period::quarter;
  r.due.recurrence.due = DueIn::next_month;
  r.due.recurrence.day = 10;
  Edit edit = m.engine.edit();
  const ReportId id = edit.add(r);
  edit.commit().value();
  const auto send = [&](UnitId unit, const char* day) {
    ObservationSpec o;
    o.subject = id;
    o.unit = unit;
    o.what = Observed::sent;
    o.date = d(day);
    Edit sent = m.engine.edit();
    sent.add(o);
    sent.commit().value();
  };
  const auto quarter = [&](int number, const char* day) {
    for (const DueItem& item : m.on(day).due(d("2025-01-01"), d("2025-12-31")).value())
      if (item.instance && item.instance->number == number) return item;
    throw std::runtime_error("no such quarter");
  };
  send(m.kg, "2025-04-09");
  send(m.ag, "2025-04-09");
  send(m.ag, "2025-06-30");  // the second quarter, by one of the two
  CHECK(quarter(2, "2025-07-01").expected == 2);
  CHECK(quarter(2, "2025-07-01").received == 1);
  CHECK(quarter(3, "2025-07-01").expected == 1);  // one office by then
  CHECK(quarter(3, "2025-07-01").unit == m.merged);
  send(m.merged, "2025-07-08");  // sends the one that Kiên Giang still owed
  CHECK(quarter(2, "2025-07-09").received == 2);
  CHECK(quarter(2, "2025-07-09").status == Status::done_in_time);
}

TEST_CASE("renaming and change of type: a name and a type for every day") {
  Engine engine;
  Edit edit = engine.edit();
  UnitSpec s = office("dn", Level::province);
  s.names = {{no_date, "Tỉnh Đồng Nai"}, {d("2026-04-30"), "Thành phố Đồng Nai"}};
  s.types = {{no_date, "tỉnh"}, {d("2026-04-30"), "thành phố"}};
  const UnitId unit = edit.add(s);
  UnitSpec g = office("cac tp", Level::national);
  g.group = true;
  MemberRule rule;
  const UnitId top = edit.add(office("tw", Level::national));
  s.parents = {{no_date, top}};
  edit.change(unit, s);
  rule.below = top;
  rule.types = {"thành phố"};
  g.member_rules = {rule};
  const UnitId cities = edit.add(g);
  edit.commit().value();
  CHECK(engine.snapshot().label(unit, d("2026-04-29")).value() == "Tỉnh Đồng Nai");
  CHECK(engine.snapshot().label(unit, d("2026-04-30")).value() == "Thành phố Đồng Nai");
  CHECK(expand(engine, cities, "2026-04-29") == std::vector{cities});  // nobody known
  CHECK(expand(engine, cities, "2026-04-30") == std::vector{unit});
}

TEST_CASE("what cannot be is refused: circles, days out of order, groups that merge") {
  Merger m;
  UnitSpec s = office("x", Level::province, m.top);
  SECTION("closed before it is founded") {
    s.names[0].from = merger;
    s.closed = merger;
    CHECK(refused(s, m.engine) == Errc::invalid_value);
  }
  SECTION("a successor without a day, or a group") {
    s.successors = {{no_date, m.merged}};
    CHECK(refused(s, m.engine) == Errc::missing_field);
  }
  SECTION("a group passes nothing on") {
    s.group = true;
    s.successors = {{merger, m.merged}};
    CHECK(refused(s, m.engine) == Errc::invalid_value);
  }
  SECTION("days not ascending") {
    s.successors = {{merger, m.merged}, {merger - Days{1}, m.ag}};
    CHECK(refused(s, m.engine) == Errc::invalid_value);
  }
  SECTION("members by rule, but no group") {
    s.member_rules.resize(1);
    CHECK(refused(s, m.engine) == Errc::invalid_value);
  }
  SECTION("a parent that merges into what hangs under it") {
    s.parents = {{no_date, m.kg}};
    Edit edit = m.engine.edit();
    const UnitId below = edit.add(s);
    UnitSpec kg = m.engine.snapshot().spec(m.kg).value();
    kg.successors[0].unit = below;
    edit.change(m.kg, kg);
    CHECK(edit.commit().error().code == Errc::cycle);
  }
  SECTION("offices that succeed each other") {
    UnitSpec merged = m.engine.snapshot().spec(m.merged).value();
    pass_on(merged, d("2026-01-01"), {m.kg});
    Edit edit = m.engine.edit();
    edit.change(m.merged, merged);
    const Error e = edit.commit().error();
    CHECK(e.code == Errc::cycle);
    CHECK(e.message.find("offices succeed each other") != std::string::npos);
  }
  SECTION("a successor cannot be removed while it is named") {
    Edit edit = m.engine.edit();
    edit.remove(m.merged);
    CHECK(edit.commit().error().code == Errc::still_used);
  }
}

TEST_CASE("offices stand on 64 levels at most, in either line and on every day") {
  Engine engine;
  Edit edit = engine.edit();
  UnitId lowest;
  for (int level = 1; level <= 64; ++level)
    lowest = edit.add(office("cap" + std::to_string(level), Level::division, lowest));
  edit.commit().value();
  const auto too_deep = [&](const UnitSpec& spec) {
    Edit one_more = engine.edit();
    const UnitId unit = one_more.add(spec);
    const Result<Commit> done = one_more.commit();
    REQUIRE_FALSE(done.ok());
    CHECK(done.error().code == Errc::too_large);
    CHECK(done.error().items == std::vector<Item>{unit});
    CHECK(done.error().message == "duoi: stands below more than 63 offices");
  };
  UnitSpec below = office("duoi", Level::division, lowest);
  too_deep(below);
  below.parents = {{d("2025-01-01"), lowest}, {d("2025-02-01"), UnitId(1)}};
  too_deep(below);
  below.parents.clear();
  Edit line = engine.edit();
  for (std::uint32_t u = 2; u <= 64; ++u) {
    UnitSpec spec = engine.snapshot().spec(UnitId(u)).value();
    spec.professional_parents = std::exchange(spec.parents, {});
    line.change(UnitId(u), spec);
  }
  line.commit().value();
  below.professional_parents = {{no_date, lowest}};
  too_deep(below);
  below.professional_parents = {{no_date, UnitId(63)}};
  Edit fits = engine.edit();
  fits.add(below);
  CHECK(fits.commit().ok());
}

TEST_CASE("63 provinces become 34: every duty has one office before and after, none is lost") {
  const auto lines = support::shared_lines("provinces.csv");
  if (!lines) {
    WARN("skipped: ../shared/data/provinces.csv is not there");
    return;
  }
  Engine engine;
  Edit edit = engine.edit();
  const UnitId top = edit.add(office("tw", Level::national));
  DocumentSpec doc;
  doc.symbol = "1/KH";
  doc.issued = d("2025-01-06");
  const DocumentId document = edit.add(doc);
  std::map<std::string, UnitId> now, old;
  std::map<std::string, std::vector<UnitId>> parts;
  for (const std::string& line : *lines) {
    const auto c = support::cells(line, ',');
    if (c.size() < 2) continue;
    const bool merges = c.size() > 2 && !c[2].empty();
    if (!now.count(c[0]))
      now[c[0]] = edit.add(merges ? founded("moi " + c[0], Level::province, top, d(c[2].c_str()))
                                  : office(c[0], Level::province, top));
    if (!merges) {
      old[c[1]] = now[c[0]];
    } else {
      UnitSpec s = office("cu " + c[1], Level::province, top);
      pass_on(s, d(c[2].c_str()), {now[c[0]]});
      old[c[1]] = edit.add(s);
    }
    parts[c[0]].push_back(old[c[1]]);
  }
  UnitSpec g = office("cac tinh", Level::national);
  g.group = true;
  MemberRule rule;
  rule.below = top;
  rule.level = Level::province;
  g.member_rules = {rule};
  const UnitId provinces = edit.add(g);
  std::map<UnitId, std::vector<TaskId>> tasks;
  for (const auto& [name, unit] : old)
    for (int i = 0; i < 3; ++i) {
      TaskSpec t;
      t.document = document;
      t.leads = {unit};
      t.deadline = by("2025-12-31");
      const TaskId id = edit.add(t);
      tasks[unit].push_back(id);
      if (i == 0) {  // one of the three is done in May
        ObservationSpec o;
        o.subject = id;
        o.what = Observed::done;
        o.date = d("2025-05-05");
        edit.add(o);
      }
    }
  edit.commit().value();
  REQUIRE(old.size() == 63);
  REQUIRE(now.size() == 34);
  CHECK(expand(engine, provinces, "2025-06-30").size() == 63);
  CHECK(expand(engine, provinces, "2025-07-01").size() == 34);

  const Evaluation e = engine.snapshot().evaluate(d("2025-11-03")).value();
  std::uint32_t in_new = 0, in_old = 0, by_duty = 0;
  for (const auto& [name, unit] : now) {
    const Rollup territory = e.rollup(of(unit, d("2025-11-03"))).value();
    CHECK(territory.total() == 3 * parts[name].size());
    CHECK(territory.done() == parts[name].size());
    in_new += territory.total();
    by_duty += e.rollup(of(unit)).value().total();
  }
  for (const auto& [name, unit] : old) {
    const Rollup before = e.rollup(of(unit, d("2025-06-30"))).value();
    CHECK(before.total() == 3);
    in_old += before.total();
    const bool merged = !e.answerable(tasks[unit][1]).value().empty() &&
                        e.answerable(tasks[unit][1]).value()[0] != unit;
    if (merged) by_duty += e.rollup(of(unit)).value().total();
    CHECK(e.rollup(of(unit)).value().done() == 1);  // stays with who did it
  }
  CHECK(in_new == 189);
  CHECK(in_old == 189);
  CHECK(by_duty == 189);
  CHECK(e.rollup(of(top)).value().total() == 189);
}

TEST_CASE("494 stations become 148, one a commune, and change parent on 01/01/2026") {
  // The shape of Phú Thọ: station i merges into that of commune i mod 148; the others stay as its
  // points. From 01/01/2026 the communes run the stations, the health department directs them.
  constexpr int stations = 494, communes = 148;
  const Date union_day = d("2025-10-15"), move_day = d("2026-01-01");
  Engine engine;
  Edit edit = engine.edit();
  const UnitId province = edit.add(office("tinh", Level::province));
  const UnitId health = edit.add(office("syt", Level::department, province));
  std::vector<UnitId> commune, merged, old;
  for (int i = 0; i < communes; ++i) {
    commune.push_back(edit.add(office("xa " + std::to_string(i), Level::commune, province)));
    UnitSpec s = founded("tram moi " + std::to_string(i), Level::station, health, union_day);
    s.types = {{no_date, "trạm y tế"}};
    s.parents.push_back({move_day, commune.back()});
    s.professional_parents = {{no_date, health}};
    merged.push_back(edit.add(s));
  }
  DocumentSpec doc;
  doc.symbol = "1/KH";
  doc.issued = d("2025-03-03");
  const DocumentId document = edit.add(doc);
  for (int i = 0; i < stations; ++i) {
    UnitSpec s = office("tram " + std::to_string(i), Level::station, health);
    s.types = {{no_date, "trạm y tế"}, {union_day, "điểm y tế"}};
    s.parents.push_back({union_day, merged[static_cast<std::size_t>(i % communes)]});
    pass_on(s, union_day, {merged[static_cast<std::size_t>(i % communes)]}, false);
    old.push_back(edit.add(s));
    TaskSpec t;
    t.document = document;
    t.leads = {old.back()};
    edit.add(t);
  }
  UnitSpec g = office("cac tram", Level::department, health);
  g.group = true;
  MemberRule rule;
  rule.below = health;
  rule.line = Line::administrative;
  rule.types = {"trạm y tế"};
  g.member_rules = {rule};
  const UnitId run = edit.add(g);
  g.key = "cac tram theo nganh";
  g.member_rules[0].line = Line::professional;
  const UnitId directed = edit.add(g);
  edit.commit().value();
  CHECK(expand(engine, run, "2025-10-14").size() == 494);
  CHECK(expand(engine, run, "2025-10-15").size() == 148);
  CHECK(expand(engine, run, "2026-01-01") == std::vector{run});  // the department runs none
  CHECK(expand(engine, directed, "2026-01-01").size() == 148);

  const auto count = [&](UnitId unit, const char* day, Date boundaries = no_date) {
    return engine.snapshot().evaluate(d(day)).value().rollup(of(unit, boundaries)).value().total();
  };
  CHECK(count(merged[0], "2025-11-03") == 4);  // 0, 148, 296, 444
  CHECK(count(merged[147], "2025-11-03") == 3);
  CHECK(count(old[0], "2025-11-03") == 0);
  CHECK(count(old[0], "2025-11-03", d("2025-10-14")) == 1);
  CHECK(count(health, "2025-11-03") == 494);
  CHECK(count(health, "2026-02-02") == 0);
  CHECK(count(commune[0], "2026-02-02") == 4);
  CHECK(count(health, "2026-02-02", d("2025-12-31")) == 494);
  CHECK(count(province, "2026-02-02") == 494);
}
