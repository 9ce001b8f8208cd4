// SPDX-License-Identifier: BSL-1.0
#include <kehoach/explanation.hpp>

#include "exchange/clean_text.hpp"

namespace kehoach {
namespace {

/// A line of a box is broken at the first space from here on.
constexpr std::size_t long_line = 48;

/// A quoted string of DOT that shows `text` as it is: Graphviz reads a backslash as the begin of an
/// escape and "&" as that of an HTML entity. `\l` ends a line of a box, flush left.
std::string quoted(std::string_view text, bool broken) {
  std::string out = "\"";
  std::size_t in_line = 0;
  for (const char c : detail::clean_text(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool begins_character = (byte & 0xC0) != 0x80;
    if (c == '\n' || (c == ' ' && broken && in_line >= long_line)) {
      out += broken ? "\\l" : " ";
      in_line = 0;
      continue;
    }
    in_line += begins_character ? 1 : 0;
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '&': out += "&amp;"; break;
      default: out += byte < 0x20 || byte == 0x7F ? ' ' : c;
    }
  }
  return out + (broken ? "\\l\"" : "\"");
}

std::string tooltip(const Reason& reason) {
  return reason.source.empty() ? reason.rule : reason.rule + ": " + reason.source;
}

}  // namespace

std::string write_dot(const std::vector<Reason>& reasons, Language language) {
  std::string out =
      "digraph reasons {\n"
      "  graph [charset=\"UTF-8\", rankdir=\"LR\"];\n"
      "  node [shape=\"box\"];\n";
  std::vector<std::size_t> above;  // the step that is open at each depth, outermost first
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    const Reason& reason = reasons[i];
    while (!above.empty() && reasons[above.back()].depth >= reason.depth) above.pop_back();
    const std::string name = "r" + std::to_string(i);
    out += "  " + name + " [label=" + quoted(reason.text.in(language), true) +
           ", tooltip=" + quoted(tooltip(reason), false) + "];\n";
    if (!above.empty()) out += "  r" + std::to_string(above.back()) + " -> " + name + ";\n";
    above.push_back(i);
  }
  return out + "}\n";
}

}  // namespace kehoach
