// SPDX-License-Identifier: BSL-1.0
/// Pages by number, whatever is in them, in a tree that copies share: what stands above the rows of a
/// `Column`. Nodes are narrow, as a clone counts up one reference, somewhere in memory, for each node
/// below it. Nodes and pages carry the number of the edit that made them.
#pragma once

#include <cstdint>
#include <memory>

#include "base/writer.hpp"

namespace kehoach::detail {

class PageTree {
 public:
  /// A page that is there.
  void* page(std::uint32_t p) const noexcept {
    const auto* block = static_cast<const Fan*>(root_->blocks[p >> 2 * fan].get());
    const auto* chunk = static_cast<const Fan*>(block->below[p >> fan & fan_mask].get());
    return chunk->below[p & fan_mask].get();
  }
  /// Where the page hangs, with everything above it the writer's own: to be put there, or replaced.
  /// There are no gaps between pages.
  std::shared_ptr<void>& place(std::uint32_t p, Writer writer);

  /// Calls visit(p) for every one of the first `pages` that the two do not share.
  template <class Visit>
  void each_unshared(const PageTree& other, std::uint32_t pages, Visit&& visit) const {
    for (std::uint32_t p = 0; p < pages;) {
      const Fan *a = block(p), *b = other.block(p);
      if (a == b) {
        p = (p | block_mask) + 1;
        continue;
      }
      a = chunk(a, p), b = chunk(b, p);
      if (a == b) {
        p = (p | fan_mask) + 1;
        continue;
      }
      if (below(a, p) != below(b, p)) visit(p);
      ++p;
    }
  }

 private:
  static constexpr unsigned fan = 4;
  static constexpr std::uint32_t fan_mask = (1u << fan) - 1;
  static constexpr std::uint32_t block_mask = (1u << 2 * fan) - 1;
  struct Fan {
    std::uint64_t writer = 0;
    std::shared_ptr<void> below[std::size_t{1} << fan];
  };
  struct Root {
    explicit Root(Memory memory) : blocks(memory) {}
    std::uint64_t writer = 0;
    KeptVector<std::shared_ptr<void>> blocks;
  };
  static Fan& own(std::shared_ptr<void>& place, Writer);
  Root& own_root(Writer);

  const Fan* block(std::uint32_t p) const {
    const std::uint32_t b = p >> 2 * fan;
    return root_ != nullptr && b < root_->blocks.size()
               ? static_cast<const Fan*>(root_->blocks[b].get())
               : nullptr;
  }
  static const Fan* chunk(const Fan* block, std::uint32_t p) {
    return block == nullptr ? nullptr
                            : static_cast<const Fan*>(block->below[p >> fan & fan_mask].get());
  }
  static const void* below(const Fan* chunk, std::uint32_t p) {
    return chunk == nullptr ? nullptr : chunk->below[p & fan_mask].get();
  }

  std::shared_ptr<Root> root_;
};

}  // namespace kehoach::detail
