// SPDX-License-Identifier: BSL-1.0
// Tables of tasks, and what is told about a scope beside its sums.
#include <vector>

#include "figures.hpp"
#include "structs.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

static_assert(KH_AXIS_UNDER == static_cast<int>(Axis::under));

const Evaluation& of(const kh_evaluation* evaluation) {
  return need(evaluation, "evaluation").evaluation;
}

kh_bucket bucket_out(const Bucket& b) noexcept {
  return {static_cast<std::int32_t>(b.axis),
          item_out(b.item),
          b.has_level ? static_cast<std::int32_t>(b.level) : KH_ANY_LEVEL,
          b.axis == Axis::status ? static_cast<std::int32_t>(b.status) : KH_ANY_STATUS,
          date_out(b.first),
          date_out(b.last)};
}

Bucket bucket_in(const kh_bucket* given) {
  Bucket b;
  if (given == nullptr) return b;
  b.axis = enum_in(given->axis, Axis::under, "axis of a bucket");
  if (given->item.id != 0) b.item = item_in(given->item);
  b.has_level = given->level != KH_ANY_LEVEL;
  if (b.has_level) b.level = enum_in(given->level, Level::division, "level of a bucket");
  if (b.axis == Axis::status) b.status = enum_in(given->status, Status::cancelled, "status");
  b.first = date_in(given->first);
  b.last = date_in(given->last);
  return b;
}

struct Place {
  std::uint32_t row;
  std::uint32_t column;
  const Rollup* sum;
};

std::vector<Place> places(const CrossTable& table) {
  std::vector<Place> all;
  for (const Cell& cell : table.cells) all.push_back({cell.row, cell.column, &cell.sum});
  for (std::uint32_t r = 0; r < table.rows.size(); ++r)
    all.push_back({r, KH_TOTAL, &table.row_totals[r]});
  for (std::uint32_t c = 0; c < table.columns.size(); ++c)
    all.push_back({KH_TOTAL, c, &table.column_totals[c]});
  all.push_back({KH_TOTAL, KH_TOTAL, &table.total});
  return all;
}

kh_task task_out(TaskId id) noexcept {
  return id.value();
}

}  // namespace

kh_status kh_evaluation_table(const kh_evaluation* evaluation, const kh_axis* rows,
                              const kh_axis* columns, const kh_scope* scope, kh_table** out_table,
                              kh_error* error) {
  return guard(error, [&] {
    need(out_table, "out_table");
    const CrossTableSpec spec{axis_in(rows), axis_in(columns), scope_or_all(scope)};
    CrossTable table = of(evaluation).cross_table(spec).value();
    *out_table = new kh_table{of(evaluation), spec, std::move(table)};
  });
}

void kh_table_free(kh_table* table) {
  delete table;
}

kh_status kh_table_rows(const kh_table* table, kh_bucket* rows, size_t capacity, size_t* out_count,
                        kh_error* error) {
  return guard(error, [&] {
    RowsOut(rows, capacity, out_count).write(need(table, "table").table.rows, bucket_out);
  });
}

kh_status kh_table_columns(const kh_table* table, kh_bucket* rows, size_t capacity,
                           size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    RowsOut(rows, capacity, out_count).write(need(table, "table").table.columns, bucket_out);
  });
}

kh_status kh_table_cells(const kh_table* table, int32_t decimals, int32_t rounding, kh_cell* rows,
                         size_t capacity, size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const Rounding how = rounding_in(decimals, rounding);
    out.write(places(need(table, "table").table), [&](const Place& p) {
      return kh_cell{0, p.row, p.column, 0, rollup_out(*p.sum, decimals, how)};
    });
  });
}

kh_status kh_table_tasks(const kh_table* table, const kh_bucket* row, const kh_bucket* column,
                         kh_task* rows, size_t capacity, size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const kh_table& t = need(table, "table");
    out.write(t.evaluation.tasks(t.spec, bucket_in(row), bucket_in(column)).value(), task_out);
  });
}

kh_status kh_evaluation_coverage(const kh_evaluation* evaluation, const kh_scope* scope,
                                 int32_t which, kh_unit* rows, size_t capacity, size_t* out_count,
                                 kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    if (which < KH_COVERAGE_EXPECTED || which > KH_COVERAGE_MISSING)
      fail(KH_INVALID_VALUE, "which");
    const Coverage c = of(evaluation).coverage(scope_or_all(scope)).value();
    out.write(which == KH_COVERAGE_EXPECTED ? c.expected
              : which == KH_COVERAGE_PARTLY ? c.partly
                                            : c.missing,
              [](UnitId id) { return id.value(); });
  });
}

kh_status kh_evaluation_unreported(const kh_evaluation* evaluation, const kh_scope* scope,
                                   kh_task* rows, size_t capacity, size_t* out_count,
                                   kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    out.write(of(evaluation).coverage(scope_or_all(scope)).value().unreported, task_out);
  });
}

kh_status kh_evaluation_worst(const kh_evaluation* evaluation, const kh_scope* scope,
                              int32_t* out_status, kh_task* rows, size_t capacity,
                              size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const Worst worst = of(evaluation).worst(scope_or_all(scope)).value();
    out.write(worst.tasks, task_out);
    put(out_status, worst.status ? static_cast<std::int32_t>(*worst.status) : KH_ANY_STATUS);
  });
}

kh_status kh_evaluation_contrasts(const kh_evaluation* evaluation, const kh_scope* scope,
                                  kh_quantity points, kh_contrast* rows, size_t capacity,
                                  size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const Quantity least = quantity_in(points, "points");
    out.write(of(evaluation).contrasts(scope_or_all(scope), least).value(), [](const Contrast& c) {
      return kh_contrast{0,
                         c.task.value(),
                         quantity_out(c.reported),
                         quantity_out(c.derived),
                         quantity_out(c.at_best),
                         quantity_out(c.difference)};
    });
  });
}

kh_status kh_evaluation_sharing(const kh_evaluation* evaluation, uint32_t* out_shared,
                                uint64_t* out_steps, kh_error* error) {
  return guard(error, [&] {
    const Sharing sharing = of(evaluation).sharing();
    put(out_shared, sharing.shared);
    put(out_steps, sharing.steps);
  });
}
