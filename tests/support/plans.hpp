// SPDX-License-Identifier: BSL-1.0
/// Small plans for tests: one document a level, tasks by key, days as ISO text.
#pragma once

#include <map>
#include <string>

#include <kehoach/engine.hpp>

namespace support {

inline kehoach::Date d(const char* iso) {
  return kehoach::parse_date(iso).value();
}

inline kehoach::DeadlineRule by(const char* iso, bool exclusive = false) {
  kehoach::DeadlineRule rule;
  rule.kind = kehoach::DeadlineKind::by_date;
  rule.last = d(iso);
  rule.exclusive = exclusive;
  return rule;
}

inline kehoach::UnitSpec office(std::string key, kehoach::Level level,
                                kehoach::UnitId parent = {}) {
  kehoach::UnitSpec u;
  u.key = key;
  u.level = level;
  u.names = {{kehoach::no_date, "Đơn vị " + key}};
  if (parent) u.parents = {{kehoach::no_date, parent}};
  return u;
}

/// An engine with a ministry over a hospital, a document of each, and whatever the test adds.
struct Plans {
  kehoach::Engine engine;
  kehoach::UnitId ministry, hospital;
  kehoach::DocumentId upper, lower;

  explicit Plans(const char* upper_issued = "2025-01-06", const char* lower_issued = "2025-02-03") {
    kehoach::Edit edit = engine.edit();
    ministry = edit.add(office("bo", kehoach::Level::ministry));
    hospital = edit.add(office("bv", kehoach::Level::hospital, ministry));
    kehoach::DocumentSpec doc;
    doc.key = doc.symbol = "01/KH-BYT";
    doc.issuer = ministry;
    doc.issued = d(upper_issued);
    upper = edit.add(doc);
    doc.key = doc.symbol = "02/KH-BV";
    doc.issuer = hospital;
    doc.issued = d(lower_issued);
    doc.relations = {{kehoach::Relation::implements, upper, "", kehoach::no_date, {}}};
    lower = edit.add(doc);
    edit.commit().value();
  }

  kehoach::TaskSpec task(std::string key, bool of_upper = false) const {
    kehoach::TaskSpec t;
    t.key = key;
    t.name = "Việc " + key;
    t.document = of_upper ? upper : lower;
    t.leads = {of_upper ? ministry : hospital};
    return t;
  }
  kehoach::TaskId add(const kehoach::TaskSpec& spec) {
    kehoach::Edit edit = engine.edit();
    const kehoach::TaskId id = edit.add(spec);
    edit.commit().value();
    return id;
  }
  void observe(kehoach::TaskId task, kehoach::Observed what, const char* day,
               kehoach::Quantity value = 0) {
    kehoach::ObservationSpec o;
    o.subject = task;
    o.what = what;
    o.date = d(day);
    o.value = value;
    kehoach::Edit edit = engine.edit();
    edit.add(o);
    edit.commit().value();
  }
  kehoach::Schedule schedule(kehoach::TaskId id) const {
    return engine.snapshot().schedule(id).value();
  }
  kehoach::Evaluation on(const char* day) const {
    return engine.snapshot().evaluate(d(day)).value();
  }
};

}  // namespace support
