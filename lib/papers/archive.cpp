// SPDX-License-Identifier: BSL-1.0
// The only file that sees libzip.
#include "papers/archive.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace kehoach::papers {
namespace {

constexpr zip_int64_t most_parts = 20000;

Error fault(Errc code, const char* message) {
  return {code, message, {}, {}};
}

}  // namespace

Result<Archive> Archive::open(std::string_view file) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(file.data(), file.size(), 0, &error);
  zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  zip_error_fini(&error);
  if (!archive) {
    if (source) zip_source_free(source);
    return fault(Errc::syntax, "the .docx is damaged (no zip archive)");
  }
  Archive opened(archive);
  if (zip_get_num_entries(archive, 0) > most_parts)
    return fault(Errc::too_large, "the .docx has too many parts");
  return opened;
}

Archive::Archive(Archive&& other) noexcept : archive_(std::exchange(other.archive_, nullptr)) {}

Archive::~Archive() {
  if (archive_) zip_discard(archive_);
}

bool Archive::has(const char* name) const {
  return zip_name_locate(archive_, name, 0) >= 0;
}

Result<std::string> Archive::part(const char* name, std::size_t limit) const {
  zip_stat_t stat;
  if (zip_stat(archive_, name, 0, &stat) != 0)
    return fault(Errc::syntax, "the file is no .docx (its text is not there)");
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
    return fault(Errc::misuse, "the .docx is encrypted");
  if ((stat.valid & ZIP_STAT_SIZE) && stat.size > limit)
    return fault(Errc::too_large, "the .docx unpacks to more than is allowed");
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(archive_, name, 0),
                                                               &zip_fclose);
  if (!file) return fault(Errc::syntax, "the .docx is damaged (a part cannot be opened)");
  std::string bytes;
  char block[1 << 14];
  for (;;) {
    const zip_int64_t got = zip_fread(file.get(), block, sizeof block);
    if (got < 0) return fault(Errc::syntax, "the .docx is damaged (a part cannot be unpacked)");
    if (got == 0) return bytes;
    bytes.append(block, static_cast<std::size_t>(got));
    if (bytes.size() > limit)
      return fault(Errc::too_large, "the .docx unpacks to more than is allowed");
  }
}

}  // namespace kehoach::papers
