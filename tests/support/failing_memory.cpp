// SPDX-License-Identifier: BSL-1.0
#include "failing_memory.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>

namespace {

long countdown = -1;  // allocations left before one fails; negative: none fails
long living = 0;
long long bytes = 0;
bool failed = false;

// Before each block stands its size, in as much room as its alignment asks for.
constexpr std::size_t least_room = alignof(std::max_align_t);

void* begun(void* room, std::size_t before, std::size_t size) noexcept {
  if (room == nullptr) return nullptr;
  ++living;
  bytes += static_cast<long long>(size);
  char* const block = static_cast<char*>(room) + before;
  std::memcpy(block - sizeof size, &size, sizeof size);
  return block;
}

void fail_if_due() {
  if (countdown < 0 || countdown-- > 0) return;
  failed = true;
  countdown = -1;
  throw std::bad_alloc();
}

void* allocate(std::size_t size) noexcept {
  return begun(std::malloc(least_room + size), least_room, size);
}
void* allocate(std::size_t size, std::align_val_t alignment) noexcept {
  const std::size_t step = std::max(static_cast<std::size_t>(alignment), least_room);
  return begun(std::aligned_alloc(step, step + (size + step - 1) / step * step), step, size);
}

void* checked(void* block) {
  if (block == nullptr) throw std::bad_alloc();
  return block;
}

void release(void* block, std::align_val_t alignment = {}) noexcept {
  if (block == nullptr) return;
  char* const at = static_cast<char*>(block);
  std::size_t size = 0;
  std::memcpy(&size, at - sizeof size, sizeof size);
  --living;
  bytes -= static_cast<long long>(size);
  std::free(at - std::max(static_cast<std::size_t>(alignment), least_room));
}

}  // namespace

namespace kehoach::testing {

long living_blocks() noexcept {
  return living;
}
long long living_bytes() noexcept {
  return bytes;
}
void fail_allocation(long index) noexcept {
  failed = false;
  countdown = index;
}
bool allocation_failed() noexcept {
  countdown = -1;
  return failed;
}

}  // namespace kehoach::testing

void* operator new(std::size_t size) {
  fail_if_due();
  return checked(allocate(size));
}
void* operator new[](std::size_t size) {
  return operator new(size);
}
// Never failed: std::stable_sort asks in this way and does with less, simdjson 3.0 so asks and then
// does not look at the answer.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return allocate(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return allocate(size);
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  fail_if_due();
  return checked(allocate(size, alignment));
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
  return operator new(size, alignment);
}
void operator delete(void* block) noexcept {
  release(block);
}
void operator delete[](void* block) noexcept {
  release(block);
}
void operator delete(void* block, std::size_t) noexcept {
  release(block);
}
void operator delete[](void* block, std::size_t) noexcept {
  release(block);
}
void operator delete(void* block, std::align_val_t alignment) noexcept {
  release(block, alignment);
}
void operator delete[](void* block, std::align_val_t alignment) noexcept {
  release(block, alignment);
}
void operator delete(void* block, std::size_t, std::align_val_t alignment) noexcept {
  release(block, alignment);
}
void operator delete[](void* block, std::size_t, std::align_val_t alignment) noexcept {
  release(block, alignment);
}
