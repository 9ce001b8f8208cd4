// SPDX-License-Identifier: BSL-1.0
// What was said of an item, as the caller would say it again: its spec, with strings and lists in the
// caller's memory. Each is made twice: once to see how much it needs, once in place if there is room.
#include "handles.hpp"
#include "specs.hpp"
#include "text.hpp"

namespace kehoach::capi {
namespace {

constexpr std::size_t widest = alignof(std::max_align_t);

// Strings and arrays one behind the other in the caller's memory, or only counted.
class Place {
 public:
  explicit Place(kh_text_buffer& memory, bool placing) : placing_(placing) {
    if (!placing) return;
    const auto address = reinterpret_cast<std::uintptr_t>(memory.data);
    begin_ = memory.data + (widest - address % widest) % widest;
  }
  std::size_t used() const noexcept { return used_; }

  // NULL for "not given".
  const char* text(std::string_view text) noexcept {
    if (text.empty()) return nullptr;
    char* out = array<char>(text.size() + 1);
    if (out != nullptr) copy_text(text, out, text.size() + 1);
    return out;
  }
  // `list` as rows that `row(element)` makes; `count` is 0 where they are only counted.
  template <class T, class List, class Row>
  const T* rows(const List& list, std::size_t& count, const Row& row) {
    T* const out = array<T>(list.size());
    std::size_t i = 0;
    for (const auto& element : list) {
      const T made = row(element);
      if (out != nullptr) out[i++] = made;
    }
    count = i;
    return out;
  }
  template <class T>
  const T* one(const T& value) {
    T* const out = array<T>(1);
    if (out != nullptr) *out = value;
    return out;
  }
  template <class Ids>
  const std::uint32_t* ids(const Ids& list, std::size_t& count) {
    return rows<std::uint32_t>(list, count, [](auto id) { return id.value(); });
  }

 private:
  template <class T>
  T* array(std::size_t count) noexcept {
    if (count == 0) return nullptr;
    used_ = (used_ + alignof(T) - 1) / alignof(T) * alignof(T);
    char* const out = placing_ ? begin_ + used_ : nullptr;
    used_ += count * sizeof(T);
    return reinterpret_cast<T*>(out);
  }

  bool placing_;
  char* begin_ = nullptr;
  std::size_t used_ = 0;
};

template <class Enum>
std::int32_t number(Enum value) {
  return static_cast<std::int32_t>(value);
}
std::int32_t level(const std::optional<Level>& level) {
  return level ? number(*level) : KH_ANY_LEVEL;
}

const kh_deadline_rule* rule_at(Place& place, const DeadlineRule& rule) {
  if (rule.kind == DeadlineKind::none && rule.text.empty()) return nullptr;
  kh_deadline_rule out = rule_out(rule);
  out.text = place.text(rule.text);
  if (rule.kind == DeadlineKind::recurring)
    out.recurrence = place.one(recurrence_out(rule.recurrence));
  return place.one(out);
}

const kh_dated_text* texts_at(Place& place, const std::vector<Effective<std::string>>& texts,
                              std::size_t& count) {
  return place.rows<kh_dated_text>(texts, count, [&](const auto& entry) {
    return kh_dated_text{place.text(entry.value), date_out(entry.from), 0};
  });
}

const kh_dated_unit* units_at(Place& place, const std::vector<Effective<UnitId>>& units,
                              std::size_t& count) {
  return place.rows<kh_dated_unit>(units, count, [](const auto& entry) {
    return kh_dated_unit{entry.value.value(), date_out(entry.from)};
  });
}

kh_member_rule member_rule_at(Place& place, const MemberRule& rule) {
  kh_member_rule out = KH_MEMBER_RULE_INIT;
  out.below = rule.below.value();
  out.line = number(rule.line);
  out.direct = rule.direct;
  out.level = level(rule.level);
  out.types = place.rows<const char*>(rule.types, out.type_count,
                                      [&](const std::string& type) { return place.text(type); });
  return out;
}

kh_calendar_spec spec_at(Place& place, const CalendarSpec& s) {
  kh_calendar_spec out = KH_CALENDAR_SPEC_INIT;
  out.first = date_out(s.first);
  out.last = date_out(s.last);
  out.own_week = s.own_week;
  out.key = place.text(s.key);
  out.name = place.text(s.name);
  out.base = place.text(s.base);
  out.days = place.rows<kh_calendar_day>(s.days, out.day_count, [&](const CalendarDay& day) {
    return kh_calendar_day{date_out(day.date), day.working,          date_out(day.announced),
                           day.projected,      place.text(day.name), place.text(day.source)};
  });
  for (int i = 0; i < 7; ++i) out.week[i] = s.week[i];
  out.combine = number(s.combine);
  out.known_on = date_out(s.known_on);
  out.parts = place.rows<kh_calendar_part>(s.parts, out.part_count, [&](const CalendarPart& part) {
    return kh_calendar_part{place.text(part.calendar), date_out(part.from), 0};
  });
  return out;
}

kh_unit_spec spec_at(Place& place, const UnitSpec& s) {
  kh_unit_spec out = KH_UNIT_SPEC_INIT;
  out.level = number(s.level);
  out.key = place.text(s.key);
  out.group = s.group;
  out.calendar = s.calendar.value();
  out.members = place.ids(s.members, out.member_count);
  out.names = texts_at(place, s.names, out.name_count);
  out.types = texts_at(place, s.types, out.type_count);
  out.parents = units_at(place, s.parents, out.parent_count);
  out.closed = date_out(s.closed);
  out.professional_parents = units_at(place, s.professional_parents, out.professional_parent_count);
  out.successors =
      place.rows<kh_dated_unit>(s.successors, out.successor_count, [](const Successor& next) {
        return kh_dated_unit{next.unit.value(), date_out(next.from)};
      });
  out.member_rules = place.rows<kh_member_rule>(
      s.member_rules, out.member_rule_count,
      [&](const MemberRule& rule) { return member_rule_at(place, rule); });
  return out;
}

kh_document_spec spec_at(Place& place, const DocumentSpec& s) {
  kh_document_spec out = KH_DOCUMENT_SPEC_INIT;
  out.issuer = s.issuer.value();
  out.key = place.text(s.key);
  out.symbol = place.text(s.symbol);
  out.type = place.text(s.type);
  out.title = place.text(s.title);
  out.issued = date_out(s.issued);
  out.relations =
      place.rows<kh_relation>(s.relations, out.relation_count, [&](const DocumentRelation& r) {
        return kh_relation{number(r.relation), r.to.value(), date_out(r.cited_date), r.via.value(),
                           place.text(r.cited_symbol)};
      });
  return out;
}

kh_task_spec spec_at(Place& place, const TaskSpec& s) {
  kh_task_spec out = KH_TASK_SPEC_INIT;
  out.document = s.document.value();
  out.key = place.text(s.key);
  out.name = place.text(s.name);
  out.path = place.text(s.path);
  out.deadline = rule_at(place, s.deadline);
  out.duration = s.duration;
  out.weight = s.weight;
  out.leads = place.ids(s.leads, out.lead_count);
  out.supports = place.ids(s.supports, out.support_count);
  out.implements = place.ids(s.implements, out.implement_count);
  out.after = place.rows<kh_predecessor>(s.after, out.after_count, [](const Predecessor& p) {
    return kh_predecessor{p.task.value(), number(p.link), p.lag, number(p.unit),
                          p.calendar.value()};
  });
  return out;
}

kh_report_spec spec_at(Place& place, const ReportSpec& s) {
  kh_report_spec out = KH_REPORT_SPEC_INIT;
  out.document = s.document.value();
  out.key = place.text(s.key);
  out.name = place.text(s.name);
  out.path = place.text(s.path);
  out.due = rule_at(place, s.due);
  out.from = place.ids(s.from, out.from_count);
  out.to = place.ids(s.to, out.to_count);
  out.feeds = s.feeds.value();
  return out;
}

kh_indicator_spec spec_at(Place& place, const IndicatorSpec& s) {
  kh_indicator_spec out = KH_INDICATOR_SPEC_INIT;
  out.direction = number(s.direction);
  out.key = place.text(s.key);
  out.name = place.text(s.name);
  out.measure = place.text(s.measure);
  out.aggregation = number(s.aggregation);
  out.decimals = s.decimals;
  out.rounding = number(s.rounding);
  out.factor = quantity_out(s.factor);
  out.over_time = number(s.over_time);
  out.period = number(s.period);
  out.weight = s.weight.value();
  out.lowest = quantity_out(s.lowest);
  out.highest = quantity_out(s.highest);
  return out;
}

kh_target_spec spec_at(Place& place, const TargetSpec& s) {
  const kh_quantity none = KH_NO_QUANTITY;
  kh_target_spec out = KH_TARGET_SPEC_INIT;
  out.indicator = s.indicator.value();
  out.unit = s.unit.value();
  out.document = s.document.value();
  out.key = place.text(s.key);
  out.path = place.text(s.path);
  out.text = place.text(s.text);
  out.executing = place.ids(s.executing, out.executing_count);
  out.monitoring = s.monitoring.value();
  out.comparator = number(s.comparator);
  out.relative = number(s.relative);
  out.aspirational = s.aspirational;
  if (s.has_baseline) out.baseline = quantity_out(s.baseline);
  out.baseline_date = date_out(s.baseline_date);
  out.baseline_from = date_out(s.baseline_from);
  const bool range = s.comparator == Comparator::range;
  out.milestones = place.rows<kh_milestone>(s.milestones, out.milestone_count, [&](const auto& m) {
    return kh_milestone{quantity_out(m.bound), range ? quantity_out(m.upper) : none, date_out(m.by),
                        0};
  });
  out.hold = number(s.hold);
  out.course = number(s.course);
  out.gather = level(s.gather);
  out.reference = s.reference.value();
  out.reference_unit = s.reference_unit.value();
  out.implements = place.ids(s.implements, out.implement_count);
  return out;
}

kh_observation_spec spec_at(Place& place, const ObservationSpec& s) {
  kh_observation_spec out = KH_OBSERVATION_SPEC_INIT;
  out.what = number(s.what);
  out.subject = item_out(s.subject);
  out.unit = s.unit.value();
  out.date = date_out(s.date);
  out.recorded = date_out(s.recorded);
  out.period = date_out(s.period);
  const bool figure = s.what == Observed::progress || s.what == Observed::value;
  if (figure || s.value.coefficient() != 0) out.value = quantity_out(s.value);
  if (s.has_denominator) out.denominator = quantity_out(s.denominator);
  out.extended_to = date_out(s.extended_to);
  out.key = place.text(s.key);
  out.note = place.text(s.note);
  return out;
}

template <class StrongId, class Spec>
kh_status said(const kh_snapshot* snapshot, std::uint32_t id, Spec* out_spec,
               kh_text_buffer* memory, kh_error* error) {
  return guard(error, [&] {
    check_size(need(out_spec, "out_spec").struct_size, alignof(Spec), alignof(Spec), "out_spec");
    if (need(memory, "memory").size > 0) need(memory->data, "memory data");
    const auto spec = need(snapshot, "snapshot").snapshot.spec(StrongId{id}).value();
    Place counted(*memory, false);
    Spec out = spec_at(counted, spec);
    const std::size_t length = counted.used() == 0 ? 0 : counted.used() + widest - 1;
    if (length > 0 && length <= memory->size) {
      Place placed(*memory, true);
      out = spec_at(placed, spec);
    }
    out.struct_size = out_spec->struct_size;
    std::memcpy(out_spec, &out, std::min<std::size_t>(out.struct_size, sizeof out));
    memory->length = length;
  });
}

}  // namespace
}  // namespace kehoach::capi

#define KH_SAID(noun, StrongId)                                                           \
  kh_status kh_snapshot_##noun##_spec(const kh_snapshot* snapshot, std::uint32_t id,      \
                                      kh_##noun##_spec* out_spec, kh_text_buffer* memory, \
                                      kh_error* error) {                                  \
    return kehoach::capi::said<kehoach::StrongId>(snapshot, id, out_spec, memory, error); \
  }
KH_SAID(calendar, CalendarId)
KH_SAID(unit, UnitId)
KH_SAID(document, DocumentId)
KH_SAID(task, TaskId)
KH_SAID(report, ReportId)
KH_SAID(indicator, IndicatorId)
KH_SAID(target, TargetId)
KH_SAID(observation, ObservationId)
#undef KH_SAID
