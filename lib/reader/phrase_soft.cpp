// SPDX-License-Identifier: BSL-1.0
#include <array>

#include "reader/phrase_parser.hpp"

namespace kehoach::detail {
namespace {

struct Soft {
  Words words;
  PhraseKind kind;
};

// Longer wordings stand before those they begin with.
constexpr std::array soft_words = {
    Soft{"thường xuyên", PhraseKind::ongoing},
    Soft{"liên tục", PhraseKind::ongoing},
    Soft{"quanh năm", PhraseKind::ongoing},
    Soft{"đột xuất", PhraseKind::on_demand},
    Soft{"khi có yêu cầu", PhraseKind::on_demand},
    Soft{"khi được yêu cầu", PhraseKind::on_demand},
    Soft{"khi cần thiết", PhraseKind::on_demand},
    Soft{"khi cần", PhraseKind::on_demand},
    Soft{"theo yêu cầu", PhraseKind::on_demand},
    Soft{"theo quy định", PhraseKind::by_reference},
    Soft{"đúng quy định", PhraseKind::by_reference},
    Soft{"theo tiến độ", PhraseKind::by_reference},
    Soft{"theo lộ trình", PhraseKind::by_reference},
    Soft{"theo kế hoạch", PhraseKind::by_reference},
    Soft{"theo hướng dẫn", PhraseKind::by_reference},
    Soft{"theo chỉ đạo", PhraseKind::by_reference},
    Soft{"kịp thời", PhraseKind::vague},
    Soft{"khẩn trương", PhraseKind::vague},
    Soft{"từng bước", PhraseKind::vague},
    Soft{"nhanh chóng", PhraseKind::vague},
    Soft{"sớm nhất", PhraseKind::vague},
    Soft{"trước mắt", PhraseKind::vague},
    Soft{"thời gian đến", PhraseKind::vague},
    Soft{"thời gian tới", PhraseKind::vague},
    Soft{"giai đoạn hiện nay", PhraseKind::vague},
    Soft{"hiện nay", PhraseKind::vague},
    Soft{"sắp tới", PhraseKind::vague},
    Soft{"đúng tiến độ", PhraseKind::vague},
};

}  // namespace

/// Words about time that hold no day. Neighbours of one kind are one phrase.
bool PhraseParser::soft() {
  const std::size_t begin = c_.at();
  for (const Soft& entry : soft_words) {
    if (!c_.accept(entry.words)) continue;
    const bool again = out_.size() > sentence_.first_phrase && last_end_ + 1 >= begin &&
                       out_.back().kind == entry.kind;
    if (again) {
      out_.back().end = text_.span(c_[c_.at() - 1].begin, c_[c_.at() - 1].end).end;
      last_end_ = c_.at();
      return true;
    }
    Phrase& p = add(entry.kind, begin);
    if (entry.kind == PhraseKind::ongoing) {
      p.rule.kind = DeadlineKind::ongoing;
      sentence_.ongoing = out_.size();
    }
    return true;
  }
  return false;
}

}  // namespace kehoach::detail
