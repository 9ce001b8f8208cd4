// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "pass/compliance.hpp"

using namespace kehoach;
using detail::Figure;

namespace {

Quantity q(const char* text) {
  return Quantity::parse(text).value();
}
Date on(const char* iso) {
  return parse_date(iso).value();
}
std::string unit_name(UnitId unit) {
  return "BV " + std::to_string(unit.value());
}

struct Case {
  IndicatorSpec indicator;
  TargetSpec target;
  std::vector<Figure> figures;
  std::vector<UnitId> expected;
  Date as_of;

  std::vector<Reason> reasons() const {
    const Verdict verdict = detail::judge(indicator, target, figures, expected, as_of).value();
    return detail::explain_verdict(indicator, target, figures, verdict, as_of, unit_name);
  }
  std::string told(Language language) const {
    std::string lines;
    for (const Reason& r : reasons()) {
      lines += std::string(2u * r.depth, ' ') + r.text.in(language) + '\n';
    }
    return lines;
  }
};

/// Doctors per 10,000 people of three hospitals, one of which has not reported.
Case doctors() {
  Case c;
  c.indicator.measure = "bác sĩ/vạn dân";
  c.indicator.aggregation = Aggregation::ratio;
  c.indicator.factor = 10000;
  c.indicator.decimals = 1;
  c.target.document = DocumentId(4);
  c.target.path = "II.1";
  c.target.milestones = {{on("2026-12-31"), q("13.1"), {}}};
  c.target.has_baseline = true;
  c.target.baseline = 12;
  c.target.baseline_date = on("2025-12-31");
  c.figures = {{UnitId(2), on("2026-06-30"), 1200, true, 990000, ObservationId(8)},
               {UnitId(1), on("2026-05-31"), 310, true, 250000, ObservationId(7)}};
  c.expected = {UnitId(1), UnitId(2), UnitId(3)};
  c.as_of = on("2026-07-01");
  return c;
}

}  // namespace

TEST_CASE("a verdict is told in Vietnamese with all its numbers") {
  CHECK(doctors().told(Language::vi) ==
        "Ngày 01/7/2026: chậm tiến độ – 12,2 bác sĩ/vạn dân\n"
        "  Số liệu của 2/3 đơn vị, tổng tử số chia tổng mẫu số\n"
        "    BV 1, ngày 31/5/2026: 310/250.000\n"
        "    BV 2, ngày 30/6/2026: 1.200/990.000\n"
        "    Làm tròn đến 1 chữ số thập phân, từ 5 trở lên thì làm tròn lên\n"
        "  Chưa có số liệu dùng được của 1/3 đơn vị: BV 3\n"
        "  Phải đạt từ 13,1 bác sĩ/vạn dân trở lên, mốc 31/12/2026\n"
        "  Đường thẳng từ 12 bác sĩ/vạn dân ngày 31/12/2025 đến mốc 31/12/2026: ngày 01/7/2026 cần "
        "12,5 bác sĩ/vạn dân\n"
        "  Thấp hơn mức 0,9 bác sĩ/vạn dân\n"
        "  Còn 183 ngày: cần thay đổi 0,148 bác sĩ/vạn dân mỗi 30 ngày; đến nay 0,033 bác sĩ/vạn "
        "dân\n");
}

TEST_CASE("a verdict is told in English with all its numbers") {
  CHECK(doctors().told(Language::en) ==
        "On 2026-07-01: behind – 12.2 bác sĩ/vạn dân\n"
        "  Figures of 2 of 3 units, sum of numerators over sum of denominators\n"
        "    BV 1, 2026-05-31: 310/250000\n"
        "    BV 2, 2026-06-30: 1200/990000\n"
        "    Decimals kept: 1, halves rounded up\n"
        "  No usable figure from 1 of 3 units: BV 3\n"
        "  Asked for: 13.1 bác sĩ/vạn dân or more by 2026-12-31\n"
        "  Straight line from 12 bác sĩ/vạn dân on 2025-12-31 to the milestone of 2026-12-31: "
        "2026-07-01 asks for 12.5 bác sĩ/vạn dân\n"
        "  0.9 bác sĩ/vạn dân below the bound\n"
        "  183 days left: 0.148 bác sĩ/vạn dân each 30 days is needed, 0.033 bác sĩ/vạn dân so "
        "far\n");
}

TEST_CASE("steps name their rule, their observation and the paper they rest on") {
  const std::vector<Reason> reasons = doctors().reasons();
  REQUIRE(reasons.size() == 10);
  CHECK(reasons[0].rule == "verdict");
  CHECK(reasons[2].rule == "figure");
  CHECK(reasons[2].item == Item(ObservationId(7)));
  CHECK(reasons[2].date == on("2026-05-31"));
  CHECK(reasons[6].rule == "bound");
  CHECK(reasons[6].document == DocumentId(4));
  CHECK(reasons[6].path == "II.1");
}

TEST_CASE("a change says from what, in percent or in points") {
  Case c = doctors();
  c.indicator.measure = "%";
  c.target.comparator = Comparator::less_or_equal;
  c.target.milestones[0].bound = q("-30");
  c.target.relative = Relative::percent;
  CHECK(c.told(Language::vi).find("Thay đổi -30 % so với 12 % ngày 31/12/2025") !=
        std::string::npos);
  c.target.relative = Relative::difference;
  CHECK(c.told(Language::vi).find("Thay đổi -30 điểm phần trăm so với 12 %") != std::string::npos);
}

TEST_CASE("a gap between percentages and the pace to close it are percentage points") {
  Case c = doctors();
  c.indicator.measure = "%";
  const std::string vi = c.told(Language::vi);
  CHECK(vi.find("Phải đạt từ 13,1 % trở lên") != std::string::npos);
  CHECK(vi.find("Thấp hơn mức 0,9 điểm phần trăm\n") != std::string::npos);
  CHECK(vi.find("cần thay đổi 0,148 điểm phần trăm mỗi 30 ngày; đến nay 0,033 điểm phần trăm") !=
        std::string::npos);
  const std::string en = c.told(Language::en);
  CHECK(en.find("0.9 percentage points below the bound") != std::string::npos);
  CHECK(en.find("0.148 percentage points each 30 days is needed, 0.033 percentage points so far") !=
        std::string::npos);
}

TEST_CASE("a change from nowhere says that there is nothing to compare with") {
  Case c = doctors();
  c.target.has_baseline = false;
  c.target.relative = Relative::percent;
  const std::vector<Reason> reasons = c.reasons();
  CHECK(reasons.back().rule == "baseline_missing");
  CHECK(reasons.front().text.vi.find("chưa kết luận được") != std::string::npos);
}

TEST_CASE("a step is at most one deeper than the one before it, however many units there are") {
  Case c = doctors();
  c.figures.clear();
  c.expected.clear();
  for (std::uint32_t u = 1; u <= 300; ++u) {
    c.expected.push_back(UnitId(u));
    if (u % 2 == 0) c.figures.push_back({UnitId(u), c.as_of, 1, true, 1000, ObservationId(u)});
  }
  const std::vector<Reason> reasons = c.reasons();
  CHECK(reasons.size() < 70);
  REQUIRE(reasons.front().depth == 0);
  for (std::size_t i = 1; i < reasons.size(); ++i) {
    CHECK(reasons[i].depth <= reasons[i - 1].depth + 1);
  }
  CHECK(c.told(Language::en).find("and 100 more units") != std::string::npos);
  CHECK(c.told(Language::en).find("(+100)") != std::string::npos);
}
