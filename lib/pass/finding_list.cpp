// SPDX-License-Identifier: BSL-1.0
// Parts hold between a quarter of `most` and all of it, so that a list after many edits is as flat as a
// new one: a part that grows too long is cut in half, one that stays short goes on with the next.
#include "pass/finding_list.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace kehoach {
namespace detail {
namespace {

constexpr std::size_t most = 128;
constexpr std::size_t few = most / 4;

/// The part of all that `ends` ends in which a place lies.
template <class Ends>
std::size_t part_of(const Ends& ends, std::size_t place) {
  return static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), place) - ends.begin());
}
template <class Ends>
std::size_t begin_of(const Ends& ends, std::size_t part) {
  return part == 0 ? 0 : ends[part - 1];
}

/// Visits the parts of [from, to) that lie in one part each: visit(part, first, last), places counted
/// from the part's begin.
template <class Ends, class Visit>
void each_part(const Ends& ends, std::size_t from, std::size_t to, Visit&& visit) {
  for (std::size_t part = part_of(ends, from); from < to; ++part) {
    const std::size_t begin = begin_of(ends, part), end = std::min<std::size_t>(to, ends[part]);
    visit(part, from - begin, end - begin);
    from = end;
  }
}

}  // namespace

bool told_before(const Finding& a, const Finding& b) {
  if (a.severity != b.severity) return a.severity > b.severity;
  if (a.code != b.code) return a.code < b.code;
  if (a.item != b.item) return a.item < b.item;
  if (a.date != b.date) return a.date < b.date;
  return a.others < b.others;
}

bool same(const Finding& a, const Finding& b) {
  return std::tie(a.code, a.severity, a.item, a.others, a.document, a.path, a.date, a.message.vi,
                  a.message.en, a.source) == std::tie(b.code, b.severity, b.item, b.others,
                                                      b.document, b.path, b.date, b.message.vi,
                                                      b.message.en, b.source);
}

void FindingWriter::add(Finding finding) {
  if (page_.size() == most) {
    const auto half = page_.begin() + most / 2;
    put(std::make_shared<const Page>(std::make_move_iterator(page_.begin()),
                                     std::make_move_iterator(half)));
    page_.erase(page_.begin(), half);
  }
  page_.reserve(most);
  page_.push_back(std::move(finding));
}

void FindingWriter::copy(const Parts& from, std::size_t first, std::size_t last) {
  each_part(from.ends, first, last, [&](std::size_t c, std::size_t begin, std::size_t end) {
    copy_chapter(from.chapters[c], begin, end);
  });
}

void FindingWriter::copy_chapter(const std::shared_ptr<const Chapter>& chapter, std::size_t first,
                                 std::size_t last) {
  const bool whole = first == 0 && last == chapter->ends.back();
  const bool nothing_open = page_.empty() && pages_.empty();
  const bool long_enough = (page_.empty() || page_.size() >= few) && pages_.size() >= few;
  if (whole && (nothing_open || long_enough)) {
    end_page();
    end_chapter();
    put(chapter);
    return;
  }
  each_part(chapter->ends, first, last, [&](std::size_t p, std::size_t begin, std::size_t end) {
    copy_page(chapter->pages[p], begin, end);
  });
}

void FindingWriter::copy_page(const std::shared_ptr<const Page>& page, std::size_t first,
                              std::size_t last) {
  const bool whole = first == 0 && last == page->size();
  if (whole && (page_.empty() || page_.size() >= few)) {
    end_page();
    put(page);
    return;
  }
  for (std::size_t i = first; i < last; ++i) add((*page)[i]);
}

void FindingWriter::end_page() {
  if (page_.empty()) return;
  put(std::make_shared<const Page>(std::make_move_iterator(page_.begin()),
                                   std::make_move_iterator(page_.end())));
  page_.clear();  // its room serves the next
}

void FindingWriter::put(std::shared_ptr<const Page> page) {
  if (pages_.size() == most) {
    std::vector<std::shared_ptr<const Page>> rest(pages_.begin() + most / 2, pages_.end());
    pages_.resize(most / 2);
    end_chapter();
    pages_ = std::move(rest);
  }
  pages_.push_back(std::move(page));
}

void FindingWriter::end_chapter() {
  if (pages_.empty()) return;
  Chapter chapter;
  chapter.pages = std::move(pages_);
  pages_ = {};
  std::uint32_t end = 0;
  for (const auto& page : chapter.pages)
    chapter.ends.push_back(end += static_cast<std::uint32_t>(page->size()));
  put(std::make_shared<const Chapter>(std::move(chapter)));
}

void FindingWriter::put(std::shared_ptr<const Chapter> chapter) {
  parts_.ends.push_back(parts_.size() + chapter->ends.back());
  parts_.chapters.push_back(std::move(chapter));
}

FindingList FindingWriter::finish() {
  end_page();
  end_chapter();
  return FindingList(std::make_shared<const Parts>(std::move(parts_)));
}

}  // namespace detail

std::size_t FindingList::size() const noexcept {
  return parts_ == nullptr ? 0 : parts_->size();
}
const Finding& FindingList::operator[](std::size_t index) const noexcept {
  return *const_iterator(parts_.get(), index);
}
FindingList::const_iterator FindingList::begin() const noexcept {
  return {parts_.get(), 0};
}
FindingList::const_iterator FindingList::end() const noexcept {
  return {parts_.get(), size()};
}

void FindingList::const_iterator::seek() noexcept {
  at_ = page_end_ = nullptr;
  if (parts_ == nullptr || index_ >= parts_->size()) return;
  const std::size_t c = detail::part_of(parts_->ends, index_);
  const Parts::Chapter& chapter = *parts_->chapters[c];
  const std::size_t in_chapter = index_ - detail::begin_of(parts_->ends, c);
  const std::size_t p = detail::part_of(chapter.ends, in_chapter);
  const Parts::Page& page = *chapter.pages[p];
  at_ = page.data() + (in_chapter - detail::begin_of(chapter.ends, p));
  page_end_ = page.data() + page.size();
}

}  // namespace kehoach
