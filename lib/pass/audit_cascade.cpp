// SPDX-License-Identifier: BSL-1.0
// What goes wrong between levels: duties nobody took up, duties that serve nothing, lower days after
// upper ones, and reports that contradict each other.
#include <map>
#include <set>

#include "pass/audit.hpp"
#include "pass/words.hpp"

namespace kehoach::detail {
namespace {

/// All that is counted per document before anything can be said of it.
struct Tally {
  std::vector<TaskId> tasks;
  std::vector<TaskId> without_lead;
  std::vector<TaskId> without_upper;
  std::vector<TaskId> not_taken_up;
  std::int64_t with_deadline = 0;
  std::int64_t ongoing = 0;
};

std::map<std::uint32_t, Tally> tally(const Model& model, const Frame& f, const Standings& all) {
  std::map<std::uint32_t, Tally> by_document;
  for (Position p = 0; p < f.size(); ++p) {
    if (all.status[p] == Status::cancelled) continue;
    const TaskId task(f.task_at[p]);
    const TaskRow& row = model.task(task);
    Tally& t = by_document[row.document];
    t.tasks.push_back(task);
    if (!model.first_lead(row)) t.without_lead.push_back(task);
    if (f.uppers(p).empty()) t.without_upper.push_back(task);
    if (!f.implemented[p]) t.not_taken_up.push_back(task);
    const DeadlineKind kind = model.rule(row).kind;
    if (kind == DeadlineKind::ongoing)
      ++t.ongoing;
    else if (kind != DeadlineKind::none)
      ++t.with_deadline;
  }
  return by_document;
}

void add(Findings& found, const Model& model, FindingCode code, Item item, Text message,
         const std::vector<TaskId>& tasks) {
  found.push_back(make_finding(model, code, item, std::move(message)));
  found.back().others.assign(tasks.begin(), tasks.end());
}

/// Does this document say that it implements one that has tasks?
bool hangs_under_tasks(const Model& model, DocumentId id,
                       const std::map<std::uint32_t, Tally>& tallies) {
  bool hangs = false;
  model.each_relation(model.document(id), [&](const RelationRow& r) {
    hangs = hangs || (r.relation == Relation::implements && tallies.contains(r.to.value()));
  });
  return hangs;
}

/// Documents that ask for reports.
std::set<std::uint32_t> asking(const Model& model) {
  std::set<std::uint32_t> documents;
  for (std::uint32_t r = 1; r <= model.count(ItemKind::report); ++r)
    if (model.present(ReportId(r))) documents.insert(model.report(ReportId(r)).document.value());
  return documents;
}

/// From this many tasks on a document is looked at as a plan, not as one of which little is known.
constexpr std::int64_t whole_plan = 5;

Text few_deadlines(const std::string& words, const Tally& t) {
  const auto n = std::int64_t(t.tasks.size());
  const std::int64_t silent = n - t.with_deadline - t.ongoing;
  Text rest;
  const auto part = [&](std::int64_t count, const char* vi, const char* en) {
    if (count == 0) return;
    rest.vi += (rest.vi.empty() ? "" : ", ") + std::to_string(count) + vi;
    rest.en += (rest.en.empty() ? "" : ", ") + std::to_string(count) + en;
  };
  part(t.ongoing, " ghi thường xuyên", " go on all the time");
  part(silent, " không nêu ngày nào", " name no day");
  return say("{}: {}/{} nhiệm vụ có thời hạn tính được; còn lại {}",
             "{}: {} of {} tasks have a deadline that can be computed; of the others {}",
             {words, t.with_deadline, n, rest});
}

void per_document(Findings& found, const Model& model,
                  const std::map<std::uint32_t, Tally>& tallies) {
  const std::set<std::uint32_t> asks = asking(model);
  for (const auto& [row, t] : tallies) {
    const DocumentId id(row);
    const std::string words = label(model, id);
    const auto n = std::int64_t(t.tasks.size());
    if (!t.without_lead.empty())
      add(found, model, FindingCode::no_lead, id,
          say("{}: {}/{} nhiệm vụ không ghi đơn vị chủ trì",
              "{}: {} of {} tasks name no leading office",
              {words, std::int64_t(t.without_lead.size()), n}),
          t.without_lead);
    if (!t.without_upper.empty() && hangs_under_tasks(model, id, tallies))
      add(found, model, FindingCode::implements_nothing, id,
          say("{}: {}/{} nhiệm vụ chưa gắn với nhiệm vụ nào của văn bản cấp trên",
              "{}: {} of {} tasks serve no task of an upper document",
              {words, std::int64_t(t.without_upper.size()), n}),
          t.without_upper);
    if (n >= whole_plan && t.with_deadline * 5 < n)
      add(found, model, FindingCode::no_deadlines, id, few_deadlines(words, t), {});
    if (n >= whole_plan && !asks.contains(row))
      add(found, model, FindingCode::no_reports, id,
          say("{}: giao {} nhiệm vụ nhưng không yêu cầu ai báo cáo",
              "{}: gives {} tasks, but asks nobody for a report", {words, n}),
          {});
    if (t.not_taken_up.size() < t.tasks.size())  // somebody took part of it up
      for (TaskId task : t.not_taken_up)
        add(found, model, FindingCode::upper_not_taken_up, task,
            say("{}: chưa có nhiệm vụ nào của cấp dưới triển khai",
                "{}: no task below implements it", {label(model, task)}),
            {});
  }
}

void between_levels(Findings& found, const Model& model, const Frame& f, const Standings& all) {
  std::map<TaskId, std::vector<TaskId>> open_below;
  for (Position p = 0; p < f.size(); ++p) {
    if (all.status[p] == Status::cancelled) continue;
    const TaskId lower(f.task_at[p]);
    for (Position u : f.uppers(p)) {
      const TaskId upper(f.task_at[u]);
      if (is_done(all.status[u]) && !is_done(all.status[p])) open_below[upper].push_back(lower);
      if (f.due[p] == day_none || f.due[u] == day_none || f.due[p] <= f.due[u]) continue;
      const Date mine = from_day_number(f.due[p]);
      const Date theirs = from_day_number(f.due[u]);
      add(found, model, FindingCode::deadline_after_upper, lower,
          say("{}: hạn {} muộn hơn hạn {} của nhiệm vụ cấp trên {}",
              "{}: due {}, later than {} of the upper task {}",
              {label(model, lower), mine, theirs, task_words(model, upper)}),
          {upper});
      found.back().date = mine;
    }
  }
  for (const auto& [upper, lower] : open_below)
    add(found, model, FindingCode::progress_contradicts, upper,
        say("{}: đã báo hoàn thành, nhưng {} nhiệm vụ cấp dưới chưa xong: {}",
            "{}: reported done, but {} tasks below are not: {}",
            {label(model, upper), std::int64_t(lower.size()), list_words(model, lower)}),
        lower);
}

/// Progress that cannot be, whatever those below may still report: less than what they did report,
/// or more than if all that did not report were done.
void progress(Findings& found, const Model& model, const Frame& f, const Standings& all) {
  constexpr std::int64_t whole = 10000;
  for (Position p = 0; p < f.size(); ++p) {
    const Status status = all.status[p];
    if (all.progress[p] < 0 || !f.implemented[p] || is_done(status) || status == Status::cancelled)
      continue;
    const Rollup below = all.rollups.below(p);
    const std::int64_t reported = all.progress[p] * below.weight;
    const std::int64_t best =
        below.weighted_progress + (below.weight - below.reported_weight) * whole;
    if (below.weight == 0 || (below.weighted_progress <= reported && reported <= best)) continue;
    const TaskId upper(f.task_at[p]);
    add(found, model, FindingCode::progress_contradicts, upper,
        say("{}: đã báo đạt {} %, nhưng theo các nhiệm vụ cấp dưới chỉ có thể từ {} % đến {} %",
            "{}: reported {} % done, but by the tasks below it lies between {} % and {} %",
            {label(model, upper), Quantity::make(all.progress[p], 2).value(),
             *below.progress(1, Rounding::half_up), *below.progress_at_best(1, Rounding::half_up)}),
        {});
  }
}

}  // namespace

void audit_cascade(Findings& found, const Model& model, const Frame& f, const Standings& all) {
  per_document(found, model, tally(model, f, all));
  between_levels(found, model, f, all);
  progress(found, model, f, all);
}

}  // namespace kehoach::detail
