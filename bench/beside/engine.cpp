// SPDX-License-Identifier: BSL-1.0
// The work by the engine, through its public face. It does more on the way: 6,190 offices, statuses,
// slack, what binds each date, and with each report the list of all it changed.
#include <cstdlib>
#include <optional>

#include "work.hpp"

namespace {

using namespace kehoach;
using namespace kehoach::bench;

constexpr Date as_of = from_day_number(20'454 + 365);

void again(Engine& engine) {
  Edit edit = engine.edit();
  edit.set(engine.snapshot().settings());  // nothing is known to have stayed as it was
  if (!edit.commit().value().work.rebuilt) std::abort();
  engine.snapshot().evaluate(as_of).value();
}

WorkCheck dates(const Snapshot& snapshot) {
  WorkCheck check;
  for (std::uint32_t i = 0; i < snapshot.count(ItemKind::task); ++i) {
    const Schedule s = snapshot.schedule(TaskId(i + 1)).value();
    check.take(i, day_number(s.earliest_finish));
    if (s.latest_finish != no_date) check.take(i, day_number(s.latest_finish));
  }
  return check;
}

WorkCheck sums(const Snapshot& snapshot) {
  WorkCheck check;
  const Evaluation answers = snapshot.evaluate(as_of).value();
  for (std::uint32_t i = 0; i < snapshot.count(ItemKind::task); ++i) {
    Scope scope;
    scope.under = TaskId(i + 1);
    const Rollup r = answers.rollup(scope).value();
    check.take(i, WorkSums{r.total(), r.leaves, r.weight, r.reported, r.reported_weight,
                           r.weighted_progress});
  }
  return check;
}

void report(Engine& engine, const WorkReport& said) {
  ObservationSpec fact;
  fact.what = Observed::progress;
  fact.subject = TaskId(said.task + 1);
  fact.date = as_of;
  fact.value = Quantity(said.percent);
  Edit edit = engine.edit();
  edit.add(fact);
  if (edit.commit().value().changes.empty()) std::abort();
}

}  // namespace

int main(int, char** argv) {
  const NationalCascade plan = national_cascade(std::strtoul(argv[1], nullptr, 10));
  const int repetitions = std::atoi(argv[2]);
  WorkResult result{"kehoach", plan.size(), {}, {}, {}, {}, {}, {}};
  std::optional<Engine> engine;
  for (int i = 0; i < repetitions; ++i) {
    engine.reset();
    result.ready.push_back(processor_seconds([&] {
      engine = national_engine(plan);
      engine->snapshot().evaluate(as_of).value();
    }));
    result.again.push_back(processor_seconds([&] { again(*engine); }));
  }
  result.dates = dates(engine->snapshot());
  result.sums = sums(engine->snapshot());
  engine->follow(as_of).value();
  for (const WorkReport& said : work_reports(plan))
    result.report.push_back(seconds([&] { report(*engine, said); }));
  result.sums_after = sums(engine->snapshot());
  result.print();
}
