#include "base/str.h"
#include "read/child.h"
#include "support/pvtest.h"

typedef struct {
  pv_arena *arena;
  pv_child_result result;
  pv_error err;
  bool good;
} ran;

static ran run(const char *script, const char *bytes) {
  const char *const command[] = {"sh", "-c", script, "sh", "%", NULL};
  ran r = {.arena = pv_arena_new(0)};
  pv_child child = {command, pv_str_from(bytes)};
  r.good = pv_child_run(r.arena, &child, &r.result, &r.err);
  return r;
}

static void hands_the_file_over_and_takes_what_is_written(void **state) {
  (void)state;
  ran r = run("tr a-z A-Z <\"$1\"; echo odd >&2; exit 5", "terms");
  assert_true(r.good);
  assert_true(pv_str_equal(r.result.output, PV_STR("TERMS")));
  assert_string_equal(r.result.complaint, "odd\n");
  assert_int_equal(r.result.status, 5);
  pv_arena_free(r.arena);
}

static void survives_a_program_that_crashes(void **state) {
  (void)state;
  ran r = run("printf some; kill -SEGV $$", "");
  assert_true(r.good);
  assert_true(pv_str_equal(r.result.output, PV_STR("some")));
  assert_int_equal(r.result.status, -1);
  pv_arena_free(r.arena);
}

static void lets_it_write_no_files(void **state) {
  (void)state;
  ran r = run("echo text >/tmp/proviso-test-child-wrote; test -s /tmp/proviso-test-child-wrote && "
              "echo wrote",
              "");
  assert_int_equal(r.result.output.size, 0);
  pv_arena_free(r.arena);
  (void)remove("/tmp/proviso-test-child-wrote");
}

static void tells_a_program_that_is_not_there(void **state) {
  (void)state;
  const char *const command[] = {"no-such-program-of-proviso", "%", NULL};
  pv_arena *arena = pv_arena_new(0);
  pv_child child = {command, PV_STR("")};
  pv_child_result result;
  assert_true(pv_child_run(arena, &child, &result, NULL));
  assert_true(result.is_missing);
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(hands_the_file_over_and_takes_what_is_written),
      cmocka_unit_test(survives_a_program_that_crashes),
      cmocka_unit_test(lets_it_write_no_files),
      cmocka_unit_test(tells_a_program_that_is_not_there),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
