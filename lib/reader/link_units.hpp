// SPDX-License-Identifier: BSL-1.0
/// One office for all the names that several papers have for it. A name says the same in two papers
/// only if both speak of the same province, or of none and the office is a national one.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <kehoach/reader_link.hpp>

#include "reader/link_names.hpp"

namespace kehoach::detail {

class OfficeTable {
 public:
  explicit OfficeTable(const std::vector<ReadPaper>&);

  /// The unit that a name means in a paper; made if there is none yet. `no_index` for "".
  std::size_t unit(std::size_t paper, const std::string& written);
  /// The province that a paper speaks of, folded; "" if it names none.
  const std::string& province(std::size_t paper) const { return papers_[paper].province; }
  const LinkedUnit& at(std::size_t unit) const { return units_[unit]; }

  /// Parents, names and the look-up, when all names have been asked.
  void finish(LinkedPapers&);

 private:
  struct Paper {
    std::string written;  ///< the issuer as the paper has it
    std::string issuer;   ///< core of its name
    std::string place;    ///< of the issuer itself
    std::string province;
    Level level = Level::division;
  };
  std::string key_of(std::size_t paper, OfficeName&);
  void make(std::size_t paper, const std::string& written, const OfficeName&);
  std::string house(std::size_t paper) const;
  void learn_provinces(const std::vector<ReadPaper>&);
  std::size_t find(const std::string& core, const std::string& place) const;

  std::vector<Paper> papers_;
  std::vector<LinkedUnit> units_;
  std::vector<std::string> houses_;  ///< core and place of a division's house, "" without one
  std::unordered_map<std::string, std::size_t> known_;
  std::vector<std::unordered_map<std::string, std::size_t>> names_;
};

}  // namespace kehoach::detail
