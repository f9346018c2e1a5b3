// The tree of sections: one a line, indented by depth, as "number heading".
#include "base/str.h"
#include "support/pvtest.h"
#include "text/text.h"

enum { SIZE = 4096 };

static const pv_text *read(pv_arena *arena, const char *bytes) {
  pv_diagnostics diagnostics = {.arena = arena};
  return pv_text_read(arena, pv_str_from(bytes), pv_vocabulary_new(arena), &diagnostics);
}

static void check(const char *bytes, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  const pv_text *text = read(arena, bytes);
  char got[SIZE] = "";
  size_t used = 0;
  for (size_t i = 1; i < text->sections.count; i++) {
    const pv_section *s = &text->sections.items[i];
    pv_str number = pv_str_slice(text->bytes, s->number);
    pv_str heading = pv_str_slice(text->bytes, s->heading);
    used += (size_t)snprintf(got + used, sizeof got - used, "%*s" PV_STR_FMT "%s" PV_STR_FMT "\n",
                             (s->depth - 1) * 2, "", PV_STR_ARG(number),
                             number.size && heading.size ? " " : "", PV_STR_ARG(heading));
  }
  assert_string_equal(got, expected);
  pv_arena_free(arena);
}

static void nests_sections(void **state) {
  (void)state;
  check("ARTICLE I\nGRANT\n\n1.1 License. It grants.\n\n1.2 Limits. It limits:\n\n(a) one;\n\n"
        "(b) two.\n\nARTICLE II\nTERM\n\n2.1 It ends.",
        "I GRANT\n  1.1 License\n  1.2 Limits\n    (a)\n    (b)\nII TERM\n  2.1\n");
  check("1. Grant. It grants.\n\n1.1 It may sell.\n\n1.1.1 It may rent.\n\n2. Term. It ends.",
        "1 Grant\n  1.1\n    1.1.1\n2 Term\n");
  check("Section 1. Grant. It grants.\n\nSection 2. Term. It ends.", "1 Grant\n2 Term\n");
  check("5.2.1 Fees. It pays. 5.2.2 Costs. It bears them.", "5.2.1 Fees\n5.2.2 Costs\n");
}

static void tells_letters_from_roman_figures(void **state) {
  (void)state;
  check(
      "It may:\n\n(a) a;\n\n(b) b;\n\n(c) c;\n\n(d) d;\n\n(e) e;\n\n(f) f;\n\n(g) g;\n\n(h) h;\n\n"
      "(i) i;\n\n(j) j.",
      "(a)\n(b)\n(c)\n(d)\n(e)\n(f)\n(g)\n(h)\n(i)\n(j)\n");
  check("It may:\n\n(a) sell:\n\n(i) one;\n\n(ii) two;\n\n(b) rent.", "(a)\n  (i)\n  (ii)\n(b)\n");
}

static void takes_exhibits_as_documents(void **state) {
  (void)state;
  check("1. Grant. It grants.\n\nEXHIBIT A\n\nPRICES\n\n1. Fee. It pays.\n\nExhibit B hereto is "
        "final.",
        "1 Grant\nA PRICES\n  1 Fee\n");
  check("EXHIBIT 10.3\n\nSUPPLY AGREEMENT\n\n1. Grant. It grants.", "SUPPLY AGREEMENT\n1 Grant\n");
}

static void puts_no_section_under_a_title(void **state) {
  (void)state;
  check(
      "SUPPLY AGREEMENT\n\n1. Grant\n\n1.1 Scope. It sells.\n\n2. Term. It ends.\n\nSIGNATURES\n\n"
      "It signs.",
      "SUPPLY AGREEMENT\n1 Grant\n  1.1 Scope\n2 Term\nSIGNATURES\n");
  check("PAYMENTS\n\n(a) It pays.\n\n(b) It pays more.", "PAYMENTS\n  (a)\n  (b)\n");
}

static void starts_an_excerpt_anywhere(void **state) {
  (void)state;
  check("SUPPLY AGREEMENT\n\n2. Grant\n\n2.1 Scope. It sells.\n\n3. Term. It ends.",
        "SUPPLY AGREEMENT\n2 Grant\n  2.1 Scope\n3 Term\n");
}

static void leaves_out_the_title_of_the_contents(void **state) {
  (void)state;
  check("TABLE OF CONTENTS\n\n1. Grant .......... 2\n2. Term .......... 3\n\n1. Grant\n\nIt sells.",
        "1 Grant\n");
}

static void takes_no_amounts_for_sections(void **state) {
  (void)state;
  check("It pays within\n30 days of it.\n\n45. It is late.", "");
  check("The rate is\n2.5 percent of it.", "");
}

static void ends_sections_behind_their_children(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  const pv_text *text = read(arena, "1. It may:\n\n(a) sell;\n\n(b) rent.\n\n2. It ends.");
  const pv_section *items = text->sections.items;
  assert_int_equal(text->sections.count, 5);
  assert_int_equal(items[1].end, items[4].first);
  assert_int_equal(items[3].end, items[4].first);
  assert_int_equal(items[2].end, items[3].first);
  assert_int_equal(items[4].end, text->tokens.count);
  assert_int_equal(items[0].end, text->tokens.count);
  assert_int_equal(items[2].parent, 1);
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nests_sections),
      cmocka_unit_test(tells_letters_from_roman_figures),
      cmocka_unit_test(takes_exhibits_as_documents),
      cmocka_unit_test(puts_no_section_under_a_title),
      cmocka_unit_test(starts_an_excerpt_anywhere),
      cmocka_unit_test(leaves_out_the_title_of_the_contents),
      cmocka_unit_test(takes_no_amounts_for_sections),
      cmocka_unit_test(ends_sections_behind_their_children),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
