// SPDX-License-Identifier: BSL-1.0
// Duties as the offices that have them see them: the same one from several papers, and those of an
// office that was closed without anybody taking them over.
#include <algorithm>
#include <map>
#include <set>

#include "pass/audit.hpp"
#include "pass/scope.hpp"
#include "pass/words.hpp"

namespace kehoach::detail {
namespace {

class DutyAudit {
 public:
  DutyAudit(Findings& found, const AuditView& view, const AuditIndex& index)
      : found_(found),
        model_(view.model),
        when_(view.when),
        index_(index),
        leaders_(view.model, view.times, view.when, no_date) {}

  /// The tasks of one key; mostly they are of one document, and there is nothing to find.
  void check(std::uint64_t key) {
    const std::vector<std::uint32_t> rows = index_.duties().of(key);
    if (rows.empty()) return;
    std::map<std::pair<UnitId, std::string>, std::vector<TaskId>> twins;
    std::map<UnitId, std::vector<TaskId>> orphans;
    const bool several = of_several_papers(rows);
    for (const std::uint32_t row : rows) {
      const TaskId task(row);
      for (UnitId lead : leaders_.of(task)) {
        if (orphan_key(lead) == key) orphans[lead].push_back(task);
        if (several && index_.twin_key(model_, lead, task) == key)
          twins[{lead, subject(model_.text(model_.texts(model_.task(task)).name))}].push_back(task);
      }
    }
    for (const auto& [what, tasks] : twins) same_duty(what.first, tasks);
    for (const auto& [unit, tasks] : orphans) without_office(unit, tasks);
  }

 private:
  bool of_several_papers(const std::vector<std::uint32_t>& rows) const {
    const std::uint32_t first = model_.task(TaskId(rows.front())).document;
    return std::any_of(rows.begin(), rows.end(), [&](std::uint32_t row) {
      return model_.task(TaskId(row)).document != first;
    });
  }
  /// Tasks that one office has from papers of which none implements another.
  void same_duty(UnitId lead, const std::vector<TaskId>& all) {
    std::vector<TaskId> tasks;
    std::set<std::uint32_t> documents;
    for (TaskId task : all) {
      bool below_another = false;
      model_.each_upper(model_.task(task), [&](TaskId u) {
        below_another = below_another || std::binary_search(all.begin(), all.end(), u);
      });
      if (below_another) continue;
      tasks.push_back(task);
      documents.insert(model_.task(task).document);
    }
    if (documents.size() < 2) return;
    std::string places;
    for (TaskId task : tasks) places += (places.empty() ? "" : "; ") + task_words(model_, task);
    found_.push_back(
        make_finding(model_, FindingCode::duplicate_duty, tasks.front(),
                     say("{}: {} nhận việc này từ {} văn bản, có thể làm một lần: {}",
                         "{}: {} has this duty from {} documents and could do it once: {}",
                         {label(model_, tasks.front()), label(model_, lead, when_.as_of),
                          std::int64_t(documents.size()), places})));
    found_.back().others.assign(tasks.begin() + 1, tasks.end());
    found_.back().others.emplace_back(lead);
  }
  void without_office(UnitId unit, const std::vector<TaskId>& tasks) {
    const Date closed = model_.unit(unit).closed;
    found_.push_back(make_finding(
        model_, FindingCode::no_successor, unit,
        say("{}: giải thể ngày {}, còn {} nhiệm vụ chưa xong mà không nêu đơn vị tiếp nhận: {}",
            "{}: closed on {}, with {} open tasks and no office named to take them over: {}",
            {label(model_, unit, closed - Days{1}), closed, std::int64_t(tasks.size()),
             list_words(model_, tasks)})));
    found_.back().others.assign(tasks.begin(), tasks.end());
    found_.back().date = closed;
  }

  Findings& found_;
  const Model& model_;
  const When& when_;
  const AuditIndex& index_;
  Leaders leaders_;
};

}  // namespace

void audit_duties(Findings& found, const AuditView& view, const AuditIndex& index,
                  const Keys& keys) {
  DutyAudit audit(found, view, index);
  for (std::uint64_t key : keys) audit.check(key);
}

Keys all_duties(const AuditView& view, const AuditIndex& index) {
  Keys keys = index.duties().shared();
  for (std::uint32_t u = 1; u <= view.model.count(ItemKind::unit); ++u)
    if (const UnitId unit(u); view.model.present(unit) && view.model.unit(unit).closed != no_date &&
                              view.model.unit(unit).closed <= view.when.as_of)
      keys.push_back(orphan_key(unit));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace kehoach::detail
