// SPDX-License-Identifier: BSL-1.0
#include "reader/table.hpp"

#include <algorithm>

#include "reader/figure.hpp"
#include "reader/roles.hpp"
#include "reader/table_cells.hpp"
#include "reader/targets.hpp"
#include "reader/tasks.hpp"
#include "reader/units.hpp"

namespace kehoach::detail {
namespace {

class TableReader {
 public:
  TableReader(const Source& source, const Form& form, const Outline& outline,
              DeadlineReader& deadlines)
      : source_(source), form_(form), outline_(outline), deadlines_(deadlines) {}

  TableItems run() {
    marked_tables();
    loose_tables();
    std::sort(out_.ranges.begin(), out_.ranges.end(),
              [](Range a, Range b) { return a.begin < b.begin; });
    return std::move(out_);
  }

 private:
  std::uint32_t block_end(std::uint32_t b) const {
    return b < source_.blocks.size() ? source_.blocks[b].tokens.begin
                                     : static_cast<std::uint32_t>(source_.page.tokens.size());
  }

  // ---- Markdown rows ----

  std::vector<Range> cells_of(const Block& block) const {
    const TextLine& line = source_.page.lines[block.line];
    std::vector<Range> cells;
    for (std::size_t i = 0; i + 1 < line.bars.size(); ++i)
      cells.push_back({line.bars[i], line.bars[i + 1]});
    return cells;
  }

  bool rule(const Block& block) const {
    for (std::uint32_t t = block.tokens.begin; t < block.tokens.end; ++t) {
      if (!source_.sign(t, "-:")) return false;
    }
    return true;
  }

  void marked_tables() {
    const auto& blocks = source_.blocks;
    for (std::uint32_t b = 0; b < blocks.size() && b < form_.slip; ++b) {
      if (!blocks[b].row) continue;
      const Header header = header_of_cells(source_, cells_of(blocks[b]), blocks[b].tokens);
      const std::uint32_t first = b;
      const std::string base = base_path(b);
      group_.clear();
      for (++b; b < blocks.size() && blocks[b].row; ++b) {
        if (!rule(blocks[b])) marked_row(header, blocks[b], base);
      }
      --b;
      out_.ranges.push_back({blocks[first].tokens.begin, blocks[b].tokens.end});
    }
  }

  void marked_row(const Header& header, const Block& block, const std::string& base) {
    const std::vector<Range> cells = cells_of(block);
    Row row;
    row.all = block.tokens;
    std::size_t filled = 0;
    for (std::size_t i = 0; i < cells.size() && i < header.columns.size(); ++i) {
      if (cells[i].empty()) continue;
      ++filled;
      const Range cell = cells[i];
      if (header.columns[i] == TableColumn::number)
        row.label = label_of(cell);
      else if (header.columns[i] == TableColumn::name)
        row.name = {row.name.empty() ? cell.begin : row.name.begin, cell.end};
      else if (Range* kept = row.cell(header.columns[i]))
        *kept = cell;
    }
    const bool has_work =
        !row.lead.empty() || !row.time.empty() || !row.value.empty() || !row.support.empty();
    if (!has_work && filled <= 2) {
      group_ = row.label;
      return;
    }
    emit(header, row, base);
  }

  std::string label_of(Range cell) const {
    std::string words = source_.page.words(cell);
    while (!words.empty() && (words.back() == '.' || words.back() == ')')) words.pop_back();
    return words;
  }

  // ---- loose cells ----

  void loose_tables() {
    if (!form_.annex_alone) {
      base_ = {};
      loose_tables_in(form_.body, std::max(form_.body, form_.closing));
    }
    loose_tables_in(form_.annex_alone ? form_.type_line : form_.annex, form_.slip);
  }

  void loose_tables_in(std::uint32_t from, std::uint32_t to) {
    if (from >= source_.blocks.size() || from >= to) return;
    const std::uint32_t end = block_end(to);
    std::uint32_t line = source_.token(source_.blocks[from].tokens.begin).line;
    for (; line < source_.page.lines.size(); ++line) {
      const Range r = source_.page.lines[line].tokens;
      if (r.begin >= end) return;
      const std::string_view first = source_.low(r.begin);
      const bool opens = (first == "tt" || first == "stt") && !source_.page.lines[line].row;
      if (!opens) continue;
      base_ = form_.annex_alone ? "" : from >= form_.annex ? "PL" : base_path(block_at(r.begin));
      line = loose_table(line, end);
    }
  }

  std::uint32_t block_at(std::uint32_t token) const {
    const auto behind =
        std::upper_bound(source_.blocks.begin(), source_.blocks.end(), token,
                         [](std::uint32_t t, const Block& b) { return t < b.tokens.begin; });
    return static_cast<std::uint32_t>(behind - source_.blocks.begin()) - 1;
  }

  /// The next section of the paper ends a table in its body: "III. TỔ CHỨC THỰC HIỆN".
  bool opens_section(std::uint32_t line) const {
    const Range r = source_.page.lines[line].tokens;
    return opens_group(line) && all_caps(source_.page, r) &&
           zone_of_heading(source_.marks, source_.lexicon,
                           {r.begin + 2, std::max(r.begin + 2, r.end)}) != Zone::none;
  }

  /// Reads the table whose header begins in `line`; returns its last line.
  std::uint32_t loose_table(std::uint32_t first, std::uint32_t end) {
    std::uint32_t line = first + 1;
    while (line < source_.page.lines.size() && !opens_row(line, 1) && line < first + 24) ++line;
    if (line >= source_.page.lines.size() || !opens_row(line, 1)) return first;
    const Range words{source_.page.lines[first].tokens.begin,
                      source_.page.lines[line].tokens.begin};
    const Header header = header_of_words(source_, words);
    if (!header.targets && !header.tasks) return first;
    group_.clear();
    int expected = opens_group(line) ? 0 : 1;
    int last_number = expected;
    std::uint32_t begin = line;
    for (++line; line <= source_.page.lines.size(); ++line) {
      const bool over = line == source_.page.lines.size() ||
                        source_.page.lines[line].tokens.begin >= end ||
                        (end <= annex_begin() && opens_section(line));
      const int number = over ? 0 : next_row(line, expected, last_number);
      if (!over && number == 0 && !opens_group(line)) continue;
      loose_row(header, begin, line, expected, base_);
      if (over) break;
      begin = line;
      expected = number;
      if (number != 0) last_number = number;
    }
    const std::uint32_t last =
        std::min<std::uint32_t>(line, static_cast<std::uint32_t>(source_.page.lines.size())) - 1;
    out_.flattened.push_back({source_.page.lines[first].number, source_.page.lines[last].number});
    out_.ranges.push_back({words.begin, source_.page.lines[last].tokens.end});
    return last;
  }

  /// The number of the row that begins in a line, 0 for none: counted on within a group, and behind
  /// a group's heading from 1 again or on from the group before.
  int next_row(std::uint32_t line, int expected, int last_number) const {
    if (opens_group(line)) return 0;
    if (opens_row(line, expected + 1)) return expected + 1;
    return expected == 0 && opens_row(line, last_number + 1) ? last_number + 1 : 0;
  }

  std::uint32_t annex_begin() const { return form_.annex_alone ? 0 : block_end(form_.annex); }

  bool opens_row(std::uint32_t line, int number) const {
    const Range r = source_.page.lines[line].tokens;
    if (!source_.number(r.begin)) return group_row_first(line, number);
    const std::string_view digits = source_.page.text(r.begin);
    const std::string wanted = std::to_string(number);
    if (digits != wanted && digits != "0" + wanted) return false;
    if (r.size() == 1) return true;
    return source_.sign(r.begin + 1, ".)")
               ? true
               : source_.token(r.begin + 1).spaced && source_.token(r.begin + 1).upper;
  }

  bool group_row_first(std::uint32_t line, int number) const {
    return number == 1 && opens_group(line);
  }

  /// "I Nhóm chỉ tiêu …", "A. …": a Roman number or capital letter and a heading.
  bool opens_group(std::uint32_t line) const {
    const Range r = source_.page.lines[line].tokens;
    if (!source_.word(r.begin) || !source_.token(r.begin).caps) return false;
    const std::string_view text = source_.page.text(r.begin);
    const bool marker =
        roman_value(text) != 0 || (text.size() == 1 && text[0] >= 'A' && text[0] <= 'E');
    if (r.size() == 1)
      return marker && line + 1 < source_.page.lines.size() &&
             source_.token(source_.page.lines[line + 1].tokens.begin).upper;
    return marker && (source_.sign(r.begin + 1, ".") || source_.token(r.begin + 1).upper);
  }

  void loose_row(const Header& header, std::uint32_t from, std::uint32_t to, int number,
                 const std::string& base) {
    Row row;
    row.all = {source_.page.lines[from].tokens.begin, source_.page.lines[to - 1].tokens.end};
    if (opens_group(from)) {
      group_ = std::string(source_.page.text(row.all.begin));
      return;
    }
    row.label = std::to_string(number);
    std::uint32_t body = row.all.begin + 1;
    while (body < row.all.end && source_.sign(body, ".)")) ++body;
    row.name = {body, row.all.end};
    split_row(source_, header, row);
    emit(header, row, base);
  }

  // ---- items ----

  /// The section in which block b lies; asked in the order of the text.
  std::string base_path(std::uint32_t b) {
    for (; next_node_ < outline_.nodes.size() && outline_.nodes[next_node_].block <= b;
         ++next_node_) {
      const Node& node = outline_.nodes[next_node_];
      if (node.section || node.parent == next_node_ || heads_table(node)) section_path_ = node.path;
    }
    return section_path_;
  }

  /// "1. Bệnh án điện tử": an item that is a short heading.
  bool heads_table(const Node& node) const {
    const MarkerKind kind = node.marker.kind;
    return (kind == MarkerKind::arabic || kind == MarkerKind::decimal) && node.body.size() <= 14 &&
           !node.body.empty() && !source_.sign(node.body.end - 1, ".;");
  }

  ReadPlace place(const Row& row) const {
    const std::uint32_t begin = row.name.empty() ? row.all.begin : row.name.begin;
    const Extent bytes = source_.page.bytes({row.all.begin, row.all.end});
    return {source_.page.line_number(begin), bytes.begin, bytes.end, 0.8};
  }

  void emit(const Header& header, const Row& row, const std::string& base) {
    if (row.name.empty()) return;
    std::string path = base;
    for (const std::string& part : {group_, row.label}) {
      if (!part.empty()) path += (path.empty() ? "" : ".") + part;
    }
    if (header.targets) return emit_target(header, row, path);
    if (header.tasks) emit_task(row, path);
  }

  void emit_task(const Row& row, const std::string& path) {
    ReadTask task;
    task.path = path;
    task.text = source_.page.words(row.name);
    roles(row.lead, task.lead, task.support);
    for (const std::string& name : names_of(source_, units_of(source_, row.support)))
      task.support.push_back(name);
    if (!row.time.empty()) task.deadline = deadlines_.of_label(row.time);
    task.place = place(row);
    out_.tasks.push_back(std::move(task));
  }

  /// A cell may hold both: "Sở Y tế chủ trì, phối hợp với các đơn vị".
  void roles(Range cell, std::vector<std::string>& lead, std::vector<std::string>& support) const {
    const Roles found = roles_in(source_, cell);
    if (!found.lead.empty() && !found.support.empty()) {
      lead = found.lead;
      support = found.support;
    } else {
      lead = names_of(source_, units_of(source_, cell));
    }
  }

  void emit_target(const Header& header, const Row& row, const std::string& path) {
    ReadTarget target;
    target.path = path;
    target.name = source_.page.words(row.name);
    target.raw = source_.page.words({row.name.begin, std::max(row.value.end, row.name.end)});
    target.unit = source_.page.words(row.measure);
    target.by = header.year;
    bound_of(row.value, target);
    if (target.unit.empty() && percent_in(row.value)) target.unit = "%";
    target.executing_unit = names_of(source_, units_of(source_, row.lead));
    target.monitoring_unit = names_of(source_, units_of(source_, row.monitor));
    target.place = place(row);
    if (!target.value.number.empty() || !target.value.min.empty())
      out_.targets.push_back(std::move(target));
  }

  bool percent_in(Range r) const {
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      if (source_.sign(t, "%")) return true;
    }
    return false;
  }

  void bound_of(Range r, ReadTarget& target) const {
    target.comparator = "=";
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      if (const Mark* mark = source_.marks.at(t, Kind::bound)) {
        const std::string& value = source_.lexicon.value(*mark);
        if (value == "and_more")
          target.comparator = ">=";
        else if (value == "and_less")
          target.comparator = "<=";
        else if (value == "increase" || value == "decrease")
          target.comparator = value + "_by", target.relative_to_baseline = true;
        else if (value[0] == '<' || value[0] == '>')
          target.comparator = value;
      }
      if (source_.sign(t, "G")) target.comparator = ">=";
      if (source_.sign(t, "L")) target.comparator = "<=";
      if (source_.sign(t, "><"))
        target.comparator =
            std::string(1, source_.token(t).sign) + (source_.sign(t + 1, '=') ? "=" : "");
      if (!source_.number(t)) continue;
      std::string& slot = target.value.number.empty() ? target.value.number : target.value.max;
      slot = decimal_text(source_.page.text(t));
    }
    if (!target.value.max.empty()) {
      target.value.min = std::move(target.value.number);
      target.value.number.clear();
      target.comparator = "range";
    }
  }

  const Source& source_;
  const Form& form_;
  const Outline& outline_;
  DeadlineReader& deadlines_;
  std::string group_;
  std::uint32_t next_node_ = 0;
  std::string section_path_;
  std::string base_;
  TableItems out_;
};

}  // namespace

TableItems find_tables(const Source& source, const Form& form, const Outline& outline,
                       DeadlineReader& deadlines) {
  return TableReader(source, form, outline, deadlines).run();
}

}  // namespace kehoach::detail
