// SPDX-License-Identifier: BSL-1.0
// Many items in one call. The array is read twice: once to find what is malformed, so that nothing
// is added then, and once to add, so that no second copy of a large plan is ever held.
#include <cstdio>

#include "edit.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

// The caller's elements, however large they were when the caller was compiled.
template <class Spec>
class Array {
 public:
  Array(const Spec* specs, std::size_t count) : count_(count) {
    if (count == 0) return;
    size_ = need(specs, "specs").struct_size;
    if (size_ == 0) fail(KH_MISUSE, "specs", "have a wrong struct_size");
    bytes_ = reinterpret_cast<const std::byte*>(specs);
  }
  std::size_t count() const { return count_; }
  auto element(std::size_t i) const {
    return spec_in(reinterpret_cast<const Spec*>(bytes_ + i * size_), size_);
  }

 private:
  const std::byte* bytes_ = nullptr;
  std::uint32_t size_ = 0;
  std::size_t count_;
};

[[noreturn]] void fail_at(std::size_t i, kh_status code, const char* message) {
  char place[40];
  std::snprintf(place, sizeof place, "element %zu:", i);
  fail(code, place, message);
}

template <class Spec>
void check(const Array<Spec>& specs) {
  for (std::size_t i = 0; i < specs.count(); ++i) {
    try {
      (void)specs.element(i);
    } catch (const Failure& failure) {
      fail_at(i, failure.code, failure.message);
    } catch (const Exception& exception) {
      fail_at(i, static_cast<kh_status>(exception.code()), exception.what());
    }
  }
}

template <class Spec>
kh_status add_all(kh_edit* edit, const Spec* specs, std::size_t count, std::uint32_t* out_first,
                  kh_error* error) {
  return guard(error, [&] {
    kh_edit& given = need(edit, "edit");
    const InUse use(*given.core, InUse::changes);
    open_edit(given);
    const Array<Spec> array(specs, count);
    check(array);
    if (count == 0) return;
    const auto first = spend_without_memory(given, [&](Edit& open) {
      const auto id = open.add(array.element(0));
      for (std::size_t i = 1; i < count; ++i) open.add(array.element(i));
      return id;
    });
    put(out_first, first.value());
  });
}

}  // namespace

kh_status kh_edit_add_tasks(kh_edit* edit, const kh_task_spec* specs, size_t count,
                            kh_task* out_first, kh_error* error) {
  return add_all(edit, specs, count, out_first, error);
}

kh_status kh_edit_add_observations(kh_edit* edit, const kh_observation_spec* specs, size_t count,
                                   kh_observation* out_first, kh_error* error) {
  return add_all(edit, specs, count, out_first, error);
}
