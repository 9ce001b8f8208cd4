// SPDX-License-Identifier: BSL-1.0
// Memory runs out at the n-th allocation, for every n, in a good call of every function of the header:
// it says KH_NO_MEMORY and has changed nothing and leaked nothing, or it does all of its work. Each
// attempt has plans, versions, figures and papers of its own. every_function.py writes the calls.
#include <cstring>
#include <optional>
#include <string>

#include "fixture.h"
#include "support/failing_memory.hpp"

namespace {

#include "every_call.h"

std::string json_of(const kh_engine* engine) {
  kh_snapshot* plans = nullptr;
  std::size_t length = 0;
  CHECK(kh_engine_snapshot(engine, &plans, nullptr) == KH_OK);
  CHECK(kh_snapshot_write_json(plans, nullptr, 0, &length, nullptr) == KH_OK);
  std::string json(length + 1, '\0');
  CHECK(kh_snapshot_write_json(plans, json.data(), json.size(), nullptr, nullptr) == KH_OK);
  kh_snapshot_free(plans);
  return json;
}

// What a host could see of the things that a call may change.
struct Seen {
  std::string engine, branch;
  unsigned char partial[8192] = {};
  std::size_t partial_size = 0;

  explicit Seen(const Fixture& f) : engine(json_of(f.engine)), branch(json_of(f.branch)) {
    CHECK(kh_partial_save(f.partial, partial, sizeof partial, &partial_size, nullptr) == KH_OK);
  }
  bool operator==(const Seen& other) const {
    return engine == other.engine && branch == other.branch && partial_size == other.partial_size &&
           std::memcmp(partial, other.partial, partial_size) == 0;
  }
};

void nothing_has_changed(const Fixture& f, const Seen& before) {
  CHECK(Seen(f) == before);
  CHECK(kh_engine_verify(f.engine, nullptr) == KH_OK);
  CHECK(kh_engine_verify(f.branch, nullptr) == KH_OK);
  // An edit whose call failed is spent, or holds nothing of that call.
  const kh_status status = kh_edit_commit(f.edit, nullptr, nullptr);
  CHECK(status == KH_OK || status == KH_MISUSE);
  CHECK(json_of(f.engine) == before.engine);
}

void works_with_memory(const Call& call) {
  Fixture f;
  kh_error error = KH_ERROR_INIT;
  fixture_make(&f);
  call.attempt(&f, &error, 1);
  CHECK_OK(call.attempt(&f, &error, 0));
  fixture_free(&f);
}

long starved(const Call& call, long step) {
  long leaks = 0;
  works_with_memory(call);  // whatever is built once is there now
  Fixture f;
  if (!call.uses) fixture_make(&f);
  const auto attempt = [&](const auto& run) {
    if (call.uses) fixture_make(&f);
    kh_error error = KH_ERROR_INIT;
    call.attempt(&f, &error, 1);
    std::optional<Seen> before;
    if (call.changes) before.emplace(f);
    const kh_status status = run([&] { return call.attempt(&f, &error, 0); });
    const bool failed = kehoach::testing::allocation_failed();
    CHECK(status == (failed ? KH_NO_MEMORY : KH_OK) && error.code == status);
    CHECK((std::strlen(error.message) > 0) == failed);
    if (failed && before) nothing_has_changed(f, *before);
    before.reset();
    if (call.uses) fixture_free(&f);
  };
  const long n = kehoach::testing::starve(
      attempt, [] { return failures > 10; }, leaks, step);
  CHECK(leaks == 0);
  if (!call.uses) fixture_free(&f);
  return n;
}

}  // namespace

// no_memory_every_test [STEP]: every allocation, or every STEP-th.
int main(int count, char** arguments) {
  const long step = count > 1 ? std::atol(arguments[1]) : 1;
  long total = 0;
  for (const Call& call : every_call) {
    const int failures_before = failures;
    const long n = starved(call, step);
    if (failures != failures_before) std::fprintf(stderr, "  in %s, after %ld\n", call.name, n);
    total += n;
  }
  std::printf("%zu functions: %ld allocations, each failed once\n",
              sizeof every_call / sizeof *every_call, total);
  return failures != 0;
}
