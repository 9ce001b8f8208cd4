// SPDX-License-Identifier: BSL-1.0
// `Exception` becomes the Python class of its code; the classes themselves are written in Python.
#include "module.hpp"

namespace kehoach::python {
namespace {

py::object to_python(const Error& error) {
  py::list more;
  for (const Error& further : error.more) more.append(to_python(further));
  return py::module_::import("kehoach.errors")
      .attr("make")(name(error.code), static_cast<std::uint32_t>(error.code), error.message,
                    error.items, more);
}

void translate(std::exception_ptr caught) {
  try {
    if (caught) std::rethrow_exception(caught);
  } catch (const Exception& exception) {
    const py::object error = to_python(exception.error());
    PyErr_SetObject(py::type::of(error).ptr(), error.ptr());
  }
}

}  // namespace

void bind_errors(py::module_&) {
  py::register_exception_translator(translate);
}

}  // namespace kehoach::python
