// SPDX-License-Identifier: BSL-1.0
// A host's allocator as the memory of an engine.
#include <memory_resource>
#include <new>

#include "handles.hpp"
#include "structs.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

class HostMemory final : public std::pmr::memory_resource {
 public:
  explicit HostMemory(const kh_allocator& given) noexcept : host_(given) {}
  ~HostMemory() override {
    if (in_use_ && host_.done != nullptr) host_.done(host_.context);
  }
  // From now on the host is told when nothing comes from here any longer.
  void begin() noexcept { in_use_ = true; }

 private:
  void* do_allocate(std::size_t size, std::size_t alignment) override {
    void* const block = host_.allocate(host_.context, size, alignment);
    if (block == nullptr) throw std::bad_alloc();
    return block;
  }
  void do_deallocate(void* block, std::size_t size, std::size_t alignment) override {
    host_.release(host_.context, block, size, alignment);
  }
  bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override {
    return this == &other;
  }

  const kh_allocator host_;
  bool in_use_ = false;
};

kh_allocator allocator_in(const kh_allocator* given) {
  const kh_allocator defaults = KH_ALLOCATOR_INIT;
  const auto a = read_struct(given, defaults, KH_UP_TO(kh_allocator, release), "allocator");
  need(a.allocate, "allocate");
  need(a.release, "release");
  return a;
}

}  // namespace

kh_status kh_engine_new_with_allocator(const kh_allocator* allocator, kh_engine** out_engine,
                                       kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_engine, "out_engine");
    const auto memory = std::make_shared<HostMemory>(allocator_in(allocator));
    out = new kh_engine(Engine(memory));
    memory->begin();
  });
}
