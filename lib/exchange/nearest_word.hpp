// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kehoach::detail {

/// `, did you mean "name"?` if one of `known` is at most two slips (a third of its letters) from
/// `written`, case apart; else `; known are "a", "b"`.
std::string suggestion(std::string_view written, std::span<const std::string_view> known);

}  // namespace kehoach::detail
