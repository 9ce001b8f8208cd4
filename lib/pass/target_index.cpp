// SPDX-License-Identifier: BSL-1.0
#include "pass/target_index.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace kehoach::detail {
namespace {

void tidy(std::vector<std::uint32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

/// Offices that pass figures on to each other, both ways, before the edits or after.
class Successions {
 public:
  explicit Successions(const Said& said) {
    for (const Model* model : {&said.before, &said.after}) {
      if (!model->any_successors()) continue;
      for (std::uint32_t u = 1; u <= model->count(ItemKind::unit); ++u)
        if (model->present(UnitId(u)))
          for (const Successor& s : model->unit(UnitId(u)).successors) {
            pairs_.emplace_back(u, s.unit.value());
            pairs_.emplace_back(s.unit.value(), u);
          }
    }
    std::sort(pairs_.begin(), pairs_.end());
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
  }
  /// These, each once, and all that lead to or from them, in however many steps.
  std::vector<std::uint32_t> closure(std::vector<std::uint32_t> units) const {
    std::unordered_set<std::uint32_t> found(units.begin(), units.end());
    for (std::size_t i = 0; i < units.size(); ++i)
      for (auto at = std::lower_bound(pairs_.begin(), pairs_.end(), std::pair{units[i], 0u});
           at != pairs_.end() && at->first == units[i]; ++at)
        if (found.insert(at->second).second) units.push_back(at->second);
    return units;
  }

 private:
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
};

/// Whether the office became a group, or is none any more.
bool turned(const Said& said, UnitId id) {
  return said.before.present(id) && said.after.present(id) &&
         said.before.unit(id).group != said.after.unit(id).group;
}

}  // namespace

TargetIndex::TargetIndex(const Model& model, Writer writer) {
  for (std::uint32_t i = 1; i <= model.count(ItemKind::indicator); ++i)
    if (const IndicatorId id(i); model.present(id))
      by_weight_.add(model.indicator(id).weight.value(), i, writer);
  for (std::uint32_t t = 1; t <= model.count(ItemKind::target); ++t)
    add(model, TargetId(t), writer);
}

template <class Visit>
void TargetIndex::each_reason(const Model& model, TargetId id, Visit&& visit) {
  if (!model.present(id)) return;
  const TargetSpec& target = model.target(id);
  visit(&TargetIndex::by_indicator_, target.indicator.value());
  if (target.reference) visit(&TargetIndex::by_indicator_, target.reference.value());
  if (target.document && target.hold != Hold::at_milestone)
    visit(&TargetIndex::by_document_, target.document.value());
  bool wide = target.gather.has_value();
  const auto office = [&](UnitId unit) {
    if (!unit) return;
    visit(&TargetIndex::by_unit_, unit.value());
    wide = wide || model.unit(unit).group;
  };
  office(target.unit);
  office(target.reference_unit);
  for (const UnitId unit : target.executing) office(unit);
  if (wide) visit(&TargetIndex::by_unit_, 0);
}

void TargetIndex::add(const Model& model, TargetId id, Writer writer) {
  each_reason(model, id, [&](ListTable TargetIndex::*lists, std::uint32_t row) {
    (this->*lists).add(row, id.value(), writer);
  });
}

void TargetIndex::remove(const Model& model, TargetId id, Writer writer) {
  each_reason(model, id, [&](ListTable TargetIndex::*lists, std::uint32_t row) {
    (this->*lists).remove(row, id.value(), writer);
  });
}

std::vector<TargetId> TargetIndex::update(const Said& said, Writer writer) {
  std::vector<std::uint32_t> indicators, documents, units, said_again, found;
  for (const Item item : said.touched) switch (item.kind) {
      case ItemKind::indicator: indicators.push_back(item.id); break;
      case ItemKind::document: documents.push_back(item.id); break;
      case ItemKind::target: said_again.push_back(item.id); break;
      case ItemKind::unit:
        units.push_back(item.id);
        if (turned(said, UnitId(item.id)))
          by_unit_.each(item.id, [&](std::uint32_t t) { said_again.push_back(t); });
        break;
      case ItemKind::observation:
        for (const Model* model : {&said.before, &said.after})
          if (model->present(ObservationId(item.id)))
            if (const Item subject = model->observation(ObservationId(item.id)).subject;
                subject.kind == ItemKind::indicator)
              indicators.push_back(subject.id);
        break;
      default: break;
    }
  tidy(said_again);
  for (const std::uint32_t t : said_again) {
    remove(said.before, TargetId(t), writer);
    add(said.after, TargetId(t), writer);
  }
  for (const Item item : said.touched)
    if (item.kind == ItemKind::indicator) {
      const IndicatorId id(item.id);
      const auto weight = [&](const Model& model) {
        return model.present(id) ? model.indicator(id).weight.value() : 0;
      };
      by_weight_.remove(weight(said.before), item.id, writer);
      by_weight_.add(weight(said.after), item.id, writer);
    }

  found = std::move(said_again);
  const auto take = [&](std::uint32_t t) { found.push_back(t); };
  tidy(indicators);
  for (const std::uint32_t i : indicators)
    each_reading(IndicatorId(i), [&](TargetId t) { take(t.value()); });
  for (const std::uint32_t d : documents) by_document_.each(d, take);
  if (!units.empty()) {
    by_unit_.each(0, take);
    for (const std::uint32_t u : Successions(said).closure(std::move(units)))
      by_unit_.each(u, take);
  }
  tidy(found);
  return {found.begin(), found.end()};
}

}  // namespace kehoach::detail
