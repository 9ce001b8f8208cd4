// SPDX-License-Identifier: BSL-1.0
/// What is wrong or suspicious in the plans: one function a family of checks, gathered and put in
/// order by `audit`.
#pragma once

#include <vector>

#include <kehoach/finding.hpp>

#include "pass/frame.hpp"
#include "pass/status.hpp"

namespace kehoach::detail {

/// All findings in their public order. n log n in the plans and in the periods of their reports.
std::vector<Finding> audit(const Model&, const Frame&, const Standings&, const When&);

using Findings = std::vector<Finding>;
void audit_tasks(Findings&, const Model&, const Frame&, const Standings&, const When&);
void audit_duties(Findings&, const Model&, const Frame&, const Standings&, const When&);
void audit_cascade(Findings&, const Model&, const Frame&, const Standings&);
void audit_documents(Findings&, const Model&, const Frame&, const Standings&, const When&);
void audit_reports(Findings&, const Model&, const Frame&, const When&);
void audit_burden(Findings&, const Model&, const Frame&, const When&);
void audit_targets(Findings&, const Model&, const Frame&);
void audit_adequacy(Findings&, const Model&, const When&);

/// A finding about one item, its place filled in.
Finding make_finding(const Model&, FindingCode, Item, Text message);

/// Finds that `item`, given on a day (`no_date`: not known), names an office that is not there on it.
void check_units(Findings&, const Model&, Item item, const std::vector<UnitId>&, Date on);

inline bool is_done(Status s) {
  return s == Status::done_in_time || s == Status::done_late;
}
/// Somebody still has to do it.
inline bool is_open(Status s) {
  return !is_done(s) && s != Status::cancelled;
}

}  // namespace kehoach::detail
