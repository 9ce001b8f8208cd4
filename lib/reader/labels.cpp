// SPDX-License-Identifier: BSL-1.0
#include "reader/labels.hpp"

namespace kehoach::detail {

std::vector<LabelValue> labels_in(const Source& source, Range r, bool at_start_only) {
  std::vector<LabelValue> all;
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    const Mark* mark = source.marks.at(t, Kind::label);
    if (!mark) continue;
    std::uint32_t after = t + mark->length;
    const bool start = t == r.begin;
    if (source.sign(after, '(') && start) {  // "Đơn vị chủ trì (thực hiện):"
      while (after < r.end && !source.sign(after, ':')) ++after;
    }
    const bool colon = after < r.end && source.sign(after, ':');
    const bool placed = start || source.sign(t - 1, ".;(-,") || (source.token(t).upper && colon);
    if (!placed || (!colon && !(start && at_start_only))) continue;
    if (!start && !source.token(t).upper && !source.sign(t - 1, ".;(-,")) continue;
    if (!all.empty()) all.back().value.end = t;
    all.push_back({source.lexicon.value(*mark), {t, after}, {colon ? after + 1 : after, r.end}});
    t = after;
  }
  for (LabelValue& label : all) {
    while (!label.value.empty() && source.sign(label.value.end - 1, ".;,-()")) {
      if (source.sign(label.value.end - 1, ')')) {
        std::uint32_t open = label.value.begin;
        while (open < label.value.end && !source.sign(open, '(')) ++open;
        if (open < label.value.end - 1) break;
      }
      --label.value.end;
    }
  }
  return all;
}

}  // namespace kehoach::detail
