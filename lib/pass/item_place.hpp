// SPDX-License-Identifier: BSL-1.0
/// Where in the papers an item stands, for whoever tells people of it.
#pragma once

#include <cstdint>
#include <string>

#include <kehoach/reason.hpp>

#include "model/model.hpp"

namespace kehoach::detail {

struct ItemPlace {
  DocumentId document;
  std::string path;
};
/// Of a task, report or target its document and path, of a document itself; else nothing.
ItemPlace place_of(const Model&, Item);

/// A reason with the place of its item filled in.
Reason reason_step(const Model&, std::uint16_t depth, std::string rule, Text, Item);

}  // namespace kehoach::detail
