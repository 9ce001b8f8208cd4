// SPDX-License-Identifier: BSL-1.0
/// The way a paper's number is put together: State papers "84/KH-SYT", Party papers "547-KH/TU".
#pragma once

#include <string>
#include <string_view>

namespace kehoach::detail {

/// How the number would stand in the style of its issuer, where it does not; "" where it does, or
/// where it has another form than NUMBER SIGN TYPE SIGN ISSUER.
std::string better_style(std::string_view symbol);

}  // namespace kehoach::detail
