#include "match/scope.h"
#include "support/handmade.h"
#include "support/pvtest.h"

// The words of a scope, those of stems before the bar.
static void check_scope(const char *lines, uint32_t sentence, const char *expected) {
  pv_handmade *handmade = pv_handmade_new();
  const pv_text *text = pv_handmade_text(handmade, lines);
  pv_part parts[PV_MAX_PARTS];
  uint32_t stem;
  size_t count = pv_scope_parts(text, sentence, parts, &stem);
  pv_scope scope = {0};
  pv_scope_set(&scope, pv_handmade_arena(handmade), text, (pv_annotations){0}, parts, count);
  char got[1024] = "";
  size_t used = 0;
  for (uint32_t i = 0; i < scope.count; i++) {
    pv_span at = pv_token_span(&scope.tokens[i]);
    assert_int_equal(text->tokens.items[pv_scope_token(&scope, i)].start, at.start);
    used += (size_t)snprintf(got + used, sizeof got - used, "%s%.*s",
                             i && i == stem ? " | " : (i ? " " : ""), (int)(at.end - at.start),
                             text->bytes.data + at.start);
  }
  assert_string_equal(got, expected);
  pv_handmade_free(handmade);
}

static void reads_an_item_with_its_stems(void **state) {
  (void)state;
  const char *lines = "we shall:\n* sell goods\n* not\n** make or\n** break\nend";
  check_scope(lines, 0, "we shall :");
  check_scope(lines, 1, "we shall : | sell goods");
  check_scope(lines, 4, "we shall : not | break");
  check_scope(lines, 5, "end");
}

static void cuts_long_stems_at_the_front(void **state) {
  (void)state;
  char lines[1024] = "first";
  for (int i = 0; i < 200; i++) strcat(lines, " a");
  strcat(lines, "\n* item");
  pv_handmade *handmade = pv_handmade_new();
  pv_part parts[PV_MAX_PARTS];
  uint32_t stem;
  const pv_text *text = pv_handmade_text(handmade, lines);
  assert_int_equal(pv_scope_parts(text, 1, parts, &stem), 2);
  assert_int_equal(stem, PV_MAX_STEM);
  assert_int_equal(parts[0].first, 201 - PV_MAX_STEM);
  pv_handmade_free(handmade);
}

static void keeps_annotations_that_lie_in_one_part(void **state) {
  (void)state;
  pv_handmade *handmade = pv_handmade_new();
  const pv_text *text = pv_handmade_text(handmade, "a b c\n* d e\n* f g h"); // marks are tokens
  const pv_annotation items[] = {
      pv_handmade_annotation('A', 1, 3), pv_handmade_annotation('B', 2, 8),
      pv_handmade_annotation('A', 4, 5), pv_handmade_annotation('A', 7, 9),
      pv_handmade_annotation('B', 7, 8),
  };
  pv_annotations all = {items, 5};
  pv_part parts[PV_MAX_PARTS];
  uint32_t stem;
  pv_scope scope = {0};
  size_t count = pv_scope_parts(text, 2, parts, &stem);
  pv_scope_set(&scope, pv_handmade_arena(handmade), text, all, parts, count);
  uint32_t a = items[0].type, b = items[1].type;
  assert_int_equal(scope.annotations.count, 3);
  assert_true(scope.starts[1] == UINT64_C(1) << a);
  assert_true(scope.ends[3] == UINT64_C(1) << a);
  assert_true(scope.starts[3] == (UINT64_C(1) << a | UINT64_C(1) << b));
  assert_int_equal(pv_scope_other_end(&scope, 3, a, false), 5);
  assert_int_equal(pv_scope_other_end(&scope, 3, b, false), 4);
  assert_int_equal(pv_scope_other_end(&scope, 5, a, true), 3);
  assert_int_equal(pv_scope_other_end(&scope, 4, b, true), 3);
  pv_handmade_free(handmade);
}

static void check_elsewhere(const char *lines, uint32_t sentence, pv_where where,
                            const char *expected) {
  pv_handmade *handmade = pv_handmade_new();
  const pv_text *text = pv_handmade_text(handmade, lines);
  pv_part parts[4];
  size_t count = pv_scope_elsewhere(text, sentence, where, parts, 4), used = 0;
  char got[256] = "";
  for (size_t i = 0; i < count; i++) {
    pv_span at = pv_text_span(text, parts[i].first, parts[i].end);
    used += (size_t)snprintf(got + used, sizeof got - used, "%s%.*s", i ? " / " : "",
                             (int)(at.end - at.start), text->bytes.data + at.start);
  }
  assert_string_equal(got, expected);
  pv_handmade_free(handmade);
}

static void finds_headings_and_neighbours(void **state) {
  (void)state;
  const char *lines = "one\n= Grant of rights\nLicense | we grant\nmore\n~ autre\n= Term\nlast";
  check_elsewhere(lines, 2, PV_WHERE_HEADING, "License | / Grant of rights");
  check_elsewhere(lines, 3, PV_WHERE_HEADING, "Grant of rights");
  check_elsewhere(lines, 0, PV_WHERE_HEADING, "");
  check_elsewhere(lines, 3, PV_WHERE_PREVIOUS, "we grant");
  check_elsewhere(lines, 2, PV_WHERE_PREVIOUS, "");
  check_elsewhere(lines, 2, PV_WHERE_NEXT, "more");
  check_elsewhere(lines, 3, PV_WHERE_NEXT, "");
  check_elsewhere(lines, 0, PV_WHERE_PREVIOUS, "");
  check_elsewhere(lines, 6, PV_WHERE_NEXT, "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_an_item_with_its_stems),
      cmocka_unit_test(cuts_long_stems_at_the_front),
      cmocka_unit_test(keeps_annotations_that_lie_in_one_part),
      cmocka_unit_test(finds_headings_and_neighbours),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
