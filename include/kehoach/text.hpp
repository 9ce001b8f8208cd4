// SPDX-License-Identifier: BSL-1.0
/// Words for people, always in both languages; programs look at codes, never at these.
#pragma once

#include <cstdint>
#include <string>

namespace kehoach {

enum class Language : std::uint8_t { vi = 0, en = 1 };

struct Text {
  std::string vi;
  std::string en;
  const std::string& in(Language language) const { return language == Language::vi ? vi : en; }
};

}  // namespace kehoach
