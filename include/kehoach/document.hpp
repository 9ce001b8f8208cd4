// SPDX-License-Identifier: BSL-1.0
/// Papers and the relations between them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <kehoach/date.hpp>
#include <kehoach/id.hpp>

namespace kehoach {

enum class Relation : std::uint8_t {
  implements = 0,
  legal_basis = 1,
  amends = 2,
  replaces = 3,
  repeals = 4,
  extends = 5,
  suspends = 6,
  attached_to = 7,
  cites = 8,
  proposed_by = 9,
  directed_by = 10,
};

/// One mention of another document, as this one writes it.
struct DocumentRelation {
  Relation relation = Relation::implements;
  DocumentId to;
  std::string cited_symbol;   ///< as written here, if it differs from the document's own symbol
  Date cited_date = no_date;  ///< as written here
  DocumentId via;             ///< cited only inside the title of that document; none: directly
};

struct DocumentSpec {
  std::string key;
  std::string symbol;  ///< "84/KH-SYT"; "" if the paper has none
  std::string type;    ///< "KH", "NQ" …
  UnitId issuer;
  Date issued = no_date;  ///< `no_date`: the paper does not say
  std::string title;
  std::vector<DocumentRelation> relations;
};

}  // namespace kehoach
