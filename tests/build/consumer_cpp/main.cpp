// SPDX-License-Identifier: BSL-1.0
// A host in C++17 that knows the installed library and nothing else of this project.
#include <cstring>
#include <iostream>

#include <kehoach/result.hpp>

int main() {
  const char* word = kehoach::name(kehoach::Errc::cycle);
  std::cout << "C++: " << word << '\n';
  return std::strcmp(word, "cycle") == 0 ? 0 : 1;
}
