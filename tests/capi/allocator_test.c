/* SPDX-License-Identifier: BSL-1.0 */
/* An allocator of the host's, through the C API: what it gave comes back to it, two are never mixed,
 * and an allocator that says no is told to the host as KH_NO_MEMORY with nothing changed. */
#include "plan.h"

typedef struct Pool {
  long blocks;
  long asked;
  long strangers; /* came back to another, or with another size or alignment */
  long left;      /* so many more before it says no; negative: it never does */
  int refused;
  int done;
} Pool;

typedef struct Head {
  Pool* owner;
  size_t size;
  size_t alignment;
  size_t unused;
} Head;

static void* pool_allocate(void* context, size_t size, size_t alignment) {
  Pool* pool = context;
  Head* head;
  ++pool->asked;
  if (pool->left == 0) {
    pool->refused = 1;
    return NULL;
  }
  if (pool->left > 0) --pool->left;
  head = malloc(sizeof *head + size);
  if (head == NULL) return NULL;
  head->owner = pool;
  head->size = size;
  head->alignment = alignment;
  ++pool->blocks;
  return head + 1;
}

static void pool_release(void* context, void* block, size_t size, size_t alignment) {
  Pool* pool = context;
  Head* head = (Head*)block - 1;
  if (head->owner != pool || head->size != size || head->alignment != alignment) ++pool->strangers;
  --head->owner->blocks;
  CHECK(pool->done == 0);
  free(head);
}

static void pool_done(void* context) {
  Pool* pool = context;
  CHECK(pool->blocks == 0);
  ++pool->done;
}

static kh_allocator allocator_of(Pool* pool) {
  kh_allocator allocator = KH_ALLOCATOR_INIT;
  pool->blocks = pool->asked = pool->strangers = 0;
  pool->left = -1;
  pool->refused = pool->done = 0;
  allocator.context = pool;
  allocator.allocate = pool_allocate;
  allocator.release = pool_release;
  allocator.done = pool_done;
  return allocator;
}

static kh_engine* pool_engine(Pool* pool) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = NULL;
  const kh_allocator allocator = allocator_of(pool);
  CHECK_OK(kh_engine_new_with_allocator(&allocator, &engine, &error));
  if (engine == NULL) exit(1);
  CHECK_OK(kh_engine_add_json(engine, plan_json, strlen(plan_json), NULL, &error));
  return engine;
}

static kh_status add_task(kh_engine* engine, kh_error* error) {
  kh_task_spec spec = KH_TASK_SPEC_INIT;
  kh_edit* edit = NULL;
  kh_status status = kh_edit_new(engine, &edit, error);
  spec.document = 2;
  spec.name = "Một việc mới";
  if (status == KH_OK) status = kh_edit_add_task(edit, &spec, NULL, error);
  if (status == KH_OK) status = kh_edit_commit(edit, NULL, error);
  kh_edit_free(edit);
  return status;
}

static void all_comes_back_when_the_last_handle_is_freed(void) {
  kh_error error = KH_ERROR_INIT;
  Pool pool;
  kh_engine *engine = pool_engine(&pool), *branch = NULL;
  kh_edit* edit = NULL;
  kh_snapshot* snapshot = NULL;
  kh_evaluation* today = NULL;
  size_t count = 0;
  CHECK(pool.blocks > 20);
  CHECK_OK(kh_engine_follow(engine, day(2025, 8, 4), KH_NO_DATE, NULL, &error));
  CHECK_OK(kh_engine_branch(engine, &branch, &error));
  CHECK_OK(kh_edit_new(engine, &edit, &error));
  kh_engine_free(engine);
  kh_edit_free(edit);
  CHECK_OK(add_task(branch, &error));
  CHECK_OK(kh_engine_snapshot(branch, &snapshot, &error));
  kh_engine_free(branch);
  CHECK_OK(kh_snapshot_evaluate(snapshot, day(2025, 9, 1), KH_NO_DATE, &today, &error));
  kh_snapshot_free(snapshot);
  CHECK_OK(kh_evaluation_overdue(today, NULL, 0, &count, &error));
  CHECK(count > 0 && pool.blocks > 20 && pool.done == 0);
  kh_evaluation_free(today);
  CHECK(pool.blocks == 0 && pool.strangers == 0 && pool.done == 1);
}

static void two_allocators_are_never_mixed(void) {
  kh_error error = KH_ERROR_INIT;
  Pool one, other;
  kh_engine *first = pool_engine(&one), *second = pool_engine(&other);
  const long asked = other.asked;
  CHECK_OK(add_task(first, &error));
  CHECK(other.asked == asked);
  CHECK_OK(add_task(second, &error));
  kh_engine_free(first);
  CHECK(one.blocks == 0 && one.done == 1 && other.blocks > 0 && other.done == 0);
  CHECK_OK(add_task(second, &error));
  kh_engine_free(second);
  CHECK(other.blocks == 0 && other.done == 1 && one.strangers + other.strangers == 0);
}

static void an_allocator_that_says_no_is_told_and_nothing_has_changed(void) {
  kh_error error = KH_ERROR_INIT;
  long n;
  Pool pool;
  for (n = 0;; ++n) {
    kh_engine* engine = pool_engine(&pool);
    kh_snapshot* after = NULL;
    kh_status status;
    uint32_t tasks = 0;
    pool.left = n;
    status = add_task(engine, &error);
    pool.left = -1;
    CHECK(status == (pool.refused ? KH_NO_MEMORY : KH_OK) && error.code == status);
    CHECK_OK(kh_engine_snapshot(engine, &after, &error));
    CHECK_OK(kh_snapshot_count(after, KH_KIND_TASK, &tasks, &error));
    CHECK(tasks == (pool.refused ? 4u : 5u));
    CHECK_OK(kh_engine_verify(engine, &error));
    kh_snapshot_free(after);
    kh_engine_free(engine);
    CHECK(pool.blocks == 0 && pool.done == 1);
    if (!pool.refused) break;
  }
  CHECK(n > 3);
}

static void an_engine_that_cannot_be_made_leaves_the_allocator_to_the_host(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = NULL;
  Pool pool;
  const kh_allocator allocator = allocator_of(&pool);
  pool.left = 3;
  CHECK_FAILS(kh_engine_new_with_allocator(&allocator, &engine, &error), KH_NO_MEMORY);
  CHECK(engine == NULL && pool.blocks == 0 && pool.done == 0);
}

static void both_functions_must_be_there_and_done_need_not(void) {
  kh_error error = KH_ERROR_INIT;
  kh_engine* engine = NULL;
  Pool pool;
  kh_allocator allocator = allocator_of(&pool);
  allocator.allocate = NULL;
  CHECK_FAILS(kh_engine_new_with_allocator(&allocator, &engine, &error), KH_MISUSE);
  allocator.allocate = pool_allocate;
  allocator.release = NULL;
  CHECK_FAILS(kh_engine_new_with_allocator(&allocator, &engine, &error), KH_MISUSE);
  CHECK(engine == NULL && pool.asked == 0);
  allocator.release = pool_release;
  allocator.done = NULL;
  CHECK_OK(kh_engine_new_with_allocator(&allocator, &engine, &error));
  kh_engine_free(engine);
  CHECK(pool.blocks == 0 && pool.done == 0);
}

int main(void) {
  all_comes_back_when_the_last_handle_is_freed();
  two_allocators_are_never_mixed();
  an_allocator_that_says_no_is_told_and_nothing_has_changed();
  an_engine_that_cannot_be_made_leaves_the_allocator_to_the_host();
  both_functions_must_be_there_and_done_need_not();
  return failures != 0;
}
