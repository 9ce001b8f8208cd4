// SPDX-License-Identifier: BSL-1.0
/// A vector in pages that copies share: copying costs one pointer a page, writing clones only the
/// page written to. It lets a snapshot, a branch and the edit in progress hold the same plans.
///
/// A page may be written in place by the edit that made it and by nobody else: pages carry the
/// number (`writer`) of that edit, so no reference count is ever asked about other threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace kehoach::detail {

/// Number of one edit; unique among an engine and all its branches. 0 writes nothing.
using Writer = std::uint64_t;

template <class T, unsigned Shift = 8>
class Column {
 public:
  std::uint32_t size() const noexcept { return size_; }
  const T& operator[](std::uint32_t i) const noexcept { return pages_[i >> Shift]->rows[i & mask]; }

  /// Row `i` for writing by `writer`.
  T& edit(std::uint32_t i, Writer writer) { return own(i >> Shift, writer).rows[i & mask]; }

  void push_back(T value, Writer writer) {
    if ((size_ & mask) == 0) pages_.push_back(std::make_shared<Page>(writer));
    own(size_ >> Shift, writer).rows[size_ & mask] = std::move(value);
    ++size_;
  }
  void resize(std::uint32_t size, const T& value, Writer writer) {
    while (size_ < size) push_back(value, writer);
  }
  void clear() {
    pages_.clear();
    size_ = 0;
  }

 private:
  static constexpr std::uint32_t mask = (1u << Shift) - 1;
  struct Page {
    explicit Page(Writer w) : writer(w) {}
    Writer writer;
    T rows[std::size_t{1} << Shift]{};
  };

  Page& own(std::uint32_t page, Writer writer) {
    std::shared_ptr<Page>& p = pages_[page];
    if (p->writer != writer) {
      p = std::make_shared<Page>(*p);
      p->writer = writer;
    }
    return *p;
  }

  std::vector<std::shared_ptr<Page>> pages_;
  std::uint32_t size_ = 0;
};

}  // namespace kehoach::detail
