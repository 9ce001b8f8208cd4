// SPDX-License-Identifier: BSL-1.0
/// Two sweeps over the levels: down from the top, what each must have by when; up from the data, what
/// each can have at the earliest. A conflict is a level where the one overtakes the other, blamed on
/// the clause that set the bound, which may be several levels away.
#include <kehoach/report_chain.hpp>

#include <algorithm>

#include <time/series.hpp>
#include <time/words.hpp>

namespace kehoach {
namespace {

Error invalid(const std::string& what) {
  return Error{Errc::invalid_value, "report chain: " + what, {}, {}};
}

class Chain {
 public:
  Chain(const std::vector<ReportLevel>& levels, Date day, const Calendar& calendar,
        const ReportChainPolicy& policy)
      : levels_(levels),
        day_(day),
        calendar_(calendar),
        policy_(policy),
        upper_blame_(levels.size()),
        lower_blame_(levels.size()) {
    out_.levels.resize(levels.size());
  }

  Result<ReportChain> solve() {
    for (auto step : {&Chain::check, &Chain::instances, &Chain::down, &Chain::up}) {
      const Result<Done> done = (this->*step)();
      if (!done.ok()) return done.error();
    }
    find_conflicts();
    return std::move(out_);
  }

 private:
  Result<Done> check() {
    if (levels_.empty()) return invalid("no level");
    if (!detail::in_range_of_dates(day_)) return invalid("a day outside 1900 to 2100");
    for (const ReportLevel& level : levels_) {
      const Result<Done> fine = detail::check(level.due);
      if (!fine.ok()) return fine.error();
      if (level.due.period != levels_[0].due.period) return invalid("levels of different periods");
      if (level.handling < 0) return invalid("negative handling");
    }
    return Done{};
  }

  Result<Done> instances() {
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      const detail::Series series(levels_[i].due, calendar(i), policy_.deadline);
      Instance instance = series.at(series.index_at(day_));
      const bool holds_day = instance.period_first <= day_ && day_ <= instance.period_last;
      if (!holds_day || !series.exists(instance)) {
        return invalid("level '" + levels_[i].name + "' has no report for that period");
      }
      const Result<Done> rolled = series.roll(instance);
      if (!rolled.ok()) return rolled.error();
      out_.levels[i].due = instance.rolled;
      out_.levels[i].instance = instance;
    }
    return Done{};
  }

  /// Latest days, from the top. Who set the bound is kept, to be named.
  Result<Done> down() {
    for (std::size_t i = levels_.size(); i-- > 0;) {
      ReportTiming& own = out_.levels[i];
      upper_blame_[i] = i;
      own.latest = own.due;
      if (i + 1 == levels_.size() || out_.levels[i + 1].latest == no_date) continue;
      const Result<Date> needed =
          calendar(i + 1).add_working_days(out_.levels[i + 1].latest, -levels_[i + 1].handling);
      if (!needed.ok()) return needed.error();
      own.needed = *needed;
      if (own.due == no_date || own.needed < own.due) {
        own.latest = own.needed;
        upper_blame_[i] = upper_blame_[i + 1];
      }
      if (own.due == no_date) continue;
      const Result<int> margin = calendar(i).working_days_between(own.due, own.needed);
      if (!margin.ok()) return margin.error();
      own.margin = *margin;
    }
    return Done{};
  }

  /// Earliest days, from the data; a level may have a later window of its own.
  Result<Done> up() {
    if (!policy_.check_data) return Done{};
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      ReportTiming& own = out_.levels[i];
      const Result<Date> data =
          calendar(i).add_working_days(own.instance.data_last, policy_.after_data);
      if (!data.ok()) return data.error();
      own.earliest = *data;
      lower_blame_[i] = i;
      if (i > 0) {
        const Result<Date> below =
            calendar(i).add_working_days(out_.levels[i - 1].earliest, levels_[i].handling);
        if (!below.ok()) return below.error();
        if (*below >= *data) lower_blame_[i] = lower_blame_[i - 1];
        own.earliest = std::max(*below, *data);
      }
      if (own.latest == no_date) continue;
      const Result<int> slack = calendar(i).working_days_between(own.earliest, own.latest);
      if (!slack.ok()) return slack.error();
      own.slack = own.earliest > own.latest ? std::min(*slack, -1) : *slack;
    }
    return Done{};
  }

  void find_conflicts() {
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      const ReportTiming& own = out_.levels[i];
      if (own.instance.impossible) impossible(i);
      if (own.due != no_date && own.needed != no_date && own.due > own.needed) too_late(i);
    }
    // Every level above the first without a day to send on lacks one for the same two clauses.
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      const ReportTiming& own = out_.levels[i];
      if (own.slack && *own.slack < 0) {
        data_too_late(i);
        break;
      }
    }
  }

  void impossible(std::size_t i) {
    const Recurrence& due = levels_[i].due;
    ReportConflict conflict;
    conflict.rule = "impossible_date";
    conflict.lower = conflict.upper = i;
    const int year = out_.levels[i].instance.year + (due.due == DueIn::fixed_next_year ? 1 : 0);
    const Text no_day = detail::no_such_day(year, due.month, due.day, no_date);
    conflict.text = {named(i) + ": " + no_day.vi, named(i) + ": " + no_day.en};
    out_.conflicts.push_back(std::move(conflict));
  }

  /// The level may by its own clause send later than a clause above can bear.
  void too_late(std::size_t i) {
    const ReportTiming& own = out_.levels[i];
    const std::size_t j = upper_blame_[i + 1];
    std::int32_t days = 0;
    for (std::size_t k = i + 1; k <= j; ++k) days += levels_[k].handling;
    ReportConflict conflict;
    conflict.rule = "due_after_needed";
    conflict.lower = i;
    conflict.upper = j;
    conflict.lower_day = own.due;
    conflict.upper_day = out_.levels[j].due;
    conflict.missing = std::max(1, -own.margin.value_or(0));
    const std::string n = std::to_string(days);
    conflict.text = {named(i) + " cho gửi đến " + to_vietnamese(own.due) + ", nhưng " + named(j) +
                         " là " + to_vietnamese(conflict.upper_day) + " và cần " + n +
                         " ngày làm việc để tổng hợp, nên phải gửi chậm nhất " +
                         to_vietnamese(own.needed),
                     named(i) + " allows sending until " + to_string(own.due) + ", but " +
                         named(j) + " asks for " + to_string(conflict.upper_day) + " and " + n +
                         " working days of handling lie between, so it must be sent by " +
                         to_string(own.needed)};
    out_.conflicts.push_back(std::move(conflict));
  }

  /// No day exists: the data close, handled at once at every level, too late for a clause.
  void data_too_late(std::size_t i) {
    const ReportTiming& own = out_.levels[i];
    const std::size_t from = lower_blame_[i];
    const std::size_t j = upper_blame_[i];
    const Date closes = out_.levels[from].instance.data_last;
    const bool decree = levels_[from].due.window == DataWindow::decree_09;
    const std::string window_vi =
        decree ? "NĐ 09/2019/NĐ-CP, Điều 12 (số liệu đến " : named(from) + " (số liệu đến hết kỳ, ";
    const std::string window_en = decree ? "NĐ 09/2019/NĐ-CP art. 12 (data until "
                                         : named(from) + " (data until the period ends, ";
    ReportConflict conflict;
    conflict.rule = "data_closes_too_late";
    conflict.lower = from;
    conflict.upper = j;
    conflict.lower_day = own.earliest;
    conflict.upper_day = out_.levels[j].due;
    conflict.missing = -*own.slack;
    conflict.text = {
        window_vi + to_vietnamese(closes) + ") cho phép " + levels_[i].name + " gửi sớm nhất " +
            to_vietnamese(own.earliest) + ", nhưng " + named(j) + " là " +
            to_vietnamese(conflict.upper_day) + ", phải gửi chậm nhất " + to_vietnamese(own.latest),
        window_en + to_string(closes) + ") lets " + levels_[i].name + " send on " +
            to_string(own.earliest) + " at the earliest, but " + named(j) + " asks for " +
            to_string(conflict.upper_day) + ", so it must be sent by " + to_string(own.latest)};
    out_.conflicts.push_back(std::move(conflict));
  }

  std::string named(std::size_t i) const {
    const ReportLevel& level = levels_[i];
    return level.clause.empty() ? level.name : level.clause + " (" + level.name + ")";
  }

  const Calendar& calendar(std::size_t i) const {
    return levels_[i].calendar ? *levels_[i].calendar : calendar_;
  }

  const std::vector<ReportLevel>& levels_;
  Date day_;
  const Calendar& calendar_;
  const ReportChainPolicy& policy_;
  std::vector<std::size_t> upper_blame_;  ///< the level whose clause sets `latest`
  std::vector<std::size_t> lower_blame_;  ///< the level whose data window sets `earliest`
  ReportChain out_;
};

}  // namespace

Result<ReportChain> report_chain(const std::vector<ReportLevel>& levels, Date day,
                                 const Calendar& calendar, const ReportChainPolicy& policy) {
  return Chain(levels, day, calendar, policy).solve();
}

}  // namespace kehoach
