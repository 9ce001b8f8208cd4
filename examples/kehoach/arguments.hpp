// SPDX-License-Identifier: BSL-1.0
/// What stands on the command line.
#pragma once

#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <kehoach/date.hpp>
#include <kehoach/finding.hpp>
#include <kehoach/id.hpp>
#include <kehoach/result.hpp>
#include <kehoach/text.hpp>

namespace program {

/// Wrong use or unreadable input: one line for standard error, exit code 2.
class Complaint : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Of `rollup` and `kpi`: what else than the usual tables is asked for.
struct FigureOptions {
  std::string by;            ///< "unit,status": rows and columns
  std::string cell;          ///< "KEY,done_late": the tasks behind it
  std::string own;           ///< keys of offices whose tasks are this shard's, commas between
  std::string save_partial;  ///< file for the shard's sums
  std::string published;     ///< "total=9831,done=7892": a tally to check
  std::string series;        ///< period: "quarter"
  std::string general;       ///< points for general criteria
  kehoach::Date from = kehoach::no_date;
  kehoach::Date to = kehoach::no_date;
  bool merge = false;  ///< operands are partials
  bool closed = false;
  bool detail = false;
  bool adequacy = false;
  bool score = false;
};

struct Arguments {
  std::string command;
  std::vector<std::string> operands;  ///< files; of `deadline` the phrase
  kehoach::Language language = kehoach::Language::vi;
  kehoach::Date as_of = kehoach::no_date;
  kehoach::Date known_at = kehoach::no_date;  ///< `no_date`: all that was recorded
  kehoach::Date on = kehoach::no_date;        ///< of `deadline`
  kehoach::Date known_on = kehoach::no_date;  ///< of `deadline` and `calendar`: of its notices
  int year = 0;                               ///< of `calendar`; 0: that of `as_of`
  int within = 30;                            ///< working days
  bool json = false;
  int chains = 0;     ///< of `explain`: how many chains to the top; 0: none are asked for
  bool late = false;  ///< of `explain`: who used up the time of a task
  bool dot = false;   ///< of `explain`: a drawing for Graphviz
  /// Of `check`: findings of this severity or worse make it leave with 1; nothing: none do.
  std::optional<kehoach::Severity> fail_on = kehoach::Severity::error;
  bool codes = false;      ///< of `check`: print the table of codes
  bool cascade = false;    ///< of `read`: put several papers together
  bool links = false;      ///< of `read --cascade`: print what is proposed and left over, as JSON
  double accept = 2;       ///< of `read --cascade`: proposals from this score on are accepted
  std::string vocabulary;  ///< of `read`: a file of further words
  bool burden = false;     ///< of `check`: print what reporting costs each office
  kehoach::ItemKind kind = kehoach::ItemKind::none;  ///< of the item named by `key`
  std::string key;
  std::string aspect = "everything";
  FigureOptions figures;
  std::set<std::string> given;  ///< every option that stands on the line

  const std::string& say(const kehoach::Text& text) const { return text.in(language); }
  /// What the library refused, with its stable code; of several faults the first, and how many more.
  std::string say(const kehoach::Error&) const;
  /// "30/7/2025" or "2025-07-30".
  std::string date(kehoach::Date) const;
  /// What a step rests on: an article or a paper, or that the host chose it.
  std::string source(const std::string& source) const;
  /// `as_of`; a complaint without it, since neither the library nor this program has a clock.
  kehoach::Date day() const;
};

/// Throws `Complaint`.
Arguments parse(const std::vector<std::string>& words);

/// What the program can do, for `kehoach help`.
std::string help(kehoach::Language);

}  // namespace program
