// SPDX-License-Identifier: BSL-1.0
// Targets over time, over the offices below, and counted.
#include "module.hpp"
#include "records.hpp"

namespace kehoach::python {
namespace {

using Held = HeldEvaluation;

py::dict counts_to(const std::array<std::uint32_t, compliance_count>& counts) {
  py::dict out;
  for (std::size_t i = 0; i < counts.size(); ++i) out[Words<Compliance>::list[i]] = counts[i];
  return out;
}

TargetTally tally(const Held& self, const py::kwargs& given) {
  const ByKey by_key = keys_of(self.snapshot);
  Fields fields(given, "scope", by_key);
  TargetScope scope;
  fields.read("unit", scope.unit);
  fields.read("below", scope.below);
  fields.read("document", scope.document);
  fields.finish();
  return without_gil([&] { return self.evaluation.tally(scope).value(); });
}

}  // namespace

void bind_targets(py::module_& module) {
  Record<Breach>(module, "Breach", "Where a bound that must always hold did not.")
      .field("first", &Breach::first)
      .field("last", &Breach::last)
      .field("actual", &Breach::actual)
      .done();
  Record<SeriesPoint>(module, "SeriesPoint", "The verdict at the end of one period.")
      .field("first", &SeriesPoint::first)
      .field("last", &SeriesPoint::last)
      .field("as_of", &SeriesPoint::as_of)
      .computed("actual", [](const SeriesPoint& p) { return p.verdict.actual; })
      .field("change", &SeriesPoint::change)
      .field("improved", &SeriesPoint::improved)
      .computed("expected", [](const SeriesPoint& p) { return p.verdict.expected; })
      .computed("bound", [](const SeriesPoint& p) { return p.verdict.bound; })
      .computed("compliance", [](const SeriesPoint& p) { return p.verdict.compliance; })
      .field("verdict", &SeriesPoint::verdict)
      .done();
  Record<Contribution>(module, "Contribution", "What one office below has to reach.")
      .computed("unit", [](const Contribution& c) { return Item(c.unit); })
      .computed("target",
                [](const Contribution& c) {
                  return c.target ? std::optional<Item>(Item(c.target)) : std::nullopt;
                })
      .field("late", &Contribution::late)
      .field("low", &Contribution::low)
      .field("high", &Contribution::high)
      .field("weight", &Contribution::weight)
      .field("short_by", &Contribution::short_by)
      .done();
  Record<Adequacy>(module, "Adequacy", "Do the targets below imply the one above?")
      .field("outcome", &Adequacy::outcome)
      .field("milestone", &Adequacy::milestone)
      .field("low", &Adequacy::low)
      .field("high", &Adequacy::high)
      .field("implied_low", &Adequacy::implied_low)
      .field("implied_high", &Adequacy::implied_high)
      .field("short_by", &Adequacy::short_by)
      .field("over_by", &Adequacy::over_by)
      .field("contributions", &Adequacy::contributions)
      .computed("lacking", [](const Adequacy& a) { return items(a.lacking); })
      .done();
  Record<TargetTally>(module, "TargetTally", "How many targets hold, and which are worst.")
      .computed("met", &TargetTally::met)
      .computed("total", &TargetTally::total)
      .computed("counts", [](const TargetTally& t) { return counts_to(t.counts); })
      .computed("aspirational", [](const TargetTally& t) { return counts_to(t.aspirational); })
      .field("worst", &TargetTally::worst)
      .computed("causing",
                [](const TargetTally& t) {
                  return std::vector<Item>(t.causing.begin(), t.causing.end());
                })
      .done();
}

void bind_target_answers(py::class_<HeldEvaluation>& evaluation) {
  evaluation
      .def(
          "_series",
          [](const Held& self, const py::object& target, Period period, Date first, Date last) {
            const auto id = id_from<TargetId>(target, keys_of(self.snapshot));
            return without_gil(
                [&] { return self.evaluation.series(id, period, first, last).value(); });
          },
          py::arg("target"), py::arg("period"), py::arg("first"), py::arg("last"))
      .def(
          "adequacy",
          [](const Held& self, const py::object& target) {
            const auto id = id_from<TargetId>(target, keys_of(self.snapshot));
            return without_gil([&] { return self.evaluation.adequacy(id).value(); });
          },
          py::arg("target"), "Whether the targets below imply it, for each milestone.")
      .def("tally", &tally, "How many targets hold, by unit=, below=, document=.");
}

}  // namespace kehoach::python
