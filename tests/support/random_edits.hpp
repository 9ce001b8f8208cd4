// SPDX-License-Identifier: BSL-1.0
/// Seeded edits of every kind on one engine: items added, changed and removed, edges that close cycles
/// now and then, days that move, calendars and settings that change, facts reported.
#pragma once

#include <random>
#include <string>
#include <vector>

#include <kehoach/engine.hpp>

#include "support/plans.hpp"

namespace support {

class RandomEdits {
 public:
  explicit RandomEdits(std::uint64_t seed) : random_(seed) {}

  /// The first offices, calendars and documents.
  void begin(kehoach::Engine& engine) {
    using namespace kehoach;
    Edit edit = engine.edit();
    for (int c = 0; c < 3; ++c) edit.add(calendar());
    for (int u = 0; u < 6; ++u) edit.add(unit(u));
    for (int d = 0; d < 5; ++d) edit.add(document(d));
    for (int i = 0; i < 3; ++i) edit.add(indicator(i));
    edit.commit().value();
  }

  /// One to three edits, or nothing but facts; some are refused at commit.
  void some(kehoach::Edit& edit, const kehoach::Snapshot& now) {
    if (now.count(kehoach::ItemKind::task) > 20 && percent(35)) return some_facts(edit, now);
    for (int n = 1 + below(3); n > 0; --n) one(edit, now);
  }

  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  bool percent(int p) { return below(100) < p; }

 private:
  void one(kehoach::Edit& edit, const kehoach::Snapshot& now) {
    using namespace kehoach;
    const int what = below(100);
    const TaskId old = any<TaskId>(now, ItemKind::task);
    if (what < 25 || !old) {
      if (now.count(ItemKind::task) < 120 || percent(10)) edit.add(task(now));
    } else if (what < 55) {
      edit.change(old, percent(60) ? moved(now.spec(old).value()) : task(now));
    } else if (what < 68) {
      edit.remove(old);
    } else if (what < 78) {
      const DocumentId d = any<DocumentId>(now, ItemKind::document);
      edit.change(d, document(static_cast<int>(d.value()) - 1));
    } else if (what < 83) {
      const UnitId u = any<UnitId>(now, ItemKind::unit);
      edit.change(u, unit(static_cast<int>(u.value()) - 1));
    } else if (what < 87) {
      const CalendarId c = any<CalendarId>(now, ItemKind::calendar);
      CalendarSpec spec = calendar();
      spec.key = now.spec(c).value().key;
      edit.change(c, spec);
    } else if (what < 89) {
      Settings s = now.settings();
      s.margin[below(level_count)] = static_cast<std::int16_t>(below(4));
      edit.set(s);
    } else if (what < 91) {
      const IndicatorId i = any<IndicatorId>(now, ItemKind::indicator);
      edit.change(i, indicator(static_cast<int>(i.value()) - 1));
    } else if (what < 94) {
      edit_target(edit, now);
    } else if (what < 99) {
      edit_fact(edit, now);
    } else {
      many_facts(edit, now);
    }
  }

  void some_facts(kehoach::Edit& edit, const kehoach::Snapshot& now) {
    const bool removing = percent(20);
    for (int n = 1 + below(4); n > 0; --n)
      if (removing)
        edit_fact(edit, now);
      else if (const auto t = any<kehoach::TaskId>(now, kehoach::ItemKind::task))
        edit.add(fact(now, t));
  }
  void edit_fact(kehoach::Edit& edit, const kehoach::Snapshot& now) {
    using namespace kehoach;
    const TaskId about = any<TaskId>(now, ItemKind::task);
    const ObservationId old = any<ObservationId>(now, ItemKind::observation);
    if (about && (!old || percent(40)))
      edit.add(fact(now, about));
    else if (about && percent(60))
      edit.change(old, fact(now, about));
    else if (old)
      edit.remove(old);
  }

  void edit_target(kehoach::Edit& edit, const kehoach::Snapshot& now) {
    using namespace kehoach;
    const TargetId old = any<TargetId>(now, ItemKind::target);
    if (!old || (now.count(ItemKind::target) < 30 && percent(50)))
      edit.add(target(now));
    else if (percent(70))
      edit.change(old, target(now));
    else
      edit.remove(old);
  }

  /// About most tasks at once.
  void many_facts(kehoach::Edit& edit, const kehoach::Snapshot& now) {
    using namespace kehoach;
    for (std::uint32_t t = 1; t <= now.count(ItemKind::task); ++t)
      if (now.contains(TaskId(t)) && percent(90)) edit.add(fact(now, TaskId(t)));
  }

  template <class Id>
  Id any(const kehoach::Snapshot& now, kehoach::ItemKind kind) {
    const std::uint32_t n = now.count(kind);
    for (int tries = 0; tries < 8 && n > 0; ++tries) {
      const Id id(1 + static_cast<std::uint32_t>(below(static_cast<int>(n))));
      if (now.contains(id)) return id;
    }
    return Id();
  }

  kehoach::Date day(int spread = 500) { return d("2025-03-03") + kehoach::Days{below(spread)}; }

  kehoach::CalendarSpec calendar() {
    kehoach::CalendarSpec c;
    c.key = "lịch " + std::to_string(++calendars_);
    for (bool& works : c.week) works = percent(75);
    c.week[below(7)] = true;
    for (int i = below(4); i > 0; --i) {
      const kehoach::Date off = d("2025-01-01") + kehoach::Days{calendars_ * 40 + i * 7};
      c.days.push_back({off, percent(30), "ngày nghỉ", "", kehoach::no_date, false});
    }
    return c;
  }

  kehoach::UnitSpec unit(int index) {
    kehoach::UnitSpec u = office("đv" + std::to_string(index),
                                 static_cast<kehoach::Level>(below(kehoach::level_count)));
    if (index > 0 && percent(70))
      u.parents = {
          {kehoach::no_date, kehoach::UnitId(1 + static_cast<std::uint32_t>(below(index)))}};
    if (index > 0 && percent(20))
      u.parents.push_back({day(), kehoach::UnitId(1 + static_cast<std::uint32_t>(below(index)))});
    if (percent(15)) u.closed = day();
    if (index > 0 && percent(15))
      u.successors = {{day(), kehoach::UnitId(1 + static_cast<std::uint32_t>(below(index)))}};
    if (percent(40)) u.calendar = kehoach::CalendarId(1 + static_cast<std::uint32_t>(below(3)));
    return u;
  }

  kehoach::DocumentSpec document(int index) {
    kehoach::DocumentSpec doc;
    doc.key = doc.symbol = std::to_string(index) + "/KH";
    doc.issuer = kehoach::UnitId(1 + static_cast<std::uint32_t>(below(6)));
    if (percent(65)) doc.issued = d("2025-01-02") + kehoach::Days{below(120)};
    for (int upper = 0; upper < index; ++upper)
      if (percent(35))
        doc.relations.push_back({kehoach::Relation::implements,
                                 kehoach::DocumentId(1 + static_cast<std::uint32_t>(upper)),
                                 "",
                                 kehoach::no_date,
                                 {}});
    return doc;
  }

  /// The second one is weighted by the first.
  kehoach::IndicatorSpec indicator(int index) {
    using namespace kehoach;
    IndicatorSpec spec;
    spec.key = spec.name = "chỉ tiêu " + std::to_string(index);
    spec.aggregation = index == 1    ? Aggregation::weighted_mean
                       : percent(50) ? Aggregation::sum
                                     : Aggregation::last;
    if (index == 1) spec.weight = IndicatorId(1);
    if (percent(50)) spec.over_time = static_cast<OverTime>(below(6));
    spec.period = static_cast<Period>(below(6));
    return spec;
  }

  kehoach::TargetSpec target(const kehoach::Snapshot& now) {
    using namespace kehoach;
    TargetSpec t;
    t.indicator = any<IndicatorId>(now, ItemKind::indicator);
    t.unit = any<UnitId>(now, ItemKind::unit);
    if (percent(60)) t.document = any<DocumentId>(now, ItemKind::document);
    if (percent(40)) t.executing = {any<UnitId>(now, ItemKind::unit)};
    t.comparator = percent(50) ? Comparator::greater_or_equal : Comparator::less;
    if (percent(40)) t.hold = static_cast<Hold>(below(3));
    if (percent(20)) t.course = Course::steps;
    if (percent(15)) t.gather = static_cast<Level>(below(level_count));
    if (percent(25)) {
      t.relative = Relative::difference;
      t.reference = any<IndicatorId>(now, ItemKind::indicator);
      t.reference_unit = any<UnitId>(now, ItemKind::unit);
    }
    if (!t.reference && percent(40)) {
      t.baseline_date = day(100);
      t.has_baseline = percent(60);
      t.baseline = t.has_baseline ? below(100) : 0;
      if (percent(30)) t.relative = Relative::percent_or_points;
    }
    t.milestones = {{day(), below(100), 0}};
    if (percent(30))
      t.milestones.push_back({t.milestones[0].by + Days{1 + below(200)}, below(100), 0});
    return t;
  }

  kehoach::DeadlineRule rule(const kehoach::Snapshot& now) {
    using namespace kehoach;
    DeadlineRule r;
    switch (below(8)) {
      case 0: break;
      case 7:
        r.kind = DeadlineKind::recurring;
        r.recurrence.period = percent(50) ? Period::month : Period::quarter;
        r.recurrence.due = DueIn::next_month;
        r.recurrence.day = static_cast<std::int8_t>(1 + below(28));
        break;
      case 1: r.kind = DeadlineKind::ongoing; break;
      case 2:
        r.kind = DeadlineKind::period;
        r.first = day();
        r.last = r.first + Days{below(90)};
        break;
      case 3:
        r.kind = DeadlineKind::after_event;
        r.event = Event::issued;
        r.term = 1 + below(30);
        r.term_unit = percent(50) ? TermUnit::working_day : TermUnit::day;
        break;
      case 4:
        if (const TaskId t = any<TaskId>(now, ItemKind::task)) {
          r.kind = DeadlineKind::after_event;
          r.event = Event::task_done;
          r.event_task = t;
          r.term = 1 + below(20);
          r.term_unit = TermUnit::day;
        }
        break;
      default:
        r.kind = DeadlineKind::by_date;
        r.last = day();
        r.exclusive = percent(20);
    }
    return r;
  }

  kehoach::TaskSpec task(const kehoach::Snapshot& now) {
    using namespace kehoach;
    TaskSpec t;
    t.document = any<DocumentId>(now, ItemKind::document);
    if (percent(80)) t.leads = {any<UnitId>(now, ItemKind::unit)};
    t.deadline = rule(now);
    t.duration = below(25);
    t.weight = below(4);
    for (int i = below(3); i > 0; --i)
      if (const TaskId u = any<TaskId>(now, ItemKind::task)) t.implements.push_back(u);
    for (int i = below(3); i > 0; --i)
      if (const TaskId p = any<TaskId>(now, ItemKind::task))
        t.after.push_back({p, static_cast<Link>(below(4)), below(12) - 3,
                           percent(70) ? LagUnit::working_day : LagUnit::calendar_day,
                           percent(15) ? any<CalendarId>(now, ItemKind::calendar) : CalendarId()});
    return t;
  }

  /// The same task with one thing about it changed.
  kehoach::TaskSpec moved(kehoach::TaskSpec t) {
    using namespace kehoach;
    switch (below(5)) {
      case 0: t.duration = below(25); break;
      case 1:
        t.deadline = {};
        t.deadline.kind = DeadlineKind::by_date;
        t.deadline.last = day();
        break;
      case 2: t.implements.clear(); break;
      case 3: t.after.clear(); break;
      default: t.name = "tên khác " + std::to_string(below(9));
    }
    return t;
  }

  kehoach::ObservationSpec fact(const kehoach::Snapshot& now, kehoach::TaskId about) {
    using namespace kehoach;
    ObservationSpec o;
    o.date = day(300);
    if (percent(15)) {
      o.subject = any<IndicatorId>(now, ItemKind::indicator);
      o.what = Observed::value;
      o.unit = any<UnitId>(now, ItemKind::unit);
      o.value = below(100);
      return o;
    }
    o.subject = about;
    static constexpr Observed kinds[] = {
        Observed::started,   Observed::progress, Observed::done,    Observed::cancelled,
        Observed::suspended, Observed::resumed,  Observed::extended};
    o.what = kinds[below(7)];
    if (percent(40)) {  // as most are: how far, told as it goes on
      o.what = Observed::progress;
      o.date = d("2025-02-03") + Days{++told_ / 8};
    }
    if (percent(15)) o.recorded = o.date + Days{below(60) - 5};
    if (o.what == Observed::progress) o.value = below(101);
    if (o.what == Observed::extended) o.extended_to = day();
    return o;
  }

  std::mt19937_64 random_;
  int calendars_ = 0;
  int told_ = 0;
};

}  // namespace support
