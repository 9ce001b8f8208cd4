// SPDX-License-Identifier: BSL-1.0
/// How a host lends its threads to one long answer.
///
///     Executor two{2, [&](std::size_t count, const std::function<void(std::size_t)>& piece) {
///                    std::thread other([&] { for (std::size_t i = 1; i < count; i += 2) piece(i); });
///                    for (std::size_t i = 0; i < count; i += 2) piece(i);
///                    other.join();
///                  }};
///     Evaluation now = snapshot.evaluate(as_of, no_date, {}, two).value();
#pragma once

#include <cstddef>
#include <functional>

namespace kehoach {

/// The answer is the same bit for bit whatever the executor. The library keeps it no longer than the
/// call it is given to.
struct Executor {
  /// How many pieces may run at the same time; 1 or less: all work is done in the calling thread.
  unsigned workers = 1;
  /// Calls piece(0) … piece(count - 1), each once, in any order and any threads, and returns when all
  /// have returned. A piece does not throw and calls nothing of the host. Left empty: as one worker.
  std::function<void(std::size_t count, const std::function<void(std::size_t)>& piece)> run;
};

}  // namespace kehoach
