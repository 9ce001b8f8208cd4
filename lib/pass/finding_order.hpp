// SPDX-License-Identifier: BSL-1.0
/// The order in which findings are told, and lists of them brought from one version to another.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include <kehoach/settings.hpp>

#include "pass/finding_list.hpp"

namespace kehoach::detail {

using Findings = std::vector<Finding>;
/// Findings of each code, code 1 first.
using FindingCounts = std::array<std::size_t, finding_code_count>;

/// How bad each code is here, code 1 first: as the table says, unless the host holds otherwise; nothing
/// where it is switched off.
using Severities = std::array<std::optional<Severity>, finding_code_count>;
Severities severities(const AuditSettings&);

/// Gives each its severity and leaves out what is switched off. Those of one item that the order does
/// not tell apart stay as found.
void put_in_order(Findings&, const AuditSettings&);

/// In order already.
FindingList list_of(Findings);
void count(FindingCounts&, const Findings&);

/// The list less the findings at some places, with others, in order, put in where they belong. What is
/// found again as it was stays where it is. Returns how many went or came.
std::size_t replace(FindingList&, FindingCounts&, const std::vector<std::size_t>& places, Findings);

}  // namespace kehoach::detail
