// SPDX-License-Identifier: BSL-1.0
#include "reader/reports.hpp"

#include <algorithm>

#include "reader/due.hpp"
#include "reader/report_parties.hpp"
#include "reader/report_periods.hpp"

namespace kehoach::detail {
namespace {

class ReportFinder {
 public:
  ReportFinder(const Source& source, const Outline& outline, const Tasks& tasks,
               const DeadlineReader& deadlines, const ReportContext& context)
      : source_(source),
        outline_(outline),
        parties_(source, outline, tasks),
        deadlines_(deadlines),
        context_(context) {}

  std::vector<FoundReport> run() {
    for (std::uint32_t n = 0; n < outline_.nodes.size(); ++n) {
      const Node& item = outline_.nodes[n];
      if (!reporting_zone(item)) continue;
      node_ = n;
      parties_.enter(n);
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
    parties_.addressees(r, verb, base);
    base.from = parties_.sender(r, verb);
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
      const std::string period = named_period(source_, t, r);
      if (!period.empty()) add(base, {period, "", {}, false, false, false}, r);
    }
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
    const std::string text = spelled(source_, r, starts);
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
      if (due.period == "weekly" && due.rule.empty())
        due = weekday_named(source_, deadlines_.context(), context_.plan_year, r, std::move(due));
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
    found.before_period_end = before_period_end(due);
    found_.push_back(std::move(found));
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
  ReportParties parties_;
  const DeadlineReader& deadlines_;
  const ReportContext& context_;
  std::uint32_t node_ = 0;
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
