// SPDX-License-Identifier: BSL-1.0
/// One part of a zip archive in memory, with limits that a hostile archive cannot get round.
#pragma once

#include <string>
#include <string_view>

#include <kehoach/result.hpp>

struct zip;

namespace kehoach::papers {

class Archive {
 public:
  static Result<Archive> open(std::string_view file);
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) = delete;
  ~Archive();

  bool has(const char* name) const;
  /// `too_large` once more than `limit` bytes come out, whatever the archive says of itself.
  Result<std::string> part(const char* name, std::size_t limit) const;

 private:
  explicit Archive(struct zip* archive) : archive_(archive) {}
  struct zip* archive_;
};

}  // namespace kehoach::papers
