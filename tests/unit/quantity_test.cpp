// SPDX-License-Identifier: BSL-1.0
#include <kehoach/quantity.hpp>

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>
#include <string>

using namespace kehoach;

namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

Quantity q(const char* text) {
  return Quantity::parse(text).value();
}

Errc fault(const Result<Quantity>& result) {
  return result.ok() ? Errc::ok : result.error().code;
}

}  // namespace

static_assert(sizeof(Quantity) == 16);
static_assert(Quantity{}.coefficient() == 0 && Quantity{7}.scale() == 0);

TEST_CASE("a quantity is kept without trailing zeros, so equal numbers are equal bytes") {
  const Quantity thirteen = Quantity::make(131000, 4).value();
  CHECK(thirteen.coefficient() == 131);
  CHECK(thirteen.scale() == 1);
  CHECK(thirteen == q("13.1"));
  CHECK(q("13.10") == q("13.1"));
  CHECK(q("0.000") == Quantity{});
  CHECK(q("-0") == Quantity{});
  CHECK(Quantity::make(100, 0).value().coefficient() == 100);
  CHECK(q("13.1") != q("13.2"));
}

TEST_CASE("make refuses a scale outside 0 to 12") {
  CHECK(fault(Quantity::make(1, -1)) == Errc::invalid_value);
  CHECK(fault(Quantity::make(1, 13)) == Errc::invalid_value);
  CHECK(Quantity::make(1, 12).value().to_string() == "0.000000000001");
}

TEST_CASE("parse reads an optional minus, digits, and an optional point with digits") {
  struct Line {
    const char* text;
    std::int64_t coefficient;
    int scale;
  };
  const Line lines[] = {
      {"0", 0, 0},
      {"-12", -12, 0},
      {"13.1", 131, 1},
      {"-0.5", -5, 1},
      {"007.50", 75, 1},
      {"472971", 472971, 0},
      {"999999999999999999", 999999999999999999, 0},
      {"9223372036854775807", largest, 0},
      {"-9223372036854775808", smallest, 0},
      {"0.000000000001", 1, 12},
      {"1.0000000000000000000000", 1, 0},
      {"00000000000000000000000000000000000000000001", 1, 0},
  };
  for (const Line& line : lines) {
    INFO(line.text);
    CHECK(q(line.text).coefficient() == line.coefficient);
    CHECK(q(line.text).scale() == line.scale);
  }
}

TEST_CASE("parse calls all other text syntax") {
  for (const char* text : {"", "-", ".", ".5", "5.", "-.5", "+5", "--5", "1e3", " 1", "1 ", "13,1",
                           "1.2.3", "0x1", "12a", "\xc2\xbd"}) {
    INFO(text);
    CHECK(fault(Quantity::parse(text)) == Errc::syntax);
  }
  CHECK(fault(Quantity::parse(std::string_view("1\0", 2))) == Errc::syntax);
}

TEST_CASE("parse calls what does not fit overflow") {
  for (const char* text :
       {"9223372036854775808", "-9223372036854775809", "0.0000000000001", "12345678.123456789012",
        "99999999999999999999999999999999999999999999", "10000000000000000000.5"}) {
    INFO(text);
    CHECK(fault(Quantity::parse(text)) == Errc::overflow);
  }
}

TEST_CASE("plus, minus and times are exact or overflow") {
  CHECK(q("0.1").plus(q("0.2")).value() == q("0.3"));
  CHECK(q("13.1").minus(q("13.1")).value() == Quantity{});
  CHECK(q("1.5").times(q("-0.2")).value() == q("-0.3"));
  CHECK(q("0.000001").times(q("0.000001")).value() == q("0.000000000001"));
  CHECK(q("0.0000025").times(q("0.0000004")).value() == q("0.000000000001"));
  CHECK(fault(Quantity{largest}.plus(1)) == Errc::overflow);
  CHECK(fault(Quantity{smallest}.minus(1)) == Errc::overflow);
  CHECK(fault(Quantity{smallest}.times(-1)) == Errc::overflow);
  CHECK(fault(q("0.0000001").times(q("0.0000001"))) == Errc::overflow);
  CHECK(fault(Quantity{largest}.plus(q("0.5"))) == Errc::overflow);
}

TEST_CASE("a sum that fits is given even where its parts at one scale do not") {
  const Quantity a = q("9223372036854775.807");
  CHECK(a.plus(q("0.193")).value() == q("9223372036854776"));
  CHECK(Quantity{largest}.minus(largest).value() == Quantity{});
}

TEST_CASE("over rounds once, as told") {
  struct Line {
    const char* a;
    const char* b;
    int decimals;
    const char* half_up;
    const char* cut;
  };
  const Line lines[] = {
      {"1", "3", 2, "0.33", "0.33"},
      {"2", "3", 2, "0.67", "0.66"},
      {"-2", "3", 2, "-0.67", "-0.66"},
      {"1", "2", 0, "1", "0"},
      {"-1", "2", 0, "-1", "0"},
      {"1605100", "16274", 2, "98.63", "98.62"},  // 2017: done of due, printed as 98,62 %
      {"6", "0.03", 0, "200", "200"},
      {"0.06", "3", 1, "0", "0"},
      {"0.15", "3", 1, "0.1", "0"},
      {"1", "8", 12, "0.125", "0.125"},
      {"9223372036854775807", "1", 12, "9223372036854775807", "9223372036854775807"},
      {"0.000000000001", "9223372036854775807", 12, "0", "0"},
      {"9223372036854775807", "9223372036854775807", 12, "1", "1"},
  };
  for (const Line& line : lines) {
    INFO(line.a << " / " << line.b);
    CHECK(q(line.a).over(q(line.b), line.decimals, Rounding::half_up).value() == q(line.half_up));
    CHECK(q(line.a).over(q(line.b), line.decimals, Rounding::truncate).value() == q(line.cut));
  }
}

TEST_CASE("over says what it cannot do") {
  const auto over = [](Quantity a, Quantity b, int decimals) {
    return fault(a.over(b, decimals, Rounding::half_up));
  };
  CHECK(over(1, 0, 2) == Errc::divide_by_zero);
  CHECK(over(1, 3, -1) == Errc::invalid_value);
  CHECK(over(1, 3, 13) == Errc::invalid_value);
  CHECK(over(smallest, -1, 0) == Errc::overflow);
  CHECK(over(largest, q("0.000000000001"), 0) == Errc::overflow);
  CHECK(over(largest, 3, 12) == Errc::overflow);
}

TEST_CASE("rounded cuts to a number of decimals, halves away from zero") {
  CHECK(q("98.625").rounded(2, Rounding::half_up) == q("98.63"));
  CHECK(q("98.629").rounded(2, Rounding::truncate) == q("98.62"));
  CHECK(q("-98.625").rounded(2, Rounding::half_up) == q("-98.63"));
  CHECK(q("-98.629").rounded(2, Rounding::truncate) == q("-98.62"));
  CHECK(q("13.1").rounded(6, Rounding::half_up) == q("13.1"));
  CHECK(q("0.9996").rounded(3, Rounding::half_up) == Quantity{1});
  CHECK(q("13.5").rounded(-3, Rounding::half_up) == Quantity{14});
  CHECK(q("922337203685477580.7").rounded(0, Rounding::half_up) == q("922337203685477581"));
}

TEST_CASE("compare is exact for every pair") {
  CHECK(q("13.1").compare(q("13.10")) == 0);
  CHECK(Quantity{largest}.compare(q("0.000000000001")) > 0);
  CHECK(Quantity{smallest}.compare(q("-9223372.036854775808")) < 0);
  CHECK(q("94.999999999999").compare(95) < 0);
  CHECK(q("-1") < q("0.5"));
  // As binary doubles these two are one number.
  CHECK(q("9007199254740993").compare(q("9007199254740992")) > 0);
}

TEST_CASE("to_string is the shortest form that parse reads back") {
  for (const char* text :
       {"0", "13.1", "-13.1", "0.05", "-0.000000000001", "472971", "9223372036854775807",
        "-9223372036854775808", "-9223372.036854775808"}) {
    CHECK(q(text).to_string() == text);
  }
}

TEST_CASE("to_vietnamese writes a decimal comma and thousands dots") {
  CHECK(q("13.1").to_vietnamese() == "13,1");
  CHECK(q("472971").to_vietnamese() == "472.971");
  CHECK(q("-3726.05").to_vietnamese() == "-3.726,05");
  CHECK(q("999").to_vietnamese() == "999");
  CHECK(q("1000000").to_vietnamese() == "1.000.000");
  CHECK(q("-100").to_vietnamese() == "-100");
  CHECK(Quantity{smallest}.to_vietnamese() == "-9.223.372.036.854.775.808");
}
