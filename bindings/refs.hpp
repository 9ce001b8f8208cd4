// SPDX-License-Identifier: BSL-1.0
// How Python names items: an `Item`, the host's own key, or a bare number where the kind is known.
#pragma once

#include <functional>

#include "casters.hpp"

namespace kehoach::python {

/// The item of that kind and key; throws `unknown_key`.
using ByKey = std::function<Item(ItemKind, const std::string&)>;

inline ByKey keys_of(const Snapshot& snapshot) {
  return [&snapshot](ItemKind kind, const std::string& key) {
    return snapshot.find(kind, key).value();
  };
}

/// An item of one kind. TypeError for an `Item` of another kind and for anything else.
Item item_of_kind(py::handle source, ItemKind kind, const ByKey& by_key);
/// An item of any kind: an `Item`, or a pair ("task", key or number).
Item item_of_any(py::handle source, const ByKey& by_key);

template <class StrongId>
StrongId id_from(py::handle source, const ByKey& by_key) {
  return StrongId{item_of_kind(source, Item(StrongId{}).kind, by_key).id};
}

void bind_items(py::module_& module);

}  // namespace kehoach::python
