#include <stdlib.h>

#include "analyze/batch.h"
#include "base/str.h"
#include "support/pvtest.h"

enum { COUNT = 120 };

typedef struct {
  size_t taken;
  size_t stop_after; // 0: never
  size_t failures;
  char order[COUNT][40];
} record;

static bool take(void *context, const pv_batch_result *result) {
  record *r = context;
  snprintf(r->order[r->taken++], sizeof r->order[0], "%s", result->uri);
  if (result->report) {
    assert_int_equal(pv_report_uri(result->report).size, strlen(result->uri));
  } else {
    assert_int_not_equal(result->err->code, PV_OK);
    r->failures++;
  }
  return r->taken != r->stop_after;
}

static pv_grammar *load(void) {
  pv_error err = {0};
  pv_grammar *grammar = pv_grammar_load("tests/cli/files/tiny.xml", &err);
  if (!grammar) fail_msg("%s", err.message);
  return grammar;
}

// Documents of several sizes, so that threads overtake each other, and some that are no documents.
static void fill(pv_batch_input *inputs, const pv_error *known) {
  static const char *const paths[] = {"tests/cli/files/supply.txt",
                                      "corpus/agreements/meridia-halden.txt", "nowhere.txt",
                                      "tests/cli/files/contracts/plain.txt", "an/empty/folder"};
  for (size_t i = 0; i < COUNT; i++)
    inputs[i] = (pv_batch_input){.path = paths[i % 5], .error = i % 5 == 4 ? known : NULL};
}

static bool run(size_t threads, record *r) {
  pv_batch_input inputs[COUNT];
  pv_error known = {.code = PV_ERROR_READ, .message = "no documents"}, err = {0};
  pv_grammar *grammar = load();
  fill(inputs, &known);
  pv_batch_options options = {.grammar = grammar, .threads = threads};
  bool done = pv_batch_run(inputs, COUNT, &options, take, r, &err);
  assert_int_equal(err.code, PV_OK);
  for (size_t i = 0; i < r->taken; i++) assert_string_equal(r->order[i], inputs[i].path);
  pv_grammar_free(grammar);
  return done;
}

static void keeps_the_order_with_any_number_of_threads(void **state) {
  (void)state;
  static const size_t threads[] = {0, 1, 2, 7, 500};
  for (size_t i = 0; i < sizeof threads / sizeof *threads; i++) {
    record *r = calloc(1, sizeof *r);
    assert_true(run(threads[i], r));
    assert_int_equal(r->taken, COUNT);
    assert_int_equal(r->failures, COUNT / 5 * 2);
    free(r);
  }
}

static void ends_when_nobody_takes_more(void **state) {
  (void)state;
  static const size_t threads[] = {1, 3};
  for (size_t i = 0; i < sizeof threads / sizeof *threads; i++) {
    record *r = calloc(1, sizeof *r);
    r->stop_after = 10;
    assert_false(run(threads[i], r));
    assert_int_equal(r->taken, 10);
    free(r);
  }
}

static void does_nothing_without_inputs(void **state) {
  (void)state;
  record *r = calloc(1, sizeof *r);
  pv_grammar *grammar = load();
  pv_batch_options options = {.grammar = grammar, .threads = 4};
  assert_true(pv_batch_run(NULL, 0, &options, take, r, NULL));
  assert_int_equal(r->taken, 0);
  pv_grammar_free(grammar);
  free(r);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keeps_the_order_with_any_number_of_threads),
      cmocka_unit_test(ends_when_nobody_takes_more),
      cmocka_unit_test(does_nothing_without_inputs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
