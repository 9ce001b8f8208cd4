// SPDX-License-Identifier: BSL-1.0
#include "pass/finding_order.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

namespace kehoach::detail {
namespace {

/// As `told_before` compares first.
std::uint64_t first_of_order(const Finding& f) {
  return (2u - static_cast<std::uint64_t>(f.severity)) << 56 |
         static_cast<std::uint64_t>(f.code) << 48 | static_cast<std::uint64_t>(f.item.kind) << 40 |
         f.item.id;
}

std::size_t& count_of(FindingCounts& counts, FindingCode code) {
  return counts[static_cast<std::size_t>(code) - 1];
}

}  // namespace

Severities severities(const AuditSettings& settings) {
  Severities all;
  for (const FindingInfo& info : finding_codes())
    all[static_cast<std::size_t>(info.code) - 1] = info.severity;
  for (const FindingRule& rule : settings.findings)
    all[static_cast<std::size_t>(rule.code) - 1] = rule.severity;
  return all;
}

void put_in_order(Findings& found, const AuditSettings& settings) {
  const Severities all = severities(settings);
  const auto of = [&](const Finding& f) { return all[static_cast<std::size_t>(f.code) - 1]; };
  std::erase_if(found, [&](const Finding& f) { return !of(f); });
  for (Finding& f : found) f.severity = *of(f);
  // Mostly severity, code and item tell; and findings are large, so each is moved but once.
  struct Place {
    std::uint64_t first;
    std::uint32_t at;
  };
  std::vector<Place> places(found.size());
  for (std::uint32_t i = 0; i < places.size(); ++i) places[i] = {first_of_order(found[i]), i};
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
    if (a.first != b.first) return a.first < b.first;
    if (told_before(found[a.at], found[b.at])) return true;
    return a.at < b.at && !told_before(found[b.at], found[a.at]);
  });
  Findings in_order;
  in_order.reserve(found.size());
  for (const Place& place : places) in_order.push_back(std::move(found[place.at]));
  found = std::move(in_order);
}

FindingList list_of(Findings found) {
  FindingWriter writer;
  for (Finding& f : found) writer.add(std::move(f));
  return writer.finish();
}

void count(FindingCounts& counts, const Findings& found) {
  for (const Finding& f : found) ++count_of(counts, f.code);
}

std::size_t replace(FindingList& list, FindingCounts& counts,
                    const std::vector<std::size_t>& places, Findings found) {
  std::vector<std::size_t> gone;
  Findings come;
  auto next = found.begin();
  const auto come_until = [&](const Finding& f) {
    while (next != found.end() && told_before(*next, f)) come.push_back(std::move(*next++));
  };
  for (const std::size_t place : places) {
    const Finding& old = list[place];
    come_until(old);
    if (next != found.end() && same(*next, old))
      ++next;
    else
      gone.push_back(place);
  }
  come.insert(come.end(), std::make_move_iterator(next), std::make_move_iterator(found.end()));
  if (gone.empty() && come.empty()) return 0;
  for (const std::size_t place : gone) --count_of(counts, list[place].code);
  for (const Finding& f : come) ++count_of(counts, f.code);
  const std::size_t count = gone.size() + come.size();
  if (list.size() == gone.size()) {
    list = list_of(std::move(come));
    return count;
  }
  FindingWriter writer;
  std::size_t at = 0;
  auto out = gone.begin();
  const auto copy_until = [&](std::size_t place) {
    for (; out != gone.end() && *out < place; at = *out++ + 1) writer.copy(*list.parts(), at, *out);
    writer.copy(*list.parts(), at, place);
    at = place;
  };
  for (Finding& f : come) {
    const auto place = std::upper_bound(list.begin() + static_cast<std::ptrdiff_t>(at), list.end(),
                                        f, told_before);
    copy_until(static_cast<std::size_t>(place - list.begin()));
    writer.add(std::move(f));
  }
  copy_until(list.size());
  list = writer.finish();
  return count;
}

}  // namespace kehoach::detail
