// SPDX-License-Identifier: BSL-1.0
// Writing goes by the same tables as reading. What has no key and is referred to must get one, and
// that shows only while writing: then the text is written once more, with the keys made.
#include <utility>

#include <kehoach/exchange.hpp>

#include "exchange/cascade_fields.hpp"
#include "exchange/cascade_writer.hpp"

namespace kehoach {
namespace detail {
namespace {

bool has_items(const Snapshot& snapshot, ItemKind kind) {
  for (std::uint32_t id = 1; id <= snapshot.count(kind); ++id)
    if (snapshot.contains(Item(kind, id))) return true;
  return false;
}

void write_object(CascadeWriter& out, JsonFields fields, const void* item) {
  out.begin_object(JsonLayout::lines);
  for (const JsonField& field : fields) field.write(out, field, item);
  out.end_object();
}

template <class Id>
void write_items(CascadeWriter& out, const Snapshot& snapshot) {
  const ItemKind kind = Item(Id()).kind;
  if (!has_items(snapshot, kind)) return;
  out.key(section_of(kind).key);
  out.begin_list(JsonLayout::lines);
  for (std::uint32_t id = 1; id <= snapshot.count(kind); ++id) {
    if (!snapshot.contains(Item(kind, id))) continue;
    auto spec = snapshot.spec(Id(id)).value();
    if (spec.key.empty()) spec.key = out.made_key(Item(kind, id));
    write_object(out, json_fields<decltype(spec)>(), &spec);
  }
  out.end_list();
}

/// Settings that are all default are left out, braces and all.
void write_settings(CascadeWriter& out, const Snapshot& snapshot) {
  CascadeWriter trial(snapshot, {});
  write_object(trial, json_fields<Settings>(), &snapshot.settings());
  if (trial.take() == "{}") return;
  out.key("settings");
  write_object(out, json_fields<Settings>(), &snapshot.settings());
}

void write_cascade(CascadeWriter& out, const Snapshot& snapshot) {
  out.begin_object(JsonLayout::lines);
  out.key("format");
  out.text(cascade_format);
  write_settings(out, snapshot);
  write_items<CalendarId>(out, snapshot);
  write_items<UnitId>(out, snapshot);
  write_items<DocumentId>(out, snapshot);
  write_items<TaskId>(out, snapshot);
  write_items<ReportId>(out, snapshot);
  write_items<IndicatorId>(out, snapshot);
  write_items<TargetId>(out, snapshot);
  write_items<ObservationId>(out, snapshot);
  out.end_object();
}

}  // namespace
}  // namespace detail

std::string write_json(const Snapshot& snapshot) {
  detail::CascadeWriter first(snapshot, {});
  detail::write_cascade(first, snapshot);
  if (!first.found_new()) return first.take() + '\n';
  detail::CascadeWriter second(snapshot, first.take_marks());
  detail::write_cascade(second, snapshot);
  return second.take() + '\n';
}

}  // namespace kehoach
