// SPDX-License-Identifier: BSL-1.0
// Sums of shards.
#include <cstring>
#include <vector>

#include "figures.hpp"
#include "structs.hpp"
#include "text_rows.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

struct Place {
  const std::string* row;  // null for a total
  const std::string* column;
  const Rollup* sum;
};

std::vector<Place> places(const PartialTable& table) {
  std::vector<Place> all;
  for (const PartialCell& cell : table.cells)
    all.push_back({&table.rows[cell.row], &table.columns[cell.column], &cell.sum});
  for (std::size_t r = 0; r < table.rows.size(); ++r)
    all.push_back({&table.rows[r], nullptr, &table.row_totals[r]});
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    all.push_back({nullptr, &table.columns[c], &table.column_totals[c]});
  all.push_back({nullptr, nullptr, &table.total});
  return all;
}

std::string_view text(const std::string* label) {
  return label == nullptr ? std::string_view() : std::string_view(*label);
}

}  // namespace

kh_status kh_evaluation_partial(const kh_evaluation* evaluation, const kh_partial_spec* spec,
                                kh_partial** out_partial, kh_error* error) {
  return guard(error, [&] {
    need(out_partial, "out_partial");
    const kh_partial_spec defaults = KH_PARTIAL_SPEC_INIT;
    const auto s = read_struct(spec, defaults, KH_UP_TO(kh_partial_spec, columns), "spec");
    PartialSpec wanted;
    wanted.table = {axis_in(&s.rows), axis_in(&s.columns), scope_or_all(s.scope)};
    wanted.below = s.below != 0;
    wanted.closed = s.closed != 0;
    if (s.own_count > 0) need(s.own, "own");
    for (std::size_t i = 0; i < s.own_count; ++i) wanted.own.emplace_back(s.own[i]);
    const Evaluation& today = need(evaluation, "evaluation").evaluation;
    *out_partial = new kh_partial{today.partial(wanted).value()};
  });
}

kh_status kh_partial_load(const void* bytes, size_t size, kh_partial** out_partial,
                          kh_error* error) {
  return guard(error, [&] {
    need(out_partial, "out_partial");
    if (size > 0) need(static_cast<const char*>(bytes), "bytes");
    *out_partial = new kh_partial{Partial::load({static_cast<const char*>(bytes), size}).value()};
  });
}

void kh_partial_free(kh_partial* partial) {
  delete partial;
}

kh_status kh_partial_merge(kh_partial* partial, const kh_partial* other, kh_error* error) {
  return guard(
      error, [&] { need(partial, "partial").partial.merge(need(other, "other").partial).value(); });
}

kh_status kh_partial_save(const kh_partial* partial, void* bytes, size_t capacity, size_t* out_size,
                          kh_error* error) {
  return guard(error, [&] {
    if (capacity > 0) need(static_cast<const char*>(bytes), "bytes");
    const std::string saved = need(partial, "partial").partial.save();
    if (capacity >= saved.size()) std::memcpy(bytes, saved.data(), saved.size());
    put(out_size, saved.size());
  });
}

kh_status kh_partial_cells(const kh_partial* partial, int32_t decimals, int32_t rounding,
                           kh_partial_cell* rows, size_t capacity, size_t* out_count,
                           kh_text_buffer* buffer, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const Rounding how = rounding_in(decimals, rounding);
    const PartialTable table = need(partial, "partial").partial.table();
    write_rows(
        out, TextPool(buffer), places(table),
        [](const Place& p) {
          return Texts<2>{text(p.row), text(p.column)};
        },
        [&](const Place& p, const Placed<2>& placed) {
          return kh_partial_cell{0, 0, p.row == nullptr ? nullptr : placed[0],
                                 p.column == nullptr ? nullptr : placed[1],
                                 rollup_out(*p.sum, decimals, how)};
        });
  });
}

kh_status kh_partial_question(const kh_partial* partial, uint64_t* out_own_tasks, char* buffer,
                              size_t size, size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    const Partial& shard = need(partial, "partial").partial;
    out.write(shard.question());
    put(out_own_tasks, shard.own_tasks());
  });
}

kh_status kh_partial_unowned(const kh_partial* partial, size_t* out_count, char* buffer,
                             size_t size, size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    const std::vector<std::string> keys = need(partial, "partial").partial.unowned();
    out.write(keys.empty() ? std::string() : keys.front());
    put(out_count, keys.size());
  });
}

kh_status kh_partial_unowned_keys(const kh_partial* partial, char* buffer, size_t size,
                                  size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    std::string keys;
    for (const std::string& key : need(partial, "partial").partial.unowned())
      keys += (keys.empty() ? "" : "\n") + key;
    out.write(keys);
  });
}
