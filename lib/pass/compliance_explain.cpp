// SPDX-License-Identifier: BSL-1.0
// The same steps as `judge`, in words: the figures and how they become one, what is asked for, the
// line, the gap.
#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <utility>

#include "pass/compliance.hpp"
#include "pass/compliance_actual.hpp"

namespace kehoach::detail {
namespace {

/// Figures told one by one; the rest are counted.
constexpr std::size_t most_figures = 50;

Text both(const std::string& words) {
  return {words, words};
}
Text in_words(Quantity q) {
  return {q.to_vietnamese(), q.to_string()};
}
Text in_words(Date d) {
  return {to_vietnamese(d), to_string(d)};
}
Text in_words(std::size_t n) {
  return both(std::to_string(n));
}

std::string filled(std::string_view pattern, std::initializer_list<Text> words, Language language) {
  std::string sentence;
  auto word = words.begin();
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool gap = pattern.substr(i, 2) == "{}" && word != words.end();
    if (!gap) {
      sentence += pattern[i];
      continue;
    }
    sentence += (word++)->in(language);
    ++i;
  }
  return sentence;
}

/// Both patterns with each "{}" replaced in turn.
Text say(const char* vi, const char* en, std::initializer_list<Text> words = {}) {
  return {filled(vi, words, Language::vi), filled(en, words, Language::en)};
}

Text joined(Text a, const Text& b) {
  return {a.vi + b.vi, a.en + b.en};
}

Text method(Aggregation aggregation) {
  switch (aggregation) {
    case Aggregation::sum: return {"cộng lại", "added up"};
    case Aggregation::ratio:
      return {"tổng tử số chia tổng mẫu số", "sum of numerators over sum of denominators"};
    case Aggregation::weighted_mean:
      return {"bình quân theo mẫu số của từng đơn vị", "mean weighted by each unit's denominator"};
    case Aggregation::min: return {"lấy giá trị thấp nhất", "the lowest one"};
    case Aggregation::max: return {"lấy giá trị cao nhất", "the highest one"};
    case Aggregation::last: return {"lấy số liệu mới nhất", "the latest one"};
    case Aggregation::count:
      return {"đếm số đơn vị có số liệu", "the number of units that reported"};
  }
  return {};
}

Text ask(Comparator comparator) {
  switch (comparator) {
    case Comparator::greater: return {"trên {}", "more than {}"};
    case Comparator::greater_or_equal: return {"từ {} trở lên", "{} or more"};
    case Comparator::less: return {"dưới {}", "less than {}"};
    case Comparator::less_or_equal: return {"không quá {}", "{} or less"};
    case Comparator::equal: return {"đúng bằng {}", "exactly {}"};
    case Comparator::range: return {"từ {} đến {}", "{} to {}"};
  }
  return {};
}

class Steps {
 public:
  Steps(const IndicatorSpec& indicator, const TargetSpec& target, const Verdict& verdict,
        Date as_of)
      : indicator_(indicator), target_(target), verdict_(verdict), as_of_(as_of) {}

  void conclusion() {
    const bool undecided = verdict_.actual && !verdict_.bound;
    const Text what =
        undecided ? say("chưa kết luận được", "no conclusion") : describe(verdict_.compliance);
    const Text actual = verdict_.actual
                            ? measured(*verdict_.actual)
                            : say("không có số liệu nào dùng được", "no figure that can be used");
    add(0, "verdict", say("Ngày {}: {} – {}", "On {}: {} – {}", {in_words(as_of_), what, actual}));
  }

  void figures(std::span<const Figure> counted,
               const std::function<std::string(UnitId)>& unit_name) {
    if (!counted.empty()) {
      add(1, "figures",
          say("Số liệu của {}/{} đơn vị, {}", "Figures of {} of {} units, {}",
              {in_words(counted.size()), in_words(verdict_.expected_units),
               method(indicator_.aggregation)}));
      for (const Figure& f : counted.first(std::min(counted.size(), most_figures))) {
        figure(f, unit_name(f.unit));
      }
      if (counted.size() > most_figures) {
        add(2, "more_figures",
            say("và {} đơn vị khác", "and {} more units",
                {in_words(counted.size() - most_figures)}));
      }
      rounding();
    }
    if (!verdict_.missing.empty()) missing(unit_name);
  }

  void bound() {
    if (!verdict_.bound) {
      add(1, "baseline_missing",
          say("Đặt mức thay đổi {}{} nhưng không nêu mốc so sánh, nên không tính được mức phải đạt",
              "A change of {}{} is asked for without saying from what, so there is no bound",
              {in_words(verdict_.milestone.bound), change_measure()}));
      return;
    }
    const Text pattern = ask(target_.comparator);
    const Text low = measured(*verdict_.bound);
    const Text high = verdict_.upper ? measured(*verdict_.upper) : Text{};
    const Date by = verdict_.milestone.by;
    const Text when = by == no_date ? Text{", văn bản không nêu thời hạn", ", no day stated"}
                                    : say(", mốc {}", " by {}", {in_words(by)});
    add(1, "bound",
        say(target_.aspirational ? "Phấn đấu {}{}" : "Phải đạt {}{}",
            target_.aspirational ? "Aspired to: {}{}" : "Asked for: {}{}",
            {say(pattern.vi.c_str(), pattern.en.c_str(), {low, high}), when}));
    steps_.back().document = target_.document;
    steps_.back().path = target_.path;
    steps_.back().date = verdict_.milestone.by;
    if (target_.relative != Relative::absolute) relative();
  }

  void line() {
    if (!verdict_.expected || as_of_ > verdict_.milestone.by) return;
    if (!verdict_.start) {
      add(1, "line",
          say("Không có mốc ban đầu: so thẳng với mức phải đạt",
              "No dated baseline: measured against the bound itself"));
      return;
    }
    if (target_.course == Course::steps) {
      add(1, "line",
          say("Theo từng bước: đến trước mốc {} vẫn tính theo mức {} của ngày {}",
              "By steps: until the milestone of {} what counts is {}, as on {}",
              {in_words(verdict_.milestone.by), measured(*verdict_.start),
               in_words(verdict_.start_date)}));
      return;
    }
    add(1, "line",
        say("Đường thẳng từ {} ngày {} đến mốc {}: ngày {} cần {}",
            "Straight line from {} on {} to the milestone of {}: {} asks for {}",
            {measured(*verdict_.start), in_words(verdict_.start_date),
             in_words(verdict_.milestone.by), in_words(as_of_), measured(*verdict_.expected)}));
  }

  void gap() {
    if (!verdict_.gap) return;
    const Quantity zero;
    const Quantity gap = *verdict_.gap;
    if (gap == zero) {
      add(1, "gap", say("Chênh lệch so với mức phải đạt: 0", "Gap to the bound: 0"));
      return;
    }
    const Result<Quantity> width = zero.minus(gap);
    const Quantity size = gap < zero && width.ok() ? *width : gap;
    add(1, "gap",
        gap < zero ? say("Thấp hơn mức {}", "{} below the bound", {difference(size)})
                   : say("Cao hơn mức {}", "{} above the bound", {difference(size)}));
  }

  void pace() {
    if (!verdict_.pace_needed || *verdict_.pace_needed == Quantity()) return;
    const Text needed =
        say("Còn {} ngày: cần thay đổi {} mỗi 30 ngày", "{} days left: {} each 30 days is needed",
            {in_words(static_cast<std::size_t>(verdict_.days_left)),
             difference(*verdict_.pace_needed)});
    const Text so_far = verdict_.pace_so_far ? say("; đến nay {}", ", {} so far",
                                                   {difference(*verdict_.pace_so_far)})
                                             : Text{};
    add(1, "pace", joined(needed, so_far));
  }

  /// What those missing could still make of it.
  void reach() {
    if (verdict_.missing.empty() || !verdict_.bound || !(verdict_.least || verdict_.most)) return;
    const Text unknown = {"?", "?"};
    add(1, "reach",
        joined(say("Khi đủ số liệu: từ {} đến {}", "With all figures: {} to {}",
                   {verdict_.least ? measured(*verdict_.least) : unknown,
                    verdict_.most ? measured(*verdict_.most) : unknown}),
               verdict_.decided
                   ? Text{", kết luận không đổi", ", the conclusion stands"}
                   : Text{", kết luận còn có thể đổi", ", the conclusion may change"}));
  }

  void other_reading() {
    if (!verdict_.otherwise) return;
    const bool percent = target_.relative == Relative::percent;
    add(1, "other_reading",
        say(percent ? "Văn bản không nói rõ; nếu hiểu là điểm phần trăm: {}"
                    : "Văn bản không nói rõ; nếu hiểu là phần trăm: {}",
            percent ? "The paper does not say; read as points: {}"
                    : "The paper does not say; read as percent: {}",
            {describe(*verdict_.otherwise)}));
  }

  /// Where a bound that must always hold did not.
  void breaches() {
    if (target_.hold == Hold::at_milestone) return;
    const bool measured_each = target_.hold == Hold::every_measurement;
    add(1, "held",
        say(measured_each ? "Phải giữ ở mọi lần đo: {} lần, {} lần không đạt"
                          : "Phải giữ ở từng kỳ: {} kỳ đã hết, {} kỳ không đạt",
            measured_each ? "Must hold at every measurement: {}, of which {} failed"
                          : "Must hold in every period: {} over, of which {} failed",
            {in_words(verdict_.checked), in_words(verdict_.breaches.size())}));
    for (const Breach& breach :
         std::span(verdict_.breaches).first(std::min(verdict_.breaches.size(), most_figures))) {
      const Text days =
          breach.first == breach.last
              ? in_words(breach.first)
              : say("{} - {}", "{} - {}", {in_words(breach.first), in_words(breach.last)});
      add(2, "breach",
          say("{}: {}", "{}: {}",
              {days,
               breach.actual ? measured(*breach.actual) : Text{"không có số liệu", "no figure"}}));
      steps_.back().date = breach.last;
    }
  }

  std::vector<Reason> take() { return std::move(steps_); }

 private:
  void add(std::uint16_t depth, const char* rule, Text text) {
    Reason reason;
    reason.depth = depth;
    reason.rule = rule;
    reason.text = std::move(text);
    steps_.push_back(std::move(reason));
  }

  Text measured(Quantity q) const {
    if (indicator_.measure.empty()) return in_words(q);
    return joined(in_words(q), both(" " + indicator_.measure));
  }

  /// Between two values of the indicator: of percentages it is points.
  Text difference_measure() const {
    if (indicator_.measure == "%") return say(" điểm phần trăm", " percentage points");
    return indicator_.measure.empty() ? Text{} : both(" " + indicator_.measure);
  }
  Text difference(Quantity q) const { return joined(in_words(q), difference_measure()); }

  /// What a change is asked for in: a percentage of the baseline, or a difference from it.
  Text change_measure() const {
    return target_.relative == Relative::percent ? both(" %") : difference_measure();
  }

  void figure(const Figure& f, const std::string& unit) {
    const bool two = f.has_denominator && indicator_.aggregation != Aggregation::sum &&
                     indicator_.aggregation != Aggregation::count;
    const Text value = two ? say("{}/{}", "{}/{}", {in_words(f.value), in_words(f.denominator)})
                           : in_words(f.value);
    add(2, "figure", say("{}, ngày {}: {}", "{}, {}: {}", {both(unit), in_words(f.date), value}));
    steps_.back().item = f.observation;
    steps_.back().date = f.date;
  }

  void rounding() {
    const bool cut = indicator_.rounding == Rounding::truncate;
    add(2, cut ? "truncate" : "half_up",
        say(cut ? "Cắt lấy {} chữ số thập phân, không làm tròn"
                : "Làm tròn đến {} chữ số thập phân, từ 5 trở lên thì làm tròn lên",
            cut ? "Decimals kept: {}, the rest cut off" : "Decimals kept: {}, halves rounded up",
            {in_words(static_cast<std::size_t>(indicator_.decimals))}));
  }

  void missing(const std::function<std::string(UnitId)>& unit_name) {
    std::string names;
    const std::size_t told = std::min(verdict_.missing.size(), most_figures);
    for (std::size_t i = 0; i < told; ++i) {
      names += (i == 0 ? "" : ", ") + unit_name(verdict_.missing[i]);
    }
    if (told < verdict_.missing.size()) {
      names += " … (+" + std::to_string(verdict_.missing.size() - told) + ")";
    }
    add(1, "missing",
        say("Chưa có số liệu dùng được của {}/{} đơn vị: {}",
            "No usable figure from {} of {} units: {}",
            {in_words(verdict_.missing.size()), in_words(verdict_.expected_units), both(names)}));
  }

  void relative() {
    const Milestone& m = verdict_.milestone;
    Text change = joined(in_words(m.bound), change_measure());
    if (target_.comparator == Comparator::range) {
      change = say("{} đến {}", "{} to {}", {change, joined(in_words(m.upper), change_measure())});
    }
    const Text since = target_.baseline_date == no_date
                           ? Text{}
                           : say(" ngày {}", " on {}", {in_words(target_.baseline_date)});
    add(2, target_.relative == Relative::percent ? "percent_of_baseline" : "change_of_baseline",
        say("Thay đổi {} so với {}{}", "A change of {} from {}{}",
            {change, measured(target_.baseline), since}));
    steps_.back().date = target_.baseline_date;
  }

  const IndicatorSpec& indicator_;
  const TargetSpec& target_;
  const Verdict& verdict_;
  const Date as_of_;
  std::vector<Reason> steps_;
};

}  // namespace

std::vector<Reason> explain_verdict(const IndicatorSpec& indicator, const TargetSpec& target,
                                    std::span<const Figure> figures, const Verdict& verdict,
                                    Date as_of,
                                    const std::function<std::string(UnitId)>& unit_name) {
  std::vector<Figure> counted;
  std::copy_if(figures.begin(), figures.end(), std::back_inserter(counted),
               [&](const Figure& f) { return is_usable(indicator, f); });
  std::sort(counted.begin(), counted.end(),
            [](const Figure& a, const Figure& b) { return a.unit < b.unit; });
  Steps steps(indicator, target, verdict, as_of);
  steps.conclusion();
  steps.figures(counted, unit_name);
  steps.bound();
  steps.line();
  steps.gap();
  steps.pace();
  steps.reach();
  steps.other_reading();
  steps.breaches();
  return steps.take();
}

}  // namespace kehoach::detail
