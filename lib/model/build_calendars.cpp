// SPDX-License-Identifier: BSL-1.0
#include "model/build_calendars.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include <kehoach/calendar_combine.hpp>

#include "model/limits.hpp"

namespace kehoach::detail {
namespace {

constexpr std::string_view built_in = "vietnam_public_sector";

class CalendarBuilder {
 public:
  CalendarBuilder(Faults& faults, const Model& before, Model& model, std::span<const Item> touched,
                  Writer writer)
      : f_(faults), before_(before), model_(model), touched_(touched), writer_(writer) {}

  void run() {
    std::vector<CalendarId> left;
    for (std::uint32_t c = 1; c <= model_.count(ItemKind::calendar); ++c)
      if (model_.present(CalendarId(c))) left.emplace_back(c);
    if (left.size() > max_calendars) return too_many(left[max_calendars]);
    for (bool progress = true; progress && !left.empty();) {
      std::vector<CalendarId> waiting;
      for (CalendarId id : left) {
        f_.at(id);
        if (!missing(spec(id)).empty())
          waiting.push_back(id);
        else if (!stays(id) && !build(id))
          return;  // what is made of it cannot be judged
        else
          built_.insert(id.value());
      }
      progress = waiting.size() < left.size();
      left = std::move(waiting);
    }
    for (CalendarId id : left) {
      f_.at(id);
      f_.add(Errc::unknown_key,
             "\"" + missing(spec(id)) + "\" is no calendar that can be built before this one");
    }
  }

 private:
  void too_many(CalendarId first) {
    f_.at(first);
    f_.add(Errc::too_large, "more than " + std::to_string(max_calendars) + " calendars");
  }
  const CalendarSpec& spec(CalendarId id) const { return model_.calendar(id).spec; }

  /// The calendar of that key, if it is built; the built-in one if the host has none of its name.
  std::optional<Calendar> named(const std::string& key, Date known_on) const {
    const Item item = model_.find(ItemKind::calendar, key);
    if (item.id == 0 && key == built_in) {
      return known_on == no_date ? model_.public_sector() : vietnam_public_sector(known_on);
    }
    if (!built_.contains(item.id)) return std::nullopt;
    return model_.calendar(CalendarId(item.id)).calendar;
  }

  /// The first key that it names and that is not built yet, "" if all are.
  std::string missing(const CalendarSpec& s) const {
    if (!s.base.empty() && !named(s.base, no_date)) return s.base;
    for (const CalendarPart& part : s.parts)
      if (!named(part.calendar, no_date)) return part.calendar;
    return {};
  }

  /// Neither it nor anything it is made of is otherwise than before. Precondition: nothing is missing.
  bool stays(CalendarId id) const {
    if (std::binary_search(touched_.begin(), touched_.end(), Item(id))) return false;
    const auto same = [&](const std::string& key) {
      const Item now = model_.find(ItemKind::calendar, key);
      return now == before_.find(ItemKind::calendar, key) && !anew_.contains(now.id);
    };
    const CalendarSpec& s = spec(id);
    return (s.base.empty() || same(s.base)) &&
           std::all_of(s.parts.begin(), s.parts.end(),
                       [&](const CalendarPart& part) { return same(part.calendar); });
  }

  /// Precondition: nothing is missing.
  Result<Calendar> made(const CalendarSpec& s) const {
    if (s.combine != Combine::none) {
      std::vector<Calendar> parts;
      for (const CalendarPart& part : s.parts) parts.push_back(*named(part.calendar, s.known_on));
      return combined(s, parts);
    }
    if (s.base.empty()) return Calendar::make(s);
    return Calendar::make(s, *named(s.base, s.known_on));
  }

  bool sound(const CalendarSpec& s) {
    f_.words(s.name, "name");
    f_.day(s.known_on, "known_on");
    for (const CalendarDay& day : s.days) {
      f_.words(day.name, "days.name");
      f_.words(day.source, "days.source");
    }
    const bool parts = !s.parts.empty();
    if (parts && !s.base.empty()) f_.add(Errc::invalid_value, "has both a base and parts");
    if (parts != (s.combine != Combine::none))
      f_.add(Errc::invalid_value,
             parts ? "has parts, but not how they are combined" : "is combined, but of no parts");
    return parts == (s.combine != Combine::none) && !(parts && !s.base.empty());
  }

  bool build(CalendarId id) {
    if (!sound(spec(id))) return false;
    const Result<Calendar> calendar = made(spec(id));
    if (!calendar.ok()) {
      f_.add(calendar.error().code, calendar.error().message);
      return false;
    }
    model_.set_tables(id, *calendar, writer_);
    anew_.insert(id.value());
    return true;
  }

  Faults& f_;
  const Model& before_;
  Model& model_;
  const std::span<const Item> touched_;
  const Writer writer_;
  std::set<std::uint32_t> built_;  ///< known to be as they shall be
  std::set<std::uint32_t> anew_;   ///< of these, those that were not so before
};

}  // namespace

void build_calendars(Faults& faults, const Model& before, Model& model,
                     std::span<const Item> touched, Writer writer) {
  CalendarBuilder(faults, before, model, touched, writer).run();
}

}  // namespace kehoach::detail
