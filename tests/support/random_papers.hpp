// SPDX-License-Identifier: BSL-1.0
/// Seeded random plans with as much wrong in them as an engine takes: offices that come and go, papers
/// that cite, replace and amend each other, odd days, odd reports, odd targets.
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <kehoach/engine.hpp>

#include "support/plans.hpp"

namespace support {

class RandomPapers {
 public:
  explicit RandomPapers(std::uint64_t seed) : random_(seed) {}

  /// Says everything in one edit; false if the engine refused it (offices may come out in a circle).
  bool fill(kehoach::Engine& engine) {
    kehoach::Edit edit = engine.edit();
    for (int i = 0; i < units_; ++i) edit.add(unit(i));
    for (int i = 0; i < documents_; ++i) edit.add(document(i));
    for (int i = 0; i < tasks_; ++i) edit.add(task(i));
    for (int i = 0; i < reports_; ++i) edit.add(report(i));
    for (int i = 0; i < indicators_; ++i) edit.add(indicator(i));
    for (int i = 0; i < targets_; ++i) edit.add(target(i));
    for (int i = 0; i < facts_; ++i) edit.add(fact());
    return edit.commit().ok();
  }

  /// Says one thing otherwise, adds or removes one, or sets how bad findings are held to be. A commit may
  /// be refused.
  void change_one(kehoach::Edit& edit, const kehoach::Snapshot& now) {
    using namespace kehoach;
    const int what = below(100);
    if (what < 30) {
      change_task(edit, now);
    } else if (what < 36) {
      edit.add(task(tasks_));
    } else if (what < 42) {
      edit.remove(any(now, ItemKind::task));
    } else if (what < 58) {
      const int i = below(documents_);
      edit.change(DocumentId(static_cast<std::uint32_t>(i + 1)), document(i));
    } else if (what < 66) {
      const int i = below(reports_);
      edit.change(ReportId(static_cast<std::uint32_t>(i + 1)), report(i));
    } else if (what < 71) {
      const int i = below(targets_);
      edit.change(TargetId(static_cast<std::uint32_t>(i + 1)), target(i));
    } else if (what < 73) {
      const int i = below(indicators_);
      edit.change(IndicatorId(static_cast<std::uint32_t>(i + 1)), indicator(i));
    } else if (what < 88) {
      edit.add(fact());
    } else if (what < 91) {
      if (const Item old = any(now, ItemKind::observation); old.id != 0) edit.remove(old);
    } else if (what < 96) {
      edit.add(figure());
    } else if (what < 98) {
      const int i = below(units_);
      edit.change(UnitId(static_cast<std::uint32_t>(i + 1)), unit(i));
    } else {
      edit.set(settings(now.settings()));
    }
  }

  int below(int n) { return static_cast<int>(random_() % static_cast<std::uint64_t>(n)); }
  bool percent(int p) { return below(100) < p; }
  kehoach::Date day() { return d("2024-11-01") + kehoach::Days{below(600)}; }

 private:
  template <class Id>
  Id one_of(int n) {
    return Id(1 + static_cast<std::uint32_t>(below(n)));
  }
  template <class Id>
  std::vector<Id> some_of(int n, int most) {
    std::vector<Id> ids;
    for (int i = below(most + 1); i > 0; --i) {
      const Id id = one_of<Id>(n);
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
    return ids;
  }

  kehoach::Item any(const kehoach::Snapshot& now, kehoach::ItemKind kind) {
    const std::uint32_t n = now.count(kind);
    for (int tries = 0; tries < 9 && n > 0; ++tries)
      if (const kehoach::Item item(kind,
                                   1 + static_cast<std::uint32_t>(below(static_cast<int>(n))));
          now.contains(item))
        return item;
    return {};
  }

  /// Now and then all of it; mostly one thing.
  void change_task(kehoach::Edit& edit, const kehoach::Snapshot& now) {
    using namespace kehoach;
    const TaskId id(any(now, ItemKind::task).id);
    if (!id) return;
    const TaskSpec other = task(std::min(tasks_, static_cast<int>(id.value()) - 1));
    TaskSpec spec = now.spec(id).value();
    switch (below(8)) {
      case 0: spec = other; break;
      case 1: spec.name = other.name; break;
      case 2: spec.path = "III." + std::to_string(below(9)); break;
      case 3: spec.deadline = other.deadline; break;
      case 4: spec.leads = other.leads; break;
      case 5: spec.implements = other.implements; break;
      case 6: spec.duration = below(60); break;
      default:
        if (const TaskId before(any(now, ItemKind::task).id); before && before != id)
          spec.after = {{before, Link::finish_to_start, below(5), LagUnit::working_day, {}}};
    }
    edit.change(id, spec);
  }

  kehoach::ObservationSpec figure() {
    using namespace kehoach;
    ObservationSpec o;
    o.subject = one_of<IndicatorId>(indicators_);
    o.what = Observed::value;
    o.unit = one_of<UnitId>(units_);
    o.date = day();
    o.value = below(101);
    return o;
  }

  kehoach::Settings settings(kehoach::Settings now) {
    using namespace kehoach;
    now.margin[below(level_count)] = static_cast<std::int16_t>(below(4));
    now.audit.burden = static_cast<std::int16_t>(1 + below(10));
    const auto code = static_cast<FindingCode>(1 + below(finding_code_count));
    std::optional<Severity> severity;
    if (percent(60)) severity = static_cast<Severity>(below(3));
    now.audit.findings = {{code, severity}};
    return now;
  }

  static bool is_group(int unit) { return unit % 6 == 5; }
  kehoach::UnitId office_below(int n) {
    int unit = below(n);
    if (is_group(unit)) --unit;
    return kehoach::UnitId(static_cast<std::uint32_t>(unit + 1));
  }

  kehoach::UnitSpec unit(int i) {
    using namespace kehoach;
    UnitSpec u = office("đv" + std::to_string(i), static_cast<Level>(below(level_count)));
    if (percent(20)) u.names[0].from = day();
    if (percent(30)) u.types = {{no_date, percent(50) ? "khoa" : "trạm y tế"}};
    if (i > 0 && percent(70)) u.parents = {{no_date, office_below(i)}};
    if (i > 0 && percent(20)) u.professional_parents = {{no_date, office_below(i)}};
    if (is_group(i)) {
      u.group = true;
      u.names[0].from = no_date;
      if (percent(50)) u.members = some_of<UnitId>(i + 1, 3);
      std::erase(u.members, UnitId(static_cast<std::uint32_t>(i + 1)));
      if (percent(50)) u.member_rules = {{{}, Line::administrative, percent(50), {}, {"khoa"}}};
      u.parents.clear();
      u.professional_parents.clear();
    } else if (percent(25)) {
      const Date gone =
          (u.names[0].from == no_date ? d("2025-01-01") : u.names[0].from) + Days{1 + below(300)};
      if (percent(70)) u.closed = gone;
      for (int n = percent(70) ? 1 + below(2) : 0; n > 0; --n) {
        const int successor = i + 1 + below(units_ - i);  // later ones only, so never in a circle
        if (successor < units_ && !is_group(successor))
          u.successors.push_back({gone, UnitId(static_cast<std::uint32_t>(successor + 1))});
      }
    }
    return u;
  }

  kehoach::DocumentSpec document(int i) {
    using namespace kehoach;
    static const char* const symbols[] = {"1/KH-SYT", "547/KH-TU", "547-KH/TU", "", "2-QĐ/UBND"};
    DocumentSpec doc;
    doc.title = "Văn bản " + std::to_string(i);
    doc.symbol = symbols[below(5)];
    if (percent(50)) doc.issuer = one_of<UnitId>(units_);
    if (percent(80)) doc.issued = day();
    for (int n = below(4); n > 0 && i > 0; --n) {
      DocumentRelation r{static_cast<Relation>(below(11)), one_of<DocumentId>(i), "", no_date, {}};
      if (percent(20)) r.cited_date = day();
      if (percent(20)) r.cited_symbol = symbols[below(5)];
      doc.relations.push_back(r);
    }
    return doc;
  }

  kehoach::DeadlineRule rule() {
    using namespace kehoach;
    DeadlineRule r;
    switch (below(6)) {
      case 0: r.kind = DeadlineKind::ongoing; break;
      case 1:
        r.kind = DeadlineKind::impossible;
        r.written_day = 31;
        r.written_month = 11;
        break;
      case 2: break;
      case 3: return recurring();
      default: r.kind = DeadlineKind::by_date; r.last = percent(5) ? d("2055-03-03") : day();
    }
    return r;
  }
  kehoach::DeadlineRule recurring() {
    using namespace kehoach;
    DeadlineRule r;
    r.kind = DeadlineKind::recurring;
    r.recurrence.period = static_cast<Period>(1 + below(5));
    r.recurrence.due = percent(60) ? DueIn::last_month : DueIn::next_month;
    r.recurrence.day = static_cast<std::int8_t>(1 + below(31));
    r.recurrence.window = percent(40) ? DataWindow::decree_09 : DataWindow::calendar;
    return r;
  }

  kehoach::TaskSpec task(int i) {
    using namespace kehoach;
    static const char* const names[] = {"Tập huấn phòng dịch", "Tổ chức tập huấn phòng, dịch",
                                        "Mua sắm thuốc", "Rà soát", "Kiểm tra bệnh viện"};
    TaskSpec t;
    t.name = names[below(5)];
    t.path = "II." + std::to_string(i);
    t.document = one_of<DocumentId>(documents_);
    t.leads = some_of<UnitId>(units_, 2);
    t.supports = some_of<UnitId>(units_, 2);
    t.deadline = rule();
    t.duration = percent(30) ? below(60) : 0;
    if (i > 0) t.implements = some_of<TaskId>(i, 2);
    return t;
  }

  kehoach::ReportSpec report(int i) {
    using namespace kehoach;
    ReportSpec r;
    r.name = "Báo cáo " + std::to_string(i);
    r.document = one_of<DocumentId>(documents_);
    r.from = some_of<UnitId>(4, 2);
    r.to = some_of<UnitId>(3, 2);
    r.due = percent(85) ? recurring() : DeadlineRule();
    if (i > 0 && percent(40)) r.feeds = one_of<ReportId>(i);
    return r;
  }

  kehoach::IndicatorSpec indicator(int i) {
    using namespace kehoach;
    IndicatorSpec s;
    s.name = "Chỉ tiêu " + std::to_string(i);
    s.aggregation = static_cast<Aggregation>(below(7));
    s.direction = static_cast<Direction>(below(2));
    if (i == 1 && percent(70))
      s.aggregation = Aggregation::weighted_mean, s.weight = IndicatorId(1);
    return s;
  }

  kehoach::TargetSpec target(int i) {
    using namespace kehoach;
    TargetSpec t;
    t.indicator = one_of<IndicatorId>(indicators_);
    t.unit = one_of<UnitId>(units_);
    if (percent(60)) t.document = one_of<DocumentId>(documents_);
    t.executing = some_of<UnitId>(units_, 3);
    t.comparator = static_cast<Comparator>(below(6));
    if (i > 0 && percent(50)) t.implements = some_of<TargetId>(i, 2);
    if (percent(30)) t.relative = Relative::percent;
    if (percent(20)) t.text = "tối thiểu 30% - 50%";
    const int bound = below(100);
    t.milestones = {{percent(80) ? day() : no_date, bound, bound + below(20)}};
    return t;
  }

  kehoach::ObservationSpec fact() {
    using namespace kehoach;
    ObservationSpec o;
    o.subject = one_of<TaskId>(tasks_);
    o.what = static_cast<Observed>(below(6));
    o.date = day();
    o.value = below(101);
    return o;
  }

  static constexpr int units_ = 12, documents_ = 7, tasks_ = 24, reports_ = 7, indicators_ = 3,
                       targets_ = 8, facts_ = 14;
  std::mt19937_64 random_;
};

}  // namespace support
