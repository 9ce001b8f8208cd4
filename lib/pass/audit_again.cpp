// SPDX-License-Identifier: BSL-1.0
#include "pass/audit_again.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "pass/schedule.hpp"

namespace kehoach::detail {
namespace {

using Rows = std::vector<std::uint32_t>;

template <class Row>
void tidy(std::vector<Row>& rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}
bool has(const Rows& rows, std::uint32_t row) {
  return std::binary_search(rows.begin(), rows.end(), row);
}

bool same(const FindingRule& a, const FindingRule& b) {
  return a.code == b.code && a.severity == b.severity;
}
bool same(const Settings& a, const Settings& b) {
  const DeadlinePolicy &p = a.policy, &q = b.policy;
  return std::tie(p.before, p.fixed_dates, p.terms, p.leap_day) ==
             std::tie(q.before, q.fixed_dates, q.terms, q.leap_day) &&
         a.calendar == b.calendar && std::equal(a.margin, a.margin + level_count, b.margin) &&
         std::tie(a.audit.report_margin, a.audit.merge_within, a.audit.burden) ==
             std::tie(b.audit.report_margin, b.audit.merge_within, b.audit.burden) &&
         std::equal(a.audit.findings.begin(), a.audit.findings.end(), b.audit.findings.begin(),
                    b.audit.findings.end(),
                    [](const FindingRule& x, const FindingRule& y) { return same(x, y); });
}

/// The days after the earlier of two up to the later one.
struct Between {
  Date after, until;
  bool has(Date day) const { return day != no_date && after < day && day <= until; }
};

/// Does any office begin, end, pass on its duties or take another name on one of these days?
bool offices_turn(const Model& model, const Between& days) {
  const auto turns = [&](const UnitSpec& unit) {
    bool any = days.has(unit.closed);
    for (const Successor& s : unit.successors) any = any || days.has(s.from);
    for (const auto& name : unit.names) any = any || days.has(name.from);
    for (const auto& above : unit.parents) any = any || days.has(above.from);
    return any;
  };
  for (std::uint32_t u = 1; u <= model.count(ItemKind::unit); ++u)
    if (model.present(UnitId(u)) && turns(model.unit(UnitId(u)))) return true;
  return false;
}

bool ends_others(Relation r) {
  return r == Relation::replaces || r == Relation::repeals || r == Relation::suspends;
}

class Gatherer {
 public:
  Gatherer(const AuditView& before, const AuditView& now, AuditIndex& index)
      : before_(before),
        now_(now),
        index_(index),
        said_(differing_items(before.model, now.model)) {}

  Again gather() {
    if (everything()) return whole();
    documents();
    tasks();
    facts_and_figures();
    if (too_many()) return whole();
    shares();
    levels();
    movers();
    citations();
    reports();
    targets();
    for (Rows* rows : {&again_.tasks, &again_.papers, &again_.citations, &again_.reports,
                       &again_.targets, &again_.uppers, &again_.members})
      tidy(*rows);
    tidy(again_.duties);
    return std::move(again_);
  }

 private:
  static Again whole() {
    Again all;
    all.all = true;
    return all;
  }
  template <class Visit>
  void each_said(ItemKind kind, Visit&& visit) const {
    for (const Item item : said_)
      if (item.kind == kind) visit(item);
  }
  bool any_said(ItemKind kind) const {
    return std::any_of(said_.begin(), said_.end(), [&](Item i) { return i.kind == kind; });
  }
  /// In both versions, where it is there.
  template <class Visit>
  void each_version(Item item, Visit&& visit) const {
    for (const AuditView* view : {&before_, &now_})
      if (view->model.present(item)) visit(*view);
  }

  bool everything() const {
    const When &a = before_.when, &b = now_.when;
    if (a.known_at != b.known_at || a.boundaries != b.boundaries) return true;
    if (any_said(ItemKind::unit) || any_said(ItemKind::calendar)) return true;
    if (!same(before_.model.settings, now_.model.settings)) return true;
    return a.as_of != b.as_of && offices_turn(now_.model, days());
  }
  Between days() const {
    const auto [first, last] = std::minmax({before_.when.as_of, now_.when.as_of});
    return {first, last};
  }

  /// Those said otherwise or counted from another day.
  void documents() {
    each_said(ItemKind::document, [&](Item item) { documents_.push_back(item.id); });
    before_.times.document_start.each_unshared(now_.times.document_start, [&](std::uint32_t d) {
      const auto start = [d](const AuditView& view) {
        return d < view.times.document_start.size() ? view.times.document_start[d] : day_none;
      };
      if (start(before_) != start(now_)) documents_.push_back(d);
    });
    tidy(documents_);
    again_.papers = again_.citations = documents_;
  }

  /// Tasks of which something but the dates is otherwise: said, of such a document, of another standing,
  /// or with a task below where there was none. And those with other dates or sums.
  void tasks() {
    each_said(ItemKind::task, [&](Item item) { said_tasks_.push_back(item.id); });
    for (const std::uint32_t d : documents_)
      for (const AuditView* view : {&before_, &now_})
        view->times.tasks_of.each(d, [&](std::uint32_t t) { said_tasks_.push_back(t); });
    tidy(said_tasks_);
    tasks_ = said_tasks_;
    for (const std::uint32_t t : said_tasks_)
      each_version(TaskId(t), [&](const AuditView& view) {
        view.model.each_upper(view.model.task(TaskId(t)), [&](TaskId u) {
          if (before_.implemented(u) != now_.implemented(u)) tasks_.push_back(u.value());
        });
      });
    now_.board()->each_difference(
        *before_.board(), [&](TaskId t) { tasks_.push_back(t.value()); },
        [&](TaskId t) { again_.tasks.push_back(t.value()); });
    before_.times.times.each_unshared(now_.times.times, [&](std::uint32_t t) {
      const TaskId task(t);
      if (before_.model.present(task) && now_.model.present(task) &&
          !(before_.times.of(task) == now_.times.of(task)))
        moved_.push_back(t);
    });
  }

  void facts_and_figures() {
    each_said(ItemKind::observation, [&](Item item) {
      each_version(item, [&](const AuditView& view) {
        const Item about = view.model.observation(ObservationId(item.id)).subject;
        if (about.kind == ItemKind::task) tasks_.push_back(about.id);
        if (about.kind == ItemKind::indicator) figures_.push_back(about.id);
      });
    });
    tidy(tasks_);
  }

  /// From an eighth of all tasks on it is cheaper to look at all.
  bool too_many() const {
    const std::size_t count = tasks_.size() + moved_.size() + again_.tasks.size();
    return count > 1024 && count * 8 > now_.model.count(ItemKind::task);
  }

  /// What each task counts for is taken out as it was and put in as it is.
  void shares() {
    AuditIndex::Share was, is;
    for (const std::uint32_t t : tasks_) {
      const TaskId task(t);
      index_.share_of(before_, task, was);
      index_.share_of(now_, task, is);
      const bool said = has(said_tasks_, t);
      for (const AuditIndex::Share* share : {&was, &is})
        if (share->document != 0) {
          if (said || was.live != is.live) again_.papers.push_back(share->document);
          counted_.push_back(
              {share->document, counted_.size(), index_.of(DocumentId(share->document))});
        }
      if (said || was.keys != is.keys) {
        for (const Keys* keys : {&was.keys, &is.keys})
          again_.duties.insert(again_.duties.end(), keys->begin(), keys->end());
        again_.members.push_back(t);
      }
      index_.take(task, was);
      index_.put(task, is);
    }
    std::sort(counted_.begin(), counted_.end(), [](const Counted& a, const Counted& b) {
      return a.document != b.document ? a.document < b.document : a.at < b.at;
    });
    std::uint32_t last = 0;
    for (const Counted& counted : counted_) {
      if (counted.document == last) continue;  // the first was before anything was taken out
      last = counted.document;
      count_turned(DocumentId(last), counted.count, index_.of(DocumentId(last)));
    }
  }
  void count_turned(DocumentId document, const AuditIndex::Count& was,
                    const AuditIndex::Count& is) {
    const bool there = now_.model.present(document);
    if ((was.taken_up == 0) != (is.taken_up == 0))
      now_.times.tasks_of.each(document.value(),
                               [&](std::uint32_t t) { again_.tasks.push_back(t); });
    if ((was.live == 0) != (is.live == 0))
      now_.times.documents_below.each(document.value(),
                                      [&](std::uint32_t d) { again_.papers.push_back(d); });
    if ((was.open == 0) != (is.open == 0) && there)
      now_.model.each_relation(now_.model.document(document), [&](const RelationRow& r) {
        if (r.relation == Relation::implements) again_.citations.push_back(r.to.value());
      });
  }

  /// Above and below tasks that are said otherwise or stand otherwise.
  void levels() {
    again_.tasks.insert(again_.tasks.end(), tasks_.begin(), tasks_.end());
    for (const std::uint32_t t : tasks_)
      each_version(TaskId(t), [&](const AuditView& view) {
        view.model.each_upper(view.model.task(TaskId(t)),
                              [&](TaskId u) { again_.tasks.push_back(u.value()); });
      });
    for (const std::uint32_t t : said_tasks_)
      now_.times.lowers.each(t, [&](std::uint32_t l) { again_.tasks.push_back(l); });
  }

  /// Tasks with other dates, and neighbours, in case their want of time is laid to another task than
  /// before. A due day is what was said of the task and its document, offices aside.
  void movers() {
    again_.tasks.insert(again_.tasks.end(), moved_.begin(), moved_.end());
    const auto neighbour = [&](std::uint32_t t) {
      if (!now_.model.present(TaskId(t))) return;
      const std::optional<std::int32_t> slack = total_slack(now_.times, TaskId(t));
      if (slack && *slack < 0) again_.tasks.push_back(t);
    };
    for (const Rows* rows : {&said_tasks_, &moved_})
      for (const std::uint32_t t : *rows)
        each_version(TaskId(t), [&](const AuditView& view) {
          view.times.lowers.each(t, neighbour);
          view.times.successors.each(t, neighbour);
          view.model.each_predecessor(view.model.task(TaskId(t)),
                                      [&](const Predecessor& e) { neighbour(e.task.value()); });
        });
  }

  /// Whatever documents said otherwise cite, and whatever was replaced between the two days.
  void citations() {
    const auto cited = [&](const AuditView& view, DocumentId by) {
      view.model.each_relation(view.model.document(by), [&](const RelationRow& r) {
        again_.citations.push_back(r.to.value());
      });
    };
    for (const std::uint32_t d : documents_)
      each_version(DocumentId(d), [&](const AuditView& view) { cited(view, DocumentId(d)); });
    each_said(ItemKind::document, [&](Item item) {
      index_.take(before_.model, item);
      index_.put(now_.model, item);
    });
    if (before_.when.as_of == now_.when.as_of) return;
    for (std::uint32_t d = 1; d <= now_.model.count(ItemKind::document); ++d) {
      const DocumentId id(d);
      if (!now_.model.present(id) || !days().has(now_.model.document(id).issued)) continue;
      now_.model.each_relation(now_.model.document(id), [&](const RelationRow& r) {
        if (ends_others(r.relation)) again_.citations.push_back(r.to.value());
      });
    }
  }

  /// Reports touched or of such documents, and those that feed them; all of these with whatever has the
  /// same parties, as what is found between two of them is about one.
  void reports() {
    Rows touched;
    each_said(ItemKind::report, [&](Item item) {
      touched.push_back(item.id);
      each_version(item, [&](const AuditView& view) {
        again_.papers.push_back(view.model.report(ReportId(item.id)).document.value());
      });
      index_.take(before_.model, item);
      index_.put(now_.model, item);
    });
    for (const std::uint32_t d : documents_)
      index_.reports_of().each(d, [&](std::uint32_t r) { touched.push_back(r); });
    tidy(touched);
    const YearMonthDay was = ymd(before_.when.as_of), is = ymd(now_.when.as_of);
    again_.burden = !touched.empty() || was.year != is.year || was.month != is.month;
    if (was.year != is.year) {  // where nothing says when a report begins, it is this year's
      for (std::uint32_t r = 1; r <= now_.model.count(ItemKind::report); ++r)
        again_.reports.push_back(r);
      return;
    }
    if (touched.empty()) return;
    Rows again = touched;
    for (std::uint32_t r = 1; r <= now_.model.count(ItemKind::report); ++r)
      if (now_.model.present(ReportId(r)) &&
          has(touched, now_.model.report(ReportId(r)).feeds.value()))
        again.push_back(r);
    using Parties = std::tuple<DocumentId, std::vector<UnitId>, std::vector<UnitId>>;
    const auto parties = [](const ReportSpec& r) { return Parties{r.document, r.from, r.to}; };
    std::vector<Parties> theirs;
    for (const std::uint32_t r : again)
      each_version(ReportId(r), [&](const AuditView& view) {
        theirs.push_back(parties(view.model.report(ReportId(r))));
      });
    tidy(theirs);
    for (std::uint32_t r = 1; r <= now_.model.count(ItemKind::report); ++r) {
      if (!now_.model.present(ReportId(r))) continue;
      if (std::binary_search(theirs.begin(), theirs.end(), parties(now_.model.report(ReportId(r)))))
        again.push_back(r);
    }
    again_.reports = std::move(again);
  }

  void targets() {
    each_said(ItemKind::target, [&](Item item) { again_.targets.push_back(item.id); });
    for (const std::uint32_t d : documents_)
      index_.targets_of().each(d, [&](std::uint32_t t) { again_.targets.push_back(t); });
    each_said(ItemKind::indicator, [&](Item item) {
      index_.kin().each_for(IndicatorId(item.id),
                            [&](TargetId t) { again_.targets.push_back(t.value()); });
      figures_.push_back(item.id);
    });
    tidy(again_.targets);
    Rows touched = again_.targets;
    tidy(figures_);
    for (const AuditView* view : {&before_, &now_})
      for (const std::uint32_t i : figures_)
        view->board()->targets().each_reading(IndicatorId(i),
                                              [&](TargetId t) { touched.push_back(t.value()); });
    tidy(touched);
    for (const std::uint32_t t : touched) related(before_.model, TargetId(t));
    each_said(ItemKind::target, [&](Item item) {
      index_.take(before_.model, item);
      index_.put(now_.model, item);
    });
    for (const std::uint32_t t : touched) related(now_.model, TargetId(t));
    if (before_.when.as_of == now_.when.as_of) return;
    for (std::uint32_t t = 1; t <= now_.model.count(ItemKind::target); ++t)
      again_.uppers.push_back(t);
  }
  /// The target, and those to which it may add up, in that version.
  void related(const Model& model, TargetId id) {
    again_.uppers.push_back(id.value());
    if (!model.present(id)) return;
    const TargetSpec& target = model.target(id);
    for (const TargetId upper : target.implements) again_.uppers.push_back(upper.value());
    index_.kin().each_for(target.indicator,
                          [&](TargetId t) { again_.uppers.push_back(t.value()); });
  }

  const AuditView& before_;
  const AuditView& now_;
  AuditIndex& index_;
  const std::vector<Item> said_;  ///< items said otherwise
  Again again_;
  Rows documents_;   ///< said otherwise, or counted from another day
  Rows said_tasks_;  ///< said otherwise, or their documents
  Rows tasks_;       ///< these, and those that stand otherwise
  Rows moved_;       ///< with other dates
  Rows figures_;     ///< indicators said or reported otherwise
  /// A document before one of its tasks was taken out or put in.
  struct Counted {
    std::uint32_t document;
    std::size_t at;
    AuditIndex::Count count;
  };
  std::vector<Counted> counted_;
};

}  // namespace

Again again(const AuditView& before, const AuditView& now, AuditIndex& index) {
  return Gatherer(before, now, index).gather();
}

}  // namespace kehoach::detail
