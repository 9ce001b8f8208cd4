// SPDX-License-Identifier: BSL-1.0
#include "pass/reports.hpp"

#include <algorithm>
#include <map>

#include "model/organisation.hpp"

namespace kehoach::detail {
namespace {

Status status_of(const ReportPeriod& p, bool late, Date as_of) {
  if (p.received == p.expected) return late ? Status::done_late : Status::done_in_time;
  if (p.slot.due() != no_date && p.slot.due() < as_of) return Status::open_overdue;
  return p.slot.instance.period_first > as_of ? Status::not_yet_started : Status::open_in_time;
}

/// What a sender reported, and after it passed its duties on what its successors did.
std::vector<ObservationId> of_unit(const Model& model, const std::vector<ObservationId>& facts,
                                   UnitId unit, Date given) {
  std::vector<ObservationId> own;
  std::copy_if(facts.begin(), facts.end(), std::back_inserter(own), [&](ObservationId id) {
    const ObservationRow& o = model.observation(id);
    if (o.unit == unit.value()) return true;
    const std::vector<UnitId> by = answerable(model, unit, o.date, {given, no_date});
    return std::binary_search(by.begin(), by.end(), UnitId(o.unit));
  });
  return own;
}

/// One period and one of its senders: sent, or missing.
void add_sender(ReportPeriod& period, const Slot& own, const std::vector<UnitId>& answering) {
  ++period.expected;
  if (own.done_on != no_date) {
    ++period.received;
    period.slot.done_on = std::max(period.slot.done_on, own.done_on);
    return;
  }
  for (UnitId unit : answering)
    if (std::find(period.missing.begin(), period.missing.end(), unit) == period.missing.end())
      period.missing.push_back(unit);
}

}  // namespace

std::vector<UnitId> senders_of(const Model& model, const ReportSpec& spec, const Slot& slot,
                               Date given) {
  const Date end = slot.instance.period_last;
  std::vector<UnitId> senders =
      Organisation(model, end != no_date ? end : slot.instance.last_valid).expand(spec.from, given);
  if (senders.empty()) senders.push_back(UnitId());  // somebody must, the paper does not say who
  return senders;
}

const Calendar& report_calendar(const Model& model, const ReportSpec& spec) {
  return calendar(model,
                  spec.from.empty() ? model.document(spec.document).issuer : spec.from.front());
}

Result<std::vector<ReportPeriod>> report_periods(const Model& model, const Timetable& times,
                                                 ReportId id, const When& when, Date until) {
  const ReportSpec& spec = model.report(id);
  const Date start = from_day_number(times.document_start[spec.document.value()]);
  const Result<std::vector<Slot>> blank =
      slots_of(model, spec.due, report_calendar(model, spec), start, when.as_of, until);
  if (!blank.ok()) return blank.error();

  const std::vector<ObservationId> facts = facts_of(model, id, when);
  std::vector<ReportPeriod> periods;
  std::vector<std::vector<UnitId>> senders;
  std::map<UnitId, std::vector<Slot>> settled;  // of every sender, all periods
  for (const Slot& slot : *blank) {
    periods.push_back({slot, {}, 0, 0, {}});
    senders.push_back(senders_of(model, spec, slot, start));
    for (UnitId sender : senders.back()) settled[sender];
  }
  for (auto& [sender, own] : settled) {
    for (std::size_t i = 0; i < periods.size(); ++i)  // it owes no period it was not there for
      if (std::binary_search(senders[i].begin(), senders[i].end(), sender))
        own.push_back(periods[i].slot);
    settle(own, model, sender ? of_unit(model, facts, sender, start) : facts);
  }
  std::vector<bool> late(periods.size(), false);
  std::map<UnitId, std::size_t> next;
  for (std::size_t i = 0; i < periods.size(); ++i)
    for (UnitId sender : senders[i]) {
      const Slot& own = settled[sender][next[sender]++];
      late[i] = late[i] || (own.due() != no_date && own.done_on > own.due());
      add_sender(periods[i], own,
                 sender ? answerable(model, sender, when.as_of, {start, no_date})
                        : std::vector<UnitId>{sender});
    }
  for (std::size_t i = 0; i < periods.size(); ++i) {
    if (periods[i].received < periods[i].expected) periods[i].slot.done_on = no_date;
    periods[i].status = status_of(periods[i], late[i], when.as_of);
  }
  return periods;
}

}  // namespace kehoach::detail
