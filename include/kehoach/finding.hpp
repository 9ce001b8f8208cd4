// SPDX-License-Identifier: BSL-1.0
/// What is wrong or suspicious in the plans themselves: an answer, never an error.
///
///     for (const Finding& f : evaluation.findings())
///       std::cout << name(f.code) << ": " << f.message.vi << '\n';
///
/// Every code has an example that is also a test in `examples/findings`; a host switches codes off and
/// changes severities in `Settings::audit`. At most 20 each of 13 and 14 are told of one report.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
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

/// Findings in order, never written to again. Lists of versions that differ little share most of what
/// they hold; copying one takes constant time.
class KEHOACH_EXPORT FindingList {
 public:
  class const_iterator;
  using value_type = Finding;
  using iterator = const_iterator;
  struct Parts;

  FindingList() = default;
  explicit FindingList(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

  std::size_t size() const noexcept;
  bool empty() const noexcept { return size() == 0; }
  /// Logarithmic; going through all by iterators is linear. Precondition: index < size().
  const Finding& operator[](std::size_t index) const noexcept;
  const Finding& front() const noexcept { return (*this)[0]; }
  const Finding& back() const noexcept { return (*this)[size() - 1]; }
  const_iterator begin() const noexcept;
  const_iterator end() const noexcept;

  const std::shared_ptr<const Parts>& parts() const noexcept { return parts_; }

 private:
  std::shared_ptr<const Parts> parts_;
};

class KEHOACH_EXPORT FindingList::const_iterator {
 public:
  using iterator_category = std::random_access_iterator_tag;
  using value_type = Finding;
  using difference_type = std::ptrdiff_t;
  using pointer = const Finding*;
  using reference = const Finding&;

  const_iterator() = default;
  reference operator*() const noexcept { return *at_; }
  pointer operator->() const noexcept { return at_; }
  reference operator[](difference_type n) const noexcept { return *(*this + n); }

  const_iterator& operator++() noexcept {
    ++index_;
    if (++at_ == page_end_) seek();
    return *this;
  }
  const_iterator& operator--() noexcept { return *this -= 1; }
  const_iterator operator++(int) noexcept {
    const const_iterator before = *this;
    ++*this;
    return before;
  }
  const_iterator operator--(int) noexcept {
    const const_iterator before = *this;
    --*this;
    return before;
  }
  const_iterator& operator+=(difference_type n) noexcept {
    index_ += static_cast<std::size_t>(n);
    seek();
    return *this;
  }
  const_iterator& operator-=(difference_type n) noexcept { return *this += -n; }
  friend const_iterator operator+(const_iterator i, difference_type n) noexcept { return i += n; }
  friend const_iterator operator+(difference_type n, const_iterator i) noexcept { return i += n; }
  friend const_iterator operator-(const_iterator i, difference_type n) noexcept { return i -= n; }
  friend difference_type operator-(const const_iterator& a, const const_iterator& b) noexcept {
    return static_cast<difference_type>(a.index_) - static_cast<difference_type>(b.index_);
  }
  friend bool operator==(const const_iterator& a, const const_iterator& b) noexcept {
    return a.index_ == b.index_;
  }
  friend bool operator!=(const const_iterator& a, const const_iterator& b) noexcept {
    return a.index_ != b.index_;
  }
  friend bool operator<(const const_iterator& a, const const_iterator& b) noexcept {
    return a.index_ < b.index_;
  }
  friend bool operator>(const const_iterator& a, const const_iterator& b) noexcept { return b < a; }
  friend bool operator<=(const const_iterator& a, const const_iterator& b) noexcept {
    return !(b < a);
  }
  friend bool operator>=(const const_iterator& a, const const_iterator& b) noexcept {
    return !(a < b);
  }

 private:
  friend class FindingList;
  const_iterator(const Parts* parts, std::size_t index) noexcept : parts_(parts), index_(index) {
    seek();
  }
  void seek() noexcept;

  const Parts* parts_ = nullptr;
  std::size_t index_ = 0;
  const Finding* at_ = nullptr;
  const Finding* page_end_ = nullptr;
};

/// What it took to make a list of findings, in items looked at: tasks, documents (their tasks and their
/// citations apart), reports, targets, and duties that an office may have twice.
struct AuditWork {
  bool rebuilt = false;       ///< all were looked at
  std::uint64_t visited = 0;  ///< items looked at
  std::uint64_t changed = 0;  ///< findings that went or came
};

}  // namespace kehoach
