// SPDX-License-Identifier: BSL-1.0
/// What the checks ask of many items at once, counted and listed so that one item can be taken out and
/// put in again: how many tasks of each document are what, who cites whom, which duties may be the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/list_table.hpp"
#include "pass/audit_view.hpp"
#include "pass/duty_index.hpp"
#include "pass/target_kin.hpp"

namespace kehoach::detail {

/// What a duty is about: its telling words, sorted, each once. "" where there are too few of them.
std::string subject(std::string_view name);

/// Of open tasks whose office is no more.
std::uint64_t orphan_key(UnitId);

class AuditIndex {
 public:
  /// Of a document's tasks.
  struct Count {
    std::uint32_t live = 0;      ///< not cancelled
    std::uint32_t open = 0;      ///< somebody still has to do them
    std::uint32_t taken_up = 0;  ///< of the live ones: somebody implements them
  };
  /// What one task counts for.
  struct Share {
    std::uint32_t document = 0;  ///< 0: the task is not there
    bool live = false;
    bool open = false;
    bool taken_up = false;
    std::vector<std::uint64_t> keys;   ///< of its duties
    std::vector<std::uint64_t> words;  ///< room to work in
  };

  explicit AuditIndex(const AuditView&);

  const Count& of(DocumentId d) const {
    static constexpr Count none;
    return d.value() < counts_.size() ? counts_[d.value()] : none;
  }
  const DutyIndex& duties() const { return duties_; }
  /// By document: documents that mention it, once for each mention; reports and targets it asks for.
  const ListTable& cited_by() const { return cited_by_; }
  const ListTable& reports_of() const { return reports_of_; }
  const ListTable& targets_of() const { return targets_of_; }
  const TargetKin& kin() const { return kin_; }

  /// Of open tasks that one office has about the same thing; 0 where the task's name tells too little.
  std::uint64_t twin_key(const Model&, UnitId, TaskId) const;

  void share_of(const AuditView&, TaskId, Share&) const;
  void put(TaskId, const Share&);
  void take(TaskId, const Share&);
  /// A document, report or target as it is said in that version, if it is.
  void put(const Model&, Item);
  void take(const Model&, Item);

 private:
  std::uint64_t subject_hash(std::string_view name, std::vector<std::uint64_t>& words) const;
  template <class Use>
  void each_place(const Model&, Item, Use&& use);

  std::vector<std::uint64_t> empty_words_;
  std::vector<Count> counts_;
  ListTable cited_by_, reports_of_, targets_of_;
  TargetKin kin_;
  DutyIndex duties_;
};

}  // namespace kehoach::detail
