#include <stdlib.h>

#include "base/str.h"
#include "support/collect.h"
#include "support/pvtest.h"
#include "write/printer.h"

static char bytes[PV_OUTPUT_SIZE];

// What `print` prints, on one line or on several.
static void check(void (*print)(pv_printer *printer), bool indented, const char *expected) {
  pv_collected got = {0};
  pv_output output = {.sink = pv_collect(&got), .bytes = bytes};
  pv_printer printer = {.output = &output, .indented = indented};
  print(&printer);
  assert_true(pv_output_flush(&output));
  assert_string_equal(got.bytes, expected);
  free(got.bytes);
}

static void print_strings(pv_printer *p) {
  pv_printer_begin_flat(p, '[');
  pv_printer_string(p, PV_STR("plain"));
  pv_printer_string(p, PV_STR("\"\\/\b\f\n\r\t"));
  pv_printer_string(p, PV_STR("\x01\x1F\x7F\0"));
  pv_printer_string(p, PV_STR("\xC3\xA9\xE2\x82\xAC"));
  pv_printer_string(p, PV_STR("a\xFF\xE2\x82z\xC3"));
  pv_printer_string(p, PV_STR(""));
  pv_printer_string_or_null(p, PV_STR(""));
  pv_printer_end(p, ']');
}

static void escapes_strings(void **state) {
  (void)state;
  check(print_strings, false,
        "[\"plain\",\"\\\"\\\\/\\b\\f\\n\\r\\t\",\"\\u0001\\u001f\x7F\\u0000\",\"\xC3\xA9\xE2\x82"
        "\xAC\",\"a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz\xEF\xBF\xBD\",\"\",null]");
}

static void print_numbers(pv_printer *p) {
  pv_printer_begin(p, '[');
  pv_printer_number(p, 0);
  pv_printer_number(p, -12);
  pv_printer_number(p, INT64_MIN);
  pv_printer_number(p, INT64_MAX);
  pv_printer_hundredths(p, 93);
  pv_printer_hundredths(p, 5);
  pv_printer_hundredths(p, 100);
  pv_printer_bool(p, true);
  pv_printer_end(p, ']');
}

static void prints_numbers_without_floats(void **state) {
  (void)state;
  check(print_numbers, false,
        "[0,-12,-9223372036854775808,9223372036854775807,0.93,0.05,1.00,true]");
}

static void print_nested(pv_printer *p) {
  pv_printer_begin(p, '{');
  pv_printer_name(p, PV_STR("a"));
  pv_printer_begin(p, '[');
  pv_printer_end(p, ']');
  pv_printer_name(p, PV_STR("b"));
  pv_printer_begin(p, '[');
  pv_printer_null(p);
  pv_printer_begin_flat(p, '{');
  pv_printer_name(p, PV_STR("c"));
  pv_printer_begin(p, '[');
  pv_printer_number(p, 1);
  pv_printer_number(p, 2);
  pv_printer_end(p, ']');
  pv_printer_name(p, PV_STR("d"));
  pv_printer_bool(p, false);
  pv_printer_end(p, '}');
  pv_printer_end(p, ']');
  pv_printer_end(p, '}');
}

static void lays_out_what_is_nested(void **state) {
  (void)state;
  check(print_nested, false, "{\"a\":[],\"b\":[null,{\"c\":[1,2],\"d\":false}]}");
  check(print_nested, true,
        "{\n  \"a\": [],\n  \"b\": [\n    null,\n    {\"c\": [1, 2], \"d\": false}\n  ]\n}");
}

static void print_value(pv_printer *p) {
  pv_json items[] = {pv_json_string(PV_STR("US")), pv_json_null()};
  pv_json list = {PV_JSON_LIST, .items = items, .count = 2};
  pv_str name = PV_STR("codes");
  pv_json object = {PV_JSON_OBJECT, .items = &list, .names = &name, .count = 1};
  pv_printer_value(p, &object);
}

static void prints_values_of_slots(void **state) {
  (void)state;
  check(print_value, false, "{\"codes\":[\"US\",null]}");
}

static void print_endless(pv_printer *p) {
  static pv_json self;
  self = (pv_json){PV_JSON_LIST, .items = &self, .count = 1};
  pv_printer_value(p, &self);
}

static void stops_at_a_depth(void **state) {
  (void)state;
  check(print_endless, false,
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[null]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(escapes_strings),         cmocka_unit_test(prints_numbers_without_floats),
      cmocka_unit_test(lays_out_what_is_nested), cmocka_unit_test(prints_values_of_slots),
      cmocka_unit_test(stops_at_a_depth),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
