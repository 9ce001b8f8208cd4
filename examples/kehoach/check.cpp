// SPDX-License-Identifier: BSL-1.0
// What is wrong or suspicious in the plans themselves. Exit code 1 if anything is an error.
#include <algorithm>

#include "commands.hpp"
#include "display.hpp"
#include "json_line.hpp"
#include "plans.hpp"

namespace program {
namespace {

using kehoach::Finding;
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
  const std::string place = plans.place(finding.document, finding.path);
  const bool said = text.find(plans.document(finding.document)) != std::string::npos &&
                    text.find(finding.path) != std::string::npos;
  if (!place.empty() && !said) text += " (" + place + ")";
  if (!finding.source.empty()) text += " [" + finding.source + "]";
  return paragraph("  - ", text);
}

std::string section(const Plans& plans, Severity severity, const kehoach::Text& head,
                    const std::vector<Finding>& findings) {
  std::string out;
  int count = 0;
  for (const Finding& finding : findings) {
    if (finding.severity != severity) continue;
    out += one(plans, finding);
    ++count;
  }
  return count == 0 ? "" : plans.say(head) + " (" + std::to_string(count) + "):\n" + out + '\n';
}

std::string people(const Plans& plans, const std::vector<Finding>& findings) {
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

}  // namespace

Outcome check(const Arguments& arguments) {
  const Plans plans(arguments);
  const kehoach::Evaluation evaluation = plans.evaluate();
  const std::vector<Finding>& findings = evaluation.findings();
  Outcome outcome;
  outcome.exit_code = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.severity == Severity::error;
  });
  if (!arguments.json)
    outcome.text = people(plans, findings);
  else
    for (const Finding& finding : findings) outcome.text += json(plans, finding);
  return outcome;
}

}  // namespace program
