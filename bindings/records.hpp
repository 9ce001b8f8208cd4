// SPDX-License-Identifier: BSL-1.0
// Answers as Python objects with read-only attributes; each lists its own names in `_fields`, from
// which its repr and its row in a frame are made.
#pragma once

#include "casters.hpp"

namespace kehoach::python {

/// "DueItem(item=Item('task', 3), due=2025-07-30)": what is not None, in order.
std::string record_repr(const char* name, py::handle self, const py::tuple& fields);

template <class T>
class Record {
 public:
  Record(py::module_& module, const char* name, const char* doc)
      : name_(name), class_(module, name, doc) {}

  template <class Member>
  Record& field(const char* name, Member T::*member) {
    class_.def_property_readonly(name, [member](const T& self) { return self.*member; });
    fields_.append(name);
    return *this;
  }
  template <class Getter>
  Record& computed(const char* name, const Getter& getter) {
    class_.def_property_readonly(name, getter);
    fields_.append(name);
    return *this;
  }
  py::class_<T>& done() {
    const py::tuple fields = py::tuple(fields_);
    class_.attr("_fields") = fields;
    class_.def("__repr__",
               [name = name_, fields](py::object self) { return record_repr(name, self, fields); });
    return class_;
  }

 private:
  const char* name_;
  py::class_<T> class_;
  py::list fields_;
};

}  // namespace kehoach::python
