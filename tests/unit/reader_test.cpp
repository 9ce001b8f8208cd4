// SPDX-License-Identifier: BSL-1.0
// Whole papers. Each sample under tests/data/reader has the reading that is expected of it beside
// it; the expected readings were checked by eye against the samples, line by line.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>

#include <utf8proc.h>
#include <kehoach/reader.hpp>
#include <kehoach/reader_json.hpp>

#include "support/reading.hpp"

using namespace kehoach;
using kehoach::test::file_text;
using kehoach::test::joined;

namespace {

std::string data(const std::string& name) {
  const char* root = std::getenv("KEHOACH_SOURCE_DIR");
  return std::string(root ? root : ".") + "/tests/data/reader/" + name;
}

/// The names of all samples, in order.
std::vector<std::string> sample_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(data(""))) {
    if (entry.path().extension() == ".txt") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

const std::vector<std::string> samples = sample_names();

std::string decomposed(const std::string& text) {
  utf8proc_uint8_t* out = utf8proc_NFD(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str()));
  std::string result(reinterpret_cast<const char*>(out));
  std::free(out);
  return result;
}

/// What must not depend on how letters are written.
std::string gist(const Reading& r) {
  std::string out = r.document.symbol + "\n" + r.document.title + "\n" + r.document.signer + "\n";
  for (const auto& x : r.references)
    out += x.symbol + " " + x.relation + " " + to_string(x.date) + "\n";
  for (const auto& x : r.tasks)
    out += x.path + " " + x.text + " " + joined(x.lead) + " " + to_string(x.deadline.end) + "\n";
  for (const auto& x : r.reports) out += x.path + " " + x.period + " " + x.due_rule + "\n";
  for (const auto& x : r.targets) out += x.name + " " + x.comparator + " " + x.value.number + "\n";
  return out;
}

void check_places(const Reading& reading, std::size_t size) {
  for (const auto& task : reading.tasks) {
    REQUIRE(task.place.begin <= task.place.end);
    REQUIRE(task.place.end <= size);
    REQUIRE(task.place.line > 0);
  }
  for (const auto& reference : reading.references) REQUIRE(reference.place.end <= size);
}

}  // namespace

TEST_CASE("every sample paper is read as a person reads it") {
  REQUIRE(samples.size() >= 25);
  for (const std::string& name : samples) {
    INFO(name);
    const std::string text = file_text(data(name + ".txt"));
    REQUIRE_FALSE(text.empty());
    CHECK(write_json(read(text)) == file_text(data(name + ".json")));
  }
}

TEST_CASE("decomposed letters are read like composed ones") {
  for (const std::string& name : samples) {
    INFO(name);
    const std::string text = file_text(data(name + ".txt"));
    CHECK(gist(read(decomposed(text))) == gist(read(text)));
  }
}

TEST_CASE("blank lines between all lines do not change what is read") {
  const std::string text = file_text(data("decision_with_plan.txt"));
  std::string spaced;
  for (char c : text) spaced += c == '\n' ? std::string("\n\n") : std::string(1, c);
  CHECK(gist(read(spaced)) == gist(read(text)));
}

TEST_CASE("what the text does not state stays empty") {
  const Reading reading = read("Không có gì ở đây.");
  CHECK(reading.document.symbol.empty());
  CHECK(reading.document.issued == no_date);
  CHECK(reading.tasks.empty());
  CHECK(reading.targets.empty());
  CHECK(write_json(read("")).find("\"tasks\": []") != std::string::npos);
}

TEST_CASE("an impossible day keeps its kind, has no date and becomes a finding") {
  const Reading reading = read(
      "KẾ HOẠCH\nVề công tác\n\nI. NHIỆM VỤ\n1. Rà soát danh mục, hoàn thành chậm nhất ngày "
      "31/11/2026.\n");
  REQUIRE(reading.tasks.size() == 1);
  CHECK(reading.tasks[0].deadline.kind == "by_date");
  CHECK(reading.tasks[0].deadline.end == no_date);
  bool found = false;
  for (const auto& finding : reading.findings) found = found || finding.code == "impossible_date";
  CHECK(found);
}

TEST_CASE("bytes that are not UTF-8 are a finding that names their lines") {
  const auto lines = [](std::string_view text) {
    for (const auto& finding : read(text).findings)
      if (finding.code == "not_utf8") return finding.lines;
    return std::vector<std::size_t>{};
  };
  CHECK(lines("KẾ HOẠCH\n\xff\xfe a \xff\nI. NHIỆM VỤ\n1. R\xc3 soát.") ==
        std::vector<std::size_t>{2, 4});
  CHECK(lines("\xff\xfe") == std::vector<std::size_t>{1});
  CHECK(lines("KẾ HOẠCH\nI. NHIỆM VỤ\n").empty());
}

TEST_CASE("a host adds words without recompiling") {
  const std::string text =
      "KẾ HOẠCH\nVề công tác\n\nI. NHIỆM VỤ\n1. Rà soát danh mục.\n- Đầu mối lo liệu: Phòng Y.\n- "
      "Hỗ trợ thêm: Phòng Dược.\n";
  const Reader plain;
  const Reader extended(
      {{"label", "đầu mối lo liệu", "lead"}, {"label", "hỗ trợ thêm", "support"}});
  CHECK(joined(extended.read(text).tasks.at(0).lead) == "Phòng Y");
  CHECK(joined(extended.read(text).tasks.at(0).support) == "Phòng Dược");
  CHECK(joined(plain.read(text).tasks.at(0).lead) != "Phòng Y");
}

TEST_CASE("any bytes are read without a crash, and places stay inside the text") {
  std::mt19937 random(20260122);
  const Reader reader;
  for (int round = 0; round < 200; ++round) {
    std::string bytes(random() % 400, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    check_places(reader.read(bytes), bytes.size());
  }
}

TEST_CASE("a text cut or damaged anywhere is read without a crash") {
  std::mt19937 random(7);
  const Reader reader;
  for (const std::string& name : samples) {
    const std::string text = file_text(data(name + ".txt"));
    for (std::size_t cut = 0; cut < text.size(); cut += 97) {
      std::string part = text.substr(0, cut);
      check_places(reader.read(part), part.size());
      for (int hits = 0; hits < 5 && !part.empty(); ++hits)
        part[random() % part.size()] = static_cast<char>(random());
      check_places(reader.read(part), part.size());
    }
  }
}

TEST_CASE("time grows with the text, not with its square") {
  const auto cost = [](const std::string& unit, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += unit;
    const std::clock_t start = std::clock();
    read(text);
    return static_cast<double>(std::clock() - start) + 2000.0;
  };
  for (const char* unit :
       {"sở ", "(", "1. a) - ", "số 1/", "Sở Y tế, ", "100% ", "báo cáo ", "| a | b |\n",
        "ngày 1/1 ", "1. A\n", "Điều 1. Giao Sở Y tế\n", "trước ngày 1/1/2026, ", "mục "}) {
    INFO(unit);
    CHECK(cost(unit, 16000) < 24 * cost(unit, 2000));
  }
}

namespace {

Reading told(const std::vector<VocabularyEntry>& words, const std::string& text) {
  return Reader(words).read(text);
}

const std::string plan = "KẾ HOẠCH\nA\n\nI. NHIỆM VỤ\n";

}  // namespace

TEST_CASE("a host adds words of every kind, without compiling anything") {
  const std::string label = plan + "1. Làm.\n- Ai lo: Phòng Dược.\n";
  CHECK(read(label).tasks.at(0).lead.empty());
  CHECK(told({{"label", "ai lo", "lead"}}, label).tasks.at(0).lead ==
        std::vector<std::string>{"Phòng Dược"});

  const std::string unit = plan + "1. Xưởng Dược liệu chủ trì kiểm kê.\n";
  CHECK(read(unit).tasks.at(0).lead.empty());
  CHECK(told({{"unit", "xưởng", ""}}, unit).tasks.at(0).lead ==
        std::vector<std::string>{"Xưởng Dược liệu"});

  const std::string idiom = plan + "1. Làm.\n- Đơn vị chủ trì: các xưởng, đội.\n";
  CHECK(told({{"unit_idiom", "xưởng, đội", ""}}, idiom).tasks.at(0).lead ==
        std::vector<std::string>{"các xưởng, đội"});

  const std::string verb = plan + "1. Sở Y tế gom góp số liệu.\n";
  CHECK(told({{"verb", "gom góp", ""}}, verb).tasks.at(0).lead ==
        std::vector<std::string>{"Sở Y tế"});

  const std::string cited = "KẾ HOẠCH\nA\n\nNoi gương Kế hoạch số 12/KH-XDL ngày 01/02/2026.\n" +
                            std::string("I. NHIỆM VỤ\n1. Làm.\n");
  CHECK(read(cited).references.at(0).relation == "mentions");
  CHECK(told({{"relation", "noi gương", "implements"}}, cited).references.at(0).relation ==
        "implements");
  CHECK(read(cited).references.at(0).issuer.empty());
  CHECK(told({{"issuer", "XDL", "Xưởng Dược liệu"}}, cited).references.at(0).issuer ==
        "Xưởng Dược liệu");

  const std::string bound = "KẾ HOẠCH\nA\n\nI. MỤC TIÊU\n- Tỷ lệ hài lòng chẳng kém 90%.\n";
  CHECK(read(bound).targets.at(0).comparator == "=");
  CHECK(told({{"bound", "chẳng kém", ">="}}, bound).targets.at(0).comparator == ">=");

  const std::string zone = "KẾ HOẠCH\nA\n\nI. LỜI NGỎ\n1. Sở Y tế làm.\n";
  CHECK_FALSE(read(zone).tasks.empty());
  CHECK(told({{"zone", "lời ngỏ", "purpose"}}, zone).tasks.empty());

  const std::string type = "Số: 3/LN-SYT\n\nLỜI NHẮC\nVề vệ sinh tay\n\n1. Rửa tay.\n";
  CHECK(told({{"type", "lời nhắc", "LN"}}, type).document.type == "LN");
}

TEST_CASE("the later of two equal words wins, and an unknown kind has no effect") {
  const std::string text = plan + "1. Làm.\n- Ai lo: Phòng Dược.\n";
  const Reading reading = told(
      {{"label", "ai lo", "lead"}, {"label", "ai lo", "support"}, {"no kind", "làm", "x"}}, text);
  CHECK(reading.tasks.at(0).lead.empty());
  CHECK(reading.tasks.at(0).support == std::vector<std::string>{"Phòng Dược"});
  CHECK(write_json(told({{"no kind", "làm", "x"}, {"unit", "", ""}}, text)) ==
        write_json(read(text)));
}
