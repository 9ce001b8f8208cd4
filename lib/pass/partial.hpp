// SPDX-License-Identifier: BSL-1.0
/// What is inside a partial: sums by labels, and what is needed to merge them exactly.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <kehoach/partial.hpp>

#include "pass/places.hpp"

namespace kehoach {

struct Partial::State {
  /// A row or column: 0 for all, else 1 + index into `labels`.
  struct SumCell {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    Rollup sum;
  };
  enum class Kind : std::uint8_t { inner = 0, leaf = 1, closed_leaf = 2 };
  struct Own {
    std::uint64_t key = 0;    ///< hash
    std::uint64_t place = 0;  ///< hash
    Kind kind = Kind::inner;
  };
  struct Leaf {
    std::string key;
    std::int32_t weight = 0;
    std::int16_t progress = -1;  ///< as counted: 10,000 if done
    std::uint32_t set = 0;
  };
  struct Foreign {
    std::string key;
    std::uint64_t place = 0;
    bool implemented = false;
  };

  std::string question;
  std::vector<std::string> labels;               ///< ascending, each once, each used
  std::vector<SumCell> cells;                    ///< by row, then column, each once
  std::vector<Own> own;                          ///< by key hash
  std::vector<std::vector<std::uint32_t>> sets;  ///< of indices into `cells`, ascending, each used
  std::vector<Leaf> leaves;                      ///< by key
  std::vector<Foreign> foreign;                  ///< by key
};

namespace detail {

/// FNV-1a, 64 bits.
constexpr std::uint64_t hash_text(std::string_view text,
                                  std::uint64_t hash = 0xCBF2'9CE4'8422'2325) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100'0000'01B3;
  return hash;
}

/// `missing_field` with the item that has no key, or neither issuer nor lead.
Result<Partial> partial(const Scoped&, const PartialSpec&);

/// What a leaf adds to each of its cells besides its status.
Rollup leaf_part(std::int32_t weight, std::int16_t progress);

/// Labels, cells and sets in their one order, without those that nothing uses.
void make_canonical(Partial::State&);

}  // namespace detail
}  // namespace kehoach
