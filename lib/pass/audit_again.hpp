// SPDX-License-Identifier: BSL-1.0
/// What must be audited again: the one place that says what each finding rests on.
///
/// | family    | a finding about            | rests on                                                |
/// |-----------|----------------------------|---------------------------------------------------------|
/// | tasks     | a task                     | itself, its document, its facts and dates; where it     |
/// |           |                            | cannot end in time, the dates of whatever sets its own  |
/// | levels    | a task                     | its status and sums; the words, days and statuses of    |
/// |           |                            | those it implements and those that implement it;        |
/// |           |                            | whether any task of its document is taken up            |
/// | duties    | open tasks with one key    | their words, documents and leads                        |
/// | papers    | a document                 | itself, what its tasks say, whether they are cancelled, |
/// |           |                            | its reports; whether those it implements have tasks     |
/// | citations | a document                 | itself and all that cite it, and whether their tasks    |
/// |           |                            | are open                                                |
/// | reports   | a report                   | itself, its document, the one it feeds, those of the    |
/// |           |                            | same parties, the year                                  |
/// | targets   | a target                   | itself, its document, its indicator                     |
/// | burden    | all reports and offices    | all reports and their documents, the month              |
/// | adequacy  | a target, those below it   | both, others for its indicator, what these are weighed  |
/// |           |                            | by and measured against, and the day                    |
///
/// All rests on offices, calendars and settings. What is said otherwise of an item is its words, too.
#pragma once

#include <cstdint>
#include <vector>

#include "pass/audit_index.hpp"

namespace kehoach::detail {

using Keys = std::vector<std::uint64_t>;

struct Again {
  bool all = false;  ///< then nothing else is said
  std::vector<std::uint32_t> tasks, papers, citations, reports, targets;  ///< ascending
  Keys duties;                                                            ///< ascending
  std::vector<std::uint32_t> members;  ///< tasks that any of the duties has or had, ascending
  std::vector<std::uint32_t> uppers;   ///< targets whose adequacy it is, ascending
  bool burden = false;
};

/// What the step from one version to another may have changed; brings the index along.
Again again(const AuditView& before, const AuditView& now, AuditIndex&);

}  // namespace kehoach::detail
