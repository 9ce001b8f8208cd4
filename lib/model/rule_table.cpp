// SPDX-License-Identifier: BSL-1.0
#include "model/rule_table.hpp"

#include <array>

namespace kehoach::detail {
namespace {

template <class A, class B>
std::uint64_t word(A high, B low) {
  return static_cast<std::uint64_t>(high) << 32 | static_cast<std::uint32_t>(low);
}

/// Four numbers of at most 16 bits in one word.
template <class A, class B, class C, class D>
std::uint64_t quarters(A a, B b, C c, D d) {
  return static_cast<std::uint64_t>(static_cast<std::uint16_t>(a)) << 48 |
         static_cast<std::uint64_t>(static_cast<std::uint16_t>(b)) << 32 |
         static_cast<std::uint64_t>(static_cast<std::uint16_t>(c)) << 16 |
         static_cast<std::uint64_t>(static_cast<std::uint16_t>(d));
}

/// All that a rule says but its words: equal rules, equal numbers.
std::array<std::uint64_t, 9> numbers(const DeadlineRule& r) {
  const Recurrence& c = r.recurrence;
  return {quarters(r.kind, r.exclusive, r.point, r.event),
          word(day_number(r.first), day_number(r.last)),
          word(r.term, day_number(r.event_date)),
          word(r.event_task.value(), r.written_year),
          quarters(r.term_unit, r.written_month, r.written_day, c.exclusive),
          quarters(c.period, c.due, c.month, c.day),
          quarters(c.only, c.window, 0, 0),
          word(day_number(c.from), day_number(c.until)),
          r.text.size()};
}

bool same(const DeadlineRule& a, const DeadlineRule& b) {
  return numbers(a) == numbers(b) && a.text == b.text;
}

/// Does it say nothing at all?
bool empty(const DeadlineRule& rule) {
  if (rule.kind != DeadlineKind::none) return false;
  static const std::array<std::uint64_t, 9> nothing = numbers({});
  return numbers(rule) == nothing;
}

std::shared_ptr<const DeadlineRule> kept(const DeadlineRule& rule, Writer writer) {
  return std::allocate_shared<DeadlineRule>(KeptAllocator<DeadlineRule>(writer.memory), rule);
}

std::uint64_t hash_of(const DeadlineRule& r) {
  std::uint64_t h = 0;
  for (const std::uint64_t number : numbers(r)) h = mix(h, number);
  h ^= h >> 32;
  return r.text.empty() ? h : hash_bytes(r.text, h);
}

}  // namespace

RuleTable::RuleTable(Writer writer) {
  rules_.push_back(kept({}, writer), writer);
}

std::uint32_t RuleTable::add(const DeadlineRule& rule, Writer writer) {
  if (empty(rule)) return 0;
  const std::uint64_t hash = hash_of(rule);
  const auto equal = [&](std::uint32_t row) { return detail::same(*rules_[row], rule); };
  const std::uint32_t row = index_.find(hash, equal);
  if (row != HashIndex::none) return row;
  rules_.push_back(kept(rule, writer), writer);
  return index_.find_or_insert(hash, rules_.size() - 1, writer, equal);
}

bool RuleTable::same(std::uint32_t row, const RuleTable& other, std::uint32_t its_row) const {
  const auto& a = rules_[row];
  const auto& b = other.rules_[its_row];
  return a == b || detail::same(*a, *b);
}

}  // namespace kehoach::detail
