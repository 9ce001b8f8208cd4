// SPDX-License-Identifier: BSL-1.0
#include "pass/turns.hpp"

#include <algorithm>

#include <kehoach/date.hpp>

namespace kehoach::detail {

Turns::Turns(std::int32_t base, std::uint32_t count, Writer writer) : base_(base) {
  const std::int32_t end =
      day_number(kehoach::day(2100, 12, 31).value()) + 1;  // no calendar goes further
  first_.resize(static_cast<std::uint32_t>(std::max(1, end - base)), 0, writer);
  resize(count, writer);
}

void Turns::set(std::uint32_t t, std::int32_t day, Writer writer) {
  day = kept(day);
  if (links_[t].day == day) return;
  take_down(t, writer);
  Link& link = links_.edit(t, writer);
  link = {day, 0, 0};
  if (day == day_none) return;
  std::uint32_t& first = first_.edit(index(day), writer);
  link.next = first;
  if (first != 0) links_.edit(first, writer).previous = t;
  first = t;
}

void Turns::own(std::uint32_t t, std::int32_t day, Writer writer) {
  day = kept(day);
  const Link link = links_[t];
  if (link.day == day) return;
  for (const std::uint32_t other : {t, link.previous, link.next})
    if (other != 0) links_.edit(other, writer);
  for (const std::int32_t on : {link.day, day}) {
    if (on == day_none) continue;
    if (const std::uint32_t first = first_.edit(index(on), writer); first != 0)
      links_.edit(first, writer);
  }
}

void Turns::take_down(std::uint32_t t, Writer writer) {
  const Link link = links_[t];
  if (link.day == day_none) return;
  if (link.previous != 0)
    links_.edit(link.previous, writer).next = link.next;
  else
    first_.edit(index(link.day), writer) = link.next;
  if (link.next != 0) links_.edit(link.next, writer).previous = link.previous;
}

std::int32_t Turns::next(std::int32_t from) const {
  for (std::int32_t day = from; day - base_ < days(); ++day)
    if (first_[index(day)] != 0) return day;
  return day_none;
}

}  // namespace kehoach::detail
