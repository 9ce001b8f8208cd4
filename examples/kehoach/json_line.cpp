// SPDX-License-Identifier: BSL-1.0
#include "json_line.hpp"

namespace program {
namespace {

std::string quoted(std::string_view text) {
  static constexpr char hex[] = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      out += {'\\', c};
    else if (c == '\n')
      out += "\\n";
    else if (byte < 0x20)
      out += std::string("\\u00") + hex[byte >> 4] + hex[byte & 15];
    else
      out += c;
  }
  return out + '"';
}

}  // namespace

void JsonLine::name(std::string_view name) {
  if (body_.size() > 1) body_ += ", ";
  body_ += quoted(name) + ": ";
}

JsonLine& JsonLine::add(std::string_view key, std::string_view text) {
  name(key);
  body_ += quoted(text);
  return *this;
}

JsonLine& JsonLine::add(std::string_view key, std::int64_t number) {
  name(key);
  body_ += std::to_string(number);
  return *this;
}

JsonLine& JsonLine::add(std::string_view key, bool flag) {
  name(key);
  body_ += flag ? "true" : "false";
  return *this;
}

JsonLine& JsonLine::add(std::string_view key, kehoach::Date date) {
  name(key);
  body_ += date == kehoach::no_date ? "null" : quoted(kehoach::to_string(date));
  return *this;
}

JsonLine& JsonLine::add(std::string_view key, const std::optional<kehoach::Quantity>& quantity) {
  name(key);
  body_ += quantity ? quantity->to_string() : "null";
  return *this;
}

JsonLine& JsonLine::add(std::string_view key, const std::vector<std::string>& texts) {
  name(key);
  body_ += '[';
  for (std::size_t i = 0; i < texts.size(); ++i) body_ += (i ? ", " : "") + quoted(texts[i]);
  body_ += ']';
  return *this;
}

}  // namespace program
