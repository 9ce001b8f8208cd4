// SPDX-License-Identifier: BSL-1.0
/// What is wrong or suspicious in the plans themselves: an answer, never an error.
///
///     for (const Finding& f : evaluation.findings())
///       std::cout << name(f.code) << ": " << f.message.vi << '\n';
///
/// Every code has an example that is also a test in `examples/findings`; a host switches codes off and
/// changes severities in `Settings::audit`.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <kehoach/date.hpp>
#include <kehoach/export.hpp>
#include <kehoach/id.hpp>
#include <kehoach/text.hpp>

namespace kehoach {

enum class Severity : std::uint8_t { note = 0, warning = 1, error = 2 };

/// Stable codes, never renumbered; their names are what JSON and people see (`name(code)`).
enum class FindingCode : std::uint16_t {
  impossible_date = 1,             ///< a deadline on a day that does not exist
  deadline_after_upper = 2,        ///< due after a task it implements
  deadline_before_issue = 3,       ///< due before its own document was issued
  upper_not_taken_up = 4,          ///< nobody implements it, others of its document are implemented
  implements_nothing = 5,          ///< tasks of a lower document that serve no upper task
  no_lead = 6,                     ///< tasks that nobody leads
  several_leads = 7,               ///< a task that more than one office leads
  lead_is_support = 8,             ///< the same office leads and supports
  infeasible = 9,                  ///< cannot end before it must
  report_before_data_closes = 10,  ///< a report due before its data window closes
  report_before_period_ends = 11,  ///< a report due before the period it reports on ends
  report_chain_infeasible = 12,    ///< a report due no earlier than the one above that sums it up
  report_order = 13,               ///< a longer period due before a shorter one that is part of it
  reports_coincide = 14,           ///< a longer and a shorter period of one report due on one day
  first_period_past = 15,          ///< the year's first due day lies before the document
  document_cited_with_two_dates = 16,  ///< one document, cited with different dates
  document_cited_in_two_styles = 17,   ///< one document, its number written in different ways
  document_cited_before_issue = 18,    ///< cited by a paper older than itself
  document_without_symbol = 19,        ///< a document with tasks that has no number
  document_without_date = 20,          ///< a document with tasks that has no date
  progress_contradicts = 21,           ///< a reported state that those below contradict
  target_contradictory = 22,           ///< a minimum and a range in one target
  baseline_missing = 23,               ///< a change is asked for without saying from what
  unit_not_existing = 24,              ///< names an office not yet founded or already closed
  no_deadlines = 25,                   ///< a document in which hardly any task has a deadline
  due_on_day_off = 26,                 ///< the last day is a day off
  implemented_though_replaced = 27,    ///< implements a document that was replaced or repealed
  report_margin_small = 28,            ///< little time between a report and the one that sums it up
  suspicious_date = 29,                ///< a day that is possible but hardly meant
  target_lowered = 30,                 ///< asks for less than the target it is part of
  target_missing = 31,                 ///< offices without a target where others have one
  target_not_implied = 32,             ///< may be missed though all targets below are met
  symbol_style = 33,                   ///< a number not written as its issuer's papers are
  document_cited_not_in_force = 34,    ///< rests on a document no longer in force on that day
  implemented_though_amended = 35,     ///< implements an amended document, not the amendment
  duplicate_duty = 36,                 ///< one office has the same duty from several documents
  reports_mergeable = 37,              ///< reports to one receiver that could be sent as one
  report_burden = 38,                  ///< an office with many reports in one month
  no_reports = 39,                     ///< a document with tasks that asks for no report
  no_successor = 40,                   ///< open duties of a closed office that nobody took over
};
inline constexpr int finding_code_count = 40;

/// One line of the table of codes. All texts live for ever.
struct FindingInfo {
  FindingCode code{};
  const char* name = "";  ///< "impossible_date" …
  Severity severity = Severity::warning;
  const char* vi = "";      ///< what it means
  const char* en = "";      ///< as the comments above
  const char* source = "";  ///< the article it rests on, "" if none
};
/// The table, by number: code n is element n - 1.
KEHOACH_EXPORT const std::array<FindingInfo, finding_code_count>& finding_codes() noexcept;

/// "impossible_date" …
KEHOACH_EXPORT const char* name(FindingCode) noexcept;
/// "note", "warning", "error".
KEHOACH_EXPORT const char* name(Severity) noexcept;

struct Finding {
  FindingCode code{};
  Severity severity = Severity::warning;
  Item item;                 ///< what it is about
  std::vector<Item> others;  ///< what else takes part, in order
  DocumentId document;       ///< place
  std::string path;
  Date date = no_date;  ///< the day it turns on, if there is one
  Text message;         ///< one sentence with names, dates and numbers, without the place
  std::string source;   ///< the article it rests on, "" if none
};

}  // namespace kehoach
