// SPDX-License-Identifier: BSL-1.0
// Who has reported, what is worst, and where reports above and below differ.
#include "module.hpp"
#include "records.hpp"

namespace kehoach::python {
namespace {

using Held = HeldEvaluation;

template <class Answer>
auto of_scope(Answer answer) {
  return [answer](const Held& self, const py::kwargs& given) {
    const Scope scope = scope_from(self, given);
    return without_gil([&] { return (self.evaluation.*answer)(scope).value(); });
  };
}

}  // namespace

void bind_coverage(py::module_& module) {
  Record<Coverage>(module, "Coverage", "Who has reported, of who must.")
      .computed("expected", [](const Coverage& c) { return items(c.expected); })
      .computed("partly", [](const Coverage& c) { return items(c.partly); })
      .computed("missing", [](const Coverage& c) { return items(c.missing); })
      .computed("unreported", [](const Coverage& c) { return items(c.unreported); })
      .done();
  Record<Worst>(module, "Worst", "The worst status in a scope and the tasks that cause it.")
      .field("status", &Worst::status)
      .computed("tasks", [](const Worst& w) { return items(w.tasks); })
      .done();
  Record<Contrast>(module, "Contrast", "An upper task's own report beside what lies below it.")
      .computed("task", [](const Contrast& c) { return Item(c.task); })
      .field("reported", &Contrast::reported)
      .field("derived", &Contrast::derived)
      .field("at_best", &Contrast::at_best)
      .field("difference", &Contrast::difference)
      .done();
  Record<Sharing>(module, "Sharing", "What exact sums cost beyond sums along a tree.")
      .field("shared", &Sharing::shared)
      .field("steps", &Sharing::steps)
      .done();
}

void bind_coverage_answers(py::class_<HeldEvaluation>& evaluation) {
  evaluation.def("coverage", of_scope(&Evaluation::coverage), "Who has reported, of who must.")
      .def("worst", of_scope(&Evaluation::worst), "The worst status and its causes.")
      .def("sharing", [](const Held& self) { return self.evaluation.sharing(); })
      .def(
          "contrasts",
          [](const Held& self, Quantity points, const py::kwargs& given) {
            const Scope scope = scope_from(self, given);
            return without_gil([&] { return self.evaluation.contrasts(scope, points).value(); });
          },
          py::arg("points") = Quantity(1), "Reports above and below that differ by so much.");
}

}  // namespace kehoach::python
