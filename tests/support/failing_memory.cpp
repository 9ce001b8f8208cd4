// SPDX-License-Identifier: BSL-1.0
#include "failing_memory.hpp"

#include <cstdlib>
#include <new>

namespace {

long countdown = -1;  // allocations left before one fails; negative: none fails
long living = 0;
bool failed = false;

void* count(void* block) noexcept {
  if (block != nullptr) ++living;
  return block;
}

void fail_if_due() {
  if (countdown < 0 || countdown-- > 0) return;
  failed = true;
  countdown = -1;
  throw std::bad_alloc();
}

void* checked(void* block) {
  if (block == nullptr) throw std::bad_alloc();
  return count(block);
}

void* allocate(std::size_t size) {
  fail_if_due();
  return checked(std::malloc(size == 0 ? 1 : size));
}

void release(void* block) noexcept {
  if (block == nullptr) return;
  --living;
  std::free(block);
}

}  // namespace

namespace kehoach::testing {

long living_blocks() noexcept {
  return living;
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
  return allocate(size);
}
void* operator new[](std::size_t size) {
  return allocate(size);
}
// Never failed: std::stable_sort asks in this way and does with less, simdjson 3.0 so asks and then
// does not look at the answer.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return count(std::malloc(size));
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return count(std::malloc(size));
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  fail_if_due();
  const auto step = static_cast<std::size_t>(alignment);
  return checked(std::aligned_alloc(step, (size + step - 1) / step * step));
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
void operator delete(void* block, std::align_val_t) noexcept {
  release(block);
}
void operator delete[](void* block, std::align_val_t) noexcept {
  release(block);
}
void operator delete(void* block, std::size_t, std::align_val_t) noexcept {
  release(block);
}
void operator delete[](void* block, std::size_t, std::align_val_t) noexcept {
  release(block);
}
