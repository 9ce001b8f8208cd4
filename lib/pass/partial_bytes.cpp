// SPDX-License-Identifier: BSL-1.0
// The bytes of a partial; partial.hpp of the public headers says which. Reading believes nothing: the
// checksum first, then every count against the bytes left, every order, every sum against its parts.
#include <array>
#include <boost/crc.hpp>
#include <optional>

#include "pass/partial.hpp"
#include "pass/rollup_record.hpp"

namespace kehoach {
namespace detail {
namespace {

using State = Partial::State;

constexpr std::string_view magic("KHPART\0", 7);
constexpr char version = 1;

std::uint64_t checksum(std::string_view bytes) {
  // CRC-64/XZ
  boost::crc_optimal<64, 0x42F0E1EBA9EA3693ULL, 0xFFFFFFFFFFFFFFFFULL, 0xFFFFFFFFFFFFFFFFULL, true,
                     true>
      crc;
  crc.process_bytes(bytes.data(), bytes.size());
  return crc.checksum();
}

class PartialWriter {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_.push_back(static_cast<char>(value | 0x80));
    bytes_.push_back(static_cast<char>(value));
  }
  void word(std::uint64_t value) {
    for (int i = 0; i < 8; ++i) bytes_.push_back(static_cast<char>(value >> (8 * i)));
  }
  void text(std::string_view text) {
    number(text.size());
    bytes_.append(text);
  }
  void raw(std::string_view bytes) { bytes_.append(bytes); }
  void sum(const Rollup& r) {
    for (const std::uint32_t count : r.counts) number(count);
    number(r.leaves);
    number(r.reported);
    number(static_cast<std::uint64_t>(r.weight));
    number(static_cast<std::uint64_t>(r.reported_weight));
    number(static_cast<std::uint64_t>(r.weighted_progress));
  }
  std::string& bytes() { return bytes_; }

 private:
  std::string bytes_;
};

/// Reads as long as all is well; after the first fault everything is 0 and empty.
class PartialReader {
 public:
  explicit PartialReader(std::string_view bytes) : left_(bytes) {}

  bool ok() const { return fault_.empty(); }
  const std::string& fault() const { return fault_; }
  bool at_end() const { return left_.empty(); }
  void fail(std::string why) {
    if (ok()) fault_ = std::move(why);
    left_ = {};
  }

  std::uint64_t number(std::uint64_t most) {
    std::uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
      if (left_.empty()) return fail("it ends in the middle"), 0;
      const auto byte = static_cast<unsigned char>(left_.front());
      left_.remove_prefix(1);
      if (shift == 63 && byte > 1) return fail("a number is beyond 64 bits"), 0;
      value |= std::uint64_t{byte & 0x7Fu} << shift;
      if (byte >= 0x80) continue;
      if (byte == 0 && shift > 0) return fail("a number is longer than it need be"), 0;
      break;
    }
    if (value > most) return fail("a number is out of its range"), 0;
    return value;
  }
  std::uint32_t small(std::uint64_t most) { return static_cast<std::uint32_t>(number(most)); }
  /// How many follow, each of at least `bytes`.
  std::size_t count(std::size_t bytes) { return number(left_.size() / bytes); }
  std::uint64_t word() {
    if (left_.size() < 8) return fail("it ends in the middle"), 0;
    std::uint64_t value = 0;
    for (int i = 8; i-- > 0;)
      value = value << 8 | static_cast<unsigned char>(left_[static_cast<std::size_t>(i)]);
    left_.remove_prefix(8);
    return value;
  }
  std::string text() {
    const std::size_t size = count(1);
    std::string text(left_.substr(0, size));
    left_.remove_prefix(size);
    return text;
  }
  Rollup sum() {
    Rollup r;
    for (std::uint32_t& count : r.counts) count = small(0xFFFF'FFFF);
    r.leaves = small(0xFFFF'FFFF);
    r.reported = small(r.leaves);
    r.weight = signed_number(std::int64_t{r.leaves} * 1'000'000);
    r.reported_weight = signed_number(r.weight);
    constexpr std::int64_t most = 0x7FFF'FFFF'FFFF'FFFF;
    r.weighted_progress =
        signed_number(r.reported_weight > most / 10'000 ? most : r.reported_weight * 10'000);
    std::uint64_t tasks = 0;
    for (const std::uint32_t count : r.counts) tasks += count;
    if (r.leaves > tasks || tasks > 0xFFFF'FFFF) fail("a sum has more leaves than tasks");
    return r;
  }

 private:
  std::int64_t signed_number(std::int64_t most) {
    return static_cast<std::int64_t>(number(static_cast<std::uint64_t>(most)));
  }

  std::string_view left_;
  std::string fault_;
};

bool ascending(const State::SumCell& a, const State::SumCell& b) {
  return std::pair{a.row, a.column} < std::pair{b.row, b.column};
}

class Loader {
 public:
  explicit Loader(std::string_view payload) : in_(payload) {}

  std::optional<std::string> run(State& state) {
    state.question = in_.text();
    labels(state);
    cells(state);
    own(state);
    sets(state);
    leaves(state);
    foreign(state);
    if (in_.ok() && !in_.at_end()) in_.fail("bytes are left over");
    if (in_.ok()) check(state);
    if (in_.ok()) return std::nullopt;
    return in_.fault();
  }

 private:
  template <class List, class Less>
  void in_order(const List& list, const Less& less, const char* what) {
    for (std::size_t i = 1; in_.ok() && i < list.size(); ++i)
      if (!less(list[i - 1], list[i])) in_.fail(std::string(what) + " are not in order");
  }

  void labels(State& state) {
    for (std::size_t left = in_.count(1); left > 0 && in_.ok(); --left)
      state.labels.push_back(in_.text());
    in_order(state.labels, std::less<>(), "labels");
  }
  void cells(State& state) {
    for (std::size_t left = in_.count(15); left > 0 && in_.ok(); --left) {
      State::SumCell cell;
      cell.row = in_.small(state.labels.size());
      cell.column = in_.small(state.labels.size());
      cell.sum = in_.sum();
      state.cells.push_back(cell);
    }
    in_order(state.cells, ascending, "cells");
  }
  void own(State& state) {
    for (std::size_t left = in_.count(17); left > 0 && in_.ok(); --left) {
      State::Own task;
      task.key = in_.word();
      task.place = in_.word();
      task.kind = static_cast<State::Kind>(in_.number(2));
      state.own.push_back(task);
    }
    in_order(
        state.own, [](const auto& a, const auto& b) { return a.key < b.key; }, "own tasks");
  }
  void sets(State& state) {
    for (std::size_t left = in_.count(1); left > 0 && in_.ok(); --left) {
      std::vector<std::uint32_t>& set = state.sets.emplace_back();
      for (std::size_t more = in_.count(1); more > 0 && in_.ok(); --more) {
        if (state.cells.empty()) return in_.fail("a set has a cell that is not there");
        set.push_back(in_.small(state.cells.size() - 1));
      }
      in_order(set, std::less<>(), "cells of a set");
    }
    in_order(state.sets, std::less<>(), "sets");
  }
  void leaves(State& state) {
    for (std::size_t left = in_.count(4); left > 0 && in_.ok(); --left) {
      if (state.sets.empty()) return in_.fail("a leaf has a set that is not there");
      State::Leaf leaf;
      leaf.key = in_.text();
      leaf.weight = static_cast<std::int32_t>(in_.number(1'000'000));
      leaf.progress = static_cast<std::int16_t>(static_cast<int>(in_.number(10'001)) - 1);
      leaf.set = in_.small(state.sets.size() - 1);
      state.leaves.push_back(std::move(leaf));
    }
    in_order(
        state.leaves, [](const auto& a, const auto& b) { return a.key < b.key; }, "leaves");
  }
  void foreign(State& state) {
    for (std::size_t left = in_.count(10); left > 0 && in_.ok(); --left) {
      State::Foreign task;
      task.key = in_.text();
      task.place = in_.word();
      task.implemented = in_.number(1) == 1;
      state.foreign.push_back(std::move(task));
    }
    in_order(
        state.foreign, [](const auto& a, const auto& b) { return a.key < b.key; },
        "tasks from elsewhere");
  }

  static const State::Own* find(const State& state, std::string_view key) {
    const auto own = std::lower_bound(state.own.begin(), state.own.end(), hash_text(key),
                                      [](const auto& o, std::uint64_t h) { return o.key < h; });
    return own != state.own.end() && own->key == hash_text(key) ? &*own : nullptr;
  }

  /// What the parts say of each other, so that no later merge can go below 0.
  void check(const State& state) {
    std::size_t kept = 0;
    for (const State::Own& own : state.own) kept += own.kind == State::Kind::leaf;
    if (kept != state.leaves.size()) return in_.fail("leaves and own tasks do not agree");
    std::vector<Rollup> parts(state.sets.size()), in_cells(state.cells.size());
    std::vector<bool> used(state.sets.size(), false);
    for (const State::Leaf& leaf : state.leaves) {
      const State::Own* own = find(state, leaf.key);
      if (own == nullptr || own->kind != State::Kind::leaf)
        return in_.fail("a leaf is no own task");
      add(parts[leaf.set], leaf_part(leaf.weight, leaf.progress));
      used[leaf.set] = true;
    }
    for (std::size_t i = 0; i < state.sets.size(); ++i) {
      if (!used[i]) return in_.fail("a set belongs to no leaf");
      for (const std::uint32_t cell : state.sets[i]) add(in_cells[cell], parts[i]);
    }
    for (std::size_t i = 0; i < state.cells.size(); ++i) {
      const Rollup &sum = state.cells[i].sum, &part = in_cells[i];
      if (part.leaves > sum.leaves || part.reported > sum.reported || part.weight > sum.weight ||
          part.reported_weight > sum.reported_weight ||
          part.weighted_progress > sum.weighted_progress ||
          sum.reported - part.reported > sum.leaves - part.leaves)
        return in_.fail("leaves add up to more than the sum they are in");
    }
    for (const State::Foreign& task : state.foreign)
      if (find(state, task.key) != nullptr) return in_.fail("an own task is from elsewhere");
    std::vector<bool> named(state.labels.size() + 1, false);
    for (const State::SumCell& cell : state.cells) named[cell.row] = named[cell.column] = true;
    for (std::size_t i = 1; i < named.size(); ++i)
      if (!named[i]) return in_.fail("a label names nothing");
    check_totals(state);
  }

  /// Every row and column that has a cell has its total, and the whole has one.
  void check_totals(const State& state) {
    std::vector<bool> row(state.labels.size() + 1, false), column(state.labels.size() + 1, false);
    bool whole = state.cells.empty();
    for (const State::SumCell& cell : state.cells) {
      if (cell.column == 0) row[cell.row] = true;
      if (cell.row == 0) column[cell.column] = true;
      whole = whole || (cell.row == 0 && cell.column == 0);
    }
    for (const State::SumCell& cell : state.cells)
      if (!row[cell.row] || !column[cell.column] || !whole)
        return in_.fail("a row or column has no total");
  }

  PartialReader in_;
};

Error no_partial(const std::string& why) {
  return {Errc::syntax, "not a partial rollup: " + why, {}, {}};
}

}  // namespace
}  // namespace detail

std::string Partial::save() const {
  detail::PartialWriter out;
  out.raw(detail::magic);
  out.raw({&detail::version, 1});
  const State& s = *state_;
  out.text(s.question);
  out.number(s.labels.size());
  for (const std::string& label : s.labels) out.text(label);
  out.number(s.cells.size());
  for (const State::SumCell& cell : s.cells) {
    out.number(cell.row);
    out.number(cell.column);
    out.sum(cell.sum);
  }
  out.number(s.own.size());
  for (const State::Own& task : s.own) {
    out.word(task.key);
    out.word(task.place);
    out.number(static_cast<std::uint64_t>(task.kind));
  }
  out.number(s.sets.size());
  for (const std::vector<std::uint32_t>& set : s.sets) {
    out.number(set.size());
    for (const std::uint32_t cell : set) out.number(cell);
  }
  out.number(s.leaves.size());
  for (const State::Leaf& leaf : s.leaves) {
    out.text(leaf.key);
    out.number(static_cast<std::uint64_t>(leaf.weight));
    out.number(static_cast<std::uint64_t>(leaf.progress + 1));
    out.number(leaf.set);
  }
  out.number(s.foreign.size());
  for (const State::Foreign& task : s.foreign) {
    out.text(task.key);
    out.word(task.place);
    out.number(task.implemented ? 1 : 0);
  }
  out.word(detail::checksum(out.bytes()));
  return std::move(out.bytes());
}

Result<Partial> Partial::load(std::string_view bytes) {
  constexpr std::size_t frame = detail::magic.size() + 1 + 8;
  if (!bytes.starts_with(detail::magic)) return detail::no_partial("it does not begin as one");
  if (bytes.size() < frame) return detail::no_partial("it ends in the middle");
  if (bytes[detail::magic.size()] != detail::version)
    return Error{Errc::invalid_value,
                 "a partial rollup of version " +
                     std::to_string(static_cast<unsigned char>(bytes[detail::magic.size()])) +
                     "; this library knows version 1",
                 {},
                 {}};
  const std::string_view sealed = bytes.substr(0, bytes.size() - 8);
  detail::PartialReader end(bytes.substr(bytes.size() - 8));
  if (end.word() != detail::checksum(sealed))
    return detail::no_partial("its checksum is another one: it was changed or cut short");
  auto state = std::make_unique<State>();
  const auto fault = detail::Loader(sealed.substr(frame - 8)).run(*state);
  if (fault) return detail::no_partial(*fault);
  return Partial(std::move(state));
}

}  // namespace kehoach
