// SPDX-License-Identifier: BSL-1.0
/// Number symbols of papers, in every way they are written, to one official form.
///
/// | written                | official form       |
/// |------------------------|---------------------|
/// | 139/NQ-⏎CP             | 139/NQ-CP           |
/// | 84 /KH-SYT             | 84/KH-SYT           |
/// | 547/KH-TU              | 547-KH/TU           |
/// | 66.7/2025.NQ-CP        | 66.7/2025/NQ-CP     |
/// | 05 KH/BCSĐ             | 05-KH/BCSĐ          |
/// | 1956/qđ-ttg            | 1956/QĐ-TTg         |
/// | 1l05/SYT-NVY           | 1105/SYT-NVY        |
/// | 244/SKHCN-BCVT&CĐS     | 244/SKHCN-BCVT&CĐS  |
/// | Số:      /KH-BHXH      | none: blank number  |
#pragma once

#include <string>

#include "reader/source.hpp"

namespace kehoach::detail {

struct Symbol {
  std::string official;  ///< empty if the number is blank
  std::string number;
  std::string type;    ///< code, empty for official letters
  std::string issuer;  ///< issuer code ("SYT", "TU")
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  ///< first token behind it; 0: no symbol
  bool blank = false;     ///< "/KH-SYT" without a number
  bool party = false;
  bool malformed = false;  ///< blanks or separators against the rules
  char style = '/';        ///< what stands behind the number: '/' or '-'

  explicit operator bool() const { return end != 0; }
};

/// The symbol at `at`, a number token. `announced`: "số" stands before it, so less is asked of it.
Symbol symbol_at(const Source&, std::uint32_t at, std::uint32_t end, bool announced);
/// The symbol whose number is blank, at the slash: "/KH-SYT", "…/QĐ-UBND".
Symbol blank_symbol_at(const Source&, std::uint32_t at, std::uint32_t end);

/// Equal but for separators, case and leading zeros.
std::string symbol_key(std::string_view official);

}  // namespace kehoach::detail
