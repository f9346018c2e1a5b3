#include "base/arena.h"
#include "base/vector.h"
#include "support/pvtest.h"

static void hands_out_zeroed_and_aligned_memory(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  for (size_t size = 0; size < 300; size += 7) {
    unsigned char *at = pv_arena_alloc(arena, size);
    assert_int_equal((uintptr_t)at % _Alignof(max_align_t), 0);
    for (size_t i = 0; i < size; i++) assert_int_equal(at[i], 0);
    memset(at, 0xff, size);
  }
  pv_arena_free(arena);
}

static void forgets_all_at_a_reset(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  for (int round = 0; round < 3; round++) {
    for (int i = 0; i < 100; i++) memset(pv_arena_alloc(arena, 10000), 1, 10000);
    assert_true(pv_arena_used(arena) >= 1000000);
    pv_arena_reset(arena);
    assert_int_equal(pv_arena_used(arena), 0);
  }
  pv_arena_free(arena);
}

static void grows_the_last_piece_in_place_and_copies_others(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  char *a = pv_arena_alloc(arena, 10);
  memcpy(a, "0123456789", 10);
  char *b = pv_arena_grow(arena, a, 10, 40);
  assert_ptr_equal(a, b);
  pv_arena_alloc(arena, 1);
  char *c = pv_arena_grow(arena, b, 40, 80);
  assert_ptr_not_equal(b, c);
  assert_memory_equal(c, "0123456789", 10);
  assert_int_equal(c[79], 0);
  pv_arena_free(arena);
}

static void gives_back_the_end_of_the_last_piece(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  char *a = pv_arena_alloc(arena, 1000);
  memset(a, 7, 1000);
  pv_arena_shrink(arena, a, 100);
  unsigned char *b = pv_arena_alloc(arena, 100);
  assert_in_range((uintptr_t)b, (uintptr_t)a + 100, (uintptr_t)a + 200);
  for (size_t i = 0; i < 100; i++) assert_int_equal(b[i], 0);
  pv_arena_free(arena);
}

static void jumps_to_its_guard_when_the_budget_is_spent(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(1 << 20);
  volatile size_t taken = 0;
  jmp_buf out;
  if (!setjmp(out)) {
    pv_arena_guard(arena, &out);
    for (;;) {
      pv_arena_alloc(arena, 1000);
      taken += 1000;
    }
  }
  assert_in_range(taken, 500000, 1 << 20);
  pv_arena_free(arena);
}

static void jumps_when_a_product_overflows(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  jmp_buf out;
  volatile bool jumped = true;
  if (!setjmp(out)) {
    pv_arena_guard(arena, &out);
    pv_arena_alloc_array(arena, SIZE_MAX / 2, 16);
    jumped = false;
  }
  assert_true(jumped);
  pv_arena_free(arena);
}

static void count_release(void *object) { ++*(int *)object; }

static void releases_foreign_objects_once(void **state) {
  (void)state;
  int released = 0;
  pv_arena *arena = pv_arena_new(0);
  pv_arena_on_free(arena, count_release, &released);
  pv_arena_on_free(arena, count_release, &released);
  pv_arena_reset(arena);
  assert_int_equal(released, 2);
  pv_arena_free(arena);
  assert_int_equal(released, 2);
}

static void keeps_what_is_pushed_to_a_vector(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  PV_VECTOR(size_t) numbers = {0};
  for (size_t i = 0; i < 1000; i++) {
    PV_PUSH(arena, &numbers, i * i);
    pv_arena_alloc(arena, i % 3);
  }
  assert_int_equal(numbers.count, 1000);
  for (size_t i = 0; i < 1000; i++) assert_int_equal(numbers.items[i], i * i);
  pv_arena_free(arena);
}

static void add_one(void *object) { ++*(int *)object; }

static void frees_a_child_once(void **state) {
  (void)state;
  int freed = 0;
  pv_arena *parent = pv_arena_new(0);
  pv_arena *early = pv_arena_child(parent), *late = pv_arena_child(parent);
  pv_arena_on_free(early, add_one, &freed);
  pv_arena_on_free(late, add_one, &freed);
  pv_arena_free(early);
  assert_int_equal(freed, 1);
  pv_arena_free(parent);
  assert_int_equal(freed, 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(hands_out_zeroed_and_aligned_memory),
      cmocka_unit_test(forgets_all_at_a_reset),
      cmocka_unit_test(grows_the_last_piece_in_place_and_copies_others),
      cmocka_unit_test(gives_back_the_end_of_the_last_piece),
      cmocka_unit_test(jumps_to_its_guard_when_the_budget_is_spent),
      cmocka_unit_test(jumps_when_a_product_overflows),
      cmocka_unit_test(releases_foreign_objects_once),
      cmocka_unit_test(frees_a_child_once),
      cmocka_unit_test(keeps_what_is_pushed_to_a_vector),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
