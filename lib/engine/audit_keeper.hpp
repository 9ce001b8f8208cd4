// SPDX-License-Identifier: BSL-1.0
/// The audit of the version that was last asked for its findings, of all of an engine and its branches.
#pragma once

#include <memory>
#include <mutex>

#include "pass/audit.hpp"

namespace kehoach {

struct SnapshotState;

namespace detail {

/// Keeps the last audit, so that the next version asked needs only what the two do not share. It holds
/// on to that one version's pages, and to no snapshot: nothing goes round in a circle, and earlier
/// versions go when whoever holds them lets go.
class AuditKeeper {
 public:
  struct Answer {
    FindingList list;
    AuditWork work;
  };
  /// Any thread may ask; one at a time is answered. Precondition: the version has a board.
  Answer of(const SnapshotState&);
  bool asked() const;
  void forget();

 private:
  struct Kept {
    Model model;
    Timetable times;
    Board board;
    Audit audit;
  };
  mutable std::mutex lock_;
  std::unique_ptr<Kept> kept_;
};

}  // namespace detail
}  // namespace kehoach
