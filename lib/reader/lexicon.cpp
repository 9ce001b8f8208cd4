// SPDX-License-Identifier: BSL-1.0
#include "reader/lexicon.hpp"

#include <array>
#include <bit>
#include <tuple>

namespace kehoach::detail {
namespace {

constexpr std::uint16_t first_word = 256;  // below: marks, by their sign

constexpr std::array<std::string_view, static_cast<std::size_t>(Kind::none)> kind_names = {
    "type", "unit", "unit_idiom", "label", "relation", "bound", "verb", "zone", "cue", "measure"};

constexpr std::array<std::string_view, static_cast<std::size_t>(Cue::count_)> cue_names = {
    "every",      "and",       "with_and",  "of",        "about",    "subject",      "at",
    "number",     "day",       "month",     "year",      "modifier", "no_unit",      "stop",
    "joiner",     "via",       "assign",    "lead_verb", "with",     "support_verb", "annex",
    "recipients", "addressee", "closing",   "preamble",  "based_on", "issues",       "motto",
    "place",      "province",  "signature", "title",     "filing",   "report",       "send",
    "sum_up",     "in_order",  "ad_hoc",    "milestone", "final",    "regulation",   "condition",
    "dangling"};

std::uint64_t cue_bit(std::string_view name) {
  for (std::size_t i = 0; i < cue_names.size(); ++i) {
    if (cue_names[i] == name) return std::uint64_t{1} << i;
  }
  return 0;
}

Kind kind_of(std::string_view name) {
  for (std::size_t i = 0; i < kind_names.size(); ++i) {
    if (kind_names[i] == name) return static_cast<Kind>(i);
  }
  return Kind::none;
}

std::uint16_t token_word(const Token& t) {
  return t.kind == TokenKind::mark ? static_cast<std::uint16_t>(static_cast<unsigned char>(t.sign))
                                   : t.word;
}

std::uint64_t edge(std::uint32_t node, std::uint16_t word) {
  return std::uint64_t{node} << 16 | word;
}

std::size_t slot(std::uint64_t key, std::size_t size) {
  return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15u >> 32) & (size - 1);
}

}  // namespace

std::string folded(std::string_view text) {
  return fold(text).text;
}

Lexicon::Lexicon(const std::vector<VocabularyEntry>& entries) {
  nodes_.emplace_back();
  values_.emplace_back();
  value_numbers_.emplace("", std::uint16_t{0});
  for (const VocabularyEntry& entry : entries) {
    if (entry.words.empty()) continue;
    if (entry.kind == "issuer") {
      issuers_[folded(entry.words)] = entry.value;
      bodies_.emplace(folded(entry.value), entry.value);
    } else if (entry.kind == "code") {
      type_codes_[folded(entry.words)] = entry.value;
    } else if (const Kind kind = kind_of(entry.kind); kind != Kind::none) {
      add(kind, entry);
    }
  }
  lay_out();
}

/// Open addressing: one probe answers nearly every question, and there are many.
void Lexicon::lay_out() {
  std::size_t size = 16;
  while (size < edges_.size() * 2) size *= 2;
  table_.assign(size, {0, 0});
  for (const auto& [key, node] : edges_) {
    std::size_t at = slot(key, size);
    while (table_[at].second != 0) at = (at + 1) & (size - 1);
    table_[at] = {key, node};
  }
}

void Lexicon::add(Kind kind, const VocabularyEntry& entry) {
  Page page = tokenize(folded(entry.words));
  std::uint32_t node = 0;
  for (Token& token : page.tokens) {
    if (token.kind != TokenKind::mark) {
      if (words_.size() + first_word >= 0xFFFF) return;
      const auto next = static_cast<std::uint16_t>(first_word + words_.size());
      token.word = words_.emplace(std::string(page.text(token)), next).first->second;
    }
    const auto [found, added] =
        edges_.emplace(edge(node, token_word(token)), static_cast<std::uint32_t>(nodes_.size()));
    if (added) nodes_.emplace_back();
    if (node == 0) {
      const std::uint16_t word = token_word(token);
      if (roots_.size() <= word) roots_.resize(word + 1u);
      roots_[word] = found->second;
    }
    node = found->second;
  }
  if (node == 0 || values_.size() >= 0xFFFE) return;
  if (kind == Kind::cue) {
    nodes_[node].cues |= cue_bit(entry.value);
    return;
  }
  const auto [found, added] =
      value_numbers_.emplace(entry.value, static_cast<std::uint16_t>(values_.size()));
  if (added) values_.push_back(entry.value);
  nodes_[node].kinds |= static_cast<std::uint16_t>(1u << static_cast<int>(kind));
  nodes_[node].value[static_cast<int>(kind)] = static_cast<std::uint16_t>(found->second + 1);
}

std::uint32_t Lexicon::child(std::uint32_t node, std::uint16_t word) const {
  const std::uint64_t key = edge(node, word);
  for (std::size_t at = slot(key, table_.size()); table_[at].second != 0;
       at = (at + 1) & (table_.size() - 1)) {
    if (table_[at].first == key) return table_[at].second;
  }
  return 0;
}

std::uint16_t Lexicon::word(std::string_view text) const {
  const auto found = words_.find(text);
  return found == words_.end() ? std::uint16_t{0} : found->second;
}

std::uint16_t Lexicon::value(std::string_view text) const {
  const auto found = value_numbers_.find(std::string(text));
  return found == value_numbers_.end() ? std::uint16_t{0xFFFF} : found->second;
}

std::string_view Lexicon::issuer(std::string_view code) const {
  const auto found = issuers_.find(folded(code));
  return found == issuers_.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Lexicon::body(std::string_view name) const {
  const auto found = bodies_.find(std::string(name));
  return found == bodies_.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Lexicon::type_code(std::string_view code) const {
  const auto found = type_codes_.find(folded(code));
  return found == type_codes_.end() ? std::string_view() : std::string_view(found->second);
}

// Folding costs more than looking up, and a text repeats its words: each spelling is folded once.
void Lexicon::number_words(Page& page) const {
  std::unordered_map<std::string_view, std::pair<std::uint16_t, std::uint32_t>> known;
  FoldedText buffer;
  for (Token& token : page.tokens) {
    if (token.kind == TokenKind::mark) continue;
    const std::string_view text = page.text(token);
    if (const auto found = known.find(text); found != known.end()) {
      std::tie(token.word, token.spelling) = found->second;
      continue;
    }
    fold_into(buffer, text, Letters::match, Blanks::one);
    token.word = word(buffer.text);
    token.spelling = static_cast<std::uint32_t>(page.spellings.size());
    page.spellings.push_back(buffer.text);
    known.emplace(text, std::pair(token.word, token.spelling));
  }
}

void Lexicon::collect(const Page& page, std::uint32_t from, std::uint32_t limit,
                      std::vector<Mark>& marks) const {
  const std::uint16_t word = token_word(page.tokens[from]);
  if (word >= roots_.size() || roots_[word] == 0) return;
  std::array<std::size_t, static_cast<std::size_t>(Kind::none)>
      place{};  // 1 + index of the mark of a kind
  std::uint32_t node = roots_[word];
  for (std::uint32_t i = from; node != 0;) {
    ++i;
    const auto length = static_cast<std::uint16_t>(i - from);
    if (nodes_[node].cues != 0) marks.push_back({nodes_[node].cues, from, length, Kind::cue, 0});
    for (std::uint16_t kinds = nodes_[node].kinds; kinds != 0; kinds &= kinds - 1) {
      const auto k = static_cast<std::size_t>(std::countr_zero(kinds));
      const std::uint16_t value = nodes_[node].value[k];
      const Mark mark{0, from, length, static_cast<Kind>(k), static_cast<std::uint16_t>(value - 1)};
      if (place[k] != 0) {
        marks[place[k] - 1] = mark;
      } else {
        marks.push_back(mark);
        place[k] = marks.size();
      }
    }
    if (i >= limit) break;
    node = child(node, token_word(page.tokens[i]));
  }
}

Marks Lexicon::mark(const Page& page, const std::vector<std::uint32_t>& block_ends) const {
  Marks out;
  out.first_.reserve(page.tokens.size() + 1);
  std::size_t block = 0;
  for (std::uint32_t i = 0; i < page.tokens.size(); ++i) {
    out.first_.push_back(static_cast<std::uint32_t>(out.marks_.size()));
    while (block < block_ends.size() && block_ends[block] <= i) ++block;
    const auto limit = block < block_ends.size() ? block_ends[block]
                                                 : static_cast<std::uint32_t>(page.tokens.size());
    collect(page, i, limit, out.marks_);
  }
  out.first_.push_back(static_cast<std::uint32_t>(out.marks_.size()));
  return out;
}

Marks Lexicon::mark_line(const Page& page, Range r) const {
  Marks out;
  out.base_ = r.begin;
  if (!r.empty()) collect(page, r.begin, r.end, out.marks_);
  out.first_ = {0, static_cast<std::uint32_t>(out.marks_.size())};
  return out;
}

}  // namespace kehoach::detail
