// SPDX-License-Identifier: BSL-1.0
// How an edit is used: refused once spent, and spent when memory ran out in the middle of it, for
// then nobody knows how much of the last call it holds.
#pragma once

#include <new>

#include "handles.hpp"
#include "specs.hpp"

namespace kehoach::capi {

inline Edit& open_edit(kh_edit* edit) {
  if (!need(edit, "edit").edit) fail(KH_MISUSE, "edit", "is spent");
  return *edit->edit;
}

template <class Body>
auto with_edit(kh_edit* edit, const Body& body) {
  Edit& open = open_edit(edit);
  try {
    return body(open);
  } catch (const std::bad_alloc&) {
    edit->edit.reset();
    throw;
  }
}

}  // namespace kehoach::capi
