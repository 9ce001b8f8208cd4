// SPDX-License-Identifier: BSL-1.0
// One shard's sums. Cells are those of the cross table with a row and a column for all; every leaf
// remembers which set of them it is in, and tasks with the same places share one set.
#include "pass/partial.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "model/organisation.hpp"
#include "pass/rollup_record.hpp"

namespace kehoach {

Partial::Partial(std::unique_ptr<State> state) : state_(std::move(state)) {}
Partial::Partial(const Partial& other) : state_(std::make_unique<State>(*other.state_)) {}
Partial::Partial(Partial&&) noexcept = default;
Partial& Partial::operator=(const Partial& other) {
  if (this != &other) state_ = std::make_unique<State>(*other.state_);
  return *this;
}
Partial& Partial::operator=(Partial&&) noexcept = default;
Partial::~Partial() = default;

const std::string& Partial::question() const noexcept {
  return state_->question;
}
std::uint64_t Partial::own_tasks() const noexcept {
  return state_->own.size();
}
std::vector<std::string> Partial::unowned() const {
  std::vector<std::string> keys;
  for (const State::Foreign& task : state_->foreign) keys.push_back(task.key);
  return keys;
}

PartialTable Partial::table() const {
  PartialTable table;
  std::vector<std::uint32_t> row_of(state_->labels.size()), column_of(state_->labels.size());
  // Row and column totals name every row and column there is.
  for (const State::SumCell& cell : state_->cells) {
    if (cell.column == 0 && cell.row != 0) {
      row_of[cell.row - 1] = static_cast<std::uint32_t>(table.rows.size());
      table.rows.push_back(state_->labels[cell.row - 1]);
      table.row_totals.push_back(cell.sum);
    } else if (cell.row == 0 && cell.column != 0) {
      column_of[cell.column - 1] = static_cast<std::uint32_t>(table.columns.size());
      table.columns.push_back(state_->labels[cell.column - 1]);
      table.column_totals.push_back(cell.sum);
    } else if (cell.row == 0) {
      table.total = cell.sum;
    }
  }
  for (const State::SumCell& cell : state_->cells)
    if (cell.row != 0 && cell.column != 0)
      table.cells.push_back({row_of[cell.row - 1], column_of[cell.column - 1], cell.sum});
  return table;
}

namespace detail {
namespace {

using State = Partial::State;

Error no_key(const Model& model, Item item) {
  return {Errc::missing_field,
          "no key, so it means nothing elsewhere: " + label(model, item),
          {item},
          {}};
}

constexpr std::array<const char*, 7> axis_words{"all",    "document", "unit", "level",
                                                "period", "status",   "under"};
constexpr std::array<const char*, 6> period_words{"week",      "month",       "quarter",
                                                  "half_year", "nine_months", "year"};
constexpr std::array<const char*, level_count> level_words{
    "national", "ministry", "province", "commune", "department", "hospital", "station", "division"};

std::string words(const AxisSpec& axis) {
  std::string text = axis_words[static_cast<std::size_t>(axis.axis)];
  if (axis.axis == Axis::period)
    return text + ':' + period_words[static_cast<std::size_t>(axis.period)];
  const bool tells =
      axis.axis == Axis::document || axis.axis == Axis::unit || axis.axis == Axis::under;
  return tells && !axis.below ? text + ":own" : text;
}

std::string day_words(Date date) {
  return date == no_date ? std::string() : to_string(date);
}

std::string question(const Scoped& in, const CrossTableSpec& spec) {
  const Scope& s = spec.scope;
  std::string text = "as_of=" + to_string(in.when.as_of) +
                     " known_at=" + day_words(in.when.known_at) + " rows=" + words(spec.rows) +
                     " columns=" + words(spec.columns);
  const auto add = [&](const char* name, Item item) {
    if (item.id != 0) text += std::string(" ") + name + "=" + std::string(in.model.key(item));
  };
  add(s.below ? "unit" : "unit:own", s.unit);
  if (s.level) text += std::string(" level=") + level_words[static_cast<std::size_t>(*s.level)];
  add("document", s.document);
  add("under", s.under);
  if (s.line == Line::professional) text += " line=professional";
  if (s.boundaries != no_date) text += " boundaries=" + to_string(s.boundaries);
  if (s.due_from != no_date) text += " due_from=" + to_string(s.due_from);
  if (s.due_to != no_date) text += " due_to=" + to_string(s.due_to);
  if (s.status) text += std::string(" status=") + name(*s.status);
  return text;
}

class Maker {
 public:
  Maker(const Scoped& in, const PartialSpec& spec) : in_(in), spec_(spec) {}

  Result<Partial> run() {
    for (const UnitId unit : spec_.own) own_units_.push_back(unit);
    std::sort(own_units_.begin(), own_units_.end());
    state_->question = question(in_, spec_.table);
    if (auto error = check_scope_keys()) return *error;
    if (auto error = find_own()) return *error;
    if (auto error = list_tasks()) return *error;
    if (auto error = sum_up()) return *error;
    make_canonical(*state_);
    return Partial(std::move(state_));
  }

 private:
  std::optional<Error> check_scope_keys() const {
    const Scope& s = spec_.table.scope;
    for (const Item item : {Item(s.unit), Item(s.document), Item(s.under)})
      if (item.id != 0 && in_.model.key(item).empty()) return no_key(in_.model, item);
    return std::nullopt;
  }

  TaskId task(Position p) const { return TaskId(in_.frame.task_at[p]); }

  bool is_own_unit(UnitId unit) const {
    for (; unit; unit = parent(in_.model, unit, in_.when.as_of)) {
      if (std::binary_search(own_units_.begin(), own_units_.end(), unit)) return true;
      if (!spec_.below) return false;
    }
    return false;
  }

  std::optional<Error> find_own() {
    own_.assign(in_.frame.size(), spec_.own.empty());
    own_index_.assign(in_.frame.size(), 0);
    if (spec_.own.empty()) return std::nullopt;
    for (Position p = 0; p < in_.frame.size(); ++p) {
      const TaskRow& row = in_.model.task(task(p));
      const UnitId issuer = in_.model.document(DocumentId(row.document)).issuer;
      const UnitId owner = issuer ? issuer : in_.model.first_lead(row);
      if (!owner)
        return Error{Errc::missing_field,
                     "neither its document's issuer nor a lead says whose task this is: " +
                         label(in_.model, task(p)),
                     {task(p)},
                     {}};
      own_[p] = is_own_unit(owner);
    }
    return std::nullopt;
  }

  /// Own tasks, and what lies above them: from the last position up, as uppers come before.
  std::optional<Error> list_tasks() {
    std::vector<bool> above(in_.frame.size(), false), implemented(in_.frame.size(), false);
    for (Position p = in_.frame.size(); p-- > 0;) {
      if (!own_[p] && !above[p]) continue;
      for (const Position up : in_.frame.uppers(p)) {
        above[up] = true;
        if (own_[p]) implemented[up] = true;
      }
      const std::string_view key = in_.model.key(task(p));
      if (key.empty()) return no_key(in_.model, task(p));
      std::uint64_t place = 0;
      if (auto error = place_of(p, place)) return error;
      if (own_[p])
        state_->own.push_back({hash_text(key), place, State::Kind::inner});
      else
        state_->foreign.push_back({std::string(key), place, bool(implemented[p])});
      if (own_[p]) own_index_[p] = state_->own.size() - 1;
    }
    return std::nullopt;
  }

  std::optional<Error> place_of(Position p, std::uint64_t& hash) const {
    const DocumentId document(in_.model.task(task(p)).document);
    if (in_.model.key(document).empty()) return no_key(in_.model, document);
    std::vector<std::string_view> uppers;
    for (const Position up : in_.frame.uppers(p)) uppers.push_back(in_.model.key(task(up)));
    std::sort(uppers.begin(), uppers.end());
    constexpr std::string_view end("\0", 1);
    hash = hash_text(end, hash_text(in_.model.key(document)));
    for (const std::string_view upper : uppers) hash = hash_text(end, hash_text(upper, hash));
    return std::nullopt;
  }

  /// The label's place in `State::labels`, plus 1; in the order of asking, made canonical later.
  Result<std::uint32_t> number(const Bucket& bucket) {
    std::string text;
    if (bucket.item.id != 0) {
      text = in_.model.key(bucket.item);
      if (text.empty()) return no_key(in_.model, bucket.item);
    } else if (bucket.axis == Axis::status) {
      text = name(bucket.status);
    } else if (bucket.has_level) {
      text = level_words[static_cast<std::size_t>(bucket.level)];
    } else if (bucket.first != no_date) {
      text = to_string(bucket.first) + '/' + to_string(bucket.last);
    }
    state_->labels.push_back(text);
    return static_cast<std::uint32_t>(state_->labels.size());
  }

  std::optional<Error> sum_up() {
    const PairedPlaces places =
        paired_places(own_in_scope(), spec_.table.rows, spec_.table.columns);
    std::vector<std::uint32_t> rows, columns;
    for (const auto& [buckets, numbers] :
         {std::pair{&places.rows, &rows}, {&places.columns, &columns}})
      for (const Bucket& bucket : *buckets) {
        const Result<std::uint32_t> number_or = number(bucket);
        if (!number_or.ok()) return number_or.error();
        numbers->push_back(*number_or);
      }
    std::vector<Rollup> sums(places.pool.size());
    for (std::size_t i = 0; i < positions_.size(); ++i) {
      const Position p = positions_[i];
      add(sums[places.pairs[i]], unpack(record_of(in_.tasks, p, !in_.frame.implemented[p])));
      keep_leaf(p, places.pairs[i]);
    }
    std::unordered_map<std::uint64_t, std::uint32_t> cell_at;
    for (SetPool::Set set = 0; set < places.pool.size(); ++set) {
      std::vector<std::uint64_t> targets = {0};
      for (const std::uint64_t pair : places.pool.members(set)) {
        const std::uint64_t row = rows[pair >> 32],
                            column = columns[static_cast<std::uint32_t>(pair)];
        targets.insert(targets.end(), {row << 32 | column, row << 32, column});
      }
      std::sort(targets.begin(), targets.end());
      targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
      std::vector<std::uint32_t>& cells = state_->sets.emplace_back();
      if (places.pool.members(set).empty()) continue;
      for (const std::uint64_t target : targets) {
        const auto [it, fresh] =
            cell_at.try_emplace(target, static_cast<std::uint32_t>(state_->cells.size()));
        if (fresh)
          state_->cells.push_back(
              {static_cast<std::uint32_t>(target >> 32), static_cast<std::uint32_t>(target), {}});
        add(state_->cells[it->second].sum, sums[set]);
        cells.push_back(it->second);
      }
    }
    return std::nullopt;
  }

  Scoped own_in_scope() {
    Scoped own = in_;
    std::erase_if(own.positions, [&](Position p) { return !own_[p]; });
    positions_ = own.positions;
    return own;
  }

  void keep_leaf(Position p, SetPool::Set set) {
    if (in_.frame.implemented[p] || in_.tasks.status[p] == Status::cancelled) return;
    const std::size_t index = own_index_[p];
    state_->own[index].kind = spec_.closed ? State::Kind::closed_leaf : State::Kind::leaf;
    if (spec_.closed) return;
    const bool done = in_.tasks.status[p] <= Status::done_late;
    state_->leaves.push_back({std::string(in_.model.key(task(p))), in_.tasks.weight[p],
                              done ? std::int16_t{10'000} : in_.tasks.progress[p], set});
  }

  const Scoped& in_;
  const PartialSpec& spec_;
  std::unique_ptr<State> state_ = std::make_unique<State>();
  std::vector<UnitId> own_units_;
  std::vector<bool> own_;
  std::vector<std::size_t> own_index_;  ///< by position
  std::vector<Position> positions_;
};

}  // namespace

Result<Partial> partial(const Scoped& in, const PartialSpec& spec) {
  return Maker(in, spec).run();
}

Rollup leaf_part(std::int32_t weight, std::int16_t progress) {
  Rollup part;
  part.leaves = 1;
  part.weight = weight;
  if (progress < 0) return part;
  part.reported = 1;
  part.reported_weight = weight;
  part.weighted_progress = std::int64_t{weight} * progress;
  return part;
}

}  // namespace detail
}  // namespace kehoach
