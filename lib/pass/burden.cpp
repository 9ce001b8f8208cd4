// SPDX-License-Identifier: BSL-1.0
// Every period of every report is listed for each of its senders; what one office sends is then gone
// through by day. A report joins the first bundle that began few enough working days ago, has a
// receiver in common with it, and does not hold that report yet: each joining saves one paper.
#include "pass/burden.hpp"

#include <algorithm>

#include "model/organisation.hpp"
#include "pass/reports.hpp"

namespace kehoach::detail {
namespace {

struct Paper {
  Date due;
  ReportId report;
};

struct Bundle {
  std::vector<UnitId> receivers;  ///< common to all in it
  std::vector<ReportId> reports;
  Date first;
  Date last;
};

std::vector<UnitId> common(const std::vector<UnitId>& a, const std::vector<UnitId>& b) {
  std::vector<UnitId> both;
  for (UnitId unit : a)
    if (std::find(b.begin(), b.end(), unit) != b.end()) both.push_back(unit);
  return both;
}

Date month_of(Date date) {
  const YearMonthDay d = ymd(date);
  return day(d.year, d.month, 1).value();
}

class Counter {
 public:
  Counter(const Model& model, Load& load) : model_(model), load_(load) {}

  void office(UnitId unit, std::vector<Paper>& papers) {
    std::sort(papers.begin(), papers.end(), [](const Paper& a, const Paper& b) {
      return a.due != b.due ? a.due < b.due : a.report < b.report;
    });
    std::vector<Bundle> open;
    for (const Paper& paper : papers) {
      Burden& month = month_with(unit, paper.due);
      ++month.reports;
      month.obligations.push_back(paper.report);
      if (joins(open, paper)) ++month.mergeable;
    }
    for (Bundle& bundle : open) close(unit, bundle);
  }

 private:
  Burden& month_with(UnitId unit, Date due) {
    const Date month = month_of(due);
    auto& months = load_.months;
    if (months.empty() || months.back().unit != unit || months.back().month != month)
      months.push_back({unit, month, 0, 0, {}});
    return months.back();
  }

  bool joins(std::vector<Bundle>& open, const Paper& paper) {
    const auto& receivers = model_.report(paper.report).to;
    for (Bundle& bundle : open) {
      if (!near(bundle.first, paper.due)) continue;
      const bool held = std::find(bundle.reports.begin(), bundle.reports.end(), paper.report) !=
                        bundle.reports.end();
      const std::vector<UnitId> both = common(bundle.receivers, receivers);
      if (held || both.empty()) continue;
      bundle.receivers = both;
      bundle.reports.push_back(paper.report);
      bundle.last = paper.due;
      return true;
    }
    std::erase_if(open, [&](Bundle& bundle) {  // what is too old never grows again
      return bundle.reports.size() < 2 && !near(bundle.first, paper.due);
    });
    open.push_back({receivers, {paper.report}, paper.due, paper.due});
    return false;
  }
  bool near(Date first, Date due) const {
    const Result<int> days = default_calendar(model_).working_days_between(first, due);
    return days.ok() && *days <= model_.settings.audit.merge_within;
  }

  void close(UnitId unit, Bundle& bundle) {
    if (bundle.reports.size() < 2) return;
    std::sort(bundle.reports.begin(), bundle.reports.end());
    load_.together.push_back({unit, bundle.reports, bundle.first, bundle.last});
  }

  const Model& model_;
  Load& load_;
};

void tidy(Load& load) {
  for (Burden& month : load.months) {
    auto& ids = month.obligations;
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  }
}

}  // namespace

Result<Load> load(const Model& model, const Timetable& times, const When& when, Date from,
                  Date to) {
  std::map<UnitId, std::vector<Paper>> papers;
  for (std::uint32_t r = 1; r <= model.count(ItemKind::report); ++r) {
    if (!model.present(ReportId(r))) continue;
    const ReportSpec& spec = model.report(ReportId(r));
    const Date given = from_day_number(times.document_start[spec.document.value()]);
    const Result<std::vector<Slot>> slots =
        slots_of(model, spec.due, report_calendar(model, spec), given, when.as_of, to);
    if (!slots.ok()) return slots.error();
    for (const Slot& slot : *slots)
      if (slot.due() != no_date && from <= slot.due() && slot.due() <= to)
        for (UnitId sender : senders_of(model, spec, slot, given))
          if (sender) papers[sender].push_back({slot.due(), ReportId(r)});
  }
  Load found;
  Counter counter(model, found);
  for (auto& [unit, list] : papers) counter.office(unit, list);
  tidy(found);
  return found;
}

}  // namespace kehoach::detail
