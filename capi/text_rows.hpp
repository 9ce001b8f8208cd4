// SPDX-License-Identifier: BSL-1.0
// Rows whose strings lie in the caller's pool.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "structs.hpp"
#include "text.hpp"

namespace kehoach::capi {

template <std::size_t N>
using Texts = std::array<std::string_view, N>;
template <std::size_t N>
using Placed = std::array<const char*, N>;

template <std::size_t N>
Placed<N> place(TextPool& pool, const Texts<N>& texts) noexcept {
  Placed<N> placed{};
  for (std::size_t i = 0; i < N; ++i) placed[i] = pool.add(texts[i]);
  return placed;
}

// `texts(element)` lists the strings of a row, `row(element, placed)` makes it from where they came
// to lie. The strings of rows that are not written are counted all the same.
template <class Row, class Elements, class TextsOf, class RowOf>
void write_rows(const RowsOut<Row>& out, TextPool pool, const Elements& elements,
                const TextsOf& texts, const RowOf& row) noexcept {
  std::size_t i = 0;
  for (const auto& element : elements) {
    const auto strings = texts(element);
    if (i < out.capacity()) {
      out.set(i, row(element, place(pool, strings)));
    } else {
      for (const std::string_view text : strings) pool.count(text);
    }
    ++i;
  }
  pool.finish();
  out.finish(elements.size());
}

}  // namespace kehoach::capi
