// SPDX-License-Identifier: BSL-1.0
#include "model/validate.hpp"

#include <algorithm>
#include <set>

#include "model/build_calendars.hpp"
#include "model/check_cycles.hpp"
#include "model/check_item.hpp"
#include "model/check_unused.hpp"
#include "model/faults.hpp"

namespace kehoach::detail {
namespace {

void check_audit(Faults& f, const AuditSettings& audit) {
  std::set<FindingCode> seen;
  for (const FindingRule& rule : audit.findings) {
    f.range(static_cast<int>(rule.code), 1, finding_code_count, "settings.findings");
    if (!seen.insert(rule.code).second)
      f.add(Errc::duplicate_key,
            "settings.findings names " + std::string(name(rule.code)) + " twice");
  }
  f.range(audit.report_margin, 0, 250, "settings.report_margin");
  f.range(audit.merge_within, 0, 250, "settings.merge_within");
  f.range(audit.burden, 0, 10'000, "settings.burden");
}

}  // namespace

std::vector<Error> validate(const Model& before, Model& model, std::span<const Item> touched,
                            std::span<const TaskId> near, Writer writer) {
  Faults f(model);
  const std::vector<Model::KeyClash> clashes = model.claim_keys(touched, writer);
  auto clash = clashes.begin();
  std::vector<Item> gone;
  bool calendars = false;
  const bool all_there = !model.any_absent();
  for (const Item item : touched) {
    calendars = calendars || item.kind == ItemKind::calendar;
    f.at(item);
    const RowState state = all_there ? RowState::present : model.state(item);
    if (state == RowState::reserved)
      f.add(Errc::missing_field, "was reserved, but nothing was said of it");
    if (state == RowState::removed) gone.push_back(item);
    if (state != RowState::present) continue;
    f.words(model.key(item), "key", 255);
    if (clash != clashes.end() && clash->item == item)
      f.add(Errc::duplicate_key, "this key is taken", {clash++->owner});
    check_item(f, model, item);
  }
  check_unused(f, model, gone, near);
  f.at({});
  f.reference(model.settings.calendar, "settings.calendar");
  check_audit(f, model.settings.audit);
  if (calendars) build_calendars(f, before, model, touched, writer);
  check_cycles(f, model, touched);
  return f.take();
}

}  // namespace kehoach::detail
