// SPDX-License-Identifier: BSL-1.0
// How fast papers are read, in bytes a second of their text: the sample papers of the tests, the real
// ones where they are there, and ordinary prose. The baseline of the same run looks at every byte
// once: it checks UTF-8 and counts the lines; `times_baseline` of the others is how many times that.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <simdjson.h>
#include <kehoach/reader.hpp>

namespace {

namespace fs = std::filesystem;

std::string file_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

fs::path source_dir() {
  const char* dir = std::getenv("KEHOACH_SOURCE_DIR");
  return dir ? fs::path(dir) : fs::path(".");
}

std::vector<std::string> texts_in(const fs::path& folder) {
  std::vector<std::string> texts;
  std::error_code missing;
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder, missing))
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) texts.push_back(file_text(path));
  return texts;
}

std::vector<std::string> samples() {
  return texts_in(source_dir() / "tests/data/reader");
}

std::vector<std::string> real_papers() {
  const char* shared = std::getenv("KEHOACH_SHARED_DIR");
  return texts_in((shared ? fs::path(shared) : source_dir() / "../shared") / "seeds");
}

/// Prose without numbers, labels or units: what most of a long paper is.
std::string prose() {
  std::string text = "KẾ HOẠCH\nTuyên truyền\n\nI. NỘI DUNG\n";
  for (int i = 0; i < 2000; ++i) {
    text += std::to_string(i % 90 + 1) +
            ". Nâng cao nhận thức của người dân về lợi ích của việc rèn luyện thân thể, ăn uống "
            "hợp lý và giữ gìn vệ sinh; hình thành nếp sống lành mạnh trong mỗi gia đình, góp phần "
            "giảm gánh nặng bệnh tật cho cộng đồng.\n";
  }
  return text;
}

std::size_t lines(const std::string& text) {
  std::size_t count = 0;
  const char* at = text.data();
  const char* end = at + text.size();
  while (
      (at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at))))) {
    ++count;
    ++at;
  }
  return count;
}

std::size_t bytes_of(const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  return bytes;
}

void look_at(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    benchmark::DoNotOptimize(simdjson::validate_utf8(text));
    benchmark::DoNotOptimize(lines(text));
  }
}

double baseline_seconds(const std::vector<std::string>& texts) {
  constexpr int rounds = 50;
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < rounds; ++i) look_at(texts);
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  return time.count() / rounds;
}

void read_all(benchmark::State& state, const std::vector<std::string>& texts) {
  if (texts.empty()) return state.SkipWithError("these papers are not there");
  const kehoach::Reader reader;
  const double baseline = baseline_seconds(texts);
  const auto start = std::chrono::steady_clock::now();
  for (auto _ : state)
    for (const std::string& text : texts) benchmark::DoNotOptimize(reader.read(text));
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes_of(texts)));
  state.counters["times_baseline"] =
      time.count() / static_cast<double>(state.iterations()) / baseline;
}

void BM_look_at_every_byte(benchmark::State& state) {
  const std::vector<std::string> texts = {prose()};
  for (auto _ : state) look_at(texts);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes_of(texts)));
}
BENCHMARK(BM_look_at_every_byte)->Unit(benchmark::kMicrosecond);

void BM_read_prose(benchmark::State& state) {
  read_all(state, {prose()});
}
BENCHMARK(BM_read_prose)->Unit(benchmark::kMillisecond);

void BM_read_samples(benchmark::State& state) {
  read_all(state, samples());
}
BENCHMARK(BM_read_samples)->Unit(benchmark::kMillisecond);

void BM_read_real_papers(benchmark::State& state) {
  read_all(state, real_papers());
}
BENCHMARK(BM_read_real_papers)->Unit(benchmark::kMillisecond);

/// The real papers ten times over as one text.
void BM_read_long_paper(benchmark::State& state) {
  std::string text;
  for (int i = 0; i < 10; ++i)
    for (const std::string& paper : real_papers()) text += paper + "\n";
  read_all(state, text.empty() ? std::vector<std::string>() : std::vector<std::string>{text});
}
BENCHMARK(BM_read_long_paper)->Unit(benchmark::kMillisecond);

/// Making a reader compiles the vocabulary: once a program, not once a paper.
void BM_make_reader(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(kehoach::Reader());
}
BENCHMARK(BM_make_reader)->Unit(benchmark::kMillisecond);

}  // namespace
