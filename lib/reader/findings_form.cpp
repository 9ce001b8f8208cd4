// SPDX-License-Identifier: BSL-1.0
#include "reader/findings.hpp"

namespace kehoach::detail {
namespace {

std::size_t line_of(const Evidence& e, const Node& node) {
  return e.source.page.line_number(node.tokens.begin);
}

void numbering(const Evidence& e, FindingList& out) {
  for (std::uint32_t n : e.outline.duplicates)
    out.add("duplicate_numbering", "Số thứ tự lặp lại: " + e.outline.nodes[n].path,
            {line_of(e, e.outline.nodes[n])});
  for (std::uint32_t n : e.outline.gaps)
    out.add("number_gap", "Thiếu số thứ tự trước mục " + e.outline.nodes[n].path,
            {line_of(e, e.outline.nodes[n])});
  for (const Node& parent : e.outline.nodes) {  // "2." that contains "1.", "2." again
    if (parent.marker.kind != MarkerKind::arabic) continue;
    std::vector<std::size_t> lines;
    for (std::uint32_t c : parent.children) {
      const Marker& marker = e.outline.nodes[c].marker;
      if (marker.kind == MarkerKind::arabic && marker.bracketed == parent.marker.bracketed)
        lines.push_back(line_of(e, e.outline.nodes[c]));
    }
    if (lines.empty()) continue;
    lines.push_back(line_of(e, parent));
    out.add("duplicate_numbering", "Số thứ tự bắt đầu lại trong mục " + parent.path, lines);
  }
  for (const Node& node : e.outline.nodes) {
    if (node.implied)
      out.add("section_number_lost", "Mất số của mục " + node.path, {line_of(e, node)});
    const bool alone =
        node.marker.length > 0 && node.marker.kind < MarkerKind::dash && !node.body.empty() &&
        e.source.token(node.body.begin).line != e.source.token(node.tokens.begin).line;
    if (alone)
      out.add("enumerator_on_own_line", "Số thứ tự đứng riêng một dòng", {line_of(e, node)});
  }
}

void layout(const Evidence& e, FindingList& out) {
  const Layout& found = e.source.layout;
  if (!found.page_numbers.empty()) {
    out.add("page_furniture", "Số trang lẫn vào văn bản",
            {found.page_numbers.begin(), found.page_numbers.end()});
  }
  for (std::uint32_t line : e.recipients.merged)
    out.add("two_column_merge", "Hai cột nhập vào một dòng", {line});
  for (const LineRange& lines : e.recipients.over_lines)
    out.add("recipient_over_lines", "Nơi nhận trên nhiều dòng", {lines.first, lines.last});
  for (const LineRange& table : e.tables.flattened)
    out.add("flattened_table", "Bảng bị tách thành các dòng rời", {table.first, table.last});
  if (e.source.page.lines.size() == 1 && e.source.page.tokens.size() > 200)
    out.add("one_line_document", "Cả văn bản nằm trên một dòng", {1});
}

void foot(const Evidence& e, FindingList& out) {
  const Source& s = e.source;
  if (s.blocks.empty()) return;
  const bool has_type = e.form.type_line < s.blocks.size();
  if (!has_type && e.head.document.type != "CV")
    out.add("missing_type_line", "Mất dòng tên loại văn bản", {});
  if (e.form.annex_alone) return;
  const bool closed = e.form.closing < e.form.slip;
  const Range last = s.blocks.back().tokens;
  if (!closed && !s.blocks.back().row && !ends_clause(s.page, last)) {
    out.add("truncated_document", "Văn bản dừng giữa chừng", {s.page.line_number(last.end - 1)});
  } else if (e.head.document.signer.empty()) {
    out.add("no_signer", "Không có tên người ký", {});
  }
}

}  // namespace

void check_form(const Evidence& e, FindingList& out) {
  numbering(e, out);
  layout(e, out);
  foot(e, out);
  if (!e.broken.empty()) out.add("not_utf8", "Có byte không phải UTF-8, không đọc được", e.broken);
  if (!e.composed)
    out.add("unicode_not_composed", "Văn bản không ở dạng Unicode dựng sẵn (NFC)", {});
}

}  // namespace kehoach::detail
