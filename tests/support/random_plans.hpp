// SPDX-License-Identifier: BSL-1.0
/// Seeded random plans of an administrative shape, as cascade items: a ministry, provinces, offices
/// below them, documents of each, tasks that implement up to three others of any office above or beside.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "support/plans.hpp"

namespace support {

struct RandomPlans {
  std::vector<kehoach::UnitSpec> units;  ///< ids are index + 1; parents and members named so
  std::vector<kehoach::DocumentSpec> documents;  ///< in the same way
  std::vector<kehoach::TaskSpec> tasks;          ///< `implements` by index + 1, always smaller
  std::vector<kehoach::ObservationSpec> observations;
  std::vector<kehoach::UnitId> provinces;

  kehoach::Date first = d("2026-01-05");

  struct Shape {
    std::uint32_t tasks = 60;
    std::uint32_t provinces = 3;
    std::uint32_t shared = 40;  ///< percent of tasks that implement more than one
    bool groups = true;
  };

  RandomPlans(std::uint64_t seed, const Shape& shape) : random_(seed) {
    add_units(shape);
    add_documents();
    for (std::uint32_t t = 0; t < shape.tasks; ++t) add_task(shape);
  }

  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
  bool percent(std::uint32_t p) { return below(100) < p; }

  /// All of it, or the tasks in `kept` (ascending indices, with everything above them).
  kehoach::Engine engine(const std::vector<std::uint32_t>* kept = nullptr) const {
    using namespace kehoach;
    Engine made;
    Edit edit = made.edit();
    for (const UnitSpec& unit : units) edit.add(unit);
    for (const DocumentSpec& document : documents) edit.add(document);
    std::vector<TaskId> id(tasks.size());
    for (std::uint32_t t = 0; t < tasks.size(); ++t) {
      if (kept != nullptr && !std::binary_search(kept->begin(), kept->end(), t)) continue;
      TaskSpec spec = tasks[t];
      for (TaskId& upper : spec.implements) upper = id[upper.value() - 1];
      id[t] = edit.add(spec);
    }
    for (ObservationSpec observation : observations) {
      const TaskId task = id[observation.subject.id - 1];
      if (!task) continue;
      observation.subject = task;
      edit.add(observation);
    }
    edit.commit().value();
    return made;
  }

  /// The tasks of a document's issuer, with all that they implement, directly or not.
  std::vector<std::uint32_t> shard(const std::set<std::uint32_t>& issuers) const {
    std::vector<bool> kept(tasks.size(), false);
    for (std::size_t t = tasks.size(); t-- > 0;) {
      if (issuers.count(documents[tasks[t].document.value() - 1].issuer.value()) > 0)
        kept[t] = true;
      if (!kept[t]) continue;
      for (const kehoach::TaskId upper : tasks[t].implements) kept[upper.value() - 1] = true;
    }
    std::vector<std::uint32_t> found;
    for (std::uint32_t t = 0; t < kept.size(); ++t)
      if (kept[t]) found.push_back(t);
    return found;
  }

 private:
  kehoach::UnitId add(kehoach::UnitSpec unit) {
    units.push_back(std::move(unit));
    return kehoach::UnitId(static_cast<std::uint32_t>(units.size()));
  }

  void add_units(const Shape& shape) {
    using kehoach::Level;
    const kehoach::UnitId ministry = add(office("bo", Level::ministry));
    for (std::uint32_t p = 0; p < shape.provinces; ++p) {
      const std::string name = "tinh-" + std::to_string(p);
      const kehoach::UnitId province = add(office(name, Level::province, ministry));
      provinces.push_back(province);
      const kehoach::UnitId health = add(office(name + "/so", Level::department, province));
      for (int h = 0; h < 2; ++h)
        add(office(name + "/bv-" + std::to_string(h), Level::hospital, health));
    }
    for (std::uint32_t g = 0; shape.groups && g < 3; ++g) {
      kehoach::UnitSpec group = office("nhom-" + std::to_string(g), Level::division);
      group.group = true;
      const auto real = static_cast<std::uint32_t>(units.size()) - g;
      for (int m = 0; m < 2; ++m) {
        const kehoach::UnitId member(1 + below(real));
        if (group.members.empty() || group.members[0] != member) group.members.push_back(member);
      }
      add(group);
    }
  }

  void add_documents() {
    for (std::uint32_t u = 1; u <= units.size(); ++u) {
      if (units[u - 1].group) continue;
      kehoach::DocumentSpec document;
      document.key = document.symbol = std::to_string(u) + "/KH";
      document.issuer = kehoach::UnitId(u);
      document.issued = first;
      documents.push_back(document);
    }
  }

  void add_task(const Shape& shape) {
    using namespace kehoach;
    const auto index = static_cast<std::uint32_t>(tasks.size());
    TaskSpec task;
    task.key = "viec-" + std::to_string(index);
    task.name = task.key;
    task.document = DocumentId(1 + below(static_cast<std::uint32_t>(documents.size())));
    for (std::uint32_t leads = below(3); leads > 0; --leads) {
      const UnitId lead(1 + below(static_cast<std::uint32_t>(units.size())));
      if (task.leads.empty() || task.leads[0] != lead) task.leads.push_back(lead);
    }
    task.weight = static_cast<std::int32_t>(below(4));
    if (percent(70)) {
      task.deadline.kind = DeadlineKind::by_date;
      task.deadline.last = first + Days{static_cast<int>(below(400))};
    }
    std::uint32_t uppers = percent(15) ? 0 : 1;
    if (percent(shape.shared)) uppers = 2 + below(2);
    std::set<std::uint32_t> chosen;
    for (; uppers > 0 && index > 0; --uppers) chosen.insert(1 + below(index));
    for (const std::uint32_t upper : chosen) task.implements.emplace_back(upper);
    tasks.push_back(task);
    if (percent(50)) add_observation(TaskId(index + 1));
  }

  void add_observation(kehoach::TaskId task) {
    using kehoach::Observed;
    kehoach::ObservationSpec o;
    o.subject = task;
    const Observed kinds[] = {Observed::progress, Observed::progress, Observed::done,
                              Observed::done,     Observed::started,  Observed::cancelled,
                              Observed::suspended};
    o.what = kinds[below(7)];
    o.date = first + kehoach::Days{static_cast<int>(below(250))};
    if (o.what == Observed::progress) o.value = static_cast<std::int64_t>(below(101));
    observations.push_back(o);
  }

  std::mt19937_64 random_;
};

}  // namespace support
