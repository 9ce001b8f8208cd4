// SPDX-License-Identifier: BSL-1.0
/// The numbers that Word writes in front of paragraphs and keeps out of their text.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <pugixml.hpp>

namespace kehoach::papers {

class Numbering {
 public:
  /// The parts `word/numbering.xml` and `word/styles.xml`, either of which may be empty.
  Numbering(const pugi::xml_document& numbering, const pugi::xml_document& styles);

  /// "1. ", "a) ", "- " for the next paragraph of these properties (`w:pPr`); "" without a number.
  std::string next(const pugi::xml_node& properties);

 private:
  struct Level {
    std::string format = "decimal";
    std::string text;
    int start = 1;
  };
  struct List {
    std::vector<Level> levels;
    std::vector<int> count;  ///< the number last given at each level; start - 1 before the first
  };
  struct Use {
    std::string list;
    int level = -1;
  };
  Use use_of(const pugi::xml_node& properties) const;
  static std::string written(int number, const std::string& format);

  std::map<std::string, List> lists_;  ///< by w:numId
  std::map<std::string, Use> styles_;
};

}  // namespace kehoach::papers
