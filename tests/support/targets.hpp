// SPDX-License-Identifier: BSL-1.0
/// A province with three hospitals, and indicators, targets and figures that a test adds.
#pragma once

#include <string>
#include <vector>

#include "support/plans.hpp"

namespace support {

inline kehoach::Quantity q(const char* text) {
  return kehoach::Quantity::parse(text).value();
}

struct Targets {
  kehoach::Engine engine;
  kehoach::UnitId province;
  std::vector<kehoach::UnitId> hospitals;
  kehoach::DocumentId plan;

  Targets() {
    kehoach::Edit edit = engine.edit();
    province = edit.add(office("tinh", kehoach::Level::province));
    for (int i = 1; i <= 3; ++i)
      hospitals.push_back(
          edit.add(office("bv" + std::to_string(i), kehoach::Level::hospital, province)));
    kehoach::DocumentSpec document;
    document.key = document.symbol = "01/KH";
    document.issuer = province;
    document.issued = d("2025-03-01");
    plan = edit.add(document);
    edit.commit().value();
  }

  template <class Spec>
  auto add(const Spec& spec) {
    kehoach::Edit edit = engine.edit();
    const auto id = edit.add(spec);
    edit.commit().value();
    return id;
  }
  kehoach::IndicatorId indicator(kehoach::Aggregation how = kehoach::Aggregation::last,
                                 const char* measure = "%") {
    kehoach::IndicatorSpec spec;
    spec.name = "chỉ tiêu";
    spec.measure = measure;
    spec.aggregation = how;
    return add(spec);
  }
  kehoach::TargetSpec target(kehoach::IndicatorId indicator, kehoach::UnitId unit,
                             const char* bound, const char* by = "2026-12-31") const {
    kehoach::TargetSpec spec;
    spec.indicator = indicator;
    spec.unit = unit;
    spec.document = plan;
    spec.milestones = {{by == nullptr ? kehoach::no_date : d(by), q(bound), {}}};
    return spec;
  }
  void figure(kehoach::IndicatorId indicator, kehoach::UnitId unit, const char* day,
              const char* value) {
    kehoach::ObservationSpec o;
    o.what = kehoach::Observed::value;
    o.subject = indicator;
    o.unit = unit;
    o.date = d(day);
    o.value = q(value);
    add(o);
  }
  kehoach::Evaluation on(const char* day) const {
    return engine.snapshot().evaluate(d(day)).value();
  }
  kehoach::Verdict verdict(kehoach::TargetId id, const char* day) const {
    return on(day).verdict(id).value();
  }
};

}  // namespace support
