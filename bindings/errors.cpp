// SPDX-License-Identifier: BSL-1.0
// `Exception` becomes the Python class of its code; the classes themselves are written in Python.
#include <kehoach/error_text.hpp>

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

std::string describe_error(const std::string& word, Language language) {
  constexpr auto last = static_cast<std::uint32_t>(Errc::internal);
  for (std::uint32_t code = 0; code < last; ++code)
    if (word == name(Errc(code))) return describe(Errc(code), language);
  return describe(Errc::internal, language);
}

}  // namespace

void bind_errors(py::module_& module) {
  py::register_exception_translator(translate);
  module.def("describe_error", &describe_error);  // of the Python class `Error`
}

}  // namespace kehoach::python
