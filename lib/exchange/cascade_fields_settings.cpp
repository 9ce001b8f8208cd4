// SPDX-License-Identifier: BSL-1.0
// How settings stand in JSON.
#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "exchange/cascade_value.hpp"

namespace kehoach::detail {
namespace {

template <int level>
constexpr JsonField margin() {
  return {
      words<Level>[level], false,
      [](CascadeReader& in, void* s) { return in.read(static_cast<Settings*>(s)->margin[level]); },
      [](CascadeWriter& out, const JsonField& self, const void* s) {
        const std::int16_t days = static_cast<const Settings*>(s)->margin[level];
        if (days == 0) return;
        out.key(self.key);
        out.write(std::int64_t{days});
      }};
}
constexpr JsonField margin_fields[] = {margin<0>(), margin<1>(), margin<2>(), margin<3>(),
                                       margin<4>(), margin<5>(), margin<6>(), margin<7>()};
static_assert(std::size(margin_fields) == level_count);

bool read_margins(CascadeReader& in, Settings& settings) {
  return in.object(margin_fields, &settings);
}

void write_margins(CascadeWriter& out, const JsonField& self, const Settings& settings) {
  if (std::all_of(std::begin(settings.margin), std::end(settings.margin),
                  [](std::int16_t days) { return days == 0; }))
    return;
  out.key(self.key);
  out.begin_object(JsonLayout::one_line);
  write_members(out, margin_fields, &settings);
  out.end_object();
}

/// How the host judges a code: a severity, or "off".
constexpr std::string_view severity_words[] = {"note", "warning", "error", "off"};
constexpr std::size_t off = 3;

bool read_severity(CascadeReader& in, Settings& settings, FindingCode code) {
  std::size_t number = 0;
  if (!in.word(severity_words, number)) return false;
  FindingRule rule{code, {}};
  if (number != off) rule.severity = static_cast<Severity>(number);
  settings.audit.findings.push_back(rule);
  return true;
}
void write_severity(CascadeWriter& out, const JsonField& self, const Settings& settings,
                    FindingCode code) {
  for (const FindingRule& rule : settings.audit.findings) {
    if (rule.code != code) continue;
    out.key(self.key);
    out.text(severity_words[rule.severity ? static_cast<std::size_t>(*rule.severity) : off]);
  }
}

/// One member a code, in the order of their numbers.
template <std::size_t... numbers>
std::array<JsonField, sizeof...(numbers)> severity_fields(std::index_sequence<numbers...>) {
  return {{{finding_codes()[numbers].name, false,
            [](CascadeReader& in, void* s) {
              return read_severity(in, *static_cast<Settings*>(s), FindingCode(numbers + 1));
            },
            [](CascadeWriter& out, const JsonField& self, const void* s) {
              write_severity(out, self, *static_cast<const Settings*>(s), FindingCode(numbers + 1));
            }}...}};
}
auto severity_fields() {
  return severity_fields(std::make_index_sequence<finding_code_count>());
}

bool read_findings(CascadeReader& in, Settings& settings) {
  return in.object(severity_fields(), &settings);
}
void write_findings(CascadeWriter& out, const JsonField& self, const Settings& settings) {
  if (settings.audit.findings.empty()) return;
  out.key(self.key);
  out.begin_object(JsonLayout::one_line);
  write_members(out, severity_fields(), &settings);
  out.end_object();
}

/// A field of `Settings::audit`.
template <auto member>
constexpr JsonField audit(std::string_view key) {
  return {
      key, false,
      [](CascadeReader& in, void* s) { return in.read(static_cast<Settings*>(s)->audit.*member); },
      [](CascadeWriter& out, const JsonField& self, const void* s) {
        const auto value = static_cast<const Settings*>(s)->audit.*member;
        if (value == AuditSettings{}.*member) return;
        out.key(self.key);
        write_value(out, value);
      }};
}

/// A field of `Settings::policy`.
template <auto member>
constexpr JsonField policy(std::string_view key) {
  return {
      key, false,
      [](CascadeReader& in, void* s) { return in.read(static_cast<Settings*>(s)->policy.*member); },
      [](CascadeWriter& out, const JsonField& self, const void* s) {
        const auto value = static_cast<const Settings*>(s)->policy.*member;
        if (value == DeadlinePolicy{}.*member) return;
        out.key(self.key);
        write_value(out, value);
      }};
}

constexpr JsonField settings_fields[] = {
    field<&Settings::calendar>("calendar"),
    policy<&DeadlinePolicy::before>("before"),
    policy<&DeadlinePolicy::fixed_dates>("roll_fixed_dates"),
    policy<&DeadlinePolicy::terms>("roll_terms"),
    policy<&DeadlinePolicy::leap_day>("leap_day"),
    special<Settings, read_margins, write_margins>("margins"),
    special<Settings, read_findings, write_findings>("findings"),
    audit<&AuditSettings::report_margin>("report_margin"),
    audit<&AuditSettings::merge_within>("merge_within"),
    audit<&AuditSettings::burden>("burden"),
};

}  // namespace

// clang-format off
template <> JsonFields json_fields<Settings>() { return settings_fields; }
// clang-format on

}  // namespace kehoach::detail
