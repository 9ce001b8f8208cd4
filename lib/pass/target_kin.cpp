// SPDX-License-Identifier: BSL-1.0
#include "pass/target_kin.hpp"

namespace kehoach::detail {
namespace {

/// The tables are nobody else's.
constexpr Writer own{1, nullptr};

}  // namespace

TargetKin::TargetKin(const Model& model) {
  for (std::uint32_t t = 1; t <= model.count(ItemKind::target); ++t) put(model, TargetId(t));
}

template <class Use>
void TargetKin::each_place(const Model& model, TargetId id, Use&& use) {
  if (!model.present(id)) return;
  const TargetSpec& target = model.target(id);
  use(of_indicator_, target.indicator.value());
  for (const TargetId upper : target.implements) use(below_, upper.value());
}

void TargetKin::put(const Model& model, TargetId id) {
  each_place(model, id,
             [&](ListTable& table, std::uint32_t row) { table.add(row, id.value(), own); });
}

void TargetKin::take(const Model& model, TargetId id) {
  each_place(model, id,
             [&](ListTable& table, std::uint32_t row) { table.remove(row, id.value(), own); });
}

}  // namespace kehoach::detail
