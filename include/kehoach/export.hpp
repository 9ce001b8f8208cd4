// SPDX-License-Identifier: BSL-1.0
/// Marks what the shared library shows to its users, and the version of these headers.
#pragma once

#if defined(KEHOACH_STATIC)
#define KEHOACH_EXPORT
#elif defined(_WIN32)
#if defined(KEHOACH_BUILDING)
#define KEHOACH_EXPORT __declspec(dllexport)
#else
#define KEHOACH_EXPORT __declspec(dllimport)
#endif
#else
#define KEHOACH_EXPORT __attribute__((visibility("default")))
#endif

#define KEHOACH_VERSION_MAJOR 0
#define KEHOACH_VERSION_MINOR 1
#define KEHOACH_VERSION_PATCH 0
