// SPDX-License-Identifier: BSL-1.0
#include "reader/table.hpp"

#include <algorithm>

#include "reader/targets.hpp"
#include "reader/tasks.hpp"
#include "reader/units.hpp"

namespace kehoach::detail {
namespace {

enum class Column : std::uint8_t {
  number,
  name,
  measure,
  value,
  lead,
  support,
  monitor,
  time,
  product,
  other
};

struct Header {
  std::vector<Column> columns;
  std::string year;
  bool targets = false;
  bool tasks = false;

  bool has(Column c) const { return std::find(columns.begin(), columns.end(), c) != columns.end(); }
};

/// One row, its cells filled as far as they could be told apart.
struct Row {
  std::string label;
  Range all;
  Range name, measure, value, lead, support, monitor, time;
};

/// What a column's heading announces, from its folded words.
Column column_of(std::string_view words) {
  const auto has = [&](std::string_view key) { return words.find(key) != std::string_view::npos; };
  if (words == "tt" || words == "stt" || words == "số tt" || words == "số thứ tự")
    return Column::number;
  if (has("phối hợp")) return has("chủ trì") ? Column::lead : Column::support;
  if (has("theo dõi") || has("giám sát") || has("tổng hợp")) return Column::monitor;
  if (has("chủ trì") || has("thực hiện") || has("đầu mối") || has("phụ trách") ||
      has("chịu trách nhiệm") || has("tham mưu")) {
    return has("thời gian") || has("tiến độ") || has("thời hạn") ? Column::time
           : has("nội dung") || has("kết quả") || has("kinh phí")
               ? (has("nội dung") ? Column::name : Column::other)
               : Column::lead;
  }
  if (has("thời gian") || has("thời hạn") || has("tiến độ") || has("hoàn thành"))
    return Column::time;
  if (has("sản phẩm") || has("kết quả")) return Column::product;
  if (has("ghi chú") || has("kinh phí")) return Column::other;
  if (words == "đơn vị" || has("đơn vị tính") || has("đvt")) return Column::measure;
  if (has("năm 20") || has("kế hoạch năm") || has("mục tiêu") || has("giá trị"))
    return Column::value;
  if (has("chỉ tiêu") || has("nội dung") || has("nhiệm vụ") || has("công việc") ||
      has("hoạt động") || has("giải pháp"))
    return Column::name;
  return Column::other;
}

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
      Header header;
      for (Range cell : cells_of(blocks[b]))
        header.columns.push_back(column_of(folded(source_.page.words(cell))));
      finish_header(header, blocks[b].tokens);
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
      switch (header.columns[i]) {
        case Column::number: row.label = label_of(cell); break;
        case Column::name:
          row.name = {row.name.empty() ? cell.begin : row.name.begin, cell.end};
          break;
        case Column::measure: row.measure = cell; break;
        case Column::value: row.value = cell; break;
        case Column::lead: row.lead = cell; break;
        case Column::support: row.support = cell; break;
        case Column::monitor: row.monitor = cell; break;
        case Column::time: row.time = cell; break;
        default: break;
      }
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
    const std::uint32_t from = form_.annex_alone ? form_.type_line : form_.annex;
    if (from >= source_.blocks.size() || from >= form_.slip) return;
    const std::uint32_t end = block_end(form_.slip);
    std::uint32_t line = source_.token(source_.blocks[from].tokens.begin).line;
    for (; line < source_.page.lines.size(); ++line) {
      const Range r = source_.page.lines[line].tokens;
      if (r.begin >= end) return;
      const std::string& first = source_.low(r.begin);
      const bool opens = (first == "tt" || first == "stt") && !source_.page.lines[line].row;
      if (opens) line = loose_table(line, end);
    }
  }

  /// Reads the table whose header begins in `line`; returns its last line.
  std::uint32_t loose_table(std::uint32_t first, std::uint32_t end) {
    std::uint32_t line = first + 1;
    while (line < source_.page.lines.size() && !opens_row(line, 1) && line < first + 24) ++line;
    if (line >= source_.page.lines.size() || !opens_row(line, 1)) return first;
    const Range words{source_.page.lines[first].tokens.begin,
                      source_.page.lines[line].tokens.begin};
    const Header header = loose_header(words);
    if (!header.targets && !header.tasks) return first;
    const std::string base = form_.annex_alone ? "" : "PL";
    group_.clear();
    int expected = opens_group(line) ? 0 : 1;
    std::uint32_t begin = line;
    for (++line; line <= source_.page.lines.size(); ++line) {
      const bool over =
          line == source_.page.lines.size() || source_.page.lines[line].tokens.begin >= end;
      if (!over && !opens_row(line, expected + 1) && !opens_group(line)) continue;
      loose_row(header, begin, line, expected, base);
      if (over) break;
      begin = line;
      expected = opens_group(line) ? 0 : expected + 1;
    }
    const std::uint32_t last =
        std::min<std::uint32_t>(line, static_cast<std::uint32_t>(source_.page.lines.size())) - 1;
    out_.flattened.push_back({source_.page.lines[first].number, source_.page.lines[last].number});
    out_.ranges.push_back({words.begin, source_.page.lines[last].tokens.end});
    return last;
  }

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

  /// Column headings are cut where one of them begins; the words between belong to it.
  Header loose_header(Range r) const {
    static constexpr std::string_view starts[] = {
        "tt",      "stt",       "chỉ tiêu", "nội dung", "nhiệm vụ",  "đơn vị",
        "cơ quan", "thời gian", "thời hạn", "tiến độ",  "sản phẩm",  "kết quả",
        "ghi chú", "kế hoạch",  "mục tiêu", "kinh phí", "công việc", "tên"};
    const std::string text = folded(source_.page.words(r));
    std::vector<std::size_t> cuts;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (at > 0 && text[at - 1] != ' ') continue;
      for (std::string_view key : starts) {
        if (text.compare(at, key.size(), key) != 0) continue;
        if (!cuts.empty() && at - cuts.back() < 5 && text.compare(cuts.back(), 3, "tên") == 0)
          break;
        cuts.push_back(at);
        break;
      }
    }
    Header header;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
      std::string words =
          text.substr(cuts[i], (i + 1 < cuts.size() ? cuts[i + 1] : text.size()) - cuts[i]);
      while (!words.empty() && words.back() == ' ') words.pop_back();
      header.columns.push_back(column_of(words));
    }
    finish_header(header, r);
    return header;
  }

  void finish_header(Header& header, Range r) const {
    header.year = horizon_year(source_, r);
    header.targets = header.has(Column::value) || header.has(Column::measure);
    header.tasks = !header.targets && (header.has(Column::lead) || header.has(Column::time) ||
                                       header.has(Column::support));
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
    std::uint32_t rest = header.targets ? split_value(row) : split_name(row);
    split_cells(header, row, rest);
    emit(header, row, base);
  }

  /// Measure and value of a target row: "% Tối thiểu 90", "Người 1.200". Returns what follows them.
  std::uint32_t split_value(Row& row) const {
    for (std::uint32_t t = row.name.begin + 1; t < row.all.end; ++t) {
      const Mark* unit = source_.marks.at(t, Kind::measure);
      const bool measure = source_.sign(t, "%") || (unit && source_.lexicon.value(*unit) == "unit");
      if (!measure) continue;
      const std::uint32_t behind = t + (unit ? unit->length : 1u);
      std::uint32_t number = behind;
      while (number < row.all.end && !source_.number(number) && number < behind + 4 &&
             (source_.marks.at(number, Kind::bound) || source_.sign(number, "GL<>=≥") ||
              bound_tail(number, behind)))
        ++number;
      if (!source_.number(number)) continue;
      std::uint32_t end = number + 1;
      while (end < row.all.end &&
             (source_.sign(end, "%-") || (source_.number(end) && source_.sign(end - 1, '-')) ||
              source_.low_is(end, "trở") || source_.low_is(end, "lên")))
        ++end;
      row.measure = {t, behind};
      row.value = {behind, end};
      row.name.end = t;
      return end;
    }
    return split_name(row);
  }

  /// The second word of "tối thiểu".
  bool bound_tail(std::uint32_t t, std::uint32_t from) const {
    for (std::uint32_t k = from; k < t; ++k) {
      const Mark* mark = source_.marks.at(k, Kind::bound);
      if (mark && k + mark->length > t) return true;
    }
    return false;
  }

  bool line_start(std::uint32_t t) const {
    return t > 0 && source_.token(t).line != source_.token(t - 1).line;
  }

  bool time_starts(std::uint32_t t) const {
    static constexpr std::string_view words[] = {"quý",  "tháng", "năm",  "trước", "trong", "hằng",
                                                 "hàng", "giai",  "định", "chậm",  "hoàn"};
    if (source_.number(t)) return source_.sign(t + 1, "/") && source_.number(t + 2);
    if (!source_.token(t).upper) return false;
    const std::string& low = source_.low(t);
    if (low == "thường") return source_.low_is(t + 1, "xuyên");
    return std::find(std::begin(words), std::end(words), low) != std::end(words);
  }

  /// The name ends at the line that opens with a unit or a time.
  std::uint32_t split_name(Row& row) const {
    for (std::uint32_t t = row.name.begin + 1; t < row.all.end; ++t) {
      if (!line_start(t)) continue;
      const bool unit = source_.token(t).upper && unit_begins(source_, t, row.all.end);
      if (unit || time_starts(t)) {
        row.name.end = t;
        return t;
      }
    }
    return row.all.end;
  }

  void split_cells(const Header& header, Row& row, std::uint32_t from) const {
    std::vector<Range> units;
    for (std::uint32_t t = from; t < row.all.end; ++t) {
      const bool fresh = t == from || line_start(t);
      if (fresh && time_starts(t) && header.has(Column::time)) {
        row.time = {t, t + 1};
        while (row.time.end < row.all.end &&
               !(line_start(row.time.end) && source_.token(row.time.end).upper))
          ++row.time.end;
        t = row.time.end - 1;
        continue;
      }
      const bool begins = fresh && source_.token(t).upper && unit_begins(source_, t, row.all.end) &&
                          !(t > from && source_.sign(t - 1, ",;"));
      if (begins || units.empty()) units.push_back({t, t});
      units.back().end = t + 1;
    }
    std::size_t next = 0;
    for (Column column : header.columns) {
      if (next >= units.size()) return;
      if (column == Column::lead)
        row.lead = units[next++];
      else if (column == Column::support)
        row.support = units[next++];
      else if (column == Column::monitor)
        row.monitor = units[next++];
    }
  }

  // ---- items ----

  /// The section in which block b lies; asked in the order of the text.
  std::string base_path(std::uint32_t b) {
    for (; next_node_ < outline_.nodes.size() && outline_.nodes[next_node_].block <= b;
         ++next_node_) {
      const Node& node = outline_.nodes[next_node_];
      if (node.section || node.parent == next_node_) section_path_ = node.path;
    }
    return section_path_;
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
  TableItems out_;
};

}  // namespace

TableItems find_tables(const Source& source, const Form& form, const Outline& outline,
                       DeadlineReader& deadlines) {
  return TableReader(source, form, outline, deadlines).run();
}

}  // namespace kehoach::detail
