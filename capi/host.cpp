// SPDX-License-Identifier: BSL-1.0
// What a host lends an engine: a callback that is told how far it has come, and threads.
#include "handles.hpp"
#include "specs.hpp"

using namespace kehoach;
using namespace kehoach::capi;

Executor kehoach::capi::executor_in(const kh_executor* given) {
  if (given == nullptr) return {};
  const kh_executor defaults = KH_EXECUTOR_INIT;
  const auto e = read_struct(given, defaults, KH_UP_TO(kh_executor, run), "executor");
  if (e.run == nullptr) return {};
  using Piece = std::function<void(std::size_t)>;
  return {e.workers, [run = e.run, context = e.context](std::size_t count, const Piece& piece) {
            const kh_piece one = [](void* work, std::size_t i) {
              (*static_cast<const Piece*>(work))(i);
            };
            run(context, count, one, const_cast<Piece*>(&piece));
          }};
}

kh_status kh_engine_set_executor(kh_engine* engine, const kh_executor* executor, kh_error* error) {
  return guard(error, [&] {
    Core& core = *need(engine, "engine").core;
    const InUse use(core, InUse::changes);
    core.executor = executor_in(executor);
  });
}

kh_status kh_engine_set_progress(kh_engine* engine, kh_progress progress, void* context,
                                 kh_error* error) {
  return guard(error, [&] {
    Core& core = *need(engine, "engine").core;
    const InUse use(core, InUse::changes);
    core.progress = progress_in(progress, context);
  });
}
