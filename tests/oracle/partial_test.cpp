// SPDX-License-Identifier: BSL-1.0
// Shards of random plans, each computed by an engine of its own, against the whole computed by one.
#include <algorithm>
#include <boost/crc.hpp>
#include <catch2/catch.hpp>
#include <kehoach/engine.hpp>
#include <string>
#include <vector>

#include "support/random_plans.hpp"

using namespace kehoach;
using support::d;
using support::RandomPlans;

namespace {

const Date the_day = d("2026-07-01");

/// Shard 0 holds what the ministry issued, shard p what was issued at or below province p.
std::vector<std::set<std::uint32_t>> issuers(const RandomPlans& plans) {
  std::vector<std::set<std::uint32_t>> shards{{1}};
  for (const UnitId province : plans.provinces) {
    std::set<std::uint32_t> own;
    for (std::uint32_t u = 1; u <= plans.units.size(); ++u) {
      std::uint32_t at = u;
      while (at != province.value() && !plans.units[at - 1].parents.empty())
        at = plans.units[at - 1].parents[0].value.value();
      if (at == province.value()) own.insert(u);
    }
    shards.push_back(own);
  }
  return shards;
}

std::vector<Partial> partials(const RandomPlans& plans, const CrossTableSpec& table,
                              bool closed = false) {
  std::vector<Partial> made;
  const auto shards = issuers(plans);
  for (std::size_t s = 0; s < shards.size(); ++s) {
    const std::vector<std::uint32_t> kept = plans.shard(shards[s]);
    const Engine engine = plans.engine(&kept);
    PartialSpec spec;
    spec.table = table;
    spec.own = {s == 0 ? UnitId(1) : plans.provinces[s - 1]};
    spec.below = s != 0;
    spec.closed = closed && s != 0;
    made.push_back(engine.snapshot().evaluate(the_day).value().partial(spec).value());
  }
  return made;
}

Partial whole(const RandomPlans& plans, const CrossTableSpec& table) {
  const Engine engine = plans.engine();
  return engine.snapshot().evaluate(the_day).value().partial({table, {}, true, false}).value();
}

const std::vector<AxisSpec> axes{{Axis::none},   {Axis::document}, {Axis::unit}, {Axis::level},
                                 {Axis::period}, {Axis::status},   {Axis::under}};

bool same(const Rollup& a, const Rollup& b) {
  return a.counts == b.counts && a.leaves == b.leaves && a.reported == b.reported &&
         a.weight == b.weight && a.reported_weight == b.reported_weight &&
         a.weighted_progress == b.weighted_progress;
}

}  // namespace

TEST_CASE("shards merged in any order are bit for bit the whole") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    RandomPlans plans(seed, {.tasks = 70, .provinces = 4});
    const CrossTableSpec table{axes[plans.below(7)], axes[plans.below(7)], {}};
    const std::string expected = whole(plans, table).save();
    std::vector<Partial> shards = partials(plans, table);
    for (int order = 0; order < 4; ++order) {
      std::vector<Partial> left = shards;
      while (left.size() > 1) {  // any two of those left, so every way of bracketing occurs
        const std::size_t a = plans.below(static_cast<std::uint32_t>(left.size()));
        Partial taken = left[a];
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(a));
        const std::size_t b = plans.below(static_cast<std::uint32_t>(left.size()));
        taken = Partial::load(taken.save()).value();
        INFO("seed " << seed << " order " << order);
        const Result<Done> merged = left[b].merge(taken);
        REQUIRE(merged.ok());
      }
      REQUIRE(left[0].unowned().empty());
      REQUIRE(left[0].save() == expected);
    }
  }
}

TEST_CASE("the table of a partial is the cross table of its plans") {
  const RandomPlans plans(7, {.tasks = 90});
  const Engine engine = plans.engine();
  const Evaluation today = engine.snapshot().evaluate(the_day).value();
  for (const AxisSpec& rows : axes)
    for (const AxisSpec& columns : axes) {
      const CrossTableSpec spec{rows, columns, {}};
      const CrossTable table = today.cross_table(spec).value();
      const PartialTable merged = whole(plans, spec).table();
      REQUIRE(merged.rows.size() == table.rows.size());
      REQUIRE(merged.columns.size() == table.columns.size());
      REQUIRE(merged.cells.size() == table.cells.size());
      REQUIRE(same(merged.total, table.total));
      std::int64_t ours = 0, theirs = 0;
      for (const Cell& cell : table.cells) ours += cell.sum.weighted_progress + cell.sum.total();
      for (const PartialCell& cell : merged.cells)
        theirs += cell.sum.weighted_progress + cell.sum.total();
      REQUIRE(ours == theirs);
    }
}

TEST_CASE("closed shards give the same table, or are refused where another implements their leaf") {
  int merged_count = 0, refused_count = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const RandomPlans plans(seed, {.tasks = 12, .provinces = 2, .shared = 20});
    const CrossTableSpec spec{{Axis::document}, {Axis::status}, {}};
    std::vector<Partial> shards = partials(plans, spec, true);
    Partial all = shards[0];
    bool refused = false;
    for (std::size_t s = 1; s < shards.size() && !refused; ++s) {
      const std::string before = all.save();
      const Result<Done> done = all.merge(shards[s]);
      if (done.ok()) continue;
      refused = true;
      REQUIRE(done.error().code == Errc::misuse);
      REQUIRE(all.save() == before);
    }
    refused_count += refused;
    if (refused) continue;
    ++merged_count;
    const PartialTable a = all.table(), b = whole(plans, spec).table();
    REQUIRE(a.rows == b.rows);
    REQUIRE(a.cells.size() == b.cells.size());
    for (std::size_t i = 0; i < a.cells.size(); ++i) REQUIRE(same(a.cells[i].sum, b.cells[i].sum));
    REQUIRE(same(a.total, b.total));
  }
  CHECK(merged_count > 0);
  CHECK(refused_count > 0);
}

TEST_CASE("a changed, cut or made up partial is refused with a clear error, never believed") {
  const RandomPlans plans(3, {.tasks = 30});
  const std::string bytes = whole(plans, {{Axis::document}, {Axis::unit}, {}}).save();
  REQUIRE(Partial::load(bytes).ok());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
    const auto loaded = Partial::load(changed);
    REQUIRE_FALSE(loaded.ok());
    REQUIRE_FALSE(loaded.error().message.empty());
  }
  for (std::size_t size = 0; size < bytes.size(); size += 7)
    REQUIRE_FALSE(Partial::load(std::string_view(bytes).substr(0, size)).ok());
  REQUIRE_FALSE(Partial::load(bytes + '\0').ok());
}

TEST_CASE(
    "made up payloads under a right checksum are refused, or are partials that say the same") {
  RandomPlans plans(5, {.tasks = 14, .provinces = 2});
  const std::string bytes = partials(plans, {{Axis::document}, {Axis::unit}, {}})[1].save();
  int refused = 0, taken = 0;
  for (int n = 0; n < 20'000; ++n) {
    std::string made = bytes.substr(0, bytes.size() - 8);
    for (std::uint32_t changes = 1 + plans.below(3); changes > 0; --changes) {
      const std::size_t at = 8 + plans.below(static_cast<std::uint32_t>(made.size() - 8));
      if (plans.percent(20))
        made.erase(at, 1);
      else if (plans.percent(20))
        made.insert(at, 1, static_cast<char>(plans.below(256)));
      else
        made[at] = static_cast<char>(plans.percent(30) ? 0xFF : plans.below(256));
    }
    boost::crc_optimal<64, 0x42F0E1EBA9EA3693ULL, ~0ULL, ~0ULL, true, true> crc;
    crc.process_bytes(made.data(), made.size());
    for (int i = 0; i < 8; ++i) made.push_back(static_cast<char>(crc.checksum() >> (8 * i)));
    const Result<Partial> loaded = Partial::load(made);
    if (!loaded.ok()) {
      REQUIRE(loaded.error().code == Errc::syntax);
      ++refused;
      continue;
    }
    ++taken;
    REQUIRE(loaded->save() == made);
    (void)loaded->table();
    Partial copy = *loaded;
    (void)copy.merge(*loaded);
    for (const Partial& other : {whole(plans, {{Axis::document}, {Axis::unit}, {}})}) {
      if (n % 100 != 0) break;
      (void)copy.merge(other);
    }
  }
  CHECK(refused > 1000);
  CHECK(taken > 100);
}

TEST_CASE("the checksum is CRC-64/XZ") {
  boost::crc_optimal<64, 0x42F0E1EBA9EA3693ULL, ~0ULL, ~0ULL, true, true> crc;
  crc.process_bytes("123456789", 9);
  CHECK(crc.checksum() == 0x995DC9BBDF1939FAULL);
}

TEST_CASE("what does not belong together is refused by name, and nothing changes") {
  const RandomPlans plans(9, {.tasks = 40, .provinces = 2});
  const CrossTableSpec by_document{{Axis::document}, {}, {}};
  const std::vector<Partial> shards = partials(plans, by_document);
  Partial all = shards[1];
  const std::string before = all.save();
  const auto refused = [&](const Partial& other, Errc code) {
    const Result<Done> done = all.merge(other);
    REQUIRE_FALSE(done.ok());
    CHECK(done.error().code == code);
    CHECK(all.save() == before);
    return done.error().message;
  };
  refused(partials(plans, {{Axis::unit}, {}, {}})[2], Errc::invalid_value);
  CHECK(refused(shards[1], Errc::duplicate_key).find("viec-") != std::string::npos);

  // A shard that knows a task of another one, but not all that this one implements.
  RandomPlans other = plans;
  bool changed = false;
  for (TaskSpec& task : other.tasks) {
    const std::uint32_t issuer = other.documents[task.document.value() - 1].issuer.value();
    if (issuer != 1 || task.implements.empty()) continue;
    task.implements.clear();
    changed = true;
  }
  REQUIRE(changed);
  CHECK(refused(partials(other, by_document)[0], Errc::invalid_value).find("viec-") !=
        std::string::npos);
}

TEST_CASE("a shard that is missing is named by the tasks it would own") {
  const RandomPlans plans(9, {.tasks = 40, .provinces = 2});
  const std::vector<Partial> shards = partials(plans, {{Axis::document}, {}, {}});
  Partial some = shards[1];
  REQUIRE_FALSE(some.unowned().empty());
  some.merge(shards[2]).value();
  some.merge(shards[0]).value();
  CHECK(some.unowned().empty());
  CHECK(some.own_tasks() == plans.tasks.size());
}

TEST_CASE("a task without key has no place in a partial") {
  support::Plans plans;
  plans.add(plans.task(""));
  const auto made = plans.on("2025-06-02").partial({});
  REQUIRE_FALSE(made.ok());
  CHECK(made.error().code == Errc::missing_field);
}
