#include "base/str.h"
#include "support/packs.h"
#include "support/pvtest.h"

#define RULE(expression)                                                                           \
  "<phase name='clause'><rule id='R' emits='A' status='draft'><match>" expression                  \
  "</match></rule></phase>"
#define USER(rest) PV_TEST_FILE("user", "\n" rest)

static const char base[] =
    PV_TEST_FILE("base", "<lexicon id='role' fold='exact'>Buyer | Seller</lexicon>"
                         "<lexicon id='deal' fold='stem'>sell</lexicon>"
                         "<lexicon id='both'>%deal | barter</lexicon>"
                         "<macro id='who'>the? %role</macro>" RULE("$who %both"));

// Is each of the words in the program of the rule?
static void check_words(const char *user, const char *words) {
  const char *texts[] = {base, user};
  pv_error err = {0};
  pv_grammar *grammar = pv_test_load(texts, 2, &err);
  if (!grammar) fail_msg("%s", err.message);
  pv_str printed = pv_program_print(grammar->arena, grammar, grammar->rules[0].matches, NULL, 0);
  char text[2048], list[256];
  (void)snprintf(text, sizeof text, PV_STR_FMT, PV_STR_ARG(printed));
  (void)snprintf(list, sizeof list, "%s", words);
  for (char *word = strtok(list, " "); word; word = strtok(NULL, " "))
    if (!strstr(text, word)) fail_msg("no %s in\n%s", word, text);
  pv_grammar_free(grammar);
}

static void adds_entries_wherever_the_lexicon_is_used(void **state) {
  (void)state;
  check_words(USER("<extend lexicon='base:role'>Controller | Data Exporter</extend>"),
              "Buyer Seller Controller Data Exporter");
  check_words(USER("<extend lexicon='base:deal'>trade</extend>"), "sells trade traded trading");
  check_words(USER("<extend lexicon='base:deal' fold='case'>trade</extend>"), "sells trade barter");
}

static void check_refused(const char *user, uint32_t line, uint32_t column, const char *message) {
  const char *texts[] = {base, user};
  pv_test_refused(texts, 2, "1.xml", line, column, message);
}

static void says_which_extension_is_wrong(void **state) {
  (void)state;
  check_refused(USER("<extend lexicon='role'>Host</extend>"), 2, 18,
                "the lexicon is named with its file: en.core:role");
  check_refused(USER("<extend lexicon='bade:role'>Host</extend>"), 2, 18,
                "bade is not loaded before this file; did you mean base?");
  check_refused(USER("<extend lexicon='base:rule'>Host</extend>"), 2, 18,
                "base has no lexicon %rule; did you mean base:role?");
  check_refused(USER("<extend lexicon='base:role'> </extend>"), 2, 18, "this adds no entries");
  check_refused(USER("<extend lexicon='base:both'>%deal</extend>"), 2, 29,
                "what extends a lexicon is words, not another lexicon");
  check_refused(USER("<extend lexicon='base:role'>Host |\n ,</extend>"), 3, 2,
                "an entry of a lexicon is words, quoted text or a %lexicon");
}

static void blames_the_file_that_adds_words_to_a_set(void **state) {
  (void)state;
  const char *texts[] = {PV_TEST_FILE("base", "<lexicon id='deal'>sell</lexicon>" RULE("[%deal]")),
                         USER("<extend lexicon='base:deal'>hold out</extend>")};
  pv_error err = {0};
  assert_null(pv_test_load(texts, 2, &err));
  assert_non_null(strstr(err.message, "/1.xml adds \"hold out\" to %deal"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(adds_entries_wherever_the_lexicon_is_used),
      cmocka_unit_test(says_which_extension_is_wrong),
      cmocka_unit_test(blames_the_file_that_adds_words_to_a_set),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
