// SPDX-License-Identifier: BSL-1.0
// Fuzz target for cascade JSON. With clang: add -fsanitize=fuzzer,address,undefined to this file and to
// the library, and give tests/data/json as corpus. Without libFuzzer, replay.cpp is its main program.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <kehoach/exchange.hpp>

/// What is read writes to a fixed point; what is refused says where.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kehoach;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<Engine> read = read_json(text);
  if (!read.ok()) {
    const Error& error = read.error();
    if (error.code == Errc::internal || error.message.rfind("line ", 0) != 0) std::abort();
    return 0;
  }
  const std::string once = write_json(read->snapshot());
  if (write_json(read_json(once).value().snapshot()) != once) std::abort();
  return 0;
}
