// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>

#include <algorithm>

#include <kehoach/engine.hpp>

#include "support/plans.hpp"

using namespace kehoach;
using support::by;
using support::d;
using support::Plans;

namespace {

std::vector<Finding> of(const Plans& plans, FindingCode code, const char* day = "2025-03-03") {
  const Evaluation e = plans.on(day);
  std::vector<Finding> found;
  for (const Finding& f : e.findings())
    if (f.code == code) found.push_back(f);
  return found;
}

ReportSpec report(const Plans& plans, const char* key, Period period, DueIn due, int month,
                  int day) {
  ReportSpec r;
  r.key = r.name = key;
  r.document = plans.lower;
  r.from = {plans.hospital};
  r.to = {plans.ministry};
  r.due.kind = DeadlineKind::recurring;
  r.due.recurrence.period = period;
  r.due.recurrence.due = due;
  r.due.recurrence.month = static_cast<std::int8_t>(month);
  r.due.recurrence.day = static_cast<std::int8_t>(day);
  return r;
}

void commit(Plans& plans, std::initializer_list<ReportSpec> reports) {
  Edit edit = plans.engine.edit();
  for (const ReportSpec& r : reports) edit.add(r);
  edit.commit().value();
}

}  // namespace

TEST_CASE("a day that does not exist is found, kept as written, with a suggestion") {
  Plans plans;
  TaskSpec t = plans.task("a");
  t.path = "IV.1";
  t.deadline.kind = DeadlineKind::impossible;
  t.deadline.written_year = 2025;
  t.deadline.written_month = 11;
  t.deadline.written_day = 31;
  const TaskId id = plans.add(t);
  const auto found = of(plans, FindingCode::impossible_date);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::error);
  CHECK(found[0].item == Item(id));
  CHECK(found[0].path == "IV.1");
  CHECK(found[0].date == d("2025-11-30"));
  CHECK(found[0].message.vi.find("31/11") != std::string::npos);
  CHECK(plans.on("2026-01-05").state(id).value().due == no_date);
}

TEST_CASE("a day outside 1900-2100 is said to lie outside, with the year that was written") {
  for (const int year : {1899, 9999}) {
    Plans plans;
    DeadlineRule rule;
    rule.kind = DeadlineKind::impossible;
    rule.written_year = static_cast<std::int16_t>(year);
    rule.written_month = 12;
    rule.written_day = 31;
    TaskSpec t = plans.task("a");
    t.deadline = rule;
    plans.add(t);
    ReportSpec r = report(plans, "năm", Period::year, DueIn::none, 0, 0);
    r.due = rule;
    commit(plans, {r});
    const auto found = of(plans, FindingCode::impossible_date);
    REQUIRE(found.size() == 2);
    const std::string written = "31/12/" + std::to_string(year);
    for (const Finding& f : found) {
      CHECK(f.message.en.find("the day " + written + " lies outside 1900-2100") !=
            std::string::npos);
      CHECK(f.message.vi.find("ngày " + written + " nằm ngoài các năm 1900-2100") !=
            std::string::npos);
      CHECK(f.date == no_date);
    }
    CHECK(describe(rule).en == written + " (outside 1900-2100)");
    CHECK(describe(rule).vi == "ngày " + written + " (ngoài các năm 1900-2100)");
    const Deadline derived = resolve(rule, vietnam_public_sector(), {}, {}).value();
    CHECK(derived.suggested == no_date);
    CHECK(derived.steps.back().text.en == "the day " + written + " lies outside 1900-2100");
  }
}

TEST_CASE("a day that does not exist is told with the year that was written") {
  Plans plans;
  TaskSpec t = plans.task("a");
  t.deadline.kind = DeadlineKind::impossible;
  t.deadline.written_year = 1899;
  t.deadline.written_month = 2;
  t.deadline.written_day = 29;  // no leap year
  plans.add(t);
  const auto found = of(plans, FindingCode::impossible_date);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message.en.find("the day 29/2/1899 does not exist") != std::string::npos);
}

TEST_CASE("the yearly report of 31 November is found, too") {
  Plans plans;
  commit(plans, {report(plans, "năm", Period::year, DueIn::fixed, 11, 31)});
  const auto found = of(plans, FindingCode::impossible_date);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message.vi.find("31/11") != std::string::npos);
}

TEST_CASE("a lower task due after the upper one") {
  Plans plans;
  TaskSpec t = plans.task("u", true);
  t.deadline = by("2025-06-30");
  const TaskId upper = plans.add(t);
  t = plans.task("l");
  t.implements = {upper};
  t.deadline = by("2025-07-31");
  plans.add(t);
  const auto found = of(plans, FindingCode::deadline_after_upper);
  REQUIRE(found.size() == 1);
  CHECK(found[0].others == std::vector<Item>{upper});
  CHECK(of(plans, FindingCode::infeasible).empty());
}

TEST_CASE("a task nobody took up, and one that serves nothing") {
  Plans plans;
  const TaskId taken = plans.add(plans.task("taken", true));
  const TaskId left = plans.add(plans.task("left", true));
  TaskSpec t = plans.task("l");
  t.implements = {taken};
  plans.add(t);
  const TaskId orphan = plans.add(plans.task("orphan"));
  auto found = of(plans, FindingCode::upper_not_taken_up);
  REQUIRE(found.size() == 1);
  CHECK(found[0].item == Item(left));
  found = of(plans, FindingCode::implements_nothing);
  REQUIRE(found.size() == 1);
  CHECK(found[0].item == Item(plans.lower));
  CHECK(found[0].others == std::vector<Item>{orphan});
}

TEST_CASE("no lead, several leads, one office on both sides") {
  Plans plans;
  TaskSpec t = plans.task("none");
  t.leads.clear();
  plans.add(t);
  t = plans.task("two");
  t.leads = {plans.hospital, plans.ministry};
  t.supports = {plans.ministry};
  plans.add(t);
  CHECK(of(plans, FindingCode::no_lead).size() == 1);
  CHECK(of(plans, FindingCode::several_leads).size() == 1);
  const auto found = of(plans, FindingCode::lead_is_support);
  REQUIRE(found.size() == 1);
  CHECK(found[0].others == std::vector<Item>{plans.ministry});
}

TEST_CASE(
    "a task due before its document, one that cannot be done in time, one due on a Saturday") {
  Plans plans;
  TaskSpec t = plans.task("before");
  t.deadline = by("2025-01-20");
  plans.add(t);
  CHECK(of(plans, FindingCode::deadline_before_issue).size() == 1);
  t = plans.task("long");
  t.duration = 10;
  t.deadline = by("2025-02-10");
  const TaskId tight = plans.add(t);
  const auto found = of(plans, FindingCode::infeasible);
  REQUIRE(found.size() == 2);  // "before" cannot be done in time either
  CHECK(found[1].item == Item(tight));
  t = plans.task("saturday");
  t.deadline = by("2025-03-15");
  plans.add(t);
  CHECK(of(plans, FindingCode::due_on_day_off).size() == 1);
}

TEST_CASE("a report due before its data closes rests on NĐ 09/2019") {
  Plans plans;
  ReportSpec r = report(plans, "quý", Period::quarter, DueIn::last_month, 0, 10);
  r.due.recurrence.window = DataWindow::decree_09;
  commit(plans, {r});
  const auto found = of(plans, FindingCode::report_before_data_closes);
  REQUIRE(found.size() == 1);
  CHECK(found[0].source.find("09/2019") != std::string::npos);
  CHECK(found[0].date == d("2025-03-10"));
}

TEST_CASE("between closing day and due day lies a working day, rolling counted") {
  // February 2026: data closes on Saturday 14, the 19th is Tết, so the 23rd counts: one working day.
  Plans plans("2025-12-01", "2025-12-15");
  ReportSpec r = report(plans, "tháng", Period::month, DueIn::same_month, 0, 20);
  r.due.recurrence.exclusive = true;
  r.due.recurrence.window = DataWindow::decree_09;
  commit(plans, {r});
  CHECK(of(plans, FindingCode::report_before_data_closes, "2026-03-02").empty());
}

TEST_CASE("the year report before its last quarter, and two reports on one day") {
  Plans plans;
  commit(plans, {report(plans, "quý", Period::quarter, DueIn::last_month, 0, 10),
                 report(plans, "sáu tháng", Period::half_year, DueIn::fixed, 6, 10),
                 report(plans, "năm", Period::year, DueIn::fixed, 11, 14)});
  CHECK(of(plans, FindingCode::report_order).size() == 1);
  CHECK(of(plans, FindingCode::reports_coincide).size() == 1);
}

TEST_CASE(
    "of very many shorter reports due with a longer one twenty are told, and that there are more") {
  for (const int shorter : {20, 21, 60}) {
    Plans plans;
    Edit edit = plans.engine.edit();
    edit.add(report(plans, "năm", Period::year, DueIn::fixed, 12, 10));
    for (int i = 0; i < shorter; ++i) {
      const std::string n = std::to_string(i);
      edit.add(report(plans, ("cùng " + n).c_str(), Period::quarter, DueIn::last_month, 0, 10));
      edit.add(report(plans, ("sau " + n).c_str(), Period::month, DueIn::same_month, 0, 20));
    }
    edit.commit().value();
    for (const FindingCode code : {FindingCode::report_order, FindingCode::reports_coincide}) {
      std::vector<Finding> found = of(plans, code);
      found.erase(std::remove_if(found.begin(), found.end(),
                                 [](const Finding& f) { return f.item != Item(ReportId(1)); }),
                  found.end());
      REQUIRE(found.size() == 20);
      const auto more = std::count_if(found.begin(), found.end(), [](const Finding& f) {
        return f.message.en.find("so it is with other reports") != std::string::npos;
      });
      CHECK(more == (shorter > 20 ? 1 : 0));
    }
  }
}

TEST_CASE("a report that is due after the one it feeds") {
  Plans plans;
  Edit edit = plans.engine.edit();
  ReportSpec above = report(plans, "trên", Period::quarter, DueIn::last_month, 0, 10);
  above.from = {plans.ministry};
  above.to = {};
  const ReportId upper = edit.add(above);
  ReportSpec below = report(plans, "dưới", Period::quarter, DueIn::last_month, 0, 20);
  below.feeds = upper;
  const ReportId lower = edit.add(below);
  edit.commit().value();
  const auto found = of(plans, FindingCode::report_chain_infeasible);
  REQUIRE(found.size() == 1);
  CHECK(found[0].item == Item(lower));
  CHECK(found[0].others == std::vector<Item>{upper});
}

TEST_CASE("the first period that had passed before the document came") {
  Plans plans("2025-01-06", "2025-04-22");
  commit(plans, {report(plans, "quý", Period::quarter, DueIn::last_month, 0, 10)});
  const auto found = of(plans, FindingCode::first_period_past, "2025-05-05");
  REQUIRE(found.size() == 1);
  CHECK(found[0].date == d("2025-03-10"));
}

TEST_CASE("a document cited with two dates, in two styles, before it was issued") {
  Plans plans;
  const Snapshot s = plans.engine.snapshot();
  DocumentSpec doc = s.spec(plans.lower).value();
  doc.issued = d("2025-01-02");  // before the upper document
  doc.relations[0].cited_symbol = "01-KH/BYT";
  doc.relations[0].cited_date = d("2025-01-05");
  Edit edit = plans.engine.edit();
  edit.change(plans.lower, doc);
  edit.commit().value();
  for (FindingCode code :
       {FindingCode::document_cited_with_two_dates, FindingCode::document_cited_in_two_styles,
        FindingCode::document_cited_before_issue}) {
    const auto found = of(plans, code);
    CAPTURE(name(code));
    REQUIRE(found.size() == 1);
    CHECK(found[0].item == Item(plans.upper));
    CHECK(found[0].others == std::vector<Item>{plans.lower});
  }
}

TEST_CASE("a document that is still implemented though it was replaced") {
  Plans plans;
  DocumentSpec newer;
  newer.symbol = "03/KH-BYT";
  newer.issued = d("2025-01-20");
  newer.relations = {{Relation::replaces, plans.upper, "", no_date, {}}};
  Edit edit = plans.engine.edit();
  edit.add(newer);
  edit.commit().value();
  CHECK(of(plans, FindingCode::implemented_though_replaced).size() == 1);
}

TEST_CASE("reported done although those below are not") {
  Plans plans;
  const TaskId upper = plans.add(plans.task("u", true));
  TaskSpec t = plans.task("l");
  t.implements = {upper};
  const TaskId lower = plans.add(t);
  plans.observe(upper, Observed::done, "2025-03-03");
  const auto found = of(plans, FindingCode::progress_contradicts, "2025-03-10");
  REQUIRE(found.size() == 1);
  CHECK(found[0].others == std::vector<Item>{lower});
  plans.observe(lower, Observed::done, "2025-03-03");
  CHECK(of(plans, FindingCode::progress_contradicts, "2025-03-10").empty());
}

TEST_CASE("progress that those below cannot add up to, whatever they may still report") {
  Plans plans;
  const TaskId upper = plans.add(plans.task("u", true));
  for (const char* key : {"l1", "l2"}) {
    TaskSpec t = plans.task(key);
    t.implements = {upper};
    plans.add(t);
  }
  plans.observe(TaskId(2), Observed::progress, "2025-03-03", 40);
  const auto found = [&] { return of(plans, FindingCode::progress_contradicts, "2025-03-10"); };
  plans.observe(upper, Observed::progress, "2025-03-03", 70);  // if the other one were done: 70
  CHECK(found().empty());
  plans.observe(upper, Observed::progress, "2025-03-04", 71);
  REQUIRE(found().size() == 1);
  CHECK(found()[0].item == Item(upper));
  CHECK(found()[0].message.en.find("between 20 % and 70 %") != std::string::npos);
  plans.observe(upper, Observed::progress, "2025-03-05", 20);
  CHECK(found().empty());
  plans.observe(upper, Observed::progress, "2025-03-06", 19);
  CHECK(found().size() == 1);
}

TEST_CASE("a paper cannot cite one that came later, in whatever way") {
  Plans plans;
  DocumentSpec slip;
  slip.symbol = "Phiếu";
  slip.issued = d("2025-01-03");
  slip.relations = {{Relation::cites, plans.upper, "", no_date, {}}};
  Edit edit = plans.engine.edit();
  edit.add(slip);
  edit.commit().value();
  CHECK(of(plans, FindingCode::document_cited_before_issue).size() == 1);
}

TEST_CASE("a change without a baseline, and a minimum that is a range") {
  Plans plans;
  Edit edit = plans.engine.edit();
  IndicatorSpec indicator;
  indicator.name = "Thời gian giải quyết";
  TargetSpec target;
  target.indicator = edit.add(indicator);
  target.unit = plans.hospital;
  target.comparator = Comparator::range;
  target.relative = Relative::percent;
  target.text = "Cắt giảm tối thiểu 30% - 50%";
  target.milestones = {{d("2025-12-31"), -50, -30}};
  edit.add(target);
  edit.commit().value();
  CHECK(of(plans, FindingCode::baseline_missing).size() == 1);
  CHECK(of(plans, FindingCode::target_contradictory).size() == 1);
}

TEST_CASE(
    "an office that does not exist yet, a document without number or date, one without days") {
  Plans plans;
  Edit edit = plans.engine.edit();
  UnitSpec later = support::office("sau", Level::station);
  later.names[0].from = d("2026-01-01");
  const UnitId unit = edit.add(later);
  DocumentSpec nameless;
  nameless.title = "Kế hoạch không số";
  const DocumentId document = edit.add(nameless);
  TaskSpec t;
  t.document = document;
  for (int i = 0; i < 5; ++i) edit.add(t);
  t = plans.task("early");
  t.leads = {unit};
  edit.add(t);
  edit.commit().value();
  CHECK(of(plans, FindingCode::unit_not_existing).size() == 1);
  CHECK(of(plans, FindingCode::document_without_symbol).size() == 1);
  CHECK(of(plans, FindingCode::document_without_date).size() == 1);
  CHECK(of(plans, FindingCode::no_deadlines).size() == 1);
}

TEST_CASE("findings come with errors first, then by code and item") {
  Plans plans;
  TaskSpec t = plans.task("a");
  t.leads.clear();
  t.duration = 10;
  t.deadline = by("2025-02-10");
  plans.add(t);
  const FindingList all = plans.on("2025-03-03").findings();
  REQUIRE(all.size() >= 2);
  CHECK(std::is_sorted(all.begin(), all.end(), [](const Finding& a, const Finding& b) {
    if (a.severity != b.severity) return a.severity > b.severity;
    return a.code != b.code ? a.code < b.code : a.item < b.item;
  }));
  for (const Finding& f : all) {
    CHECK_FALSE(f.message.vi.empty());
    CHECK_FALSE(f.message.en.empty());
  }
}
