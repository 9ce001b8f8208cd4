// SPDX-License-Identifier: BSL-1.0
// Word and PDF files as text. A module of its own, for it alone needs the libraries that read them: a
// wheel goes without.
#include <kehoach/papers.hpp>

#include <pybind11/pybind11.h>

namespace {

namespace py = pybind11;

[[noreturn]] void raise(const kehoach::Error& error) {
  const py::object exception = py::module_::import("kehoach.errors")
                                   .attr("make")(name(error.code), static_cast<int>(error.code),
                                                 error.message, py::tuple(), py::tuple());
  PyErr_SetObject(py::type::of(exception).ptr(), exception.ptr());
  throw py::error_already_set();
}

py::object paper_text(const py::bytes& file, std::size_t max_bytes, std::size_t max_pages) {
  const std::string_view bytes = file;
  const auto text = [&] {
    const py::gil_scoped_release released;
    return kehoach::paper_text(bytes, {max_bytes, max_pages});
  }();
  if (!text.ok()) raise(text.error());
  const auto size = static_cast<Py_ssize_t>(text->size());
  PyObject* const str = PyUnicode_DecodeUTF8(text->data(), size, "replace");
  if (str == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(str);
}

}  // namespace

PYBIND11_MODULE(_papers, module) {
  module.def("paper_text", &paper_text);
  module.def("reads_docx", &kehoach::reads_docx);
  module.def("reads_pdf", &kehoach::reads_pdf);
}
