// SPDX-License-Identifier: BSL-1.0
/// What a figure is a figure of: the words in front of it, or behind it ("100% Trạm y tế cấp xã …").
#pragma once

#include "reader/figure.hpp"

namespace kehoach::detail {

/// In front, from `from` on. A change that stands there ("tăng chiều cao … thêm") becomes the figure's.
/// `strict`: in a task, where only the last clause names it. Empty if there is none.
Range name_before(const Source&, Range text, std::uint32_t from, bool strict, WrittenFigure&);
/// Behind: up to the end of the clause or the next figure's part.
Range name_behind(const Source&, Range text, const WrittenFigure&);

}  // namespace kehoach::detail
