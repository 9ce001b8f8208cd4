// SPDX-License-Identifier: BSL-1.0
// How an edit is used: refused once spent, and spent when memory ran out in the middle of it, for
// then nobody knows how much of the last call it holds.
#pragma once

#include <new>

#include "handles.hpp"
#include "specs.hpp"

namespace kehoach::capi {

inline Edit& open_edit(kh_edit& edit) {
  if (!edit.edit) fail(KH_MISUSE, "edit", "is spent");
  return *edit.edit;
}

// Within a `InUse` of the edit's engine.
template <class Body>
auto spend_without_memory(kh_edit& edit, const Body& body) {
  try {
    return body(open_edit(edit));
  } catch (const std::bad_alloc&) {
    edit.edit.reset();
    throw;
  }
}

template <class Body>
auto with_edit(kh_edit* edit, const Body& body) {
  kh_edit& given = need(edit, "edit");
  const InUse use(*given.core, InUse::changes);
  return spend_without_memory(given, body);
}

}  // namespace kehoach::capi
