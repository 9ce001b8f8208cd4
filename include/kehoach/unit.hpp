// SPDX-License-Identifier: BSL-1.0
/// Offices and the addressees that stand for several of them. Name, type and parents are
/// effective-dated: offices merge, split, are renamed and change parent on a day, and their duties
/// follow the successor.
#pragma once

#include <cstdint>
#include <optional>
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

/// Along which an office hangs under another: who runs it, and who directs its profession.
enum class Line : std::uint8_t { administrative = 0, professional = 1 };
inline constexpr int line_count = 2;

/// "From this day on `unit` answers for what this office has not finished."
struct Successor {
  Date from = no_date;  ///< required
  UnitId unit;
};

/// Offices that belong to a group by what they are, not by name: "các khoa, phòng",
/// "UBND các xã, phường, đặc khu". All that is said must hold on the day asked about.
struct MemberRule {
  UnitId below;  ///< hangs under this office; none: under the group's own parent
  Line line = Line::administrative;
  bool direct = false;  ///< right under it; else at any depth
  std::optional<Level> level;
  std::vector<std::string> types;  ///< its type is one of these; none: any
};

/// An office, or (with `group`) an addressee that stands for several: "các khoa, phòng".
///
/// | what happens on day X | how it is said                                                       |
/// |-----------------------|----------------------------------------------------------------------|
/// | founded               | first entry of `names` from X                                        |
/// | renamed, another type, another parent | one more entry from X                                |
/// | merged into another   | `successors` {X, the other}, `closed` X                              |
/// | split                 | `successors` {X, a}, {X, b}, `closed` X: a duty left open is both's  |
/// | merged, but goes on as a part | `successors` {X, the other} without `closed`, other parent from X |
/// | dissolved             | `closed` X                                                           |
///
/// What is open on day X passes to the successors, what was done before stays with who did it. An
/// office that hangs under a closed one and is not said to hang elsewhere hangs under its first
/// successor. What the office is given after X stays with it, unless it is closed.
struct UnitSpec {
  std::string key;
  Level level = Level::division;
  std::vector<Effective<std::string>> names;  ///< at least one; ascending by day
  std::vector<Effective<std::string>> types;  ///< "tỉnh", "thành phố", "bệnh viện" …
  std::vector<Effective<UnitId>> parents;     ///< none: a top office; 64 levels at most
  CalendarId calendar;                        ///< none: the parent's, at last the engine's default
  bool group = false;
  std::vector<UnitId> members;  ///< of a group; expands through groups inside it
  std::vector<Effective<UnitId>> professional_parents;  ///< `Line::professional`; often another one
  std::vector<Successor> successors;                    ///< ascending by day; never in a circle
  Date closed = no_date;  ///< first day on which it is no more; `no_date`: it goes on
  std::vector<MemberRule> member_rules;  ///< of a group; who meets one of them is a member
};

}  // namespace kehoach
