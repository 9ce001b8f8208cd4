// SPDX-License-Identifier: BSL-1.0
/// Tasks by what they may have in common: a hash table of chains in two arrays. The caller makes the
/// keys and looks twice, as two different things may have one key.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace kehoach::detail {

class DutyIndex {
 public:
  void add(std::uint64_t key, std::uint32_t task) {
    if (count_ >= heads_.size()) grow();
    std::uint32_t at = free_;
    if (at != 0) {
      free_ = entries_[at].next;
    } else {
      at = static_cast<std::uint32_t>(entries_.size());
      entries_.emplace_back();
    }
    std::uint32_t& head = heads_[bucket(key)];
    entries_[at] = {key, task, head};
    head = at;
    ++count_;
  }
  /// Takes one such entry out, if there is one.
  void remove(std::uint64_t key, std::uint32_t task) {
    if (heads_.empty()) return;
    std::uint32_t* link = &heads_[bucket(key)];
    while (*link != 0 && (entries_[*link].key != key || entries_[*link].task != task))
      link = &entries_[*link].next;
    const std::uint32_t at = *link;
    if (at == 0) return;
    *link = entries_[at].next;
    entries_[at] = {0, 0, free_};
    free_ = at;
    --count_;
  }
  /// The tasks of a key, ascending, each once.
  std::vector<std::uint32_t> of(std::uint64_t key) const {
    std::vector<std::uint32_t> tasks;
    if (heads_.empty()) return tasks;
    for (std::uint32_t at = heads_[bucket(key)]; at != 0; at = entries_[at].next)
      if (entries_[at].key == key) tasks.push_back(entries_[at].task);
    std::sort(tasks.begin(), tasks.end());
    tasks.erase(std::unique(tasks.begin(), tasks.end()), tasks.end());
    return tasks;
  }
  /// The keys that several entries have, ascending.
  std::vector<std::uint64_t> shared() const {
    std::vector<std::uint64_t> keys;
    for (std::uint32_t head : heads_)
      for (std::uint32_t a = head; a != 0; a = entries_[a].next) {
        std::uint32_t b = entries_[a].next;
        while (b != 0 && entries_[b].key != entries_[a].key) b = entries_[b].next;
        if (b != 0) keys.push_back(entries_[a].key);
      }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
  }

 private:
  struct Entry {
    std::uint64_t key = 0;
    std::uint32_t task = 0;
    std::uint32_t next = 0;  ///< in the chain, or of the free ones; 0: the last
  };

  std::size_t bucket(std::uint64_t key) const { return (key >> 32) & (heads_.size() - 1); }
  void grow() {
    std::vector<std::uint32_t> heads(std::max<std::size_t>(64, heads_.size() * 2), 0);
    heads.swap(heads_);
    for (std::uint32_t head : heads)
      for (std::uint32_t at = head, next = 0; at != 0; at = next) {
        next = entries_[at].next;
        std::uint32_t& to = heads_[bucket(entries_[at].key)];
        entries_[at].next = to;
        to = at;
      }
  }

  std::vector<std::uint32_t> heads_;  ///< a power of two
  std::vector<Entry> entries_{1};     ///< the first is none
  std::uint32_t free_ = 0;
  std::size_t count_ = 0;
};

}  // namespace kehoach::detail
