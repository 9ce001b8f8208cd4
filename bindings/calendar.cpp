// SPDX-License-Identifier: BSL-1.0
#include <kehoach/calendar_combine.hpp>
#include <kehoach/calendar_version.hpp>

#include "module.hpp"

namespace kehoach::python {
namespace {

Calendar make(const py::object& base, const py::kwargs& given) {
  Fields fields(given, "calendar", no_plans());
  const CalendarSpec spec = spec_from(fields, CalendarSpec{});
  fields.finish();
  if (base.is_none()) return Calendar::make(spec).value();
  return Calendar::make(spec, base.cast<const Calendar&>()).value();
}

// Day numbers of an array of days, NaT as `no_date`.
py::array_t<std::int64_t> day_numbers(const py::array& days) {
  return days.attr("astype")("datetime64[D]").attr("astype")("int64");
}

Date day_at(std::int64_t number) {
  if (number < -40'000 || number > 50'000) return day(0, 1, 1).value();
  return from_day_number(static_cast<std::int32_t>(number));
}

py::object add_to_many(const Calendar& self, const py::array& days, int n) {
  const auto in = day_numbers(days);
  std::vector<std::int64_t> out;
  out.reserve(static_cast<std::size_t>(in.size()));
  for (py::ssize_t i = 0; i < in.size(); ++i) {
    out.push_back(day_number(self.add_working_days(day_at(in.data()[i]), n).value()));
  }
  return column(std::move(out)).attr("astype")("datetime64[D]").attr("reshape")(days.attr("shape"));
}

py::object exception_on(const Calendar& self, Date date) {
  (void)self.is_working_day(date).value();
  const CalendarDay* day = self.exception(date);
  return day == nullptr ? py::object(py::none()) : calendar_day_to(*day);
}

py::list exceptions_between(const Calendar& self, Date first, Date last) {
  (void)self.is_working_day(first).value();
  (void)self.is_working_day(last).value();
  py::list out;
  for (Date d = first; d <= last; d += Days{1}) {
    if (const CalendarDay* day = self.exception(d)) out.append(calendar_day_to(*day));
  }
  return out;
}

Calendar combined_of(const std::vector<Calendar>& parts, const py::kwargs& given) {
  Fields fields(given, "calendar", no_plans());
  CalendarSpec spec = spec_from(fields, CalendarSpec{});
  fields.finish();
  if (spec.parts.empty()) spec.parts.resize(parts.size());  // where only `combine` matters
  return combined(spec, parts).value();
}

}  // namespace

const ByKey& no_plans() {
  static const ByKey nothing = [](ItemKind, const std::string&) -> Item {
    throw Exception(Error{Errc::unknown_key, "outside any plan no item can be named", {}, {}});
  };
  return nothing;
}

py::dict calendar_day_to(const CalendarDay& day) {
  py::dict out;
  out["date"] = py::cast(day.date);
  out["working"] = day.working;
  out["name"] = day.name;
  out["source"] = day.source;
  out["announced"] = py::cast(day.announced);
  out["projected"] = day.projected;
  return out;
}

void bind_calendar(py::module_& module) {
  py::class_<Calendar>(module, "Calendar",
                       "Working days as data: Calendar.vietnam() or one of your own.")
      .def(py::init(&make), py::arg("base") = py::none(),
           "Fields as in cascade JSON; `base` is the calendar to inherit days from.")
      .def_static(
          "vietnam",
          [](Date known_on) {
            return known_on == no_date ? vietnam_public_sector() : vietnam_public_sector(known_on);
          },
          py::arg("known_on") = py::none(),
          "Vietnam's public sector as known on a day (default: everything known).")
      .def_property_readonly("first", &Calendar::first)
      .def_property_readonly("last", &Calendar::last)
      .def_property_readonly("name", [](const Calendar& self) { return self.spec().name; })
      .def_property_readonly(
          "spec", [](const Calendar& self) { return spec_to(self.spec()); },
          "What it is made of, as a dict of the fields that would make it again.")
      .def(
          "is_working_day",
          [](const Calendar& self, Date d) { return self.is_working_day(d).value(); },
          py::arg("day"))
      .def(
          "add_working_days",
          [](const Calendar& self, Date d, int n) { return self.add_working_days(d, n).value(); },
          py::arg("day"), py::arg("n"),
          "The n-th working day after `day` (before it where n < 0); an array of days gives an "
          "array.")
      .def("add_working_days", &add_to_many, py::arg("day"), py::arg("n"))
      .def(
          "working_days_between",
          [](const Calendar& self, Date from, Date to) {
            return self.working_days_between(from, to).value();
          },
          py::arg("first"), py::arg("last"), "Working days in (first, last]; negative backwards.")
      .def(
          "roll_forward", [](const Calendar& self, Date d) { return self.roll_forward(d).value(); },
          py::arg("day"))
      .def(
          "roll_back", [](const Calendar& self, Date d) { return self.roll_back(d).value(); },
          py::arg("day"))
      .def("exception", &exception_on, py::arg("day"),
           "Why a day is no ordinary day of its week, as a dict; None if it is.")
      .def("exceptions", &exceptions_between, py::arg("first"), py::arg("last"),
           "All days in [first, last] that are no ordinary day of their week, as dicts.")
      .def_static("combined", &combined_of, py::arg("calendars"),
                  "One calendar of several: combine='both_work', 'either_works', or 'in_turn' with "
                  "parts=[{'calendar': key, 'from': day}, ...]; further fields lie over it.")
      .def(
          "as_known_on",
          [](const Calendar& self, Date day) { return as_known_on(self, day).value(); },
          py::arg("day"), "Without what was announced after that day.")
      .def(
          "differences",
          [](const Calendar& self, const Calendar& later) { return differences(self, later); },
          py::arg("later"), "The days worked in one of the two versions and off in the other.")
      .def("__repr__", [](const Calendar& self) {
        return "<Calendar " + self.spec().name + " " + to_string(self.first()) + " to " +
               to_string(self.last()) + ">";
      });
}

}  // namespace kehoach::python
