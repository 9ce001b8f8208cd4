// SPDX-License-Identifier: BSL-1.0
// What stands behind the opaque handles, and the small conversions all of them share.
#pragma once

#include <atomic>
#include <kehoach/engine.hpp>
#include <memory>
#include <optional>

#include "guard.hpp"

namespace kehoach::capi {

// Shared by an engine and its edits, so that the two may be freed in any order.
struct Core {
  explicit Core(Engine own) noexcept : engine(std::move(own)) {}

  Engine engine;
  std::optional<Result<Commit>> last;  // outcome of the last commit, for changes and faults
  Progress progress;                   // the host's own, of commits and follow
  Executor executor;                   // the host's own, of commits
  std::atomic<int> users = 0;          // calls that read; -1: one that changes
};

// A call on an engine or one of its edits while it runs. A thread that forgot the lock, and a progress
// callback that turns to the engine it is called by, are told so instead of tearing it.
class InUse {
 public:
  enum Kind { reads, changes };
  InUse(Core& core, Kind kind) : core_(core), kind_(kind) {
    int users = core_.users.load(std::memory_order_relaxed);
    do {
      if (kind == changes ? users != 0 : users < 0) {
        fail(KH_MISUSE, "engine", "is in use by another call (convention 10)");
      }
    } while (!core_.users.compare_exchange_weak(users, kind == changes ? -1 : users + 1,
                                                std::memory_order_acquire));
  }
  ~InUse() { core_.users.fetch_add(kind_ == changes ? 1 : -1, std::memory_order_release); }
  InUse(const InUse&) = delete;
  InUse& operator=(const InUse&) = delete;

 private:
  Core& core_;
  Kind kind_;
};

}  // namespace kehoach::capi

struct kh_engine {
  explicit kh_engine(kehoach::Engine own)
      : core(std::make_shared<kehoach::capi::Core>(std::move(own))) {}
  std::shared_ptr<kehoach::capi::Core> core;
};
struct kh_edit {
  std::shared_ptr<kehoach::capi::Core> core;
  std::optional<kehoach::Edit> edit;  // empty once spent
};
struct kh_snapshot {
  kehoach::Snapshot snapshot;
};
struct kh_evaluation {
  kehoach::Evaluation evaluation;
  kehoach::Snapshot snapshot;  // finds the keys of items
};
struct kh_calendar {
  kehoach::Calendar calendar;
};

namespace kehoach::capi {

constexpr Date date_in(kh_date date) {
  return from_day_number(date);
}
constexpr kh_date date_out(Date date) {
  return day_number(date);
}
static_assert(date_out(no_date) == KH_NO_DATE);

inline kh_item item_out(Item item) noexcept {
  return {static_cast<std::uint32_t>(item.kind), item.id};
}
inline ItemKind kind_in(std::uint32_t kind) {
  if (kind < KH_KIND_CALENDAR || kind > KH_KIND_OBSERVATION) fail(KH_INVALID_VALUE, "kind of item");
  return static_cast<ItemKind>(kind);
}
inline Item item_in(kh_item item) {
  return {kind_in(item.kind), item.id};
}

inline kh_quantity quantity_out(Quantity quantity) noexcept {
  return {quantity.coefficient(), quantity.scale(), 1};
}
inline kh_quantity quantity_out(const std::optional<Quantity>& quantity) noexcept {
  return quantity ? quantity_out(*quantity) : kh_quantity KH_NO_QUANTITY;
}
inline Quantity quantity_in(kh_quantity quantity, const char* what) {
  if (quantity.given == 0) fail(KH_MISSING_FIELD, what, "is not given");
  return Quantity::make(quantity.coefficient, quantity.scale).value();
}

inline kh_deadline deadline_out(const Deadline& d) noexcept {
  return {0,
          static_cast<std::int32_t>(d.kind),
          date_out(d.first),
          date_out(d.written),
          date_out(d.last_valid),
          date_out(d.rolled),
          date_out(d.suggested),
          date_out(d.due())};
}

inline Progress progress_in(kh_progress progress, void* context) {
  if (progress == nullptr) return {};
  return [=](const ProgressStep& step) {
    return progress(context, step.stage, step.done, step.total) != 0;
  };
}

inline kh_pass_work work_out(const PassWork& pass) noexcept {
  return {pass.visited, pass.changed};
}
inline kh_commit commit_out(const Commit& commit) noexcept {
  const Work& work = commit.work;
  return {0,
          work.rebuilt ? 1 : 0,
          commit.revision,
          commit.changes.size(),
          work_out(work.order),
          work_out(work.inputs),
          work_out(work.forward),
          work_out(work.backward),
          work_out(work.status),
          work_out(work.sums),
          work_out(work.verdicts)};
}

// A number of the C API as the C++ enumeration that ends with `last`.
template <class Enum>
Enum enum_in(std::int32_t value, Enum last, const char* what) {
  if (value < 0 || value > static_cast<std::int32_t>(last)) {
    fail(KH_INVALID_VALUE, what, "has a number its enumeration does not have");
  }
  return static_cast<Enum>(value);
}

template <class Narrow>
Narrow narrow_in(std::int32_t value, const char* what) {
  if (value != static_cast<Narrow>(value)) fail(KH_INVALID_VALUE, what, "is out of range");
  return static_cast<Narrow>(value);
}

}  // namespace kehoach::capi
