// SPDX-License-Identifier: BSL-1.0
// Chains that bind a task to the top, and who used up its time.
#include <kehoach/chain.hpp>
#include <kehoach/lateness.hpp>

#include "handles.hpp"
#include "structs.hpp"
#include "text_rows.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

static_assert(KH_BOND_SUCCESSOR == static_cast<int>(Bond::successor));
static_assert(KH_SPENT_EXTENDED == static_cast<int>(Spent::extended));

const Snapshot& of(const kh_snapshot* snapshot) {
  return need(snapshot, "snapshot").snapshot;
}

kh_chain_link link_out(const ChainLink& link) noexcept {
  return {0,
          link.task.value(),
          link.document.value(),
          link.unit.value(),
          static_cast<std::int32_t>(link.bond),
          date_out(link.latest_finish),
          link.slack.value_or(KH_NO_SLACK)};
}

kh_lateness_part part_out(const LatenessPart& p, const Placed<1>& placed) noexcept {
  return {0,
          static_cast<std::int32_t>(p.spent),
          p.document.value(),
          p.unit.value(),
          static_cast<std::int32_t>(p.level),
          item_out(p.on),
          date_out(p.from),
          date_out(p.to),
          p.days,
          p.left,
          p.late,
          placed[0]};
}

kh_lateness lateness_out(const Lateness& l) noexcept {
  return {0, date_out(l.limit), date_out(l.finish), l.done ? 1 : 0, l.days.value_or(KH_NO_SLACK)};
}

}  // namespace

kh_status kh_snapshot_binding_chain(const kh_snapshot* snapshot, kh_task task, kh_chain_link* rows,
                                    size_t capacity, size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    out.write(binding_chain(of(snapshot), TaskId(task)).value(), link_out);
  });
}

kh_status kh_snapshot_tightest(const kh_snapshot* snapshot, kh_document document,
                               kh_tight_task* rows, size_t capacity, size_t* out_count,
                               kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    out.write(tightest(of(snapshot), DocumentId(document), capacity).value(),
              [](const TightTask& t) noexcept {
                return kh_tight_task{0, t.task.value(), t.slack};
              });
  });
}

kh_status kh_snapshot_lateness(const kh_snapshot* snapshot, kh_task task, kh_date as_of,
                               kh_date known_at, int32_t language, kh_lateness* out_lateness,
                               kh_lateness_part* rows, size_t capacity, size_t* out_count,
                               kh_text_buffer* text, kh_error* error) {
  return guard(error, [&] {
    const StructOut sum(out_lateness, "out_lateness", true);
    const RowsOut out(rows, capacity, out_count);
    const TextPool pool(text);
    const Language words = language_in(language);
    const Lateness found =
        lateness(of(snapshot), TaskId(task), date_in(as_of), date_in(known_at)).value();
    write_rows(
        out, pool, found.parts, [&](const LatenessPart& p) { return Texts<1>{p.text.in(words)}; },
        part_out);
    sum.write(lateness_out(found));
  });
}
