// SPDX-License-Identifier: BSL-1.0
// Calendars that a host supplies as JSON: of a unit, inherited, combined, with days from which they
// hold, as known on a day.
#include <catch2/catch.hpp>
#include <kehoach/calendar_version.hpp>
#include <kehoach/exchange.hpp>

#include "support/cascade_text.hpp"
#include "support/plans.hpp"

using namespace kehoach;
using support::d;

namespace {

const std::string six = R"({"key": "six", "base": "vietnam_public_sector",
  "week": [true, true, true, true, true, true, false]})";

std::string with(const std::string& calendar) {
  return cascade(
      "\"calendars\": [" + six + ",\n" + calendar +
      "], \"units\": [{\"key\": \"bv\", \"name\": \"Bệnh viện\", \"calendar\": \"own\"},\n"
      "{\"key\": \"khoa\", \"name\": \"Khoa\", \"parent\": \"bv\"}]");
}

/// The calendar of the unit that inherits it from the one above.
Calendar of_unit(const std::string& calendar) {
  const Engine engine = read_json(with(calendar)).value();
  const Snapshot plans = engine.snapshot();
  CHECK(write_json(plans) == write_json(read_json(write_json(plans))->snapshot()));
  return plans.calendar(UnitId(plans.find(ItemKind::unit, "khoa")->id)).value();
}

Errc fault(const std::string& calendar) {
  const Result<Engine> read = read_json(with(calendar));
  return read.ok() ? Errc::ok : read.error().code;
}

}  // namespace

TEST_CASE("a hospital's own week and days come from JSON and hold for the offices below it") {
  const Calendar own = of_unit(R"({"key": "own", "base": "six",
    "days": [{"date": "2026-03-07", "name": "Hội nghị", "source": "12/TB-BV"}]})");
  CHECK_FALSE(*own.is_working_day(d("2026-03-07")));
  CHECK(*own.is_working_day(d("2026-03-14")));        // a Saturday
  CHECK_FALSE(*own.is_working_day(d("2026-02-17")));  // Tết, from the base's base
  CHECK(own.exception(d("2026-03-07"))->source == "12/TB-BV");
}

TEST_CASE("a calendar from JSON may be worked where all its parts are, or where one is") {
  const Date saturday = d("2026-03-14");
  CHECK_FALSE(*of_unit(R"({"key": "own", "combine": "both_work",
    "parts": [{"calendar": "six"}, {"calendar": "vietnam_public_sector"}]})")
                   .is_working_day(saturday));
  CHECK(*of_unit(R"({"key": "own", "combine": "either_works",
    "parts": [{"calendar": "six"}, {"calendar": "vietnam_public_sector"}]})")
             .is_working_day(saturday));
}

TEST_CASE("a calendar from JSON may change its week on a day") {
  const Calendar own = of_unit(R"({"key": "own", "combine": "in_turn",
    "parts": [{"calendar": "vietnam_public_sector"}, {"calendar": "six", "from": "2026-07-01"}]})");
  CHECK_FALSE(*own.is_working_day(d("2026-06-27")));
  CHECK(*own.is_working_day(d("2026-07-04")));
}

TEST_CASE("a calendar from JSON may be the one known on a day, projections included") {
  const Calendar march =
      of_unit(R"({"key": "own", "base": "vietnam_public_sector", "known_on": "2024-03-31"})");
  CHECK(differences(march, vietnam_public_sector(d("2024-03-31"))).empty());
  CHECK(*march.is_working_day(d("2024-04-29")));
  CHECK(march.exception(d("2026-02-17"))->projected);
  const Calendar parts = of_unit(R"({"key": "own", "combine": "in_turn", "known_on": "2024-03-31",
    "parts": [{"calendar": "vietnam_public_sector"}]})");
  CHECK(differences(march, parts).empty());
}

TEST_CASE("calendars that cannot be made are refused with their code") {
  CHECK(fault(R"({"key": "own", "base": "own"})") == Errc::unknown_key);
  CHECK(fault(R"({"key": "own", "combine": "in_turn", "parts": [{"calendar": "own"}]})") ==
        Errc::unknown_key);
  CHECK(fault(R"({"key": "own", "combine": "in_turn", "parts": [{"calendar": "x"}]})") ==
        Errc::unknown_key);
  CHECK(fault(R"({"key": "own", "combine": "both_work", "parts": [{"calendar": "six"}]})") ==
        Errc::invalid_value);
  CHECK(fault(R"({"key": "own", "combine": "both_work"})") == Errc::invalid_value);
  CHECK(fault(R"({"key": "own", "parts": [{"calendar": "six"}]})") == Errc::invalid_value);
  CHECK(fault(R"({"key": "own", "base": "six", "combine": "in_turn",
    "parts": [{"calendar": "six"}]})") == Errc::invalid_value);
  CHECK(fault(R"({"key": "own", "combine": "in_turn", "parts": [{}]})") == Errc::missing_field);
  CHECK(fault(R"({"key": "own", "combine": "in_turn", "parts": [
    {"calendar": "six", "from": "2026-07-01"}, {"calendar": "six", "from": "2026-07-01"}]})") ==
        Errc::invalid_value);
  CHECK(fault(R"({"key": "own", "first": "2027-01-01", "last": "2026-01-01"})") ==
        Errc::invalid_value);
  CHECK(fault(R"({"key": "own", "days": [{"date": "2026-02-30"}]})") == Errc::impossible_date);
}
