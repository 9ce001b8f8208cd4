// SPDX-License-Identifier: BSL-1.0
// Threads for one long call, as many as the caller asked for.
#include <atomic>
#include <system_error>
#include <thread>

#include "module.hpp"

namespace kehoach::python {

Executor threads_of(int threads) {
  constexpr int most = 1024;
  if (threads < 1 || threads > most)
    throw Exception(Error{Errc::invalid_value, "threads lies outside 1 to 1024", {}, {}});
  const auto workers = static_cast<unsigned>(threads);
  return {workers, [workers](std::size_t count, const std::function<void(std::size_t)>& piece) {
            std::atomic<std::size_t> next = 0;
            const auto work = [&] {
              for (std::size_t i = next++; i < count; i = next++) piece(i);
            };
            std::vector<std::jthread> others;  // joined at the end
            others.reserve(workers);
            try {
              while (others.size() + 1 < workers && others.size() + 1 < count)
                others.emplace_back(work);
            } catch (const std::system_error&) {  // no more threads to be had: fewer do it as well
            }
            work();
          }};
}

}  // namespace kehoach::python
