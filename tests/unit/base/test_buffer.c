#include "base/buffer.h"
#include "support/pvtest.h"

static void grows_by_all_ways_of_adding(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_buffer out = {.arena = arena};
  assert_int_equal(pv_buffer_str(&out).size, 0);
  pv_buffer_add(&out, PV_STR("section "));
  pv_buffer_printf(&out, "%d.%s", 2, "1");
  pv_buffer_add_char(&out, ':');
  pv_buffer_repeat(&out, ' ', 2);
  pv_buffer_add(&out, PV_STR(""));
  pv_buffer_printf(&out, "%s", "");
  pv_str text = pv_buffer_str(&out);
  assert_int_equal(text.size, 14);
  assert_memory_equal(text.data, "section 2.1:  ", 14);
  pv_arena_free(arena);
}

static void keeps_what_is_there_while_others_use_the_arena(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_buffer out = {.arena = arena};
  for (int i = 0; i < 1000; i++) {
    pv_buffer_printf(&out, "%03d", i);
    pv_arena_alloc(arena, 8);
  }
  assert_int_equal(out.size, 3000);
  assert_memory_equal(out.data + 999 * 3, "999", 3);
  assert_memory_equal(out.data, "000001002", 9);
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(grows_by_all_ways_of_adding),
      cmocka_unit_test(keeps_what_is_there_while_others_use_the_arena),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
