// SPDX-License-Identifier: BSL-1.0
/// For a loop over columns that compilers turn into vectors: it is there twice, and the one for the
/// wider vectors runs where the processor has them. Both give the same, as they hold whole numbers.
#pragma once

// Which one is found out before sanitizers are ready for it; elsewhere there is one loop.
#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define KEHOACH_WIDEST __attribute__((target_clones("avx2", "default")))
#else
#define KEHOACH_WIDEST
#endif
