// SPDX-License-Identifier: BSL-1.0
// Targets on the way down: does what is asked below add up to what is asked above?
#include <set>

#include "pass/adequacy.hpp"
#include "pass/audit.hpp"
#include "pass/words.hpp"

namespace kehoach::detail {
namespace {

/// "chỉ tiêu X của Bộ Y tế (01/KH-BYT)": a target other than the one a finding is about.
std::string target_words(const Model& model, TargetId id) {
  const TargetSpec& spec = model.target(id);
  std::string words = label(model, id) + ", " + label(model, spec.unit);
  if (spec.document) words += " (" + label(model, spec.document) + ")";
  return words;
}

/// Of means one office may ask less if others ask more.
bool compensates(Aggregation a) {
  return a == Aggregation::ratio || a == Aggregation::weighted_mean;
}

class AdequacyAudit {
 public:
  AdequacyAudit(Findings& found, const AuditView& view, const TargetKin& kin)
      : found_(found), model_(view.model), when_(view.when), kin_(kin) {}

  void run(const Rows& uppers) {
    for (const std::uint32_t t : uppers) {
      const TargetId id(t);
      if (model_.present(id) && kin_.any_for(id, model_.target(id).indicator)) check(id);
    }
  }

 private:
  /// The first milestone that does not add up tells.
  void check(TargetId id) {
    const Result<std::vector<Adequacy>> all = adequacy_of(model_, kin_, id, when_);
    if (!all.ok()) return;
    for (const Adequacy& a : *all) {
      if (a.outcome == Adequate::implied || a.outcome == Adequate::nothing_below) continue;
      const bool lowered_some = lowered(id, a);
      const bool lacking_some = missing(id, a);
      const bool fails = a.outcome == Adequate::not_implied || a.outcome == Adequate::contradicted;
      const Aggregation how = model_.indicator(model_.target(id).indicator).aggregation;
      const bool told =
          (lowered_some && !compensates(how)) || (lacking_some && !a.short_by && !a.over_by);
      if (fails && !told) not_implied(id, a);
      if (fails || lowered_some || lacking_some) return;
    }
  }

  bool lowered(TargetId upper, const Adequacy& a) {
    bool any = false;
    for (const Contribution& c : a.contributions) {
      if (!c.target || !c.short_by || c.late) continue;
      const bool low = a.low && c.low && *c.low < *a.low;
      found_.push_back(make_finding(
          model_, FindingCode::target_lowered, c.target,
          say("{}: {} chỉ đặt mức {}, kém mức {} phải đạt của {}",
              "{}: {} asks for {} only, which falls short of the {} asked for by {}",
              {label(model_, c.target), label(model_, c.unit, when_.as_of), low ? *c.low : *c.high,
               low ? *a.low : *a.high, target_words(model_, upper)})));
      found_.back().others = {upper};
      found_.back().date = a.milestone.by;
      any = true;
    }
    return any;
  }

  bool missing(TargetId upper, const Adequacy& a) {
    std::set<UnitId> with;
    for (const Contribution& c : a.contributions)
      if (c.target) with.insert(c.unit);
    if (a.lacking.empty() || with.empty()) return false;
    found_.push_back(
        make_finding(model_, FindingCode::target_missing, upper,
                     say("{}: {} đơn vị được giao chỉ tiêu, {} đơn vị thì không hoặc muộn hơn: {}",
                         "{}: {} offices have a target for it, {} have none or a later one: {}",
                         {label(model_, upper), std::int64_t(with.size() - late(a, with)),
                          std::int64_t(a.lacking.size()), list_words(model_, a.lacking)})));
    found_.back().others.assign(a.lacking.begin(), a.lacking.end());
    found_.back().date = a.milestone.by;
    return true;
  }
  /// How many of those with a target have only a later one.
  static std::size_t late(const Adequacy& a, const std::set<UnitId>& with) {
    std::size_t count = 0;
    for (UnitId unit : a.lacking) count += with.contains(unit);
    return count;
  }

  void not_implied(TargetId upper, const Adequacy& a) {
    Text gap;
    if (a.short_by && a.implied_low)
      gap = say("; cộng lại chỉ bảo đảm {}, thiếu {}", "; together they promise {}, {} short",
                {*a.implied_low, *a.short_by});
    else if (a.over_by && a.implied_high)
      gap = say("; cộng lại có thể đến {}, vượt {}", "; together they may reach {}, {} too much",
                {*a.implied_high, *a.over_by});
    found_.push_back(make_finding(
        model_, FindingCode::target_not_implied, upper,
        say("{}: mọi chỉ tiêu của đơn vị bên dưới đều đạt thì vẫn có thể không đạt mức {}{}",
            "{}: all targets below may be met and {} still be missed{}",
            {label(model_, upper), a.low ? *a.low : *a.high, gap})));
    Finding& f = found_.back();
    for (const Contribution& c : a.contributions)
      if (c.target) f.others.emplace_back(c.target);
    f.date = a.milestone.by;
  }

  Findings& found_;
  const Model& model_;
  const When& when_;
  const TargetKin& kin_;
};

}  // namespace

void audit_adequacy(Findings& found, const AuditView& view, const AuditIndex& index,
                    const Rows& uppers) {
  AdequacyAudit(found, view, index.kin()).run(uppers);
}

}  // namespace kehoach::detail
