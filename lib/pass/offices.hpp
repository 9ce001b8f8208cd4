// SPDX-License-Identifier: BSL-1.0
/// What the schedule reads of offices: which calendar each counts on, and its level.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "model/model.hpp"

namespace kehoach::detail {

struct Offices {
  std::vector<Calendar> calendars;      ///< each in use once; what no office has is of no use
  std::vector<std::uint16_t> calendar;  ///< by unit id, 0 for nobody: index into `calendars`
  std::vector<Level> level;             ///< by unit id; nobody counts as a division

  /// The office whose calendar and level hold for a task: its first lead, else the issuer.
  static UnitId of(const Model& model, const TaskRow& row) {
    const UnitId lead = model.first_lead(row);
    return lead ? lead : model.document(DocumentId(row.document)).issuer;
  }
  bool operator==(const Offices& o) const { return calendar == o.calendar && level == o.level; }
};

/// Linear in units. A calendar that is the same as in `before` (null: none) keeps its index, and an index
/// in use there is given to no other: an office counts on another calendar where its index is another.
std::shared_ptr<const Offices> offices(const Model&, const Offices* before = nullptr);

}  // namespace kehoach::detail
