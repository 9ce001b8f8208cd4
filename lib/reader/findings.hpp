// SPDX-License-Identifier: BSL-1.0
/// What is wrong or remarkable in the text, from what the other stages found. Every check is one
/// function and reports each case once, in the order of `find_findings`.
#pragma once

#include <vector>

#include <kehoach/reader.hpp>

#include "reader/letterhead.hpp"
#include "reader/outline.hpp"
#include "reader/parts.hpp"
#include "reader/recipients.hpp"
#include "reader/references.hpp"
#include "reader/reports.hpp"
#include "reader/table.hpp"
#include "reader/targets.hpp"
#include "reader/tasks.hpp"

namespace kehoach::detail {

/// All that was found; only looked at.
struct Evidence {
  const Source& source;
  const Form& form;
  const Outline& outline;
  const Letterhead& head;
  bool number_from_annex = false;
  const Cited& cited;
  const Tasks& tasks;
  const std::vector<FoundReport>& reports;
  const std::vector<FoundTarget>& targets;
  const TableItems& tables;
  const Recipients& recipients;
  const DeadlineReader& deadlines;
  const std::vector<ReadTask>& all_tasks;  ///< with those of tables
  bool composed = true;                    ///< the input was in NFC
  const std::vector<std::size_t>& broken;  ///< lines with bytes that are not UTF-8
};

std::vector<ReadFinding> find_findings(const Evidence&);

/// Where findings are gathered; lines are sorted and freed of doubles.
class FindingList {
 public:
  void add(const char* code, std::string message, std::vector<std::size_t> lines);
  std::vector<ReadFinding> take() { return std::move(list_); }

 private:
  std::vector<ReadFinding> list_;
};

void check_identity(const Evidence&, FindingList&);  ///< numbers, dates, references
void check_duties(const Evidence&, FindingList&);    ///< tasks, reports, targets
void check_form(const Evidence&, FindingList&);      ///< numbering and layout
void check_writing(const Evidence&, FindingList&);   ///< words and sentences

}  // namespace kehoach::detail
