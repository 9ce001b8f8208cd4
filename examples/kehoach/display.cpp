// SPDX-License-Identifier: BSL-1.0
#include "display.hpp"

#include <algorithm>
#include <cstdint>

namespace program {
namespace {

constexpr std::size_t line_width = 100;

/// The code point that begins at `at`, which moves past it. Broken bytes count one by one.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at++);
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  char32_t code = more == 3   ? lead & 0x07
                  : more == 2 ? lead & 0x0F
                  : more == 1 ? lead & 0x1F
                              : lead;
  for (int i = 0; i < more && at < text.size() && (byte(at) & 0xC0) == 0x80; ++i)
    code = code << 6 | (byte(at++) & 0x3F);
  return code;
}

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool within(const Range (&ranges)[N], char32_t code) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [&](Range r) { return r.first <= code && code <= r.last; });
}

constexpr Range no_width[] = {{0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
                              {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F},
                              {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};
constexpr Range wide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},  {0x3041, 0xA4CF}, {0xAC00, 0xD7A3},
                          {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},  {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6},
                          {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};

constexpr Range unseen[] = {{0x00, 0x08},     {0x0B, 0x1F},     {0x7F, 0x9F},    {0x061C, 0x061C},
                            {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069}};

/// "<U+001B>"
std::string code_name(char32_t code) {
  static const char digits[] = "0123456789ABCDEF";
  std::string text = "<U+0000>";
  for (std::size_t at = 6; code != 0; code >>= 4) text[at--] = digits[code & 0xF];
  return text;
}

/// Is [at, end) of the text one character, written as UTF-8 writes it?
bool well_formed(std::string_view text, std::size_t at, std::size_t end, char32_t code) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return true;
  if (lead < 0xC2 || lead > 0xF4 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
    return false;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  return end - at == length && code >= (length == 4 ? 0x10000u : length == 3 ? 0x800u : 0x80u);
}

std::vector<std::string> wrap_line(std::string_view text, std::size_t width) {
  const std::size_t indent = std::min(text.find_first_not_of(' '), text.size());
  std::vector<std::string> lines(1);
  std::size_t at = indent;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word(text.substr(at, end - at));
    std::string& line = lines.back();
    if (line.empty())
      line = std::string(indent, ' ') + word;
    else if (display_width(line) + 1 + display_width(word) <= width)
      line += ' ' + word;
    else
      lines.push_back(std::string(indent, ' ') + word);
    at = end + 1;
  }
  return lines;
}

void append_cell(std::string& out, const std::string& text, std::size_t width, bool right) {
  const std::string blanks(width - std::min(width, display_width(text)), ' ');
  out += right ? blanks + text : text + blanks;
}

using Cells = std::vector<std::vector<std::string>>;  // of one row: lines of each cell

void append_row(std::string& out, const Cells& cells, const std::vector<std::size_t>& widths,
                const std::vector<Column>& columns) {
  std::size_t height = 0;
  for (const auto& cell : cells) height = std::max(height, cell.size());
  for (std::size_t line = 0; line < height; ++line) {
    std::string text;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (c > 0) text += "  ";
      append_cell(text, line < cells[c].size() ? cells[c][line] : "", widths[c], columns[c].right);
    }
    out += text.substr(0, text.find_last_not_of(' ') + 1) + '\n';
  }
}

}  // namespace

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(text, at);
    if (!well_formed(text, begin, at, code))
      out += "\uFFFD";
    else if (within(unseen, code))
      out += code_name(code);
    else
      out += text.substr(begin, at - begin);
  }
  return out;
}

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t code = next_code_point(utf8, at);
    if (within(no_width, code)) continue;
    width += within(wide, code) ? 2 : 1;
  }
  return width;
}

std::vector<std::string> wrap(std::string_view raw, std::size_t width) {
  const std::string seen = visible(raw);
  const std::string_view text = seen;
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    for (std::string& line : wrap_line(text.substr(at, end - at), width))
      lines.push_back(std::move(line));
    at = end + 1;
  }
  return lines;
}

std::string paragraph(std::string_view lead, std::string_view text) {
  const std::size_t indent = display_width(lead);
  std::string out;
  for (const std::string& line : wrap(text, line_width - std::min(indent, line_width / 2)))
    out += (out.empty() ? std::string(lead) : std::string(indent, ' ')) + line + '\n';
  return out;
}

std::string Table::text() const {
  std::vector<Cells> rows(1);
  for (const Column& column : columns_) rows[0].push_back(wrap(column.head, column.most));
  for (const auto& row : rows_) {
    rows.emplace_back();
    for (std::size_t c = 0; c < row.size(); ++c)
      rows.back().push_back(wrap(row[c], columns_[c].most));
  }
  std::vector<std::size_t> widths(columns_.size());
  for (const Cells& row : rows)
    for (std::size_t c = 0; c < row.size(); ++c)
      for (const std::string& line : row[c]) widths[c] = std::max(widths[c], display_width(line));

  std::string out;
  append_row(out, rows[0], widths, columns_);
  std::size_t total = 2 * (widths.size() - 1);
  for (const std::size_t width : widths) total += width;
  out += std::string(total, '-') + '\n';
  for (std::size_t r = 1; r < rows.size(); ++r) append_row(out, rows[r], widths, columns_);
  return out;
}

}  // namespace program
