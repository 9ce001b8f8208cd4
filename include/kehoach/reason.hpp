// SPDX-License-Identifier: BSL-1.0
/// Why an answer is what it is: a tree of steps, written from top to bottom.
///
///     for (const Reason& r : evaluation.explain({task, Aspect::status}).value())
///       std::cout << std::string(2 * r.depth, ' ') << r.text.vi << '\n';
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <kehoach/date.hpp>
#include <kehoach/id.hpp>
#include <kehoach/text.hpp>

namespace kehoach {

/// What may be asked "why?".
enum class Aspect : std::uint8_t {
  deadline = 0,  ///< of a task or report
  earliest_finish = 1,
  latest_finish = 2,
  slack = 3,
  status = 4,         ///< of a task
  rollup = 5,         ///< of a unit, document or task
  verdict = 6,        ///< of a target
  everything = 7,     ///< all of these that applies to the item
  binding_chain = 8,  ///< of a task: what holds its latest finish, up to the top (chain.hpp)
  lateness = 9,       ///< of a task: who used up its time (lateness.hpp)
};

struct Question {
  Item item;
  Aspect aspect = Aspect::everything;
};

/// One step. The tree is a list in reading order; `depth` of a step is at most one more than that of
/// the step before it, and a step explains the nearest step above it of lower depth.
struct Reason {
  std::uint16_t depth = 0;
  std::string rule;     ///< stable code: "written", "roll_next", "binding_upper" …
  Text text;            ///< the sentence
  std::string source;   ///< article, notice or policy; "" if none
  Item item;            ///< the item it speaks of
  DocumentId document;  ///< place, if it rests on a paper
  std::string path;
  Date date = no_date;  ///< the day it yields
};

}  // namespace kehoach
