// SPDX-License-Identifier: BSL-1.0
// How deadline rules stand in JSON: only the fields of its kind belong to a rule.
#include <iterator>

#include "exchange/cascade_value.hpp"

namespace kehoach::detail {
namespace {

constexpr std::uint16_t only(DeadlineKind kind) {
  return static_cast<std::uint16_t>(1u << static_cast<unsigned>(kind));
}
constexpr std::uint16_t by_date = only(DeadlineKind::by_date);
constexpr std::uint16_t period = only(DeadlineKind::period);
constexpr std::uint16_t ongoing = only(DeadlineKind::ongoing);
constexpr std::uint16_t after_event = only(DeadlineKind::after_event);

/// The sentinel of `Recurrence::day` is a word in JSON, and no number.
bool read_day(CascadeReader& in, Recurrence& recurrence) {
  if (!in.is_text()) {
    if (!in.read(recurrence.day)) return false;
    return recurrence.day != last_day_of_month ||
           in.fail(Errc::invalid_value, "no month has a day 32");
  }
  std::string_view text;
  if (!in.view(text)) return false;
  if (text != "last") return in.expected("a number or \"last\"");
  recurrence.day = last_day_of_month;
  return true;
}

void write_day(CascadeWriter& out, const JsonField& self, const Recurrence& recurrence) {
  if (recurrence.day == 0) return;
  out.key(self.key);
  if (recurrence.day == last_day_of_month) return out.text("last");
  write_value(out, recurrence.day);
}

constexpr JsonField recurrence_fields[] = {
    field<&Recurrence::period>("period", required),
    field<&Recurrence::due>("due"),
    field<&Recurrence::month>("month"),
    special<Recurrence, read_day, write_day>("day"),
    field<&Recurrence::only>("only"),
    field<&Recurrence::exclusive>("exclusive"),
    field<&Recurrence::window>("window"),
    field<&Recurrence::from>("from"),
    field<&Recurrence::until>("until"),
};

constexpr JsonField written_fields[] = {
    field<&DeadlineRule::written_day>("day", required),
    field<&DeadlineRule::written_month>("month", required),
    field<&DeadlineRule::written_year>("year"),
};

bool read_written(CascadeReader& in, DeadlineRule& rule) {
  return in.object(written_fields, &rule);
}

void write_written(CascadeWriter& out, const JsonField& self, const DeadlineRule& rule) {
  out.key(self.key);
  out.begin_object(JsonLayout::one_line);
  write_members(out, written_fields, &rule);
  out.end_object();
}

constexpr JsonField rule_fields[] = {
    field<&DeadlineRule::kind>("kind", required),
    field<&DeadlineRule::first>("first", false, period | ongoing),
    field<&DeadlineRule::last>("last", false, by_date | period),
    field<&DeadlineRule::exclusive>("exclusive", false, by_date),
    field<&DeadlineRule::point>("point", false, by_date),
    field<&DeadlineRule::event>("event", false, after_event),
    field<&DeadlineRule::event_date>("event_date", false, after_event),
    field<&DeadlineRule::event_task>("event_task", false, after_event),
    field<&DeadlineRule::term>("term", false, after_event),
    field<&DeadlineRule::term_unit>("term_unit", false, after_event),
    special<DeadlineRule, read_written, write_written>("written", only(DeadlineKind::impossible)),
    field<&DeadlineRule::recurrence>("recurrence", false, only(DeadlineKind::recurring)),
    field<&DeadlineRule::text>("text"),
};

bool belongs(const JsonField& field, DeadlineKind kind) {
  return (field.variants & only(kind)) != 0;
}

}  // namespace

bool read_value(CascadeReader& in, DeadlineRule& rule) {
  std::uint64_t seen = 0;
  const std::size_t begin = in.offset();
  if (!in.object(rule_fields, &rule, &seen)) return false;
  for (std::size_t i = 0; i < std::size(rule_fields); ++i)
    if ((seen >> i & 1) != 0 && !belongs(rule_fields[i], rule.kind))
      return in.fail_at(begin, Errc::unknown_field,
                        "a deadline of kind \"" +
                            std::string(words<DeadlineKind>[static_cast<std::size_t>(rule.kind)]) +
                            "\" has no \"" + std::string(rule_fields[i].key) + '"');
  return true;
}

void write_value(CascadeWriter& out, const DeadlineRule& rule) {
  out.begin_object(JsonLayout::one_line);
  for (const JsonField& field : rule_fields)
    if (belongs(field, rule.kind)) field.write(out, field, &rule);
  out.end_object();
}

// clang-format off
template <> JsonFields json_fields<DeadlineRule>() { return rule_fields; }
template <> JsonFields json_fields<Recurrence>() { return recurrence_fields; }
// clang-format on

}  // namespace kehoach::detail
