// SPDX-License-Identifier: BSL-1.0
#include "model/document_record.hpp"

namespace kehoach::detail {

std::uint32_t DocumentRecord::add(WordPool& words, const DocumentTexts& texts,
                                  const std::vector<DocumentRelation>& relations, StringPool& pool,
                                  Writer writer) {
  const bool any_text = (texts.key | texts.symbol | texts.type | texts.title) != 0;
  if (!any_text && relations.empty()) return 0;
  const std::uint32_t at = words.size();
  const auto word = [&](std::uint32_t w) { words.push_back(w, writer); };
  word(static_cast<std::uint32_t>(relations.size()) | (any_text ? with_texts : 0));
  if (any_text)
    for (const TextRef text : {texts.key, texts.symbol, texts.type, texts.title}) word(text);
  for (const DocumentRelation& r : relations) {
    const bool cites = !r.cited_symbol.empty() || r.cited_date != no_date;
    word(static_cast<std::uint32_t>(r.relation) | (cites ? with_citation : 0) |
         (r.via ? with_via : 0));
    word(r.to.value());
    if (cites) {
      word(pool.add(r.cited_symbol, writer.memory));
      word(static_cast<std::uint32_t>(day_number(r.cited_date)));
    }
    if (r.via) word(r.via.value());
  }
  return at;
}

}  // namespace kehoach::detail
