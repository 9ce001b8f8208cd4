// SPDX-License-Identifier: BSL-1.0
/// Number, date, issuer, title, signer: what the paper says of itself in its head and foot.
#pragma once

#include <kehoach/reader.hpp>

#include "reader/dates.hpp"
#include "reader/parts.hpp"
#include "reader/references.hpp"
#include "reader/symbol.hpp"

namespace kehoach::detail {

struct Letterhead {
  ReadDocument document;
  Range own_number;  ///< tokens of the number in the head or at the end
  bool number_blank = false;
  bool date_blank = false;
  int year = 0;  ///< of the place-and-date line, also where the day is blank
  bool number_at_end = false;
  std::uint32_t number_line = 0;
  std::uint32_t date_line = 0;
  Symbol symbol;
};

/// Number, date and place: before anything is cited.
Letterhead find_letterhead(const Source&, const Form&);
/// What needs the citations: a number that stands only in the annex caption, the issuer; then the
/// title and signer. True if the number came from the annex caption.
bool complete_letterhead(const Source&, const Form&, const Cited&, Letterhead&);

}  // namespace kehoach::detail
