// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstddef>

#include "reader/outline_steps.hpp"

namespace kehoach::detail {
namespace {

class Sharing {
 public:
  Sharing(Outline& outline, const Page& page, const std::vector<Block>& blocks, const Marks& marks)
      : out_(outline), page_(page), blocks_(blocks), marks_(marks) {}

  /// Labels that stand once, behind the last of several sub-items, are shared by all of them.
  void share_labels() {
    for (Node& parent : out_.nodes) {
      if (parent.children.size() < 2 || parent.section || !parent.labels.empty()) continue;
      const std::uint32_t last = parent.children.back();
      if (node(last).labels.empty()) continue;
      const bool only_last = std::all_of(
          parent.children.begin(), parent.children.end() - 1,
          [&](std::uint32_t c) { return node(c).labels.empty() && node(c).children.empty(); });
      if (!only_last) continue;
      parent.labels = std::move(node(last).labels);
      node(last).labels.clear();
      parent.last_block = parent.labels.back();
    }
  }

  /// Behind a list of one-paragraph items a further paragraph belongs to all of them, not to the
  /// last: "… Báo cáo gửi về Sở Y tế trước ngày 20/9/2025".
  void part_closing_paragraphs() {
    const std::size_t count = out_.nodes.size();
    for (std::uint32_t p = 0; p < count; ++p) {
      std::vector<std::uint32_t> children = node(p).children;
      while (!children.empty() && node(children.back()).marker.kind == MarkerKind::none)
        children.pop_back();
      if (children.size() < 2) continue;
      const std::uint32_t last = children.back();
      if (node(last).paragraphs.empty() || !node(last).labels.empty()) continue;
      const bool simple = std::all_of(children.begin(), children.end(), [&](std::uint32_t c) {
        const Node& item = node(c);
        return item.marker.kind == MarkerKind::arabic && item.children.empty() && sentence(item) &&
               (c == last || (item.paragraphs.empty() && item.labels.empty()));
      });
      if (simple)
        part(p, last, 0);
      else if (reports_for_all(children, last))
        part(p, last, node(last).paragraphs.size() - 1);
    }
  }

 private:
  Node& node(std::uint32_t n) { return out_.nodes[n]; }
  bool sentence(const Node& item) const {
    return !item.body.empty() && ends_sentence(page_, item.body);
  }

  /// Behind items of a heading and one paragraph each, "Báo cáo kết quả …" speaks to all of them.
  bool reports_for_all(const std::vector<std::uint32_t>& children, std::uint32_t last) {
    const std::vector<std::uint32_t>& paragraphs = node(last).paragraphs;
    if (paragraphs.size() < 2 || !node(last).children.empty()) return false;
    const bool others = std::all_of(children.begin(), children.end(), [&](std::uint32_t c) {
      return node(c).marker.kind == MarkerKind::arabic &&
             (c == last || node(c).paragraphs.size() <= 1);
    });
    return others && marks_.cue(blocks_[paragraphs.back()].body.begin, Cue::report) != 0;
  }

  /// Takes the paragraphs of `last` from number `keep` on to the parent.
  void part(std::uint32_t parent, std::uint32_t last, std::size_t keep) {
    std::vector<std::uint32_t>& own = node(last).paragraphs;
    const std::vector<std::uint32_t> paragraphs(own.begin() + static_cast<std::ptrdiff_t>(keep),
                                                own.end());
    own.resize(keep);
    node(last).last_block = keep == 0 ? node(last).block : own.back();
    for (std::uint32_t b : paragraphs)
      out_.add_paragraph(parent, b, blocks_[b].tokens, node(parent).zone);
  }

  Outline& out_;
  const Page& page_;
  const std::vector<Block>& blocks_;
  const Marks& marks_;
};

}  // namespace

void share_among_items(Outline& outline, const Page& page, const std::vector<Block>& blocks,
                       const Marks& marks) {
  Sharing sharing(outline, page, blocks, marks);
  sharing.share_labels();
  sharing.part_closing_paragraphs();
}

}  // namespace kehoach::detail
