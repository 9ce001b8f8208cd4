// SPDX-License-Identifier: BSL-1.0
// Memory that runs out when a test says so: a program that has failing_memory.cpp in it allocates by it.
#pragma once

#include <cstdio>

namespace kehoach::testing {

long living_blocks() noexcept;      // not given back
long long living_bytes() noexcept;  // in them
void fail_allocation(
    long index) noexcept;           // the one after `index` further ones throws std::bad_alloc
bool allocation_failed() noexcept;  // since `fail_allocation`; from now on none fails

// Fails the n-th allocation of `call()` for every n until there is none to fail. `attempt(run)` sets up
// what the call needs, runs `run(call)` and takes everything down again; whether the call's outcome is
// the right one for `failed` is its own to judge. Whatever has been allocated must be given back.
// Returns how many allocations were failed, every `step`-th of them; stops when `give_up()`.
template <class Attempt, class GiveUp>
long starve(const Attempt& attempt, const GiveUp& give_up, long& leaks, long step = 1) {
  for (long n = 0;; n += step) {
    const long before = living_blocks();
    bool failed = false;
    attempt([&](const auto& call) {
      fail_allocation(n);
      const auto outcome = call();
      failed = allocation_failed();
      return outcome;
    });
    leaks += living_blocks() != before;
    if (!failed || give_up()) return n / step;
  }
}

}  // namespace kehoach::testing
