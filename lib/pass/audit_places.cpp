// SPDX-License-Identifier: BSL-1.0
#include "pass/audit_places.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace kehoach::detail {
namespace {

using Code = FindingCode;
using Rows = std::vector<std::uint32_t>;

// Which function finds what about which kind of item; a code twice is about items of two kinds.
constexpr Code of_tasks[] = {
    Code::impossible_date,    Code::deadline_after_upper, Code::deadline_before_issue,
    Code::upper_not_taken_up, Code::several_leads,        Code::lead_is_support,
    Code::infeasible,         Code::progress_contradicts, Code::unit_not_existing,
    Code::due_on_day_off,     Code::suspicious_date};
constexpr Code of_papers[] = {Code::implements_nothing,
                              Code::no_lead,
                              Code::document_without_symbol,
                              Code::document_without_date,
                              Code::no_deadlines,
                              Code::symbol_style,
                              Code::no_reports};
constexpr Code of_citations[] = {
    Code::document_cited_with_two_dates, Code::document_cited_in_two_styles,
    Code::document_cited_before_issue,   Code::implemented_though_replaced,
    Code::document_cited_not_in_force,   Code::implemented_though_amended};
constexpr Code of_reports[] = {Code::impossible_date,
                               Code::report_before_data_closes,
                               Code::report_before_period_ends,
                               Code::report_chain_infeasible,
                               Code::report_order,
                               Code::reports_coincide,
                               Code::first_period_past,
                               Code::unit_not_existing,
                               Code::report_margin_small};
constexpr Code of_targets[] = {Code::target_contradictory, Code::baseline_missing,
                               Code::unit_not_existing, Code::suspicious_date};
constexpr Code of_burden[] = {Code::reports_mergeable, Code::report_burden};
constexpr Code of_uppers[] = {Code::target_missing, Code::target_not_implied};
constexpr Code of_lowered = Code::target_lowered;  // about the one below, the upper one is another
constexpr Code of_twins[] = {Code::duplicate_duty};
constexpr Code of_offices[] = {Code::no_successor};

class Places {
 public:
  Places(const FindingList& list, const FindingCounts& counts, const AuditSettings& settings)
      : list_(list), counts_(counts), severities_(severities(settings)) {}

  void about(std::span<const Code> codes, ItemKind kind, const Rows& rows) {
    for (const Code code : codes) {
      Range left = range(code);
      for (const std::uint32_t row : rows) {
        if (left.first == left.end) break;
        left.first = first(Item(kind, row), left);
        while (left.first < left.end && list_[left.first].item == Item(kind, row))
          found_.push_back(left.first++);
      }
    }
  }
  void of(std::span<const Code> codes) {
    for (const Code code : codes)
      for (Range left = range(code); left.first < left.end;) found_.push_back(left.first++);
  }
  /// Targets that ask for less than one of these.
  void of_lowered_by(const Rows& uppers) {
    if (uppers.empty()) return;
    const Range all = range(of_lowered);
    for (std::size_t place = all.first; place < all.end; ++place)
      if (std::binary_search(uppers.begin(), uppers.end(), list_[place].others.front().id))
        found_.push_back(place);
  }
  /// Twins that one of the keys stands for, or of one of these tasks, which had no other keys; and the
  /// duties of offices that are no more.
  void of_duties(const AuditView& view, const AuditIndex& index, const Again& again) {
    Rows tasks = again.members;
    for (const std::uint64_t key : again.duties)
      for (const std::uint32_t t : index.duties().of(key)) tasks.push_back(t);
    std::sort(tasks.begin(), tasks.end());
    tasks.erase(std::unique(tasks.begin(), tasks.end()), tasks.end());
    const std::size_t before = found_.size();
    about(of_twins, ItemKind::task, tasks);
    const auto stays = [&](std::size_t place) {
      const Finding& f = list_[place];
      if (std::binary_search(again.members.begin(), again.members.end(), f.item.id)) return false;
      const std::uint64_t key =
          index.twin_key(view.model, UnitId(f.others.back().id), TaskId(f.item.id));
      return !std::binary_search(again.duties.begin(), again.duties.end(), key);
    };
    found_.erase(
        std::remove_if(found_.begin() + static_cast<std::ptrdiff_t>(before), found_.end(), stays),
        found_.end());
    if (again.duties.empty()) return;
    Rows units;
    for (std::uint32_t u = 1; u <= view.model.count(ItemKind::unit); ++u)
      if (std::binary_search(again.duties.begin(), again.duties.end(), orphan_key(UnitId(u))))
        units.push_back(u);
    about(of_offices, ItemKind::unit, units);
  }
  std::vector<std::size_t> take() {
    std::sort(found_.begin(), found_.end());
    return std::move(found_);
  }

 private:
  struct Range {
    std::size_t first, end;
  };
  /// Where the findings of a code stand.
  Range range(Code code) const {
    const std::size_t c = static_cast<std::size_t>(code) - 1;
    const std::optional<Severity> severity = severities_[c];
    if (!severity) return {0, 0};
    std::size_t before = 0;
    for (std::size_t i = 0; i < counts_.size(); ++i)
      if (severities_[i] && (severities_[i] > severity || (severities_[i] == severity && i < c)))
        before += counts_[i];
    return {before, before + counts_[c]};
  }
  /// The first about an item or a later one.
  std::size_t first(Item item, const Range& within) const {
    const auto at = [&](std::size_t i) { return list_.begin() + static_cast<std::ptrdiff_t>(i); };
    const auto before = [](const Finding& f, Item i) { return f.item < i; };
    return static_cast<std::size_t>(
        std::lower_bound(at(within.first), at(within.end), item, before) - at(0));
  }

  const FindingList& list_;
  const FindingCounts& counts_;
  const Severities severities_;
  std::vector<std::size_t> found_;
};

}  // namespace

std::vector<std::size_t> places_of(const Again& again, const FindingList& list,
                                   const FindingCounts& counts, const AuditView& view,
                                   const AuditIndex& index) {
  Places places(list, counts, view.model.settings.audit);
  places.about(of_tasks, ItemKind::task, again.tasks);
  places.about(of_papers, ItemKind::document, again.papers);
  places.about(of_citations, ItemKind::document, again.citations);
  places.about(of_reports, ItemKind::report, again.reports);
  places.about(of_targets, ItemKind::target, again.targets);
  places.about(of_uppers, ItemKind::target, again.uppers);
  places.of_lowered_by(again.uppers);
  places.of_duties(view, index, again);
  if (again.burden) places.of(of_burden);
  return places.take();
}

}  // namespace kehoach::detail
