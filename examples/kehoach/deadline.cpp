// SPDX-License-Identifier: BSL-1.0
// Vietnamese words about time, and the day they mean in a paper issued on a given day.
#include <kehoach/deadline.hpp>
#include <kehoach/phrase.hpp>

#include "commands.hpp"
#include "display.hpp"
#include "json_line.hpp"

namespace program {
namespace {

using kehoach::Date;
using kehoach::Days;
using kehoach::Deadline;
using kehoach::DeadlineKind;
using kehoach::Phrase;

/// A phrase and what comes of it on the public sector's calendar.
struct Answer {
  Phrase phrase;
  std::string words;  ///< of the input
  Deadline deadline;
  std::vector<kehoach::Instance> next;  ///< of what recurs: those due within a year
};

Answer answer(const Phrase& phrase, const std::string& text, Date on) {
  const kehoach::Calendar calendar = kehoach::vietnam_public_sector();
  kehoach::DeadlineContext context;
  context.issued = on;
  context.as_of = on;
  Answer out{phrase, text.substr(phrase.begin, phrase.end - phrase.begin), {}, {}};
  out.deadline = kehoach::resolve(phrase.rule, calendar, {}, context).value();
  if (phrase.rule.kind == DeadlineKind::recurring)
    out.next = kehoach::instances(phrase.rule.recurrence, on, on + Days(365), calendar, {}).value();
  return out;
}

std::string step(const Arguments& arguments, const kehoach::DeadlineStep& step) {
  std::string text = arguments.say(step.text);
  if (!step.source.empty()) text += " [" + arguments.source(step.source) + "]";
  return paragraph("  - ", text);
}

std::string instance(const Arguments& arguments, const kehoach::Instance& each,
                     kehoach::Period period) {
  std::string text = arguments.say(kehoach::describe(each, period)) + ": ";
  const Date due = each.rolled != kehoach::no_date ? each.rolled : each.last_valid;
  if (each.impossible)
    text += arguments.say({"ngày này không có thật", "this day does not exist"});
  else if (due == kehoach::no_date)
    text += arguments.say({"không nêu ngày", "no day stated"});
  else
    text += arguments.date(due);
  if (due != each.last_valid)
    text += arguments.say({", thay ngày nghỉ ", ", for the day off "}) +
            arguments.date(each.last_valid);
  return paragraph("  - ", text);
}

std::string people(const Arguments& arguments, const Answer& answer) {
  const Deadline& deadline = answer.deadline;
  std::string out = "\"" + answer.words + "\"\n";
  const std::string rule = arguments.say(kehoach::describe(answer.phrase.rule));
  if (!rule.empty()) out += paragraph("  ", arguments.say({"Quy tắc: ", "Rule: "}) + rule);
  if (!answer.next.empty()) {
    out += arguments.say({"  Các kỳ trong một năm tới:\n", "  Within a year:\n"});
    for (const kehoach::Instance& each : answer.next)
      out += instance(arguments, each, answer.phrase.rule.recurrence.period);
    return out;
  }
  if (deadline.due() != kehoach::no_date)
    out += arguments.say({"  Ngày quyết định đúng hạn hay quá hạn: ", "  The day that decides: "}) +
           arguments.date(deadline.due()) + "\n";
  else
    out += arguments.say({"  Không có ngày nào tính được từ câu chữ này.\n",
                          "  No day follows from these words.\n"});
  if (deadline.suggested != kehoach::no_date)
    out += arguments.say({"  Có thể muốn nói: ", "  Perhaps meant: "}) +
           arguments.date(deadline.suggested) + "\n";
  for (const kehoach::DeadlineStep& each : deadline.steps) out += step(arguments, each);
  return out;
}

std::string json(const Answer& answer) {
  const Phrase& phrase = answer.phrase;
  JsonLine line;
  line.add("kind", kehoach::name(phrase.kind)).add("words", answer.words);
  line.add("begin", std::int64_t{phrase.begin}).add("end", std::int64_t{phrase.end});
  line.add("rule", kehoach::describe(phrase.rule).vi).add("incomplete", phrase.incomplete);
  line.add("first", answer.deadline.first).add("written", answer.deadline.written);
  line.add("last_valid", answer.deadline.last_valid).add("due", answer.deadline.due());
  line.add("suggested", answer.deadline.suggested);
  std::vector<std::string> next;
  for (const kehoach::Instance& each : answer.next)
    next.push_back(
        kehoach::to_string(each.rolled != kehoach::no_date ? each.rolled : each.last_valid));
  line.add("next", next);
  return line.text();
}

}  // namespace

Outcome deadline(const Arguments& arguments) {
  if (arguments.operands.size() != 1)
    throw Complaint(arguments.say({"\"deadline\" cần đúng một cụm từ trong ngoặc kép",
                                   "\"deadline\" needs exactly one phrase in quotation marks"}));
  if (arguments.on == kehoach::no_date)
    throw Complaint(
        arguments.say({"\"deadline\" cần ngày ban hành của văn bản: --on NĂM-THÁNG-NGÀY",
                       "\"deadline\" needs the paper's day of issue: --on YYYY-MM-DD"}));
  const std::string& text = arguments.operands.front();
  kehoach::PhraseContext context;
  context.issued = arguments.on;
  const auto phrases = kehoach::read_phrases(text, context);
  if (!phrases.ok()) throw Complaint(phrases.error().message);
  Outcome outcome;
  for (const Phrase& phrase : *phrases) {
    const Answer each = answer(phrase, text, arguments.on);
    outcome.text += arguments.json ? json(each) : people(arguments, each);
  }
  return outcome;
}

}  // namespace program
