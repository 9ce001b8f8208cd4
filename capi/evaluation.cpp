// SPDX-License-Identifier: BSL-1.0
// The answers for one day: statuses, what is due, what is overdue.
#include "columns.hpp"
#include "figures.hpp"
#include "handles.hpp"
#include "structs.hpp"
#include "text.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

static_assert(KH_STATUS_CANCELLED == static_cast<int>(Status::cancelled));
static_assert(KH_STATUS_COUNT == status_count);

const Evaluation& of(const kh_evaluation* evaluation) {
  return need(evaluation, "evaluation").evaluation;
}

kh_due_item due_out(const DueItem& d) noexcept {
  const Instance period = d.instance.value_or(Instance{});
  return {0,
          static_cast<std::int32_t>(d.status),
          item_out(d.item),
          d.unit.value(),
          date_out(d.written),
          date_out(d.last_valid),
          date_out(d.due),
          d.working_days_left,
          d.expected,
          d.received,
          d.instance ? 1 : 0,
          period.year,
          period.number,
          date_out(period.period_first),
          date_out(period.period_last),
          date_out(period.data_first),
          date_out(period.data_last)};
}

// The length of an instance's period tells which kind of period it is.
Period period_of(const kh_due_item& item) {
  const int days = item.period_last - item.period_first + 1;
  if (days <= 7) return Period::week;
  if (days <= 31) return Period::month;
  if (days <= 92) return Period::quarter;
  if (days <= 184) return Period::half_year;
  return days <= 274 ? Period::nine_months : Period::year;
}

}  // namespace

void kh_evaluation_free(kh_evaluation* evaluation) {
  delete evaluation;
}

kh_status kh_evaluation_day(const kh_evaluation* evaluation, kh_date* out_as_of,
                            kh_date* out_known_at, kh_error* error) {
  return guard(error, [&] {
    const Evaluation& day = of(evaluation);
    put(out_as_of, date_out(day.as_of()));
    put(out_known_at, date_out(day.known_at()));
  });
}

kh_status kh_evaluation_next_change(const kh_evaluation* evaluation, kh_date* out_date,
                                    kh_error* error) {
  return guard(error,
               [&] { need(out_date, "out_date") = date_out(of(evaluation).next_change_at()); });
}

kh_status kh_evaluation_turns(const kh_evaluation* evaluation, kh_date until, kh_turn* rows,
                              size_t capacity, size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const auto turns = of(evaluation).turns(date_in(until)).value();
    out.write(turns, [](const Turn& turn) {
      return kh_turn{0, turn.task.value(), date_out(turn.on),
                     static_cast<std::int32_t>(turn.before), static_cast<std::int32_t>(turn.after)};
    });
  });
}

kh_status kh_task_status_print(int32_t status, int32_t language, char* buffer, size_t size,
                               size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    out.write(describe(enum_in(status, Status::cancelled, "status")).in(language_in(language)));
  });
}

kh_status kh_evaluation_states(const kh_evaluation* evaluation, const kh_state_columns* columns,
                               size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const kh_state_columns defaults = KH_STATE_COLUMNS_INIT;
    const auto c = read_struct(columns, defaults, KH_UP_TO(kh_state_columns, status), "columns");
    const auto& statuses = of(evaluation).statuses();
    const Span span(c.first, c.capacity, statuses.size());
    for (std::size_t i = 0; i < span.filled(); ++i) {
      const auto id = static_cast<std::uint32_t>(c.first + i);
      const auto found = of(evaluation).state(TaskId{id});
      const TaskState state = found.ok() ? *found : TaskState{};
      set(c.status, i, static_cast<std::uint8_t>(statuses[id - 1]));
      set(c.due, i, date_out(state.due));
      set(c.done_on, i, date_out(state.done_on));
      set(c.next_change, i, date_out(state.next_change_at));
      set(c.reported, i, quantity_out(state.reported));
      set(c.derived, i, quantity_out(state.derived));
    }
    put(out_count, span.available());
  });
}

kh_status kh_evaluation_due(const kh_evaluation* evaluation, kh_date from, kh_date to,
                            kh_due_item* rows, size_t capacity, size_t* out_count,
                            kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    out.write(of(evaluation).due(date_in(from), date_in(to)).value(), due_out);
  });
}

kh_status kh_evaluation_overdue(const kh_evaluation* evaluation, kh_due_item* rows, size_t capacity,
                                size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    out.write(of(evaluation).overdue().value(), due_out);
  });
}

kh_status kh_evaluation_due_within(const kh_evaluation* evaluation, const kh_scope* scope,
                                   kh_date from, kh_date to, kh_due_item* rows, size_t capacity,
                                   size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const Scope checked = scope_in(scope);
    out.write(of(evaluation).due(date_in(from), date_in(to), checked).value(), due_out);
  });
}

kh_status kh_evaluation_overdue_within(const kh_evaluation* evaluation, const kh_scope* scope,
                                       kh_due_item* rows, size_t capacity, size_t* out_count,
                                       kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    out.write(of(evaluation).overdue(scope_in(scope)).value(), due_out);
  });
}

kh_status kh_evaluation_answerable(const kh_evaluation* evaluation, kh_task task,
                                   kh_date boundaries, kh_unit* rows, size_t capacity,
                                   size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    out.write(of(evaluation).answerable(TaskId{task}, date_in(boundaries)).value(),
              [](UnitId id) { return id.value(); });
  });
}

kh_status kh_evaluation_burden(const kh_evaluation* evaluation, kh_date from, kh_date to,
                               kh_burden* rows, size_t capacity, size_t* out_count,
                               kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    out.write(of(evaluation).burden(date_in(from), date_in(to)).value(), [](const Burden& b) {
      return kh_burden{0, b.unit.value(), date_out(b.month), b.reports, b.mergeable};
    });
  });
}

kh_status kh_due_item_print_period(const kh_due_item* item, int32_t language, char* buffer,
                                   size_t size, size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    const kh_due_item defaults = KH_DUE_ITEM_INIT;
    const auto row = read_struct(item, defaults, sizeof defaults, "item");
    const Language words = language_in(language);
    if (row.recurs == 0) return out.write("");
    Instance instance;
    instance.year = row.year;
    instance.number = row.number;
    instance.period_first = date_in(row.period_first);
    instance.period_last = date_in(row.period_last);
    out.write(describe(instance, period_of(row)).in(words));
  });
}
