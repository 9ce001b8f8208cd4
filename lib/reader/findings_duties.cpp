// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <set>

#include "reader/findings.hpp"

namespace kehoach::detail {
namespace {

std::set<std::string> keys(const std::vector<std::string>& names) {
  std::set<std::string> out;
  for (const std::string& name : names) out.insert(folded(name));
  return out;
}

/// Lines of an item's label lines, else of the item.
std::vector<std::size_t> label_lines(const Evidence& e, const FoundTask& found) {
  std::vector<std::size_t> lines;
  for (std::uint32_t b : e.outline.nodes[found.node].labels) {
    const std::string_view kind = e.source.value(e.source.blocks[b].body.begin, Kind::label);
    if (kind == "lead" || kind == "support")
      lines.push_back(e.source.page.line_number(e.source.blocks[b].tokens.begin));
  }
  if (lines.empty()) lines.push_back(found.task.place.line);
  return lines;
}

void leads(const Evidence& e, FindingList& out) {
  const auto equal = [](const ReadTask& task) {
    return !task.lead.empty() && keys(task.lead) == keys(task.support);
  };
  for (const FoundTask& found : e.tasks.found) {
    if (equal(found.task))
      out.add("lead_equals_support", "Đơn vị chủ trì cũng là đơn vị phối hợp: " + found.task.path,
              label_lines(e, found));
  }
  for (const ReadTask& task : e.tables.tasks) {
    if (equal(task))
      out.add("lead_equals_support", "Đơn vị chủ trì cũng là đơn vị phối hợp: " + task.path,
              {task.place.line});
  }
}

void deadlines(const Evidence& e, FindingList& out) {
  const Date issued = e.head.document.issued;
  std::size_t with = 0;
  for (const ReadTask& task : e.all_tasks) {
    with += task.deadline.kind != "none";
    if (issued == no_date || task.deadline.end == no_date) continue;
    const YearMonthDay end = ymd(task.deadline.end);
    const YearMonthDay day = ymd(issued);
    if (task.deadline.end < issued) {
      out.add("deadline_before_issue", "Thời hạn trước ngày ban hành: " + task.path,
              {task.place.line});
    } else if ((end.year == day.year && end.month == day.month) ||
               (task.deadline.end - issued).count() <= 15) {
      out.add("deadline_close_to_issue", "Thời hạn sát ngày ban hành: " + task.path,
              {task.place.line});
    }
  }
  if (e.all_tasks.size() >= 4 && with * 5 < e.all_tasks.size())
    out.add("no_deadlines", "Hầu hết nhiệm vụ không có thời hạn", {});
  if (with * 2 <= e.all_tasks.size() || e.all_tasks.size() < 3) return;
  for (const ReadTask& task : e.all_tasks) {
    if (task.deadline.kind == "none" && task.deadline.raw.empty())
      out.add("missing_deadline", "Nhiệm vụ không có thời hạn: " + task.path, {task.place.line});
  }
}

void missing_years(const Evidence& e, FindingList& out) {
  for (std::uint32_t line : e.deadlines.without_year())
    out.add("missing_year", "Ngày, tháng không có năm", {line});
  std::size_t last = 0;
  for (const FoundReport& found : e.reports) {
    if (!found.year_missing || found.report.place.line == last) continue;
    last = found.report.place.line;
    out.add("missing_year", "Ngày báo cáo không có năm", {last});
  }
}

int length_of(const std::string& period) {
  static constexpr std::string_view order[] = {"daily",     "weekly",      "monthly", "quarterly",
                                               "half_year", "nine_months", "yearly"};
  for (std::size_t i = 0; i < std::size(order); ++i) {
    if (order[i] == period) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::vector<std::size_t> clause_lines(const Evidence& e, const FoundReport& found) {
  return {e.source.page.line_number(found.clause.begin),
          e.source.page.line_number(found.clause.end - 1)};
}

/// Two periods of one duty: the longer due first, or both on one day.
void report_pair(const Evidence& e, const FoundReport& shorter, const FoundReport& longer,
                 FindingList& out) {
  const auto& a = shorter.report.due_dates;
  const auto& b = longer.report.due_dates;
  if (a.empty() || b.empty()) return;
  if (longer.report.period == "yearly" && b.back() < a.back() &&
      ymd(a.back()).year == ymd(b.back()).year) {
    out.add("report_order", "Báo cáo năm đến hạn trước kỳ cuối của báo cáo ngắn hơn",
            clause_lines(e, longer));
  }
  for (Date day : b) {
    if (std::binary_search(a.begin(), a.end(), day)) {
      out.add("reports_coincide", "Hai kỳ báo cáo đến hạn cùng ngày " + to_vietnamese(day),
              clause_lines(e, longer));
    }
  }
}

void reports(const Evidence& e, FindingList& out) {
  if (e.reports.empty()) out.add("no_reporting_duty", "Không đơn vị nào phải báo cáo", {});
  for (std::size_t i = 0; i < e.reports.size(); ++i) {
    const FoundReport& found = e.reports[i];
    const ReadReport& report = found.report;
    if (report.from.empty())
      out.add("report_sender_missing", "Không nêu đơn vị báo cáo", {report.place.line});
    if (found.before_period_end)
      out.add("report_before_period_end", "Báo cáo đến hạn khi kỳ báo cáo chưa hết",
              {report.place.line});
    if (found.first_past && found.report.period != "monthly" && e.head.document.issued != no_date) {
      out.add("first_period_already_past", "Kỳ báo cáo đầu tiên đến hạn trước ngày ban hành",
              {report.place.line});
    }
    // Reports of one clause stand together; looking a few ahead keeps this linear.
    for (std::size_t k = i + 1; k < e.reports.size() && k < i + 8; ++k) {
      const FoundReport& other = e.reports[k];
      if (other.clause.begin != found.clause.begin) break;
      const int here = length_of(report.period);
      const int there = length_of(other.report.period);
      if (here != 0 && there > here) report_pair(e, found, other, out);
      if (there != 0 && here > there) report_pair(e, other, found, out);
    }
  }
}

void targets(const Evidence& e, FindingList& out) {
  for (const FoundTarget& found : e.targets) {
    if (found.contradictory)
      out.add("contradictory_bound", "Từ chỉ mức mâu thuẫn với trị số: " + found.target.raw,
              {found.target.place.line});
    if (found.baseline_unstated)
      out.add("unstated_baseline", "Mức thay đổi không nêu mốc so sánh: " + found.target.raw,
              {found.target.place.line});
  }
}

}  // namespace

void check_duties(const Evidence& e, FindingList& out) {
  leads(e, out);
  deadlines(e, out);
  missing_years(e, out);
  reports(e, out);
  targets(e, out);
}

}  // namespace kehoach::detail
