// SPDX-License-Identifier: BSL-1.0
// Phrases as Python objects. Places in the text are those of Python's str, not bytes.
#include "module.hpp"
#include "records.hpp"

namespace kehoach::python {
namespace {

struct ReadPhrase {
  Phrase phrase;
  std::uint32_t begin = 0;  // characters
  std::uint32_t end = 0;
};

// How many characters begin before each byte.
std::vector<std::uint32_t> characters_before(const std::string& text) {
  std::vector<std::uint32_t> before{0};
  before.reserve(text.size() + 1);
  for (const char byte : text) {
    before.push_back(before.back() + ((static_cast<unsigned char>(byte) & 0xC0) != 0x80));
  }
  return before;
}

std::vector<ReadPhrase> read(const std::string& text, Date issued, int plan_year, bool regulation) {
  return without_gil([&] {
    PhraseContext context;
    context.issued = issued;
    context.plan_year = plan_year;
    context.regulation = regulation;
    std::vector<Phrase> phrases = read_phrases(text, context).value();
    const std::vector<std::uint32_t> before = characters_before(text);
    std::vector<ReadPhrase> out;
    for (Phrase& phrase : phrases) {
      const std::uint32_t begin = before[phrase.begin];
      const std::uint32_t end = before[phrase.end];
      out.push_back({std::move(phrase), begin, end});
    }
    return out;
  });
}

template <class Member>
auto of_phrase(Member Phrase::*member) {
  return [member](const ReadPhrase& p) { return p.phrase.*member; };
}

py::object recurrence(const ReadPhrase& p) {
  const bool said = p.phrase.names_period || p.phrase.rule.kind == DeadlineKind::recurring;
  return said ? py::object(recurrence_to(p.phrase.rule.recurrence)) : py::none();
}

py::object window_day(const WindowDay& day) {
  return day.day == 0 ? py::object(py::none()) : py::cast(day);
}

void bind_parts(py::module_& module) {
  Record<Inference>(module, "Inference", "What the words leave out, and where it was taken from.")
      .field("what", &Inference::what)
      .field("taken_from", &Inference::from)
      .field("value", &Inference::value)
      .done();
  Record<Frequency>(module, "Frequency", "`times` in every `every` units; 0 times: no count.")
      .field("times", &Frequency::times)
      .field("every", &Frequency::every)
      .field("unit", &Frequency::unit)
      .field("at_least", &Frequency::at_least)
      .done();
  Record<WindowDay>(module, "WindowDay", "One edge of a data window, relative to its period.")
      .field("day", &WindowDay::day)
      .field("month", &WindowDay::month)
      .field("shift", &WindowDay::shift)
      .done();
}

}  // namespace

void bind_phrases(py::module_& module) {
  bind_parts(module);
  Record<ReadPhrase>(module, "Phrase", "A statement of time, and the rule it says.")
      .computed("kind", of_phrase(&Phrase::kind))
      .field("begin", &ReadPhrase::begin)
      .field("end", &ReadPhrase::end)
      .computed("rule", [](const ReadPhrase& p) { return rule_to(p.phrase.rule); })
      .computed("recurrence", recurrence)
      .computed("incomplete", of_phrase(&Phrase::incomplete))
      .computed("alternative", of_phrase(&Phrase::alternative))
      .computed("any_period", of_phrase(&Phrase::any_period))
      .computed("after_period", of_phrase(&Phrase::after_period))
      .computed("minute",
                [](const ReadPhrase& p) {
                  return p.phrase.minute < 0 ? std::optional<int>() : p.phrase.minute;
                })
      .computed("exclusive_minute", of_phrase(&Phrase::exclusive_minute))
      .computed("horizon", of_phrase(&Phrase::horizon))
      .computed("suggested", of_phrase(&Phrase::suggested))
      .computed("frequency",
                [](const ReadPhrase& p) {
                  const Frequency& f = p.phrase.frequency;
                  return f.every == 0 ? std::optional<Frequency>() : f;
                })
      .computed("window_month", of_phrase(&Phrase::window_month))
      .computed("window_first",
                [](const ReadPhrase& p) { return window_day(p.phrase.window_first); })
      .computed("window_last", [](const ReadPhrase& p) { return window_day(p.phrase.window_last); })
      .computed("inferred", of_phrase(&Phrase::inferred))
      .done();
  module.def(
      "read_phrases", &read, py::arg("text"), py::kw_only(), py::arg("issued") = py::none(),
      py::arg("plan_year") = 0, py::arg("regulation") = false,
      "Every statement of time in the text, in order; NotUnderstoodError where there is none "
      "that can be read without guessing. `issued` is the day of the paper, `plan_year` the "
      "year its days without one fall in.");
}

}  // namespace kehoach::python
