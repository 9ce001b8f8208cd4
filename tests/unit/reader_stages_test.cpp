// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>

#include "reader/dates.hpp"
#include "reader/figure.hpp"
#include "reader/marker.hpp"
#include "reader/symbol.hpp"
#include "reader/targets.hpp"
#include "reader/units.hpp"
#include "support/reading.hpp"

using namespace kehoach;
using namespace kehoach::detail;
using kehoach::test::Staged;

namespace {

std::string symbol_of(const std::string& text) {
  const Staged staged(text);
  const Source source = staged.source();
  for (std::uint32_t t = 0; t < staged.size(); ++t) {
    if (!source.number(t)) continue;
    const bool announced = t > 0 && (source.low_is(t - 1, "số") || source.sign(t - 1, ':'));
    return symbol_at(source, t, staged.size(), announced).official;
  }
  return "";
}

std::string marker_of(const std::string& text) {
  const Staged staged(text);
  const auto marker = marker_at(staged.page, 0, staged.size());
  return marker ? std::to_string(static_cast<int>(marker->kind)) + " " + marker->label : "none";
}

std::string date_of(const std::string& text) {
  const Staged staged(text);
  const WrittenDate date = date_at(staged.source(), 0, staged.size());
  return !date             ? "none"
         : date.blank      ? "blank"
         : date.impossible ? "impossible"
                           : to_string(date.date);
}

std::string label_units(const std::string& text) {
  const Staged staged(text);
  const Source source = staged.source();
  return kehoach::test::joined(names_of(source, units_of(source, {0, staged.size()})));
}

std::string units_before_verb(const std::string& text) {
  const Staged staged(text);
  const Source source = staged.source();
  return kehoach::test::joined(names_of(source, units_at(source, 0, staged.size())));
}

}  // namespace

TEST_CASE("a symbol is printed in its one official form, however it is written") {
  CHECK(symbol_of("số 139/NQ-\n\nCP ngày 17/5/2025") == "139/NQ-CP");
  CHECK(symbol_of("Số: 84 /KH-SYT") == "84/KH-SYT");
  CHECK(symbol_of("số 547/KH-TU") == "547-KH/TU");
  CHECK(symbol_of("số 08- NQ/TU") == "08-NQ/TU");
  CHECK(symbol_of("số 66.7/2025.NQ-CP") == "66.7/2025/NQ-CP");
  CHECK(symbol_of("số 188/2025/NĐ-CP") == "188/2025/NĐ-CP");
  CHECK(symbol_of("số 121/2020/QH14") == "121/2020/QH14");
  CHECK(symbol_of("số 05 KH/BCSĐ") == "05-KH/BCSĐ");
  CHECK(symbol_of("số 1956/qđ-ttg") == "1956/QĐ-TTg");
  CHECK(symbol_of("số 08-Ctr/TU") == "08-CTr/TU");
  CHECK(symbol_of("Số: 1l05/SYT-NVY") == "1105/SYT-NVY");
  CHECK(symbol_of("Số: 1 633/SYT-NVY") == "1633/SYT-NVY");
  CHECK(symbol_of("số 244/SKHCN-BCVT&CĐS ngày") == "244/SKHCN-BCVT&CĐS");
  CHECK(symbol_of("số 3260-KH/ĐĐQH15") == "3260-KH/ĐĐQH15");
  CHECK(symbol_of("số 20-HD/BTGTW") == "20-HD/BTGTW");
}

TEST_CASE("dates, rates and ages are no symbols") {
  CHECK(symbol_of("31/7/2025") == "");
  CHECK(symbol_of("13,1 bác sĩ/01 vạn dân") == "");
  CHECK(symbol_of("từ 01-18 tuổi") == "");
}

TEST_CASE("two symbols are one paper when they differ in separators, case and leading zeros only") {
  CHECK(symbol_key("547-KH/TU") == symbol_key("547/kh-tu"));
  CHECK(symbol_key("02/NQ-CP") == symbol_key("2/NQ-CP"));
  CHECK(symbol_key("68-NQ/TW") != symbol_key("66-NQ/TW"));
}

TEST_CASE("markers of every numbering style are told from words and figures") {
  CHECK(marker_of("III. NHIỆM VỤ") == "2 III");
  CHECK(marker_of("I/ Công tác") == "2 I");
  CHECK(marker_of("Điều 3. Chánh Văn phòng") == "4 Điều 3");
  CHECK(marker_of("2. Sở Y tế") == "5 2");
  CHECK(marker_of("2) Sở Y tế") == "5 2");
  CHECK(marker_of("(1) Kiểm tra") == "5 1");
  CHECK(marker_of("2.1. Tháo gỡ") == "6 2.1");
  CHECK(marker_of("đ) Phấn đấu") == "7 đ");
  CHECK(marker_of("(ii) Rà soát") == "8 ii");
  CHECK(marker_of("- Rà soát") == "9 ");
  CHECK(marker_of("– Rà soát") == "9 ");
  CHECK(marker_of("+ Rà soát") == "10 ");
  CHECK(marker_of("• Rà soát") == "11 ");
  CHECK(marker_of("17/5/2025 của Chính phủ") == "none");
  CHECK(marker_of("2.305 người") == "none");
  CHECK(marker_of("X-quang tại chỗ") == "none");
}

TEST_CASE("a date is read in every separator and never repaired") {
  CHECK(date_of("ngày 31/7/2025") == "2025-07-31");
  CHECK(date_of("ngày ngày 08/4/2025") == "2025-04-08");
  CHECK(date_of("ngày, 02 tháng 04 năm 2025") == "2025-04-02");
  CHECK(date_of("31.7.2025") == "2025-07-31");
  CHECK(date_of("1-1-2026") == "2026-01-01");
  CHECK(date_of("ngày 31/11/2026") == "impossible");
  CHECK(date_of("ngày     tháng 4 năm 2026") == "blank");
  CHECK(date_of("31/7") == "none");
}

TEST_CASE("a list of units is cut between units and never inside a name") {
  CHECK(label_units("Phòng nghiệp vụ Dược, Phòng nghiệp vụ Y.") ==
        "Phòng nghiệp vụ Dược | Phòng nghiệp vụ Y");
  CHECK(label_units("Các Phòng chức năng, đơn vị trực thuộc") ==
        "Các Phòng chức năng | đơn vị trực thuộc");
  CHECK(label_units("Bộ Văn hóa, Thể thao và Du lịch; Bộ Y tế") ==
        "Bộ Văn hóa, Thể thao và Du lịch | Bộ Y tế");
  CHECK(label_units("các sở, ban, ngành, địa phương") == "các sở, ban, ngành | địa phương");
  CHECK(label_units("các cơ quan, đơn vị có liên quan") == "các cơ quan, đơn vị có liên quan");
  CHECK(label_units("Các khoa, phòng") == "Các khoa, phòng");
  CHECK(label_units("UBND các xã, phường, đặc khu") == "UBND các xã, phường, đặc khu");
}

TEST_CASE("in running text a name ends before the verb") {
  CHECK(units_before_verb("Sở Tài chính tham mưu bố trí kinh phí") == "Sở Tài chính");
  CHECK(units_before_verb("Sở Khoa học và Công nghệ xây dựng đề án") == "Sở Khoa học và Công nghệ");
  CHECK(units_before_verb("Công an tỉnh và các cơ quan, đơn vị liên quan để hướng dẫn") ==
        "Công an tỉnh | các cơ quan, đơn vị liên quan");
  CHECK(units_before_verb("Trung tâm Kiểm soát bệnh tật, Phòng Nghiệp vụ Y rà soát") ==
        "Trung tâm Kiểm soát bệnh tật | Phòng Nghiệp vụ Y");
  CHECK(units_before_verb("khoa học công nghệ phát triển") == "");
}

TEST_CASE("decimal comma and thousands dot are resolved") {
  CHECK(decimal_text("13,1") == "13.1");
  CHECK(decimal_text("2.305") == "2305");
  CHECK(decimal_text("472.971") == "472971");
  CHECK(decimal_text("97.1") == "97.1");
  CHECK(decimal_text("05") == "5");
  CHECK(decimal_text("0,09") == "0.09");
  CHECK(decimal_text("1,2,3") == "");
}
