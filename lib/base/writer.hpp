// SPDX-License-Identifier: BSL-1.0
/// Who writes, and where the memory comes from that outlives the edit: what versions keep and share.
/// It is given back to where it came from, as each block remembers its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <new>
#include <type_traits>
#include <vector>

namespace kehoach::detail {

/// The host's; null stands for operator new.
using Memory = std::pmr::memory_resource*;

struct Writer {
  std::uint64_t number = 0;  ///< of one edit; unique among an engine and all its branches
  Memory memory = nullptr;   ///< of them all
};

template <class T>
class KeptAllocator {
 public:
  static_assert(alignof(T) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__);
  using value_type = T;
  using propagate_on_container_copy_assignment = std::true_type;
  using propagate_on_container_move_assignment = std::true_type;
  using propagate_on_container_swap = std::true_type;

  KeptAllocator(Memory memory = nullptr) noexcept : memory_(memory) {}  // NOLINT
  template <class U>
  KeptAllocator(const KeptAllocator<U>& other) noexcept : memory_(other.memory()) {}  // NOLINT

  T* allocate(std::size_t count) {
    if (count > PTRDIFF_MAX / sizeof(T)) throw std::bad_array_new_length();
    const std::size_t bytes = count * sizeof(T);
    return static_cast<T*>(memory_ == nullptr ? ::operator new(bytes)
                                              : memory_->allocate(bytes, alignof(T)));
  }
  void deallocate(T* at, std::size_t count) noexcept {
    if (memory_ == nullptr)
      ::operator delete(at);
    else
      memory_->deallocate(at, count * sizeof(T), alignof(T));
  }
  Memory memory() const noexcept { return memory_; }

 private:
  Memory memory_;
};
template <class T, class U>
bool operator==(const KeptAllocator<T>& a, const KeptAllocator<U>& b) noexcept {
  return a.memory() == b.memory();
}

template <class T>
using KeptVector = std::vector<T, KeptAllocator<T>>;

}  // namespace kehoach::detail
