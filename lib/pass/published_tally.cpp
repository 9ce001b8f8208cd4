// SPDX-License-Identifier: BSL-1.0
// Three sums hold in every tally: done and open are what they are made of, and both make the total.
// Where the parts of a part are not printed, the next level stands for them.
#include <kehoach/tally.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

namespace kehoach {

const char* name(TallyField field) noexcept {
  switch (field) {
    case TallyField::total: return "total";
    case TallyField::done: return "done";
    case TallyField::done_in_time: return "done_in_time";
    case TallyField::done_late: return "done_late";
    case TallyField::open: return "open";
    case TallyField::open_in_time: return "open_in_time";
    case TallyField::open_overdue: return "open_overdue";
  }
  return "unknown";
}

std::optional<Rounding> rounding_of(Quantity stated, std::int64_t part, std::int64_t whole) {
  const Result<Quantity> hundred = Quantity(part).times(100);
  if (!hundred.ok()) return std::nullopt;
  for (const Rounding how : {Rounding::half_up, Rounding::truncate}) {
    const Result<Quantity> rate = hundred->over(whole, stated.scale(), how);
    if (rate.ok() && *rate == stated) return how;
  }
  return std::nullopt;
}

namespace {

using Figure = std::optional<std::int64_t>;

constexpr std::array<TallyField, 7> fields{
    TallyField::total, TallyField::done,         TallyField::done_in_time, TallyField::done_late,
    TallyField::open,  TallyField::open_in_time, TallyField::open_overdue};

Figure& at(PublishedTally& t, TallyField field) {
  switch (field) {
    case TallyField::total: return t.total;
    case TallyField::done: return t.done;
    case TallyField::done_in_time: return t.done_in_time;
    case TallyField::done_late: return t.done_late;
    case TallyField::open: return t.open;
    case TallyField::open_in_time: return t.open_in_time;
    case TallyField::open_overdue: break;
  }
  return t.open_overdue;
}

Figure at(const PublishedTally& t, TallyField field) {
  PublishedTally copy = t;
  return at(copy, field);
}

Figure sum(Figure a, Figure b) {
  return a && b ? Figure(*a + *b) : Figure{};
}

std::string words(std::int64_t n) {
  return Quantity(n).to_vietnamese();
}

Text field_words(TallyField field) {
  switch (field) {
    case TallyField::total: return {"tổng số", "total"};
    case TallyField::done: return {"đã hoàn thành", "done"};
    case TallyField::done_in_time: return {"hoàn thành đúng hạn", "done in time"};
    case TallyField::done_late: return {"hoàn thành quá hạn", "done late"};
    case TallyField::open: return {"chưa hoàn thành", "open"};
    case TallyField::open_in_time: return {"chưa hoàn thành, trong hạn", "open in time"};
    case TallyField::open_overdue: return {"chưa hoàn thành, quá hạn", "open overdue"};
  }
  return {};
}

class Check {
 public:
  explicit Check(const PublishedTally& tally) : t_(tally) {}

  std::vector<TallyFault> run() {
    const Figure done = sum(t_.done_in_time, t_.done_late);
    const Figure open = sum(t_.open_in_time, t_.open_overdue);
    compare(TallyField::done, done);
    compare(TallyField::open, open);
    compare(TallyField::total, sum(t_.done ? t_.done : done, t_.open ? t_.open : open));
    const Figure all_done = t_.done ? t_.done : done;
    percent(TallyField::done, t_.done_percent, all_done, t_.total);
    percent(TallyField::open_in_time, t_.open_in_time_percent, t_.open_in_time, t_.total);
    percent(TallyField::open_overdue, t_.open_overdue_percent, t_.open_overdue, t_.total);
    percent(TallyField::done, t_.done_of_due_percent, all_done, sum(all_done, t_.open_overdue));
    return std::move(faults_);
  }

 private:
  void compare(TallyField field, Figure computed) {
    const Figure stated = at(t_, field);
    if (!stated || !computed || *stated == *computed) return;
    const Text what = field_words(field);
    TallyFault fault;
    fault.field = field;
    fault.stated = *stated;
    fault.computed = *computed;
    fault.message = {what.vi + ": cộng lại được " + words(*computed) + ", không phải " +
                         words(*stated) + " (chênh " + words(std::abs(*stated - *computed)) + ")",
                     what.en + ": the parts add up to " + std::to_string(*computed) + ", not " +
                         std::to_string(*stated) + " (" +
                         std::to_string(std::abs(*stated - *computed)) + " apart)"};
    faults_.push_back(std::move(fault));
  }

  void percent(TallyField field, const std::optional<Quantity>& stated, Figure part, Figure whole) {
    if (!stated || !part || !whole || *whole <= 0) return;
    if (rounding_of(*stated, *part, *whole)) return;
    const Result<Quantity> hundred = Quantity(*part).times(100);
    if (!hundred.ok()) return;
    const Result<Quantity> rate = hundred->over(*whole, stated->scale(), Rounding::half_up);
    if (!rate.ok()) return;
    const Text what = field_words(field);
    TallyFault fault;
    fault.kind = TallyFaultKind::percent;
    fault.field = field;
    fault.stated = *stated;
    fault.computed = *rate;
    fault.message = {what.vi + ": " + words(*part) + "/" + words(*whole) + " là " +
                         rate->to_vietnamese() + " %, không phải " + stated->to_vietnamese() + " %",
                     what.en + ": " + std::to_string(*part) + " of " + std::to_string(*whole) +
                         " is " + rate->to_string() + " %, not " + stated->to_string() + " %"};
    faults_.push_back(std::move(fault));
  }

  PublishedTally t_;
  std::vector<TallyFault> faults_;
};

bool sums_are_right(const std::vector<TallyFault>& faults) {
  return std::none_of(faults.begin(), faults.end(),
                      [](const TallyFault& f) { return f.kind == TallyFaultKind::sum; });
}

/// The one figure that, changed by what is missing, leaves the fewest faults and all sums right.
void find_culprit(const PublishedTally& tally, TallyFault& fault) {
  const std::int64_t apart = fault.stated.coefficient() - fault.computed.coefficient();
  std::size_t fewest = fields.size() * 2;
  for (const TallyField field : fields) {
    PublishedTally changed = tally;
    Figure& figure = at(changed, field);
    if (!figure) continue;
    *figure += field == fault.field ? -apart : apart;
    const std::vector<TallyFault> left = Check(changed).run();
    if (*figure < 0 || !sums_are_right(left) || left.size() > fewest) continue;
    if (left.size() == fewest) {
      fault.culprit.reset();
      continue;
    }
    fewest = left.size();
    fault.culprit = field;
    fault.suggestion = *figure;
  }
  if (!fault.culprit) {
    fault.suggestion = 0;
    return;
  }
  const Text what = field_words(*fault.culprit);
  fault.message.vi +=
      "; nếu " + what.vi + " là " + words(fault.suggestion) + " thì các tổng đều khớp";
  fault.message.en +=
      "; with " + what.en + " " + std::to_string(fault.suggestion) + " all sums fit";
}

std::int64_t computed(const Rollup& sum, TallyField field) {
  const auto count = [&](Status s) {
    return std::int64_t{sum.counts[static_cast<std::size_t>(s)]};
  };
  switch (field) {
    case TallyField::total: return sum.total();
    case TallyField::done: return sum.done();
    case TallyField::done_in_time: return count(Status::done_in_time);
    case TallyField::done_late: return count(Status::done_late);
    case TallyField::open: return sum.open();
    case TallyField::open_in_time: return sum.open() - count(Status::open_overdue);
    case TallyField::open_overdue: break;
  }
  return count(Status::open_overdue);
}

}  // namespace

std::vector<TallyFault> check(const PublishedTally& tally) {
  std::vector<TallyFault> faults = Check(tally).run();
  for (TallyFault& fault : faults)
    if (fault.kind == TallyFaultKind::sum) find_culprit(tally, fault);
  return faults;
}

std::vector<TallyFault> check(const PublishedTally& tally, const Rollup& sum) {
  std::vector<TallyFault> faults = check(tally);
  for (const TallyField field : fields) {
    const Figure stated = at(tally, field);
    const std::int64_t here = computed(sum, field);
    if (!stated || *stated == here) continue;
    const Text what = field_words(field);
    TallyFault fault;
    fault.kind = TallyFaultKind::rollup;
    fault.field = field;
    fault.stated = *stated;
    fault.computed = here;
    fault.message = {
        what.vi + ": các kế hoạch cộng lại được " + words(here) + ", công bố " + words(*stated),
        what.en + ": the plans add up to " + std::to_string(here) + ", published " +
            std::to_string(*stated)};
    faults.push_back(std::move(fault));
  }
  return faults;
}

}  // namespace kehoach
