// SPDX-License-Identifier: BSL-1.0
/// Offices and the addressees that stand for several of them. Name, type and parent are
/// effective-dated: offices merge, are renamed and change parent on a day.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <kehoach/date.hpp>
#include <kehoach/id.hpp>

namespace kehoach {

/// Tier of an office, top first.
enum class Level : std::uint8_t {
  national = 0,
  ministry = 1,
  province = 2,
  commune = 3,
  department = 4,  ///< sở
  hospital = 5,
  station = 6,   ///< trạm y tế
  division = 7,  ///< khoa, phòng
};
inline constexpr int level_count = 8;

/// A value that holds from a day on, until the next entry. `from == no_date`: since ever.
template <class T>
struct Effective {
  Date from = no_date;
  T value{};
};

/// An office, or (with `group`) an addressee that stands for several: "các khoa, phòng".
struct UnitSpec {
  std::string key;
  Level level = Level::division;
  std::vector<Effective<std::string>> names;  ///< at least one; ascending by day
  std::vector<Effective<std::string>> types;  ///< "tỉnh", "thành phố", "bệnh viện" …
  std::vector<Effective<UnitId>> parents;     ///< none: a top office
  CalendarId calendar;                        ///< none: the parent's, at last the engine's default
  bool group = false;
  std::vector<UnitId> members;  ///< of a group; expands through groups inside it
};

}  // namespace kehoach
