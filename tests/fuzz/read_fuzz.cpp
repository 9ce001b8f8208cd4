// SPDX-License-Identifier: BSL-1.0
// Any bytes must be read without a crash, and what is read must lie inside the input. Build and run:
//
//     clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -DKEHOACH_STATIC
//         -Iinclude -Ilib tests/fuzz/read_fuzz.cpp lib/reader/*.cpp lib/exchange/reader_json.cpp
//         lib/base/*.cpp lib/time/*.cpp -lutf8proc -o read_fuzz        (one line)
//     ./read_fuzz -max_len=65536 corpus tests/data/reader
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <kehoach/reader.hpp>
#include <kehoach/reader_json.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const kehoach::Reader reader;
  const kehoach::Reading reading = reader.read({reinterpret_cast<const char*>(data), size});
  const auto inside = [size](const kehoach::ReadPlace& p) {
    return p.begin <= p.end && p.end <= size;
  };
  for (const auto& task : reading.tasks)
    if (!inside(task.place)) std::abort();
  for (const auto& reference : reading.references)
    if (!inside(reference.place)) std::abort();
  if (kehoach::write_json(reading).empty()) std::abort();
  return 0;
}
