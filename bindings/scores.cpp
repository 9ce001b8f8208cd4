// SPDX-License-Identifier: BSL-1.0
// Points of offices, and published tallies that may not add up.
#include <kehoach/tally.hpp>

#include "module.hpp"
#include "records.hpp"

namespace kehoach::python {
namespace {

using Held = HeldEvaluation;

Score score(const Held& self, const py::kwargs& given) {
  const ByKey by_key = keys_of(self.snapshot);
  Fields fields(given, "score", by_key);
  ScoreSpec spec;
  ScoringPolicy policy;
  fields.read("unit", spec.unit);
  fields.read("below", spec.below);
  fields.read("first", spec.from);
  fields.read("last", spec.to);
  fields.read("general", spec.general);
  fields.read("general_points", policy.general_points);
  fields.read("result_points", policy.result_points);
  fields.read("late_loss", policy.late_loss);
  fields.read("fault_loss", policy.fault_loss);
  fields.read("grades", policy.grades);
  fields.read("decimals", policy.decimals);
  fields.read("rounding", policy.rounding);
  fields.read("source", policy.source);
  fields.finish();
  return without_gil([&] { return self.evaluation.score(spec, policy).value(); });
}

std::vector<TallyFault> check_tally(const std::optional<Rollup>& rollup, const py::kwargs& given) {
  const ByKey nothing = [](ItemKind, const std::string&) { return Item(); };
  Fields fields(given, "tally", nothing);
  PublishedTally t;
  const std::pair<const char*, std::optional<std::int64_t>*> counts[] = {
      {"total", &t.total},
      {"done", &t.done},
      {"done_in_time", &t.done_in_time},
      {"done_late", &t.done_late},
      {"open", &t.open},
      {"open_in_time", &t.open_in_time},
      {"open_overdue", &t.open_overdue}};
  for (const auto& [name, out] : counts)
    if (fields.has(name)) fields.read(name, out->emplace());
  const std::pair<const char*, std::optional<Quantity>*> percents[] = {
      {"done_percent", &t.done_percent},
      {"open_in_time_percent", &t.open_in_time_percent},
      {"open_overdue_percent", &t.open_overdue_percent},
      {"done_of_due_percent", &t.done_of_due_percent}};
  for (const auto& [name, out] : percents)
    if (fields.has(name)) fields.read(name, out->emplace());
  fields.finish();
  return rollup ? check(t, *rollup) : check(t);
}

void bind_published_tally(py::module_& module) {
  Record<TallyFault>(module, "TallyFault", "What does not add up in a published tally.")
      .computed("kind",
                [](const TallyFault& f) {
                  constexpr const char* kinds[] = {"sum", "percent", "rollup"};
                  return std::string(kinds[static_cast<int>(f.kind)]);
                })
      .computed("field", [](const TallyFault& f) { return std::string(name(f.field)); })
      .field("stated", &TallyFault::stated)
      .field("computed", &TallyFault::computed)
      .computed("culprit",
                [](const TallyFault& f) {
                  return f.culprit ? std::optional<std::string>(name(*f.culprit)) : std::nullopt;
                })
      .field("suggestion", &TallyFault::suggestion)
      .field("message", &TallyFault::message)
      .done();
  module.def("check_tally", &check_tally, py::arg("rollup") = py::none(),
             "What does not add up in published counts, given by name: total=, done=, …");
  module.def(
      "rounding_of", &rounding_of, py::arg("stated"), py::arg("part"), py::arg("whole"),
      "How a stated percentage came from its figures: \"half_up\", \"truncate\", or neither: "
      "None.");
}

void bind_score(py::module_& module) {
  Record<ScoredTask>(module, "ScoredTask", "One task of a score, in percent of itself.")
      .computed("task", [](const ScoredTask& t) { return Item(t.task); })
      .field("weight", &ScoredTask::weight)
      .field("done", &ScoredTask::done)
      .field("late", &ScoredTask::late)
      .field("excused", &ScoredTask::excused)
      .field("faults", &ScoredTask::faults)
      .field("quality", &ScoredTask::quality)
      .field("progress", &ScoredTask::progress)
      .done();
  Record<Score>(module, "Score", "Points of an office.")
      .field("total", &Score::total)
      .field("grade", &Score::grade)
      .field("quantity", &Score::quantity)
      .field("quality", &Score::quality)
      .field("progress", &Score::progress)
      .field("results", &Score::results)
      .field("general", &Score::general)
      .field("assigned", &Score::assigned)
      .field("tasks", &Score::tasks)
      .field("source", &Score::source)
      .done();
}

}  // namespace

void bind_scores(py::module_& module) {
  bind_score(module);
  bind_published_tally(module);
}

void bind_score_answers(py::class_<HeldEvaluation>& evaluation) {
  evaluation.def("score", &score,
                 "Points of unit= for tasks due in first= to last=, with general=.");
}

}  // namespace kehoach::python
