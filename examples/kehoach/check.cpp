// SPDX-License-Identifier: BSL-1.0
// What is wrong or suspicious in the plans themselves. Exit code 1 if anything is as bad as the host
// asked with --fail-on, an error if it did not.
#include <algorithm>

#include "commands.hpp"
#include "display.hpp"
#include "json_line.hpp"
#include "plans.hpp"

namespace program {
namespace {

using kehoach::Finding;
using kehoach::FindingList;
using kehoach::Severity;

std::string json(const Plans& plans, const Finding& finding) {
  JsonLine line;
  line.add("severity", kehoach::name(finding.severity)).add("code", kehoach::name(finding.code));
  line.add("key", finding.item.id ? plans.key(finding.item) : "");
  line.add("document", finding.document ? plans.key(finding.document) : "");
  line.add("path", finding.path).add("date", finding.date);
  line.add("message", plans.say(finding.message)).add("source", finding.source);
  return line.text();
}

std::string one(const Plans& plans, const Finding& finding) {
  std::string text = plans.say(finding.message);
  const bool is_place = finding.item == kehoach::Item(finding.document);  // said by its name
  const std::string place = is_place ? "" : plans.place(finding.document, finding.path);
  if (!place.empty()) text += " (" + place + ")";
  if (!finding.source.empty()) text += " [" + finding.source + "]";
  return paragraph("  - ", text);
}

std::string section(const Plans& plans, Severity severity, const kehoach::Text& head,
                    const FindingList& findings) {
  std::string out;
  int count = 0;
  for (const Finding& finding : findings) {
    if (finding.severity != severity) continue;
    out += one(plans, finding);
    ++count;
  }
  return count == 0 ? "" : plans.say(head) + " (" + std::to_string(count) + "):\n" + out + '\n';
}

std::string people(const Plans& plans, const FindingList& findings) {
  std::string out =
      plans.title({"Điều cần xem lại trong các kế hoạch", "What to look at in the plans"});
  if (findings.empty())
    return out +
           plans.say({"Không thấy điều gì sai hoặc đáng ngờ.\n", "Nothing wrong was found.\n"});
  out += section(plans, Severity::error, {"Lỗi", "Errors"}, findings);
  out += section(plans, Severity::warning, {"Đáng ngờ", "Warnings"}, findings);
  out += section(plans, Severity::note, {"Ghi chú", "Notes"}, findings);
  out.pop_back();
  return out;
}

/// "impossible_date    error    thời hạn rơi vào ngày không tồn tại"
std::string codes(const Arguments& arguments) {
  std::string out;
  for (const kehoach::FindingInfo& info : kehoach::finding_codes()) {
    const std::string meaning = arguments.say({info.vi, info.en});
    if (arguments.json) {
      JsonLine line;
      line.add("number", std::int64_t(info.code)).add("code", info.name);
      line.add("severity", kehoach::name(info.severity)).add("meaning", meaning);
      line.add("source", info.source);
      out += line.text();
      continue;
    }
    out += paragraph("", std::string(info.name) + " (" + kehoach::name(info.severity) +
                             "): " + meaning +
                             (*info.source != 0 ? " [" + std::string(info.source) + "]" : ""));
  }
  return out;
}

/// The twelve months from the one asked about on.
std::string burden(const Plans& plans, const Arguments& arguments,
                   const kehoach::Evaluation& evaluation) {
  const kehoach::YearMonthDay today = kehoach::ymd(arguments.day());
  const kehoach::Date from = kehoach::day(today.year, today.month, 1).value();
  const auto months = evaluation.burden(from, from + kehoach::Days{364}).value();
  std::string out = arguments.json ? ""
                                   : plans.title({"Số báo cáo mỗi đơn vị phải gửi từng tháng",
                                                  "Reports each office owes, by month"});
  if (months.empty() && !arguments.json)
    out += plans.say({"Không đơn vị nào phải gửi báo cáo có ngày tính được.\n",
                      "No office owes a report whose day can be computed.\n"});
  for (const kehoach::Burden& month : months) {
    const kehoach::YearMonthDay d = kehoach::ymd(month.month);
    if (arguments.json) {
      JsonLine line;
      line.add("unit", plans.key(month.unit)).add("month", month.month);
      line.add("reports", std::int64_t{month.reports});
      line.add("mergeable", std::int64_t{month.mergeable});
      out += line.text();
      continue;
    }
    const std::string when = std::to_string(d.month) + "/" + std::to_string(d.year);
    std::string text = plans.label(month.unit) + ", " + when + ": " + std::to_string(month.reports);
    if (month.mergeable > 0)
      text +=
          plans.say({", gộp được thì bớt ", ", merging saves "}) + std::to_string(month.mergeable);
    out += paragraph("  - ", text);
  }
  return out;
}

}  // namespace

Outcome check(const Arguments& arguments) {
  if (arguments.codes) return {codes(arguments)};
  const Plans plans(arguments);
  const kehoach::Evaluation evaluation = plans.evaluate();
  if (arguments.burden) return {burden(plans, arguments, evaluation)};
  const FindingList& findings = evaluation.findings();
  Outcome outcome;
  outcome.exit_code = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return arguments.fail_on && finding.severity >= *arguments.fail_on;
  });
  if (!arguments.json)
    outcome.text = people(plans, findings);
  else
    for (const Finding& finding : findings) outcome.text += json(plans, finding);
  return outcome;
}

}  // namespace program
