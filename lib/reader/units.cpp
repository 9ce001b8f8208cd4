// SPDX-License-Identifier: BSL-1.0
#include "reader/units.hpp"

#include <algorithm>

namespace kehoach::detail {
namespace {

// No real name or list comes near these; they keep hostile text linear.
constexpr std::uint32_t longest_name = 80;  // tokens
constexpr std::size_t longest_list = 48;    // units

class UnitReader {
 public:
  UnitReader(const Source& source, std::uint32_t end, bool all_names)
      : source_(source), end_(end), all_names_(all_names) {}

  UnitList read(std::uint32_t at) {
    UnitList list;
    list.end = at;
    std::uint32_t from = at;
    while (from < end_ && list.units.size() < longest_list) {
      const std::uint32_t to = name_end(from);
      if (to == from) break;
      list.units.push_back({from, to});
      list.end = to;
      from = next_unit(to);
      if (from == to) break;
    }
    share_modifiers(list);
    return list;
  }

  bool begins(std::uint32_t at) const {
    if (at >= end_) return false;
    const bool several = source_.cue(at, Cue::every) != 0;
    if (several) ++at;
    if (at >= end_ || !source_.word(at)) return false;
    const Mark* head = source_.marks.at(at, Kind::unit);
    if (source_.marks.at(at, Kind::unit_idiom)) return true;
    if (several && !head) return place_without_name(at);
    if (!head) return false;
    // "khoa học", "trường hợp", "ban hành": the word goes on to mean something else. "tổ chức" is a
    // body only in "các tổ chức" and in longer names.
    const std::uint32_t other = source_.cue(at, Cue::no_unit);
    return other < head->length || (several && other == head->length && other > 1);
  }

 private:
  const Mark* mark(std::uint32_t at, Kind kind) const {
    const Mark* found = source_.marks.at(at, kind);
    return found && at + found->length <= end_ ? found : nullptr;
  }

  /// "các ấp", "các xã": the places stand for who governs them.
  bool place_without_name(std::uint32_t at) const {
    return source_.cue(at, Cue::place) && source_.low(at - 1) == "các" &&
           (at + 1 >= end_ || !source_.token(at + 1).upper);
  }

  /// Where the name that begins at `from` ends.
  std::uint32_t name_end(std::uint32_t from) const {
    std::uint32_t at = from;
    std::uint32_t head_end = from;  // a verb right behind the head belongs to the name
    while (at < end_ && at - from < longest_name) {
      if (const Mark* idiom = mark(at, Kind::unit_idiom)) {
        at += idiom->length;
        head_end = at;
        continue;
      }
      if (const Mark* head = mark(at, Kind::unit); head && begins(at) && opens(from, at, *head)) {
        at += head->length;
        head_end = at;
        continue;
      }
      const std::uint32_t next = step(from, at, head_end);
      if (next == at) break;
      at = next;
    }
    while (at > from && source_.cue(at - 1, Cue::joiner)) --at;
    return at;
  }

  /// In "Sở Nội vụ chủ trì" the second syllable of a word is no head, though it reads like one.
  bool opens(std::uint32_t from, std::uint32_t at, const Mark& head) const {
    const Mark* verb = mark(at, Kind::verb);
    if (at != from && verb && verb->length >= head.length && !source_.token(at).upper) return false;
    return at == from || head.length > 1 || source_.token(at).upper || !source_.word(at - 1) ||
           source_.cue(at - 1, Cue::every) || source_.cue(at - 1, Cue::of) ||
           source_.cue(at - 1, Cue::and_) || source_.cue(at - 1, Cue::modifier);
  }

  /// Past the token at `at` if it belongs to the name, else `at`.
  std::uint32_t step(std::uint32_t from, std::uint32_t at, std::uint32_t head_end) const {
    const Token& token = source_.token(at);
    if (token.kind == TokenKind::mark) return past_mark(from, at);
    if (at == from && !all_names_ && !source_.cue(at, Cue::every)) return at;
    if (token.kind == TokenKind::number)
      return all_names_ || !(date_follows(at) || time_follows(at)) ? at + 1 : at;
    if (source_.cue(at, Cue::and_)) return past_and(from, at);
    if (const std::uint32_t length = source_.cue(at, Cue::modifier)) return at + length;
    if (source_.cue(at, Cue::every))
      return all_names_ || begins(at) || source_.cue(at + 1, Cue::place) ? at + 1 : at;
    if (const std::uint32_t end = past_related_to(from, at); end != at) return end;
    if (source_.cue(at, Cue::of)) return begins(at + 1) || all_names_ ? at + 1 : at;
    if (all_names_) return at + 1;
    if (source_.cue(at, Cue::stop) || source_.cue(at, Cue::with)) return at;
    if (at == head_end && at > from && !token.upper && only_head(from, at)) {
      const Mark* verb = mark(at, Kind::verb);
      if (verb && tight_head(from)) return at + verb->length;
    }
    if (!token.upper && (mark(at, Kind::verb) || mark(at, Kind::relation) ||
                         source_.cue(at, Cue::assign) || source_.cue(at, Cue::lead_verb))) {
      return at;
    }
    if (token.upper && mark(at, Kind::type) && at > from && !inside_name_type(at, head_end))
      return at;
    return at + 1;
  }

  /// "Phòng Kế hoạch …": right behind its head a type word is part of the name.
  bool inside_name_type(std::uint32_t at, std::uint32_t head_end) const { return at == head_end; }

  bool only_head(std::uint32_t from, std::uint32_t at) const { return at - from <= 4; }

  /// Heads that never stand alone: "trung tâm phục vụ …", "phòng tổ chức …".
  bool tight_head(std::uint32_t from) const {
    std::uint32_t at = from;
    if (source_.cue(at, Cue::every)) ++at;
    const Mark* head = mark(at, Kind::unit);
    return head && source_.lexicon.value(*head) == "tight" && !source_.cue(from, Cue::every);
  }

  /// "… Đảng ủy 6 tháng (trước ngày 15/6)".
  bool time_follows(std::uint32_t at) const {
    return source_.cue(at + 1, Cue::month) || source_.cue(at + 1, Cue::year) ||
           source_.cue(at + 1, Cue::day) || source_.low_is(at + 1, "giờ");
  }

  bool date_follows(std::uint32_t at) const {
    return source_.sign(at + 1, "/-.") && source_.number(at + 2);
  }

  std::uint32_t past_mark(std::uint32_t from, std::uint32_t at) const {
    const char sign = source_.token(at).sign;
    if (at == from) return at;
    if (sign == '(') {
      const std::uint32_t close = closing(at);
      if (close == 0 || source_.cue(at + 1, Cue::via)) return at;
      const bool more = close + 1 < end_ && begins(close + 1);
      return more || (all_names_ && close - at < 12) ? close + 1 : at;
    }
    if (sign == '-' && at + 1 < end_ && source_.word(at + 1) && source_.token(at + 1).upper)
      return at + 1;
    if (sign == '/' || sign == '&') return at + 1;
    // A quotation that opens here belongs to the name, one that closes does not.
    if (sign == '"' || sign == '\'')
      return at + 1 < end_ && source_.word(at + 1) && !source_.token(at + 1).spaced ? at + 1 : at;
    if (sign == ':' && group_colon(from, at)) return at + 1;
    if (sign == ',' && (compound_name(at) || group_list(from, at))) return at + 1;
    if (sign == ';' && group_list(from, at)) return at + 1;
    if (all_names_ && (sign == ',' || sign == ';'))
      return begins(at + 1) || !source_.word(at + 1) ? at : at + 1;
    if (all_names_ && sign != '.') return at + 1;
    return at;
  }

  /// "đơn vị có liên quan trực tiếp đến nội dung kiến nghị": up to the next stop word.
  std::uint32_t past_related_to(std::uint32_t from, std::uint32_t at) const {
    if (at < from + 2 || source_.token(at).upper) return at;
    const std::string_view low = source_.low(at);
    if (low != "đến" && low != "tới") return at;
    const std::string_view before = source_.low(at - 1);
    if (before != "quan" && before != "tiếp") return at;
    std::uint32_t t = at + 1;
    while (t < end_ && t < at + 7 && source_.word(t) && !source_.cue(t, Cue::stop)) ++t;
    return t;
  }

  std::uint32_t closing(std::uint32_t at) const {
    for (std::uint32_t t = at + 1; t < end_ && t < at + 24; ++t) {
      if (source_.sign(t, ')')) return t;
    }
    return 0;
  }

  /// "Bộ Văn hóa, Thể thao và Du lịch": capital, comma, capital …, "và", capital.
  bool compound_name(std::uint32_t comma) const {
    if (comma + 1 >= end_ || !source_.token(comma + 1).upper || begins(comma + 1) ||
        mark(comma + 1, Kind::type) || mark(comma + 1, Kind::verb)) {
      return false;
    }
    for (std::uint32_t t = comma + 1; t < end_ && t < comma + 8; ++t) {
      if (source_.token(t).kind != TokenKind::word || (t > comma + 1 && begins(t))) return false;
      if (source_.cue(t, Cue::and_))
        return t + 1 < end_ && source_.token(t + 1).upper && !begins(t + 1);
    }
    return false;
  }

  /// "các Sở: Tài chính, Nội vụ": names behind a common head and a colon.
  bool group_colon(std::uint32_t from, std::uint32_t at) const {
    if (at + 1 >= end_ || !source_.token(at + 1).upper || begins(at + 1)) return false;
    if (at - from <= 4 && source_.cue(from, Cue::every)) return true;
    // "Chủ tịch UBND các tỉnh: Sơn La, Điện Biên": a list of names, no sentence.
    const bool several = at >= from + 2 && (source_.cue(at - 2, Cue::every) ||
                                            (at >= from + 3 && source_.cue(at - 3, Cue::every)));
    return several && !mark(at + 1, Kind::verb) && !mark(at + 1, Kind::type) &&
           names_follow(at + 1);
  }

  /// Short capitalised names with commas between them.
  bool names_follow(std::uint32_t at) const {
    for (std::uint32_t t = at; t < end_ && t < at + 6; ++t) {
      if (source_.sign(t, ",;"))
        return t > at && t + 1 < end_ && source_.token(t + 1).upper && !mark(t + 1, Kind::verb);
      if (!source_.word(t) || source_.cue(t, Cue::stop)) return false;
    }
    return false;
  }

  bool group_list(std::uint32_t from, std::uint32_t at) const {
    for (std::uint32_t t = from; t < at && t < from + 14; ++t) {
      if (source_.sign(t, ':')) {
        return at + 1 < end_ && source_.token(at + 1).upper && !begins(at + 1) &&
               !mark(at + 1, Kind::verb) && !mark(at + 1, Kind::type);
      }
    }
    return false;
  }

  /// "và" within a name ("Khoa học và Công nghệ") or between names.
  std::uint32_t past_and(std::uint32_t from, std::uint32_t at) const {
    if (at + 1 >= end_ || begins(at + 1) || !source_.word(at + 1)) return at;
    if (source_.token(at + 1).upper) return mark(at + 1, Kind::type) ? at : at + 1;
    if (all_names_) return at + 1;
    if (mark(at + 1, Kind::verb) || source_.cue(at + 1, Cue::stop) || mark(at + 1, Kind::relation))
      return at;
    // A long descriptive name goes on in small letters: "… công trình dân dụng và công nghiệp tỉnh".
    for (std::uint32_t t = at; t-- > from && at - t <= 4;) {
      if (source_.token(t).upper) return at;
    }
    return at - from > 6 ? at + 1 : at;
  }

  /// The beginning of the next name behind a separator at `at`; `at` if there is none.
  std::uint32_t next_unit(std::uint32_t at) const {
    std::uint32_t t = at;
    bool separated = false;
    while (t < end_ &&
           (source_.sign(t, ",;") || source_.cue(t, Cue::and_) || source_.cue(t, Cue::with_and))) {
      t += std::max<std::uint32_t>(1, source_.cue(t, Cue::with_and));
      separated = true;
    }
    if (!separated || t >= end_) return at;
    if (begins(t)) return t;
    return all_names_ ? t : at;
  }

  bool generic(Range unit) const {
    std::uint32_t at = unit.begin;
    if (source_.cue(at, Cue::every)) ++at;
    if (const Mark* idiom = source_.marks.at(at, Kind::unit_idiom))
      return at + idiom->length >= unit.end;
    const Mark* head = source_.marks.at(at, Kind::unit);
    return head && at + head->length >= unit.end && source_.lexicon.value(*head) == "generic";
  }

  bool has_modifier(Range unit) const {
    for (std::uint32_t t = unit.begin; t < unit.end; ++t) {
      if (source_.cue(t, Cue::modifier)) return true;
    }
    return false;
  }

  bool post(Range unit) const {
    const Mark* head = source_.marks.at(unit.begin, Kind::unit);
    return head && source_.lexicon.value(*head) == "post";
  }

  /// "các cơ quan | đơn vị có liên quan" is one addressee; so is what follows "Thủ trưởng".
  void share_modifiers(UnitList& list) const {
    for (std::size_t i = list.units.size(); i-- > 1;) {
      const Range now = list.units[i];
      const Range before = list.units[i - 1];
      const bool lower = !source_.token(now.begin).upper;
      const bool plain =
          generic(before) && !source_.marks.at(skip_every(before.begin), Kind::unit_idiom);
      const bool shared = lower && has_modifier(now) && plain;
      if (shared ||
          (lower && post(before) && !source_.cue(now.begin, Cue::every) && has_modifier(now))) {
        list.units[i - 1].end = now.end;
        list.units.erase(list.units.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
  }

  std::uint32_t skip_every(std::uint32_t at) const {
    return source_.cue(at, Cue::every) ? at + 1 : at;
  }

  const Source& source_;
  std::uint32_t end_;
  bool all_names_;
};

Range trimmed(const Source& source, Range r) {
  while (!r.empty() && source.sign(r.end - 1, ".,;:-/~")) --r.end;
  while (!r.empty() && source.sign(r.begin, ".,;:-")) ++r.begin;
  return r;
}

}  // namespace

bool unit_begins(const Source& source, std::uint32_t at, std::uint32_t end) {
  return UnitReader(source, end, false).begins(at);
}

UnitList units_at(const Source& source, std::uint32_t at, std::uint32_t end) {
  UnitReader reader(source, end, false);
  if (!reader.begins(at)) return {{}, at};
  return reader.read(at);
}

UnitList units_of(const Source& source, Range r) {
  r = trimmed(source, r);
  if (r.empty()) return {{}, r.begin};
  return UnitReader(source, r.end, true).read(r.begin);
}

std::vector<std::string> names_of(const Source& source, const UnitList& list) {
  std::vector<std::string> names;
  for (Range unit : list.units) {
    unit = trimmed(source, unit);
    if (!unit.empty()) names.push_back(source.page.words(unit));
  }
  return names;
}

}  // namespace kehoach::detail
