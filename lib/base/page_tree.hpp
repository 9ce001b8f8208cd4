// SPDX-License-Identifier: BSL-1.0
/// Pages by number, whatever is in them, in a tree that copies share: what stands above the rows of a
/// `Column`. Nodes and pages carry the number of the edit that made them, and count their holders.
///
/// Nodes are narrow, as whoever clones one counts up one holder, somewhere in memory, for each node
/// below it. The counts are called for all at once, so that they come from memory side by side.
#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

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
    return root_->blocks[p >> 2 * fan]->below[p >> fan & fan_mask]->below[p & fan_mask];
  }
  /// Where the page hangs, or null, with everything above it the writer's own. There are no gaps
  /// between pages.
  PageHead*& place(std::uint32_t p, Writer writer, End end_page);
  /// Points a place at a page that nobody holds yet.
  void put(PageHead*& place, PageHead* page) const noexcept {
    PageHead* const before = std::exchange(place, page);
    if (before != nullptr && let_go(*before)) root_->end_page(before, root_->memory);
  }

  /// Calls visit(p) for every one of the first `pages` that the two do not share.
  template <class Visit>
  void each_unshared(const PageTree& other, std::uint32_t pages, Visit&& visit) const {
    for (std::uint32_t p = 0; p < pages;) {
      const Block *a = block(p), *b = other.block(p);
      if (a == b) {
        p = (p | block_mask) + 1;
        continue;
      }
      const Chunk *x = chunk(a, p), *y = chunk(b, p);
      if (x == y) {
        p = (p | fan_mask) + 1;
        continue;
      }
      if (below(x, p) != below(y, p)) visit(p);
      ++p;
    }
  }

 private:
  static constexpr unsigned fan = 4;
  static constexpr std::uint32_t fan_mask = (1u << fan) - 1;
  static constexpr std::uint32_t block_mask = (1u << 2 * fan) - 1;
  template <class Below>
  struct Fan : PageHead {
    Below* below[std::size_t{1} << fan]{};
  };
  using Chunk = Fan<PageHead>;
  using Block = Fan<Chunk>;
  struct Root : PageHead {
    Root(Writer by, End end) : memory(by.memory), end_page(end), blocks(by.memory) {}
    Memory memory;
    End end_page;
    KeptVector<Block*> blocks;
  };

  /// Was that the last one who held it?
  static bool let_go(PageHead& node) noexcept {
    return node.holders.load(std::memory_order_acquire) == 1 ||
           node.holders.fetch_sub(1, std::memory_order_acq_rel) == 1;
  }
  template <class Node>
  static Node& own(Node*& place, Writer, const Root&);
  Root& own_root(Writer, End);
  static void end(PageHead*, const Root&) noexcept;
  template <class Below>
  static void end(Fan<Below>*, const Root&) noexcept;
  static void end_root(Root*) noexcept;

  const Block* block(std::uint32_t p) const {
    const std::uint32_t b = p >> 2 * fan;
    return root_ != nullptr && b < root_->blocks.size() ? root_->blocks[b] : nullptr;
  }
  static const Chunk* chunk(const Block* block, std::uint32_t p) {
    return block == nullptr ? nullptr : block->below[p >> fan & fan_mask];
  }
  static const PageHead* below(const Chunk* chunk, std::uint32_t p) {
    return chunk == nullptr ? nullptr : chunk->below[p & fan_mask];
  }

  Root* root_ = nullptr;
};

}  // namespace kehoach::detail
