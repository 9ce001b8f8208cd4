// SPDX-License-Identifier: BSL-1.0
#include <kehoach/phrase.hpp>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "bench/phrase_examples.hpp"
#include "support/distort.hpp"
#include "support/phrase_notation.hpp"

using namespace kehoach;
using namespace kehoach::test;

namespace {

PhraseContext issued_in_february_2026() {
  PhraseContext context;
  context.issued = day(2026, 2, 10).value();
  return context;
}

std::string reading(const std::string& text, const PhraseContext& context) {
  const auto phrases = read_phrases(text, context);
  return phrases.ok() ? row(*phrases) : name(phrases.error().code);
}

std::string reading(const std::string& text) {
  return reading(text, issued_in_february_2026());
}

Phrase only(const std::string& text, const PhraseContext& context = issued_in_february_2026()) {
  const auto phrases = read_phrases(text, context).value();
  REQUIRE(phrases.size() == 1);
  return phrases.front();
}

std::string words_of(const std::string& text, const Phrase& p) {
  return text.substr(p.begin, p.end - p.begin);
}

std::string due(const Phrase& p) {
  DeadlineContext context;
  context.issued = context.as_of = day(2026, 2, 10).value();
  return to_string(resolve(p.rule, vietnam_public_sector(), {}, context).value().last_valid);
}

}  // namespace

/// The rows "/// | words | kind | …" of the public header.
std::vector<PhraseExample> header_rows(std::vector<std::string>& cells) {
  const char* source = std::getenv("KEHOACH_SOURCE_DIR");
  std::ifstream header(std::string(source == nullptr ? "." : source) +
                       "/include/kehoach/phrase.hpp");
  const auto trimmed = [](std::string cell) {
    cell.erase(0, cell.find_first_not_of(' '));
    return cell.erase(cell.find_last_not_of(' ') + 1);
  };
  for (std::string line; std::getline(header, line);) {
    if (line.rfind("/// | ", 0) != 0 || line.rfind("/// | words", 0) == 0) continue;
    const std::size_t first = line.find('|'), second = line.find('|', first + 1);
    const std::size_t third = line.find('|', second + 1);
    cells.push_back(trimmed(line.substr(first + 1, second - first - 1)));
    cells.push_back(trimmed(line.substr(second + 1, third - second - 1)));
  }
  std::vector<PhraseExample> rows;
  for (std::size_t i = 0; i + 1 < cells.size(); i += 2) {
    rows.push_back({cells[i].c_str(), cells[i + 1].c_str()});
  }
  return rows;
}

TEST_CASE("the table in the public header is true, in every way of writing it") {
  std::vector<std::string> cells;
  const std::vector<PhraseExample> rows = header_rows(cells);
  CHECK(rows.size() >= 20);
  for (const PhraseExample& r : rows) {
    INFO(r.text);
    CHECK(std::string(name(only(r.text).kind)) == r.reading);
    for (const auto& [way, text] : distortions(r.text)) CHECK(reading(text) == reading(r.text));
  }
}

TEST_CASE("every example says what its table says") {
  for (const PhraseExample& example : phrase_examples) {
    INFO(example.text);
    CHECK(reading(example.text) == example.reading);
  }
}

TEST_CASE("every example says the same in every way of writing it") {
  for (const PhraseExample& example : phrase_examples) {
    for (const auto& [way, text] : distortions(example.text)) {
      INFO(way << ": " << text);
      CHECK(reading(text) == example.reading);
    }
  }
}

TEST_CASE("every rule that was read can be resolved") {
  const Calendar calendar = vietnam_public_sector();
  DeadlineContext context;
  context.issued = context.as_of = day(2026, 2, 10).value();
  for (const PhraseExample& example : phrase_examples) {
    const auto phrases = read_phrases(example.text, issued_in_february_2026());
    if (!phrases.ok()) continue;
    for (const Phrase& p : *phrases) {
      INFO(example.text << " " << to_string(p.rule.last));
      const Result<Deadline> deadline = resolve(p.rule, calendar, {}, context);
      const bool far = !deadline.ok() && deadline.error().code == Errc::outside_calendar;
      CHECK((deadline.ok() || far));
    }
  }
}

TEST_CASE("a phrase resolves to the day a careful person would name") {
  CHECK(due(only("trước ngày 31/7/2026")) == "2026-07-30");
  CHECK(due(only("Quý III năm 2026")) == "2026-09-30");
  CHECK(due(only("15 ngày kể từ ngày ký")) == "2026-02-25");
  CHECK(due(only("02 ngày làm việc kể từ ngày ban hành Kế hoạch này")) == "2026-02-12");
  CHECK(due(only("01 năm kể từ ngày 29/02/2024")) == "2025-02-28");
  CHECK(due(only("định kỳ quý chậm nhất ngày 10 tháng cuối của quý")) == "2026-03-10");
  CHECK(due(only("6 tháng chậm nhất ngày 10/6")) == "2026-06-10");
  CHECK(due(only("định kỳ hằng tháng (trước ngày 05 của tháng liền kề)")) == "2026-03-04");
  CHECK(due(only("tháng 6 hằng năm")) == "2026-06-30");
}

TEST_CASE("a term beyond the longest is kept with its number, and no day follows") {
  CHECK(only("10000 ngày kể từ ngày ký").rule.kind == DeadlineKind::after_event);
  for (const char* text : {"10001 ngày kể từ ngày ký", "10001 năm kể từ ngày 05/01/2026",
                           "chậm nhất 10001 ngày làm việc kể từ ngày ký"}) {
    INFO(text);
    const Phrase p = only(text);
    CHECK(p.kind == PhraseKind::after_event);
    CHECK(p.rule.kind == DeadlineKind::none);
    CHECK(p.rule.term == longest_term + 1);
    CHECK(due(p) == "");
  }
  CHECK(only("999999999 ngày kể từ ngày ký").rule.term == 999999999);
  for (const char* text :
       {"9999999999 ngày kể từ ngày ký", "trong vòng 12345678901 ngày làm việc"}) {
    const Phrase p = only(text);
    CHECK(p.kind == PhraseKind::after_event);
    CHECK(p.rule.term == 2147483647);
    CHECK(due(p) == "");
  }
  CHECK(reading("Điện thoại 0912345678 ngày 05/01/2026") == reading("ngày 05/01/2026"));
}

TEST_CASE("what holds from the day of issue begins then and is never due") {
  const Phrase p = only("Quyết định này có hiệu lực kể từ ngày ký.");
  CHECK(p.kind == PhraseKind::event);
  CHECK(p.rule.kind == DeadlineKind::ongoing);
  CHECK(p.rule.event == Event::issued);
  CHECK(to_string(p.rule.first) == "2026-02-10");
  CHECK(due(p) == "");
}

TEST_CASE("beginning, middle and end of a month or year say that the law fixes them") {
  const auto point = [](const char* text) { return read_phrases(text, {})->front().rule.point; };
  CHECK(point("cuối tháng 6/2026") == PointOf::month);
  CHECK(point("giữa năm 2027") == PointOf::year);
  CHECK(point("đầu quý III/2026") == PointOf::none);  // the law does not speak of quarters
  CHECK(point("30/6/2026") == PointOf::none);
}

TEST_CASE("the span is the bytes of the words, in whatever form they came") {
  const std::string text = "Báo cáo  KẾT\u00A0QUẢ gửi trước ngày 15\n/ 6/2026, đúng mẫu.";
  const Phrase p = only(text);
  CHECK(words_of(text, p) == "trước ngày 15\n/ 6/2026");
  CHECK(p.rule.text == words_of(text, p));
  const std::string decomposed = nfd("gửi trước ngày 15/6/2026 đúng mẫu");
  CHECK(words_of(decomposed, only(decomposed)) == nfd("trước ngày 15/6/2026"));
}

TEST_CASE("a year that is not written comes from the plan, and the answer says so") {
  const Phrase from_issue = only("trước ngày 01/6");
  REQUIRE(from_issue.inferred.size() == 1);
  CHECK(from_issue.inferred[0].what == Inference::What::year);
  CHECK(from_issue.inferred[0].from == Inference::From::issue_date);
  CHECK(from_issue.inferred[0].value == 2026);
  PhraseContext context = issued_in_february_2026();
  context.plan_year = 2027;
  CHECK(only("trước ngày 01/6", context).inferred[0].from == Inference::From::plan_year);
  CHECK(reading("trước ngày 01/6", context) == "before_date end 2027-05-31");
  CHECK(reading("trước ngày 10/01 năm sau", context) == "before_date end 2028-01-09");
  CHECK(only("từ ngày 15/01 đến 30/01/2026").inferred[0].from == Inference::From::same_sentence);
  CHECK(only("ngày 31/7/26").inferred[0].from == Inference::From::two_digits);
  CHECK(only("trước ngày 31/7/2026").inferred.empty());
}

TEST_CASE("a month that is not written is that of the first such day after the issue date") {
  CHECK(reading("trước ngày 25") == "before_date end 2026-02-24");
  CHECK(reading("trước ngày 10") == "before_date end 2026-03-09");
  CHECK(only("trước ngày 25").inferred[0].what == Inference::What::month);
}

TEST_CASE("without a plan's year, a day without one stays open") {
  for (const char* text : {"trước 30/11", "hoàn thành trong quý III", "cuối năm", "trước ngày 25",
                           "Từ ngày 1.1 đến ngày 6.7"}) {
    INFO(text);
    const Phrase p = only(text, {});
    CHECK(p.incomplete);
    CHECK(p.rule.kind == DeadlineKind::none);
  }
  CHECK(reading("hằng năm trước ngày 10/12", {}) == "recurring_before Y;12-10;excl");
}

TEST_CASE("a day that does not exist is kept as written, with a suggestion") {
  const Phrase p = only("chậm nhất ngày 31/11/2026");
  CHECK(p.rule.kind == DeadlineKind::impossible);
  CHECK(p.rule.written_day == 31);
  CHECK(p.rule.written_month == 11);
  CHECK(p.rule.written_year == 2026);
  CHECK(to_string(p.suggested) == "2026-11-30");
  const Phrase yearly = only("cuối năm chậm nhất ngày 31/11");
  CHECK(yearly.kind == PhraseKind::recurring);
  CHECK(yearly.rule.kind == DeadlineKind::impossible);
  CHECK(yearly.rule.written_year == 0);
  CHECK(yearly.rule.recurrence.day == 31);
}

TEST_CASE("an hour on the last day leaves part of that day in time") {
  const Phrase p = only("trước 17h00 ngày 31/3/2026");
  CHECK(p.minute == 17 * 60);
  CHECK(p.exclusive_minute);
  CHECK_FALSE(p.rule.exclusive);
  CHECK(only("trước 0 giờ ngày 01/7/2026").rule.exclusive);
}

TEST_CASE("a text that lays down a regime means every year") {
  PhraseContext regulation = issued_in_february_2026();
  regulation.regulation = true;
  CHECK(reading("chậm nhất ngày 20 tháng 12", regulation) == "recurring_by Y;12-20;incl");
  CHECK(reading("chậm nhất ngày 20 tháng 12") == "by_date end 2026-12-20");
}

TEST_CASE("a number whose words say another number is not read") {
  CHECK(reading("Chậm nhất ngày 15 (mười sáu) của tháng báo cáo") == "not_understood");
}

TEST_CASE("the date of a cited paper is no deadline") {
  CHECK(reading("Kế hoạch số 84 /KH-SYT ngày 22/4/2025") == "not_understood");
  CHECK(reading("57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị") == "not_understood");
  CHECK(reading("theo 66.7/2025/NQ-CP, xong trước 30/9/2026") == "before_date end 2026-09-29");
}

TEST_CASE("what is no statement of time is not understood") {
  for (const char* text : {"", " ", "Bệnh viện", "5", "2026", "31", "%", "(((", "ngày", "trước",
                           "quý khách hàng", "năm", "tháng", "kỳ", "10%", "1,5 tỷ", "số 12/3a"}) {
    INFO(text);
    CHECK(reading(text) == "not_understood");
  }
}

TEST_CASE("bytes that are not UTF-8 match nothing and hurt nothing") {
  CHECK(reading("trước \xFF ngày 31/7/2026") == "by_date end 2026-07-31");
  CHECK(reading("tr\xC6\xB0\xE1\xBB ngày 31/7/2026") == "by_date end 2026-07-31");
  CHECK(only("\xC3 trước ngày 31/7/2026 \xE1").rule.text.find('\xC3') == std::string::npos);
}

TEST_CASE("each kind has its own name") {
  for (int i = 0; i <= static_cast<int>(PhraseKind::week_of_month); ++i) {
    for (int k = 0; k < i; ++k) {
      CHECK(std::string(name(static_cast<PhraseKind>(i))) != name(static_cast<PhraseKind>(k)));
    }
  }
}
