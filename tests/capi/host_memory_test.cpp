// SPDX-License-Identifier: BSL-1.0
// A program with an operator new of its own: the shared library takes all its memory from there, gives
// all of it back, and says so when the host has none left.
#include "plan.h"
#include "support/failing_memory.hpp"

using kehoach::testing::living_blocks;

namespace {

void all_memory_is_the_hosts_and_comes_back() {
  kh_engine_free(plan_engine());  // whatever is built once is there now
  const long before = living_blocks();
  kh_evaluation* today = plan_evaluation(day(2025, 8, 4));
  CHECK(living_blocks() > before + 100);
  kh_evaluation_free(today);
  CHECK(living_blocks() == before);
}

void a_host_without_memory_is_told() {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = nullptr;
  kehoach::testing::fail_allocation(20);
  const kh_status status = kh_engine_new(&engine, &error);
  CHECK(kehoach::testing::allocation_failed());
  CHECK(status == KH_NO_MEMORY && error.code == KH_NO_MEMORY && engine == nullptr);
}

}  // namespace

int main() {
  all_memory_is_the_hosts_and_comes_back();
  a_host_without_memory_is_told();
  return failures != 0;
}
