// SPDX-License-Identifier: BSL-1.0
/// A vector in pages that copies share: copying costs one pointer, writing clones only the page written
/// to and the three nodes above it. It lets a snapshot, a branch and the edit in progress hold the same
/// plans. Nodes are narrow, as a clone counts up one reference, somewhere in memory, for each node
/// below it.
///
/// A page may be written in place by the edit that made it and by nobody else: pages carry the
/// number (`writer`) of that edit, so no reference count is ever asked about other threads.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace kehoach::detail {

/// Number of one edit; unique among an engine and all its branches. 0 writes nothing.
using Writer = std::uint64_t;

template <class T, unsigned Shift = 8>
class Column {
 public:
  std::uint32_t size() const noexcept { return size_; }
  const T& operator[](std::uint32_t i) const noexcept {
    return root_->blocks[i >> block_shift]
        ->chunks[i >> chunk_shift & fan_mask]
        ->pages[i >> Shift & fan_mask]
        ->rows[i & mask];
  }

  /// Row `i` for writing by `writer`.
  T& edit(std::uint32_t i, Writer writer) {
    // Who owns a page owns what is above it.
    Page* page = root_->blocks[i >> block_shift]
                     ->chunks[i >> chunk_shift & fan_mask]
                     ->pages[i >> Shift & fan_mask]
                     .get();
    if (page->writer != writer) page = own(i, writer);
    return page->rows[i & mask];
  }
  /// Row `i` is soon read or written.
  void prefetch(std::uint32_t i) const noexcept { __builtin_prefetch(&(*this)[i], 1); }

  void push_back(T value, Writer writer) {
    if ((size_ & mask) == 0)
      open_page(writer);
    else if (last_->writer != writer)
      own(size_, writer);
    last_->rows[size_++ & mask] = std::move(value);
  }
  /// Appends `count` rows; in one go where they fit in the last page.
  void append(const T* rows, std::uint32_t count, Writer writer) {
    const std::uint32_t at = size_ & mask;
    if (at != 0 && count <= mask + 1 - at && last_->writer == writer) {
      std::copy(rows, rows + count, last_->rows + at);
      size_ += count;
      return;
    }
    for (std::uint32_t i = 0; i < count; ++i) push_back(rows[i], writer);
  }
  void resize(std::uint32_t size, const T& value, Writer writer) {
    while (size_ < size) push_back(value, writer);
  }
  void clear() {
    root_.reset();
    last_ = nullptr;
    size_ = 0;
  }

  /// Calls visit(i) for every row of a page that the two do not share; rows only one of them has are
  /// included.
  template <class Visit>
  void each_unshared(const Column& other, Visit&& visit) const {
    const std::uint32_t most = std::max(size_, other.size_);
    for (std::uint32_t b = 0; (std::uint64_t{b} << block_shift) < most; ++b) {
      const Block* x = block(b);
      const Block* y = other.block(b);
      if (x == y) continue;
      for (std::uint32_t c = 0; c <= fan_mask; ++c)
        each_unshared(x == nullptr ? nullptr : x->chunks[c].get(),
                      y == nullptr ? nullptr : y->chunks[c].get(),
                      (b << block_shift) + (c << chunk_shift), most, visit);
    }
  }

 private:
  static constexpr unsigned fan = 4;
  static constexpr unsigned chunk_shift = Shift + fan;
  static constexpr unsigned block_shift = chunk_shift + fan;
  static constexpr std::uint32_t mask = (1u << Shift) - 1;
  static constexpr std::uint32_t fan_mask = (1u << fan) - 1;
  struct Page {
    Page() = default;
    explicit Page(Writer w) : writer(w) {}
    Writer writer = 0;
    T rows[std::size_t{1} << Shift]{};
  };
  struct Chunk {
    Writer writer = 0;
    std::shared_ptr<Page> pages[std::size_t{1} << fan];
  };
  struct Block {
    Writer writer = 0;
    std::shared_ptr<Chunk> chunks[std::size_t{1} << fan];
  };
  struct Root {
    Writer writer = 0;
    std::vector<std::shared_ptr<Block>> blocks;
  };

  const Block* block(std::uint32_t b) const {
    return root_ != nullptr && b < root_->blocks.size() ? root_->blocks[b].get() : nullptr;
  }
  /// Of two chunks whose rows begin with `first`, or null.
  template <class Visit>
  static void each_unshared(const Chunk* a, const Chunk* b, std::uint32_t first, std::uint32_t most,
                            Visit&& visit) {
    if (a == b) return;
    for (std::uint32_t p = 0; p <= fan_mask; ++p, first += mask + 1) {
      const Page* x = a == nullptr ? nullptr : a->pages[p].get();
      const Page* y = b == nullptr ? nullptr : b->pages[p].get();
      if (x == y) continue;
      for (std::uint32_t i = first; i < most && i - first <= mask; ++i) visit(i);
    }
  }
  /// The node itself where the writer made it, else a clone of its own; a new one where there is none.
  template <class Node>
  static Node& own_node(std::shared_ptr<Node>& node, Writer writer) {
    if (node == nullptr || node->writer != writer) {
      node = node == nullptr ? std::make_shared<Node>() : std::make_shared<Node>(*node);
      node->writer = writer;
    }
    return *node;
  }
  Page* own(std::uint32_t i, Writer writer) {
    Root& root = own_node(root_, writer);
    Block& block = own_node(root.blocks[i >> block_shift], writer);
    Chunk& chunk = own_node(block.chunks[i >> chunk_shift & fan_mask], writer);
    Page* page = &own_node(chunk.pages[i >> Shift & fan_mask], writer);
    if (i >> Shift == size_ >> Shift) last_ = page;
    return page;
  }
  void open_page(Writer writer) {
    Root& root = own_node(root_, writer);
    const std::uint32_t b = size_ >> block_shift;
    if (b == root.blocks.size()) root.blocks.emplace_back();
    Block& block = own_node(root.blocks[b], writer);
    Chunk& chunk = own_node(block.chunks[size_ >> chunk_shift & fan_mask], writer);
    auto& page = chunk.pages[size_ >> Shift & fan_mask];
    page = std::make_shared<Page>(writer);
    last_ = page.get();
  }

  std::shared_ptr<Root> root_;
  Page* last_ = nullptr;  ///< the page that the next row goes to, if there is room in it
  std::uint32_t size_ = 0;
};

}  // namespace kehoach::detail
