// SPDX-License-Identifier: BSL-1.0
// How units stand in JSON.
#include "exchange/cascade_value.hpp"

namespace kehoach::detail {
namespace {

constexpr JsonField effective_name_fields[] = {
    field<&Effective<std::string>::from>("from"),
    field<&Effective<std::string>::value>("value"),
};
constexpr JsonField effective_parent_fields[] = {
    field<&Effective<UnitId>::from>("from"),
    field<&Effective<UnitId>::value>("value"),
};

bool read_members(CascadeReader& in, UnitSpec& unit) {
  unit.group = true;
  return read_value(in, unit.members);
}

void write_members_of_group(CascadeWriter& out, const JsonField& self, const UnitSpec& unit) {
  if (unit.members.empty() && (!unit.group || !unit.member_rules.empty())) return;
  out.key(self.key);
  write_value(out, unit.members);
}

constexpr JsonField successor_fields[] = {
    field<&Successor::from>("from", required),
    field<&Successor::unit>("unit", required),
};

bool read_rule_level(CascadeReader& in, MemberRule& rule) {
  return read_value(in, rule.level.emplace());
}
void write_rule_level(CascadeWriter& out, const JsonField& self, const MemberRule& rule) {
  if (!rule.level) return;
  out.key(self.key);
  write_value(out, *rule.level);
}
constexpr JsonField member_rule_fields[] = {
    field<&MemberRule::below>("below"),
    field<&MemberRule::line>("line"),
    field<&MemberRule::direct>("direct"),
    special<MemberRule, read_rule_level, write_rule_level>("level"),
    field<&MemberRule::types>("types"),
};

/// Who belongs to it by rule; said of a group only.
bool read_member_rules(CascadeReader& in, UnitSpec& unit) {
  unit.group = true;
  return read_value(in, unit.member_rules);
}
void write_member_rules(CascadeWriter& out, const JsonField& self, const UnitSpec& unit) {
  if (unit.member_rules.empty()) return;
  out.key(self.key);
  write_value(out, unit.member_rules);
}

constexpr JsonField unit_fields[] = {
    field<&UnitSpec::key>("key"),
    field<&UnitSpec::level>("level"),
    field<&UnitSpec::names>("name"),
    field<&UnitSpec::types>("type"),
    field<&UnitSpec::parents>("parent"),
    field<&UnitSpec::professional_parents>("professional_parent"),
    field<&UnitSpec::successors>("successors"),
    field<&UnitSpec::closed>("closed"),
    field<&UnitSpec::calendar>("calendar"),
    special<UnitSpec, read_members, write_members_of_group>("members"),
    special<UnitSpec, read_member_rules, write_member_rules>("member_rules"),
};

}  // namespace

// clang-format off
template <> JsonFields json_fields<Effective<std::string>>() { return effective_name_fields; }
template <> JsonFields json_fields<Effective<UnitId>>() { return effective_parent_fields; }
template <> JsonFields json_fields<Successor>() { return successor_fields; }
template <> JsonFields json_fields<MemberRule>() { return member_rule_fields; }
template <> JsonFields json_fields<UnitSpec>() { return unit_fields; }
// clang-format on

}  // namespace kehoach::detail
