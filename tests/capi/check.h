/* SPDX-License-Identifier: BSL-1.0 */
/* A test in C is a function; CHECK counts what fails and says where. */
#ifndef KEHOACH_TESTS_CHECK_H
#define KEHOACH_TESTS_CHECK_H

#include <stdio.h>
#include <string.h>

#include "kehoach.h"

static int failures = 0;

#define CHECK(claim)                                              \
  do {                                                            \
    if (!(claim)) {                                               \
      ++failures;                                                 \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #claim); \
    }                                                             \
  } while (0)

#define CHECK_TEXT(actual, wanted)                                                              \
  do {                                                                                          \
    if (strcmp((actual), (wanted)) != 0) {                                                      \
      ++failures;                                                                               \
      fprintf(stderr, "%s:%d: \"%s\" is not \"%s\"\n", __FILE__, __LINE__, (actual), (wanted)); \
    }                                                                                           \
  } while (0)

/* A call that must succeed; `error` is the caller's kh_error. */
#define CHECK_OK(call)                                                              \
  do {                                                                              \
    if ((call) != KH_OK) {                                                          \
      ++failures;                                                                   \
      fprintf(stderr, "%s:%d: %s: %s\n", __FILE__, __LINE__, #call, error.message); \
    }                                                                               \
  } while (0)

/* A call that must fail so, and say it in both places. */
#define CHECK_FAILS(call, status)                                                             \
  do {                                                                                        \
    const kh_status got = (call);                                                             \
    if (got != (status) || error.code != (status) || error.message[0] == '\0') {              \
      ++failures;                                                                             \
      fprintf(stderr, "%s:%d: %s: %s (%s)\n", __FILE__, __LINE__, #call, kh_status_name(got), \
              error.message);                                                                 \
    }                                                                                         \
  } while (0)

#endif
