// SPDX-License-Identifier: BSL-1.0
// Counts over distinct tasks and both official rates, by document and by office.
#include <algorithm>
#include <array>

#include "commands.hpp"
#include "display.hpp"
#include "json_line.hpp"
#include "plans.hpp"
#include "tables.hpp"

namespace program {
namespace {

using kehoach::Quantity;
using kehoach::Rollup;
using kehoach::Rounding;
using kehoach::Scope;
using kehoach::Status;
using kehoach::Text;
using kehoach::UnitId;

constexpr int decimals = 1;

struct Line {
  std::string kind;  ///< "all", "document", "unit"
  std::string key;
  std::string name;
  Rollup sum;
};

struct StatusHead {
  Status status;
  Text head;
};

const std::array<StatusHead, kehoach::status_count> status_heads = {{
    {Status::done_in_time, {"Xong đúng hạn", "Done in time"}},
    {Status::done_late, {"Xong quá hạn", "Done late"}},
    {Status::open_in_time, {"Đang làm, trong hạn", "Open, in time"}},
    {Status::open_overdue, {"Chưa xong, quá hạn", "Open, overdue"}},
    {Status::open_without_deadline, {"Đang làm, không hạn", "Open, no deadline"}},
    {Status::not_yet_started, {"Chưa đến lúc làm", "Not yet started"}},
    {Status::suspended, {"Tạm dừng", "Sus- pended"}},
    {Status::cancelled, {"Đã hủy (không tính)", "Cancelled (not counted)"}},
}};

std::uint32_t count(const Rollup& sum, Status status) {
  return sum.counts[static_cast<std::size_t>(status)];
}

bool any(const Rollup& sum) {
  return sum.total() + count(sum, Status::cancelled) > 0;
}

/// An office with those above it, from the top down.
using Branch = std::vector<UnitId>;

/// All offices but groups, each right below the one it belongs to on the day asked about.
std::vector<Branch> tree(const Plans& plans) {
  std::vector<Branch> branches;
  for (const UnitId unit : all<UnitId>(plans.snapshot())) {
    if (plans.snapshot().spec(unit).value().group) continue;
    Branch branch;
    for (UnitId at = unit; at; at = plans.parent(at)) branch.insert(branch.begin(), at);
    branches.push_back(std::move(branch));
  }
  std::sort(branches.begin(), branches.end());
  return branches;
}

std::vector<Line> lines(const Plans& plans) {
  const kehoach::Evaluation evaluation = plans.evaluate();
  std::vector<Line> out;
  const auto add = [&](const char* kind, const std::string& key, const std::string& name,
                       const Scope& scope) {
    const Rollup sum = evaluation.rollup(scope).value();
    if (any(sum) || out.empty()) out.push_back({kind, key, name, sum});
  };
  add("all", "", plans.say({"Tất cả", "All"}), {});
  for (const auto id : all<kehoach::DocumentId>(plans.snapshot())) {
    Scope scope;
    scope.document = id;
    add("document", plans.key(id), plans.document(id), scope);
  }
  for (const Branch& branch : tree(plans)) {
    Scope scope;
    scope.unit = branch.back();
    const std::string indent(plans.arguments().json ? 0 : 2 * (branch.size() - 1), ' ');
    add("unit", plans.key(scope.unit), indent + plans.label(scope.unit), scope);
  }
  return out;
}

std::string percent(const Plans& plans, const std::optional<Quantity>& value) {
  return value ? plans.figure(*value) : "-";
}

Table table(const Plans& plans, const Text& head, const Rollup& total) {
  std::vector<Column> columns = {{plans.say(head), 32, false},
                                 {plans.say({"Tổng số", "Tasks"}), 4, true}};
  for (const StatusHead& each : status_heads)
    if (count(total, each.status) > 0) columns.push_back({plans.say(each.head), 8, true});
  columns.push_back({plans.say({"% xong trên đến hạn", "% done of due"}), 8, true});
  columns.push_back({plans.say({"% xong trên được giao", "% done of all"}), 9, true});
  columns.push_back({plans.say({"Đã báo cáo", "Reported"}), 8, true});
  columns.push_back({plans.say({"Tiến độ %", "Progress %"}), 8, true});
  columns.push_back({plans.say({"Cao nhất có thể %", "At best %"}), 8, true});
  return Table(columns);
}

void add_row(Table& table, const Plans& plans, const Line& line, const Rollup& total) {
  const Rollup& sum = line.sum;
  std::vector<std::string> row = {line.name, std::to_string(sum.total())};
  for (const StatusHead& each : status_heads)
    if (count(total, each.status) > 0) row.push_back(std::to_string(count(sum, each.status)));
  row.push_back(percent(plans, sum.done_of_due(decimals, Rounding::half_up)));
  row.push_back(percent(plans, sum.done_of_assigned(decimals, Rounding::half_up)));
  row.push_back(std::to_string(sum.reported) + "/" + std::to_string(sum.leaves));
  row.push_back(percent(plans, sum.progress(decimals, Rounding::half_up)));
  row.push_back(percent(plans, sum.progress_at_best(decimals, Rounding::half_up)));
  table.row(std::move(row));
}

std::string people(const Plans& plans, const std::vector<Line>& lines) {
  const Rollup& total = lines.front().sum;
  Table by_document = table(plans, {"Theo văn bản", "By document"}, total);
  Table by_unit = table(plans, {"Theo đơn vị", "By office"}, total);
  for (const Line& line : lines) {
    if (line.kind != "unit") add_row(by_document, plans, line, total);
    if (line.kind == "unit") add_row(by_unit, plans, line, total);
  }
  std::string out = plans.title({"Tổng hợp nhiệm vụ", "Tasks added up"});
  if (!any(total)) return out + plans.say({"Không có nhiệm vụ nào.\n", "There is no task.\n"});
  out += by_document.text() + '\n' + by_unit.text() + '\n';
  const Text note = {
      "Mỗi nhiệm vụ đếm một lần, dù phục vụ nhiều văn bản cấp trên. Văn bản gồm cả việc cấp dưới "
      "làm "
      "để thực hiện nó; đơn vị gồm cả các đơn vị thuộc nó. Trên đến hạn: xong / (xong + chưa xong "
      "quá "
      "hạn). Tiến độ tính theo các việc không ai cụ thể hóa thêm; việc chưa báo cáo tính là 0, cột "
      "cuối là nếu chúng đều đã xong.",
      "Each task counts once, however many papers above it serves. A document takes in what others "
      "do "
      "to carry it out; an office takes in those below it. Of due: done / (done + open overdue). "
      "Progress is that of tasks nobody breaks down further; those not reported count 0, the last "
      "column is if all of them were done."};
  return out + paragraph("", plans.say(note));
}

std::string json(const Line& line) {
  JsonLine out;
  out.add("scope", line.kind).add("key", line.key).add("name", line.name);
  out.add("total", std::int64_t{line.sum.total()});
  for (const StatusHead& each : status_heads)
    out.add(kehoach::name(each.status), std::int64_t{count(line.sum, each.status)});
  out.add("done_of_due", line.sum.done_of_due(decimals, Rounding::half_up));
  out.add("done_of_assigned", line.sum.done_of_assigned(decimals, Rounding::half_up));
  out.add("leaves", std::int64_t{line.sum.leaves}).add("reported", std::int64_t{line.sum.reported});
  out.add("progress", line.sum.progress(decimals, Rounding::half_up));
  out.add("progress_at_best", line.sum.progress_at_best(decimals, Rounding::half_up));
  return out.text();
}

}  // namespace

Outcome rollup(const Arguments& arguments) {
  const FigureOptions& figures = arguments.figures;
  if (figures.merge) return rollup_merged(arguments);
  if (!figures.published.empty()) return rollup_published(arguments);
  if (!figures.save_partial.empty()) return rollup_partial(arguments);
  if (!figures.by.empty()) return rollup_table(arguments);
  if (figures.detail) return rollup_detail(arguments);
  const Plans plans(arguments);
  const std::vector<Line> sums = lines(plans);
  if (!arguments.json) return {people(plans, sums)};
  Outcome outcome;
  for (const Line& line : sums) outcome.text += json(line);
  return outcome;
}

}  // namespace program
