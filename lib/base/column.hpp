// SPDX-License-Identifier: BSL-1.0
/// A vector in pages that copies share: copying costs one pointer, writing clones only the page written
/// to and the four nodes above it. It lets a snapshot, a branch and the edit in progress hold the same
/// plans.
///
/// A page may be written in place by the edit that made it, as it carries its number, or by one that is
/// its only holder: then no other thread can come by it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>

#include "base/page_tree.hpp"
#include "base/prefetch.hpp"

namespace kehoach::detail {

template <class T, unsigned Shift = 8>
class Column {
 public:
  Column() = default;
  Column(const Column&) = default;
  /// What was moved from is empty.
  Column(Column&& other) noexcept
      : pages_(std::move(other.pages_)),
        last_(std::exchange(other.last_, nullptr)),
        size_(std::exchange(other.size_, 0)) {}
  Column& operator=(Column other) noexcept {
    std::swap(pages_, other.pages_);
    std::swap(last_, other.last_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~Column() = default;

  std::uint32_t size() const noexcept { return size_; }
  const T& operator[](std::uint32_t i) const noexcept { return page(i)->rows[i & mask]; }

  /// Row `i` and those behind it that lie side by side; at least that one.
  std::span<const T> from(std::uint32_t i) const noexcept {
    return {&(*this)[i], std::min(mask + 1 - (i & mask), size_ - i)};
  }
  /// Calls visit(i, row) for every row, first to last.
  template <class Visit>
  void each(Visit&& visit) const {
    for (std::uint32_t i = 0; i < size_;)
      for (const T& row : from(i)) visit(i++, row);
  }

  /// Row `i` for writing by `writer`.
  T& edit(std::uint32_t i, Writer writer) {
    // Who owns a page owns what is above it.
    Page* at = page(i);
    if (at->writer != writer.number) at = own(i, writer);
    return at->rows[i & mask];
  }
  /// Row `i` is soon read or written.
  void prefetch(std::uint32_t i) const noexcept { call_for(&(*this)[i]); }

  /// Row `i` is soon written, by somebody who does not own its page yet.
  void prefetch_clone(std::uint32_t i) const noexcept {
    pages_.prefetch_neighbours(i >> Shift);
    const Page* const held = page(i);
    constexpr std::uint32_t line = 64 / sizeof(T) > 0 ? 64 / sizeof(T) : 1;
    for (std::uint32_t row = 0; row <= mask; row += line) call_for(&held->rows[row]);
  }

  void push_back(T value, Writer writer) {
    if ((size_ & mask) == 0)
      open_page(writer);
    else if (last_->writer != writer.number)
      own(size_, writer);
    last_->rows[size_++ & mask] = std::move(value);
  }
  /// Appends `count` rows; in one go where they fit in the last page.
  void append(const T* rows, std::uint32_t count, Writer writer) {
    const std::uint32_t at = size_ & mask;
    if (at != 0 && count <= mask + 1 - at && last_->writer == writer.number) {
      std::copy(rows, rows + count, last_->rows + at);
      size_ += count;
      return;
    }
    for (std::uint32_t i = 0; i < count; ++i) push_back(rows[i], writer);
  }
  void resize(std::uint32_t size, const T& value, Writer writer) {
    while (size_ < size) push_back(value, writer);
  }
  void clear() { *this = Column(); }

  /// Calls visit(i) for every row of a page that the two do not share; rows only one of them has are
  /// included.
  template <class Visit>
  void each_unshared(const Column& other, Visit&& visit) const {
    const std::uint64_t most = std::max(size_, other.size_);
    pages_.each_unshared(
        other.pages_, static_cast<std::uint32_t>((most + mask) >> Shift), [&](std::uint32_t p) {
          const std::uint64_t end = std::min((std::uint64_t{p} + 1) << Shift, most);
          for (std::uint64_t i = std::uint64_t{p} << Shift; i < end; ++i)
            visit(static_cast<std::uint32_t>(i));
        });
  }

 private:
  static constexpr std::uint32_t mask = (1u << Shift) - 1;
  struct Page : PageHead {
    T rows[std::size_t{1} << Shift]{};
  };

  Page* page(std::uint32_t i) const noexcept { return static_cast<Page*>(pages_.page(i >> Shift)); }

  // Seldom called: kept out of the loops that push and edit.
  [[gnu::noinline]] Page* own(std::uint32_t i, Writer writer) {
    Page* mine = put(i, writer);
    if (i >> Shift == size_ >> Shift) last_ = mine;
    return mine;
  }
  [[gnu::noinline]] void open_page(Writer writer) { last_ = put(size_, writer); }
  /// The page where row `i` lies, now the writer's own; a new one where there is none.
  Page* put(std::uint32_t i, Writer writer) {
    static_assert(
        std::is_nothrow_default_constructible_v<Page> && std::is_nothrow_copy_constructible_v<Page>,
        "its memory would be lost");
    PageHead*& place = pages_.place(i >> Shift, writer, &end);
    Page* at = static_cast<Page*>(place);
    if (at == nullptr || !PageTree::is_sole(*at)) {
      const Page* const before = at;
      at = KeptAllocator<Page>(writer.memory).allocate(1);
      before == nullptr ? std::construct_at(at) : std::construct_at(at, *before);
      pages_.put(place, at);
    }
    at->writer = writer.number;
    return at;
  }
  static void end(PageHead* page, Memory memory) noexcept {
    std::destroy_at(static_cast<Page*>(page));
    KeptAllocator<Page>(memory).deallocate(static_cast<Page*>(page), 1);
  }

  PageTree pages_;
  Page* last_ = nullptr;  ///< the page that the next row goes to, if there is room in it
  std::uint32_t size_ = 0;
};

}  // namespace kehoach::detail
