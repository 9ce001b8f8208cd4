// SPDX-License-Identifier: BSL-1.0
// Duties as the offices that have them see them: the same one from several papers, and those of an
// office that was closed without anybody taking them over.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>

#include "base/fold.hpp"
#include "pass/audit.hpp"
#include "pass/scope.hpp"
#include "pass/words.hpp"

namespace kehoach::detail {
namespace {

/// Words that say that something is done, not what: papers add and drop them freely.
constexpr std::string_view empty_words[] = {"tổ",  "chức", "triển", "khai",  "thực", "hiện", "công",
                                            "tác", "việc", "và",    "các",   "về",   "tiếp", "tục",
                                            "đẩy", "mạnh", "tăng",  "cường", "the",  "of",   "and"};

/// What a duty is about: its telling words, sorted, each once. "" where there are too few of them.
std::string subject(std::string_view name) {
  std::vector<std::string> words = small_words(name);
  std::erase_if(words, [](const std::string& word) {
    return std::find(std::begin(empty_words), std::end(empty_words), word) != std::end(empty_words);
  });
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (words.size() < 2) return {};
  std::string joined;
  for (const std::string& word : words) joined += word + " ";
  return joined;
}

using Twins = std::map<std::pair<UnitId, std::string>, std::vector<Position>>;

class DutyAudit {
 public:
  DutyAudit(Findings& found, const Model& model, const Frame& f, const Standings& all,
            const When& when)
      : found_(found),
        model_(model),
        f_(f),
        all_(all),
        when_(when),
        leaders_(model, f, when, no_date) {}

  void run() {
    for (Position p = 0; p < f_.size(); ++p) {
      if (!is_open(all_.status[p])) continue;
      const TaskId task(f_.task_at[p]);
      const std::string about = subject(model_.text(model_.texts(model_.task(task)).name));
      for (UnitId lead : leaders_.of(task)) {
        if (!about.empty()) twins_[{lead, about}].push_back(p);
        const UnitSpec& office = model_.unit(lead);
        if (office.closed != no_date && office.closed <= when_.as_of)
          orphans_[lead].push_back(task);
      }
    }
    for (const auto& [key, positions] : twins_) twins(key.first, positions);
    for (const auto& [unit, tasks] : orphans_) orphans(unit, tasks);
  }

 private:
  /// Tasks that one office has from papers of which none implements another.
  void twins(UnitId lead, const std::vector<Position>& positions) {
    std::vector<TaskId> tasks;
    std::set<std::uint32_t> documents;
    for (Position p : positions) {
      const auto uppers = f_.uppers(p);
      const bool below_another = std::any_of(uppers.begin(), uppers.end(), [&](Position u) {
        return std::binary_search(positions.begin(), positions.end(), u);
      });
      if (below_another) continue;
      tasks.emplace_back(f_.task_at[p]);
      documents.insert(model_.task(tasks.back()).document);
    }
    if (documents.size() < 2) return;
    std::sort(tasks.begin(), tasks.end());
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
  void orphans(UnitId unit, const std::vector<TaskId>& tasks) {
    const Date closed = model_.unit(unit).closed;
    found_.push_back(make_finding(
        model_, FindingCode::no_successor, unit,
        say("{}: giải thể ngày {}, còn {} nhiệm vụ chưa xong mà không nêu đơn vị tiếp nhận: {}",
            "{}: closed on {}, with {} open tasks and no office named to take them over: {}",
            {label(model_, unit, closed - Days{1}), closed, std::int64_t(tasks.size()),
             list_words(model_, tasks)})));
    found_.back().others.assign(tasks.begin(), tasks.end());
    std::sort(found_.back().others.begin(), found_.back().others.end());
    found_.back().date = closed;
  }

  Findings& found_;
  const Model& model_;
  const Frame& f_;
  const Standings& all_;
  const When& when_;
  Leaders leaders_;
  Twins twins_;
  std::map<UnitId, std::vector<TaskId>> orphans_;
};

}  // namespace

void audit_duties(Findings& found, const Model& model, const Frame& f, const Standings& all,
                  const When& when) {
  DutyAudit(found, model, f, all, when).run();
}

}  // namespace kehoach::detail
