// SPDX-License-Identifier: BSL-1.0
#include "reader/reports.hpp"

#include <algorithm>

#include "reader/due.hpp"
#include "reader/units.hpp"

namespace kehoach::detail {
namespace {

class ReportFinder {
 public:
  ReportFinder(const Source& source, const Outline& outline, const Tasks& tasks,
               const DeadlineReader& deadlines, const ReportContext& context)
      : source_(source),
        outline_(outline),
        tasks_(tasks),
        deadlines_(deadlines),
        context_(context) {}

  std::vector<FoundReport> run() {
    for (std::uint32_t n = 0; n < outline_.nodes.size(); ++n) {
      const Node& item = outline_.nodes[n];
      if (!reporting_zone(item)) continue;
      node_ = n;
      sender_ = {};
      read(item.body);
      for (std::uint32_t b : item.paragraphs) read(source_.blocks[b].body);
    }
    resolve_references();
    return std::move(found_);
  }

 private:
  static bool reporting_zone(const Node& item) {
    return item.zone == Zone::tasks || item.zone == Zone::organisation ||
           item.zone == Zone::closing || item.zone == Zone::none;
  }

  /// Clauses end at full stops and semicolons outside brackets.
  void read(Range r) {
    std::uint32_t from = r.begin;
    int depth = 0;
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      if (source_.sign(t, '(')) ++depth;
      if (source_.sign(t, ')') && depth > 0) --depth;
      const bool stop = source_.sign(t, ';') ||
                        (source_.sign(t, '.') && (t + 1 >= r.end || source_.token(t + 1).spaced ||
                                                  source_.sign(t + 1, "/")));
      if (depth == 0 && stop) {
        clause({from, t});
        from = t + 1;
      }
    }
    clause({from, r.end});
  }

  std::uint32_t first_report(Range r) const {
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      if (source_.cue(t, Cue::report)) return t;
    }
    return r.end;
  }

  /// Sending a paper for the summary is reporting too: "gửi … về Sở Y tế để tổng hợp".
  std::uint32_t first_sending(Range r) const {
    std::uint32_t sending = r.end;
    bool sums = false;
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      if (sending == r.end && source_.low(t) == "gửi") sending = t;
      if (source_.cue(t, Cue::sum_up) && sending != r.end) sums = true;
    }
    return sums ? sending : r.end;
  }

  void clause(Range r) {
    std::uint32_t verb = first_report(r);
    if (verb == r.end) verb = first_sending(r);
    if (r.empty() || verb == r.end) return;
    ReadReport base;
    base.path = outline_.nodes[node_].path;
    addressees(r, verb, base);
    base.from = sender(r, verb);
    const std::size_t before = found_.size();
    std::uint32_t from = verb;
    by_phrases(r, base, from);
    keep_dated(before);
    name_periods(before, r, verb, base);
    if (found_.size() == before && refers(r))
      add(base, {"by_reference", "", {}, false, false, false}, r);
    if (found_.size() == before && wanted_without_day(r, base)) {
      add(base,
          {has(r, Cue::ad_hoc) || has(r, Cue::condition) ? "ad_hoc" : "unspecified",
           "",
           {},
           false,
           false,
           false},
          r);
    }
    const std::uint32_t begin = std::min(from, verb);
    for (std::size_t i = before; i < found_.size(); ++i) {
      found_[i].clause = {begin, r.end};
      found_[i].report.raw = source_.page.words({begin, r.end});
      found_[i].report.place = place({begin, r.end});
    }
  }

  /// "định kỳ hằng quý, 6 tháng, năm … trước ngày 05 của tháng cuối quý": one duty a period.
  void keep_dated(std::size_t from) {
    const auto dated = [&](const FoundReport& found) {
      return std::any_of(found_.begin() + static_cast<std::ptrdiff_t>(from), found_.end(),
                         [&](const FoundReport& other) {
                           return &other != &found && other.report.period == found.report.period &&
                                  !other.report.due_rule.empty();
                         });
    };
    for (std::size_t i = found_.size(); i-- > from;) {
      if (found_[i].report.due_rule.empty() && dated(found_[i]))
        found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  /// Where no phrase says more than "định kỳ", the names of the periods do: "(6 tháng, năm)".
  void name_periods(std::size_t before, Range r, std::uint32_t verb, const ReadReport& base) {
    const bool nothing = found_.size() == before;
    const bool vague = found_.size() == before + 1 && found_[before].report.due_rule.empty() &&
                       found_[before].report.period == "unspecified";
    if (base.to.empty() || !(nothing || vague)) return;
    by_names(r, verb, base);
    if (vague && found_.size() > before + 1)
      found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(before));
  }

  /// "báo cáo kết quả tháng, quý, 6 tháng, năm": the periods by their names alone.
  void by_names(Range r, std::uint32_t verb, const ReadReport& base) {
    for (std::uint32_t t = verb; t < r.end; ++t) {
      const std::string period = named_period(t, r);
      if (!period.empty()) add(base, {period, "", {}, false, false, false}, r);
    }
  }

  std::string named_period(std::uint32_t t, Range r) const {
    const std::string_view low = source_.low(t);
    const bool noun = low == "tháng" || low == "quý" || low == "năm";
    if (!noun || source_.number(t + 1) || (source_.word(t + 1) && source_.token(t + 1).caps))
      return {};
    const std::string_view count =
        t > r.begin && source_.number(t - 1) ? source_.page.text(t - 1) : std::string_view();
    const std::uint32_t first = count.empty() ? t : t - 1;
    const std::string_view lead = source_.low(first - 1);
    const bool listed = source_.sign(first - 1, ",(") || source_.cue(first - 1, Cue::and_) ||
                        lead == "cáo" || lead == "quả" || lead == "kỳ" || lead == "hằng" ||
                        lead == "hàng";
    if (!listed) return {};
    if (low == "tháng" && !count.empty())
      return count == "6" || count == "06"   ? "half_year"
             : count == "9" || count == "09" ? "nine_months"
                                             : "";
    if (!count.empty()) return {};
    return low == "tháng" ? "monthly" : low == "quý" ? "quarterly" : "yearly";
  }

  ReadPlace place(Range r) const {
    const Extent bytes = source_.page.bytes(r);
    return {source_.page.line_number(r.begin), bytes.begin, bytes.end, 0.9};
  }

  bool has(Range r, Cue cue) const {
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      if (source_.cue(t, cue)) return true;
    }
    return false;
  }

  /// One report for each period that the clause names.
  void by_phrases(Range r, const ReadReport& base, std::uint32_t& from) {
    std::vector<std::uint32_t> starts;
    const std::string text = spelled(r, starts);
    const auto phrases = read_phrases(text, deadlines_.context());
    if (!phrases.ok()) return;
    for (const Phrase& phrase : phrases.value()) {
      Due due = due_of(phrase, context_.plan_year);
      if (due.period.empty() || (due.period == "once" && !once_report(base, phrase, text)))
        continue;
      if ((due.period == "ad_hoc" || due.period == "daily") && base.to.empty() &&
          base.onward.empty())
        continue;
      if (due.period == "once" && milestone_before(text, phrase)) due.period = "milestone";
      if (due.period == "weekly" && due.rule.empty()) due = weekday_named(r, std::move(due));
      const auto at = std::upper_bound(starts.begin(), starts.end(), phrase.begin) - starts.begin();
      if (at > 0) from = std::min(from, r.begin + static_cast<std::uint32_t>(at) - 1);
      add(base, std::move(due), r);
    }
  }

  /// "… tổng kết vào cuối năm 2030".
  static bool milestone_before(const std::string& text, const Phrase& phrase) {
    const std::size_t from = phrase.begin > 40 ? phrase.begin - 40 : 0;
    const std::string before = folded(std::string_view(text).substr(from, phrase.end - from));
    return before.find("sơ kết") != std::string::npos ||
           before.find("tổng kết") != std::string::npos;
  }

  /// "Hằng tuần (trước 16 giờ thứ Năm)": the day stands apart from the week.
  Due weekday_named(Range r, Due plain) const {
    for (std::uint32_t t = r.begin; t + 1 < r.end; ++t) {
      if (!source_.low_is(t, "thứ")) continue;
      std::uint32_t from = t;
      while (from > r.begin && t - from < 8 && !source_.sign(from - 1, "(,;")) --from;
      const std::string words = source_.page.words({from, t + 2}) + " hằng tuần";
      const auto phrases = read_phrases(words, deadlines_.context());
      if (!phrases.ok()) continue;
      Due due = due_of(phrases.value().front(), context_.plan_year);
      if (due.period == "weekly" && !due.rule.empty()) return due;
    }
    return plain;
  }

  /// A dated paper is a report only if the date is that of the reporting.
  bool once_report(const ReadReport& base, const Phrase& phrase, const std::string& text) const {
    const std::size_t from = phrase.end > 600 ? phrase.end - 600 : 0;
    const std::string before = folded(std::string_view(text).substr(from, phrase.end - from));
    const bool reports =
        before.find("báo cáo") != std::string::npos || before.find("gửi") != std::string::npos;
    if (phrase.kind == PhraseKind::period) {
      const std::string words =
          folded(std::string_view(text).substr(phrase.begin, phrase.end - phrase.begin));
      if (words.compare(0, 5, "trong") != 0 || phrase.end + 2 < text.size()) return false;
    }
    return reports && phrase.rule.kind != DeadlineKind::none && !base.to.empty() &&
           (phrase.kind == PhraseKind::before || before.find("hoàn thành") == std::string::npos);
  }

  /// "đột xuất", "định kỳ" without a period; in closing words, what to do when difficulties arise.
  bool wanted_without_day(Range r, const ReadReport& base) const {
    const bool closing = outline_.nodes[node_].zone == Zone::closing;
    if (closing) return !base.to.empty() || !base.onward.empty();
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      const std::string_view low = source_.low(t);
      if (low == "định" && t + 1 < r.end && source_.low(t + 1) == "kỳ" && near_report(t, r))
        return true;
      if (low == "đột" && t + 1 < r.end && source_.low(t + 1) == "xuất" && near_report(t, r))
        return true;
    }
    return false;
  }

  bool near_report(std::uint32_t t, Range r) const {
    for (std::uint32_t k = t > r.begin + 6 ? t - 6 : r.begin; k < std::min(r.end, t + 8); ++k) {
      if (source_.cue(k, Cue::report)) return true;
    }
    return false;
  }

  std::string spelled(Range r, std::vector<std::uint32_t>& starts) const {
    std::string text;
    bool open = false;
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      if (open &&
          (source_.sign(t, ",;()") || source_.cue(t, Cue::and_) || source_.low_is(t, "gửi"))) {
        if (!source_.sign(t, ")")) text += ')';
        open = false;
      }
      if (t != r.begin && source_.token(t).spaced) text += ' ';
      if (!open && day_of_period(t, r)) {
        text += '(';
        open = true;
      }
      starts.push_back(static_cast<std::uint32_t>(text.size()));
      text += source_.page.text(t);
    }
    return open ? text + ')' : text;
  }

  /// "6 tháng trước ngày 05/6, hằng năm trước ngày 05/12": each day belongs to the period in front of
  /// it, as brackets would say.
  bool day_of_period(std::uint32_t t, Range r) const {
    if (t <= r.begin || t + 1 >= r.end) return false;
    const std::string_view low = source_.low(t);
    if (low != "trước" && low != "chậm") return false;
    if (low == "trước" && !source_.cue(t + 1, Cue::day)) return false;
    const std::string_view before = source_.low(t - 1);
    return before == "tháng" || before == "quý" || before == "năm";
  }

  void add(const ReadReport& base, Due due, Range r) {
    FoundReport found;
    found.report = base;
    found.report.period = due.period;
    found.report.due_rule = due.rule;
    found.impossible = due.impossible;
    found.year_missing = due.year_missing;
    found.clause = r;
    if (!due.rule.empty()) found.report.exclusive = due.exclusive;
    for (Date day : due.days) {
      if (context_.not_before != no_date && day <= context_.not_before)
        found.first_past = true;
      else
        found.report.due_dates.push_back(day);
    }
    found.before_period_end = early(due);
    found_.push_back(std::move(found));
  }

  /// Due well before its period ends: a half-year report on the first days of June.
  static bool early(const Due& due) {
    if (due.days.size() != 1) return false;
    const YearMonthDay d = ymd(due.days[0]);
    if (due.period == "half_year") return d.month < 6 || (d.month == 6 && d.day <= 5);
    if (due.period == "yearly") return d.month < 11 && d.month > 3;
    return false;
  }

  // ---- who ----

  std::vector<std::string> sender(Range r, std::uint32_t verb) {
    std::uint32_t t = r.begin;
    while (t < verb) {  // the last subject in front of the verb
      if (const std::uint32_t length = source_.cue(t, Cue::with)) {
        t = std::max(t + length, units_at(source_, t + length, r.end).end);
        continue;
      }
      const bool start = t == r.begin || source_.sign(t - 1, ",:") || source_.cue(t - 1, Cue::and_);
      if (start && unit_begins(source_, t, verb)) {
        const UnitList units = units_at(source_, t, r.end);
        if (!units.empty() && units.end <= verb && !behind_with(t) && acts(units.end, verb)) {
          sender_ = names_of(source_, units);
          t = std::max(units.end, t + 1);
          continue;
        }
      }
      ++t;
    }
    if (!sender_.empty()) return sender_;
    if (const std::uint32_t task = tasks_.of_node[node_]) return tasks_.found[task - 1].task.lead;
    const Node& item = outline_.nodes[node_];
    std::vector<std::string> named = roles_in(source_, item.body).lead;
    if (!named.empty() || item.marker.kind != MarkerKind::none) return named;
    return lead_before(item);
  }

  /// A paragraph behind a list speaks of those who have the list's tasks.
  std::vector<std::string> lead_before(const Node& item) const {
    if (item.parent == node_) return {};
    const auto& siblings = outline_.nodes[item.parent].children;
    for (std::size_t i = siblings.size(); i-- > 0;) {
      if (const std::uint32_t task = siblings[i] < node_ ? tasks_.of_node[siblings[i]] : 0)
        return tasks_.found[task - 1].task.lead;
    }
    return {};
  }

  bool behind_with(std::uint32_t t) const {
    for (std::uint32_t k = t; k-- > 0 && t - k <= 4;) {
      if (source_.cue(k, Cue::with) || source_.cue(k, Cue::of) || source_.cue(k, Cue::via))
        return true;
    }
    return false;
  }

  bool acts(std::uint32_t t, std::uint32_t verb) const {
    return t >= verb || source_.marks.at(t, Kind::verb) || source_.cue(t, Cue::lead_verb) ||
           source_.cue(t, Cue::send) || source_.cue(t, Cue::based_on) || source_.low(t) == "có" ||
           source_.low(t) == "định";
  }

  void addressees(Range r, std::uint32_t verb, ReadReport& report) const {
    bool summed = false;
    for (std::uint32_t t = verb; t < r.end; ++t) {
      if (source_.sign(t, '(') && source_.cue(t + 1, Cue::via)) {
        while (t < r.end && !source_.sign(t, ')')) ++t;
        continue;
      }
      if (source_.cue(t, Cue::sum_up) && t > verb) summed = true;
      const std::uint32_t length = leads_to(t);
      if (length == 0) continue;
      const std::uint32_t at = t + length;
      if (at >= r.end || !unit_begins(source_, at, r.end)) continue;
      const UnitList units = units_at(source_, at, r.end);
      if (units.empty()) continue;
      auto& list = summed && !report.to.empty() ? report.onward : report.to;
      if (list.empty()) list = names_of(source_, units);
      t = units.end - 1;
    }
  }

  /// "gửi về", "về", "báo cáo", "kiến nghị", "đề xuất", "trình", "cho" in front of a unit.
  std::uint32_t leads_to(std::uint32_t t) const {
    if (const std::uint32_t length = source_.cue(t, Cue::send)) return length;
    if (const std::uint32_t length = source_.cue(t, Cue::report))
      return length + past_matter(t + length);
    const std::string_view low = source_.low(t);
    if (low == "kiến" || low == "đề" || low == "tham") return 2;
    return 0;
  }

  /// "báo cáo kết quả thực hiện UBND tỉnh": what is reported may stand before who gets it.
  std::uint32_t past_matter(std::uint32_t t) const {
    static constexpr std::string_view words[] = {"kết",   "quả",  "thực", "hiện",  "tình", "hình",
                                                 "triển", "khai", "cụ",   "thể",   "tiến", "độ",
                                                 "bằng",  "bản",  "về",   "nhanh", "ngay"};
    const auto matter = [&](std::uint32_t k) {
      if (source_.low_is(k, "văn")) return source_.low_is(k + 1, "bản");
      return std::find(std::begin(words), std::end(words), source_.low(k)) != std::end(words);
    };
    std::uint32_t length = 0;
    while (length < 8 && source_.word(t + length) && !source_.token(t + length).upper &&
           matter(t + length))
      ++length;
    const bool unit =
        unit_begins(source_, t + length, static_cast<std::uint32_t>(source_.page.tokens.size()));
    return unit ? length : 0;
  }

  // ---- reports laid down elsewhere in the paper ----

  /// "theo khoản 1 mục IV Kế hoạch này" → "IV.1"
  bool refers(Range r) {
    referred_.clear();
    for (std::uint32_t t = r.begin; t + 1 < r.end; ++t) {
      const std::string_view low = source_.low(t);
      if (low == "khoản" && source_.number(t + 1)) {
        for (std::uint32_t k = t + 2; k < std::min(r.end, t + 6); ++k) {
          if (source_.low(k) == "mục" && k + 1 < r.end)
            referred_ =
                std::string(source_.page.text(k + 1)) + "." + std::string(source_.page.text(t + 1));
        }
      }
      if (low == "mục" && referred_.empty() && source_.word(t + 1) &&
          roman_value(source_.page.text(t + 1)))
        referred_ = source_.page.text(t + 1);
    }
    return !referred_.empty();
  }

  void resolve_references() {
    for (FoundReport& found : found_) {
      if (found.report.period != "by_reference") continue;
      const std::string path = target_of(found);
      const FoundReport* first = nullptr;
      for (const FoundReport& other : found_) {
        if (other.report.period == "by_reference" || other.report.path != path) continue;
        if (!first) first = &other;
        if (other.clause.begin != first->clause.begin) break;
        for (Date day : other.report.due_dates) found.report.due_dates.push_back(day);
        found.report.exclusive = other.report.exclusive;
      }
      auto& days = found.report.due_dates;
      std::sort(days.begin(), days.end());
      days.erase(std::unique(days.begin(), days.end()), days.end());
    }
  }

  std::string target_of(const FoundReport& found) {
    refers(found.clause);
    return referred_;
  }

  const Source& source_;
  const Outline& outline_;
  const Tasks& tasks_;
  const DeadlineReader& deadlines_;
  const ReportContext& context_;
  std::uint32_t node_ = 0;
  std::vector<std::string> sender_;
  std::string referred_;
  std::vector<FoundReport> found_;
};

}  // namespace

std::vector<FoundReport> find_reports(const Source& source, const Outline& outline,
                                      const Tasks& tasks, const DeadlineReader& deadlines,
                                      const ReportContext& context) {
  return ReportFinder(source, outline, tasks, deadlines, context).run();
}

}  // namespace kehoach::detail
