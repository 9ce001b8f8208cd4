// SPDX-License-Identifier: BSL-1.0
// Papers by their numbers, offices by their names, tasks by their words.
#include <kehoach/reader_link.hpp>

#include <algorithm>
#include <cstdlib>
#include <unordered_map>

#include "reader/link_tasks.hpp"
#include "reader/link_units.hpp"
#include "reader/symbol.hpp"

namespace kehoach {
namespace detail {
namespace {

constexpr int near_days = 92;  // no series of numbers begins again so soon

class Linker {
 public:
  explicit Linker(const std::vector<ReadPaper>& papers) : papers_(papers), offices_(papers) {}

  LinkedPapers run() {
    for (std::size_t p = 0; p < papers_.size(); ++p) take_paper(p);
    for (std::size_t p = 0; p < papers_.size(); ++p) take_references(p);
    for (std::size_t p = 0; p < papers_.size(); ++p) name_all(p);
    out_.proposals = propose(papers_, offices_, implementing());
    note_unplaced();
    offices_.finish(out_);
    note_groups();
    return std::move(out_);
  }

 private:
  const Reading& reading(std::size_t p) const { return papers_[p].reading; }

  /// A national paper has one number in the land, others one in their province.
  std::string identity(std::size_t paper, const std::string& symbol, std::size_t issuer) const {
    const bool national = issuer != no_index && offices_.at(issuer).level <= Level::ministry;
    return symbol_key(symbol) + (national ? "" : "|" + offices_.province(paper));
  }

  std::size_t known(const std::string& identity, Date date) const {
    const auto found = by_identity_.find(identity);
    if (found == by_identity_.end()) return no_index;
    for (std::size_t d : found->second) {
      const Date other = out_.documents[d].issued;
      if (date == no_date || other == no_date || date == other) return d;
    }
    for (std::size_t d : found->second) {  // a slip of the pen, no other paper
      const Date other = out_.documents[d].issued;
      if (other != no_date && std::abs((date - other).count()) <= near_days) return d;
    }
    // A given paper is the one that is meant, though a wrong day is cited.
    for (std::size_t d : found->second) {
      if (out_.documents[d].paper != no_index) return d;
    }
    return no_index;
  }

  std::size_t add(LinkedDocument document, const std::string& identity) {
    out_.documents.push_back(std::move(document));
    if (!identity.empty()) by_identity_[identity].push_back(out_.documents.size() - 1);
    return out_.documents.size() - 1;
  }

  void take_paper(std::size_t p) {
    const ReadDocument& read = reading(p).document;
    LinkedDocument document{
        read.symbol, read.type, read.title, read.issued, offices_.unit(p, read.issuer), p};
    const std::string id = read.symbol.empty() ? "" : identity(p, read.symbol, document.issuer);
    if (!id.empty() && known(id, read.issued) != no_index)
      out_.unplaced.push_back({p, 0, "same_paper_twice", read.symbol});
    add(std::move(document), id);
  }

  void take_references(std::size_t p) {
    std::unordered_map<std::string, std::size_t> by_symbol;
    std::vector<std::pair<std::size_t, std::size_t>> later;  // relation, reference
    for (std::size_t r = 0; r < reading(p).references.size(); ++r) {
      const ReadReference& cited = reading(p).references[r];
      if (cited.symbol.empty()) {
        out_.unplaced.push_back({p, cited.place.line, "citation_without_number", cited.raw});
        continue;
      }
      const std::size_t issuer = offices_.unit(p, cited.issuer);
      const std::string id = identity(p, cited.symbol, issuer);
      std::size_t d = known(id, cited.date);
      if (d == no_index) d = add({cited.symbol, cited.type, {}, cited.date, issuer, no_index}, id);
      by_symbol.emplace(cited.symbol, d);
      if (d == p) continue;
      out_.relations.push_back({p, d, cited.relation, no_index, cited.symbol, cited.date});
      later.push_back({out_.relations.size() - 1, r});
    }
    for (const auto& [relation, r] : later) {
      const auto via = by_symbol.find(reading(p).references[r].via);
      if (via != by_symbol.end()) out_.relations[relation].via = via->second;
    }
  }

  void name_all(std::size_t p) {
    const auto take = [&](const std::vector<std::string>& names) {
      for (const std::string& name : names) offices_.unit(p, name);
    };
    for (const ReadTask& task : reading(p).tasks) take(task.lead), take(task.support);
    for (const ReadReport& report : reading(p).reports)
      take(report.from), take(report.to), take(report.onward);
    for (const ReadTarget& target : reading(p).targets)
      take(target.executing_unit), take(target.monitoring_unit);
  }

  /// Which given paper implements which other one, directly.
  std::vector<std::pair<std::size_t, std::size_t>> implementing() const {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const LinkedRelation& r : out_.relations) {
      const std::size_t upper = out_.documents[r.to].paper;
      if (upper == no_index) continue;
      if (r.relation == "implements" || r.relation == "pursuant_to")
        pairs.push_back({r.from, upper});
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
  }

  void note_unplaced() {
    for (std::size_t p = 0; p < papers_.size(); ++p) {
      if (papers_.size() > 1 && isolated(p)) out_.unplaced.push_back({p, 0, "isolated_paper", ""});
      for (const ReadTask& task : reading(p).tasks) {
        if (task.lead.empty())
          out_.unplaced.push_back({p, task.place.line, "task_without_lead", task.path});
        const ReadDeadline& d = task.deadline;
        const bool lost =
            d.kind == "none" ? !d.raw.empty() : d.kind == "by_date" && d.end == no_date;
        if (lost) out_.unplaced.push_back({p, task.place.line, "deadline_without_day", d.raw});
      }
      for (const ReadReport& report : reading(p).reports) {
        if (report.from.empty())
          out_.unplaced.push_back({p, report.place.line, "report_without_sender", report.raw});
      }
      for (const ReadTarget& target : reading(p).targets) {
        if (target.value.number.empty() && target.value.min.empty())
          out_.unplaced.push_back({p, target.place.line, "target_without_figure", target.raw});
      }
    }
  }

  bool isolated(std::size_t p) const {
    return std::none_of(out_.relations.begin(), out_.relations.end(), [&](const LinkedRelation& r) {
      return (r.from == p && out_.documents[r.to].paper != no_index) || r.to == p;
    });
  }

  void note_groups() {
    for (std::size_t p = 0; p < papers_.size(); ++p) {
      std::vector<bool> said(out_.units.size(), false);
      for (const auto& [name, unit] : out_.names[p]) {
        if (out_.units[unit].group && !said[unit])
          out_.unplaced.push_back({p, 0, "group_without_members", name});
        said[unit] = true;
      }
    }
    std::stable_sort(out_.unplaced.begin(), out_.unplaced.end(),
                     [](const Unplaced& a, const Unplaced& b) { return a.paper < b.paper; });
  }

  const std::vector<ReadPaper>& papers_;
  OfficeTable offices_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_identity_;
  LinkedPapers out_;
};

}  // namespace
}  // namespace detail

std::size_t LinkedPapers::unit_of(std::size_t paper, const std::string& name) const {
  if (paper >= names.size()) return no_index;
  const auto found =
      std::lower_bound(names[paper].begin(), names[paper].end(), name,
                       [](const std::pair<std::string, std::size_t>& entry,
                          const std::string& wanted) { return entry.first < wanted; });
  return found != names[paper].end() && found->first == name ? found->second : no_index;
}

LinkedPapers link(const std::vector<ReadPaper>& papers) {
  return detail::Linker(papers).run();
}

}  // namespace kehoach
