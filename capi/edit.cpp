// SPDX-License-Identifier: BSL-1.0
// One edit: add, change, reserve, remove, commit.
#include "edit.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

template <class Spec>
kh_status add(kh_edit* edit, const Spec* spec, std::uint32_t* out_id, kh_error* error) {
  return guard(error, [&] {
    const auto id = with_edit(edit, [&](Edit& open) { return open.add(spec_in(spec)); });
    put(out_id, id.value());
  });
}

template <class StrongId, class Spec>
kh_status change(kh_edit* edit, std::uint32_t id, const Spec* spec, kh_error* error) {
  return guard(error, [&] {
    with_edit(edit, [&](Edit& open) { open.change(StrongId{id}, spec_in(spec)); });
  });
}

}  // namespace

kh_status kh_edit_new(kh_engine* engine, kh_edit** out_edit, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_edit, "out_edit");
    auto& core = need(engine, "engine").core;
    const InUse use(*core, InUse::changes);
    out = new kh_edit{core, core->engine.edit()};
  });
}

void kh_edit_free(kh_edit* edit) {
  delete edit;
}

#define KH_ADD_AND_CHANGE(noun, StrongId)                                                          \
  kh_status kh_edit_add_##noun(kh_edit* edit, const kh_##noun##_spec* spec, std::uint32_t* out_id, \
                               kh_error* error) {                                                  \
    return add(edit, spec, out_id, error);                                                         \
  }                                                                                                \
  kh_status kh_edit_change_##noun(kh_edit* edit, std::uint32_t id, const kh_##noun##_spec* spec,   \
                                  kh_error* error) {                                               \
    return change<StrongId>(edit, id, spec, error);                                                \
  }
KH_ADD_AND_CHANGE(calendar, CalendarId)
KH_ADD_AND_CHANGE(unit, UnitId)
KH_ADD_AND_CHANGE(document, DocumentId)
KH_ADD_AND_CHANGE(task, TaskId)
KH_ADD_AND_CHANGE(report, ReportId)
KH_ADD_AND_CHANGE(indicator, IndicatorId)
KH_ADD_AND_CHANGE(target, TargetId)
KH_ADD_AND_CHANGE(observation, ObservationId)
#undef KH_ADD_AND_CHANGE

kh_status kh_edit_reserve(kh_edit* edit, uint32_t kind, uint32_t* out_id, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_id, "out_id");
    const ItemKind checked = kind_in(kind);
    out = with_edit(edit, [&](Edit& open) { return open.reserve(checked).id; });
  });
}

kh_status kh_edit_remove(kh_edit* edit, kh_item item, kh_error* error) {
  return guard(error, [&] {
    const Item checked = item_in(item);
    with_edit(edit, [&](Edit& open) { open.remove(checked); });
  });
}

kh_status kh_edit_set(kh_edit* edit, const kh_settings* settings, kh_error* error) {
  return guard(error, [&] {
    const Settings checked = settings_in(settings);
    with_edit(edit, [&](Edit& open) { open.set(checked); });
  });
}

kh_status kh_edit_commit(kh_edit* edit, kh_commit* out_commit, kh_error* error) {
  return guard(error, [&] {
    const StructOut out(out_commit, "out_commit", true);
    Core& core = *need(edit, "edit").core;
    const InUse use(core, InUse::changes);
    Edit open = std::move(open_edit(*edit));
    edit->edit.reset();
    core.last.reset();
    core.last = open.commit(core.progress, core.executor);
    out.write(commit_out(core.last->value()));
  });
}
