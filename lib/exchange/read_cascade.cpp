// SPDX-License-Identifier: BSL-1.0
// Linked papers become specs, each kind in its own round; ids are known before they are named because
// units and documents are reserved first.
#include <kehoach/read_cascade.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>
#include <utility>

#include "exchange/read_rule.hpp"

namespace kehoach {
namespace detail {
namespace {

constexpr std::size_t longest_text = 60000;  // bytes; the format holds 65,535

/// Texts of the format hold no U+0000 and have an end.
std::string text_of(const std::string& text) {
  std::string out = text.substr(0, longest_text);
  while (out.size() < text.size() && !out.empty() && (text[out.size()] & 0xC0) == 0x80)
    out.pop_back();
  std::replace(out.begin(), out.end(), '\0', ' ');
  return out;
}

/// Keys that differ: a second "A" becomes "A (2)".
class Keys {
 public:
  std::string make(const std::string& wanted) {
    const std::string key = wanted.empty() ? "?" : text_of(wanted);
    std::string one = key;
    for (int n = 2; !used_.insert(one).second; ++n) one = key + " (" + std::to_string(n) + ")";
    return one;
  }

 private:
  std::unordered_set<std::string> used_;
};

class Maker {
 public:
  Maker(const std::vector<ReadPaper>& papers, double accept, ReadCascade& out)
      : papers_(papers), accept_(accept), out_(out), edit_(out.engine.edit()) {}

  Result<Done> run() {
    add_units();
    add_documents();
    add_tasks();
    for (std::size_t p = 0; p < papers_.size(); ++p) {
      add_reports(p);
      add_targets(p);
    }
    const auto done = edit_.commit();
    if (!done.ok()) return done.error();
    return Done{};
  }

 private:
  const LinkedPapers& linked() const { return out_.linked; }
  UnitId unit(std::size_t index) const { return index == no_index ? UnitId{} : units_[index]; }

  std::vector<UnitId> units_of(std::size_t paper, const std::vector<std::string>& names) const {
    std::vector<UnitId> ids;
    for (const std::string& name : names) {
      const UnitId id = unit(linked().unit_of(paper, name));
      if (id && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
    return ids;
  }

  void add_units() {
    Keys keys;
    for (std::size_t u = 0; u < linked().units.size(); ++u)
      units_.push_back(UnitId(edit_.reserve(ItemKind::unit).id));
    for (std::size_t u = 0; u < linked().units.size(); ++u) {
      const LinkedUnit& read = linked().units[u];
      UnitSpec spec;
      spec.key = keys.make(read.name);
      spec.level = read.level;
      spec.names.push_back({no_date, text_of(read.name)});
      spec.group = read.group;
      if (read.parent != no_index) spec.parents.push_back({no_date, unit(read.parent)});
      edit_.change(units_[u], spec);
      out_.units.push_back(spec.key);
    }
  }

  static Relation relation_of(const std::string& word) {
    static const std::map<std::string, Relation> all = {
        {"implements", Relation::implements},   {"pursuant_to", Relation::legal_basis},
        {"proposed_by", Relation::proposed_by}, {"annex_of", Relation::attached_to},
        {"amends", Relation::amends},           {"replaces", Relation::replaces},
        {"repeals", Relation::repeals}};
    const auto found = all.find(word);
    return found == all.end() ? Relation::cites : found->second;
  }

  void add_documents() {
    Keys keys;
    const auto& all = linked().documents;
    for (std::size_t d = 0; d < all.size(); ++d)
      documents_.push_back(DocumentId(edit_.reserve(ItemKind::document).id));
    for (std::size_t d = 0; d < all.size(); ++d) {
      DocumentSpec spec;
      const bool given = all[d].paper != no_index;
      spec.key =
          keys.make(all[d].symbol.empty() && given ? papers_[all[d].paper].name : all[d].symbol);
      spec.symbol = text_of(all[d].symbol);
      spec.type = text_of(all[d].type);
      spec.issuer = unit(all[d].issuer);
      spec.issued = all[d].issued;
      spec.title = text_of(all[d].title);
      for (const LinkedRelation& r : linked().relations) {
        if (r.from == d && r.to != d) spec.relations.push_back(relation(r));
      }
      edit_.change(documents_[d], spec);
      out_.documents.push_back(spec.key);
    }
  }

  DocumentRelation relation(const LinkedRelation& r) const {
    const LinkedDocument& to = linked().documents[r.to];
    DocumentRelation out;
    out.relation = relation_of(r.relation);
    out.to = documents_[r.to];
    if (r.cited_symbol != to.symbol) out.cited_symbol = text_of(r.cited_symbol);
    if (r.cited_date != no_date && r.cited_date != to.issued) out.cited_date = r.cited_date;
    if (r.via != no_index && r.via != r.to) out.via = documents_[r.via];
    return out;
  }

  void add_tasks() {
    Keys keys;
    for (std::size_t p = 0; p < papers_.size(); ++p) {
      out_.tasks.emplace_back();
      tasks_.emplace_back();
      for (const ReadTask& read : papers_[p].reading.tasks) {
        out_.tasks[p].push_back(keys.make(out_.documents[p] + " " + read.path));
        tasks_[p].push_back(TaskId(edit_.reserve(ItemKind::task).id));
      }
    }
    for (std::size_t p = 0; p < papers_.size(); ++p) {
      for (std::size_t t = 0; t < tasks_[p].size(); ++t) edit_.change(tasks_[p][t], task(p, t));
    }
  }

  TaskSpec task(std::size_t p, std::size_t t) const {
    const ReadTask& read = papers_[p].reading.tasks[t];
    TaskSpec spec;
    spec.key = out_.tasks[p][t];
    spec.name = text_of(read.text);
    spec.document = documents_[p];
    spec.path = text_of(read.path);
    spec.leads = units_of(p, read.lead);
    spec.supports = units_of(p, read.support);
    spec.deadline = rule_of(read.deadline, papers_[p].reading.document.issued);
    spec.deadline.text = text_of(spec.deadline.text);
    for (const Proposal& proposal : linked().proposals) {
      if (proposal.lower_paper != p || proposal.lower_task != t || proposal.score < accept_)
        continue;
      spec.implements.push_back(tasks_[proposal.upper_paper][proposal.upper_task]);
    }
    return spec;
  }

  /// Reports that feed others come after these, so those that go further up are added first.
  void add_reports(std::size_t p) {
    const auto& all = papers_[p].reading.reports;
    std::vector<std::pair<const ReadReport*, ReportId>> ids;
    for (const ReadReport& read : all)
      ids.push_back({&read, ReportId(edit_.reserve(ItemKind::report).id)});
    for (const auto& [read, id] : ids) {
      ReportSpec spec;
      spec.key = report_keys_.make(out_.documents[p] + " " + read->path + " " + read->period);
      spec.name = text_of(read->raw);
      spec.document = documents_[p];
      spec.path = text_of(read->path);
      spec.from = units_of(p, read->from);
      spec.to = units_of(p, read->to);
      spec.due = rule_of(*read);
      spec.feeds = fed_by(p, *read, ids);
      edit_.change(id, spec);
    }
  }

  /// "… gửi Sở Y tế để tổng hợp, báo cáo UBND tỉnh": the report that Sở Y tế then sends there.
  ReportId fed_by(std::size_t p, const ReadReport& read,
                  const std::vector<std::pair<const ReadReport*, ReportId>>& ids) const {
    const std::vector<UnitId> onward = units_of(p, read.onward);
    const std::vector<UnitId> to = units_of(p, read.to);
    for (const auto& [other, id] : ids) {
      if (other == &read || other->period != read.period) continue;
      if (meet(units_of(p, other->from), to) && meet(units_of(p, other->to), onward)) return id;
    }
    return {};
  }

  static bool meet(const std::vector<UnitId>& a, const std::vector<UnitId>& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](UnitId id) { return std::find(b.begin(), b.end(), id) != b.end(); });
  }

  // ---- targets ----

  static bool amount_of(const ReadTarget& read, Milestone& out) {
    const bool range = read.value.number.empty();
    const auto low = Quantity::parse(range ? read.value.min : read.value.number);
    if (!low.ok()) return false;
    out.bound = low.value();
    if (range) {
      const auto high = Quantity::parse(read.value.max);
      if (!high.ok() || high.value() < low.value()) return false;
      out.upper = high.value();
    }
    if (read.comparator == "decrease_by") {
      const auto less = Quantity(0).minus(range ? out.upper : out.bound);
      const auto more = Quantity(0).minus(out.bound);
      if (!less.ok() || !more.ok()) return false;
      out.upper = range ? more.value() : out.upper;
      out.bound = less.value();
    }
    if (read.by.size() == 4) {
      const auto end = parse_day(read.by + "-12-31");
      if (end != no_date) out.by = end;
    } else if (read.by.size() == 10) {
      out.by = parse_day(read.by);
    }
    return true;
  }

  static Date parse_day(const std::string& text) {
    const auto part = [&](std::size_t at, std::size_t size) {
      int value = 0;
      for (char c : text.substr(at, size))
        value = c >= '0' && c <= '9' ? value * 10 + (c - '0') : 0;
      return value;
    };
    const auto found = day(part(0, 4), part(5, 2), part(8, 2));
    return found.ok() ? found.value() : no_date;
  }

  static Comparator comparator_of(const ReadTarget& read) {
    if (read.value.number.empty()) return Comparator::range;
    if (read.comparator == ">") return Comparator::greater;
    if (read.comparator == "<") return Comparator::less;
    if (read.comparator == "<=" || read.comparator == "decrease_by")
      return Comparator::less_or_equal;
    if (read.comparator == "=") return Comparator::equal;
    return Comparator::greater_or_equal;
  }

  /// Figures of one measure, office and place in a paper are milestones of one target.
  void add_targets(std::size_t p) {
    std::map<std::string, TargetSpec> made;
    std::vector<std::string> order;
    for (const ReadTarget& read : papers_[p].reading.targets) {
      Milestone milestone;
      TargetSpec spec;
      spec.unit = target_unit(p, read);
      if (!spec.unit || !amount_of(read, milestone)) continue;
      spec.comparator = comparator_of(read);
      const bool change = read.comparator == "increase_by" || read.comparator == "decrease_by";
      const std::string key = read.path + "\n" + read.name + "\n" + read.unit + "\n" +
                              read.comparator + (change ? "~" : "");
      const auto [found, fresh] = made.emplace(key, spec);
      TargetSpec& target = found->second;
      if (fresh) {
        order.push_back(key);
        target.indicator = indicator(read);
        target.document = documents_[p];
        target.path = text_of(read.path);
        target.text = text_of(read.raw);
        target.executing = units_of(p, read.executing_unit);
        const std::vector<UnitId> watching = units_of(p, read.monitoring_unit);
        if (!watching.empty()) target.monitoring = watching.front();
        if (change) target.relative = read.unit == "%" ? Relative::percent : Relative::difference;
      }
      const bool taken = std::any_of(target.milestones.begin(), target.milestones.end(),
                                     [&](const Milestone& m) { return m.by == milestone.by; });
      if (!taken) target.milestones.push_back(milestone);
    }
    for (const std::string& key : order) {
      TargetSpec& target = made[key];
      std::sort(target.milestones.begin(), target.milestones.end(),
                [](const Milestone& a, const Milestone& b) { return a.by < b.by; });
      target.key = target_keys_.make(out_.documents[p] + " " + target.path);
      edit_.add(target);
    }
  }

  /// The one office whose figure counts: who executes, if that is no group, else who issued.
  UnitId target_unit(std::size_t p, const ReadTarget& read) const {
    for (const std::string& name : read.executing_unit) {
      const std::size_t index = linked().unit_of(p, name);
      if (index != no_index && !linked().units[index].group) return unit(index);
    }
    return unit(linked().documents[p].issuer);
  }

  IndicatorId indicator(const ReadTarget& read) {
    const std::string key = read.name + " [" + read.unit + "]";
    const auto found = indicators_.find(key);
    if (found != indicators_.end()) return found->second;
    IndicatorSpec spec;
    spec.key = indicator_keys_.make(key);
    spec.name = text_of(read.name);
    spec.measure = text_of(read.unit);
    if (read.comparator == "<" || read.comparator == "<=" || read.comparator == "decrease_by")
      spec.direction = Direction::lower_is_better;
    return indicators_.emplace(key, edit_.add(spec)).first->second;
  }

  const std::vector<ReadPaper>& papers_;
  double accept_;
  ReadCascade& out_;
  Edit edit_;
  std::vector<UnitId> units_;
  std::vector<DocumentId> documents_;
  std::vector<std::vector<TaskId>> tasks_;
  std::map<std::string, IndicatorId> indicators_;
  Keys report_keys_, target_keys_, indicator_keys_;
};

}  // namespace
}  // namespace detail

Result<ReadCascade> read_cascade(const std::vector<ReadPaper>& papers,
                                 const ReadCascadeOptions& options) {
  if (!(options.accept >= 0))
    return Error{Errc::invalid_value, "accept is negative or no number", {}, {}};
  ReadCascade out;
  out.linked = link(papers);
  out.accepted = options.accept;
  const Result<Done> done = detail::Maker(papers, options.accept, out).run();
  if (!done.ok()) return done.error();
  return out;
}

}  // namespace kehoach
