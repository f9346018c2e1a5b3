#include "base/str.h"
#include "read/builder.h"
#include "support/pvtest.h"

typedef struct {
  pv_arena *arena;
  pv_reading reading;
  pv_builder builder;
} made;

static void begin(made *m) {
  m->arena = pv_arena_new(0);
  m->reading = (pv_reading){.arena = m->arena, .diagnostics = {.arena = m->arena}};
  pv_builder_begin(&m->builder, &m->reading);
}

static void check(made *m, const char *expected) {
  pv_error err = {0};
  if (!pv_builder_finish(&m->builder, &err)) fail_msg("%s", err.message);
  assert_string_equal(pv_str_copy(m->arena, m->reading.text).data, expected);
}

static void end(made *m) { pv_arena_free(m->arena); }

static void add(made *m, const char *text) { pv_builder_add(&m->builder, pv_str_from(text)); }

static void paragraph(made *m, const char *text) {
  add(m, text);
  pv_builder_end_paragraph(&m->builder);
}

static void cell(made *m, const char *text) {
  pv_builder_begin_cell(&m->builder);
  add(m, text);
  pv_builder_end_cell(&m->builder);
}

static void divides_paragraphs_by_an_empty_line(void **state) {
  (void)state;
  made m;
  begin(&m);
  paragraph(&m, "");
  paragraph(&m, " \t");
  add(&m, "  One");
  paragraph(&m, " and more.  ");
  paragraph(&m, "");
  add(&m, "Two");
  pv_builder_break_line(&m.builder);
  add(&m, "lines\nand\x01"
          "controls");
  check(&m, "One and more.\n\nTwo\nlines and controls");
  end(&m);
}

static void puts_the_cells_of_a_row_in_a_line(void **state) {
  (void)state;
  made m;
  begin(&m);
  paragraph(&m, "Before");
  cell(&m, "2.1");
  cell(&m, "");
  cell(&m, "Grant.");
  pv_builder_end_row(&m.builder);
  cell(&m, "Fees");
  pv_builder_begin_cell(&m.builder);
  paragraph(&m, "One");
  paragraph(&m, "Two");
  pv_builder_end_cell(&m.builder);
  cell(&m, "last");
  pv_builder_end_row(&m.builder);
  paragraph(&m, "After");
  check(&m, "Before\n\n2.1\tGrant.\n\nFees\tOne\n\nTwo\n\nlast\n\nAfter");
  end(&m);
}

static void survives_cells_in_cells(void **state) {
  (void)state;
  made m;
  begin(&m);
  for (int i = 0; i < 100; i++) pv_builder_begin_cell(&m.builder);
  add(&m, "deep");
  for (int i = 0; i < 120; i++) pv_builder_end_cell(&m.builder);
  cell(&m, "next");
  check(&m, "deep\tnext");
  end(&m);
}

static void leads_back_to_the_file(void **state) {
  (void)state;
  made m;
  begin(&m);
  for (uint32_t i = 1; i <= 4; i++) {
    pv_builder_locate(&m.builder, (pv_origin){PV_ORIGIN_PARAGRAPH, i, PV_STR("body"), {0}});
    paragraph(&m, i == 2 ? "" : "abc");
  }
  check(&m, "abc\n\nabc\n\nabc");
  static const uint32_t numbers[] = {1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    assert_int_equal(pv_locators_find(&m.reading.places, i)->number, numbers[i]);
  assert_int_equal(m.reading.places.count, 3);
  end(&m);
}

static void leaves_out_what_has_no_width(void **state) {
  (void)state;
  made m;
  begin(&m);
  add(&m, "opt\xC2\xADional \xE2\x80\x8B\xEF\xBB\xBFword\xE2\x80\x99s \xC2\xA7");
  check(&m, "optional word\xE2\x80\x99s \xC2\xA7");
  end(&m);
}

static void splices_what_was_put_together_apart(void **state) {
  (void)state;
  made note, m;
  begin(&note);
  for (uint32_t i = 1; i <= 3; i++) {
    pv_builder_locate(&note.builder, (pv_origin){PV_ORIGIN_PARAGRAPH, i, PV_STR("notes"), {0}});
    paragraph(&note, "note");
  }
  check(&note, "note\n\nnote\n\nnote");
  begin(&m);
  pv_builder_locate(&m.builder, (pv_origin){PV_ORIGIN_PARAGRAPH, 7, PV_STR("body"), {0}});
  paragraph(&m, "one");
  pv_builder_splice(&m.builder, &note.reading, (pv_span){4, 16}, PV_STR("["), PV_STR("]"));
  pv_builder_splice(&m.builder, &note.reading, (pv_span){4, 6}, PV_STR("["), PV_STR("]"));
  add(&m, "two");
  check(&m, "one\n\n[note\n\nnote]\n\ntwo");
  static const struct {
    size_t offset;
    uint32_t number;
  } places[] = {{0, 7}, {5, 2}, {6, 2}, {12, 3}, {16, 3}, {19, 7}};
  for (size_t i = 0; i < sizeof places / sizeof *places; i++)
    assert_int_equal(pv_locators_find(&m.reading.places, places[i].offset)->number,
                     places[i].number);
  end(&note);
  end(&m);
}

static void check_told(made *m, pv_diagnostic_id id, uint32_t start, const char *message) {
  for (size_t i = 0; i < m->reading.diagnostics.count; i++) {
    const pv_diagnostic *d = &m->reading.diagnostics.items[i];
    if (d->id != id) continue;
    assert_string_equal(d->message.data, message);
    assert_int_equal(d->at.start, start);
    return;
  }
  fail_msg("not told: %s", message);
}

static void says_what_it_left_out(void **state) {
  (void)state;
  made m;
  begin(&m);
  add(&m, "A");
  pv_builder_leave_out(&m.builder, PV_LEFT_HIDDEN, PV_STR("not "));
  pv_builder_leave_out(&m.builder, PV_LEFT_HIDDEN, PV_STR("seen"));
  add(&m, "B");
  pv_builder_leave_out(&m.builder, PV_LEFT_COMMENT, PV_STR("why?"));
  add(&m, "C");
  pv_builder_leave_out(&m.builder, PV_LEFT_COMMENT, PV_STR("again"));
  check(&m, "ABC");
  check_told(&m, PV_DIAGNOSTIC_HIDDEN_TEXT, 1, "1 hidden text was left out: “not seen”");
  check_told(&m, PV_DIAGNOSTIC_COMMENTS, 2, "2 comments were left out, the first one: “why?”");
  end(&m);
}

static void refuses_to_be_empty(void **state) {
  (void)state;
  made m;
  begin(&m);
  paragraph(&m, "\xC2\xA0");
  pv_error err = {0};
  assert_false(pv_builder_finish(&m.builder, &err));
  assert_int_equal(err.code, PV_ERROR_EMPTY);
  end(&m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(divides_paragraphs_by_an_empty_line),
      cmocka_unit_test(puts_the_cells_of_a_row_in_a_line),
      cmocka_unit_test(survives_cells_in_cells),
      cmocka_unit_test(leads_back_to_the_file),
      cmocka_unit_test(leaves_out_what_has_no_width),
      cmocka_unit_test(splices_what_was_put_together_apart),
      cmocka_unit_test(says_what_it_left_out),
      cmocka_unit_test(refuses_to_be_empty),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
