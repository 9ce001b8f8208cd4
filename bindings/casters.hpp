// SPDX-License-Identifier: BSL-1.0
// How small values cross: days as `datetime.date`, figures as `decimal.Decimal`, enumerations as
// their words. Included by every source of the module, so that all see the same casters.
#pragma once

#include <Python.h>
#include <datetime.h>
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <kehoach/engine.hpp>

#include "words.hpp"

namespace kehoach::python {

namespace py = pybind11;

/// A `date`, a midnight `datetime`, `numpy.datetime64`, "YYYY-MM-DD", or None; false for others.
bool date_from(py::handle source, Date& out);
py::object date_to(Date date);
/// An `int`, `decimal.Decimal` or `str`; TypeError for a float, which is not exact; false for
/// others.
bool quantity_from(py::handle source, Quantity& out);
py::object quantity_to(Quantity quantity);

}  // namespace kehoach::python

namespace pybind11::detail {

template <>
struct type_caster<kehoach::Date> {
  PYBIND11_TYPE_CASTER(kehoach::Date, const_name("Day"));
  bool load(handle source, bool) { return kehoach::python::date_from(source, value); }
  static handle cast(kehoach::Date date, return_value_policy, handle) {
    return kehoach::python::date_to(date).release();
  }
};

template <>
struct type_caster<kehoach::Quantity> {
  PYBIND11_TYPE_CASTER(kehoach::Quantity, const_name("Figure"));
  bool load(handle source, bool) { return kehoach::python::quantity_from(source, value); }
  static handle cast(kehoach::Quantity quantity, return_value_policy, handle) {
    return kehoach::python::quantity_to(quantity).release();
  }
};

/// Every enumeration that has words is a `str` in Python.
template <class Enum>
struct type_caster<Enum, std::enable_if_t<kehoach::python::has_words<Enum>>> {
  using Words = kehoach::python::Words<Enum>;
  PYBIND11_TYPE_CASTER(Enum, const_name("str"));
  bool load(handle source, bool) {
    if (!isinstance<str>(source)) return false;
    value = kehoach::python::enum_from_word<Enum>(source.cast<std::string>());
    return true;
  }
  static handle cast(Enum value, return_value_policy, handle) {
    return str(Words::list[static_cast<std::size_t>(value)]).release();
  }
};

}  // namespace pybind11::detail
