// SPDX-License-Identifier: BSL-1.0
#include "model/rule_table.hpp"

#include <tuple>

namespace kehoach::detail {
namespace {

auto members(const Recurrence& r) {
  return std::tie(r.period, r.due, r.month, r.day, r.only, r.exclusive, r.window, r.from, r.until);
}

bool same(const DeadlineRule& a, const DeadlineRule& b) {
  const auto members_of = [](const DeadlineRule& r) {
    return std::tie(r.kind, r.last, r.first, r.exclusive, r.point, r.event, r.term_unit, r.term,
                    r.event_date, r.event_task, r.written_year, r.written_month, r.written_day,
                    r.text);
  };
  return members_of(a) == members_of(b) && members(a.recurrence) == members(b.recurrence);
}

std::uint64_t word(std::int64_t high, std::int64_t low) {
  return static_cast<std::uint64_t>(high) << 32 ^ static_cast<std::uint32_t>(low);
}

/// Of what mostly tells rules apart.
std::uint64_t hash_of(const DeadlineRule& r) {
  const Recurrence& c = r.recurrence;
  std::uint64_t h =
      mix(word(static_cast<int>(r.kind), day_number(r.last)), word(r.term, day_number(r.first)));
  if (r.kind == DeadlineKind::after_event)
    h = mix(h, word(r.event_task.value(), day_number(r.event_date)));
  if (r.kind == DeadlineKind::recurring)
    h = mix(h,
            word(static_cast<int>(c.period) << 8 | c.month, static_cast<int>(c.due) << 8 | c.day));
  if (r.kind == DeadlineKind::impossible) h = mix(h, word(r.written_month, r.written_day));
  h ^= h >> 32;
  return r.text.empty() ? h : hash_bytes(r.text, h);
}

}  // namespace

RuleTable::RuleTable(Writer writer) {
  rules_.push_back(std::make_shared<DeadlineRule>(), writer);
}

std::uint32_t RuleTable::add(const DeadlineRule& rule, Writer writer) {
  if (rule.kind == DeadlineKind::none && detail::same(rule, *rules_[0])) return 0;
  const std::uint32_t row =
      index_.find_or_insert(hash_of(rule), rules_.size(), writer,
                            [&](std::uint32_t r) { return detail::same(*rules_[r], rule); });
  if (row == rules_.size()) rules_.push_back(std::make_shared<const DeadlineRule>(rule), writer);
  return row;
}

bool RuleTable::same(std::uint32_t row, const RuleTable& other, std::uint32_t its_row) const {
  const auto& a = rules_[row];
  const auto& b = other.rules_[its_row];
  return a == b || detail::same(*a, *b);
}

}  // namespace kehoach::detail
