// SPDX-License-Identifier: BSL-1.0
#include "base/page_tree.hpp"

#include <utility>

namespace kehoach::detail {

/// The node itself where the writer made it, else a clone of its own; a new one where there is none.
PageTree::Fan& PageTree::own(std::shared_ptr<void>& place, Writer writer) {
  auto* node = static_cast<Fan*>(place.get());
  if (node != nullptr && node->writer == writer.number) return *node;
  const KeptAllocator<Fan> memory(writer.memory);
  const auto mine = node == nullptr ? std::allocate_shared<Fan>(memory)
                                   : std::allocate_shared<Fan>(memory, std::as_const(*node));
  mine->writer = writer.number;
  place = mine;
  return *mine;
}

PageTree::Root& PageTree::own_root(Writer writer) {
  if (root_ != nullptr && root_->writer == writer.number) return *root_;
  const KeptAllocator<Root> memory(writer.memory);
  root_ = root_ == nullptr ? std::allocate_shared<Root>(memory, writer.memory)
                           : std::allocate_shared<Root>(memory, std::as_const(*root_));
  root_->writer = writer.number;
  return *root_;
}

std::shared_ptr<void>& PageTree::place(std::uint32_t p, Writer writer) {
  Root& root = own_root(writer);
  const std::uint32_t b = p >> 2 * fan;
  if (b == root.blocks.size()) root.blocks.emplace_back();
  Fan& block = own(root.blocks[b], writer);
  return own(block.below[p >> fan & fan_mask], writer).below[p & fan_mask];
}

}  // namespace kehoach::detail
