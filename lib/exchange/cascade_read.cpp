// SPDX-License-Identifier: BSL-1.0
// Reading goes over the text twice. The first round gives every item its number, so that in the
// second every key, also one that stands further down, has its id at once and each spec goes to the
// edit complete: nothing is kept for later. An error costs one more, slow, round to find the place.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include <kehoach/exchange.hpp>

#include "exchange/cascade_fields.hpp"
#include "exchange/cascade_reader.hpp"

namespace kehoach {
namespace detail {
namespace {

/// The deepest cascade: root, list of tasks, task, deadline, recurrence.
constexpr int format_depth = 5;
constexpr std::size_t most_bytes = 0xFFFFFFFF;  // what simdjson can index

/// Asks the host now and then whether to go on.
struct Watch {
  const Progress& progress;
  std::uint64_t total;  // bytes
  const char* stage = "keys";
  std::uint64_t items = 0;
  bool cancelled = false;

  bool ask(std::size_t offset) {
    cancelled = progress && !progress({stage, offset, total});
    return !cancelled;
  }
  bool begin(const char* next) {
    stage = next;
    return ask(0);
  }
  bool step(const CascadeReader& in) { return (++items & 0x3FFF) != 0 || ask(in.offset()); }
};

struct Import {
  Edit edit;
  Watch watch;
  std::array<std::uint32_t, 9> first{};  // ids, by kind
  std::array<std::uint32_t, 9> next{};
  std::array<bool, 9> reserved{};  // by kind: have its items of this text their places?
};

std::uint32_t& of(std::array<std::uint32_t, 9>& ids, ItemKind kind) {
  return ids[static_cast<std::size_t>(kind)];
}

// What follows reads the members of the root; `import` is an `Import`.

bool check_format(CascadeReader& in, void*) {
  std::string_view format;
  if (!in.is_text()) return in.expected("\"" + std::string(cascade_format) + '"');
  if (!in.view(format)) return false;
  return format == cascade_format ||
         in.fail(Errc::invalid_value, "expected \"" + std::string(cascade_format) +
                                          "\"; this is another format or version");
}

bool leave(CascadeReader&, void*) {
  return true;
}

bool read_settings(CascadeReader& in, void* import) {
  Settings settings;
  if (!in.object(json_fields<Settings>(), &settings)) return false;
  static_cast<Import*>(import)->edit.set(settings);
  return true;
}

template <ItemKind kind>
bool declare_items(CascadeReader& in, void* import) {
  Watch& watch = static_cast<Import*>(import)->watch;
  const bool declared = in.list([&] { return watch.step(in) && in.declare(kind); });
  return in.index(kind) && declared;  // the first fault counts: a second key stands before it
}

template <class Spec>
bool is_complete(CascadeReader&, const Spec&, std::size_t) {
  return true;
}
bool is_complete(CascadeReader& in, const ObservationSpec& observation, std::size_t begin) {
  return observation.subject != Item() ||
         in.fail_at(begin, Errc::missing_field, "\"task\", \"report\" or \"indicator\" is missing");
}

/// An observation can be added when its subject has its place: subjects that the text says only later
/// get theirs before.
void reserve_subjects(const CascadeReader& in, Import& import) {
  for (const ItemKind kind : {ItemKind::task, ItemKind::report, ItemKind::indicator}) {
    if (of(import.next, kind) != of(import.first, kind)) continue;
    for (std::uint32_t n = in.declared(kind); n > 0; --n) import.edit.reserve(kind);
    import.reserved[static_cast<std::size_t>(kind)] = true;
  }
}

template <class Spec, class Id>
bool read_items(CascadeReader& in, void* context) {
  Import& import = *static_cast<Import*>(context);
  constexpr ItemKind kind = Item(Id()).kind;
  std::uint32_t& next = of(import.next, kind);
  if (kind == ItemKind::observation) reserve_subjects(in, import);
  const bool reserved = import.reserved[static_cast<std::size_t>(kind)];
  const Spec blank;
  Spec spec;
  return in.list([&] {
    if (!import.watch.step(in)) return false;
    const std::size_t begin = in.offset();
    spec = blank;  // keeps the memory of the item before
    if (!in.object(json_fields<Spec>(), &spec) || !is_complete(in, spec, begin)) return false;
    if (reserved)
      import.edit.change(Id(next), spec);
    else
      import.edit.add(spec);
    ++next;
    return true;
  });
}

constexpr JsonField first_round[] = {
    {"format", true, check_format},
    {"settings", false, leave},
    {"calendars", false, declare_items<ItemKind::calendar>},
    {"units", false, declare_items<ItemKind::unit>},
    {"documents", false, declare_items<ItemKind::document>},
    {"tasks", false, declare_items<ItemKind::task>},
    {"reports", false, declare_items<ItemKind::report>},
    {"indicators", false, declare_items<ItemKind::indicator>},
    {"targets", false, declare_items<ItemKind::target>},
    {"observations", false, declare_items<ItemKind::observation>},
};

constexpr JsonField second_round[] = {
    {"format", true, check_format},
    {"settings", false, read_settings},
    {"calendars", false, read_items<CalendarSpec, CalendarId>},
    {"units", false, read_items<UnitSpec, UnitId>},
    {"documents", false, read_items<DocumentSpec, DocumentId>},
    {"tasks", false, read_items<TaskSpec, TaskId>},
    {"reports", false, read_items<ReportSpec, ReportId>},
    {"indicators", false, read_items<IndicatorSpec, IndicatorId>},
    {"targets", false, read_items<TargetSpec, TargetId>},
    {"observations", false, read_items<ObservationSpec, ObservationId>},
};

/// The edit will give out ids one after the other, so what was there before tells all.
void foresee_ids(CascadeReader& in, const Snapshot& known, Import& import) {
  for (const Section& section : sections) {
    const std::uint32_t first = known.count(section.kind) + 1;
    of(import.first, section.kind) = of(import.next, section.kind) = first;
    in.set_first_id(section.kind, first);
  }
}

// Errors.

std::string at(TextPosition place, std::string_view message) {
  return "line " + std::to_string(place.line) + ", column " + std::to_string(place.column) + ": " +
         std::string(message);
}

Error located(std::string_view text, const JsonFault& fault, const std::string& path = {}) {
  const std::string message = path.empty() ? fault.message : path + ": " + fault.message;
  return {fault.code, at(positions(text, {&fault.offset, 1}).front(), message), {}, {}};
}

/// Why the reader stopped: the text as a whole is judged first, then what it says.
Error reading_error(std::string_view text, const JsonLimits& limits, const CascadeReader& reader) {
  if (const auto fault = check_json(text, limits.depth)) return located(text, *fault);
  if (const auto& fault = reader.fault())
    return located(text, *fault, json_path(text, fault->offset));
  return located(text, {Errc::internal, 0, "this is JSON, yet it could not be read"});
}

/// One round over the text; what ended it, if it came to no end.
std::optional<Error> round(CascadeReader& reader, Import& import, const char* stage,
                           JsonFields fields, std::string_view text, const JsonLimits& limits) {
  Watch& watch = import.watch;
  if (watch.begin(stage) && reader.root(fields, &import)) return std::nullopt;
  if (watch.cancelled) return Error{Errc::cancelled, "the host asked to stop", {}, {}};
  return reading_error(text, limits, reader);
}

/// Gives the errors of a commit the places of the items they name, as far as this text has them.
class CommitErrors {
 public:
  CommitErrors(std::string_view text, const CascadeReader& reader, const Import& import)
      : text_(text), reader_(reader), import_(import) {}

  Error placed(Error error) {
    std::vector<Error*> all{&error};
    for (Error& more : error.more) all.push_back(&more);
    std::vector<std::size_t> offsets;
    for (Error* one : all) offsets.push_back(prepare(*one));
    const std::vector<TextPosition> places = sorted_positions(offsets);
    for (std::size_t i = 0; i < all.size(); ++i) all[i]->message = at(places[i], all[i]->message);
    return error;
  }

 private:
  /// Puts the path in front of the message; the offset of the item, 0 if none is of this text.
  std::size_t prepare(Error& error) {
    for (const Item item : error.items) {
      const auto kind = static_cast<std::size_t>(item.kind);
      if (item.kind == ItemKind::none || item.id < import_.first[kind]) continue;
      const std::uint32_t number = item.id - import_.first[kind];
      if (number >= reader_.declared(item.kind)) continue;
      const std::string_view list = section_of(item.kind).key;
      error.message = std::string(list) + '[' + std::to_string(number) + "]: " + error.message;
      auto& offsets = offsets_[kind];
      if (offsets.empty()) offsets = element_offsets(text_, list);
      return offsets[number];
    }
    return 0;
  }

  std::vector<TextPosition> sorted_positions(const std::vector<std::size_t>& offsets) const {
    std::vector<std::size_t> ascending = offsets;
    std::sort(ascending.begin(), ascending.end());
    const std::vector<TextPosition> places = positions(text_, ascending);
    std::vector<TextPosition> out;
    for (const std::size_t offset : offsets) {
      const auto found = std::lower_bound(ascending.begin(), ascending.end(), offset);
      out.push_back(places[static_cast<std::size_t>(found - ascending.begin())]);
    }
    return out;
  }

  std::string_view text_;
  const CascadeReader& reader_;
  const Import& import_;
  std::array<std::vector<std::size_t>, 9> offsets_;
};

Result<Commit> add(Engine& engine, std::string_view text, const JsonLimits& limits,
                   const Progress& progress) {
  const std::size_t most = std::min(limits.bytes, most_bytes);
  if (text.size() > most)
    return located({}, {Errc::too_large, 0,
                        "the text has " + std::to_string(text.size()) + " bytes, the limit is " +
                            std::to_string(most)});
  if (limits.depth < format_depth)
    if (const auto fault = check_json(text, limits.depth)) return located(text, *fault);
  const Snapshot known = engine.snapshot();
  CascadeReader reader(text, known);
  Import import{engine.edit(), {progress, text.size()}};
  if (auto error = round(reader, import, "keys", first_round, text, limits)) return *error;
  foresee_ids(reader, known, import);
  if (auto error = round(reader, import, "items", second_round, text, limits)) return *error;
  reader.close();  // the commit has better use for the memory
  Result<Commit> done = import.edit.commit(progress);
  if (!done.ok() && done.error().code == Errc::cancelled) return done;
  if (!done.ok()) return CommitErrors(text, reader, import).placed(done.error());
  return done;
}

}  // namespace
}  // namespace detail

Result<Engine> read_json(std::string_view text, const JsonLimits& limits,
                         const Progress& progress) {
  Engine engine;
  const Result<Commit> done = detail::add(engine, text, limits, progress);
  if (!done.ok()) return done.error();
  return Result<Engine>(std::move(engine));
}

Result<Commit> add_json(Engine& engine, std::string_view text, const JsonLimits& limits,
                        const Progress& progress) {
  return detail::add(engine, text, limits, progress);
}

}  // namespace kehoach
