// SPDX-License-Identifier: BSL-1.0
// What goes wrong between levels: duties nobody took up, duties that serve nothing, lower days after
// upper ones, and reports that contradict each other; and what a paper lacks as a whole.
#include <algorithm>

#include "pass/audit.hpp"
#include "pass/symbol_style.hpp"
#include "pass/words.hpp"

namespace kehoach::detail {
namespace {

/// What the tasks of a document are, those left out that were cancelled.
struct Tally {
  std::vector<TaskId> without_lead;
  std::vector<TaskId> without_upper;
  std::int64_t tasks = 0;
  std::int64_t with_deadline = 0;
  std::int64_t ongoing = 0;
};

Tally tally(const AuditView& view, DocumentId document) {
  Tally t;
  view.times.tasks_of.each(document.value(), [&](std::uint32_t row_of) {
    const TaskId task(row_of);
    if (view.status(task) == Status::cancelled) return;
    const TaskRow& row = view.model.task(task);
    const TaskRecord record = view.model.record(row);
    ++t.tasks;
    if (record.leads() == 0) t.without_lead.push_back(task);
    if (record.implements() == 0) t.without_upper.push_back(task);
    const DeadlineKind kind = view.model.rule(row).kind;
    if (kind == DeadlineKind::ongoing)
      ++t.ongoing;
    else if (kind != DeadlineKind::none)
      ++t.with_deadline;
  });
  std::sort(t.without_lead.begin(), t.without_lead.end());
  std::sort(t.without_upper.begin(), t.without_upper.end());
  return t;
}

void add(Findings& found, const Model& model, FindingCode code, Item item, Text message,
         const std::vector<TaskId>& tasks) {
  found.push_back(make_finding(model, code, item, std::move(message)));
  found.back().others.assign(tasks.begin(), tasks.end());
}

/// Does this document say that it implements one that has tasks?
bool hangs_under_tasks(const AuditView& view, const AuditIndex& index, DocumentId id) {
  bool hangs = false;
  view.model.each_relation(view.model.document(id), [&](const RelationRow& r) {
    hangs = hangs || (r.relation == Relation::implements && index.of(r.to).live > 0);
  });
  return hangs;
}

/// From this many tasks on a document is looked at as a plan, not as one of which little is known.
constexpr std::int64_t whole_plan = 5;

Text few_deadlines(const std::string& words, const Tally& t) {
  const std::int64_t silent = t.tasks - t.with_deadline - t.ongoing;
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
             {words, t.with_deadline, t.tasks, rest});
}

void tasks_together(Findings& found, const AuditView& view, const AuditIndex& index,
                    DocumentId id) {
  const Model& model = view.model;
  const Tally t = tally(view, id);
  if (!t.without_lead.empty())
    add(found, model, FindingCode::no_lead, id,
        say("{}: {}/{} nhiệm vụ không ghi đơn vị chủ trì",
            "{}: {} of {} tasks name no leading office",
            {label(model, id), std::int64_t(t.without_lead.size()), t.tasks}),
        t.without_lead);
  if (!t.without_upper.empty() && hangs_under_tasks(view, index, id))
    add(found, model, FindingCode::implements_nothing, id,
        say("{}: {}/{} nhiệm vụ chưa gắn với nhiệm vụ nào của văn bản cấp trên",
            "{}: {} of {} tasks serve no task of an upper document",
            {label(model, id), std::int64_t(t.without_upper.size()), t.tasks}),
        t.without_upper);
  if (t.tasks >= whole_plan && t.with_deadline * 5 < t.tasks)
    add(found, model, FindingCode::no_deadlines, id, few_deadlines(label(model, id), t), {});
  if (t.tasks >= whole_plan && index.reports_of().empty(id.value()))
    add(found, model, FindingCode::no_reports, id,
        say("{}: giao {} nhiệm vụ nhưng không yêu cầu ai báo cáo",
            "{}: gives {} tasks, but asks nobody for a report", {label(model, id), t.tasks}),
        {});
}

/// What a document says of itself: its number, its date.
void identity(Findings& found, const AuditView& view, DocumentId id) {
  const Model& model = view.model;
  const DocumentRow& row = model.document(id);
  const bool has_tasks = !view.times.tasks_of.empty(id.value());
  const TextRef number = model.texts(row).symbol;
  if (has_tasks && number == 0)
    add(found, model, FindingCode::document_without_symbol, id,
        say("{}: văn bản không có số, ký hiệu", "{}: the document has no number",
            {label(model, id)}),
        {});
  if (has_tasks && row.issued == no_date) {
    const Date counted = view.start(id);
    add(found, model, FindingCode::document_without_date, id,
        counted == no_date
            ? say("{}: văn bản không ghi ngày ban hành, cũng không có văn bản cấp trên để tạm tính",
                  "{}: the document has no date, nor one above to count from", {label(model, id)})
            : say("{}: văn bản không ghi ngày ban hành; tạm tính từ {}, ngày của văn bản cấp trên",
                  "{}: the document has no date; counted from {}, that of the documents above",
                  {label(model, id), counted}),
        {});
  }
  const std::string_view symbol = model.text(number);
  if (const std::string better = better_style(symbol); !better.empty())
    add(found, model, FindingCode::symbol_style, id,
        say("{}: số, ký hiệu không đúng thể thức; có thể là {}",
            "{}: the number is not in its issuer's style; perhaps {}", {symbol, better}),
        {});
}

/// One task against those it implements and those that implement it.
class LevelAudit {
 public:
  LevelAudit(Findings& found, const AuditView& view, const AuditIndex& index)
      : found_(found), view_(view), model_(view.model), index_(index) {}

  void check(TaskId task) {
    status_ = view_.status(task);
    if (status_ != Status::cancelled) {
      after_upper(task);
      if (!view_.implemented(task)) not_taken_up(task);
    }
    if (!view_.implemented(task)) return;
    if (is_done(status_))
      open_below(task);
    else if (status_ != Status::cancelled)
      progress(task);
  }

 private:
  void after_upper(TaskId lower) {
    const std::int32_t due = view_.due(lower);
    if (due == day_none) return;
    model_.each_upper(model_.task(lower), [&](TaskId upper) {
      const std::int32_t limit = view_.due(upper);
      if (limit == day_none || due <= limit) return;
      const Date mine = from_day_number(due), theirs = from_day_number(limit);
      add(found_, model_, FindingCode::deadline_after_upper, lower,
          say("{}: hạn {} muộn hơn hạn {} của nhiệm vụ cấp trên {}",
              "{}: due {}, later than {} of the upper task {}",
              {label(model_, lower), mine, theirs, task_words(model_, upper)}),
          {upper});
      found_.back().date = mine;
    });
  }

  /// Somebody took part of its document up, but not this.
  void not_taken_up(TaskId task) {
    if (index_.of(DocumentId(model_.task(task).document)).taken_up == 0) return;
    add(found_, model_, FindingCode::upper_not_taken_up, task,
        say("{}: chưa có nhiệm vụ nào của cấp dưới triển khai", "{}: no task below implements it",
            {label(model_, task)}),
        {});
  }

  void open_below(TaskId upper) {
    std::vector<TaskId> lower;
    view_.times.lowers.each(upper.value(), [&](std::uint32_t l) {
      if (is_open(view_.status(TaskId(l)))) lower.emplace_back(l);
    });
    if (lower.empty()) return;
    std::sort(lower.begin(), lower.end());
    add(found_, model_, FindingCode::progress_contradicts, upper,
        say("{}: đã báo hoàn thành, nhưng {} nhiệm vụ cấp dưới chưa xong: {}",
            "{}: reported done, but {} tasks below are not: {}",
            {label(model_, upper), std::int64_t(lower.size()), list_words(model_, lower)}),
        lower);
  }

  /// Progress that cannot be, whatever those below may still report: less than what they did report,
  /// or more than if all that did not report were done.
  void progress(TaskId upper) {
    constexpr std::int64_t whole = 10000;
    const std::int64_t percent = view_.progress(upper);
    if (percent < 0) return;
    const Rollup below = view_.below(upper);
    const std::int64_t reported = percent * below.weight;
    const std::int64_t best =
        below.weighted_progress + (below.weight - below.reported_weight) * whole;
    if (below.weight == 0 || (below.weighted_progress <= reported && reported <= best)) return;
    add(found_, model_, FindingCode::progress_contradicts, upper,
        say("{}: đã báo đạt {} %, nhưng theo các nhiệm vụ cấp dưới chỉ có thể từ {} % đến {} %",
            "{}: reported {} % done, but by the tasks below it lies between {} % and {} %",
            {label(model_, upper), Quantity::make(percent, 2).value(),
             *below.progress(1, Rounding::half_up), *below.progress_at_best(1, Rounding::half_up)}),
        {});
  }

  Findings& found_;
  const AuditView& view_;
  const Model& model_;
  const AuditIndex& index_;
  Status status_ = Status::cancelled;
};

}  // namespace

void audit_levels(Findings& found, const AuditView& view, const AuditIndex& index,
                  const Rows& tasks) {
  LevelAudit audit(found, view, index);
  for (const std::uint32_t row : tasks)
    if (view.model.present(TaskId(row))) audit.check(TaskId(row));
}

void audit_papers(Findings& found, const AuditView& view, const AuditIndex& index,
                  const Rows& documents) {
  for (const std::uint32_t row : documents) {
    const DocumentId id(row);
    if (!view.model.present(id)) continue;
    tasks_together(found, view, index, id);
    identity(found, view, id);
  }
}

}  // namespace kehoach::detail
