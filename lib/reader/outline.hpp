// SPDX-License-Identifier: BSL-1.0
/// The tree of items under sections, with the path of each and the zone it lies in.
///
///     II. MỤC TIÊU                       II
///     2. Chỉ tiêu theo giai đoạn         II.2
///     1. Đến năm 2030                    II.2.1      (numbering restarts below "2.")
///     a) Tuổi thọ trung bình …           II.2.1.a
///     - Đơn vị chủ trì: …                             a label of the item above, no item
///     III. NHIỆM VỤ                      III
///     2.1. Tháo gỡ …                     III.2.1
///     - Rà soát …                        III.2.1.-1
///
/// Levels follow the numbering itself, not the indentation, which extraction loses: a marker goes
/// to the deepest open level of its kind whose count it continues; "1" again opens a level below.
#pragma once

#include <string>
#include <vector>

#include "reader/block.hpp"
#include "reader/zone.hpp"

namespace kehoach::detail {

struct Node {
  std::uint32_t block = 0;
  Marker marker;
  Range tokens;               ///< marker and first paragraph
  Range body;                 ///< first paragraph without marker
  std::uint32_t parent = 0;   ///< node 0 is the root
  std::uint32_t ordinal = 0;  ///< among the children of its parent, from 1
  std::vector<std::uint32_t> children;
  std::vector<std::uint32_t> paragraphs;  ///< blocks without marker that continue it
  std::vector<std::uint32_t> labels;      ///< blocks that are label lines of it
  std::uint32_t last_block = 0;  ///< last block of the item with its labels, without children
  Zone zone = Zone::none;
  bool section = false;  ///< a heading of the first level
  bool annex = false;    ///< inside an annex that follows the document
  bool implied = false;  ///< its number was lost and is counted on
  std::string path;
};

struct Outline {
  /// Puts an item under `parent`, behind the others there; its number.
  std::uint32_t add(std::uint32_t parent, Node item);
  /// One without marker: block `b`.
  void add_paragraph(std::uint32_t parent, std::uint32_t b, Range text, Zone);

  std::vector<Node> nodes;
  std::vector<std::uint32_t> duplicates;  ///< nodes whose number stands twice at their level
  std::vector<std::uint32_t> gaps;        ///< nodes before which a number is left out
};

/// What the outline is made from: the text's parts as ranges of blocks.
struct Parts {
  std::uint32_t body = 0;      ///< first block behind the title
  std::uint32_t body_end = 0;  ///< recipients, signature, annex or slip begin
  std::uint32_t annex = 0;     ///< first block of the annex; `blocks.size()` without one
  std::uint32_t annex_end = 0;
};

Outline make_outline(const Page&, const std::vector<Block>&, const Marks&, const Lexicon&,
                     const Parts&);

}  // namespace kehoach::detail
