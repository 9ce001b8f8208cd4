// SPDX-License-Identifier: BSL-1.0
/// How a `FindingList` is kept: pages of findings in chapters of pages. A list made from another one
/// shares every chapter and page in which nothing is otherwise.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <kehoach/finding.hpp>

namespace kehoach {

struct FindingList::Parts {
  using Page = std::vector<Finding>;
  struct Chapter {
    std::vector<std::shared_ptr<const Page>> pages;
    std::vector<std::uint32_t> ends;  ///< by page: findings up to its end
  };
  std::vector<std::shared_ptr<const Chapter>> chapters;
  std::vector<std::size_t> ends;  ///< by chapter: findings up to its end

  std::size_t size() const { return ends.empty() ? 0 : ends.back(); }
};

namespace detail {

/// The order in which findings are told.
bool told_before(const Finding&, const Finding&);
/// Whether both say the same, to the letter.
bool same(const Finding&, const Finding&);

/// Writes a list from front to back.
class FindingWriter {
 public:
  void add(Finding);
  /// The findings [from, to) of another list.
  void copy(const FindingList::Parts&, std::size_t from, std::size_t to);
  FindingList finish();

 private:
  using Parts = FindingList::Parts;
  using Page = Parts::Page;
  using Chapter = Parts::Chapter;

  void copy_chapter(const std::shared_ptr<const Chapter>&, std::size_t from, std::size_t to);
  void copy_page(const std::shared_ptr<const Page>&, std::size_t from, std::size_t to);
  void end_page();
  void put(std::shared_ptr<const Page>);
  void end_chapter();
  void put(std::shared_ptr<const Chapter>);

  Page page_;
  std::vector<std::shared_ptr<const Page>> pages_;  ///< of the chapter being written
  Parts parts_;
};

}  // namespace detail
}  // namespace kehoach
