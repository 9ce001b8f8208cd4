// SPDX-License-Identifier: BSL-1.0
// Vietnamese words about time, and the day they mean in a paper issued on a given day.
#include <algorithm>

#include <kehoach/deadline.hpp>
#include <kehoach/phrase.hpp>

#include "commands.hpp"
#include "display.hpp"
#include "json_line.hpp"
#include "phrase_words.hpp"

namespace program {
namespace {

using kehoach::Calendar;
using kehoach::Date;
using kehoach::Days;
using kehoach::Deadline;
using kehoach::DeadlineKind;
using kehoach::Phrase;
using kehoach::Text;

/// A phrase and what comes of it on the public sector's calendar.
struct Answer {
  Phrase phrase;
  std::string words;  ///< of the input
  Deadline deadline;
  std::vector<kehoach::Instance> next;  ///< of what recurs: those due within a year
  Text fault;                           ///< why no day could be told; empty if none
};

/// A day that the calendar does not have is no reason to be silent about the other phrases.
Text beyond(const Calendar& calendar) {
  return {"lịch làm việc chỉ có từ " + kehoach::to_vietnamese(calendar.first()) + " đến " +
              kehoach::to_vietnamese(calendar.last()) + ", nên không tính được ngày",
          "the calendar of working days reaches from " + kehoach::to_string(calendar.first()) +
              " to " + kehoach::to_string(calendar.last()) + ", so no day can be told"};
}

Answer answer(const Phrase& phrase, const std::string& text, Date on, const Calendar& calendar) {
  Answer out{phrase, text.substr(phrase.begin, phrase.end - phrase.begin), {}, {}, {}};
  const auto deadline = kehoach::resolve(phrase.rule, calendar, {}, {on, kehoach::no_date, on});
  if (!deadline.ok()) {
    out.fault = beyond(calendar);
    return out;
  }
  out.deadline = *deadline;
  if (phrase.rule.kind != DeadlineKind::recurring) return out;
  const Date until = std::min(on + Days(365), calendar.last() - Days(62));
  auto next = kehoach::instances(phrase.rule.recurrence, on, until, calendar, {});
  if (next.ok()) out.next = *std::move(next);
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

/// The words, what they are, and all that was read besides the rule.
std::string heading(const Arguments& arguments, const Answer& answer) {
  const Phrase& phrase = answer.phrase;
  std::string out = "\"" + answer.words + "\"\n";
  const std::string rule = arguments.say(kehoach::describe(phrase.rule));
  out +=
      paragraph("  ", arguments.say({"Loại: ", "Kind: "}) + arguments.say(kind_words(phrase.kind)));
  const bool beyond = phrase.rule.term > kehoach::longest_term;  // the note says so
  if (!rule.empty() && !beyond)
    out += paragraph("  ", arguments.say({"Quy tắc: ", "Rule: "}) + rule);
  for (const kehoach::Inference& each : phrase.inferred)
    out += paragraph(
        "  ", arguments.say({"Suy ra: ", "Inferred: "}) + arguments.say(inference_words(each)));
  for (const Text& note : notes(phrase))
    out += paragraph("  ", arguments.say({"Lưu ý: ", "Note: "}) + arguments.say(note));
  return out;
}

std::string people(const Arguments& arguments, const Answer& answer) {
  const Deadline& deadline = answer.deadline;
  std::string out = heading(arguments, answer);
  if (!answer.fault.vi.empty())
    return out +
           paragraph("  ", arguments.say({"Lưu ý: ", "Note: "}) + arguments.say(answer.fault));
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

std::string json(const Arguments& arguments, const Answer& answer) {
  const Phrase& phrase = answer.phrase;
  JsonLine line;
  line.add("kind", kehoach::name(phrase.kind)).add("words", answer.words);
  line.add("begin", std::int64_t{phrase.begin}).add("end", std::int64_t{phrase.end});
  line.add("rule", arguments.say(kehoach::describe(phrase.rule)));
  line.add("incomplete", phrase.incomplete);
  line.add("first", answer.deadline.first).add("written", answer.deadline.written);
  line.add("last_valid", answer.deadline.last_valid).add("due", answer.deadline.due());
  line.add("suggested", answer.deadline.suggested).add("horizon", phrase.horizon);
  line.add("minute", std::int64_t{phrase.minute});
  std::vector<std::string> inferred, notes, steps, next;
  for (const kehoach::Inference& each : phrase.inferred)
    inferred.push_back(arguments.say(inference_words(each)));
  for (const Text& each : program::notes(phrase)) notes.push_back(arguments.say(each));
  for (const kehoach::DeadlineStep& each : answer.deadline.steps) steps.push_back(each.rule);
  for (const kehoach::Instance& each : answer.next)
    next.push_back(
        kehoach::to_string(each.rolled != kehoach::no_date ? each.rolled : each.last_valid));
  line.add("inferred", inferred).add("notes", notes).add("steps", steps).add("next", next);
  line.add("fault", arguments.say(answer.fault));
  return line.text();
}

Calendar chosen(const Arguments& arguments) {
  if (arguments.known_on == kehoach::no_date) return kehoach::vietnam_public_sector();
  return kehoach::vietnam_public_sector(arguments.known_on);
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
  if (!phrases.ok())
    throw Complaint(arguments.say({"không có câu chữ nào về thời hạn mà đọc được không phải đoán",
                                   "no statement of time that can be read without guessing"}));
  const Calendar calendar = chosen(arguments);
  Outcome outcome;
  for (const Phrase& phrase : *phrases) {
    const Answer each = answer(phrase, text, arguments.on, calendar);
    outcome.text += arguments.json ? json(arguments, each) : people(arguments, each);
  }
  return outcome;
}

}  // namespace program
