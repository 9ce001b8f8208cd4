// SPDX-License-Identifier: BSL-1.0
/// An executor as a host would have it: one thread of its own beside the calling one, woken for each
/// batch of pieces.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include <kehoach/executor.hpp>

namespace kehoach::bench {

class TwoWorkers {
 public:
  TwoWorkers() : other_([this] { help(); }) {}
  ~TwoWorkers() {
    {
      const std::lock_guard<std::mutex> guard(lock_);
      over_ = true;
    }
    wake_.notify_one();
    other_.join();
  }
  TwoWorkers(const TwoWorkers&) = delete;
  TwoWorkers& operator=(const TwoWorkers&) = delete;

  Executor executor() {
    return {2, [this](std::size_t count, const std::function<void(std::size_t)>& piece) {
              run(count, piece);
            }};
  }

 private:
  void run(std::size_t count, const std::function<void(std::size_t)>& piece) {
    {
      const std::lock_guard<std::mutex> guard(lock_);
      piece_ = &piece;
      count_ = count;
      next_ = 0;
      busy_ = true;
    }
    wake_.notify_one();
    take();
    std::unique_lock<std::mutex> guard(lock_);
    done_.wait(guard, [this] { return !busy_; });
  }
  void take() {
    for (std::size_t i; (i = next_++) < count_;) (*piece_)(i);
  }
  void help() {
    std::unique_lock<std::mutex> guard(lock_);
    for (;;) {
      wake_.wait(guard, [this] { return busy_ || over_; });
      if (over_) return;
      guard.unlock();
      take();
      guard.lock();
      busy_ = false;
      done_.notify_one();
    }
  }

  std::mutex lock_;
  std::condition_variable wake_, done_;
  const std::function<void(std::size_t)>* piece_ = nullptr;
  std::size_t count_ = 0;
  std::atomic<std::size_t> next_ = 0;
  bool busy_ = false, over_ = false;
  std::thread other_;
};

}  // namespace kehoach::bench
