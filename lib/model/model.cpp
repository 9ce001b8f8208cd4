// SPDX-License-Identifier: BSL-1.0
#include "model/model.hpp"

#include "base/with_id.hpp"

namespace kehoach::detail {

Model::Model(Writer writer) : public_sector_(vietnam_public_sector()), rules_(writer) {
  // Row 0 of every table is none.
  calendars_.push_back({}, writer);
  units_.push_back({}, writer);
  documents_.push_back(DocumentRow(), writer);
  reports_.push_back({}, writer);
  indicators_.push_back({}, writer);
  targets_.push_back({}, writer);
  tasks_.push_back(TaskCell(), writer);
  task_facts_.push_back(0, writer);
  observations_.push_back({}, writer);
  words_.push_back(0, writer);
  for (ItemKind kind :
       {ItemKind::calendar, ItemKind::unit, ItemKind::document, ItemKind::task, ItemKind::report,
        ItemKind::indicator, ItemKind::target, ItemKind::observation})
    set_state({kind, 0}, RowState::removed, writer);
}

std::uint32_t Model::count(ItemKind kind) const {
  switch (kind) {
    case ItemKind::calendar: return calendars_.size() - 1;
    case ItemKind::unit: return units_.size() - 1;
    case ItemKind::document: return documents_.size() - 1;
    case ItemKind::task: return tasks_.size() - 1;
    case ItemKind::report: return reports_.size() - 1;
    case ItemKind::indicator: return indicators_.size() - 1;
    case ItemKind::target: return targets_.size() - 1;
    case ItemKind::observation: return observations_.size() - 1;
    case ItemKind::none: break;
  }
  return 0;
}

RowState Model::state(Item item) const {
  return with_id(
      item, [&](auto id) { return state(id); }, RowState::removed);
}

bool Model::present(Item item) const {
  return with_id(
      item, [&](auto id) { return present(id); }, false);
}

std::string_view Model::key(Item item) const {
  return with_id(
      item, [&](auto id) { return key(id); }, std::string_view());
}

void Model::count_absent(Item item, RowState from, RowState to) {
  std::uint32_t& absent = absent_[static_cast<std::size_t>(item.kind)];
  absent += from == RowState::present ? 1 : 0;
  absent -= to == RowState::present ? 1 : 0;
}

void Model::set_state(Item item, RowState state, Writer writer) {
  switch (item.kind) {
    case ItemKind::calendar: calendars_.edit(item.id, writer).state = state; break;
    case ItemKind::unit: units_.edit(item.id, writer).state = state; break;
    case ItemKind::document: documents_.edit(item.id, writer).state = state; break;
    case ItemKind::task: tasks_.edit(item.id, writer).state = state; break;
    case ItemKind::report: reports_.edit(item.id, writer).state = state; break;
    case ItemKind::indicator: indicators_.edit(item.id, writer).state = state; break;
    case ItemKind::target: targets_.edit(item.id, writer).state = state; break;
    case ItemKind::observation: observations_.edit(item.id, writer).state = state; break;
    case ItemKind::none: break;
  }
}

Item Model::find(ItemKind kind, std::string_view wanted) const {
  if (kind == ItemKind::none || wanted.empty()) return {};
  const std::uint32_t row =
      keys_[static_cast<std::size_t>(kind)].find(hash_key(wanted), [&](std::uint32_t r) {
        return key({kind, r}) == wanted;
      });
  return row == HashIndex::none ? Item{} : Item{kind, row};
}

void Model::key_changes(Item item, std::string_view from, std::string_view to, Writer writer) {
  if (from == to) return;
  const auto kind = static_cast<std::size_t>(item.kind);
  if (!from.empty()) keys_[kind].erase(hash_key(from), item.id, writer);
  if (!to.empty()) ++unclaimed_[kind];
}

Item Model::claim_key(Item item, std::string_view wanted, std::uint64_t hash, Writer writer) {
  const std::uint32_t owner = keys_[static_cast<std::size_t>(item.kind)].find_or_insert(
      hash, item.id, writer, [&](std::uint32_t row) {
        return row == item.id || key({item.kind, row}) == wanted;
      });
  return {item.kind, owner};
}

/// A few at a time: while one is put in its place, those of the next are on their way from memory.
std::vector<Model::KeyClash> Model::claim_keys(std::span<const Item> touched, Writer writer) {
  constexpr std::size_t few = 16;
  struct Claim {
    Item item;
    std::string_view key;
    std::uint64_t hash;
  };
  std::vector<KeyClash> clashes;
  std::array<Claim, few> claims;
  std::size_t waiting = 0;
  const auto settle = [&] {
    for (std::size_t i = 0; i < waiting; ++i) {
      const Item owner = claim_key(claims[i].item, claims[i].key, claims[i].hash, writer);
      if (owner != claims[i].item) clashes.push_back({claims[i].item, owner});
    }
    waiting = 0;
  };
  for (std::size_t kind = 0; kind < keys_.size(); ++kind)
    if (unclaimed_[kind] != 0) keys_[kind].make_room(unclaimed_[kind], writer);
  if (std::all_of(unclaimed_.begin(), unclaimed_.end(), [](std::uint32_t n) { return n == 0; }))
    return clashes;
  for (const Item item : touched) {
    const auto kind = static_cast<std::size_t>(item.kind);
    if (unclaimed_[kind] == 0) continue;
    const std::string_view wanted = key(item);
    if (wanted.empty()) continue;
    claims[waiting] = {item, wanted, hash_key(wanted)};
    keys_[kind].prefetch(claims[waiting].hash);
    if (++waiting == few) settle();
  }
  settle();
  unclaimed_.fill(0);
  return clashes;
}

Item Model::reserve(ItemKind kind, Writer writer) {
  switch (kind) {
    case ItemKind::calendar: calendars_.push_back({}, writer); break;
    case ItemKind::unit: units_.push_back({}, writer); break;
    case ItemKind::document: documents_.push_back(DocumentRow(), writer); break;
    case ItemKind::task:
      task_facts_.push_back(0, writer);
      tasks_.push_back(TaskCell(), writer);
      break;
    case ItemKind::report: reports_.push_back({}, writer); break;
    case ItemKind::indicator: indicators_.push_back({}, writer); break;
    case ItemKind::target: targets_.push_back({}, writer); break;
    case ItemKind::observation: observations_.push_back({}, writer); break;
    case ItemKind::none: return {};
  }
  ++absent_[static_cast<std::size_t>(kind)];
  return {kind, count(kind)};
}

}  // namespace kehoach::detail
