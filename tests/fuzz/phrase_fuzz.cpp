// SPDX-License-Identifier: BSL-1.0
// For libFuzzer: clang++ -fsanitize=fuzzer,address,undefined. Any bytes are read without a fault,
// every span lies in them, and every rule is one that resolve() takes or refuses in words.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <kehoach/phrase.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const kehoach::Calendar calendar = kehoach::vietnam_public_sector();
  kehoach::PhraseContext context;
  if (size != 0 && data[0] % 2 == 0) context.issued = kehoach::from_day_number(20000);
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto phrases = kehoach::read_phrases(text, context);
  if (!phrases.ok()) return 0;
  kehoach::DeadlineContext days;
  days.issued = days.as_of = kehoach::from_day_number(20000);
  for (const kehoach::Phrase& p : *phrases) {
    if (p.begin >= p.end || p.end > size) std::abort();
    const auto deadline = kehoach::resolve(p.rule, calendar, {}, days);
    if (!deadline.ok() && deadline.error().code == kehoach::Errc::internal) std::abort();
  }
  return 0;
}
