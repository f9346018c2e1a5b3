#include "grammar/source.h"
#include "support/pvtest.h"

static void check_refused(const char *xml, pv_error_code code, uint32_t line, const char *message) {
  pv_arena *arena = pv_arena_new(0);
  pv_error err = {0};
  const pv_schema *schema = pv_schema_load(arena, "grammars/schema/grammar.rng", &err);
  assert_non_null(schema);
  assert_null(pv_source_parse(arena, "t.xml", pv_str_from(xml), schema, &err));
  assert_string_equal(err.message, message);
  assert_int_equal(err.code, code);
  assert_int_equal(err.line, line);
  pv_arena_free(arena);
}

static void refuses_what_could_reach_outside(void **state) {
  (void)state;
  check_refused("<?xml version='1.0'?>\n<!DOCTYPE pack SYSTEM 'other.dtd'>\n<pack/>",
                PV_ERROR_GRAMMAR, 2, "a grammar may not have a DOCTYPE");
  check_refused("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", PV_ERROR_GRAMMAR, 1,
                "a grammar may not have a DOCTYPE");
}

static void refuses_what_is_no_grammar(void **state) {
  (void)state;
  check_refused("", PV_ERROR_GRAMMAR, 1, "a grammar is XML, written in UTF-8");
  check_refused("\xFF\xFE", PV_ERROR_GRAMMAR, 1, "a grammar is XML, written in UTF-8");
  check_refused("<?xml version='1.0' encoding='ISO-8859-1'?><a/>", PV_ERROR_GRAMMAR, 1,
                "a grammar is written in UTF-8");
  check_refused("text", PV_ERROR_GRAMMAR, 1, "Start tag expected, '<' not found");
  check_refused("<a>\n<b></a>", PV_ERROR_GRAMMAR, 2,
                "Opening and ending tag mismatch: b line 2 and a");
  check_refused("<a/>", PV_ERROR_GRAMMAR, 1, "Did not expect element a there");
}

static void reads_files_or_says_why_not(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_error err = {0};
  pv_str bytes;
  assert_true(pv_source_read(arena, "grammars/pack.xml", &bytes, &err));
  assert_int_equal(bytes.data[bytes.size], '\0');
  assert_false(pv_source_read(arena, "grammars/none.xml", &bytes, &err));
  assert_int_equal(err.code, PV_ERROR_NOT_FOUND);
  assert_string_equal(err.file, "grammars/none.xml");
  assert_false(pv_source_read(arena, "grammars", &bytes, &err));
  assert_int_equal(err.code, PV_ERROR_READ);
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(refuses_what_could_reach_outside),
      cmocka_unit_test(refuses_what_is_no_grammar),
      cmocka_unit_test(reads_files_or_says_why_not),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
