// SPDX-License-Identifier: BSL-1.0
#include "reader/symbol.hpp"

#include <array>
#include <vector>

namespace kehoach::detail {
namespace {

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool party_issuer(std::string_view code) {
  for (std::string_view end : {"TW", "TU", "QU", "HU", "ThU", "ĐU"}) {
    if (ends_with(code, end)) return true;
  }
  return code.substr(0, 5) == "BCSĐ" || code.substr(0, 4) == "ĐĐ";
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.substr(0, 2) == "19" || digits.substr(0, 2) == "20");
}

/// Letters that scanners read for digits.
std::string as_digits(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c >= '0' && c <= '9')
      out += c;
    else if (c == 'l' || c == 'I' || c == 'i' || c == '|')
      out += '1';
    else if (c == 'O' || c == 'o')
      out += '0';
    else if (c == 'S')
      out += '5';
    else if (c == 'B')
      out += '8';
    else
      return {};
  }
  return out;
}

class SymbolReader {
 public:
  SymbolReader(const Source& source, std::uint32_t at, std::uint32_t end, bool announced)
      : source_(source), at_(at), end_(std::min(end, at + 24)), announced_(announced) {
    symbol_.begin = at;
  }

  Symbol read() {
    if (!number()) return {};
    norm_year();
    if (!separator(true)) return {};
    return codes() ? finish() : Symbol{};
  }

  Symbol read_blank() {
    symbol_.blank = true;
    while (at_ < end_ && source_.sign(at_, ".~_")) ++at_;
    if (!source_.sign(at_, "/-")) return {};
    symbol_.style = source_.token(at_).sign;
    ++at_;
    return codes() ? finish() : Symbol{};
  }

 private:
  std::string_view text(std::uint32_t t) const { return source_.page.text(t); }
  /// A blank that was typed; a line's end is none.
  bool blank_before(std::uint32_t t) const {
    return source_.token(t).spaced && source_.token(t).line == source_.token(t - 1).line;
  }
  bool glued(std::uint32_t t) const { return t < end_ && !source_.token(t).spaced; }

  bool number() {
    if (at_ >= end_) return false;
    if (source_.number(at_)) {
      symbol_.number = std::string(text(at_++));
    } else {
      return false;
    }
    if (symbol_.number.find(',') != std::string::npos) return false;
    while (at_ < end_ && !source_.sign(at_, "/-.,")) {  // "1l05", "2O26", "1 633"
      const bool letters = source_.word(at_) && glued(at_);
      const bool group = announced_ && source_.number(at_) && symbol_.number.size() <= 2 &&
                         text(at_).size() == 3 && source_.sign(at_ + 1, '/');
      if (!letters && !group) break;
      const std::string digits = as_digits(text(at_));
      if (digits.empty() ||
          (letters && !source_.sign(at_ + 1, "/-") && !(source_.number(at_ + 1) && glued(at_ + 1))))
        return false;
      symbol_.number += digits;
      if (group) symbol_.malformed = true;
      ++at_;
    }
    return symbol_.number.size() <= 9;
  }

  /// "188/2025/NĐ-CP": the year belongs to the number.
  void norm_year() {
    if (!source_.sign(at_, '/') || at_ + 1 >= end_ || !source_.number(at_ + 1)) return;
    if (!is_year(text(at_ + 1)) || at_ + 2 >= end_) return;
    const bool codes_follow = source_.sign(at_ + 2, "/.-") && source_.word(at_ + 3);
    if (!codes_follow) return;
    year_ = std::string(text(at_ + 1));
    at_ += 2;
  }

  /// The sign behind the number. A blank will do before a type code if "số" announced the symbol.
  bool separator(bool first) {
    if (at_ >= end_) return false;
    if (source_.sign(at_, "/-.")) {
      const Token& sign = source_.token(at_);
      if (sign.sign == '.' && (!announced_ && year_.empty())) return false;
      if (first) symbol_.style = sign.sign == '-' ? '-' : '/';
      if (blank_before(at_) || sign.sign == '.' || (at_ + 1 < end_ && blank_before(at_ + 1)))
        symbol_.malformed = true;
      ++at_;
      return at_ < end_ && source_.word(at_);
    }
    if (first && announced_ && source_.word(at_) && !source_.lexicon.type_code(text(at_)).empty() &&
        source_.token(at_).caps && source_.sign(at_ + 1, "/-")) {
      symbol_.malformed = true;
      return true;
    }
    return false;
  }

  bool code_like(std::uint32_t t) const {
    if (t >= end_ || !source_.word(t)) return false;
    const std::string_view code = text(t);
    if (code.size() > 24) return false;
    if (source_.token(t).caps) return true;
    if (!source_.lexicon.type_code(code).empty()) return true;
    if (!source_.lexicon.issuer(code).empty()) return true;
    // Mixed case as in "TTg", "BCĐTWg": a capital inside.
    for (std::size_t i = 1; i < code.size(); ++i) {
      if (code[i] >= 'A' && code[i] <= 'Z') return true;
    }
    return false;
  }

  bool codes() {
    if (!code_like(at_)) return false;
    first_ = at_;
    std::vector<std::string> parts;
    parts.emplace_back(text(at_++));
    while (at_ + 1 < end_ && parts.size() < 6) {
      if (source_.sign(at_, '&') && glued(at_) && source_.word(at_ + 1)) {
        parts.back() += "&" + std::string(text(at_ + 1));
        at_ += 2;
        continue;
      }
      if (!source_.sign(at_, "-/") || !code_like(at_ + 1)) break;
      const bool apart = source_.token(at_).spaced && source_.token(at_ + 1).spaced;
      if (apart && parts.size() > 1) break;  // "… UBND - Sở Y tế": a dash between words
      if (blank_before(at_) || blank_before(at_ + 1)) symbol_.malformed = true;
      parts.emplace_back(text(at_ + 1));
      at_ += 2;
    }
    parts_ = std::move(parts);
    return accept();
  }

  /// A lone short code behind a number ("5-A", "2/KH") is a symbol only where one was announced.
  bool accept() const {
    const bool typed = !source_.lexicon.type_code(parts_[0]).empty();
    const bool assembly = parts_[0].size() >= 4 && parts_[0].compare(0, 2, "QH") == 0;
    if (parts_.size() == 1) {
      if (assembly) return !year_.empty();
      return announced_ && (!typed || !symbol_.blank) && parts_[0].size() >= 2;
    }
    if (typed) return true;
    return announced_ || (symbol_.style == '/' && parts_[0].size() >= 2);
  }

  std::string official_code(const std::string& code) const {
    const std::string low = folded(code);
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> mixed = {
        {{"ttg", "TTg"},
         {"thu", "ThU"},
         {"cp", "CP"},
         {"ubnd", "UBND"},
         {"hđnd", "HĐND"},
         {"tw", "TW"},
         {"tu", "TU"},
         {"byt", "BYT"}}};
    for (const auto& [key, form] : mixed) {
      if (low == key) return std::string(form);
    }
    const bool small = code.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
    if (!small) return code;
    std::string upper;
    for (char c : code) upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    for (std::size_t at = 0; (at = upper.find("đ", at)) != std::string::npos;)
      upper.replace(at, 2, "Đ");
    return upper;
  }

  Symbol finish() {
    symbol_.end = at_;
    std::size_t from = 0;
    if (const std::string_view type = source_.lexicon.type_code(parts_[0]);
        !type.empty() && parts_.size() > 1) {
      symbol_.type = std::string(type);
      from = 1;
    }
    for (std::size_t i = from; i < parts_.size(); ++i) {
      symbol_.issuer += (i > from ? "-" : "") + official_code(parts_[i]);
    }
    symbol_.party = !symbol_.type.empty() && party_issuer(symbol_.issuer);
    if (!symbol_.blank) symbol_.official = official();
    if (!symbol_.type.empty() && (symbol_.party ? symbol_.style != '-' : symbol_.style != '/'))
      symbol_.malformed = true;
    if (symbol_.type.empty()) {  // an official letter: its issuer is the first part
      symbol_.issuer = official_code(parts_[0].substr(0, parts_[0].find('&')));
    }
    return symbol_;
  }

  std::string official() const {
    const std::string head = symbol_.number + (year_.empty() ? "" : "/" + year_);
    if (symbol_.type.empty()) return head + "/" + symbol_.issuer;
    return symbol_.party ? head + "-" + symbol_.type + "/" + symbol_.issuer
                         : head + "/" + symbol_.type + "-" + symbol_.issuer;
  }

  const Source& source_;
  std::uint32_t at_;
  std::uint32_t end_;
  bool announced_;
  std::uint32_t first_ = 0;
  std::string year_;
  std::vector<std::string> parts_;
  Symbol symbol_;
};

}  // namespace

Symbol symbol_at(const Source& source, std::uint32_t at, std::uint32_t end, bool announced) {
  return SymbolReader(source, at, end, announced).read();
}

Symbol blank_symbol_at(const Source& source, std::uint32_t at, std::uint32_t end) {
  return SymbolReader(source, at, end, true).read_blank();
}

std::string symbol_key(std::string_view official) {
  std::string key;
  for (char c : folded(official)) {
    if (std::string_view("/-. ").find(c) != std::string_view::npos) {
      if (!key.empty() && key.back() != '/') key += '/';
    } else if (c != '0' || !key.empty()) {
      key += c;
    }
  }
  return key;
}

}  // namespace kehoach::detail
