// SPDX-License-Identifier: BSL-1.0
// Reports that cost more than they need: those that could be sent as one, and offices with many of
// them, over the twelve months from the month asked about.
#include <algorithm>
#include <map>

#include "pass/audit.hpp"
#include "pass/burden.hpp"
#include "pass/words.hpp"

namespace kehoach::detail {
namespace {

/// Who could send some reports as one, and one example of the days.
struct Saving {
  std::vector<UnitId> units;
  Date first = no_date;
  Date last = no_date;
};

/// Periods of one obligation that fall due together are found as `reports_coincide`.
bool one_obligation(const Model& model, const std::vector<ReportId>& reports, Date first,
                    Date last) {
  const ReportSpec& a = model.report(reports.front());
  return first == last && std::all_of(reports.begin(), reports.end(), [&](ReportId id) {
           const ReportSpec& b = model.report(id);
           return a.document == b.document && a.from == b.from && a.to == b.to;
         });
}

void mergeable(Findings& found, const Model& model, const Load& load) {
  std::map<std::vector<ReportId>, Saving> savings;
  for (const Mergeable& m : load.together) {
    if (one_obligation(model, m.reports, m.first, m.last)) continue;
    Saving& saving = savings[m.reports];
    if (saving.first == no_date) saving.first = m.first, saving.last = m.last;
    if (std::find(saving.units.begin(), saving.units.end(), m.unit) == saving.units.end())
      saving.units.push_back(m.unit);
  }
  for (const auto& [reports, saving] : savings) {
    std::string names;
    for (ReportId id : reports)
      names += (names.empty() ? "" : "; ") + label(model, id) + " (" +
               label(model, model.report(id).document) + ")";
    found.push_back(make_finding(
        model, FindingCode::reports_mergeable, reports.front(),
        say("{} báo cáo gửi cùng một nơi từ {} đến {}, có thể gộp làm một: {}; đơn vị gửi: {}",
            "{} reports to one receiver, from {} to {}, could be sent as one: {}; senders: {}",
            {std::int64_t(reports.size()), saving.first, saving.last, names,
             list_words(model, saving.units)})));
    Finding& f = found.back();
    f.others.assign(reports.begin() + 1, reports.end());
    f.others.insert(f.others.end(), saving.units.begin(), saving.units.end());
    f.date = saving.first;
  }
}

/// The worst month of every office that has too many.
void heavy(Findings& found, const Model& model, const Load& load) {
  const Burden* worst = nullptr;
  const auto say_worst = [&] {
    if (worst == nullptr) return;
    const std::string month =
        std::to_string(ymd(worst->month).month) + "/" + std::to_string(ymd(worst->month).year);
    found.push_back(
        make_finding(model, FindingCode::report_burden, worst->unit,
                     say("{}: phải gửi {} báo cáo trong tháng {}; gộp được thì bớt {}",
                         "{}: {} reports are due in {}; merging what can be merged saves {}",
                         {label(model, worst->unit), worst->reports, month, worst->mergeable})));
    found.back().others.assign(worst->obligations.begin(), worst->obligations.end());
    found.back().date = worst->month;
    worst = nullptr;
  };
  for (const Burden& month : load.months) {
    if (worst != nullptr && worst->unit != month.unit) say_worst();
    if (month.reports <= static_cast<std::uint32_t>(model.settings.audit.burden)) continue;
    if (worst == nullptr || worst->reports < month.reports) worst = &month;
  }
  say_worst();
}

}  // namespace

void audit_burden(Findings& found, const AuditView& view) {
  const Model& model = view.model;
  const YearMonthDay today = ymd(view.when.as_of);
  const Date from = day(today.year, today.month, 1).value();
  const Date to = std::min(from + Days{365}, default_calendar(model).last());
  const Result<Load> load = detail::load(model, view.times, view.when, from, to);
  if (!load.ok()) return;  // periods past the calendar: nothing can be said of them
  mergeable(found, model, *load);
  heavy(found, model, *load);
}

}  // namespace kehoach::detail
