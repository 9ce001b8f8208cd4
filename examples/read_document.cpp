// SPDX-License-Identifier: BSL-1.0
// Reads one paper and prints what is in it, as JSON.
#include <fstream>
#include <iostream>
#include <sstream>

#include <kehoach/reader.hpp>
#include <kehoach/reader_json.hpp>

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: read_document FILE.txt\n";
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) {
    std::cerr << argv[1] << ": cannot be read\n";
    return 2;
  }
  std::cout << kehoach::write_json(kehoach::read(text.str()));
}
