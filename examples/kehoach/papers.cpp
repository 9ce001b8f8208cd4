// SPDX-License-Identifier: BSL-1.0
#include "papers.hpp"

#include <algorithm>
#include <string_view>

#include <kehoach/papers.hpp>

#include "plans.hpp"

namespace program {
namespace {

/// "kind<TAB>words<TAB>value" a line; '#' begins a remark.
std::vector<kehoach::VocabularyEntry> vocabulary(const Arguments& arguments) {
  std::vector<kehoach::VocabularyEntry> entries;
  if (arguments.vocabulary.empty()) return entries;
  const std::string text = read_file(arguments.vocabulary, arguments);
  std::size_t number = 0;
  for (std::string_view rest = text; !rest.empty();) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t first = line.find('\t');
    if (first == std::string_view::npos)
      throw Complaint(arguments.vocabulary + ":" + std::to_string(number) + ": " +
                      arguments.say({"mỗi dòng là loại<TAB>từ ngữ<TAB>giá trị",
                                     "a line is kind<TAB>words<TAB>value"}));
    const std::size_t second = std::min(line.find('\t', first + 1), line.size());
    entries.push_back({std::string(line.substr(0, first)),
                       std::string(line.substr(first + 1, second - first - 1)),
                       std::string(line.substr(std::min(second + 1, line.size())))});
  }
  return entries;
}

std::string file_name(const std::string& path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

bool ends_with(const std::string& path, std::string_view ending) {
  const auto same = [](char a, char b) {
    return b == (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a);
  };
  return path.size() >= ending.size() &&
         std::equal(ending.begin(), ending.end(), path.end() - static_cast<long>(ending.size()),
                    [&](char b, char a) { return same(a, b); });
}

/// A name that promises a kind is held to it: nothing else is taken for plain text.
kehoach::Result<std::string> text_of(const std::string& path, const std::string& file) {
  if (ends_with(path, ".docx")) return kehoach::docx_text(file);
  if (ends_with(path, ".pdf")) return kehoach::pdf_text(file);
  return kehoach::paper_text(file);
}

}  // namespace

std::string paper_text(const std::string& path, const Arguments& arguments) {
  const auto text = text_of(path, read_file(path, arguments));
  if (!text.ok()) throw Complaint(path + ": " + arguments.say(text.error()));
  return *text;
}

std::vector<kehoach::ReadPaper> read_papers(const Arguments& arguments) {
  if (arguments.operands.empty())
    throw Complaint(arguments.say({"\"read\" cần ít nhất một tệp", "\"read\" needs a file"}));
  const kehoach::Reader reader(vocabulary(arguments));
  std::vector<kehoach::ReadPaper> papers;
  for (const std::string& path : arguments.operands)
    papers.push_back({file_name(path), reader.read(paper_text(path, arguments))});
  return papers;
}

}  // namespace program
