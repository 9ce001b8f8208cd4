// SPDX-License-Identifier: BSL-1.0
#include "exchange/cascade_fields.hpp"

#include <catch2/catch.hpp>
#include <kehoach/cascade.hpp>

#include <set>

#include "support/cascade_text.hpp"

using namespace kehoach;
using namespace kehoach::detail;

namespace {

/// The full example must use each field, so that the tests that read and write it cover every table.
template <class... Specs>
void check_tables(const std::string& full) {
  for (const JsonFields fields : {json_fields<Specs>()...}) {
    CHECK(fields.size() <= 64);
    std::set<std::string_view> keys;
    for (const JsonField& field : fields) {
      INFO(field.key);
      CHECK(full.find("\"" + std::string(field.key) + "\":") != full.npos);
      CHECK(keys.insert(field.key).second);
      CHECK(field.key.size() < 32);  // the reader compares keys within simdjson's padding
    }
  }
}

}  // namespace

TEST_CASE("every field of every table stands in the full example, once in its table") {
  check_tables<CalendarSpec, CalendarDay, CalendarPart, UnitSpec, Effective<std::string>,
               Effective<UnitId>, DocumentSpec, DocumentRelation, TaskSpec, Predecessor,
               DeadlineRule, Recurrence, ReportSpec, IndicatorSpec, TargetSpec, Milestone,
               ObservationSpec, Settings>(cascade_file("full.json"));
}
