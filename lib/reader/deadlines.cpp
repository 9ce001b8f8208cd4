// SPDX-License-Identifier: BSL-1.0
#include "reader/deadlines.hpp"

#include <algorithm>

namespace kehoach::detail {
namespace {

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool dated(PhraseKind kind) {
  return kind == PhraseKind::by || kind == PhraseKind::before || kind == PhraseKind::point ||
         kind == PhraseKind::period || kind == PhraseKind::milestone ||
         kind == PhraseKind::open_until || kind == PhraseKind::horizon;
}

std::string frequency_word(const Frequency& frequency) {
  if (frequency.every == 0) return {};
  switch (frequency.unit) {
    case TermUnit::day:
    case TermUnit::working_day: return "daily";
    case TermUnit::week: return "weekly";
    case TermUnit::month:
      return frequency.every == 1    ? "monthly"
             : frequency.every == 3  ? "quarterly"
             : frequency.every == 6  ? "half_year"
             : frequency.every == 9  ? "nine_months"
             : frequency.every == 12 ? "yearly"
                                     : "unspecified";
    case TermUnit::year: return frequency.every == 1 ? "yearly" : "unspecified";
  }
  return {};
}

/// The part of a text in which a phrase stands, cut at full stops and semicolons.
struct Clause {
  static constexpr std::size_t window =
      600;  ///< bytes looked at on either side; keeps long text linear

  std::string before;  ///< folded, up to the phrase
  std::string words;   ///< folded, the phrase
  std::string after;   ///< folded, up to the end of the clause

  Clause(std::string_view text, const Phrase& phrase) {
    std::size_t from = bracket_around(text, phrase.begin);
    while (from > 0 && !cut(text, from - 1) && phrase.begin - from < window) --from;
    while (from < phrase.begin && (text[from] & 0xC0) == 0x80) ++from;
    std::size_t to = std::min<std::size_t>(phrase.end, text.size());
    while (to < text.size() && !cut(text, to) && to - phrase.end < window) ++to;
    before = folded(text.substr(from, phrase.begin - from));  // with the opening bracket, if any
    words = folded(text.substr(phrase.begin, phrase.end - phrase.begin));
    after = folded(text.substr(std::min<std::size_t>(phrase.end, text.size()), to - phrase.end));
    while (!before.empty() && before.back() == ' ') before.pop_back();
    while (!after.empty() && after.front() == ' ') after.erase(0, 1);
  }

  /// The bracket that is open at `at`, else `at`: what it holds belongs to the words before it.
  static std::size_t bracket_around(std::string_view text, std::size_t at) {
    int depth = 0;
    for (std::size_t i = at; i-- > 0 && at - i < window;) {
      if (text[i] == ')') ++depth;
      if (text[i] == '(' && depth-- == 0) return i;
    }
    return at;
  }

  static bool cut(std::string_view text, std::size_t at) {
    return text[at] == ';' || (text[at] == '.' && (at + 1 >= text.size() || text[at + 1] == ' ' ||
                                                   text[at + 1] == '/'));
  }

  bool begins_sentence() const { return before.empty() || ends_with(before, ":"); }
  bool begins_clause() const {
    return begins_sentence() || ends_with(before, ",") || ends_with(before, "(");
  }
  bool ends_sentence() const {
    return after.empty() || after == ")" || after == "." || after == "./";
  }

  /// "hoàn thành", "xong" a few words in front.
  bool completes() const {
    const std::size_t nearest = before.size() > 48 ? before.size() - 48 : 0;
    for (std::string_view word :
         {"hoàn thành", "xong", "kết thúc", "thời gian", "thời hạn", "tiến độ", "dự kiến"}) {
      const std::size_t at = before.rfind(word);
      if (at != std::string::npos && at >= nearest && before.find(',', at) == std::string::npos)
        return true;
    }
    return starts_with(words, "hoàn thành");
  }

  bool reports() const {
    return words.find("báo cáo") != std::string::npos ||
           before.find("báo cáo") != std::string::npos ||
           after.find("báo cáo") != std::string::npos;
  }

  bool bounded() const {
    for (std::string_view word : {"trước", "chậm nhất", "đến hết", "hết ", "không quá", "muộn nhất",
                                  "trong vòng", "trong thời hạn", "hạn cuối"}) {
      if (starts_with(words, word)) return true;
    }
    return false;
  }
};

/// Does the text hold one clause only?
bool single_sentence(std::string_view text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] == ';' || (text[i] == '.' && text[i + 1] == ' ')) return false;
  }
  return true;
}

}  // namespace

std::string period_word(Period period) {
  switch (period) {
    case Period::week: return "weekly";
    case Period::month: return "monthly";
    case Period::quarter: return "quarterly";
    case Period::half_year: return "half_year";
    case Period::nine_months: return "nine_months";
    case Period::year: return "yearly";
  }
  return "unspecified";
}

PhraseContext DeadlineReader::context() const {
  PhraseContext context;
  context.issued = issued_;
  context.plan_year = plan_year_;
  return context;
}

void DeadlineReader::note(const Phrase& phrase, Range r) {
  if (phrase.rule.kind == DeadlineKind::impossible) {
    impossible_.push_back({source_.page.line_number(r.begin), phrase.rule.text});
  }
  for (const Inference& inferred : phrase.inferred) {
    const bool guessed =
        inferred.what == Inference::What::year && (inferred.from == Inference::From::plan_year ||
                                                   inferred.from == Inference::From::issue_date);
    if (guessed && phrase.rule.kind == DeadlineKind::by_date)
      without_year_.push_back(source_.page.line_number(r.begin));
  }
}

ReadDeadline DeadlineReader::of_label(Range r) {
  ReadDeadline deadline;
  deadline.raw = source_.page.words(r);
  const auto phrases = read_phrases(deadline.raw, context());
  if (!phrases.ok()) return deadline;
  const std::string raw = deadline.raw;
  deadline = combined(phrases.value(), deadline.raw, r);
  deadline.raw = raw;
  return deadline;
}

/// Without one of these words no text limits anything; most do not, and the grammar need not see them.
bool DeadlineReader::may_speak_of_time(Range r) const {
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    if (source_.number(t) || source_.cue(t, Cue::day) || source_.cue(t, Cue::month) ||
        source_.cue(t, Cue::year))
      return true;
    const std::string_view low = source_.low(t);
    if (low == "quý" || low == "tuần" || low == "kỳ") return true;
  }
  return false;
}

ReadDeadline DeadlineReader::in_text(Range r) {
  if (!may_speak_of_time(r)) return {};
  const std::string text = source_.page.words(r);
  const auto phrases = read_phrases(text, context());
  if (!phrases.ok()) return {};
  std::vector<Phrase> kept;
  for (const Phrase& phrase : phrases.value()) {
    if (is_deadline(phrase, text)) kept.push_back(phrase);
  }
  if (kept.empty()) return of_completion(r);
  ReadDeadline deadline = combined(kept, text, r);
  if (deadline.kind == "none") return {};
  deadline.raw = text.substr(kept.front().begin, kept.back().end - kept.front().begin);
  return deadline;
}

/// "… hoàn thành trong năm 2025": only the words behind the completion are asked.
ReadDeadline DeadlineReader::of_completion(Range r) {
  for (std::uint32_t t = r.begin; t + 1 < r.end; ++t) {
    if (!source_.low_is(t, "hoàn") || !source_.low_is(t + 1, "thành")) continue;
    std::uint32_t end = t + 2;
    while (end < r.end && !source_.sign(end, ",;()") && end < t + 16) ++end;
    const std::string text = source_.page.words({t + 2, end});
    if (folded(text).find("báo cáo") != std::string::npos) continue;
    const auto phrases = read_phrases(text, context());
    if (!phrases.ok() || phrases.value().front().begin > 2 || !dated(phrases.value().front().kind))
      continue;
    ReadDeadline deadline = combined({phrases.value().front()}, text, r);
    if (deadline.kind == "none") continue;
    deadline.raw =
        source_.page.words({t, t + 2}) + " " + text.substr(0, phrases.value().front().end);
    return deadline;
  }
  return {};
}

/// Which words of running text limit the work, and do not belong to a name, a topic or a report.
bool DeadlineReader::is_deadline(const Phrase& phrase, const std::string& text) const {
  const Clause clause(text, phrase);
  const bool alone = single_sentence(text);
  if (clause.reports())
    return alone && phrase.kind == PhraseKind::before && phrase.inferred.empty() &&
           !phrase.names_period;
  switch (phrase.kind) {
    case PhraseKind::before: return true;
    case PhraseKind::by:
    case PhraseKind::point:
      return clause.bounded() || clause.completes() ||
             (starts_with(clause.words, "vào ngày") && clause.ends_sentence());
    case PhraseKind::period:
      if (clause.completes() || clause.begins_sentence() || starts_with(clause.words, "từ ngày"))
        return true;
      return clause.ends_sentence() && starts_with(clause.words, "trong") &&
             (clause.words.find("quý") != std::string::npos ||
              clause.words.find("tháng") != std::string::npos ||
              starts_with(clause.words, "trong năm 20") ||
              starts_with(clause.words, "trong giai đoạn"));
    case PhraseKind::frequency:
      if (alone && clause.ends_sentence() && !starts_with(clause.words, "ít nhất")) return true;
      [[fallthrough]];
    case PhraseKind::recurring:
      // "… ngày 25 hằng tháng", "… hằng tuần" limit the work; "hằng năm" mostly belongs to a noun.
      if (alone && clause.ends_sentence() &&
          (phrase.rule.recurrence.due != DueIn::none ||
           phrase.rule.recurrence.period == Period::week))
        return true;
      [[fallthrough]];
    case PhraseKind::event_day:
      return clause.begins_sentence() || starts_with(clause.words, "định kỳ");
    case PhraseKind::open_from: return clause.begins_sentence();
    case PhraseKind::milestone: return clause.completes();
    case PhraseKind::open_until:
    case PhraseKind::horizon:
      return clause.begins_sentence() || clause.completes() ||
             (clause.begins_clause() && starts_with(clause.words, "đến"));
    case PhraseKind::after_event:
      return clause.bounded() || clause.completes() || starts_with(clause.words, "trong");
    default: return false;
  }
}

/// Several stages make one span; one phrase is itself.
ReadDeadline DeadlineReader::combined(const std::vector<Phrase>& phrases, const std::string& text,
                                      Range r) {
  ReadDeadline out;
  const bool any_dated = std::any_of(phrases.begin(), phrases.end(), [](const Phrase& p) {
    return dated(p.kind) || p.kind == PhraseKind::after_event;
  });
  for (const Phrase& phrase : phrases) {
    note(phrase, r);
    const DeadlineRule& rule = phrase.rule;
    if (any_dated && !dated(phrase.kind) && phrase.kind != PhraseKind::after_event) continue;
    ReadDeadline one;
    switch (phrase.kind) {
      case PhraseKind::by:
      case PhraseKind::before:
      case PhraseKind::point:
      case PhraseKind::open_until:
        one.kind = "by_date";
        one.end = rule.kind == DeadlineKind::by_date ? rule.last : no_date;
        one.end_exclusive = one.end != no_date && rule.exclusive;
        break;
      case PhraseKind::period:
      case PhraseKind::horizon:
        one.kind = rule.first != no_date ? "period" : "by_date";
        if (rule.kind != DeadlineKind::impossible) {
          one.start = rule.first;
          one.end = rule.last;
          one.end_exclusive = rule.exclusive && rule.last != no_date;
        }
        break;
      case PhraseKind::milestone: {
        // "hoàn thành trong năm 2025" spans the year, "đến năm 2025" ends with it.
        const bool within =
            folded(text.substr(phrase.begin, phrase.end - phrase.begin)).find("đến") ==
            std::string::npos;
        one.end = rule.last;
        one.kind = within ? "period" : "by_date";
        if (within && rule.last != no_date) one.start = day(ymd(rule.last).year, 1, 1).value();
        break;
      }
      case PhraseKind::recurring:
      case PhraseKind::event_day:
        one.kind = "recurring";
        one.recurrence = phrase.any_period ? "unspecified" : period_word(rule.recurrence.period);
        one.start = rule.recurrence.from;
        break;
      case PhraseKind::frequency:
        one.kind = "recurring";
        one.recurrence = frequency_word(phrase.frequency);
        break;
      case PhraseKind::after_event:
        if (rule.kind != DeadlineKind::after_event) break;  // beyond the longest term
        if (rule.event == Event::issued && issued_ != no_date && rule.term_unit == TermUnit::day) {
          one.kind = "by_date";
          one.end = issued_ + Days(rule.term);
        } else if (rule.event == Event::date && rule.event_date != no_date &&
                   rule.term_unit == TermUnit::day) {
          one.kind = "by_date";
          one.end = rule.event_date + Days(rule.term);
        }
        break;
      case PhraseKind::open_from:
        one.kind = "ongoing";
        one.start = rule.first;
        break;
      case PhraseKind::ongoing: one.kind = "ongoing"; break;
      default: break;
    }
    if (one.kind == "none") continue;
    if (out.kind == "none") {
      out = one;
      continue;
    }
    if (!any_dated) continue;  // "thường xuyên, hằng năm": the first word stands
    if (one.start != no_date && (out.start == no_date || one.start < out.start))
      out.start = one.start;
    if (one.end != no_date && (out.end == no_date || one.end > out.end)) {
      out.end = one.end;
      out.end_exclusive = one.end_exclusive;
    }
    if (out.start != no_date) out.kind = "period";
  }
  return out;
}

}  // namespace kehoach::detail
