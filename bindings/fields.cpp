// SPDX-License-Identifier: BSL-1.0
#include "fields.hpp"

namespace kehoach::python {

Fields Fields::nested(const char* name, py::handle value) const {
  if (!py::isinstance<py::dict>(value)) wrong_type(name, value);
  return {py::reinterpret_borrow<py::dict>(value), what_ + "." + name, by_key_};
}

void Fields::finish() const {
  if (rest_.empty()) return;
  const std::string name = py::str(*rest_.attr("keys")().begin());
  throw py::type_error(what_ + " has no field \"" + name + "\"");
}

void Fields::check_list(const char* name, py::handle value) const {
  const bool text = py::isinstance<py::str>(value) || py::isinstance<py::bytes>(value);
  if (text || !py::isinstance<py::iterable>(value)) wrong_type(name, value);
}

void Fields::wrong_type(const char* name, py::handle value) const {
  throw py::type_error(what_ + "." + name + " cannot be " + py::repr(value).cast<std::string>());
}

}  // namespace kehoach::python
