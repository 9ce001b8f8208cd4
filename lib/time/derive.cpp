// SPDX-License-Identifier: BSL-1.0
/// One function a kind of rule; each sets the window, the written and the last valid day and leaves
/// rolling to one place.
#include <time/derive.hpp>

#include <utility>

#include <time/period.hpp>
#include <time/series.hpp>
#include <time/term.hpp>
#include <time/words.hpp>

namespace kehoach {
namespace detail {
namespace {

constexpr const char* by_policy = "policy";

struct Derivation {
  const DeadlineRule& rule;
  const Calendar& calendar;
  const DeadlinePolicy& policy;
  const DeadlineContext& context;
  Trail trail;
  Deadline& out;

  Result<Done> run();
  Result<Done> by_date();
  Result<Done> period();
  Result<Done> recurring();
  Result<Done> after_event();
  Result<Done> ongoing();
  Result<Done> impossible();

  Date event_date() const;
  Date first_asked() const;
  void take(const Instance& instance);
  void suggest(int year, int month, int day_of_month);
  void name_event(Date event);
  void name_term(const Term& term);
  void name_point();
  void before(bool exclusive);
  Result<Done> roll(Roll how, const char* source);
};

Error invalid(const char* what) {
  return Error{Errc::invalid_value, std::string("deadline: ") + what, {}, {}};
}

Result<Done> Derivation::run() {
  switch (rule.kind) {
    case DeadlineKind::none: return Done{};
    case DeadlineKind::by_date: return by_date();
    case DeadlineKind::period: return period();
    case DeadlineKind::recurring: return recurring();
    case DeadlineKind::after_event: return after_event();
    case DeadlineKind::ongoing: return ongoing();
    case DeadlineKind::impossible: return impossible();
  }
  return invalid("unknown kind");
}

/// "trước ngày X" leaves X out, or not, by the policy; nothing to decide otherwise.
void Derivation::before(bool exclusive) {
  out.last_valid = out.written;
  if (!exclusive) return;
  if (policy.before == BeforeDay::strict) {
    out.last_valid -= Days{1};
    trail.step("before_strict", by_policy, out.last_valid, [&] {
      return Text{"“trước ngày”: ngày cuối cùng còn trong hạn là " + to_vietnamese(out.last_valid),
                  "\"before\": the last day in time is " + to_string(out.last_valid)};
    });
  } else {
    trail.step("before_lenient", by_policy, out.last_valid, [&] {
      return Text{"“trước ngày” được hiểu là tính cả ngày " + to_vietnamese(out.last_valid),
                  "\"before\" is read as including " + to_string(out.last_valid)};
    });
  }
}

Result<Done> Derivation::roll(Roll how, const char* source) {
  out.rolled = out.last_valid;
  if (how == Roll::none) return Done{};
  const Result<Date> rolled = detail::roll(out.last_valid, how, calendar);
  if (!rolled.ok()) return rolled.error();
  out.rolled = *rolled;
  if (out.rolled == out.last_valid) return Done{};
  const bool next = how == Roll::next;
  trail.step(next ? "roll_next" : "roll_previous", source, out.rolled,
             [&] { return day_off_rolled(out.last_valid, out.rolled, next, calendar); });
  return Done{};
}

/// Which day the beginning, middle or end is, the law says.
void Derivation::name_point() {
  if (rule.point == PointOf::month) {
    trail.step("art_146_2", "Bộ luật Dân sự 2015, Điều 146(2)", out.written,
               [&] { return point_of_month(out.written); });
  } else if (rule.point == PointOf::year) {
    trail.step("art_146_3", "Bộ luật Dân sự 2015, Điều 146(3)", out.written,
               [&] { return point_of_year(out.written); });
  }
}

Result<Done> Derivation::by_date() {
  if (rule.last == no_date) return invalid("by_date without its day");
  if (!is_point(rule.point, rule.last)) return invalid("its day is no beginning, middle or end");
  out.written = rule.last;
  trail.step("written", "", out.written, [&] { return describe(rule); });
  name_point();
  before(rule.exclusive);
  return roll(policy.fixed_dates, by_policy);
}

Result<Done> Derivation::period() {
  if (rule.last == no_date) return invalid("period without its last day");
  if (rule.first != no_date && rule.first > rule.last)
    return invalid("period ends before it begins");
  out.first = rule.first;
  out.written = out.last_valid = rule.last;
  trail.step("written", "", out.written, [&] { return describe(rule); });
  trail.step("period_end", by_policy, out.last_valid, [&] {
    return Text{"hạn là ngày cuối kỳ, " + to_vietnamese(out.last_valid),
                "due on the last day of the period, " + to_string(out.last_valid)};
  });
  return roll(policy.fixed_dates, by_policy);
}

Date Derivation::event_date() const {
  switch (rule.event) {
    case Event::none: return no_date;
    case Event::date: return rule.event_date;
    case Event::issued: return context.issued;
    case Event::task_done: return context.event_done;
  }
  return no_date;
}

void Derivation::name_event(Date event) {
  trail.step("art_147_3", "Bộ luật Dân sự 2015, Điều 147(3)", event, [&] {
    return Text{
        "không tính ngày xảy ra sự kiện " + to_vietnamese(event) + ", tính từ ngày tiếp theo",
        "the day of the event, " + to_string(event) +
            ", is not counted; the term runs from the next day"};
  });
}

void Derivation::name_term(const Term& term) {
  const TermArticle article = article_of(rule.term_unit);
  trail.step(article.rule, article.source, term.last,
             [&] { return term_ends(rule.term, rule.term_unit, term.last); });
  if (!term.clamped) return;
  if (rule.term_unit == TermUnit::year) {
    const bool march = policy.leap_day == LeapDay::first_of_march;
    trail.step(march ? "leap_day_march" : "leap_day_february", by_policy, term.last, [&] {
      return Text{"năm đó không có ngày 29/02; lấy ngày " + to_vietnamese(term.last),
                  "that year has no 29 February; " + to_string(term.last) + " is taken"};
    });
  } else {
    trail.step("no_such_day", "Bộ luật Dân sự 2015, Điều 148(3)", term.last, [&] {
      return Text{
          "tháng đó không có ngày tương ứng; lấy ngày cuối tháng " + to_vietnamese(term.last),
          "that month has no such day; its last day " + to_string(term.last) + " is taken"};
    });
  }
}

Result<Done> Derivation::after_event() {
  if (rule.term < 0) return invalid("a negative term");
  const Date event = event_date();
  trail.step("written", "", event, [&] { return describe(rule); });
  if (event == no_date) {
    trail.step("event_open", "", no_date, [] {
      return Text{"sự kiện chưa xảy ra hoặc chưa biết ngày, nên chưa có hạn",
                  "the event has not happened or its day is not known, so nothing is due yet"};
    });
    return Done{};
  }
  if (!in_range_of_dates(event)) return invalid("event outside the years 1900 to 2100");
  const Result<Term> term = term_end(event, rule.term_unit, rule.term, calendar, policy.leap_day);
  if (!term.ok()) return term.error();
  name_event(event);
  name_term(*term);
  out.first = event;
  out.written = out.last_valid = term->last;
  return roll(policy.terms, "Bộ luật Dân sự 2015, Điều 148(5)");
}

Result<Done> Derivation::ongoing() {
  out.first = rule.first;
  trail.step("ongoing", "", rule.first, [&] { return describe(rule); });
  return Done{};
}

/// The written day is never repaired; the month's last day is offered, if the year is known.
void Derivation::suggest(int year, int month, int day_of_month) {
  const bool real_month = 1 <= month && month <= 12 && 1900 <= year && year <= 2100;
  if (real_month) out.suggested = last_of({year, month});
  trail.step("impossible", "", no_date,
             [&] { return no_such_day(year, month, day_of_month, out.suggested); });
}

Result<Done> Derivation::impossible() {
  trail.step("written", "", no_date, [&] { return describe(rule); });
  int year = rule.written_year;
  if (year == 0 && context.issued != no_date) {
    year = ymd(context.issued).year;
    trail.step("year_from_issue", "", context.issued, [&] {
      return Text{"không ghi năm; lấy năm ban hành văn bản",
                  "no year is written; the year of issue is taken"};
    });
  }
  suggest(year, rule.written_month, rule.written_day);
  return Done{};
}

/// Asked for no day: the first instance there is, from the rule's own start, else the document's
/// issue, else the calendar's beginning.
Date Derivation::first_asked() const {
  if (context.as_of != no_date) return context.as_of;
  if (rule.recurrence.from != no_date) return rule.recurrence.from;
  return context.issued != no_date ? context.issued : calendar.first();
}

void Derivation::take(const Instance& instance) {
  const Recurrence& rec = rule.recurrence;
  trail.step("instance", "", instance.period_last, [&] { return describe(instance, rec.period); });
  out.first = instance.period_first;
  out.written = instance.written;
  if (instance.impossible) {
    const int next_year = rec.due == DueIn::fixed_next_year;
    return suggest(instance.year + next_year, rec.month, rec.day);
  }
  if (instance.written == no_date) return;
  trail.step(instance.clamped ? "written_clamped" : "written", "", instance.written,
             [&] { return describe(rule); });
  before(rec.exclusive);
}

Result<Done> Derivation::recurring() {
  const Result<Done> fine = check(rule.recurrence);
  if (!fine.ok()) return fine.error();
  const Date asked = first_asked();
  if (!in_range_of_dates(asked)) return invalid("asked for a day outside the years 1900 to 2100");
  const Series series(rule.recurrence, calendar, policy);
  // Rolling moves a day by a holiday's length at most, so begin a month early and look at due days.
  for (int index = series.lower_bound(asked - Days{31});; ++index) {
    Instance instance = series.at(index);
    if (series.over(instance)) break;
    const Date key = Series::key(instance);
    if (!series.exists(instance) || (key < asked && key < calendar.first())) continue;
    const Result<Done> rolled = series.roll(instance);
    if (!rolled.ok()) return rolled.error();
    if ((instance.rolled != no_date ? instance.rolled : key) < asked) continue;
    take(instance);
    if (instance.last_valid == no_date) return Done{};
    const bool term = rule.recurrence.due == DueIn::after_end;
    return term ? roll(policy.terms, "Bộ luật Dân sự 2015, Điều 148(5)")
                : roll(policy.fixed_dates, by_policy);
  }
  trail.step("no_further_instance", "", rule.recurrence.until, [] {
    return Text{"không còn kỳ nào", "there is no further period"};
  });
  return Done{};
}

}  // namespace

Result<Deadline> derive(const DeadlineRule& rule, const Calendar& calendar,
                        const DeadlinePolicy& policy, const DeadlineContext& context,
                        bool with_steps) {
  Deadline out;
  out.kind = rule.kind;
  Derivation derivation{rule, calendar, policy, context, Trail(with_steps ? &out.steps : nullptr),
                        out};
  const Result<Done> done = derivation.run();
  if (!done.ok()) return done.error();
  return out;
}

}  // namespace detail

Result<Deadline> resolve(const DeadlineRule& rule, const Calendar& calendar,
                         const DeadlinePolicy& policy, const DeadlineContext& context) {
  return detail::derive(rule, calendar, policy, context, true);
}

}  // namespace kehoach
