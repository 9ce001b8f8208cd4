// SPDX-License-Identifier: BSL-1.0
#include "pass/reports.hpp"

#include <algorithm>

#include "model/organisation.hpp"

namespace kehoach::detail {
namespace {

Status status_of(const ReportPeriod& p, bool late, Date as_of) {
  if (p.received == p.expected) return late ? Status::done_late : Status::done_in_time;
  if (p.slot.due() != no_date && p.slot.due() < as_of) return Status::open_overdue;
  return p.slot.instance.period_first > as_of ? Status::not_yet_started : Status::open_in_time;
}

std::vector<ObservationId> of_unit(const Model& model, const std::vector<ObservationId>& facts,
                                   UnitId unit) {
  std::vector<ObservationId> own;
  std::copy_if(facts.begin(), facts.end(), std::back_inserter(own),
               [&](ObservationId id) { return model.observation(id).unit == unit.value(); });
  return own;
}

}  // namespace

const Calendar& report_calendar(const Model& model, const ReportSpec& spec) {
  return calendar(model,
                  spec.from.empty() ? model.document(spec.document).issuer : spec.from.front());
}

Result<std::vector<ReportPeriod>> report_periods(const Model& model, const Frame& frame,
                                                 ReportId id, const When& when, Date until) {
  const ReportSpec& spec = model.report(id);
  const Date start = from_day_number(frame.document_start[spec.document.value()]);
  const Result<std::vector<Slot>> blank =
      slots_of(model, spec.due, report_calendar(model, spec), start, when.as_of, until);
  if (!blank.ok()) return blank.error();

  std::vector<UnitId> senders = expand(model, spec.from);
  if (senders.empty()) senders.push_back(UnitId());  // somebody must, the paper does not say who
  const std::vector<ObservationId> facts = facts_of(model, id, when);
  std::vector<ReportPeriod> periods;
  for (const Slot& slot : *blank) periods.push_back({slot, {}, 0, 0, {}});
  std::vector<bool> late(periods.size(), false);
  for (UnitId sender : senders) {
    std::vector<Slot> own = *blank;
    settle(own, model, sender ? of_unit(model, facts, sender) : facts);
    for (std::size_t i = 0; i < own.size(); ++i) {
      ReportPeriod& p = periods[i];
      ++p.expected;
      if (own[i].done_on == no_date) {
        p.missing.push_back(sender);
        continue;
      }
      ++p.received;
      late[i] = late[i] || (own[i].due() != no_date && own[i].done_on > own[i].due());
      p.slot.done_on = std::max(p.slot.done_on, own[i].done_on);
    }
  }
  for (std::size_t i = 0; i < periods.size(); ++i) {
    if (periods[i].received < periods[i].expected) periods[i].slot.done_on = no_date;
    periods[i].status = status_of(periods[i], late[i], when.as_of);
  }
  return periods;
}

}  // namespace kehoach::detail
