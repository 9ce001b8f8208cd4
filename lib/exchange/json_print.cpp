// SPDX-License-Identifier: BSL-1.0
#include "exchange/json_print.hpp"

#include <utility>

namespace kehoach::detail {
namespace {

/// What stands for a character that JSON does not allow as it is; null for all others.
const char* short_escape(char c) {
  switch (c) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\b': return "\\b";
    case '\f': return "\\f";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: return nullptr;
  }
}

bool needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void append_escaped(std::string& out, char c) {
  static constexpr char digits[] = "0123456789abcdef";
  if (const char* escape = short_escape(c)) {
    out += escape;
    return;
  }
  out += "\\u00";
  out += digits[static_cast<unsigned char>(c) >> 4];
  out += digits[c & 15];
}

}  // namespace

void JsonPrinter::key(std::string_view key) {
  separate();
  out_ += '"';
  out_ += key;
  out_ += "\": ";
  after_key_ = true;
}

void JsonPrinter::text(std::string_view text) {
  begin_value();
  out_ += '"';
  std::size_t plain = 0;  // begin of what is still to be copied as it is
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!needs_escape(text[i])) continue;
    out_ += text.substr(plain, i - plain);
    append_escaped(out_, text[i]);
    plain = i + 1;
  }
  out_ += text.substr(plain);
  out_ += '"';
}

void JsonPrinter::literal(std::string_view text) {
  begin_value();
  out_ += text;
}

void JsonPrinter::open(char bracket, JsonLayout layout) {
  begin_value();
  if (!open_.empty() && open_.back().layout == JsonLayout::one_line) layout = JsonLayout::one_line;
  out_ += bracket;
  open_.push_back({layout, true});
}

void JsonPrinter::close(char bracket) {
  const Open closed = open_.back();
  open_.pop_back();
  if (closed.layout == JsonLayout::lines && !closed.empty) new_line();
  out_ += bracket;
}

void JsonPrinter::begin_value() {
  if (!after_key_) separate();
  after_key_ = false;
}

void JsonPrinter::separate() {
  if (open_.empty()) return;
  Open& top = open_.back();
  if (!top.empty) out_ += ',';
  if (top.layout == JsonLayout::lines)
    new_line();
  else if (!top.empty)
    out_ += ' ';
  top.empty = false;
}

void JsonPrinter::new_line() {
  out_ += '\n';
  out_.append(2 * open_.size(), ' ');
}

}  // namespace kehoach::detail
