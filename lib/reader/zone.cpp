// SPDX-License-Identifier: BSL-1.0
#include "reader/zone.hpp"

#include <algorithm>
#include <string>

namespace kehoach::detail {
namespace {

Zone zone_named(const std::string& name) {
  if (name == "purpose") return Zone::purpose;
  if (name == "goals") return Zone::goals;
  if (name == "tasks") return Zone::tasks;
  if (name == "organisation") return Zone::organisation;
  if (name == "funding") return Zone::funding;
  if (name == "review") return Zone::review;
  if (name == "other") return Zone::other;
  return Zone::none;
}

}  // namespace

Zone zone_of_heading(const Marks& marks, const Lexicon& lexicon, Range heading) {
  Zone first = Zone::none;
  const std::uint32_t end = std::min(heading.end, heading.begin + 16);
  for (std::uint32_t t = heading.begin; t < end; ++t) {
    const Mark* mark = marks.at(t, Kind::zone);
    if (!mark || t + mark->length > heading.end) continue;
    const Zone zone = zone_named(lexicon.value(*mark));
    if (first == Zone::none) first = zone;
    // "MỤC TIÊU, NHIỆM VỤ VÀ GIẢI PHÁP": the part holds tasks too.
    if (first == Zone::goals && zone == Zone::tasks) return Zone::tasks;
    t += mark->length - 1u;
  }
  return first;
}

}  // namespace kehoach::detail
