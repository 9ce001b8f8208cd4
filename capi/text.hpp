// SPDX-License-Identifier: BSL-1.0
// Text in and out: snprintf's rules for one string, a pool for the strings of many rows.
#pragma once

#include <cstring>
#include <kehoach/text.hpp>
#include <string>
#include <string_view>

#include "guard.hpp"

namespace kehoach::capi {

inline std::string text_in(const char* text) {
  return text == nullptr ? "" : text;
}

// Copies what fits with the NUL, cut between UTF-8 characters. Nothing is written where `size` is
// 0.
inline void copy_text(std::string_view text, char* buffer, std::size_t size) noexcept {
  if (size == 0) return;
  std::size_t length = text.size() < size ? text.size() : size - 1;
  while (length < text.size() && length > 0 &&
         (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) {
    --length;
  }
  std::memcpy(buffer, text.data(), length);
  buffer[length] = '\0';
}

// The caller's place for one string; checked before any work is done.
class TextOut {
 public:
  TextOut(char* buffer, std::size_t size, std::size_t* out_length)
      : buffer_(buffer), size_(size), out_length_(out_length) {
    if (size > 0) need(buffer, "buffer");
  }
  void write(std::string_view text) const noexcept {
    copy_text(text, buffer_, size_);
    put(out_length_, text.size());
  }

 private:
  char* buffer_;
  std::size_t size_;
  std::size_t* out_length_;
};

// The caller's memory for the strings of many rows. What does not fit becomes "".
class TextPool {
 public:
  explicit TextPool(kh_text_buffer* buffer) : buffer_(buffer) {
    if (buffer != nullptr && buffer->size > 0) need(buffer->data, "text data");
  }
  const char* add(std::string_view text) noexcept {
    count(text);
    if (buffer_ == nullptr || buffer_->size - used_ < text.size() + 1) return "";
    char* place = buffer_->data + used_;
    copy_text(text, place, text.size() + 1);
    used_ += text.size() + 1;
    return place;
  }
  // Counts a string of a row that is not written.
  void count(std::string_view text) noexcept { length_ += text.size() + 1; }
  void finish() const noexcept {
    if (buffer_ != nullptr) buffer_->length = length_;
  }

 private:
  kh_text_buffer* buffer_;
  std::size_t used_ = 0;
  std::size_t length_ = 0;
};

inline Language language_in(std::int32_t language) {
  if (language != KH_VI && language != KH_EN) fail(KH_INVALID_VALUE, "language");
  return static_cast<Language>(language);
}

}  // namespace kehoach::capi
