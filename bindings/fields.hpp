// SPDX-License-Identifier: BSL-1.0
// One item as Python says it: a dict with the names of cascade JSON. Each field is taken once; what
// is left at the end is a mistake of the caller's and never passes in silence.
#pragma once

#include "refs.hpp"

namespace kehoach::python {

class Fields {
 public:
  Fields(const py::dict& given, std::string what, const ByKey& by_key)
      : rest_(given.attr("copy")()), what_(std::move(what)), by_key_(by_key) {}

  /// `out` keeps its default where the field is absent or None.
  template <class T>
  void read(const char* name, T& out) {
    if (const py::object value = take(name); !value.is_none()) out = convert<T>(name, value);
  }
  template <class Kind>
  void read(const char* name, Id<Kind>& out) {
    if (const py::object value = take(name); !value.is_none())
      out = id_from<Id<Kind>>(value, by_key_);
  }
  template <class Kind>
  void read(const char* name, std::vector<Id<Kind>>& out) {
    const py::object value = take(name);
    if (value.is_none()) return;
    check_list(name, value);
    for (const py::handle entry : value) out.push_back(id_from<Id<Kind>>(entry, by_key_));
  }
  /// A list of dicts, each read by `row(Fields&)`.
  template <class T, class Row>
  void rows(const char* name, std::vector<T>& out, const Row& row) {
    const py::object value = take(name);
    if (value.is_none()) return;
    check_list(name, value);
    for (const py::handle entry : value) {
      Fields fields = nested(name, entry);
      out.push_back(row(fields));
      fields.finish();
    }
  }

  bool has(const char* name) const { return rest_.contains(name) && !rest_[name].is_none(); }
  /// The value, None if absent.
  py::object take(const char* name) { return rest_.attr("pop")(name, py::none()); }
  /// A dict inside this one.
  Fields nested(const char* name, py::handle value) const;
  const ByKey& by_key() const { return by_key_; }

  /// TypeError if any field is left.
  void finish() const;

 private:
  void check_list(const char* name, py::handle value) const;
  [[noreturn]] void wrong_type(const char* name, py::handle value) const;
  template <class T>
  T convert(const char* name, py::handle value) const {
    try {
      return value.cast<T>();
    } catch (const py::cast_error&) {
      wrong_type(name, value);
    }
  }

  py::dict rest_;
  std::string what_;
  const ByKey& by_key_;
};

DeadlineRule rule_from(Fields fields);
/// The fields of `settings` that are policies of deadlines.
DeadlinePolicy policy_from(Fields& fields);
CalendarSpec spec_from(Fields& fields, CalendarSpec);
UnitSpec spec_from(Fields& fields, UnitSpec);
DocumentSpec spec_from(Fields& fields, DocumentSpec);
TaskSpec spec_from(Fields& fields, TaskSpec);
ReportSpec spec_from(Fields& fields, ReportSpec);
IndicatorSpec spec_from(Fields& fields, IndicatorSpec);
TargetSpec spec_from(Fields& fields, TargetSpec);
ObservationSpec spec_from(Fields& fields, ObservationSpec);
Settings settings_from(Fields& fields);

/// The reverse: the same names, `Item`s for the items it names, what is default left out.
py::dict spec_to(const CalendarSpec&);
py::dict spec_to(const UnitSpec&);
py::dict spec_to(const DocumentSpec&);
py::dict spec_to(const TaskSpec&);
py::dict spec_to(const ReportSpec&);
py::dict spec_to(const IndicatorSpec&);
py::dict spec_to(const TargetSpec&);
py::dict spec_to(const ObservationSpec&);
py::dict spec_to(const Settings&);
py::dict rule_to(const DeadlineRule&);
py::dict recurrence_to(const Recurrence&);

/// What names items where there are none: `unknown_key`.
const ByKey& no_plans();
/// An exception of a calendar with all its fields.
py::dict calendar_day_to(const CalendarDay&);

}  // namespace kehoach::python
