// SPDX-License-Identifier: BSL-1.0
// While a call changes an engine, every other call on it or its edits is refused: from a thread that
// forgot the lock, and from the progress callback. What can be read by any thread is read meanwhile.
// Handles belong to no thread: all of them are freed by another one than made them.
#include <thread>

#include "fixture.h"

namespace {

#include "every_call.h"

struct Intruder {
  Fixture* f;
  const Call* call;
  int visits = 0;
  kh_status by_thread = KH_OK;
  kh_status by_callback = KH_OK;
  kh_status reading = KH_MISUSE;
};

std::int32_t intrude(void* context, const char*, std::uint64_t, std::uint64_t) {
  Intruder& i = *static_cast<Intruder*>(context);
  if (i.visits++ > 0) return 1;
  kh_error error = KH_ERROR_INIT;
  i.by_callback = i.call->attempt(i.f, &error, 0);
  std::thread([&] {
    i.by_thread = i.call->attempt(i.f, &error, 0);
    i.reading = kh_evaluation_overdue(i.f->evaluation, nullptr, 0, nullptr, &error);
  }).join();
  return 1;
}

void is_refused_while_the_engine_is_busy(const Call& call) {
  Fixture f;
  fixture_make(&f);
  kh_error error = KH_ERROR_INIT;
  Intruder intruder{&f, &call};
  call.attempt(&f, &error, 1);
  CHECK_OK(kh_engine_set_progress(f.engine, intrude, &intruder, &error));
  CHECK_OK(kh_engine_follow(f.engine, day(2025, 3, 3), KH_NO_DATE, nullptr, &error));
  CHECK(intruder.visits > 0);
  if (intruder.by_thread != KH_MISUSE || intruder.by_callback != KH_MISUSE)
    std::fprintf(stderr, "  in %s\n", call.name);
  CHECK(intruder.by_thread == KH_MISUSE && intruder.by_callback == KH_MISUSE);
  CHECK(intruder.reading == KH_OK);
  CHECK_OK(kh_engine_set_progress(f.engine, nullptr, nullptr, &error));
  CHECK_OK(kh_engine_verify(f.engine, &error));
  CHECK(kh_edit_commit(f.edit, nullptr, &error) == KH_STALE_EDIT);
  std::thread([&] { fixture_free(&f); }).join();
}

}  // namespace

int main() {
  int calls = 0;
  for (const Call& call : every_call) {
    if (!call.engine) continue;
    is_refused_while_the_engine_is_busy(call);
    ++calls;
  }
  CHECK(calls > 30);
  return failures != 0;
}
