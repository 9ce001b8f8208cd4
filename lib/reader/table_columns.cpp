// SPDX-License-Identifier: BSL-1.0
#include "reader/table_columns.hpp"

#include <algorithm>

#include "reader/target_time.hpp"
#include "reader/targets.hpp"

namespace kehoach::detail {
namespace {

void finish(const Source& source, Header& header, Range r) {
  header.year = horizon_year(source, r);
  const bool work = header.has(TableColumn::lead) || header.has(TableColumn::time) ||
                    header.has(TableColumn::support);
  header.targets = header.has(TableColumn::value) || header.has(TableColumn::measure);
  header.tasks = !header.targets && work;
}

/// Where in the folded text of all headings each of them begins.
std::vector<std::size_t> heading_starts(std::string_view text) {
  static constexpr std::string_view starts[] = {"tt",
                                                "stt",
                                                "chỉ tiêu",
                                                "nội dung",
                                                "nhiệm vụ",
                                                "đơn vị",
                                                "lãnh đạo phụ trách",
                                                "cơ quan",
                                                "thời gian",
                                                "thời hạn",
                                                "tiến độ",
                                                "sản phẩm",
                                                "kết quả",
                                                "người thực hiện",
                                                "ghi chú",
                                                "kế hoạch",
                                                "mục tiêu",
                                                "kinh phí",
                                                "công việc",
                                                "tên",
                                                "hoạt động",
                                                "chủ trì",
                                                "phối hợp",
                                                "bộ phận",
                                                "hạn hoàn thành",
                                                "người phụ trách",
                                                "giải pháp"};
  std::vector<std::size_t> cuts;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((at > 0 && text[at - 1] != ' ')) continue;
    for (std::string_view key : starts) {
      if (text.compare(at, key.size(), key) != 0) continue;
      if (!cuts.empty() && at - cuts.back() < 5 && text.compare(cuts.back(), 3, "tên") == 0) break;
      // "cơ quan | chủ trì" is one heading over two lines.
      const bool tail = key == "chủ trì" || key == "phối hợp";
      if (tail && !cuts.empty() && at - cuts.back() < 16) break;
      cuts.push_back(at);
      break;
    }
  }
  return cuts;
}

}  // namespace

bool Header::has(TableColumn c) const {
  return std::find(columns.begin(), columns.end(), c) != columns.end();
}

/// What a column's heading announces, from its folded words.
TableColumn column_of(std::string_view words) {
  const auto has = [&](std::string_view key) { return words.find(key) != std::string_view::npos; };
  if (words == "tt" || words == "stt" || words == "số tt" || words == "số thứ tự")
    return TableColumn::number;
  if (has("phối hợp")) return has("chủ trì") ? TableColumn::lead : TableColumn::support;
  if (has("theo dõi") || has("giám sát") || has("tổng hợp")) return TableColumn::monitor;
  if (has("chủ trì") || has("thực hiện") || has("đầu mối") || has("phụ trách") ||
      has("chịu trách nhiệm") || has("tham mưu")) {
    return has("thời gian") || has("tiến độ") || has("thời hạn") ? TableColumn::time
           : has("nội dung") || has("kết quả") || has("kinh phí")
               ? (has("nội dung") ? TableColumn::name : TableColumn::other)
               : TableColumn::lead;
  }
  if (has("thời gian") || has("thời hạn") || has("tiến độ") || has("hoàn thành"))
    return TableColumn::time;
  if (has("sản phẩm") || has("kết quả")) return TableColumn::product;
  if (has("ghi chú") || has("kinh phí")) return TableColumn::other;
  if (words == "đơn vị" || has("đơn vị tính") || has("đvt")) return TableColumn::measure;
  if (has("năm 20") || has("kế hoạch năm") || has("mục tiêu") || has("giá trị"))
    return TableColumn::value;
  if (has("chỉ tiêu") || has("nội dung") || has("nhiệm vụ") || has("công việc") ||
      has("hoạt động") || has("giải pháp"))
    return TableColumn::name;
  return TableColumn::other;
}

Header header_of_cells(const Source& source, const std::vector<Range>& cells, Range all) {
  Header header;
  for (Range cell : cells) header.columns.push_back(column_of(folded(source.page.words(cell))));
  finish(source, header, all);
  return header;
}

Header header_of_words(const Source& source, Range r) {
  const std::string text = folded(source.page.words(r));
  const std::vector<std::size_t> cuts = heading_starts(text);
  Header header;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const std::size_t end = i + 1 < cuts.size() ? cuts[i + 1] : text.size();
    std::string words = text.substr(cuts[i], end - cuts[i]);
    while (!words.empty() && words.back() == ' ') words.pop_back();
    header.columns.push_back(column_of(words));
  }
  finish(source, header, r);
  return header;
}

}  // namespace kehoach::detail
