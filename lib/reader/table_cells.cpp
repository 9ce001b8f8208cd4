// SPDX-License-Identifier: BSL-1.0
#include "reader/table_cells.hpp"

#include <algorithm>

#include "reader/units.hpp"

namespace kehoach::detail {
namespace {

class RowSplitter {
 public:
  RowSplitter(const Source& source, const Header& header, Row& row)
      : source_(source), header_(header), row_(row) {}

  void run() {
    const std::uint32_t rest = header_.targets ? split_value() : split_name();
    const auto name = std::find(header_.columns.begin(), header_.columns.end(), TableColumn::name);
    column_ = name == header_.columns.end() ? header_.columns.begin() : name + 1;
    for (std::uint32_t t = rest; t < row_.all.end; ++t) {
      if (t == rest || begins_cell(t)) open(t, t == rest);
      if (cell_) cell_->end = t + 1;
    }
  }

 private:
  using Place = std::vector<TableColumn>::const_iterator;

  /// Measure and value of a target row: "% Tối thiểu 90", "Người 1.200". Returns what follows them.
  std::uint32_t split_value() {
    // "Số bác sĩ trên 1 vạn dân | Bác sĩ | ≥ 11,5": a measure of its own stands first in its line.
    const std::uint32_t end = split_value(true);
    return end != 0 ? end : std::max(split_value(false), row_.name.begin);
  }

  std::uint32_t split_value(bool at_line_start) {
    for (std::uint32_t t = row_.name.begin + 1; t < row_.all.end; ++t) {
      if (at_line_start && !line_start(t)) continue;
      const Mark* unit = source_.marks.at(t, Kind::measure);
      const bool measure = source_.sign(t, "%") || (unit && source_.lexicon.value(*unit) == "unit");
      if (!measure) continue;
      const std::uint32_t behind = t + (unit ? unit->length : 1u);
      std::uint32_t number = behind;
      while (number < row_.all.end && !source_.number(number) && number < behind + 4 &&
             (source_.marks.at(number, Kind::bound) || source_.sign(number, "GL<>=≥") ||
              bound_tail(number, behind)))
        ++number;
      if (!source_.number(number)) continue;
      std::uint32_t end = number + 1;
      while (end < row_.all.end &&
             (source_.sign(end, "%-") || (source_.number(end) && source_.sign(end - 1, '-')) ||
              source_.low_is(end, "trở") || source_.low_is(end, "lên")))
        ++end;
      row_.measure = {t, behind};
      row_.value = {behind, end};
      row_.name.end = t;
      return end;
    }
    return at_line_start ? 0 : split_name();
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
                                                 "hàng", "giai",  "định", "chậm",  "hoàn",  "khi",
                                                 "theo", "sau",   "từ",   "đến",   "ngay"};
    if (source_.number(t)) return source_.sign(t + 1, "/") && source_.number(t + 2);
    if (!source_.token(t).upper) return false;
    const std::string_view low = source_.low(t);
    if (low == "thường") return source_.low_is(t + 1, "xuyên");
    return std::find(std::begin(words), std::end(words), low) != std::end(words);
  }

  /// The name ends at the line that opens with a unit or a time, else where these stand in its line.
  std::uint32_t split_name() {
    for (std::uint32_t t = row_.name.begin + 1; t < row_.all.end; ++t) {
      if (!line_start(t)) continue;
      if (unit_starts(t) || time_starts(t)) return end_name(t);
    }
    return split_line();
  }

  std::uint32_t end_name(std::uint32_t t) {
    row_.name.end = t;
    return t;
  }

  /// All cells in one line: "Rà soát hạ tầng Văn phòng Sở Các bệnh viện Tháng 8/2025".
  std::uint32_t split_line() {
    std::uint32_t time = row_.name.begin + 2;
    while (time < row_.all.end && !(source_.token(time).upper && time_starts(time))) ++time;
    if (time >= row_.all.end || !header_.has(TableColumn::time)) return row_.all.end;
    for (std::uint32_t t = row_.name.begin + 2; t < time; ++t) {
      const std::uint32_t end = unit_starts(t) && !led_to(t) ? units_at(source_, t, time).end : t;
      if (end == time) return end_name(t);
    }
    return end_name(time);
  }

  /// Behind "của", "với", "cho", "trình" a body belongs to the sentence.
  bool led_to(std::uint32_t t) const {
    return source_.cue(t - 1, Cue::of) || source_.cue(t - 1, Cue::with) ||
           source_.cue(t - 1, Cue::stop) || source_.marks.at(t - 1, Kind::verb);
  }

  bool unit_starts(std::uint32_t t) const {
    return source_.token(t).upper && unit_begins(source_, t, row_.all.end);
  }

  bool begins_cell(std::uint32_t t) const {
    if (source_.sign(t - 1, ",;-") || source_.cue(t - 1, Cue::and_)) return false;
    if (line_start(t)) return source_.token(t).upper || time_starts(t);
    // In one line a body or a time follows the body before it without a comma.
    const bool body =
        unit_starts(t) && !source_.marks.at(t - 1, Kind::unit) && source_.low(t) == "các";
    return (body || (source_.token(t).upper && time_starts(t))) && in_units();
  }

  bool in_units() const {
    return cell_ && (cell_ == &row_.lead || cell_ == &row_.support || cell_ == &row_.monitor);
  }

  static bool holds_units(TableColumn c) {
    return c == TableColumn::lead || c == TableColumn::support || c == TableColumn::monitor;
  }

  Place next(bool wanted(TableColumn)) const {
    return std::find_if(column_, header_.columns.end(), wanted);
  }

  /// Opens the next column that may hold what begins at t; without one the cell goes on.
  void open(std::uint32_t t, bool first) {
    Place place = header_.columns.end();
    if (time_starts(t))
      place = next([](TableColumn c) { return c == TableColumn::time; });
    else if (unit_starts(t) || (first && unit_begins(source_, t, row_.all.end)))
      place = next(holds_units);
    else
      place =
          next([](TableColumn c) { return c == TableColumn::product || c == TableColumn::other; });
    if (place == header_.columns.end()) {
      if (first) cell_ = nullptr;
      return;
    }
    column_ = place + 1;
    cell_ = row_.cell(*place);
    if (cell_) *cell_ = {t, t};
  }

  const Source& source_;
  const Header& header_;
  Row& row_;
  Place column_;           ///< the next column that may be opened
  Range* cell_ = nullptr;  ///< the cell that is being filled, null for one that is not kept
};

}  // namespace

Range* Row::cell(TableColumn column) {
  switch (column) {
    case TableColumn::measure: return &measure;
    case TableColumn::value: return &value;
    case TableColumn::lead: return &lead;
    case TableColumn::support: return &support;
    case TableColumn::monitor: return &monitor;
    case TableColumn::time: return &time;
    default: return nullptr;
  }
}

void split_row(const Source& source, const Header& header, Row& row) {
  RowSplitter(source, header, row).run();
}

}  // namespace kehoach::detail
