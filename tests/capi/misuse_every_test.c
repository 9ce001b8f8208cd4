/* SPDX-License-Identifier: BSL-1.0 */
/* Every function of the header, called wrongly in every way that its declaration tells: each pointer
 * NULL, ids of nobody and of removed items, numbers no enumeration has, structs of a wrong size and of
 * a newer header, arrays and buffers too small. What is refused leaves every output as it was; what the
 * header allows to be NULL is not refused. every_function.py writes the cases. */
#include "fixture.h"

static const char* now = "";

static void wrong(kh_status got) {
  ++failures;
  fprintf(stderr, "%s: %s\n", now, kh_status_name(got));
}

static void begin(Fixture* f, const char* what) {
  now = what;
  if (f->engine == NULL) fixture_make(f);
}

static void end(Fixture* f, int fresh) {
  if (!fresh || f->engine == NULL) return;
  fixture_free(f);
  f->engine = NULL;
}

static void is_refused(kh_status got, kh_status wanted, const kh_error* error, const void* outputs,
                       const void* before, size_t size) {
  const char* end = memchr(error->message, '\0', sizeof error->message);
  if (got == wanted && error->code == wanted && end != NULL && end != error->message &&
      memcmp(outputs, before, size) == 0)
    return;
  wrong(got);
  if (got == wanted) fprintf(stderr, "  code %d, or an output was touched\n", (int)error->code);
}

static void is_accepted(kh_status got, const kh_error* error) {
  if (got == KH_OK) return;
  wrong(got);
  fprintf(stderr, "  %s\n", error->message);
}

static int is_untouched(const void* bytes, size_t size) {
  const unsigned char* byte = bytes;
  size_t i;
  for (i = 0; i < size; ++i)
    if (byte[i] != 0x5A) return 0;
  return 1;
}

/* `size` bytes of text were asked for: the longest beginning of `whole` that fits, between characters. */
static void is_cut(kh_status got, const char* buffer, size_t size, const char* whole, size_t length,
                   size_t whole_length) {
  size_t kept = size > whole_length ? whole_length : size == 0 ? 0 : size - 1;
  while (kept < whole_length && kept > 0 && ((unsigned char)whole[kept] & 0xC0) == 0x80) --kept;
  if (got == KH_OK && length == whole_length && strlen(whole) == whole_length &&
      (size == 0 || (memcmp(buffer, whole, kept) == 0 && buffer[kept] == '\0')) &&
      is_untouched(buffer + size, 64))
    return;
  wrong(got);
}

/* The struct as a host with another header has it: `size` bytes, the last one `tail`. */
static const void* grown(const void* given, size_t known, size_t size, unsigned char tail) {
  static union {
    uint32_t struct_size;
    void* aligned;
    unsigned char bytes[8192];
  } copy;
  memset(&copy, 0, sizeof copy);
  memcpy(&copy, given, known);
  copy.struct_size = (uint32_t)size;
  if (tail != 0) copy.bytes[size - 1] = tail;
  return &copy;
}

#include "every_call.h"

/* The functions that cannot fail. */
static void misuse_of_kh_version(void) {
  CHECK(kh_version() == KH_VERSION);
}
static void misuse_of_kh_status_name(void) {
  CHECK_TEXT(kh_status_name(-1), "internal");
  CHECK_TEXT(kh_status_name(9999), "internal");
}
static void misuse_of_kh_status_describe(void) {
  CHECK_TEXT(kh_status_describe(-1, KH_EN), kh_status_describe(KH_INTERNAL, KH_EN));
  CHECK_TEXT(kh_status_describe(9999, KH_VI), kh_status_describe(KH_INTERNAL, KH_VI));
  CHECK_TEXT(kh_status_describe(KH_CYCLE, -1), kh_status_describe(KH_CYCLE, KH_EN));
}
static void misuse_of_kh_phrase_kind_name(void) {
  CHECK_TEXT(kh_phrase_kind_name(-1), "vague");
  CHECK_TEXT(kh_phrase_kind_name(99), "vague");
}
#define FREE_OF_NULL(handle)                    \
  static void misuse_of_##handle##_free(void) { \
    handle##_free(NULL);                        \
  }
FREE_OF_NULL(kh_engine)
FREE_OF_NULL(kh_edit)
FREE_OF_NULL(kh_snapshot)
FREE_OF_NULL(kh_evaluation)
FREE_OF_NULL(kh_calendar)
FREE_OF_NULL(kh_reader)
FREE_OF_NULL(kh_reading)
FREE_OF_NULL(kh_table)
FREE_OF_NULL(kh_partial)

#include "every_misuse.h"

int main(void) {
  every_misuse();
  return failures != 0;
}
