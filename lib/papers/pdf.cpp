// SPDX-License-Identifier: BSL-1.0
// The only file that sees poppler.
#include <kehoach/papers.hpp>

#include <algorithm>
#include <climits>
#include <memory>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

namespace kehoach {
namespace {

/// A library says nothing on standard error; what is wrong comes back as an error.
void keep_silent(const std::string&, void*) {}

Error fault(Errc code, const char* message) {
  return {code, message, {}, {}};
}

bool has_words(const std::string& text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) > ' '; });
}

}  // namespace

bool reads_pdf() noexcept {
  return true;
}

Result<std::string> pdf_text(std::string_view file, const PaperLimits& limits) {
  if (file.size() > INT_MAX) return fault(Errc::too_large, "the .pdf has 2 GiB or more");
  poppler::set_debug_error_function(&keep_silent, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(file.data(), static_cast<int>(file.size())));
  if (!document) return fault(Errc::syntax, "the .pdf is damaged");
  if (document->is_locked()) return fault(Errc::misuse, "the .pdf is encrypted");
  if (document->pages() < 0 || static_cast<std::size_t>(document->pages()) > limits.pages)
    return fault(Errc::too_large, "the .pdf has more pages than allowed");
  std::string text;
  for (int p = 0; p < document->pages(); ++p) {
    const std::unique_ptr<poppler::page> page(document->create_page(p));
    if (!page) continue;
    const poppler::byte_array bytes =
        page->text(poppler::rectf(), poppler::page::raw_order_layout).to_utf8();
    text.append(bytes.data(), bytes.size());
    text += "\n\n";
    if (text.size() > limits.bytes) return fault(Errc::too_large, "the .pdf holds too much text");
  }
  std::replace(text.begin(), text.end(), '\f', '\n');
  if (!has_words(text))
    return fault(Errc::not_understood, "the .pdf has no text, only pictures (a scan?)");
  return text;
}

}  // namespace kehoach
