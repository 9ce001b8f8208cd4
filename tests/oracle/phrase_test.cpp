// SPDX-License-Identifier: BSL-1.0
// Text nobody meant kindly: random, hostile, endless.
#include <kehoach/phrase.hpp>

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "bench/phrase_examples.hpp"
#include "support/hostile_phrases.hpp"
#include "support/phrase_notation.hpp"

using namespace kehoach;
using namespace kehoach::test;

namespace {

/// Comes back at all; that it takes linear work is counted in phrase_work_test.cpp.
bool comes_back(const std::string& text, const PhraseContext& context) {
  const auto phrases = read_phrases(text, context);
  return phrases.ok() || phrases.error().code != Errc::internal;
}

PhraseContext context_2026() {
  PhraseContext context;
  context.issued = day(2026, 2, 10).value();
  return context;
}

void check_sound(const std::string& text, const PhraseContext& context) {
  const auto phrases = read_phrases(text, context);
  if (!phrases.ok()) {
    REQUIRE(phrases.error().code == Errc::not_understood);
    return;
  }
  REQUIRE_FALSE(phrases->empty());
  for (const Phrase& p : *phrases) {
    REQUIRE(p.begin < p.end);
    REQUIRE(p.end <= text.size());
    if (p.rule.kind == DeadlineKind::by_date) REQUIRE(p.rule.last != no_date);
    if (p.rule.kind == DeadlineKind::impossible) REQUIRE(p.rule.written_day > 0);
  }
}

}  // namespace

TEST_CASE("a megabyte of each hostile text comes back") {
  const PhraseContext context = context_2026();
  std::string examples;
  for (const PhraseExample& example : phrase_examples) examples += std::string(example.text) + ", ";
  for (const char* piece : hostile_pieces) {
    INFO(piece);
    CHECK(comes_back(repeated(piece, 1 << 20), context));
  }
  CHECK(comes_back(repeated(examples, 1 << 20), context));
}

TEST_CASE("random bytes are read or not, and every span lies in the text") {
  std::mt19937 random(32);
  for (int round = 0; round < 3000; ++round) {
    std::string text(random() % 60, '\0');
    for (char& c : text) c = static_cast<char>(random());
    check_sound(text, context_2026());
  }
}

TEST_CASE("random pieces of phrases are read soundly, with and without a plan year") {
  std::mt19937 random(148);
  const char* pieces[] = {
      "trước",     "ngày",       "31",           "/",     "7",          "2025",
      "-",         ".",          "tháng",        "năm",   "quý",        "III",
      "hằng",      "định kỳ",    "báo cáo",      "từ",    "đến",        "hết",
      "cuối",      "đầu",        "giữa",         "của",   "kỳ báo cáo", "liền kề",
      "sau",       "và",         "hoặc",         ",",     "(",          ")",
      "6",         "9",          "lần",          "kể từ", "làm việc",   "ký",
      "17h00",     "khi có",     "chỉ tiêu",     "%",     ";",          "giai đoạn",
      "2026-2030", "tầm nhìn",   "chốt số liệu", "thứ",   "tuần",       "mỗi",
      "31/11",     "29/02",      "ngày 15",      "trong", "không quá",  "\u0323",
      "\xFF",      "99999999999"};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (unsigned i = random() % 14; i > 0; --i) {
      text += pieces[random() % std::size(pieces)];
      if (random() % 4 != 0) text += ' ';
    }
    INFO(text);
    check_sound(text, random() % 2 == 0 ? context_2026() : PhraseContext{});
  }
}

TEST_CASE("a plan year outside the library's days leaves the phrase open") {
  for (int year : {-1, 1, 1899, 2100, 2101, 30000}) {
    PhraseContext context;
    context.plan_year = year;
    for (const PhraseExample& example : phrase_examples) check_sound(example.text, context);
    for (const char* text :
         {"năm sau", "trong năm", "từ nay đến cuối năm", "trước 31/01 năm sau"}) {
      check_sound(text, context);
    }
  }
}

TEST_CASE("month zero is no month") {
  const auto phrases = read_phrases("ngày cuối cùng của tháng 0, ngày 17", context_2026());
  REQUIRE(phrases.ok());
  CHECK(phrases->front().rule.recurrence.month == 0);
  CHECK_FALSE(read_phrases("ngày 5/0/2026", context_2026()).ok());
}

TEST_CASE("a sentence between two others is read as it is alone") {
  const PhraseContext context = context_2026();
  for (const PhraseExample& example : phrase_examples) {
    const auto alone = read_phrases(example.text, context);
    const std::string text = std::string("Bệnh viện; ") + example.text + "; Sở Y tế";
    const auto inside = read_phrases(text, context);
    INFO(text);
    REQUIRE(inside.ok() == alone.ok());
    if (alone.ok()) CHECK(row(*inside) == row(*alone));
  }
}
