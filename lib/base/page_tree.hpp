// SPDX-License-Identifier: BSL-1.0
/// Pages by number, whatever is in them, in a tree that copies share: what stands above the rows of a
/// `Column`. Nodes and pages carry the number of the edit that made them, and count their holders.
///
/// Nodes are narrow, as whoever clones one counts up one holder, somewhere in memory, for each node
/// below it. The counts are called for all at once, so that they come from memory side by side.
/// What nobody else holds is taken over by the next writer instead of cloned.
#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

#include "base/prefetch.hpp"
#include "base/writer.hpp"

namespace kehoach::detail {

/// How every node and page begins.
struct PageHead {
  PageHead() = default;
  PageHead(const PageHead& other) noexcept : writer(other.writer) {}  // nobody holds the copy yet
  PageHead& operator=(const PageHead&) = delete;

  std::atomic<std::uint32_t> holders{1};  ///< nodes, or trees, that point at it
  std::uint64_t writer = 0;
};

/// All memory of a tree comes from one place, that of its first writer.
class PageTree {
 public:
  /// Ends a page that nobody holds any more.
  using End = void (*)(PageHead*, Memory) noexcept;

  PageTree() = default;
  PageTree(const PageTree& other) noexcept : root_(other.root_) {
    if (root_ != nullptr) root_->holders.fetch_add(1, std::memory_order_relaxed);
  }
  PageTree(PageTree&& other) noexcept : root_(std::exchange(other.root_, nullptr)) {}
  PageTree& operator=(PageTree other) noexcept {
    std::swap(root_, other.root_);
    return *this;
  }
  ~PageTree() {
    if (root_ != nullptr && let_go(*root_)) end_root(root_);
  }

  /// A page that is there.
  PageHead* page(std::uint32_t p) const noexcept {
    return root_->tops[p >> top_shift]->at(p >> block_shift)->at(p >> chunk_shift)->at(p);
  }
  /// The page is soon cloned: calls for what counts its neighbours' holders.
  void prefetch_neighbours(std::uint32_t p) const noexcept {
    const Chunk* const chunk =
        root_->tops[p >> top_shift]->at(p >> block_shift)->at(p >> chunk_shift);
    for (const PageHead* page : chunk->below) call_for(page);
  }
  /// Where the page hangs, or null, with everything above it the writer's own. There are no gaps
  /// between pages.
  PageHead*& place(std::uint32_t p, Writer writer, End end_page);
  /// Has the page at one of this tree's own places no other holder?
  static bool is_sole(const PageHead& page) noexcept {
    return page.holders.load(std::memory_order_acquire) == 1;
  }
  /// Points a place at a page that nobody holds yet.
  void put(PageHead*& place, PageHead* page) const noexcept {
    PageHead* const before = std::exchange(place, page);
    if (before != nullptr && let_go(*before)) root_->end_page(before, root_->memory);
  }

  /// Calls visit(p) for every one of the first `pages` that the two do not share.
  template <class Visit>
  void each_unshared(const PageTree& other, std::uint32_t pages, Visit&& visit) const {
    for (std::uint32_t p = 0; p < pages;) {
      const Top *top = this->top(p), *other_top = other.top(p);
      const Block *block = at(top, p >> block_shift),
                  *other_block = at(other_top, p >> block_shift);
      const Chunk *chunk = at(block, p >> chunk_shift),
                  *other_chunk = at(other_block, p >> chunk_shift);
      if (top == other_top)
        p = beyond(p, top_shift);
      else if (block == other_block)
        p = beyond(p, block_shift);
      else if (chunk == other_chunk)
        p = beyond(p, chunk_shift);
      else {
        if (at(chunk, p) != at(other_chunk, p)) visit(p);
        ++p;
      }
    }
  }

 private:
  /// The lowest are the narrowest, as what hangs under them is the coldest.
  template <class Below, unsigned bits>
  struct Fan : PageHead {
    static constexpr std::uint32_t mask = (1u << bits) - 1;
    Below* at(std::uint32_t i) const noexcept { return below[i & mask]; }
    Below*& at(std::uint32_t i) noexcept { return below[i & mask]; }
    Below* below[std::size_t{1} << bits]{};
  };
  using Chunk = Fan<PageHead, 3>;
  using Block = Fan<Chunk, 4>;
  using Top = Fan<Block, 4>;
  static constexpr unsigned chunk_shift = 3, block_shift = 7, top_shift = 11;

  struct Root : PageHead {
    Root(Writer by, End end) : memory(by.memory), end_page(end), tops(by.memory) {}
    Memory memory;
    End end_page;
    KeptVector<Top*> tops;
  };

  /// Was that the last one who held it?
  static bool let_go(PageHead& node) noexcept {
    return is_sole(node) || node.holders.fetch_sub(1, std::memory_order_acq_rel) == 1;
  }
  template <class Node>
  static Node& own(Node*& place, Writer, const Root&);
  Root& own_root(Writer, End);
  static void end(PageHead*, const Root&) noexcept;
  template <class Below, unsigned bits>
  static void end(Fan<Below, bits>*, const Root&) noexcept;
  static void end_root(Root*) noexcept;

  const Top* top(std::uint32_t p) const {
    const std::uint32_t t = p >> top_shift;
    return root_ != nullptr && t < root_->tops.size() ? root_->tops[t] : nullptr;
  }
  template <class Below, unsigned bits>
  static const Below* at(const Fan<Below, bits>* fan, std::uint32_t i) {
    return fan == nullptr ? nullptr : fan->at(i);
  }
  static std::uint32_t beyond(std::uint32_t p, unsigned shift) {
    return ((p >> shift) + 1) << shift;
  }

  Root* root_ = nullptr;
};

}  // namespace kehoach::detail
