// SPDX-License-Identifier: BSL-1.0
// Tasks with the same places are added up first; only then is each such sum spread over its cells. Each
// pair of places stands once in a set, so a task counts once in a cell however it got there.
#include "pass/cross_table.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "pass/rollup_record.hpp"

namespace kehoach {

const Rollup* CrossTable::at(std::uint32_t row, std::uint32_t column) const {
  const auto it = std::lower_bound(cells.begin(), cells.end(), std::pair{row, column},
                                   [](const Cell& c, const auto& at) {
                                     return std::pair{c.row, c.column} < at;
                                   });
  return it != cells.end() && it->row == row && it->column == column ? &it->sum : nullptr;
}

namespace detail {
namespace {

/// Where a bucket stands among the buckets of its axis; nothing if no task does.
std::optional<std::uint32_t> index_of(const std::vector<Bucket>& buckets, const Bucket& wanted) {
  const auto it = std::find(buckets.begin(), buckets.end(), wanted);
  if (it == buckets.end()) return std::nullopt;
  return static_cast<std::uint32_t>(it - buckets.begin());
}

}  // namespace

CrossTable cross_table(const Scoped& in, const AxisSpec& rows, const AxisSpec& columns) {
  PairedPlaces places = paired_places(in, rows, columns);
  std::vector<Rollup> sums(places.pool.size());
  CrossTable table;
  for (std::size_t i = 0; i < in.positions.size(); ++i) {
    const Position p = in.positions[i];
    const Rollup one = unpack(record_of(in.tasks, p, !in.frame.implemented[p]));
    add(sums[places.pairs[i]], one);
    add(table.total, one);
  }
  table.rows = std::move(places.rows);
  table.columns = std::move(places.columns);
  table.row_totals.resize(table.rows.size());
  table.column_totals.resize(table.columns.size());
  std::map<std::uint64_t, Rollup> cells;
  for (SetPool::Set set = 0; set < places.pool.size(); ++set) {
    std::vector<std::uint32_t> met_columns;
    std::uint32_t last_row = 0xFFFF'FFFF;
    for (const std::uint64_t pair : places.pool.members(set)) {
      add(cells[pair], sums[set]);
      const auto row = static_cast<std::uint32_t>(pair >> 32);
      if (row != last_row) add(table.row_totals[row], sums[set]);
      last_row = row;
      met_columns.push_back(static_cast<std::uint32_t>(pair));
    }
    std::sort(met_columns.begin(), met_columns.end());
    met_columns.erase(std::unique(met_columns.begin(), met_columns.end()), met_columns.end());
    for (const std::uint32_t column : met_columns) add(table.column_totals[column], sums[set]);
  }
  for (const auto& [pair, sum] : cells)
    table.cells.push_back(
        {static_cast<std::uint32_t>(pair >> 32), static_cast<std::uint32_t>(pair), sum});
  return table;
}

std::vector<Position> behind(const Scoped& in, const CrossTableSpec& spec, const Bucket& row,
                             const Bucket& column) {
  const PairedPlaces places = paired_places(in, spec.rows, spec.columns);
  const bool any_row = row.axis == Axis::none, any_column = column.axis == Axis::none;
  const auto wanted_row = index_of(places.rows, row);
  const auto wanted_column = index_of(places.columns, column);
  std::vector<Position> found;
  if ((!any_row && !wanted_row) || (!any_column && !wanted_column)) return found;
  for (std::size_t i = 0; i < in.positions.size(); ++i) {
    const auto pairs = places.pool.members(places.pairs[i]);
    const bool hit = std::any_of(pairs.begin(), pairs.end(), [&](std::uint64_t pair) {
      return (any_row || static_cast<std::uint32_t>(pair >> 32) == *wanted_row) &&
             (any_column || static_cast<std::uint32_t>(pair) == *wanted_column);
    });
    if (hit) found.push_back(in.positions[i]);
  }
  return found;
}

}  // namespace detail
}  // namespace kehoach
