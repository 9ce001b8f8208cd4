// SPDX-License-Identifier: BSL-1.0
/// Which task of a lower paper may implement which task of an upper one.
///
/// The wording is compared as the cosine of the words' and word pairs' weights, where a word weighs
/// the more the fewer tasks have it; so "tăng cường", which all have, says little. To that comes who
/// has the duty and whether the days fit. Cost: the tasks of the two papers times each other.
#pragma once

#include <vector>

#include <kehoach/reader_link.hpp>

#include "reader/link_units.hpp"

namespace kehoach::detail {

/// Pairs (lower, upper) of papers of which the first implements the second.
std::vector<Proposal> propose(const std::vector<ReadPaper>&, OfficeTable&,
                              const std::vector<std::pair<std::size_t, std::size_t>>& pairs);

}  // namespace kehoach::detail
