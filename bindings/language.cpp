// SPDX-License-Identifier: BSL-1.0
// Words for people: statuses, verdicts, rules, days and figures.
#include <algorithm>

#include <kehoach/lunar.hpp>

#include "module.hpp"

namespace kehoach::python {
namespace {

template <class Enum>
bool is_word(const std::string& word) {
  const auto& list = Words<Enum>::list;
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string describe_word(const std::string& word, Language language) {
  if (is_word<Compliance>(word)) return describe(enum_from_word<Compliance>(word)).in(language);
  if (is_word<Grade>(word)) return describe(enum_from_word<Grade>(word)).in(language);
  if (is_word<Adequate>(word)) return describe(enum_from_word<Adequate>(word)).in(language);
  return describe(enum_from_word<Status>(word)).in(language);
}

std::string describe_rule(const py::dict& rule, Language language) {
  return describe(rule_from(Fields(rule, "rule", no_plans()))).in(language);
}

}  // namespace

void bind_language(py::module_& module) {
  const auto language = py::arg("language") = Language::vi;
  module.def(
      "describe", &describe_word, py::arg("what"), language,
      "The words for a status, a verdict's compliance, a grade, an outcome of adequacy, a deadline "
      "rule, an instance of a period, or a lunar day.");
  module.def("describe", &describe_rule, py::arg("what"), language);
  module.def(
      "describe",
      [](const Instance& what, Period period, Language in) {
        return describe(what, period).in(in);
      },
      py::arg("what"), py::arg("period"), language);
  module.def(
      "describe", [](const LunarDate& what, Language in) { return describe(what).in(in); },
      py::arg("what"), language);
  module.def(
      "to_vietnamese", [](Date day) { return to_vietnamese(day); }, py::arg("value"),
      "A day as papers write it, \"30/7/2025\"; a figure as \"472.971,5\".");
  module.def(
      "to_vietnamese", [](Quantity figure) { return figure.to_vietnamese(); }, py::arg("value"));
}

}  // namespace kehoach::python
