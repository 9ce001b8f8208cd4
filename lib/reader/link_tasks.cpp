// SPDX-License-Identifier: BSL-1.0
#include "reader/link_tasks.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "reader/text.hpp"

namespace kehoach::detail {
namespace {

constexpr double least_words = 0.2;   // below this the wording says nothing
constexpr std::size_t most_each = 3;  // proposals for one task
constexpr std::size_t most_words = 400;

using Terms = std::vector<std::pair<std::uint32_t, double>>;  // term, weight; sorted by term

/// Words and word pairs of all tasks, numbered.
class TermTable {
 public:
  explicit TermTable(const std::vector<ReadPaper>& papers) : terms_(papers.size()) {
    for (std::size_t p = 0; p < papers.size(); ++p) {
      for (const ReadTask& task : papers[p].reading.tasks) terms_[p].push_back(count(task.text));
    }
    weigh();
  }

  const Terms& of(std::size_t paper, std::size_t task) const { return terms_[paper][task]; }

 private:
  Terms count(const std::string& text) {
    const std::string low = fold(text).text;
    std::vector<std::uint32_t> found;
    std::string before;
    std::size_t at = 0;
    for (std::size_t words = 0; at < low.size() && words < most_words;) {
      const std::size_t end = std::min(low.find_first_of(" ,.;:()\"/-", at), low.size());
      const std::string word = low.substr(at, end - at);
      at = end + 1;
      if (word.empty()) continue;
      found.push_back(number(word));
      if (!before.empty()) found.push_back(number(before + " " + word));
      before = word;
      ++words;
    }
    std::sort(found.begin(), found.end());
    Terms terms;
    for (std::uint32_t term : found) {
      if (terms.empty() || terms.back().first != term) terms.push_back({term, 0});
      terms.back().second += 1;
    }
    for (const auto& [term, times] : terms) ++tasks_with_[term];
    ++tasks_;
    return terms;
  }

  std::uint32_t number(const std::string& word) {
    const auto [found, added] = numbers_.emplace(word, static_cast<std::uint32_t>(numbers_.size()));
    if (added) tasks_with_.push_back(0);
    return found->second;
  }

  void weigh() {
    for (auto& paper : terms_) {
      for (Terms& terms : paper) {
        double square = 0;
        for (auto& [term, weight] : terms) {
          weight *= std::log((1.0 + tasks_) / (0.5 + tasks_with_[term]));
          square += weight * weight;
        }
        for (auto& [term, weight] : terms) weight /= square > 0 ? std::sqrt(square) : 1;
      }
    }
  }

  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::uint32_t> tasks_with_;
  std::uint32_t tasks_ = 0;
  std::vector<std::vector<Terms>> terms_;
};

double alike(const Terms& a, const Terms& b) {
  double sum = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->first == y->first)
      sum += x++->second * y++->second;
    else if (x->first < y->first)
      ++x;
    else
      ++y;
  }
  return std::min(sum, 1.0);
}

/// Two decimals: what is printed is what was compared.
double rounded(double value) {
  return std::round(value * 100) / 100;
}

class Proposer {
 public:
  Proposer(const std::vector<ReadPaper>& papers, OfficeTable& offices)
      : papers_(papers), offices_(offices), terms_(papers) {}

  void run(std::size_t lower, std::size_t upper, std::vector<Proposal>& out) {
    const auto& tasks = papers_[lower].reading.tasks;
    for (std::size_t t = 0; t < tasks.size(); ++t) {
      std::vector<Proposal> best;
      for (std::size_t u = 0; u < papers_[upper].reading.tasks.size(); ++u) {
        const double words = alike(terms_.of(lower, t), terms_.of(upper, u));
        if (words < least_words) continue;
        best.push_back(weighed({lower, t, upper, u, 0, rounded(words), 0, 0}));
      }
      std::stable_sort(best.begin(), best.end(),
                       [](const Proposal& a, const Proposal& b) { return a.score > b.score; });
      if (best.size() > most_each) best.resize(most_each);
      out.insert(out.end(), best.begin(), best.end());
    }
  }

 private:
  const ReadTask& task(std::size_t paper, std::size_t t) const {
    return papers_[paper].reading.tasks[t];
  }

  Proposal weighed(Proposal p) {
    p.duty = duty(p);
    p.time = time(task(p.lower_paper, p.lower_task).deadline,
                  task(p.upper_paper, p.upper_task).deadline);
    p.score = rounded(0.65 * p.words + 0.25 * p.duty + 0.10 * p.time);
    return p;
  }

  double duty(const Proposal& p) {
    const std::size_t issuer =
        offices_.unit(p.lower_paper, papers_[p.lower_paper].reading.document.issuer);
    const ReadTask& upper = task(p.upper_paper, p.upper_task);
    double best = 0;
    for (const auto* list : {&upper.lead, &upper.support}) {
      for (const std::string& name : *list) {
        const std::size_t unit = offices_.unit(p.upper_paper, name);
        if (unit == issuer && issuer != no_index)
          best = std::max(best, list == &upper.lead ? 1 : 0.5);
        if (unit != no_index && offices_.at(unit).group) best = std::max(best, 0.5);
      }
    }
    return best;
  }

  static double time(const ReadDeadline& lower, const ReadDeadline& upper) {
    if (lower.end == no_date || upper.end == no_date) return 0.5;
    return lower.end <= upper.end ? 1 : 0;
  }

  const std::vector<ReadPaper>& papers_;
  OfficeTable& offices_;
  TermTable terms_;
};

}  // namespace

std::vector<Proposal> propose(const std::vector<ReadPaper>& papers, OfficeTable& offices,
                              const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
  Proposer proposer(papers, offices);
  std::vector<Proposal> out;
  for (const auto& [lower, upper] : pairs) proposer.run(lower, upper, out);
  return out;
}

}  // namespace kehoach::detail
