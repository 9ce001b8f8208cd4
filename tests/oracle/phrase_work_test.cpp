// SPDX-License-Identifier: BSL-1.0
/// Reading phrases is linear in the text, shown by counting work and not by a clock: the sources of
/// the reader are compiled once more with a call at the head of every basic block, and the calls are
/// counted. Whatever loops or looks back shows.
#include <kehoach/phrase.hpp>

#include <catch2/catch.hpp>

#include <cstdint>
#include <random>
#include <string>

#include "bench/phrase_examples.hpp"
#include "support/hostile_phrases.hpp"

namespace {
std::uint64_t blocks = 0;
}
extern "C" void __sanitizer_cov_trace_pc();  // what the compiler puts into each block
extern "C" void __sanitizer_cov_trace_pc() {
  ++blocks;
}

using namespace kehoach;
using namespace kehoach::test;

namespace {

PhraseContext context_2026() {
  PhraseContext context;
  context.issued = day(2026, 2, 10).value();
  return context;
}

std::uint64_t work(const std::string& text) {
  const std::uint64_t before = blocks;
  const auto phrases = read_phrases(text, context_2026());
  if (!phrases.ok()) REQUIRE(phrases.error().code == Errc::not_understood);
  return blocks - before;
}

constexpr std::size_t small = 1 << 12;
constexpr std::size_t factor = 8;
/// Blocks that one byte may cost; short days without a word between them cost most, some 390.
constexpr std::uint64_t most_a_byte = 600;

void check_linear(const std::string& piece) {
  INFO(piece);
  const std::uint64_t one = work(repeated(piece, small));
  const std::uint64_t many = work(repeated(piece, small * factor));
  // A fiftieth more for vectors that grow in steps; a square would be eight times as much.
  CHECK(many <= one * factor + one * factor / 50 + 1000);
  CHECK(many <= most_a_byte * small * factor);
}

}  // namespace

TEST_CASE("the work of reading is counted at all, and depends on the text alone") {
  CHECK(work("trước ngày 31/7/2025") > 100);
  CHECK(work("trước ngày 31/7/2025") == work("trước ngày 31/7/2025"));
}

TEST_CASE("eight times a hostile text is at most eight times the work") {
  for (const char* piece : hostile_pieces) check_linear(piece);
}

TEST_CASE("eight times any phrase, with or without an end of its sentence, is no more") {
  for (const PhraseExample& example : phrase_examples) {
    check_linear(std::string(example.text) + " ");
    check_linear(std::string(example.text) + ", ");
  }
}

TEST_CASE("eight times a random mixture of pieces is no more") {
  std::mt19937 random(400);
  for (int round = 0; round < 150; ++round) {
    std::string piece;
    for (unsigned i = random() % 5 + 2; i > 0; --i) {
      piece += hostile_pieces[random() % std::size(hostile_pieces)];
    }
    check_linear(piece);
  }
}

TEST_CASE("a megabyte of hostile text without a single end of a sentence comes back") {
  std::string text;
  for (const char* piece : hostile_pieces) text += repeated(piece, (1 << 20) / 48);
  CHECK(work(text) <= most_a_byte * text.size());
}
