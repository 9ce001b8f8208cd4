// SPDX-License-Identifier: BSL-1.0
/// Sums of one shard of the plans that merge with those of others into exactly the sums of all.
///
///     std::string bytes = evaluation.partial(spec).value().save();      // in each province
///     Partial all = Partial::load(bytes).value();                       // at the centre
///     all.merge(Partial::load(other).value()).value();
///     all.table();                                                      // bit for bit the national one
///
/// **What is the same task.** Its key, byte for byte. Every task looked at must have one, and so must
/// every document and office that the table names; ids mean nothing outside their engine.
///
/// **Who counts a task.** Its owner alone: the shard to whose `own` offices the issuer of its document
/// belongs (where no issuer is said, its first lead). All other tasks are known in a shard only as
/// something that its own tasks serve: a shard holds its own tasks and everything above them, with all
/// that those implement. So a task is counted once, wherever it is known, and however many ways lead up
/// from it, also through tasks of other shards.
///
/// **What only others can know.** A task that nobody implements in its owner's shard may be implemented
/// in another; it then is no leaf, and its weight and progress must not count. A partial therefore keeps
/// its leaves apart until another partial says that it implements them, and takes them out of the sums
/// then. With `closed` it keeps none: the partial is smaller, and merging refuses whoever does
/// implement one of its leaves.
///
/// **What is checked.** Partials must ask the same question of the same day; no task may have two
/// owners; a task known in several shards must in all of them belong to the same document and implement
/// the same tasks. Else `merge` fails, names the task, and changes nothing. Keys are compared by 64-bit
/// hashes where only these are kept: two keys with the same hash are refused, never added wrongly.
/// Merging is associative and commutative, down to the bytes of `save`.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <kehoach/export.hpp>
#include <kehoach/result.hpp>
#include <kehoach/rollup.hpp>

namespace kehoach {

struct PartialSpec {
  CrossTableSpec table;
  std::vector<UnitId> own;  ///< none: every task is this shard's own
  bool below = true;        ///< the offices below those, too
  bool closed = false;
};

/// A row or column without ids: "168/KH-SYT", "tinh-66", "province", "open_overdue",
/// "2026-04-01/2026-06-30"; "" for tasks without place on the axis.
using PartialLabel = std::string;

struct PartialCell {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  Rollup sum;
};

struct PartialTable {
  std::vector<PartialLabel> rows;  ///< ascending by bytes
  std::vector<PartialLabel> columns;
  std::vector<Rollup> row_totals;
  std::vector<Rollup> column_totals;
  Rollup total;
  std::vector<PartialCell> cells;  ///< by row, then column
};

/// A value; copies share nothing.
class KEHOACH_EXPORT Partial {
 public:
  /// What was asked, as text: "as_of=2026-05-18 known_at= rows=document columns=unit …".
  const std::string& question() const noexcept;
  std::uint64_t own_tasks() const noexcept;
  /// Keys of tasks that others implement here and that no partial merged so far owns, ascending. Not
  /// empty: some shard is missing.
  std::vector<std::string> unowned() const;
  PartialTable table() const;

  /// `invalid_value`, `duplicate_key`, `misuse` (a closed shard's leaf is implemented elsewhere) or
  /// `overflow`; then nothing has changed.
  Result<Done> merge(const Partial& other);

  /// "KHPART", a byte 0, the version (1), the payload, CRC-64/XZ of all before it (little endian). In
  /// the payload numbers are LEB128 and texts have their length in front; everything is in ascending
  /// order. It is: the question; labels (how many, each); cells (how many; row and column, 0 for all or
  /// 1 + index of the label; 8 counts, leaves, reported, weight, reported weight, weighted progress);
  /// own tasks (how many; FNV-1a 64 of the key and of its place, 8 bytes each, little endian; 0 inner,
  /// 1 leaf kept apart, 2 leaf of a closed shard); sets of cells (how many; of each how many, and
  /// which); leaves (how many; key, weight, 1 + progress in 1/100 percent or 0, its set); tasks from
  /// elsewhere (how many; key, hash of its place, 1 if implemented here, else 0). The place of a task is
  /// the key of its document and, ascending, those of the tasks it implements, each followed by a byte 0.
  std::string save() const;
  /// Takes only what `save` gives: `syntax` for bytes that are no partial, are cut short, have another
  /// checksum or say what cannot be; `invalid_value` for another version. Needs no more memory than a
  /// small multiple of the bytes.
  static Result<Partial> load(std::string_view bytes);

  Partial(const Partial&);
  Partial(Partial&&) noexcept;
  Partial& operator=(const Partial&);
  Partial& operator=(Partial&&) noexcept;
  ~Partial();

  struct State;
  explicit Partial(std::unique_ptr<State>);

 private:
  std::unique_ptr<State> state_;
};

}  // namespace kehoach
