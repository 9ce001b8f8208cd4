// SPDX-License-Identifier: BSL-1.0
/// What is wrong or suspicious in the plans themselves: an answer, never an error.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <kehoach/date.hpp>
#include <kehoach/export.hpp>
#include <kehoach/id.hpp>
#include <kehoach/text.hpp>

namespace kehoach {

enum class Severity : std::uint8_t { note = 0, warning = 1, error = 2 };

/// Stable codes; the word in brackets is what JSON and people see (`name(code)`).
enum class FindingCode : std::uint16_t {
  impossible_date = 1,        ///< a deadline on a day that does not exist (31/11)
  deadline_after_upper = 2,   ///< due after a task it implements
  deadline_before_issue = 3,  ///< due before its own document was issued
  upper_not_taken_up = 4,     ///< a task of an upper document nobody implements, where others of
                              ///< the same document are implemented
  implements_nothing = 5,     ///< a task of a lower document that serves no upper task
  no_lead = 6,                ///< nobody leads
  several_leads = 7,          ///< more than one leads
  lead_is_support = 8,        ///< the same office leads and supports
  infeasible = 9,             ///< cannot end before it must: negative slack
  report_before_data_closes = 10,  ///< due before the data window ends (NĐ 09/2019 art. 8(5), 12)
  report_before_period_ends = 11,  ///< due well before the period it reports on ends
  report_chain_infeasible = 12,    ///< due later than the report above that sums it up
  report_order = 13,       ///< a later or longer period falls due before a shorter one it sums up
  reports_coincide = 14,   ///< two reports of one sender to one receiver on one day
  first_period_past = 15,  ///< the first due day of the year lies before the document
  document_cited_with_two_dates = 16,
  document_cited_in_two_styles = 17,
  document_cited_before_issue = 18,  ///< cited by a paper older than itself
  document_without_symbol = 19,
  document_without_date = 20,
  progress_contradicts = 21,         ///< reported progress and that of those below disagree
  target_contradictory = 22,         ///< a lower bound stated together with a range
  baseline_missing = 23,             ///< a change is asked for without saying from what
  unit_not_existing = 24,            ///< leads on a day on which it has no name yet
  no_deadlines = 25,                 ///< a document in which hardly any task has a deadline
  due_on_day_off = 26,               ///< the last valid day is a day off; rolled by policy
  implemented_though_replaced = 27,  ///< implements a document that was replaced or repealed
};

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
  Text message;         ///< one sentence with names, dates and numbers
  std::string source;   ///< the article it rests on, "" if none
};

}  // namespace kehoach
