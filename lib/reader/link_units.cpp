// SPDX-License-Identifier: BSL-1.0
#include "reader/link_units.hpp"

#include <algorithm>
#include <map>

#include "reader/symbol.hpp"
#include "reader/text.hpp"

namespace kehoach::detail {
namespace {

bool provincial(Level level) {
  return level == Level::province || level == Level::department;
}

/// The province named most often by those whom the paper cites and addresses.
std::string named_province(const Reading& reading, const std::string& issuer) {
  std::map<std::string, int> count;
  const auto take = [&](const std::string& written) {
    const OfficeName name = office_name(written, issuer);
    if (!name.place.empty() && provincial(name.level)) ++count[name.place];
  };
  for (const ReadReference& reference : reading.references) take(reference.issuer);
  for (const ReadRecipient& recipient : reading.recipients) take(recipient.unit);
  for (const ReadTask& task : reading.tasks) {
    for (const std::string& lead : task.lead) take(lead);
  }
  std::string best;
  int most = 0;
  for (const auto& [name, times] : count) {
    if (times > most) best = name;
    most = std::max(most, times);
  }
  return best;
}

/// "UBND tỉnh Cà Mau" says more than "UBND tỉnh"; a post says less than its office.
bool fuller(const std::string& name, const std::string& than) {
  const bool post = office_name(name, {}).core.size() + 4 < fold(name).text.size();
  const bool old_post = office_name(than, {}).core.size() + 4 < fold(than).text.size();
  const bool place = !office_name(name, {}).place.empty();
  const bool old_place = !office_name(than, {}).place.empty();
  if (place != old_place) return place;
  if (post != old_post) return !post;
  return name.size() > than.size();
}

}  // namespace

OfficeTable::OfficeTable(const std::vector<ReadPaper>& papers) : names_(papers.size()) {
  for (const ReadPaper& paper : papers) {
    const ReadDocument& document = paper.reading.document;
    const OfficeName name = office_name(document.issuer, {});
    Paper p{document.issuer, name.core, name.place, {}, name.level};
    if (provincial(name.level)) p.province = name.place;
    if (p.province.empty() && name.level != Level::national && name.level != Level::ministry)
      p.province = named_province(paper.reading, name.core);
    if (p.province.empty() && provincial(name.level)) p.province = fold(document.place).text;
    papers_.push_back(std::move(p));
  }
  learn_provinces(papers);
}

/// A paper that names no province is of that of the given papers which it cites by number and day,
/// if these are of one.
void OfficeTable::learn_provinces(const std::vector<ReadPaper>& papers) {
  std::unordered_map<std::string, std::vector<std::size_t>> given;
  for (std::size_t p = 0; p < papers.size(); ++p) {
    const ReadDocument& document = papers[p].reading.document;
    if (!document.symbol.empty() && document.issued != no_date)
      given[symbol_key(document.symbol) + to_string(document.issued)].push_back(p);
  }
  for (std::size_t p = 0; p < papers.size(); ++p) {
    Paper& own = papers_[p];
    if (!own.province.empty() || own.level == Level::national || own.level == Level::ministry)
      continue;
    std::string found;
    bool one = true;
    for (const ReadReference& cited : papers[p].reading.references) {
      const auto match = given.find(symbol_key(cited.symbol) + to_string(cited.date));
      if (match == given.end() || match->second.size() != 1) continue;
      const std::string& province = papers_[match->second.front()].province;
      one = one && (found.empty() || province.empty() || province == found);
      if (found.empty()) found = province;
    }
    if (one) own.province = found;
  }
}

std::string OfficeTable::house(std::size_t paper) const {
  const Paper& p = papers_[paper];
  return p.issuer + "|" + (p.level == Level::commune ? p.place : p.province);
}

/// What tells an office from its namesakes; fills the place that the paper implies.
std::string OfficeTable::key_of(std::size_t paper, OfficeName& name) {
  const std::string here =
      papers_[paper].province.empty() ? "#" + std::to_string(paper) : papers_[paper].province;
  if (name.group) return name.core + "|" + house(paper);
  switch (name.level) {
    case Level::national:
    case Level::ministry: return name.core;
    case Level::province:
    case Level::department:
      if (name.place.empty()) name.place = papers_[paper].province;
      return name.core + "|" + (name.place.empty() ? here : name.place);
    case Level::commune:
      if (name.place.empty() && papers_[paper].level == Level::commune)
        name.place = papers_[paper].place;
      return name.core + "|" + name.place + "|" + here;
    case Level::hospital:
    case Level::station: return name.core + "|" + name.place + "|" + here;
    case Level::division: break;
  }
  if (name.of.empty()) return name.core + "|" + house(paper);
  return name.core + "|" + name.of + "|" + here;
}

std::size_t OfficeTable::unit(std::size_t paper, const std::string& written) {
  if (written.empty()) return no_index;
  if (const auto found = names_[paper].find(written); found != names_[paper].end())
    return found->second;
  OfficeName name = office_name(written, papers_[paper].issuer);
  const std::string key = key_of(paper, name);
  const auto [place, added] = known_.emplace(key, units_.size());
  const std::size_t index = place->second;
  if (added) make(paper, written, name);
  LinkedUnit& unit = units_[index];
  if (std::find(unit.written.begin(), unit.written.end(), written) == unit.written.end())
    unit.written.push_back(written);
  if (fuller(written, unit.name)) unit.name = written;
  names_[paper].emplace(written, index);
  return index;
}

void OfficeTable::make(std::size_t paper, const std::string& written, const OfficeName& name) {
  const std::size_t index = units_.size();
  LinkedUnit made;
  made.name = written;
  made.level = name.level;
  made.group = name.group;
  made.place = name.group ? "" : name.place;
  units_.push_back(std::move(made));
  houses_.push_back(name.of.empty() ? "" : name.of + "|" + papers_[paper].province);
  // The house of a division is the issuer, unless its name says another one.
  const bool below = name.level == Level::division || name.group;
  const std::string issuer = papers_[paper].written;
  if (below && name.of.empty() && issuer != written) {
    const std::size_t parent = unit(paper, issuer);
    units_[index].parent = parent;
  }
}

std::size_t OfficeTable::find(const std::string& core, const std::string& place) const {
  for (const std::string& key : {core + "|" + place, core}) {
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
  }
  return no_index;
}

void OfficeTable::finish(LinkedPapers& out) {
  const std::string province = fold("ủy ban nhân dân tỉnh").text;
  const std::string health = fold("sở y tế").text;
  for (std::size_t u = 0; u < units_.size(); ++u) {
    LinkedUnit& unit = units_[u];
    std::size_t parent = no_index;
    if (unit.level == Level::department || unit.level == Level::commune)
      parent = find(province, unit.place);
    if (unit.level == Level::hospital) parent = find(health, unit.place);
    if (unit.level == Level::division || unit.group) {
      parent = unit.parent;
      if (const std::size_t bar = houses_[u].find('|'); bar != std::string::npos)
        parent = find(houses_[u].substr(0, bar), houses_[u].substr(bar + 1));
      if (parent != no_index && units_[parent].group) parent = no_index;
    }
    unit.parent = parent == u ? no_index : parent;
  }
  out.units = std::move(units_);
  for (auto& names : names_) {
    out.names.emplace_back(names.begin(), names.end());
    std::sort(out.names.back().begin(), out.names.back().end());
  }
}

}  // namespace kehoach::detail
