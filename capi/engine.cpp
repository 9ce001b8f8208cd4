// SPDX-License-Identifier: BSL-1.0
// Engines: made, branched, taken over, taken back, read from JSON; what the last commit changed and
// what was wrong with it.
#include <kehoach/exchange.hpp>

#include "handles.hpp"
#include "structs.hpp"
#include "text.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

std::string_view json_in(const char* json, std::size_t length) {
  return {&need(json, "json"), length};
}

JsonLimits limits_in(const kh_json_limits* given) {
  const kh_json_limits defaults = KH_JSON_LIMITS_INIT;
  const auto limits = read_struct(given, defaults, KH_UP_TO(kh_json_limits, bytes), "limits");
  return {limits.bytes, limits.depth};
}

// The error of the last commit; `KH_INVALID_VALUE` where it has no fault of that number.
const Error& fault_at(const Core& core, std::size_t index) {
  const auto& last = core.last;
  if (last && !last->ok()) {
    const Error& first = last->error();
    if (index <= first.more.size()) return index == 0 ? first : first.more[index - 1];
  }
  fail(KH_INVALID_VALUE, "index", "is past the last fault");
}

kh_change change_out(const Change& change) noexcept {
  return {0,
          static_cast<std::int32_t>(change.field),
          item_out(change.item),
          change.before,
          change.after,
          item_out(change.cause)};
}

// What makes a commit of the whole engine; its outcome is kept for changes and faults.
template <class Make>
kh_status commit_by(kh_engine* engine, kh_commit* out_commit, kh_error* error, const Make& make) {
  return guard(error, [&] {
    const StructOut out(out_commit, "out_commit", true);
    Core& core = *need(engine, "engine").core;
    const InUse use(core, InUse::changes);
    Result<Commit> done = make(core.engine);
    core.last = std::move(done);
    out.write(commit_out(core.last->value()));
  });
}

}  // namespace

kh_status kh_engine_new(kh_engine** out_engine, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_engine, "out_engine");  // before the engine is made, or it would leak
    out = new kh_engine(Engine());
  });
}

void kh_engine_free(kh_engine* engine) {
  delete engine;
}

kh_status kh_engine_branch(const kh_engine* engine, kh_engine** out_branch, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_branch, "out_branch");
    Core& core = *need(engine, "engine").core;
    const InUse use(core, InUse::reads);
    out = new kh_engine(core.engine.branch());
  });
}

kh_status kh_engine_verify(const kh_engine* engine, kh_error* error) {
  return guard(error, [&] {
    Core& core = *need(engine, "engine").core;
    const InUse use(core, InUse::reads);
    core.engine.verify().value();
  });
}

kh_status kh_engine_read_json(const char* json, size_t length, kh_engine** out_engine,
                              kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_engine, "out_engine");
    out = new kh_engine(read_json(json_in(json, length)).value());
  });
}

kh_status kh_engine_add_json(kh_engine* engine, const char* json, size_t length,
                             kh_commit* out_commit, kh_error* error) {
  const kh_json_limits limits = KH_JSON_LIMITS_INIT;
  return kh_engine_add_json_within(engine, json, length, &limits, out_commit, error);
}

kh_status kh_engine_add_json_within(kh_engine* engine, const char* json, size_t length,
                                    const kh_json_limits* limits, kh_commit* out_commit,
                                    kh_error* error) {
  return guard(error, [&] {
    const StructOut out(out_commit, "out_commit", true);
    Core& core = *need(engine, "engine").core;
    const std::string_view text = json_in(json, length);
    const JsonLimits within = limits_in(limits);
    const InUse use(core, InUse::changes);
    core.last.reset();
    core.last = add_json(core.engine, text, within, core.progress);
    out.write(commit_out(core.last->value()));
  });
}

kh_status kh_engine_follow(kh_engine* engine, kh_date as_of, kh_date known_at,
                           kh_commit* out_commit, kh_error* error) {
  return commit_by(engine, out_commit, error, [&](Engine& own) {
    return own.follow(date_in(as_of), date_in(known_at), engine->core->progress);
  });
}

kh_status kh_engine_adopt(kh_engine* engine, kh_engine* branch, kh_commit* out_commit,
                          kh_error* error) {
  return commit_by(engine, out_commit, error, [&](Engine& own) {
    Core& other = *need(branch, "branch").core;
    const InUse use(other, InUse::changes);
    return own.adopt(other.engine, engine->core->progress);
  });
}

kh_status kh_engine_restore(kh_engine* engine, const kh_snapshot* snapshot, kh_commit* out_commit,
                            kh_error* error) {
  return commit_by(engine, out_commit, error, [&](Engine& own) {
    return own.restore(need(snapshot, "snapshot").snapshot, engine->core->progress);
  });
}

kh_status kh_engine_undo(kh_engine* engine, kh_commit* out_commit, kh_error* error) {
  return commit_by(engine, out_commit, error,
                   [&](Engine& own) { return own.undo(engine->core->progress); });
}

kh_status kh_engine_unfollow(kh_engine* engine, kh_error* error) {
  return guard(error, [&] {
    Core& core = *need(engine, "engine").core;
    const InUse use(core, InUse::changes);
    core.engine.unfollow();
  });
}

kh_status kh_engine_changes(const kh_engine* engine, kh_change* rows, size_t capacity,
                            size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    Core& core = *need(engine, "engine").core;
    const InUse use(core, InUse::reads);
    const auto& last = core.last;
    const std::vector<Change> none;
    out.write(last && last->ok() ? (*last)->changes : none, change_out);
  });
}

kh_status kh_snapshot_diff(const kh_snapshot* before, const kh_snapshot* after, kh_change* rows,
                           size_t capacity, size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const Snapshot& older = need(before, "before").snapshot;
    out.write(diff(older, need(after, "after").snapshot).value(), change_out);
  });
}

kh_status kh_engine_fault_count(const kh_engine* engine, size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    Core& core = *need(engine, "engine").core;
    auto& out = need(out_count, "out_count");
    const InUse use(core, InUse::reads);
    const auto& last = core.last;
    out = last && !last->ok() ? 1 + last->error().more.size() : 0;
  });
}

kh_status kh_engine_fault(const kh_engine* engine, size_t index, kh_error* out_fault,
                          kh_error* error) {
  return guard(error, [&] {
    Core& core = *need(engine, "engine").core;
    const InUse use(core, InUse::reads);
    const Error& fault = fault_at(core, index);
    if (out_fault == nullptr) return;
    if (!is_writable(out_fault)) fail(KH_MISUSE, "out_fault", "has a wrong struct_size");
    write_error(out_fault, fault);
  });
}

kh_status kh_engine_fault_message(const kh_engine* engine, size_t index, char* buffer, size_t size,
                                  size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    Core& core = *need(engine, "engine").core;
    const InUse use(core, InUse::reads);
    out.write(fault_at(core, index).message);
  });
}

kh_status kh_engine_fault_items(const kh_engine* engine, size_t index, kh_item* rows,
                                size_t capacity, size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    Core& core = *need(engine, "engine").core;
    const InUse use(core, InUse::reads);
    out.write(fault_at(core, index).items, item_out);
  });
}
