// SPDX-License-Identifier: BSL-1.0
#include "pass/audit_report_pairs.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace kehoach::detail {
namespace {

/// One period of one report.
struct Entry {
  const Instance* instance;
  Date due;
  std::size_t report;
};

bool same_period(const Instance& a, const Instance& b) {
  return a.period_first == b.period_first && a.period_last == b.period_last;
}

class Pairs {
 public:
  explicit Pairs(std::span<const std::vector<Instance>* const> reports) : reports_(reports) {
    for (std::size_t r = 0; r < reports.size(); ++r)
      for (const Instance& i : *reports[r])
        if (i.last_valid != no_date && i.period_first != no_date)
          entries_.push_back({&i, day_of(i), r});
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
      return std::tuple(a.instance->period_first, a.instance->period_last, b.due, a.report) <
             std::tuple(b.instance->period_first, b.instance->period_last, a.due, b.report);
    });
    for (std::size_t i = 0; i < entries_.size(); ++i)
      if (i == 0 || !same_period(*entries_[i].instance, *entries_[i - 1].instance))
        begins_.push_back(i);
  }

  std::vector<ReportPair> run() {
    for (std::size_t r = 0; r < reports_.size(); ++r) {
      told_[0] = told_[1] = 0;
      of_longer_ = pairs_.size();
      for (const Instance& whole : *reports_[r])
        if (whole.last_valid != no_date && whole.period_first != no_date) within(r, whole);
      std::sort(pairs_.begin() + static_cast<std::ptrdiff_t>(of_longer_), pairs_.end(),
                [](const ReportPair& a, const ReportPair& b) { return a.shorter < b.shorter; });
    }
    return std::move(pairs_);
  }

 private:
  /// All entries of one period, the latest due first.
  std::span<const Entry> period(std::size_t at) const {
    const std::size_t end = at + 1 < begins_.size() ? begins_[at + 1] : entries_.size();
    return std::span(entries_).subspan(begins_[at], end - begins_[at]);
  }

  void within(std::size_t longer, const Instance& whole) {
    const auto from = std::lower_bound(
        begins_.begin(), begins_.end(), whole.period_first,
        [&](std::size_t i, Date first) { return entries_[i].instance->period_first < first; });
    for (auto at = static_cast<std::size_t>(from - begins_.begin()); at < begins_.size(); ++at) {
      const Instance& part = *entries_[begins_[at]].instance;
      if (part.period_first > whole.period_last) return;
      if (part.period_last <= whole.period_last && !same_period(part, whole))
        match(longer, whole, period(at));
    }
  }

  void match(std::size_t longer, const Instance& whole, std::span<const Entry> parts) {
    const Date due = day_of(whole);
    const auto same = std::partition_point(parts.begin(), parts.end(),
                                           [&](const Entry& e) { return e.due > due; });
    const auto end =
        std::partition_point(same, parts.end(), [&](const Entry& e) { return e.due == due; });
    for (auto e = parts.begin(); e != same && tell(longer, whole, *e, false); ++e) {
    }
    for (auto e = same; e != end && tell(longer, whole, *e, true); ++e) {
    }
  }

  /// False: no more of this kind are told, so that nobody looks for them.
  bool tell(std::size_t longer, const Instance& whole, const Entry& part, bool same_day) {
    std::size_t& told = told_[same_day];
    if (told > most_pairs) return false;
    const auto known = [&](const ReportPair& p) { return p.shorter == part.report; };
    const auto begin = pairs_.begin() + static_cast<std::ptrdiff_t>(of_longer_);
    if (part.report == longer || std::any_of(begin, pairs_.end(), known)) return true;
    if (++told <= most_pairs) {
      pairs_.push_back({longer, part.report, &whole, part.instance, same_day, false});
      return true;
    }
    const auto last = std::find_if(pairs_.rbegin(), pairs_.rend(),
                                   [&](const ReportPair& p) { return p.same_day == same_day; });
    last->more = true;
    return false;
  }

  std::span<const std::vector<Instance>* const> reports_;
  std::vector<Entry> entries_;       ///< by period
  std::vector<std::size_t> begins_;  ///< where each period begins among them
  std::vector<ReportPair> pairs_;
  std::size_t of_longer_ = 0;          ///< where those of the report at hand begin
  std::array<std::size_t, 2> told_{};  ///< of them: due before its part, due on one day
};

}  // namespace

std::vector<ReportPair> report_pairs(std::span<const std::vector<Instance>* const> reports) {
  return reports.size() < 2 ? std::vector<ReportPair>{} : Pairs(reports).run();
}

}  // namespace kehoach::detail
