// SPDX-License-Identifier: BSL-1.0
/// What is wrong or suspicious in the plans: one function a family of checks, gathered and put in
/// order by `audit`.
#pragma once

#include <vector>

#include <kehoach/finding.hpp>

#include "pass/frame.hpp"
#include "pass/status.hpp"

namespace kehoach::detail {

/// All findings in their public order. Linear in the plans, but for periods of reports.
std::vector<Finding> audit(const Model&, const Frame&, const Standings&, const When&);

using Findings = std::vector<Finding>;
void audit_tasks(Findings&, const Model&, const Frame&, const Standings&);
void audit_cascade(Findings&, const Model&, const Frame&, const Standings&);
void audit_documents(Findings&, const Model&);
void audit_reports(Findings&, const Model&, const Frame&, const When&);
void audit_targets(Findings&, const Model&);

/// How bad each code is.
Severity severity(FindingCode);

/// A finding about one item, its place filled in.
Finding make_finding(const Model&, FindingCode, Item, Text message);

}  // namespace kehoach::detail
