// SPDX-License-Identifier: BSL-1.0
/// From the words of several papers to a cascade that computes.
///
///     ReadCascade made = read_cascade({{"tinh.txt", read(a)}, {"so.txt", read(b)}}).value();
///     std::string plans = write_json(made.engine.snapshot());   // for `check`, `due`, `rollup`
///     std::string links = write_links_json(made, papers);       // what is proposed, what is left over
///
/// | in the papers                    | in the cascade                                              |
/// |----------------------------------|-------------------------------------------------------------|
/// | a paper                          | a document, its key the number, else the name given to it   |
/// | a citation with a number         | a document too, and a relation to it                        |
/// | an office, however written       | a unit; "các …" a group whose members the host must name    |
/// | a task                           | a task, its key "84/KH-SYT III.1"                           |
/// | a duty to report                 | a report for each sender and period                         |
/// | a figure to be reached           | an indicator and a target with its milestones               |
/// | which task implements which      | a proposal; part of the plans only if `accept` says so      |
///
/// Days, bounds and names are those of the papers; nothing is filled in. Same papers, same bytes.
/// Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include <kehoach/engine.hpp>
#include <kehoach/export.hpp>
#include <kehoach/reader_link.hpp>
#include <kehoach/result.hpp>

namespace kehoach {

struct ReadCascadeOptions {
  /// A proposal with at least this score becomes `implements`. Scores end at 1, so by default none
  /// does: the decision is the host's.
  double accept = 2;
};

struct ReadCascade {
  Engine engine;
  LinkedPapers linked;
  std::vector<std::string> units;               ///< keys of `linked.units`
  std::vector<std::string> documents;           ///< keys of `linked.documents`
  std::vector<std::vector<std::string>> tasks;  ///< for each paper, the keys of its tasks
  double accepted = 2;                          ///< the threshold that was used
};

/// `invalid_value` if `accept` is negative or no number; `cycle` if accepted proposals wait for each
/// other; otherwise papers of any content give a cascade.
KEHOACH_EXPORT Result<ReadCascade> read_cascade(const std::vector<ReadPaper>& papers,
                                                const ReadCascadeOptions& = {});

/// One JSON object of three lists: `proposals` (lower, upper, score, words, duty, time, accepted),
/// `unplaced` (paper, line, code, words), `units` (key, name, written). UTF-8, two-space indent, LF
/// at the end. `papers` are those that `read_cascade` was given.
KEHOACH_EXPORT std::string write_links_json(const ReadCascade&,
                                            const std::vector<ReadPaper>& papers);

}  // namespace kehoach
