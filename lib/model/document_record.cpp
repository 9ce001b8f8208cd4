// SPDX-License-Identifier: BSL-1.0
#include "model/document_record.hpp"

namespace kehoach::detail {

namespace {

bool cites(const DocumentRelation& r) {
  return !r.cited_symbol.empty() || r.cited_date != no_date;
}

}  // namespace

void DocumentRecord::add(DocumentRow& row, WordPool& words, const DocumentTexts& texts,
                         const std::vector<DocumentRelation>& relations, StringPool& pool,
                         Writer writer) {
  const bool any_text = (texts.key | texts.symbol | texts.type | texts.title) != 0;
  if (!any_text && relations.empty()) return;
  if (!any_text && relations.size() == 1) {
    const DocumentRelation& r = relations.front();
    if (r.relation == Relation::implements && r.to && !cites(r) && !r.via) {
      row.record = r.to.value();
      row.only_upper = 1;
      return;
    }
  }
  row.record = words.size();
  const auto word = [&](std::uint32_t w) { words.push_back(w, writer); };
  word(static_cast<std::uint32_t>(relations.size()) | (any_text ? with_texts : 0));
  if (any_text)
    for (const TextRef text : {texts.key, texts.symbol, texts.type, texts.title}) word(text);
  for (const DocumentRelation& r : relations) {
    word(static_cast<std::uint32_t>(r.relation) | (cites(r) ? with_citation : 0) |
         (r.via ? with_via : 0));
    word(r.to.value());
    if (cites(r)) {
      word(pool.add(r.cited_symbol, writer.memory));
      word(static_cast<std::uint32_t>(day_number(r.cited_date)));
    }
    if (r.via) word(r.via.value());
  }
}

}  // namespace kehoach::detail
