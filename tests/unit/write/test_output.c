#include <stdlib.h>

#include "base/str.h"
#include "support/collect.h"
#include "support/pvtest.h"
#include "write/output.h"

static char bytes[PV_OUTPUT_SIZE];

static void passes_on_what_is_larger_than_the_buffer(void **state) {
  (void)state;
  size_t size = 3 * PV_OUTPUT_SIZE + 5;
  char *large = malloc(size);
  memset(large, 'x', size);
  pv_collected got = {0};
  pv_output output = {.sink = pv_collect(&got), .bytes = bytes};
  pv_output_add(&output, PV_STR("a"));
  pv_output_add(&output, (pv_str){large, size});
  for (size_t i = 0; i < PV_OUTPUT_SIZE; i++) pv_output_add_char(&output, 'z');
  assert_true(pv_output_flush(&output));
  assert_int_equal(got.size, 1 + size + PV_OUTPUT_SIZE);
  assert_int_equal(got.bytes[size], 'x');
  assert_int_equal(got.bytes[size + 1], 'z');
  free(got.bytes);
  free(large);
}

static void prints_numbers(void **state) {
  (void)state;
  pv_collected got = {0};
  pv_output output = {.sink = pv_collect(&got), .bytes = bytes};
  pv_output_add_number(&output, 0);
  pv_output_add_char(&output, ' ');
  pv_output_add_number(&output, UINT64_MAX);
  pv_output_flush(&output);
  assert_string_equal(got.bytes, "0 18446744073709551615");
  free(got.bytes);
}

static void gives_up_when_the_sink_does(void **state) {
  (void)state;
  pv_collected got = {.limit = 3};
  pv_output output = {.sink = pv_collect(&got), .bytes = bytes};
  pv_output_add(&output, PV_STR("abc"));
  assert_true(pv_output_flush(&output));
  pv_output_add(&output, PV_STR("d"));
  assert_false(pv_output_flush(&output));
  got.limit = 0;
  pv_output_add(&output, PV_STR("e"));
  assert_false(pv_output_flush(&output));
  assert_string_equal(got.bytes, "abc");
  free(got.bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(passes_on_what_is_larger_than_the_buffer),
      cmocka_unit_test(prints_numbers),
      cmocka_unit_test(gives_up_when_the_sink_does),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
