// SPDX-License-Identifier: BSL-1.0
// The words in which plans state time, read as deadline rules.
#include <kehoach/phrase.hpp>

#include "handles.hpp"
#include "specs.hpp"
#include "text.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

static_assert(KH_PHRASE_WEEK_OF_MONTH == static_cast<int>(PhraseKind::week_of_month));
static_assert(KH_INFERRED_MONTH == static_cast<int>(Inference::What::month));
static_assert(KH_FROM_REGULATION == static_cast<int>(Inference::From::regulation));

PhraseContext context_in(const kh_phrase_context* given) {
  if (given == nullptr) return {};
  const kh_phrase_context defaults = KH_PHRASE_CONTEXT_INIT;
  const auto c = read_struct(given, defaults, KH_UP_TO(kh_phrase_context, issued), "context");
  PhraseContext out;
  out.issued = date_in(c.issued);
  out.plan_year = c.plan_year;
  out.regulation = c.regulation != 0;
  return out;
}

kh_window_day window_out(const WindowDay& d) {
  return {d.day, d.month, d.shift};
}

kh_phrase phrase_out(const Phrase& p) noexcept {
  kh_phrase out = KH_PHRASE_INIT;
  out.kind = static_cast<std::int32_t>(p.kind);
  out.begin = p.begin;
  out.end = p.end;
  out.incomplete = p.incomplete;
  out.alternative = p.alternative;
  out.names_period = p.names_period;
  out.any_period = p.any_period;
  out.after_period = p.after_period;
  out.minute = p.minute;
  out.exclusive_minute = p.exclusive_minute;
  out.horizon = date_out(p.horizon);
  out.suggested = date_out(p.suggested);
  out.times = p.frequency.times;
  out.every = p.frequency.every;
  out.every_unit = static_cast<std::int32_t>(p.frequency.unit);
  out.at_least = p.frequency.at_least;
  out.window_month = p.window_month;
  out.window_first = window_out(p.window_first);
  out.window_last = window_out(p.window_last);
  out.inferred_count = static_cast<std::uint32_t>(p.inferred.size());
  for (std::size_t i = 0; i < p.inferred.size() && i < KH_PHRASE_INFERRED; ++i) {
    const Inference& inference = p.inferred[i];
    out.inferred[i] = {static_cast<std::int32_t>(inference.what),
                       static_cast<std::int32_t>(inference.from), inference.value};
  }
  return out;
}

}  // namespace

const char* kh_phrase_kind_name(int32_t kind) {
  const bool known = 0 <= kind && kind <= KH_PHRASE_WEEK_OF_MONTH;
  return name(known ? static_cast<PhraseKind>(kind) : PhraseKind::vague);
}

kh_status kh_phrases_read(const char* text, size_t length, const kh_phrase_context* context,
                          kh_phrase* phrases, kh_deadline_rule* rules, kh_recurrence* recurrences,
                          size_t capacity, size_t* out_count, kh_text_buffer* words,
                          kh_error* error) {
  return guard(error, [&] {
    const RowsOut rows(phrases, phrases == nullptr ? 0 : capacity, nullptr);
    const RowsOut rules_out(rules, rules == nullptr ? 0 : capacity, nullptr);
    const RowsOut recurring(recurrences, recurrences == nullptr ? 0 : capacity, nullptr);
    TextPool pool(words);
    if (length > 0) need(text, "text");
    const std::string_view given =
        length == 0 ? std::string_view() : std::string_view(text, length);
    const auto read = read_phrases(given, context_in(context)).value();
    for (std::size_t i = 0; i < read.size(); ++i) {
      const DeadlineRule& rule = read[i].rule;
      if (i < rows.capacity()) rows.set(i, phrase_out(read[i]));
      if (i < recurring.capacity()) recurring.set(i, recurrence_out(rule.recurrence));
      if (i >= rules_out.capacity()) {
        pool.count(rule.text);
        continue;
      }
      kh_deadline_rule out = rule_out(rule);
      if (i < recurring.capacity()) out.recurrence = recurring.at(i);
      out.text = pool.add(rule.text);
      rules_out.set(i, out);
    }
    pool.finish();
    put(out_count, read.size());
  });
}
