// SPDX-License-Identifier: BSL-1.0
// What the plans say: keys, names, places, ties, deadlines and schedules.
#include <kehoach/exchange.hpp>

#include "columns.hpp"
#include "handles.hpp"
#include "specs.hpp"
#include "text.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

const Snapshot& of(const kh_snapshot* snapshot) {
  return need(snapshot, "snapshot").snapshot;
}

struct Place {
  DocumentId document;
  std::string path;
};

Place place_of(const Snapshot& snapshot, Item item) {
  switch (item.kind) {
    case ItemKind::task: {
      const TaskSpec spec = snapshot.spec(TaskId{item.id}).value();
      return {spec.document, spec.path};
    }
    case ItemKind::report: {
      const ReportSpec spec = snapshot.spec(ReportId{item.id}).value();
      return {spec.document, spec.path};
    }
    case ItemKind::target: {
      const TargetSpec spec = snapshot.spec(TargetId{item.id}).value();
      return {spec.document, spec.path};
    }
    default: fail(KH_MISUSE, "item", "of this kind has no place in a document");
  }
}

struct TaskRow {
  Schedule schedule;
  Date due = no_date;
  Date last_valid = no_date;
  DocumentId document;
};

// Only what some column wants is asked for. A removed task is an empty row; so is the deadline of a
// rule that cannot be resolved, which is a finding of the plan and no error of this call.
TaskRow task_row(const Snapshot& snapshot, TaskId task, const kh_schedule_columns& c) {
  TaskRow row;
  if (!snapshot.contains(task)) return row;
  row.schedule = snapshot.schedule(task).value();
  if (c.due != nullptr || c.last_valid != nullptr) {
    if (const auto deadline = snapshot.deadline(task); deadline.ok()) {
      row.due = deadline->due();
      row.last_valid = deadline->last_valid;
    }
  }
  if (c.document != nullptr) row.document = snapshot.spec(task)->document;
  return row;
}

}  // namespace

kh_status kh_engine_snapshot(const kh_engine* engine, kh_snapshot** out_snapshot, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_snapshot, "out_snapshot");
    Core& core = *need(engine, "engine").core;
    const InUse use(core, InUse::reads);
    out = new kh_snapshot{core.engine.snapshot()};
  });
}

void kh_snapshot_free(kh_snapshot* snapshot) {
  delete snapshot;
}

kh_status kh_snapshot_revision(const kh_snapshot* snapshot, uint64_t* out_revision,
                               kh_error* error) {
  return guard(error, [&] { need(out_revision, "out_revision") = of(snapshot).revision(); });
}

kh_status kh_snapshot_settings(const kh_snapshot* snapshot, kh_settings* out_settings,
                               kh_error* error) {
  return guard(error, [&] {
    const StructOut out(out_settings, "out_settings");
    out.write(settings_out(of(snapshot).settings()));
  });
}

kh_status kh_snapshot_count(const kh_snapshot* snapshot, uint32_t kind, uint32_t* out_count,
                            kh_error* error) {
  return guard(error, [&] { need(out_count, "out_count") = of(snapshot).count(kind_in(kind)); });
}

kh_status kh_snapshot_contains(const kh_snapshot* snapshot, kh_item item, int32_t* out_contains,
                               kh_error* error) {
  return guard(error, [&] {
    need(out_contains, "out_contains") = of(snapshot).contains(item_in(item)) ? 1 : 0;
  });
}

kh_status kh_snapshot_find(const kh_snapshot* snapshot, uint32_t kind, const char* key,
                           uint32_t* out_id, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_id, "out_id");
    out = of(snapshot).find(kind_in(kind), &need(key, "key")).value().id;
  });
}

kh_status kh_snapshot_key(const kh_snapshot* snapshot, kh_item item, char* buffer, size_t size,
                          size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    out.write(of(snapshot).key(item_in(item)).value());
  });
}

kh_status kh_snapshot_label(const kh_snapshot* snapshot, kh_item item, kh_date on, char* buffer,
                            size_t size, size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    out.write(of(snapshot).label(item_in(item), date_in(on)).value());
  });
}

kh_status kh_snapshot_place(const kh_snapshot* snapshot, kh_item item, kh_document* out_document,
                            char* buffer, size_t size, size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    const Place place = place_of(of(snapshot), item_in(item));
    put(out_document, place.document.value());
    out.write(place.path);
  });
}

kh_status kh_snapshot_expand(const kh_snapshot* snapshot, kh_unit unit, kh_date on, kh_unit* rows,
                             size_t capacity, size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    out.write(of(snapshot).expand(UnitId{unit}, date_in(on)).value(),
              [](UnitId id) { return id.value(); });
  });
}

kh_status kh_snapshot_parent(const kh_snapshot* snapshot, kh_unit unit, kh_date on, int32_t line,
                             kh_unit* out_parent, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_parent, "out_parent");
    const Line checked = enum_in(line, Line::professional, "line");
    out = of(snapshot).parent(UnitId{unit}, date_in(on), checked).value().value();
  });
}

kh_status kh_snapshot_exists(const kh_snapshot* snapshot, kh_unit unit, kh_date on,
                             int32_t* out_exists, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_exists, "out_exists");
    out = of(snapshot).exists(UnitId{unit}, date_in(on)).value() ? 1 : 0;
  });
}

kh_status kh_snapshot_deadline(const kh_snapshot* snapshot, kh_task task, kh_date as_of,
                               kh_deadline* out_deadline, kh_error* error) {
  return guard(error, [&] {
    const StructOut out(out_deadline, "out_deadline");
    out.write(deadline_out(of(snapshot).deadline(TaskId{task}, date_in(as_of)).value()));
  });
}

kh_status kh_snapshot_schedule(const kh_snapshot* snapshot, const kh_schedule_columns* columns,
                               size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const kh_schedule_columns defaults = KH_SCHEDULE_COLUMNS_INIT;
    const auto c = read_struct(columns, defaults, KH_UP_TO(kh_schedule_columns, due), "columns");
    const Snapshot& plans = of(snapshot);
    const Span span(c.first, c.capacity, plans.count(ItemKind::task));
    for (std::size_t i = 0; i < span.filled(); ++i) {
      const TaskRow row = task_row(plans, TaskId{c.first + static_cast<std::uint32_t>(i)}, c);
      const Schedule& s = row.schedule;
      set(c.due, i, date_out(row.due));
      set(c.last_valid, i, date_out(row.last_valid));
      set(c.earliest_start, i, date_out(s.earliest_start));
      set(c.earliest_finish, i, date_out(s.earliest_finish));
      set(c.latest_start, i, date_out(s.latest_start));
      set(c.latest_finish, i, date_out(s.latest_finish));
      set(c.total_slack, i, s.total_slack.value_or(KH_NO_SLACK));
      set(c.free_slack, i, s.free_slack.value_or(KH_NO_SLACK));
      set(c.document, i, row.document.value());
      set(c.early_binding, i, item_out(s.early_binding));
      set(c.late_binding, i, item_out(s.late_binding));
    }
    put(out_count, span.available());
  });
}

kh_status kh_snapshot_write_json(const kh_snapshot* snapshot, char* buffer, size_t size,
                                 size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    out.write(write_json(of(snapshot)));
  });
}

kh_status kh_snapshot_evaluate(const kh_snapshot* snapshot, kh_date as_of, kh_date known_at,
                               kh_evaluation** out_evaluation, kh_error* error) {
  return kh_snapshot_evaluate_watched(snapshot, as_of, known_at, nullptr, nullptr, out_evaluation,
                                      error);
}

kh_status kh_snapshot_evaluate_watched(const kh_snapshot* snapshot, kh_date as_of, kh_date known_at,
                                       kh_progress progress, void* context,
                                       kh_evaluation** out_evaluation, kh_error* error) {
  return kh_snapshot_evaluate_by(snapshot, as_of, known_at, nullptr, progress, context,
                                 out_evaluation, error);
}

kh_status kh_snapshot_evaluate_by(const kh_snapshot* snapshot, kh_date as_of, kh_date known_at,
                                  const kh_executor* executor, kh_progress progress, void* context,
                                  kh_evaluation** out_evaluation, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_evaluation, "out_evaluation");
    const Snapshot& plans = of(snapshot);
    const Progress watched = progress_in(progress, context);
    const Executor lent = executor_in(executor);
    auto answers = plans.evaluate(date_in(as_of), date_in(known_at), watched, lent).value();
    out = new kh_evaluation{std::move(answers), plans};
  });
}
