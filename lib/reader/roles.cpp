// SPDX-License-Identifier: BSL-1.0
#include "reader/roles.hpp"

#include <algorithm>

#include "reader/units.hpp"

namespace kehoach::detail {

void add_new(std::vector<std::string>& list, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const std::string key = folded(name);
    const bool known = std::any_of(list.begin(), list.end(),
                                   [&](const std::string& old) { return folded(old) == key; });
    if (!known) list.push_back(name);
  }
}

namespace {

/// Walks the clauses of a text and collects who leads and who helps.
class RoleReader {
 public:
  RoleReader(const Source& source, Range r) : source_(source), r_(r) {}

  Roles run() {
    bool clause = true;      // a clause begins here
    bool adverbial = false;  // … with words that stand before the subject
    for (std::uint32_t t = r_.begin; t < r_.end;) {
      if (source_.sign(t, ".;:")) {
        clause = true;
        adverbial = false;
        ++t;
        continue;
      }
      if (source_.sign(t, "(\"")) {
        clause = clause || source_.sign(t, '(');  // "… (Khoa Nội chủ trì)"
        ++t;
        continue;
      }
      const std::uint32_t next = step(t, clause, adverbial);
      if (clause && next == t) adverbial = opens_adverbial(t);
      clause = adverbial && source_.sign(t, ',');
      t = std::max(next, t + 1);
    }
    return std::move(roles_);
  }

 private:
  bool opens_adverbial(std::uint32_t t) const {
    return source_.cue(t, Cue::based_on) || source_.cue(t, Cue::preamble) ||
           source_.cue(t, Cue::closing) || source_.cue(t, Cue::stop) || source_.number(t) ||
           source_.cue(t, Cue::year) || source_.cue(t, Cue::month) || source_.cue(t, Cue::day);
  }

  /// Reads what begins at t; returns the token behind it, or t for nothing.
  std::uint32_t step(std::uint32_t t, bool clause, bool adverbial) {
    if (!source_.marks.any(t)) return t;
    if (const std::uint32_t length = source_.cue(t, Cue::assign);
        length && (clause || source_.token(t).upper || follows_separator(t))) {
      return assigned(t + length);
    }
    if (const std::uint32_t length = source_.cue(t, Cue::with)) return supporters(t + length);
    if (source_.low(t) == "phối" && source_.low_is(t + 1, "hợp") &&
        unit_begins(source_, t + 2, r_.end))
      return supporters(t + 2);  // "phối hợp Sở Y tế"
    if (!clause && !source_.token(t).upper && !by_whom(t)) return t;
    if ((clause || by_whom(t)) && unit_begins(source_, t, r_.end)) return subject(t, adverbial);
    return t;
  }

  bool follows_separator(std::uint32_t t) const {
    return t > r_.begin && (source_.sign(t - 1, ",;:.") || source_.cue(t - 1, Cue::and_));
  }

  /// "do Sở Y tế chủ trì"
  bool by_whom(std::uint32_t t) const { return t > r_.begin && source_.low(t - 1) == "do"; }

  /// "Giao X …", "Đề nghị các cơ quan: X, Y …".
  std::uint32_t assigned(std::uint32_t t) {
    if (source_.sign(t, ':')) ++t;
    UnitList units = units_at(source_, t, r_.end);
    if (units.empty()) return t;
    if (units.units.size() == 1 && source_.sign(units.end, ':') && units.end - t <= 4 &&
        unit_begins(source_, units.end + 1, r_.end)) {
      units = units_at(source_, units.end + 1, r_.end);
    }
    add_new(roles_.lead, names_of(source_, units));
    return units.end;
  }

  std::uint32_t supporters(std::uint32_t t) {
    const UnitList units = units_at(source_, t, r_.end);
    if (units.empty()) return t;
    add_new(roles_.support, names_of(source_, units));
    return units.end;
  }

  std::uint32_t subject(std::uint32_t t, bool adverbial) {
    const UnitList units = units_at(source_, t, r_.end);
    if (units.empty() || units.end >= r_.end) return t;
    const std::uint32_t next = units.end;
    const bool leads = source_.cue(next, Cue::lead_verb) != 0;
    if (!leads && !(acts(next) && roles_.lead.empty())) return t;
    if (adverbial && !source_.token(t).upper && generic_only(units) && !acts(next)) return t;
    if (leads || roles_.lead.empty()) add_new(roles_.lead, names_of(source_, units));
    if (!leads) roles_.confidence = 0.8;
    return next;
  }

  bool generic_only(const UnitList& units) const {
    return units.units.size() == 1 && units.units[0].size() <= 2;
  }

  /// What a subject is followed by.
  bool acts(std::uint32_t t) const {
    if (source_.token(t).upper && source_.token(t).kind == TokenKind::word &&
        !source_.sign(t - 1, ":"))
      return false;
    if (source_.marks.at(t, Kind::verb) || source_.cue(t, Cue::with) ||
        source_.cue(t, Cue::support_verb))
      return true;
    if (source_.cue(t, Cue::based_on) || source_.marks.at(t, Kind::relation)) return true;
    const std::string_view low = source_.low(t);
    return low == "phải" || low == "cần" || low == "theo" || low == "có" || low == "trên";
  }

  const Source& source_;
  Range r_;
  Roles roles_;
};

}  // namespace

Roles roles_in(const Source& source, Range r) {
  return RoleReader(source, r).run();
}

namespace {

/// "Đối với UBND các xã có trạm phải sắp xếp: …": all in front of the colon describes the body.
UnitList up_to_colon(const Source& source, const UnitList& units, std::uint32_t from,
                     std::uint32_t end) {
  if (units.units.size() != 1) return units;
  for (std::uint32_t t = units.end; t < end && t < units.end + 16 && source.word(t); ++t) {
    if (t + 1 < end && source.sign(t + 1, ':')) return {{{from, t + 1}}, t + 1};
  }
  return units;
}

}  // namespace

std::vector<std::string> heading_units(const Source& source, Range heading, std::uint32_t* end) {
  if (heading.empty()) return {};
  std::uint32_t from = heading.begin;
  if (const std::uint32_t length = source.cue(from, Cue::assign)) from += length;
  if (source.low(from) == "đối" && source.low(from + 1 < heading.end ? from + 1 : from) == "với")
    from += 2;
  if (from >= heading.end) return {};
  UnitList units = units_at(source, from, heading.end);
  if (units.empty()) return {};
  if (from > heading.begin) units = up_to_colon(source, units, from, heading.end);
  std::uint32_t at = units.end;
  const bool via = source.sign(at, '(');
  if (via) {
    while (at < heading.end && !source.sign(at, ')')) ++at;
    ++at;
  }
  // "Đề nghị các cơ quan: X, Y …": the names stand behind the colon.
  if (source.sign(at, ':') && units.end - from <= 4 && unit_begins(source, at + 1, heading.end))
    return {};
  const bool whole = at >= heading.end || (at + 1 >= heading.end && source.sign(at, ".:;"));
  if (!whole && !source.sign(at, ':')) return {};
  if (end) *end = std::min(at + 1, heading.end);
  return names_of(source, units);
}

}  // namespace kehoach::detail
