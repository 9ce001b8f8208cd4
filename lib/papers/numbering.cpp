// SPDX-License-Identifier: BSL-1.0
#include "papers/numbering.hpp"

#include <algorithm>
#include <string_view>

namespace kehoach::papers {
namespace {

constexpr std::size_t most_levels = 9;

std::string value(const pugi::xml_node& node, const char* child) {
  return node.child(child).attribute("w:val").value();
}

std::string roman(int number) {
  static constexpr std::pair<int, const char*> digits[] = {{100, "C"}, {90, "XC"}, {50, "L"},
                                                           {40, "XL"}, {10, "X"},  {9, "IX"},
                                                           {5, "V"},   {4, "IV"},  {1, "I"}};
  std::string out;
  for (const auto& [worth, digit] : digits) {
    for (; number >= worth && out.size() < 12; number -= worth) out += digit;
  }
  return out;
}

}  // namespace

Numbering::Numbering(const pugi::xml_document& numbering, const pugi::xml_document& styles) {
  std::map<std::string, std::vector<Level>> shapes;
  const pugi::xml_node root = numbering.child("w:numbering");
  for (const pugi::xml_node& shape : root.children("w:abstractNum")) {
    std::vector<Level>& levels = shapes[shape.attribute("w:abstractNumId").value()];
    for (const pugi::xml_node& node : shape.children("w:lvl")) {
      if (levels.size() >= most_levels) break;
      Level level;
      level.format = value(node, "w:numFmt");
      level.text = value(node, "w:lvlText");
      level.start = node.child("w:start").attribute("w:val").as_int(1);
      levels.push_back(std::move(level));
    }
  }
  for (const pugi::xml_node& list : root.children("w:num")) {
    List made{shapes[value(list, "w:abstractNumId")], {}};
    for (const pugi::xml_node& over : list.children("w:lvlOverride")) {
      const auto level = over.attribute("w:ilvl").as_uint();
      const pugi::xml_node start = over.child("w:startOverride");
      if (start && level < made.levels.size())
        made.levels[level].start = start.attribute("w:val").as_int(1);
    }
    for (const Level& level : made.levels) made.count.push_back(level.start - 1);
    lists_[list.attribute("w:numId").value()] = std::move(made);
  }
  for (const pugi::xml_node& style : styles.child("w:styles").children("w:style")) {
    const Use use = use_of(style.child("w:pPr"));
    if (!use.list.empty()) styles_[style.attribute("w:styleId").value()] = use;
  }
}

Numbering::Use Numbering::use_of(const pugi::xml_node& properties) const {
  const pugi::xml_node own = properties.child("w:numPr");
  Use use;
  if (const auto style = styles_.find(value(properties, "w:pStyle")); style != styles_.end())
    use = style->second;
  if (!own) return use;
  if (own.child("w:numId")) use.list = value(own, "w:numId");
  use.level = own.child("w:ilvl") ? own.child("w:ilvl").attribute("w:val").as_int(0)
                                  : std::max(use.level, 0);
  return use;
}

std::string Numbering::written(int number, const std::string& format) {
  if (format == "upperRoman") return roman(number);
  if (format == "lowerRoman") {
    std::string out = roman(number);
    for (char& c : out) c = static_cast<char>(c + ('a' - 'A'));
    return out;
  }
  if ((format == "lowerLetter" || format == "upperLetter") && number >= 1 && number <= 26)
    return std::string(1, static_cast<char>((format[0] == 'l' ? 'a' : 'A') + number - 1));
  return std::to_string(number);
}

std::string Numbering::next(const pugi::xml_node& properties) {
  const Use use = use_of(properties);
  const auto found = lists_.find(use.list);
  if (found == lists_.end() || use.level < 0) return {};
  List& list = found->second;
  const auto level = static_cast<std::size_t>(use.level);
  if (level >= list.levels.size()) return {};
  if (list.count[level] < 1 << 20) ++list.count[level];
  for (std::size_t deeper = level + 1; deeper < list.levels.size(); ++deeper)
    list.count[deeper] = list.levels[deeper].start - 1;
  if (list.levels[level].format == "none") return {};
  if (list.levels[level].format == "bullet") return "- ";
  std::string out;
  const std::string& text = list.levels[level].text;
  for (std::size_t i = 0; i < text.size() && out.size() < 64; ++i) {
    const bool number =
        text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
    if (!number) {
      out += text[i];
      continue;
    }
    const auto of = static_cast<std::size_t>(text[++i] - '1');
    if (of >= list.levels.size()) continue;
    out += written(std::max(list.count[of], list.levels[of].start), list.levels[of].format);
  }
  return out.empty() ? out : out + " ";
}

}  // namespace kehoach::papers
