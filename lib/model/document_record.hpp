// SPDX-License-Identifier: BSL-1.0
/// A document's texts and relations as words in a pool:
///
///     count and whether texts follow [key symbol type title] relations…
///
/// A relation is its kind and which of its parts follow, the other document, [cited symbol and date],
/// [via]. A document that only implements another has no record.
#pragma once

#include <cstdint>

#include <kehoach/cascade.hpp>

#include "base/string_pool.hpp"
#include "model/rows.hpp"
#include "model/word_pool.hpp"

namespace kehoach::detail {

class DocumentRecord {
 public:
  DocumentRecord(const WordPool& words, const DocumentRow& row) : words_(words) {
    std::uint32_t at = row.record;
    if (row.only_upper != 0) only_upper_ = DocumentId(at), at = 0;
    if (at == 0) return;
    const std::uint32_t header = words[at++];
    count_ = header & ~with_texts;
    if ((header & with_texts) != 0) texts_at_ = at, at += 4;
    relations_at_ = at;
  }

  DocumentTexts texts() const {
    if (texts_at_ == 0) return {};
    return {words_[texts_at_], words_[texts_at_ + 1], words_[texts_at_ + 2], words_[texts_at_ + 3]};
  }
  /// Calls visit(RelationRow) for every relation, in the order given.
  template <class Visit>
  void each_relation(Visit&& visit) const {
    if (only_upper_) visit(RelationRow{Relation::implements, only_upper_, 0, no_date, {}});
    std::uint32_t at = relations_at_;
    for (std::uint32_t i = 0; i < count_; ++i) {
      const std::uint32_t head = words_[at];
      RelationRow r{static_cast<Relation>(head & 0xFF), DocumentId(words_[at + 1]), 0, no_date, {}};
      at += 2;
      if ((head & with_citation) != 0) {
        r.cited_symbol = words_[at];
        r.cited_date = from_day_number(static_cast<std::int32_t>(words_[at + 1]));
        at += 2;
      }
      if ((head & with_via) != 0) r.via = DocumentId(words_[at++]);
      visit(r);
    }
  }

  /// Fills `record` and `only_upper` of the row of these texts and relations; appends their record, if
  /// they need one.
  static void add(DocumentRow&, WordPool&, const DocumentTexts&,
                  const std::vector<DocumentRelation>&, StringPool&, Writer);

 private:
  static constexpr std::uint32_t with_texts = 1u << 31;
  static constexpr std::uint32_t with_citation = 1u << 8, with_via = 1u << 9;

  const WordPool& words_;
  std::uint32_t count_ = 0;
  std::uint32_t texts_at_ = 0;  ///< 0: none
  std::uint32_t relations_at_ = 0;
  DocumentId only_upper_;
};

}  // namespace kehoach::detail
