// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>

#include <malloc.h>

#include <cstdlib>
#include <new>
#include <random>
#include <string>
#include <unordered_map>

#include "bench/national_specs.hpp"
#include "graph/new_cycle.hpp"
#include "model/model.hpp"
#include "pass/timetable.hpp"

using namespace kehoach;
using namespace kehoach::detail;

// Every allocation of this program is counted, as large as it really is.
static std::size_t bytes_in_use = 0;
[[gnu::noinline]] void* operator new(std::size_t size) {
  void* const memory = std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc();
  bytes_in_use += malloc_usable_size(memory);
  return memory;
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
  bytes_in_use -= malloc_usable_size(memory);
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  operator delete(memory);
}

namespace {

template <class Spec>
auto add(Model& model, const Spec& spec, ItemKind kind) {
  const Item item = model.reserve(kind, {1});
  using Id = std::conditional_t<
      std::is_same_v<Spec, TaskSpec>, TaskId,
      std::conditional_t<std::is_same_v<Spec, DocumentSpec>, DocumentId, ObservationId>>;
  model.put(Id(item.id), spec, {1});
  return Id(item.id);
}

bool same(const Predecessor& a, const Predecessor& b) {
  return a.task == b.task && a.link == b.link && a.lag == b.lag && a.unit == b.unit &&
         a.calendar == b.calendar;
}

}  // namespace

TEST_CASE("an index finds the rows that were put in and not taken out") {
  std::mt19937 random(11);
  HashIndex index;
  std::unordered_map<std::uint32_t, std::uint64_t> there;  // row -> what is in it
  const auto hash = [](std::uint64_t what) { return mix(what, 0); };
  for (std::uint32_t row = 1; row <= 20'000; ++row) {
    const std::uint64_t what = random() % 15'000;
    const auto same_as = [&](std::uint64_t wanted) {
      return [&, wanted](std::uint32_t r) { return there.at(r) == wanted; };
    };
    there[row] = what;
    const std::uint32_t owner = index.find_or_insert(hash(what), row, {1}, same_as(what));
    if (owner != row) there.erase(row);
    REQUIRE(there.at(owner) == what);
    if (row % 3 == 0 && !there.empty()) {
      const auto gone = *there.begin();
      index.erase(hash(gone.second), gone.first, {1});
      there.erase(gone.first);
      REQUIRE(index.find(hash(gone.second), same_as(gone.second)) == HashIndex::none);
    }
  }
  for (const auto& [row, what] : there)
    REQUIRE(index.find(hash(what), [&, w = what](std::uint32_t r) { return there.at(r) == w; }) ==
            row);
}

TEST_CASE("copies of a column keep what they hold while others grow and change") {
  std::mt19937 random(12);
  struct Version {
    Column<int, 2> column;
    std::vector<int> values;
  };
  std::vector<Version> versions(1);
  for (Writer writer{1}; writer.number <= 300; ++writer.number) {
    Version next = versions[random() % versions.size()];
    for (int i = 0; i < 5; ++i) {
      const int value = static_cast<int>(random() % 1000);
      if (next.values.empty() || random() % 2 == 0) {
        next.column.push_back(value, writer);
        next.values.push_back(value);
      } else {
        const std::size_t at = random() % next.values.size();
        next.column.edit(static_cast<std::uint32_t>(at), writer) = value;
        next.values[at] = value;
      }
    }
    versions.push_back(std::move(next));
  }
  for (const Version& v : versions)
    for (std::uint32_t i = 0; i < v.values.size(); ++i) REQUIRE(v.column[i] == v.values[i]);
}

TEST_CASE("a column that was moved from is empty and can be filled again") {
  const Writer writer{1};
  Column<int, 2> from;
  for (int i = 0; i < 6; ++i) from.push_back(i, writer);
  Column<int, 2> to = std::move(from);
  CHECK(to.size() == 6);
  CHECK(to[5] == 5);
  CHECK(from.size() == 0);  // NOLINT(bugprone-use-after-move): what is promised
  from.push_back(7, writer);
  CHECK(from[0] == 7);
  to = std::move(from);
  CHECK(to.size() == 1);
  CHECK(to[0] == 7);
  CHECK(from.size() == 0);  // NOLINT(bugprone-use-after-move)
}

TEST_CASE("lists and texts of tasks come back as they were said, short and long") {
  Model model({1});
  for (const std::size_t n : {0u, 1u, 2u, 63u, 64u, 1000u, 65'535u}) {
    TaskSpec spec;
    spec.document = DocumentId(1);
    if (n % 2 == 1) spec.name = "Việc " + std::to_string(n);
    for (std::uint32_t i = 0; i < n; ++i) {
      spec.leads.emplace_back(i + 1);
      if (i % 2 == 0) spec.implements.emplace_back(i + 7);
      if (i % 3 == 0)
        spec.after.push_back({TaskId(i + 3), Link::start_to_start, -static_cast<int>(i),
                              LagUnit::calendar_day, CalendarId(i)});
    }
    const TaskId id = add(model, spec, ItemKind::task);
    const TaskSpec back = model.spec(id);
    CHECK(back.name == spec.name);
    CHECK(back.leads == spec.leads);
    CHECK(back.supports.empty());
    CHECK(back.implements == spec.implements);
    REQUIRE(back.after.size() == spec.after.size());
    for (std::size_t i = 0; i < spec.after.size(); ++i) CHECK(same(back.after[i], spec.after[i]));
  }
}

TEST_CASE("a task said again with another duration takes no new memory") {
  Model model({1});
  TaskSpec spec;
  spec.key = "việc";
  spec.name = "Tiêm chủng";
  spec.leads = {UnitId(3)};
  const TaskId id = add(model, spec, ItemKind::task);
  const TextRef name = model.texts(model.task(id)).name;
  const std::uint32_t record = model.task(id).record;
  spec.duration = 12;
  model.put(id, spec, {1});
  CHECK(model.task(id).record == record);
  spec.leads.emplace_back(4);
  model.put(id, spec, {1});
  CHECK(model.task(id).record != record);
  CHECK(model.texts(model.task(id)).name == name);
}

TEST_CASE("what is there is known, however items come and go") {
  std::mt19937 random(14);
  Model model({1});
  std::vector<RowState> rows(1, RowState::removed);
  for (int step = 0; step < 2000; ++step) {
    const std::uint32_t id = random() % static_cast<std::uint32_t>(rows.size());
    switch (random() % 3) {
      case 0:
        model.reserve(ItemKind::task, {1});
        rows.push_back(RowState::reserved);
        break;
      case 1:
        if (rows[id] == RowState::removed) break;
        model.put(TaskId(id), TaskSpec(), {1});
        rows[id] = RowState::present;
        break;
      default:
        if (rows[id] == RowState::removed || random() % 8 != 0) break;
        model.remove(TaskId(id), {1});
        rows[id] = RowState::removed;
    }
    for (const std::uint32_t t : {id, static_cast<std::uint32_t>(rows.size()) - 1, 1u})
      REQUIRE(model.present(TaskId(t)) == (t < rows.size() && rows[t] == RowState::present));
    if (step % 100 == 0)  // until something is removed, all of them are there
      for (std::uint32_t t = 0; t < rows.size() + 2; ++t)
        REQUIRE(model.present(TaskId(t)) == (t < rows.size() && rows[t] == RowState::present));
  }
}

TEST_CASE("documents and observations come back as they were said") {
  Model model({1});
  DocumentSpec document;
  document.symbol = "12/KH-BYT";
  document.relations = {{Relation::implements, DocumentId(4), "", no_date, {}},
                        {Relation::cites, DocumentId(5), "7/NQ-CP", from_day_number(20'000), {}},
                        {Relation::amends, DocumentId(6), "", no_date, DocumentId(7)},
                        {Relation::extends, DocumentId(8), "", from_day_number(1), DocumentId(9)}};
  const DocumentSpec d = model.spec(add(model, document, ItemKind::document));
  CHECK(d.key.empty());
  CHECK(d.symbol == document.symbol);
  REQUIRE(d.relations.size() == document.relations.size());
  for (std::size_t i = 0; i < d.relations.size(); ++i) {
    CHECK(d.relations[i].relation == document.relations[i].relation);
    CHECK(d.relations[i].to == document.relations[i].to);
    CHECK(d.relations[i].cited_symbol == document.relations[i].cited_symbol);
    CHECK(d.relations[i].cited_date == document.relations[i].cited_date);
    CHECK(d.relations[i].via == document.relations[i].via);
  }
  for (int which = 0; which < 8; ++which) {
    ObservationSpec o;
    o.what = Observed::value;
    o.subject = IndicatorId(0);
    o.unit = UnitId(9);
    o.date = from_day_number(20'500);
    o.value = Quantity::make(-9'223'372'036'854'775'807, which).value();
    if (which == 1) o.note = "đo lại";
    if (which == 2) o.recorded = from_day_number(20'501);
    if (which == 3) o.period = from_day_number(-5);
    if (which == 4) o.extended_to = from_day_number(20'502);
    if (which == 5) o.has_denominator = true;
    if (which == 6) o.denominator = Quantity::make(-12'345'678'901'234, 3).value();
    if (which == 7) o.key = "quan sát";
    const ObservationSpec back = model.spec(add(model, o, ItemKind::observation));
    CHECK(back.what == o.what);
    CHECK(back.subject == o.subject);
    CHECK(back.unit == o.unit);
    CHECK(back.date == o.date);
    CHECK(back.value == o.value);
    CHECK(back.note == o.note);
    CHECK(back.recorded == o.recorded);
    CHECK(back.period == o.period);
    CHECK(back.extended_to == o.extended_to);
    CHECK(back.has_denominator == o.has_denominator);
    CHECK(back.denominator == o.denominator);
    CHECK(back.key == o.key);
  }
}

TEST_CASE("lists hold what was filled in, added and not taken out, in copies as in the first one") {
  std::mt19937 random(15);
  struct Version {
    ListTable table;
    std::vector<std::vector<std::uint32_t>> lists;
  };
  const auto held = [](const ListTable& table, std::uint32_t row) {
    std::vector<std::uint32_t> found;
    table.each(row, [&](std::uint32_t entry) { found.push_back(entry); });
    return found;
  };
  Version first;
  first.lists.resize(200);
  for (auto& list : first.lists)
    for (std::uint32_t n = random() % 8, entry = random() % 1000; n > 0; --n)
      list.push_back(entry += random() % 3 == 0 ? 2 + random() % 50 : 1);  // many runs
  first.table.fill(200, {1},
                   [&](std::uint32_t row) { return std::span<const Node>(first.lists[row]); });
  std::vector<Version> versions{first};
  for (Writer writer{2}; writer.number < 60; ++writer.number) {
    Version next = versions[random() % versions.size()];
    for (int i = 0; i < 40; ++i) {
      const std::uint32_t row = random() % 220;  // also some that are not there yet
      if (row >= next.lists.size()) next.lists.resize(row + 1);
      auto& list = next.lists[row];
      const std::uint32_t entry =
          !list.empty() && random() % 2 == 0 ? list[random() % list.size()] : random() % 1000;
      if (const auto at = std::find(list.begin(), list.end(), entry); at != list.end()) {
        next.table.remove(row, entry, writer);
        *at = list.back();
        list.pop_back();
      } else if (random() % 4 == 0) {
        next.table.remove(row, entry, writer);  // which is not there
      } else {
        next.table.add(row, entry, writer);
        list.push_back(entry);
      }
    }
    versions.push_back(std::move(next));
  }
  for (const Version& v : versions)
    for (std::uint32_t row = 0; row < v.lists.size(); ++row) {
      REQUIRE(held(v.table, row) == v.lists[row]);
      REQUIRE(v.table.empty(row) == v.lists[row].empty());
    }
}

TEST_CASE("a task's numbers and its only office and upper task come back as they were said") {
  Model model({1});
  for (const int duration : {0, 1, 0xFFFE, 0xFFFF, 0x10000, -1})
    for (const int weight : {0, 1, 0xFFFF, 0x10000, 1'000'000, -7})
      for (const int names : {0, 1, 2, 3}) {
        TaskSpec spec;
        spec.document = DocumentId(3);
        spec.duration = duration;
        spec.weight = weight;
        if ((names & 1) != 0) spec.leads = {UnitId(5)};
        if ((names & 2) != 0) spec.implements = {TaskId(9)};
        const TaskId id = add(model, spec, ItemKind::task);
        for (const int again : {0, 1}) {
          spec.duration += again;  // said once more, otherwise
          model.put(id, spec, {1});
          const TaskSpec back = model.spec(id);
          CHECK(back.duration == spec.duration);
          CHECK(back.weight == weight);
          CHECK(back.leads == spec.leads);
          CHECK(back.implements == spec.implements);
        }
      }
}

TEST_CASE("days, calendars and margins of a task come back as they were kept") {
  for (const std::int32_t day : {day_none, -25'567, 0, 20'454, 47'846, day_unlimited})
    for (const int margin : {0, 1, -1, 8191, 8192, 32'767, -32'768}) {
      TaskTimes times;
      times.in = {day, day, 0xFFFF, static_cast<std::int16_t>(margin)};
      times.earliest_start = times.earliest_finish = times.latest_finish = day;
      CHECK(TaskTimes(TaskTimesCell(times)) == times);
    }
  CHECK(TaskTimes(TaskTimesCell()) == TaskTimes());
}

TEST_CASE("a national plan without names takes at most 108 bytes a task in a whole engine") {
  const bench::NationalCascade plan = bench::national_cascade(100'000);
  const bench::NationalSpecs specs(plan);
  Engine engine;
  Edit offices = engine.edit();
  specs.tell_offices(offices);
  offices.commit().value();
  const std::size_t before = bytes_in_use;
  {
    Edit plans = engine.edit();
    specs.tell_plans(plans);
    plans.commit().value();
  }
  const double bytes =
      static_cast<double>(bytes_in_use - before) / static_cast<double>(plan.size());
  INFO(bytes << " bytes a task");
  CHECK(bytes <= 108);
  CHECK(bytes > 36);  // a task's row and its dates alone
}

TEST_CASE("a national plan without names takes at most 40 bytes a task in the model") {
  const bench::NationalCascade plan = bench::national_cascade(100'000);
  const bench::NationalSpecs specs(plan);
  const std::size_t before = bytes_in_use;
  Model model({1});
  for (std::uint32_t i = 0; i < plan.issued.size(); ++i)
    add(model, specs.document(i), ItemKind::document);
  for (std::uint32_t i = 0; i < plan.size(); ++i) add(model, specs.task(i), ItemKind::task);
  for (std::uint32_t i = 0; i < plan.size(); ++i)
    if (specs.reports(i)) add(model, specs.report(i), ItemKind::observation);
  const double bytes =
      static_cast<double>(bytes_in_use - before) / static_cast<double>(plan.size());
  INFO(bytes << " bytes a task");
  CHECK(bytes <= 40);
  CHECK(bytes > 24);  // a task's row alone
}

TEST_CASE("a new cycle is the one found in the whole graph, without looking at all of it") {
  std::mt19937 random(13);
  int cycles = 0;
  for (int round = 0; round < 2000; ++round) {
    const Node n = 2 + random() % 60;
    std::vector<std::vector<Node>> to(n);  // at first to smaller nodes only: no cycle
    for (Node v = 1; v < n; ++v)
      for (unsigned i = random() % 3; i > 0; --i) to[v].push_back(random() % v);
    std::vector<Node> seeds;
    for (int i = 0; i < 2; ++i) {
      seeds.push_back(random() % n);
      to[seeds.back()].push_back(random() % n);
    }
    std::vector<bool> reached(n, false), looked_at(n, false);
    std::vector<Node> open(seeds);
    while (!open.empty()) {
      const Node v = open.back();
      open.pop_back();
      if (reached[v]) continue;
      reached[v] = true;
      open.insert(open.end(), to[v].begin(), to[v].end());
    }
    const std::vector<Node> found = find_new_cycle(n * 100, seeds, [&](Node v, auto&& visit) {
      looked_at[v] = true;
      for (Node w : to[v]) visit(w);
    });
    std::vector<std::pair<Node, Node>> pairs;
    for (Node v = 0; v < n; ++v)
      for (Node w : to[v]) pairs.emplace_back(v, w);
    REQUIRE(found == order(Edges::from_pairs(n, pairs)).cycle);
    REQUIRE(looked_at == reached);
    cycles += found.empty() ? 0 : 1;
  }
  CHECK(cycles > 100);
  CHECK(cycles < 1900);
}
