// SPDX-License-Identifier: BSL-1.0
#include "engine/audit_keeper.hpp"

#include <utility>

#include "engine/state.hpp"

namespace kehoach::detail {

AuditKeeper::Answer AuditKeeper::of(const SnapshotState& version) {
  const std::lock_guard<std::mutex> guard(lock_);
  const AuditView now(version.model, version.times, *version.board());
  const std::unique_ptr<Kept> before = std::move(kept_);  // lost where memory runs out below
  if (before != nullptr)
    before->audit.update(AuditView(before->model, before->times, before->board), now);
  kept_ = std::make_unique<Kept>(Kept{version.model, version.times, *version.board(),
                                      before != nullptr ? std::move(before->audit) : Audit(now)});
  return {kept_->audit.list(), kept_->audit.work()};
}

bool AuditKeeper::asked() const {
  const std::lock_guard<std::mutex> guard(lock_);
  return kept_ != nullptr;
}

void AuditKeeper::forget() {
  const std::lock_guard<std::mutex> guard(lock_);
  kept_ = nullptr;
}

}  // namespace kehoach::detail
