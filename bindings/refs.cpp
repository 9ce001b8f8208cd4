// SPDX-License-Identifier: BSL-1.0
#include "refs.hpp"

#include <pybind11/operators.h>

namespace kehoach::python {
namespace {

std::string kind_word(ItemKind kind) {
  return Words<ItemKind>::list[static_cast<int>(kind)];
}

bool is_number(py::handle source) {
  return PyIndex_Check(source.ptr()) != 0 && !py::isinstance<py::bool_>(source);
}

}  // namespace

Item item_of_kind(py::handle source, ItemKind kind, const ByKey& by_key) {
  if (py::isinstance<py::str>(source)) return by_key(kind, source.cast<std::string>());
  if (is_number(source)) return {kind, source.cast<std::uint32_t>()};
  if (py::isinstance<Item>(source)) {
    const Item item = source.cast<Item>();
    if (item.kind == kind) return item;
  }
  throw py::type_error("expected a " + kind_word(kind) + " (an Item, its key or its number), not " +
                       py::repr(source).cast<std::string>());
}

Item item_of_any(py::handle source, const ByKey& by_key) {
  if (py::isinstance<Item>(source)) return source.cast<Item>();
  if (py::isinstance<py::tuple>(source) && py::len(source) == 2) {
    const auto pair = source.cast<py::tuple>();
    return item_of_kind(pair[1], pair[0].cast<ItemKind>(), by_key);
  }
  throw py::type_error("expected an Item or a pair like (\"task\", key), not " +
                       py::repr(source).cast<std::string>());
}

void bind_items(py::module_& module) {
  py::class_<Item>(module, "Item", "What kind of thing, and which: Item('task', 12).")
      .def(py::init<ItemKind, std::uint32_t>(), py::arg("kind"), py::arg("id"))
      .def_property_readonly("kind", [](Item item) { return item.kind; })
      .def_readonly("id", &Item::id)
      .def(py::self == py::self)
      .def(py::self != py::self)
      .def(py::self < py::self)
      .def("__hash__", [](Item item) { return std::size_t{item.id} * 9 + std::size_t(item.kind); })
      .def("__bool__", [](Item item) { return item.id != 0; })
      .def("__int__", [](Item item) { return item.id; })
      .def("__repr__", [](Item item) {
        return "Item('" + kind_word(item.kind) + "', " + std::to_string(item.id) + ")";
      });
}

}  // namespace kehoach::python
