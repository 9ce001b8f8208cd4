// SPDX-License-Identifier: BSL-1.0
/// By when a figure is to be reached: a day or year beside it, or the nearest heading's.
#pragma once

#include <string>

#include "reader/outline.hpp"
#include "reader/source.hpp"

namespace kehoach::detail {

/// Where a figure stands: the words of it in `text`, of a node of the outline.
struct FigurePlace {
  Range words;
  Range text;
  std::uint32_t node = 0;
};

/// "2025-09-30", "2030", or "" where nothing says it; `otherwise`: what holds for the whole paper.
std::string time_of(const Source&, const Outline&, const FigurePlace&,
                    const std::string& otherwise);

/// The year that a heading or title names as its horizon ("đến năm 2030", "giai đoạn 2026-2030").
std::string horizon_year(const Source&, Range);

}  // namespace kehoach::detail
