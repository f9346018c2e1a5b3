#include "grammar/source.h"
#include "support/pvtest.h"

typedef struct {
  pv_arena *arena;
  const pv_source *source;
} fixture;

// A pack of one file: what the schema takes with the least around it.
static fixture load(const char *xml) {
  fixture f = {.arena = pv_arena_new(0)};
  pv_error err = {0};
  const pv_schema *schema = pv_schema_load(f.arena, "grammars/schema/grammar.rng", &err);
  assert_non_null(schema);
  f.source = pv_source_parse(f.arena, "t.xml", pv_str_from(xml), schema, &err);
  if (!f.source) fail_msg("%s", err.message);
  return f;
}

static const char head[] = "<grammar xmlns='urn:proviso-grammar:1' id='t' version='1.0.0' "
                           "engine='1' xml:lang='en'>\n";

// The bytes in the file from byte `at` of the text of the only macro on.
static void check_offset(const char *text, size_t at, const char *expected) {
  char xml[512];
  (void)snprintf(xml, sizeof xml, "%s<macro id='m'>%s</macro></grammar>", head, text);
  fixture f = load(xml);
  const pv_element *macro = pv_element_child(f.source->root, "macro");
  uint32_t offset = pv_source_text_offset(f.source, macro, at);
  assert_int_equal(strncmp(xml + offset, expected, strlen(expected)), 0);
  pv_arena_free(f.arena);
}

static void finds_the_bytes_of_a_text(void **state) {
  (void)state;
  check_offset("a b c", 0, "a b");
  check_offset("a b c", 2, "b c");
  check_offset("a &amp; c", 2, "&amp;");
  check_offset("a &amp; c", 4, "c<");
  check_offset("a &#xE9; c", 5, "c<");
  check_offset("a <!-- b --> c", 3, "c<");
  check_offset("a <![CDATA[<!-- & ]]> c", 2, "<!--");
  check_offset("a <![CDATA[<!-- & ]]> c", 10, "c<");
  check_offset("a\r\nb", 2, "b<");
  check_offset("a", 9, "</macro>");
}

static void finds_attributes_and_children(void **state) {
  (void)state;
  char xml[512];
  (void)snprintf(xml, sizeof xml,
                 "%s<macro arg='x'\n   id = \"m\">$x</macro><macro id='n'>b</macro></grammar>",
                 head);
  fixture f = load(xml);
  const pv_element *macro = pv_element_child(f.source->root, "macro");
  assert_int_equal(pv_element_count(f.source->root, "macro"), 2);
  assert_null(pv_element_child(f.source->root, "frame"));
  assert_true(pv_element_has(macro, "arg"));
  assert_false(pv_element_has(macro, "name"));
  assert_int_equal(pv_element_attribute(macro, "name").size, 0);
  assert_int_equal(pv_element_attribute(f.source->root, "xml:lang").size, 2);
  pv_place place = pv_source_place(f.source, pv_source_attribute_offset(f.source, macro, "id"));
  assert_int_equal(place.line, 3);
  assert_int_equal(place.column, 10);
  place = pv_source_place(f.source, pv_source_attribute_offset(f.source, macro, "none"));
  assert_int_equal(place.line, 2);
  assert_int_equal(place.column, 1);
  pv_arena_free(f.arena);
}

static void counts_columns_in_characters(void **state) {
  (void)state;
  char xml[512];
  (void)snprintf(xml, sizeof xml, "%s<macro id='m'>\n\xC3\xA9\xC3\xA9 b</macro></grammar>", head);
  fixture f = load(xml);
  const pv_element *macro = pv_element_child(f.source->root, "macro");
  pv_place place = pv_source_place(f.source, pv_source_text_offset(f.source, macro, 6));
  assert_int_equal(place.line, 3);
  assert_int_equal(place.column, 4);
  pv_str line = pv_source_line(f.source, 3);
  assert_int_equal(
      strncmp(line.data, "\xC3\xA9\xC3\xA9 b</macro>", line.size < 14 ? line.size : 14), 0);
  pv_arena_free(f.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_the_bytes_of_a_text),
      cmocka_unit_test(finds_attributes_and_children),
      cmocka_unit_test(counts_columns_in_characters),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
