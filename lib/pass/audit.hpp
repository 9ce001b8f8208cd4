// SPDX-License-Identifier: BSL-1.0
/// What is wrong or suspicious in the plans: one function a family of checks, each for the items it is
/// told to look at; gathered, put in order and kept up to date by `Audit`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <kehoach/finding.hpp>

#include "pass/audit_again.hpp"
#include "pass/audit_index.hpp"
#include "pass/audit_view.hpp"
#include "pass/finding_order.hpp"

namespace kehoach::detail {

/// All findings of one version and one day, and what it takes to bring them to another one.
class Audit {
 public:
  /// n log n in the plans and in the periods of their reports.
  explicit Audit(const AuditView&);

  /// Brings it from the version it is of to another one of the same engine or its branches; costs what
  /// the two do not share. Precondition: both have kept answers. Where it throws, it is worth nothing.
  void update(const AuditView& before, const AuditView& now);

  const FindingList& list() const { return list_; }
  const AuditWork& work() const { return work_; }

 private:
  void all(const AuditView&);

  AuditIndex index_;
  FindingList list_;
  FindingCounts counts_{};
  AuditWork work_;
};

using Rows = std::vector<std::uint32_t>;

// One function a family. Rows that are not there are passed over.
void audit_tasks(Findings&, const AuditView&, const Rows& tasks);
void audit_levels(Findings&, const AuditView&, const AuditIndex&, const Rows& tasks);
void audit_duties(Findings&, const AuditView&, const AuditIndex&, const Keys&);
/// Every key of which anything may be found.
Keys all_duties(const AuditView&, const AuditIndex&);
/// A document's tasks taken together, and what it says of itself.
void audit_papers(Findings&, const AuditView&, const AuditIndex&, const Rows& documents);
/// What others say of a document.
void audit_citations(Findings&, const AuditView&, const AuditIndex&, const Rows& documents);
/// Of one longer report and more than `most_pairs` shorter ones due with or after it, so many are told
/// of each kind, and the last says that there are more.
void audit_reports(Findings&, const AuditView&, const Rows& reports);
void audit_targets(Findings&, const AuditView&, const Rows& targets);
void audit_burden(Findings&, const AuditView&);
/// Do the targets below these add up to them?
void audit_adequacy(Findings&, const AuditView&, const AuditIndex&, const Rows& uppers);

/// A finding about one item, its place filled in.
Finding make_finding(const Model&, FindingCode, Item, Text message);

/// "…: ngày 31/12/9999 nằm ngoài các năm 1900-2100": it exists, and no `Date` can say it.
Text outside_words(const std::string& item, const std::string& day);

/// Finds that `item`, given on a day (`no_date`: not known), names an office that is not there on it.
void check_units(Findings&, const Model&, Item item, const std::vector<UnitId>&, Date on);

}  // namespace kehoach::detail
