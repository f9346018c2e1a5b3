#include "base/str.h"
#include "match/message.h"
#include "support/grammar_text.h"
#include "support/pvtest.h"

static const char patterns[] =
    "<match>who:(the #cap) sells what:#alpha (in where:#cap)?</match>"
    "<slot name='extra' where='after' pick='all'>[and | or] hit:.</slot>";

// What the rule says of its first hit in `sentence`.
static void check(const char *messages, const char *language, const char *sentence,
                  const char *expected) {
  pv_error err = {0};
  pv_arena *arena = pv_arena_new(0);
  pv_diagnostics diagnostics = {.arena = arena};
  pv_str rule = pv_str_printf(arena, "%s%s", patterns, messages);
  pv_grammar *grammar = pv_grammar_load_text(
      "t",
      pv_test_grammar(arena, "<frame id='F'><has name='extra' type='Text' list='yes'/></frame>",
                      rule.data),
      &err);
  if (!grammar) fail_msg("%s", err.message);
  const pv_text *text =
      pv_text_read(arena, pv_str_from(sentence), grammar->vocabulary, &diagnostics);
  pv_matcher *matcher = pv_matcher_new(grammar);
  pv_matches matches =
      pv_match_phase(matcher, arena, text, (pv_annotations){0}, PV_PHASE_CLAUSE, &diagnostics);
  assert_int_equal(matches.count, 1);
  pv_str got = pv_match_message(arena, &matches.items[0], text, pv_str_from(language));
  assert_string_equal(pv_str_copy(arena, got).data, expected);
  pv_matcher_free(matcher);
  pv_grammar_free(grammar);
  pv_arena_free(arena);
}

static void puts_the_words_in_the_place_of_names(void **state) {
  (void)state;
  check("<message>{who}: {what}.</message>", "en", "Here the Mill sells bran.", "the Mill: bran.");
  check("<message>{what} of\n   {who}</message>", "en", "Here the\n Mill sells bran.",
        "bran of the Mill");
  check("<message>{what}; {extra}</message>", "en", "Here the Mill sells bran and rye or oats.",
        "bran; rye, oats");
  check("", "en", "Here the Mill sells bran.", "");
}

static void leaves_out_what_is_not_there(void **state) {
  (void)state;
  static const char message[] =
      "<message>{what}{where? in {where}{extra?, with {extra}}}.</message>";
  check(message, "en", "Here the Mill sells bran.", "bran.");
  check(message, "en", "Here the Mill sells bran in Norland.", "bran in Norland.");
  check(message, "en", "Here the Mill sells bran and rye.", "bran.");
  check(message, "en", "Here the Mill sells bran in Norland and rye.",
        "bran in Norland, with rye.");
}

static void speaks_the_language_that_is_wanted(void **state) {
  (void)state;
  static const char messages[] = "<message>{what}!</message>"
                                 "<message xml:lang='de'>Ware: {what}</message>"
                                 "<message xml:lang='de-CH'>Gut: {what}</message>";
  check(messages, "en", "Here the Mill sells bran.", "bran!");
  check(messages, "de", "Here the Mill sells bran.", "Ware: bran");
  check(messages, "de-AT", "Here the Mill sells bran.", "Ware: bran");
  check(messages, "de-CH", "Here the Mill sells bran.", "Gut: bran");
  check(messages, "fr", "Here the Mill sells bran.", "bran!");
  check(messages, "", "Here the Mill sells bran.", "bran!");
}

static void check_refused(const char *message, const char *expected) {
  pv_error err = {0};
  pv_arena *arena = pv_arena_new(0);
  pv_str children = pv_str_printf(arena, "<match>who:sells</match><message>%s</message>", message);
  assert_null(pv_grammar_load_text("t", pv_test_grammar(arena, "", children.data), &err));
  *strchr(err.message, '\n') = '\0';
  assert_string_equal(err.message, expected);
  pv_arena_free(arena);
}

static void refuses_messages_with_broken_braces(void **state) {
  (void)state;
  check_refused("{whom} sells", "the message names {whom}, which is no slot or capture");
  check_refused("{who sells}", "behind {who stands a } or a ? and some text");
  check_refused("{who? {who}", "a } is missing here");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(puts_the_words_in_the_place_of_names),
      cmocka_unit_test(leaves_out_what_is_not_there),
      cmocka_unit_test(speaks_the_language_that_is_wanted),
      cmocka_unit_test(refuses_messages_with_broken_braces),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
