#include "support/pvtest.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "match/predicate.h"
#include "support/handmade.h"

enum { ANY, WORDS, NUMBERS, CAPITALS, EXACT, REGEX, NOT, AND, OR, DEEP, COUNT = DEEP + 100 };

typedef struct {
  pv_handmade *handmade;
  pv_predicate predicates[COUNT];
  uint64_t words[256];
  pv_tester tester;
} bench;

static void open_bench(bench *b) {
  *b = (bench){.handmade = pv_handmade_new()};
  uint32_t sale = pv_handmade_word(b->handmade, "sale");
  b->words[sale / 64] |= UINT64_C(1) << (sale % 64);
  int error;
  size_t at;
  void *regex = pcre2_compile((PCRE2_SPTR) "(?:un)?sal(?:e|able)", PCRE2_ZERO_TERMINATED,
                              PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED, &error, &at, NULL);
  const pv_predicate made[] = {
      [ANY] = {.kind = PV_PREDICATE_ANY},
      [WORDS] = {.kind = PV_PREDICATE_WORDS, .words = b->words},
      [NUMBERS] = {.kind = PV_PREDICATE_KIND, .bits = 1 << PV_TOKEN_NUMBER},
      [CAPITALS] = {.kind = PV_PREDICATE_LETTERS, .bits = 1 << PV_CASE_CAPITAL},
      [EXACT] = {.kind = PV_PREDICATE_EXACT, .id = sale, .surface = PV_STR("SALE")},
      [REGEX] = {.kind = PV_PREDICATE_REGEX, .words = b->words, .regex = regex},
      [NOT] = {.kind = PV_PREDICATE_NOT, .left = CAPITALS},
      [AND] = {.kind = PV_PREDICATE_AND, .left = WORDS, .right = NOT},
      [OR] = {.kind = PV_PREDICATE_OR, .left = NUMBERS, .right = WORDS},
  };
  memcpy(b->predicates, made, sizeof made);
  for (uint32_t i = DEEP; i < COUNT; i++)
    b->predicates[i] = (pv_predicate){.kind = PV_PREDICATE_NOT, .left = i + 1};
  b->predicates[COUNT - 1] = (pv_predicate){.kind = PV_PREDICATE_ANY};
  pv_tester_init(&b->tester, pv_handmade_arena(b->handmade), b->predicates);
}

static void close_bench(bench *b) {
  pcre2_code_free(b->predicates[REGEX].regex);
  pv_handmade_free(b->handmade);
}

// `expected` has one sign for each word: + or -.
static void check(bench *b, uint32_t predicate, const char *words, const char *expected) {
  const pv_text *text = pv_handmade_text(b->handmade, words);
  char got[64] = "";
  b->tester.text = text->bytes;
  for (size_t i = 0; i < text->tokens.count; i++)
    got[i] = pv_predicate_test(&b->tester, predicate, &text->tokens.items[i]) ? '+' : '-';
  assert_string_equal(got, expected);
}

static void tests_one_property_each(void **state) {
  (void)state;
  bench b;
  open_bench(&b);
  check(&b, ANY, "a 1 ;", "+++");
  check(&b, WORDS, "sale Sale sales", "++-");
  check(&b, NUMBERS, "sale 12 1,000.5", "-++");
  check(&b, CAPITALS, "sale Sale SALE 1", "-+--");
  check(&b, EXACT, "sale Sale SALE", "--+");
  close_bench(&b);
}

static void combines_others(void **state) {
  (void)state;
  bench b;
  open_bench(&b);
  check(&b, NOT, "sale Sale 1", "+-+");
  check(&b, AND, "sale Sale sold", "+--");
  check(&b, OR, "sale 1 sold", "++-");
  close_bench(&b);
}

static void asks_a_regular_expression_about_unknown_words(void **state) {
  (void)state;
  bench b;
  open_bench(&b);
  check(&b, REGEX, "sale unsale salable sales sold", "+++--");
  check(&b, REGEX, "unsale Salable UNSALABLE", "+++"); // some of them from memory
  // Longer than a token may be.
  check(&b, REGEX, "unsaleaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "-");
  close_bench(&b);
}

static void gives_up_on_what_is_too_deep(void **state) {
  (void)state;
  bench b;
  open_bench(&b);
  check(&b, DEEP, "a", "-");
  check(&b, COUNT - 3, "a", "+");
  close_bench(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(tests_one_property_each),
      cmocka_unit_test(combines_others),
      cmocka_unit_test(asks_a_regular_expression_about_unknown_words),
      cmocka_unit_test(gives_up_on_what_is_too_deep),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
