// SPDX-License-Identifier: BSL-1.0
// Runs a fuzz target over the files given and over seeded damage done to each: what CI can do without
// a fuzzing compiler.   replay ROUNDS FILE…
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& text) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

void damage(std::string& text, std::mt19937& random) {
  if (text.empty()) return;
  const std::size_t at = random() % text.size();
  const std::size_t length = random() % 16;
  switch (random() % 4) {
    case 0: text[at] = static_cast<char>(random() & 0xFF); break;
    case 1: text.erase(at, length); break;
    case 2: text.insert(random() % text.size(), text.substr(at, length)); break;
    default: text.resize(at); break;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fputs("usage: replay ROUNDS FILE...\n", stderr), 2;
  const int rounds = std::atoi(argv[1]);
  std::mt19937 random(1);
  for (int i = 2; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    if (!file) return std::fprintf(stderr, "replay: cannot read %s\n", argv[i]), 2;
    const std::string original(std::istreambuf_iterator<char>(file), {});
    run(original);
    for (int round = 0; round < rounds; ++round) {
      std::string text = original;
      for (unsigned n = 1 + random() % 3; n > 0; --n) damage(text, random);
      run(text);
    }
  }
  std::printf("%d files, %d rounds each\n", argc - 2, rounds);
}
