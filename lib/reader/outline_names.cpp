// SPDX-License-Identifier: BSL-1.0
#include "reader/outline_steps.hpp"

namespace kehoach::detail {
namespace {

/// The path that numbers like "2.1" under "2" go on from: that of the item without its number.
std::string decimal_base(const Node& parent) {
  const std::string& path = parent.path;
  const std::string& label = parent.marker.label;
  if (path.size() > label.size()) return path.substr(0, path.size() - label.size() - 1);
  return {};
}

}  // namespace

void name_items(Outline& outline) {
  for (std::uint32_t n = 0; n < outline.nodes.size(); ++n) {
    Node& item = outline.nodes[n];
    if (item.parent == n) {
      item.path = item.annex ? "PL" : "";
      continue;
    }
    const Node& parent = outline.nodes[item.parent];
    std::string label = item.marker.label;
    std::string base = parent.path;
    if (is_dashed(item.marker.kind)) label = "-" + std::to_string(item.ordinal);
    if (item.marker.kind == MarkerKind::none) label = "p" + std::to_string(item.ordinal);
    if (item.marker.kind == MarkerKind::decimal && is_below(label, parent.marker.label)) {
      base = outline.nodes[parent.parent].path;
      if (parent.marker.kind == MarkerKind::decimal) base = decimal_base(parent);
    }
    item.path = base.empty() ? label : base + "." + label;
  }
}

}  // namespace kehoach::detail
