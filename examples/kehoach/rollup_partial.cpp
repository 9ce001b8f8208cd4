// SPDX-License-Identifier: BSL-1.0
// One shard's sums into a file, and the sums of many shards out of theirs.
#include <fstream>

#include "display.hpp"
#include "json_line.hpp"
#include "tables.hpp"

namespace program {
namespace {

using kehoach::Partial;
using kehoach::PartialTable;
using kehoach::Rollup;

void write(const std::string& path, const std::string& bytes, const Arguments& arguments) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file)
    throw Complaint(arguments.say({"không ghi được tệp " + path, "cannot write the file " + path}));
}

Partial load(const std::string& path, const Arguments& arguments) {
  auto partial = Partial::load(read_file(path, arguments));
  if (!partial.ok()) throw Complaint(path + ": " + arguments.say(partial.error()));
  return *std::move(partial);
}

std::string json(const std::string& row, const std::string& column, const Rollup& sum) {
  JsonLine out;
  out.add("row", row).add("column", column).add("total", std::int64_t{sum.total()});
  for (int s = 0; s < kehoach::status_count; ++s)
    out.add(kehoach::name(static_cast<kehoach::Status>(s)),
            std::int64_t{sum.counts[static_cast<std::size_t>(s)]});
  out.add("leaves", std::int64_t{sum.leaves}).add("reported", std::int64_t{sum.reported});
  out.add("weight", sum.weight).add("weighted_progress", sum.weighted_progress);
  return out.text();
}

std::string json(const PartialTable& table) {
  std::string text;
  for (const kehoach::PartialCell& cell : table.cells)
    text += json(table.rows[cell.row], table.columns[cell.column], cell.sum);
  for (std::size_t r = 0; r < table.rows.size(); ++r)
    text += json(table.rows[r], "*", table.row_totals[r]);
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    text += json("*", table.columns[c], table.column_totals[c]);
  return text + json("*", "*", table.total);
}

std::string people(const Arguments& arguments, const Partial& all) {
  const PartialTable table = all.table();
  std::vector<Column> heads = {{"", 34, false}};
  for (const std::string& column : table.columns) heads.push_back({column, 12, true});
  heads.push_back({arguments.say({"Cộng", "Total"}), 9, true});
  Table out(heads);
  const auto shown = [](const Rollup& sum) {
    return std::to_string(sum.done()) + "/" + std::to_string(sum.total());
  };
  std::size_t next = 0;
  for (std::uint32_t r = 0; r < table.rows.size(); ++r) {
    std::vector<std::string> row = {table.rows[r]};
    for (std::uint32_t c = 0; c < table.columns.size(); ++c) {
      const bool here =
          next < table.cells.size() && table.cells[next].row == r && table.cells[next].column == c;
      row.push_back(here ? shown(table.cells[next++].sum) : "");
    }
    row.push_back(shown(table.row_totals[r]));
    out.row(std::move(row));
  }
  std::vector<std::string> last = {arguments.say({"Cộng", "Total"})};
  for (const Rollup& sum : table.column_totals) last.push_back(shown(sum));
  last.push_back(shown(table.total));
  out.row(std::move(last));
  std::string text = all.question() + "\n\n" + out.text();
  if (const auto unowned = all.unowned(); !unowned.empty())
    text += '\n' + paragraph("", arguments.say({"Còn thiếu kết quả của nơi có việc: ",
                                                "Missing: the sums of whoever has the task "}) +
                                     unowned.front() +
                                     (unowned.size() > 1
                                          ? " … (+" + std::to_string(unowned.size() - 1) + ")"
                                          : ""));
  return text;
}

}  // namespace

Outcome rollup_partial(const Arguments& arguments) {
  kehoach::PartialSpec spec;
  if (!arguments.figures.by.empty()) spec.table = axes(arguments);
  const Plans plans(arguments);
  spec.table.scope = scope(plans);
  spec.closed = arguments.figures.closed;
  if (!arguments.figures.own.empty())
    for (std::string key : parts(arguments.figures.own)) {
      const bool alone = key.size() > 4 && key.compare(key.size() - 4, 4, ":own") == 0;
      if (alone) key.resize(key.size() - 4);
      spec.below = !alone;
      spec.own.push_back(kehoach::UnitId(plans.find(kehoach::ItemKind::unit, key).id));
    }
  const auto made = plans.evaluate().partial(spec).value();
  write(arguments.figures.save_partial, made.save(), arguments);
  if (arguments.json) return {json(made.table())};
  return {arguments.say({"Đã ghi ", "Wrote "}) + std::to_string(made.own_tasks()) +
          arguments.say({" việc vào ", made.own_tasks() == 1 ? " task to " : " tasks to "}) +
          arguments.figures.save_partial + "\n"};
}

Outcome rollup_merged(const Arguments& arguments) {
  if (arguments.operands.empty())
    throw Complaint(arguments.say({"--merge cần ít nhất một tệp", "--merge needs a file"}));
  Partial all = load(arguments.operands.front(), arguments);
  for (std::size_t i = 1; i < arguments.operands.size(); ++i) {
    const auto done = all.merge(load(arguments.operands[i], arguments));
    if (!done.ok()) throw Complaint(arguments.operands[i] + ": " + arguments.say(done.error()));
  }
  if (!arguments.figures.save_partial.empty())
    write(arguments.figures.save_partial, all.save(), arguments);
  if (arguments.json) return {json(all.table())};
  return {people(arguments, all)};
}

}  // namespace program
