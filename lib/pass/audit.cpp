// SPDX-License-Identifier: BSL-1.0
#include "pass/audit.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "pass/finding_list.hpp"
#include "pass/item_place.hpp"
#include "pass/words.hpp"

namespace kehoach::detail {
namespace {

using Severities = std::array<std::optional<Severity>, finding_code_count>;

/// How bad each code is here: as the table says, unless the host holds otherwise.
Severities severities(const AuditSettings& settings) {
  Severities all;
  for (const FindingInfo& info : finding_codes())
    all[static_cast<std::size_t>(info.code) - 1] = info.severity;
  for (const FindingRule& rule : settings.findings)
    all[static_cast<std::size_t>(rule.code) - 1] = rule.severity;
  return all;
}

/// As `told_before` compares first.
std::uint64_t first_of_order(const Finding& f) {
  return (2u - static_cast<std::uint64_t>(f.severity)) << 56 |
         static_cast<std::uint64_t>(f.code) << 48 | static_cast<std::uint64_t>(f.item.kind) << 40 |
         f.item.id;
}

/// Leaves out what is switched off. Those of one item that the order does not tell apart stay as found.
void put_in_order(Findings& found, const AuditSettings& settings) {
  const Severities all = severities(settings);
  const auto of = [&](const Finding& f) { return all[static_cast<std::size_t>(f.code) - 1]; };
  std::erase_if(found, [&](const Finding& f) { return !of(f); });
  for (Finding& f : found) f.severity = *of(f);
  // Mostly severity, code and item tell; and findings are large, so each is moved but once.
  struct Place {
    std::uint64_t first;
    std::uint32_t at;
  };
  std::vector<Place> places(found.size());
  for (std::uint32_t i = 0; i < places.size(); ++i) places[i] = {first_of_order(found[i]), i};
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
    if (a.first != b.first) return a.first < b.first;
    if (told_before(found[a.at], found[b.at])) return true;
    return a.at < b.at && !told_before(found[b.at], found[a.at]);
  });
  Findings in_order;
  in_order.reserve(found.size());
  for (const Place& place : places) in_order.push_back(std::move(found[place.at]));
  found = std::move(in_order);
}

using Counts = Audit::Counts;

std::size_t& count_of(Counts& counts, FindingCode code) {
  return counts[static_cast<std::size_t>(code) - 1];
}

FindingList list_of(Findings found) {
  FindingWriter writer;
  for (Finding& f : found) writer.add(std::move(f));
  return writer.finish();
}

Rows all_rows(const Model& model, ItemKind kind) {
  Rows rows(model.count(kind));
  for (std::uint32_t i = 0; i < rows.size(); ++i) rows[i] = i + 1;
  return rows;
}

using Code = FindingCode;

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
constexpr Code of_adequacy[] = {Code::target_lowered, Code::target_missing,
                                Code::target_not_implied};
constexpr Code of_twins[] = {Code::duplicate_duty};
constexpr Code of_offices[] = {Code::no_successor};

/// Which findings of a list are about items audited again: their places, ascending.
class Places {
 public:
  Places(const FindingList& list, const Counts& counts, const AuditSettings& settings)
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
  const Counts& counts_;
  const Severities severities_;
  std::vector<std::size_t> found_;
};

/// The list less the findings at some places, with others put in where they belong. What is found
/// again as it was stays where it is. Returns how many went or came.
std::size_t replace(FindingList& list, Counts& counts, const std::vector<std::size_t>& places,
                    Findings found) {
  std::vector<std::size_t> gone;
  Findings come;
  auto next = found.begin();
  const auto come_until = [&](const Finding& f) {
    while (next != found.end() && told_before(*next, f)) come.push_back(std::move(*next++));
  };
  for (const std::size_t place : places) {
    const Finding& old = list[place];
    come_until(old);
    if (next != found.end() && same(*next, old))
      ++next;
    else
      gone.push_back(place);
  }
  come.insert(come.end(), std::make_move_iterator(next), std::make_move_iterator(found.end()));
  if (gone.empty() && come.empty()) return 0;
  for (const std::size_t place : gone) --count_of(counts, list[place].code);
  for (const Finding& f : come) ++count_of(counts, f.code);
  const std::size_t count = gone.size() + come.size();
  if (list.size() == gone.size()) {
    list = list_of(std::move(come));
    return count;
  }
  FindingWriter writer;
  std::size_t at = 0;
  auto out = gone.begin();
  const auto copy_until = [&](std::size_t place) {
    for (; out != gone.end() && *out < place; at = *out++ + 1) writer.copy(*list.parts(), at, *out);
    writer.copy(*list.parts(), at, place);
    at = place;
  };
  for (Finding& f : come) {
    const auto place = std::upper_bound(list.begin() + static_cast<std::ptrdiff_t>(at), list.end(),
                                        f, told_before);
    copy_until(static_cast<std::size_t>(place - list.begin()));
    writer.add(std::move(f));
  }
  copy_until(list.size());
  list = writer.finish();
  return count;
}

}  // namespace

Finding make_finding(const Model& model, FindingCode code, Item item, Text message) {
  Finding f;
  f.code = code;
  f.item = item;
  f.message = std::move(message);
  f.source = finding_codes()[static_cast<std::size_t>(code) - 1].source;
  ItemPlace place = place_of(model, item);
  f.document = place.document;
  f.path = std::move(place.path);
  return f;
}

void check_units(Findings& found, const Model& model, Item item, const std::vector<UnitId>& units,
                 Date on) {
  if (on == no_date) return;
  for (UnitId unit : units) {
    if (!unit || exists(model, unit, on)) continue;
    const UnitSpec& spec = model.unit(unit);
    const bool closed = spec.closed != no_date && spec.closed <= on;
    found.push_back(make_finding(
        model, FindingCode::unit_not_existing, item,
        closed ? say("{}: {} đã giải thể hoặc sáp nhập ngày {}, trước ngày {}",
                     "{}: {} was closed or merged on {}, before {}",
                     {label(model, item), label(model, unit, on), spec.closed, on})
               : say("{}: {} chưa tồn tại vào ngày {}; thành lập ngày {}",
                     "{}: {} did not exist yet on {}; it was founded on {}",
                     {label(model, item), label(model, unit), on, spec.names.front().from})));
    found.back().others = {unit};
    found.back().date = on;
  }
}

Audit::Audit(const AuditView& view) : index_(view) {
  all(view);
}

void Audit::all(const AuditView& view) {
  const Model& model = view.model;
  const Rows tasks = all_rows(model, ItemKind::task);
  const Rows documents = all_rows(model, ItemKind::document);
  const Rows reports = all_rows(model, ItemKind::report);
  const Rows targets = all_rows(model, ItemKind::target);
  const Keys duties = all_duties(view, index_);
  Findings found;
  audit_tasks(found, view, tasks);
  audit_levels(found, view, index_, tasks);
  audit_duties(found, view, index_, duties);
  audit_papers(found, view, index_, documents);
  audit_citations(found, view, index_, documents);
  audit_reports(found, view, reports);
  audit_burden(found, view);
  audit_targets(found, view, targets);
  audit_adequacy(found, view);
  put_in_order(found, model.settings.audit);
  work_ = {true,
           tasks.size() + (documents.size() + reports.size() + targets.size()) * 2 + duties.size(),
           found.size()};
  for (const Finding& f : found) ++count_of(counts_, f.code);
  list_ = list_of(std::move(found));
}

void Audit::update(const AuditView& before, const AuditView& now) {
  const Again again = detail::again(before, now, index_);
  if (again.all) {
    *this = Audit(now);
    return;
  }
  const AuditSettings& settings = now.model.settings.audit;
  Findings found;
  Places places(list_, counts_, settings);
  work_ = {};
  audit_tasks(found, now, again.tasks);
  audit_levels(found, now, index_, again.tasks);
  places.about(of_tasks, ItemKind::task, again.tasks);
  audit_papers(found, now, index_, again.papers);
  places.about(of_papers, ItemKind::document, again.papers);
  audit_citations(found, now, index_, again.citations);
  places.about(of_citations, ItemKind::document, again.citations);
  audit_reports(found, now, again.reports);
  places.about(of_reports, ItemKind::report, again.reports);
  audit_targets(found, now, again.targets);
  places.about(of_targets, ItemKind::target, again.targets);
  audit_duties(found, now, index_, again.duties);
  places.of_duties(now, index_, again);
  work_.visited = again.tasks.size() + again.papers.size() + again.citations.size() +
                  again.reports.size() + again.targets.size() + again.duties.size();
  if (again.burden) {
    audit_burden(found, now);
    places.of(of_burden);
    work_.visited += now.model.count(ItemKind::report);
  }
  if (again.adequacy) {
    audit_adequacy(found, now);
    places.of(of_adequacy);
    work_.visited += now.model.count(ItemKind::target);
  }
  put_in_order(found, settings);
  work_.changed = replace(list_, counts_, places.take(), std::move(found));
}

}  // namespace kehoach::detail
