// SPDX-License-Identifier: BSL-1.0
/// Names of bodies, posts and offices, one by one or in lists.
///
/// | words                                                   | units                                    |
/// |---------------------------------------------------------|------------------------------------------|
/// | Phòng Nghiệp vụ Dược, Văn phòng Sở                      | two                                      |
/// | các sở, ban, ngành, địa phương                          | các sở, ban, ngành · địa phương          |
/// | Bộ Văn hóa, Thể thao và Du lịch                         | one                                      |
/// | các cơ quan, đơn vị có liên quan                        | one: both share what follows             |
/// | Sở Y tế chủ trì …                                       | Sở Y tế: the name ends before a verb     |
///
/// A name begins with a word of kind `unit` (or an idiom, or "các" before one) and runs on until a
/// verb, a stop word or punctuation that no further unit follows.
#pragma once

#include <string>
#include <vector>

#include "reader/source.hpp"

namespace kehoach::detail {

struct UnitList {
  std::vector<Range> units;
  std::uint32_t end = 0;  ///< first token behind the list; `begin` if there is none

  bool empty() const { return units.empty(); }
};

/// Can a unit's name begin at `at`?
bool unit_begins(const Source&, std::uint32_t at, std::uint32_t end);
/// The units that stand at `at` in running text.
UnitList units_at(const Source&, std::uint32_t at, std::uint32_t end);
/// The units of a label or a table cell: all of the range is names.
UnitList units_of(const Source&, Range);
/// The words of each unit, without blanks and stops at the edges.
std::vector<std::string> names_of(const Source&, const UnitList&);

}  // namespace kehoach::detail
