// SPDX-License-Identifier: BSL-1.0
// An engine with a memory of the host's: what comes from there, that it goes back there, and what
// happens where the host has none left.
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdlib>
#include <kehoach/exchange.hpp>
#include <memory_resource>
#include <new>
#include <optional>

#include "bench/national_specs.hpp"
#include "support/failing_memory.hpp"
#include "support/plans.hpp"

using namespace kehoach;
using support::d;

namespace {

// Counts what it gave and looks at what comes back. From malloc, so that it is no part of what operator
// new counts. Before each block stands whose it is and what was asked for.
class Counted final : public std::pmr::memory_resource {
 public:
  long blocks = 0;
  long long bytes = 0;
  long asked = 0;
  long strangers = 0;    // came back to another, or with another size or alignment
  long left = -1;        // so many more before it has none; negative: it always has
  bool refused = false;  // it had none

 private:
  struct alignas(std::max_align_t) Head {
    Counted* owner;
    std::size_t size, alignment;
  };

  void* do_allocate(std::size_t size, std::size_t alignment) override {
    ++asked;
    if (left == 0) refused = true;
    if (left == 0 || alignment > alignof(std::max_align_t)) throw std::bad_alloc();
    if (left > 0) --left;
    auto* head = static_cast<Head*>(std::malloc(sizeof(Head) + size));
    if (head == nullptr) throw std::bad_alloc();
    *head = {this, size, alignment};
    ++blocks;
    bytes += static_cast<long long>(size);
    return head + 1;
  }
  void do_deallocate(void* block, std::size_t size, std::size_t alignment) override {
    auto* head = static_cast<Head*>(block) - 1;
    strangers += head->owner != this || head->size != size || head->alignment != alignment;
    --head->owner->blocks;
    head->owner->bytes -= static_cast<long long>(head->size);
    std::free(head);
  }
  bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override {
    return this == &other;
  }
};

// Of every sort: texts, lists, rules, facts, an impossible day.
constexpr const char* plans = R"({"format": "kehoach.cascade/1",
  "units": [{"key": "bv", "level": "hospital", "name": "Bệnh viện"}],
  "documents": [{"key": "KH", "symbol": "2/KH-BV", "issued": "2025-06-02", "issuer": "bv"}],
  "tasks": [
    {"key": "A", "name": "Chung", "document": "KH", "leads": ["bv"],
     "deadline": {"kind": "period", "first": "2025-07-01", "last": "2025-12-31"}},
    {"key": "B", "name": "Tập huấn", "document": "KH", "leads": ["bv"], "implements": ["A"],
     "deadline": {"kind": "by_date", "last": "2025-07-31"}},
    {"key": "C", "document": "KH", "implements": ["A"], "duration": 5, "after": [{"task": "B"}],
     "deadline": {"kind": "impossible", "written": {"day": 31, "month": 11}}}],
  "observations": [
    {"what": "done", "task": "B", "date": "2025-07-30", "note": "đã xong"}]})";

Engine planned(std::pmr::memory_resource& memory) {
  Engine engine(&memory);
  add_json(engine, plans).value();
  return engine;
}

void edit_a_little(Engine& engine) {
  Edit edit = engine.edit();
  const Snapshot now = engine.snapshot();
  TaskSpec task = now.spec(TaskId(now.find(ItemKind::task, "C").value().id)).value();
  task.duration = 9;
  edit.change(TaskId(3), task);
  task.key = "D";
  task.name = "Một việc mới";
  const TaskId added = edit.add(task);
  ObservationSpec fact;
  fact.subject = added;
  fact.what = Observed::progress;
  fact.date = d("2025-08-01");
  fact.value = Quantity(40);
  edit.add(fact);
  edit.commit().value();
}

// All that an engine does.
void session(Engine& engine) {
  engine.follow(d("2025-08-04")).value();
  edit_a_little(engine);
  Engine branch = engine.branch();
  Edit edit = branch.edit();
  edit.remove(TaskId(2));
  (void)edit.commit();
  engine.follow(d("2025-09-04")).value();
  const Evaluation followed = engine.snapshot().evaluate(d("2025-09-04")).value();
  CHECK(followed.findings().size() > 0);  // kept for the next version that is asked
  engine.undo().value();
  engine.restore(branch.snapshot()).value();
  engine.unfollow();
  const Evaluation later = engine.snapshot().evaluate(d("2026-01-05")).value();
  CHECK(later.findings().size() > 0);
  CHECK(engine.verify().ok());
}

}  // namespace

TEST_CASE("every byte an engine had of its host's memory goes back, as it was asked for") {
  Counted memory;
  {
    Engine engine = planned(memory);
    CHECK(memory.blocks > 20);
    session(engine);
  }
  CHECK(memory.blocks == 0);
  CHECK(memory.bytes == 0);
  CHECK(memory.strangers == 0);
}

TEST_CASE("engines with memories of their own never mix them") {
  Counted one, other;
  std::optional<Engine> first(planned(one)), second(planned(other));
  const long before = other.asked;
  session(*first);
  CHECK(other.asked == before);
  CHECK(second->restore(first->snapshot()).error().code == Errc::misuse);
  session(*second);
  Engine ours = std::move(*first);
  *first = std::move(*second);  // the engine's memory goes with it
  second.reset();
  first->follow(d("2025-10-06")).value();
  first.reset();
  CHECK(other.blocks == 0);
  CHECK(one.blocks > 0);
  { const Engine gone = std::move(ours); }
  CHECK(one.blocks == 0);
  CHECK(one.strangers + other.strangers == 0);
}

TEST_CASE("a shared memory is let go of with the last handle of the family") {
  auto memory = std::make_shared<Counted>();
  const std::weak_ptr<Counted> watched = memory;
  std::optional<Engine> engine{Engine(std::shared_ptr<std::pmr::memory_resource>(memory))};
  Counted& counts = *memory;
  memory.reset();
  add_json(*engine, plans).value();
  std::optional<Engine> branch(engine->branch());
  std::optional<Snapshot> older(branch->snapshot());
  engine.reset();
  edit_a_little(*branch);
  CHECK(older->count(ItemKind::task) == 3);
  std::optional<Evaluation> today(older->evaluate(d("2025-08-04")).value());
  older.reset();
  CHECK(today->statuses().size() == 3);
  branch.reset();
  CHECK(today->statuses()[1] == Status::done_in_time);
  CHECK(counts.blocks > 0);
  REQUIRE_FALSE(watched.expired());
  today.reset();
  CHECK(watched.expired());
}

TEST_CASE("where the host has no memory left a call ends with bad_alloc and nothing has changed") {
  const auto starve = [](const auto& call) {
    long refusals = 0;
    for (long n = 0;; ++n) {
      Counted memory;
      {
        Engine engine = planned(memory);
        engine.follow(d("2025-08-04")).value();
        const std::string before = write_json(engine.snapshot());
        memory.left = n;
        bool worked = true;
        try {
          call(engine);
        } catch (const std::bad_alloc&) {
          worked = false;
        }
        memory.left = -1;
        CHECK(worked != memory.refused);
        if (!worked) {
          ++refusals;
          CHECK(write_json(engine.snapshot()) == before);
          CHECK(engine.verify().ok());
          CHECK_NOTHROW(call(engine));
        }
      }
      CHECK(memory.blocks == 0);
      if (!memory.refused) break;
    }
    CHECK(refusals > 3);
  };
  starve(edit_a_little);
  starve([](Engine& engine) { engine.follow(d("2025-07-01")).value(); });
  starve([](Engine& engine) { (void)engine.snapshot().evaluate(d("2026-01-05")).value(); });
  starve([](Engine& engine) {
    Edit edit = engine.edit();
    Settings settings;
    settings.margin[0] = 2;
    edit.set(settings);
    edit.commit().value();
  });
}

TEST_CASE("an engine that its host has no memory for is not made") {
  for (long n = 0; n < 20; ++n) {
    Counted memory;
    memory.left = n;
    CHECK_THROWS_AS(Engine(&memory), std::bad_alloc);
    CHECK(memory.blocks == 0);
  }
}

TEST_CASE("no memory given means operator new") {
  const long before = testing::living_blocks();
  {
    Engine engine(static_cast<std::pmr::memory_resource*>(nullptr));
    add_json(engine, plans).value();
    CHECK(testing::living_blocks() > before + 50);
  }
  CHECK(testing::living_blocks() == before);
}

TEST_CASE("of what grows with the plans, all but a twentieth comes from the host's memory") {
  const bench::NationalCascade cascade = bench::national_cascade(10'000);
  const bench::NationalSpecs specs(cascade, true);
  Counted memory;
  {
    Engine engine(&memory);
    const auto commit = [&](const auto& tell) {
      Edit edit = engine.edit();
      tell(edit);
      edit.commit().value();
    };
    commit([&](Edit& edit) { specs.tell_offices(edit); });
    const long long kept = memory.bytes, own = testing::living_bytes();
    const auto share = [&] {
      const auto from_host = static_cast<double>(memory.bytes - kept);
      const auto from_new = static_cast<double>(testing::living_bytes() - own);
      CAPTURE(from_host, from_new);
      CHECK(from_host > 0.95 * (from_host + from_new));
      CHECK(from_host > 0);
    };
    commit([&](Edit& edit) { specs.tell_plans(edit); });
    share();
    engine.follow(d("2025-08-04")).value();
    const Snapshot now = engine.snapshot();
    (void)now.evaluate(d("2025-09-01")).value();
    share();
  }
  CHECK(memory.blocks == 0);
}
