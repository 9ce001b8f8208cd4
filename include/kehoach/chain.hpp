// SPDX-License-Identifier: BSL-1.0
/// What holds a task: the chain that binds its latest finish up to the top, and which tasks of a
/// paper have the least room.
///
///     for (const TightTask& tight : tightest(snapshot, paper, 5).value())
///       for (const ChainLink& link : binding_chain(snapshot, tight.task).value()) …
///
/// All functions are pure and may be called from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <kehoach/engine.hpp>
#include <kehoach/export.hpp>
#include <kehoach/reason.hpp>
#include <kehoach/result.hpp>

namespace kehoach {

/// What sets the latest finish of a link.
enum class Bond : std::uint8_t {
  deadline = 0,   ///< its own deadline: the chain ends here
  upper = 1,      ///< the next link, which it implements
  successor = 2,  ///< the next link, which comes after it
};

/// One task of a chain.
struct ChainLink {
  TaskId task;
  DocumentId document;
  UnitId unit;  ///< its first lead, else who issued the document
  Bond bond = Bond::deadline;
  Date latest_finish = no_date;       ///< `no_date` where it lies beyond the calendar
  std::optional<std::int32_t> slack;  ///< total slack, in working days of this task's own calendar
};

/// From the task up, each link held by the next, to the one whose own deadline binds; where several
/// would, the own deadline, then upper tasks before successors, as `Schedule::late_binding`. Empty
/// where nothing limits the task. Linear in the chain and its neighbours; `unknown_id`.
KEHOACH_EXPORT Result<std::vector<ChainLink>> binding_chain(const Snapshot&, TaskId);

/// The chain as steps, one a link and below the last its deadline, for people and for `write_dot`.
KEHOACH_EXPORT Result<std::vector<Reason>> explain(const Snapshot&, const std::vector<ChainLink>&);

/// The head of a chain.
struct TightTask {
  TaskId task;
  std::int32_t slack = 0;  ///< working days; negative: it cannot be done in time
};

/// The tasks of a document with the smallest total slack, at most `count`, smallest first, then by id;
/// tasks without slack are left out. A task is the head of one chain, so these are the document's
/// tightest chains. Memory for the answer alone, whatever `count`; linear in the document's tasks,
/// besides sorting the answer. `unknown_id`.
KEHOACH_EXPORT Result<std::vector<TightTask>> tightest(const Snapshot&, DocumentId,
                                                       std::size_t count);

}  // namespace kehoach
