// SPDX-License-Identifier: BSL-1.0
/// A national cascade told to an engine: 35 calendars (the country's, and each province's with a day
/// off of its own), 6,190 offices, a document a plan, its tasks, and a progress report for most of
/// the tasks that nobody implements further. Without names or keys but those JSON needs.
#pragma once

#include <kehoach/engine.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "national_cascade.hpp"

namespace kehoach::bench {

/// The ids are those the engine gives out: task `i` of the cascade is `TaskId(i + 1)`, and so on; after
/// `shuffle` it is `id(i)`, and the specs are those of the tasks as they lie then.
class NationalSpecs {
 public:
  /// With `keys`, every item that others name gets a short key, as cascade JSON needs.
  explicit NationalSpecs(const NationalCascade& plan, bool keys = false)
      : plan_(&plan), keys_(keys) {}

  /// From now on the tasks lie and are said in random order, so none is near those it is linked to.
  void shuffle(std::uint64_t seed = 1) {
    Random random(seed);
    place_.resize(plan_->size());
    for (std::uint32_t i = 0; i < place_.size(); ++i) place_[i] = i;
    for (auto i = static_cast<std::uint32_t>(place_.size()); i > 1; --i)
      std::swap(place_[i - 1], place_[random.below(i)]);
    mixed_ = std::make_shared<const NationalCascade>(moved(*plan_));
    plan_ = mixed_.get();
  }
  TaskId id(std::uint32_t task) const { return TaskId((place_.empty() ? task : place_[task]) + 1); }

  static CalendarSpec calendar(std::uint32_t number) {
    CalendarSpec c;
    c.key = "c" + std::to_string(number);
    c.name = "Lịch " + std::to_string(number);
    c.first = from_day_number(18'262);       // 2020-01-01
    c.last = from_day_number(29'219);        // 2049-12-31
    for (int year = 0; year < 25; ++year) {  // the country's: New Year; a province's: one day more
      c.days.push_back({from_day_number(18'262 + 365 * year), false, "Tết", "law", no_date, false});
      if (number > 0)
        c.days.push_back({from_day_number(18'262 + 365 * year + 40 + static_cast<int>(number)),
                          false, "Ngày lễ", "province", no_date, false});
    }
    return c;
  }

  UnitSpec unit(std::uint32_t number) const {
    static constexpr Level levels[] = {Level::national,   Level::ministry, Level::province,
                                       Level::department, Level::hospital, Level::division,
                                       Level::division,   Level::division};
    using Offices = NationalOffices;
    UnitSpec u;
    u.key = key('u', number);
    u.level = levels[Offices::tier(number)];
    u.names = {{no_date, "Đơn vị " + std::to_string(number)}};
    if (Offices::parent(number) != none)
      u.parents = {{no_date, UnitId(Offices::parent(number) + 1)}};
    const std::uint32_t calendar = Offices::calendar(number);
    if (number == 0 || Offices::tier(number) == 2) u.calendar = CalendarId(calendar + 1);
    return u;
  }

  DocumentSpec document(std::uint32_t number) const {
    DocumentSpec d;
    d.key = key('d', number);
    d.issuer = UnitId(plan_->document_unit[number] + 1);
    d.issued = from_day_number(plan_->issued[number]);
    if (plan_->document_upper[number] != none) {
      DocumentRelation relation;
      relation.to = DocumentId(plan_->document_upper[number] + 1);
      d.relations = {relation};
    }
    return d;
  }

  TaskSpec task(std::uint32_t number) const {
    TaskSpec t;
    t.key = key('t', number);
    t.document = DocumentId(plan_->document[number] + 1);
    t.leads = {UnitId(plan_->unit[number] + 1)};
    t.duration = plan_->duration[number];
    t.weight = plan_->weight[number];
    if (plan_->deadline[number] != no_day) {
      t.deadline.kind = DeadlineKind::by_date;
      t.deadline.last = from_day_number(plan_->deadline[number]);
    }
    for (const std::uint32_t upper : {plan_->upper[number], plan_->upper2[number]})
      if (upper != none) t.implements.push_back(TaskId(upper + 1));
    if (plan_->before[number] != none) {
      Predecessor before;
      before.task = TaskId(plan_->before[number] + 1);
      before.lag = plan_->lag[number];
      t.after = {before};
    }
    return t;
  }

  bool reports(std::uint32_t task) const {
    return !plan_->has_lower[task] && plan_->progress[task] >= 0;
  }
  ObservationSpec report(std::uint32_t task) const {
    ObservationSpec o;
    o.what = Observed::progress;
    o.subject = TaskId(task + 1);
    o.date = from_day_number(plan_->issued[plan_->document[task]] + 30);
    o.value = Quantity(plan_->progress[task]);
    return o;
  }

  /// All of it into one edit.
  void tell(Edit& edit) const {
    tell_offices(edit);
    tell_plans(edit);
  }
  void tell_offices(Edit& edit) const {
    for (std::uint32_t i = 0; i < 35; ++i) edit.add(calendar(i));
    for (std::uint32_t i = 0; i < NationalOffices::count; ++i) edit.add(unit(i));
  }
  void tell_plans(Edit& edit) const {
    for (std::uint32_t i = 0; i < plan_->issued.size(); ++i) edit.add(document(i));
    if (place_.empty())
      for (std::uint32_t i = 0; i < plan_->size(); ++i) edit.add(task(i));
    else
      tell_shuffled(edit);
    for (std::uint32_t i = 0; i < plan_->size(); ++i)
      if (reports(i)) edit.add(report(i));
  }

 private:
  /// Most name tasks that are said later.
  void tell_shuffled(Edit& edit) const {
    for (std::size_t i = 0; i < plan_->size(); ++i) edit.reserve(ItemKind::task);
    for (std::uint32_t i = 0; i < plan_->size(); ++i) edit.change(TaskId(i + 1), task(i));
  }

  /// The plan with each task at its place.
  NationalCascade moved(const NationalCascade& plan) const {
    NationalCascade to = plan;
    const auto renumbered = [&](std::uint32_t task) { return task == none ? none : place_[task]; };
    for (std::uint32_t i = 0; i < plan.size(); ++i) {
      const std::uint32_t at = place_[i];
      to.document[at] = plan.document[i];
      to.unit[at] = plan.unit[i];
      to.upper[at] = renumbered(plan.upper[i]);
      to.upper2[at] = renumbered(plan.upper2[i]);
      to.before[at] = renumbered(plan.before[i]);
      to.lag[at] = plan.lag[i];
      to.duration[at] = plan.duration[i];
      to.deadline[at] = plan.deadline[i];
      to.weight[at] = plan.weight[i];
      to.progress[at] = plan.progress[i];
      to.has_lower[at] = plan.has_lower[i];
    }
    return to;
  }

  std::string key(char kind, std::uint32_t number) const {
    return keys_ ? kind + std::to_string(number) : std::string();
  }

  const NationalCascade* plan_;
  bool keys_;
  std::shared_ptr<const NationalCascade> mixed_;  ///< null: in order
  std::vector<std::uint32_t> place_;  ///< by task: how many are said before it; empty: in order
};

/// An engine that knows the whole plan.
inline Engine national_engine(const NationalSpecs& specs) {
  Engine engine;
  Edit edit = engine.edit();
  specs.tell(edit);
  edit.commit().value();
  return engine;
}
inline Engine national_engine(const NationalCascade& plan, bool keys = false) {
  return national_engine(NationalSpecs(plan, keys));
}

}  // namespace kehoach::bench
