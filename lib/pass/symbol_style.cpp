// SPDX-License-Identifier: BSL-1.0
// Only the two separators are judged: NĐ 30/2020/NĐ-CP writes NUMBER/TYPE-ISSUER, the Party's rules
// NUMBER-TYPE/ISSUER. Which of the two it is the issuer's code says, whatever sign was typed.
#include "pass/symbol_style.hpp"

#include <algorithm>

namespace kehoach::detail {
namespace {

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}
bool begins_with(std::string_view text, std::string_view begin) {
  return text.substr(0, begin.size()) == begin;
}

/// Committees of the Party and their offices.
bool is_party(std::string_view issuer) {
  for (std::string_view end : {"TW", "TU", "QU", "HU", "ThU", "ĐU"})
    if (ends_with(issuer, end)) return true;
  return begins_with(issuer, "BCSĐ") || begins_with(issuer, "ĐĐ");
}

/// Bodies of the State whose code leaves no doubt; other codes may be anybody's.
bool is_state(std::string_view issuer) {
  for (std::string_view begin : {"UBND", "HĐND", "SYT", "BYT", "VPCP", "BV"})
    if (begins_with(issuer, begin)) return true;
  return issuer == "CP" || issuer == "TTg";
}

}  // namespace

std::string better_style(std::string_view symbol) {
  const std::size_t digits = std::min(symbol.find_first_not_of("0123456789"), symbol.size());
  if (digits == 0 || digits >= symbol.size()) return {};
  const char first = symbol[digits];
  if (first != '/' && first != '-') return {};
  const std::string_view rest = symbol.substr(digits + 1);
  const std::size_t second = rest.find_first_of("/-");
  if (second == rest.npos || second == 0 || second + 1 == rest.size()) return {};
  const std::string_view type = rest.substr(0, second), issuer = rest.substr(second + 1);
  const bool numbered = type.find_first_of("0123456789") != type.npos;  // 09/2019/NĐ-CP
  const bool more = issuer.find('/') != issuer.npos;
  if (numbered || more || type.find(' ') != type.npos || issuer.find(' ') != issuer.npos) return {};
  const bool party = is_party(issuer);
  if (!party && !is_state(issuer)) return {};
  const char want_first = party ? '-' : '/', want_second = party ? '/' : '-';
  if (first == want_first && rest[second] == want_second) return {};
  return std::string(symbol.substr(0, digits)) + want_first + std::string(type) + want_second +
         std::string(issuer);
}

}  // namespace kehoach::detail
