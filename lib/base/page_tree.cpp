// SPDX-License-Identifier: BSL-1.0
#include "base/page_tree.hpp"

#include <memory>

#include "base/prefetch.hpp"

namespace kehoach::detail {
namespace {

template <class Nodes>
void call_heads(const Nodes& nodes) noexcept {
  for (const auto* node : nodes) call_for(node);
}

template <class Nodes>
void hold_all(const Nodes& nodes) noexcept {
  call_heads(nodes);
  for (auto* node : nodes)
    if (node != nullptr) node->holders.fetch_add(1, std::memory_order_relaxed);
}

template <class Node, class... Arguments>
Node* made(Memory memory, const Arguments&... arguments) {
  KeptAllocator<Node> allocator(memory);
  Node* const at = allocator.allocate(1);
  return std::construct_at(at, arguments...);
}

template <class Node>
void unmake(Node* node, Memory memory) noexcept {
  std::destroy_at(node);
  KeptAllocator<Node>(memory).deallocate(node, 1);
}

}  // namespace

/// The node itself where the writer made it or nobody else holds it, else a clone; a new one where
/// there is none. The place is in a node of the writer's own.
template <class Node>
Node& PageTree::own(Node*& place, Writer writer, const Root& root) {
  if (place != nullptr && place->writer == writer.number) return *place;
  if (place != nullptr && is_sole(*place)) {
    place->writer = writer.number;
    return *place;
  }
  Node* const before = place;
  place = before == nullptr ? made<Node>(root.memory) : made<Node>(root.memory, *before);
  place->writer = writer.number;
  if (before != nullptr) {
    hold_all(place->below);
    if (let_go(*before)) end(before, root);
  }
  return *place;
}

PageTree::Root& PageTree::own_root(Writer writer, End end_page) {
  if (root_ != nullptr && (root_->writer == writer.number || is_sole(*root_))) {
    root_->writer = writer.number;
    return *root_;
  }
  PageTree mine;
  mine.root_ = made<Root>(root_ == nullptr ? writer.memory : root_->memory, writer, end_page);
  if (root_ != nullptr) {
    mine.root_->memory = root_->memory;
    mine.root_->tops = root_->tops;
    hold_all(mine.root_->tops);
  }
  mine.root_->writer = writer.number;
  std::swap(root_, mine.root_);
  return *root_;
}

PageHead*& PageTree::place(std::uint32_t p, Writer writer, End end_page) {
  Root& root = own_root(writer, end_page);
  const std::uint32_t t = p >> top_shift;
  if (t == root.tops.size()) root.tops.emplace_back();
  Top& top = own(root.tops[t], writer, root);
  Block& block = own(top.at(p >> block_shift), writer, root);
  return own(block.at(p >> chunk_shift), writer, root).at(p);
}

void PageTree::end(PageHead* page, const Root& root) noexcept {
  root.end_page(page, root.memory);
}

template <class Below, unsigned bits>
void PageTree::end(Fan<Below, bits>* node, const Root& root) noexcept {
  call_heads(node->below);
  for (Below* below : node->below)
    if (below != nullptr && let_go(*below)) end(below, root);
  unmake(node, root.memory);
}

void PageTree::end_root(Root* root) noexcept {
  call_heads(root->tops);
  for (Top* top : root->tops)
    if (top != nullptr && let_go(*top)) end(top, *root);
  unmake(root, Memory(root->memory));
}

}  // namespace kehoach::detail
