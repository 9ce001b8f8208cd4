// SPDX-License-Identifier: BSL-1.0
#include "casters.hpp"

namespace kehoach::python {
namespace {

// datetime's C interface is a pointer of this source's own, filled on first use.
void use_datetime() {
  if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
  if (PyDateTimeAPI == nullptr) throw py::error_already_set();
}

bool is_midnight(PyObject* o) {
  return PyDateTime_DATE_GET_HOUR(o) == 0 && PyDateTime_DATE_GET_MINUTE(o) == 0 &&
         PyDateTime_DATE_GET_SECOND(o) == 0 && PyDateTime_DATE_GET_MICROSECOND(o) == 0;
}

// pandas.NaT is a datetime, and the only one that differs from itself. (handle::equal takes one
// object to be equal to itself without asking.)
bool is_nat(py::handle source) {
  const auto equal =
      py::reinterpret_steal<py::object>(PyObject_RichCompare(source.ptr(), source.ptr(), Py_EQ));
  if (!equal) throw py::error_already_set();
  return equal.ptr() == Py_False;
}

Date from_numpy(py::handle source) {
  const auto days = source.attr("astype")("datetime64[D]").attr("astype")("int64");
  const auto number = days.cast<std::int64_t>();
  if (number == std::numeric_limits<std::int64_t>::min()) return no_date;  // NaT
  if (number < -40'000 || number > 50'000) return day(0, 1, 1).value();    // says the true range
  return from_day_number(static_cast<std::int32_t>(number));
}

}  // namespace

void unknown_word(const char* what, std::string_view word, const char* const* words,
                  std::size_t count) {
  std::string message = std::string(what) + " \"" + std::string(word) + "\" is none of ";
  for (std::size_t i = 0; i < count; ++i) message.append(i == 0 ? "" : ", ").append(words[i]);
  throw Exception(Error{Errc::invalid_value, std::move(message), {}, {}});
}

bool date_from(py::handle source, Date& out) {
  use_datetime();
  if (source.is_none()) {
    out = no_date;
  } else if (py::isinstance<py::str>(source)) {
    out = parse_date(source.cast<std::string>()).value();
  } else if (PyDate_Check(source.ptr())) {
    if (is_nat(source)) return out = no_date, true;
    if (PyDateTime_Check(source.ptr()) && !is_midnight(source.ptr())) {
      throw py::value_error("a day is wanted, this has a time of day");
    }
    out = day(PyDateTime_GET_YEAR(source.ptr()), PyDateTime_GET_MONTH(source.ptr()),
              PyDateTime_GET_DAY(source.ptr()))
              .value();
  } else if (py::isinstance(source, py::module_::import("numpy").attr("datetime64"))) {
    out = from_numpy(source);
  } else {
    return false;
  }
  return true;
}

py::object date_to(Date date) {
  if (date == no_date) return py::none();
  use_datetime();
  const YearMonthDay parts = ymd(date);
  PyObject* object = PyDate_FromDate(parts.year, parts.month, parts.day);
  if (object == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(object);
}

bool quantity_from(py::handle source, Quantity& out) {
  if (py::isinstance<py::float_>(source)) {
    throw py::type_error("figures are exact: give a Decimal, an int or a str instead of a float");
  }
  const bool text = py::isinstance<py::str>(source);
  const bool whole = PyIndex_Check(source.ptr()) != 0 && !py::isinstance<py::bool_>(source);
  const bool decimal = py::isinstance(source, py::module_::import("decimal").attr("Decimal"));
  if (!text && !whole && !decimal) return false;
  // format 'f' writes a Decimal without an exponent
  const py::object plain = decimal ? source.attr("__format__")("f") : py::str(source);
  out = Quantity::parse(plain.cast<std::string>()).value();
  return true;
}

py::object quantity_to(Quantity quantity) {
  return py::module_::import("decimal").attr("Decimal")(quantity.to_string());
}

}  // namespace kehoach::python
