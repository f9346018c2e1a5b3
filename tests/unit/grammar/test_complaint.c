#include "support/grammar_text.h"
#include "support/pvtest.h"

static const char frame[] = "<frame id='F' kinds='sale lease'><has name='level' type='Enum' "
                            "values='sole exclusive'/><has name='payer' type='Party'/></frame>";

// Loads a grammar with these parts and looks at its first error.
static void check_parts(const char *declarations, const char *children, uint32_t line,
                        uint32_t column, const char *message) {
  pv_arena *arena = pv_arena_new(0);
  pv_error err = {0};
  pv_grammar *grammar =
      pv_grammar_load_text("t.xml", pv_test_grammar(arena, declarations, children), &err);
  assert_null(grammar);
  char *end = strchr(err.message, '\n');
  if (end) *end = '\0';
  assert_string_equal(err.message, message);
  assert_int_equal(err.code, PV_ERROR_GRAMMAR);
  assert_string_equal(err.file, "t.xml");
  assert_int_equal(err.line, line);
  assert_int_equal(err.column, column);
  pv_arena_free(arena);
}

// The <match> stands on line 3; `column` is that in the expression.
static void check(const char *expression, uint32_t column, const char *message) {
  pv_arena *arena = pv_arena_new(0);
  pv_str match = pv_str_printf(arena, PV_TEST_MATCH "%s</match>", expression);
  check_parts(frame, match.data, 3, column + sizeof PV_TEST_MATCH - 1, message);
  pv_arena_free(arena);
}

static void points_into_the_expression(void **state) {
  (void)state;
  check("a ;", 3, "this mark has no meaning here; quote punctuation: ','");
  check("a 'b", 3, "this quotation does not end");
  check("a ''", 3, "nothing stands between these marks");
  check("a /b", 3, "this regular expression does not end");
  check("and/or", 1, "quote a word with a slash: 'and/or'");
  check("café ;", 6, "this mark has no meaning here; quote punctuation: ','");
  check("§5", 1, "this is no plain word; quote it: ' '");
  check("a @ b", 3, "a name is missing behind this mark");
  check("a (b", 3, "this bracket is not closed");
  check("a b)", 4, "this bracket was not opened");
  check("a | | b", 5, "something to match is missing here");
  check("a x:", 5, "something to match is missing here");
  check("?", 1, "something to match is missing here");
}

static void refuses_repetitions_that_mean_nothing(void **state) {
  (void)state;
  check("a{3", 2, "a count is written {3} or {2,5}");
  check("a{1,}", 2, "a count is written {3} or {2,5}");
  check("a{65}", 2, "a count may be 64 at most");
  check("a{5,2}", 2, "this count cannot be reached");
  check("a{0}", 2, "this count cannot be reached");
  check("a (b?)+", 7, "what is repeated may match nothing");
  check("a ...* b", 6, "this cannot be repeated");
  check("a ...65 b", 3, "a gap may have 64 tokens at most");
  check("((((a{64}){64}){64}){64})", 3, "this expression is too large");
}

static void refuses_what_matches_nothing_or_anywhere(void **state) {
  (void)state;
  check("a?", 1, "this expression may match nothing");
  check("a* | b", 1, "this expression may match nothing");
  check("... a", 1, "an expression may not start with a gap: nothing says where");
  check("a? ...3 b", 4, "an expression may not start with a gap: nothing says where");
  check("a b ...", 5, "an expression may not end with a gap: it takes nothing there");
  check("a (b ...)", 6, "an expression may not end with a gap: it takes nothing there");
}

static void limits_lookarounds(void **state) {
  (void)state;
  check("?ahead(a+) b", 1, "a lookaround may see 16 tokens at most");
  check("?ahead(a ...16 b) b", 1, "a lookaround may see 16 tokens at most");
  check("?ahead(?ahead(a) b) b", 1, "a lookaround may not hold another one");
  check("?ahead(x:a) b", 1, "a lookaround captures nothing");
  check("?ahead(a?) b", 1, "this lookaround is always true: it may match nothing");
  check("a !ahead(b", 3, "this bracket is not closed");
}

static void keeps_sets_to_one_token(void **state) {
  (void)state;
  check("[a b]", 4, "a set takes one token: expected | or ] here, not \"b\"");
  check("[a", 3, "a set takes one token: expected | or ] here, not \"\"");
  check("[a | ]", 6, "a set takes words, %lexicons, #classes and /expressions/, not: ]");
  check("['a b']", 2, "a set takes one token; write ( ) around what has more: a b");
  check("[non-exclusive]", 2,
        "a set takes one token; write ( ) around what has more: non-exclusive");
  check("[@Money]", 2, "an annotation is no single token; write ( ) instead of [ ]: Money");
  check("[#money]", 2, "this class is no single token; write ( ) instead of [ ]: money");
  check("[(a | b]", 8, "expected ): ]");
  check("a ...3!b", 8, "a barrier is a set: ...12![';']");
}

static void suggests_names(void **state) {
  (void)state;
  const char *lexicon = "<lexicon id='channel'>agent | sales agent</lexicon>"
                        "<frame id='F'/>";
  check_parts(lexicon, "<match>a %chanel</match>", 3, 10,
              "unknown lexicon %chanel; did you mean %channel?");
  check_parts(lexicon, "<match>a [%channel]</match>", 3, 11,
              "a set takes one token, but %channel has \"sales agent\"; write ( ) instead of [ ]");
  check("@Parti", 1, "unknown annotation @Parti; did you mean @Party?");
  check("#capp", 1, "unknown class #capp; did you mean #cap?");
  check("a @F", 3, "@F is not there yet: it is made in this phase or later");
  check("$none", 1, "unknown macro $none; it has to stand before this");
  check("#secref", 1, "unknown annotation @Reference");
}

static void takes_only_harmless_regular_expressions(void **state) {
  (void)state;
  check("/(a)\\1/", 1, "this escape is not taken in a regular expression");
  check("/(?R)/", 1, "a regular expression has no other groups than ( ) and (?: )");
  check("/(?=a)b/", 1, "a regular expression has no other groups than ( ) and (?: )");
  check("/(*ACCEPT)/", 1, "a verb is not taken in a regular expression");
  check("/\\Ca/", 1, "this escape is not taken in a regular expression");
  check("/(a/", 1, "no regular expression: missing closing parenthesis");
}

static void knows_what_may_be_captured(void **state) {
  (void)state;
  check("level:a", 1, "\"level\" is one of a list of values: fill it with <field>");
  check("a:a b:a c:a d:a e:a f:a g:a h:a i:a j:a k:a l:a m:a n:a o:a p:a q:a", 65,
        "a rule may have 16 captures at most");
  check_parts(frame, "<match>a</match><unless where='after'>x:b</unless>", 3, 39,
              "nothing is captured here: \"x:\" belongs into <match>");
  check_parts(frame, "<match>a</match><slot name='payer'>x:b</slot>", 3, 36,
              "a slot captures \"hit:\" and nothing else");
}

static void checks_slots_and_values(void **state) {
  (void)state;
  check_parts(frame, "<match>a</match><slot name='payr'>hit:b</slot>", 3, 29,
              "the frame F has no slot \"payr\"; did you mean payer?");
  check_parts(frame, "<match>a</match><slot name='level'>hit:b</slot>", 3, 29,
              "\"level\" is one of a list of values: fill it with <field>");
  check_parts(frame, "<match>a</match><field name='payer'><value is='x'>b</value></field>", 3, 30,
              "\"payer\" has no list of values: fill it with <slot>");
  check_parts(frame, "<match>a</match><field name='level'><value is='sol'>b</value></field>", 3, 48,
              "\"sol\" is no value of \"level\"; did you mean sole?");
  check_parts(frame,
              "<match>a</match><field name='level' default='x'><value is='sole'>b</value></field>",
              3, 46, "\"x\" is no value of \"level\"");
  check_parts(frame, "<match>a</match><message>{paye} pays.</message>", 3, 26,
              "the message names {paye}, which is no slot or capture");
  check_parts("", "<match>a</match><slot name='payer'>hit:b</slot>", 3, 29,
              "this rule emits no frame, so it has no slots");
}

static void checks_examples(void **state) {
  (void)state;
  check_parts(frame, "<match>a</match><examples><fire>a <s n='paye'>b</s></fire></examples>", 3, 41,
              "\"paye\" is no slot or capture of this rule");
  check_parts(frame, "<match>a</match><examples><fire lvl='sole'>a</fire></examples>", 3, 38,
              "\"lvl\" is no slot of this rule");
}

static void checks_declarations(void **state) {
  (void)state;
  check_parts("<frame id='F'/><frame id='F'/>", "<match>a</match>", 2, 27,
              "there is a frame of that name already");
  check_parts("<frame id='F'><has name='a' type='Text'/><has name='a' type='Text'/></frame>",
              "<match>a</match>", 2, 53, "this frame has a slot of that name already");
  check_parts("<frame id='F'><has name='A-b' type='Text'/></frame>", "<match>a</match>", 2, 26,
              "the name of a slot is small letters, digits and _");
  check_parts("<frame id='F'><has name='a' type='Enum'/></frame>", "<match>a</match>", 2, 35,
              "values belong to the types Enum, which needs them, Term, Party, Rate and Frequency");
  check_parts("<lexicon id='a'>b</lexicon><lexicon id='a'>b</lexicon>", "<match>a</match>", 2, 41,
              "there is a lexicon %a already");
  check_parts("<lexicon id='a'> </lexicon>", "<match>a</match>", 2, 14,
              "this lexicon has no entries");
  check_parts("<lexicon id='a'>b | (c)</lexicon>", "<match>a</match>", 2, 21,
              "an entry of a lexicon is words, quoted text or a %lexicon");
  check_parts("<macro id='a'>b</macro><macro id='a'>b</macro>", "<match>a</match>", 2, 35,
              "there is a macro $a already");
  check_parts("<macro id='a' arg='x'>b</macro>", "<match>a</match>", 2, 20,
              "this macro does not use its argument");
  check_parts("<macro id='a'>$a</macro>", "<match>a</match>", 2, 15,
              "unknown macro $a; it has to stand before this");
  check_parts("<macro id='m' arg='x'>$x a</macro>", "<match>$m</match>", 3, 8,
              "this macro takes an argument: $name( )");
  check_parts("<import pack='en.core' version='^1.0'/>", "<match>a</match>", 2, 15,
              "en.core is not loaded before this");
}

static void shows_gaps_of_macros_where_they_are_used(void **state) {
  (void)state;
  check_parts("<macro id='m'>a ...</macro>", "<match>b $m</match>", 3, 10,
              "an expression may not end with a gap: it takes nothing there");
}

static void says_where_xml_is_wrong(void **state) {
  (void)state;
  check_parts("", "<match>a</macth>", 3, 17,
              "Opening and ending tag mismatch: match line 3 and macth");
  check_parts("", "<match>a</match><slots>a</slots>", 3, 17, "Did not expect element slots there");
}

static void shows_the_line_and_a_caret(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_error err = {0};
  assert_null(pv_grammar_load_text(
      "t.xml", pv_test_grammar(arena, "", "  <match>the @Parti</match>"), &err));
  assert_string_equal(err.message, "unknown annotation @Parti; did you mean @Party?\n"
                                   "  <match>the @Parti</match>\n"
                                   "             ^");
  pv_arena_free(arena);
}

// Of a grammar with two mistakes.
static void count(void *context, const pv_error *error) {
  (void)error;
  ++*(int *)context;
}

static void tells_every_error(void **state) {
  (void)state;
  const char *paths[] = {"tests/unit/grammar/two-mistakes.xml"};
  int errors = 0;
  assert_null(pv_grammar_load_verbose(paths, 1, count, &errors));
  assert_int_equal(errors, 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(points_into_the_expression),
      cmocka_unit_test(refuses_repetitions_that_mean_nothing),
      cmocka_unit_test(refuses_what_matches_nothing_or_anywhere),
      cmocka_unit_test(limits_lookarounds),
      cmocka_unit_test(keeps_sets_to_one_token),
      cmocka_unit_test(suggests_names),
      cmocka_unit_test(takes_only_harmless_regular_expressions),
      cmocka_unit_test(knows_what_may_be_captured),
      cmocka_unit_test(checks_slots_and_values),
      cmocka_unit_test(checks_examples),
      cmocka_unit_test(checks_declarations),
      cmocka_unit_test(shows_gaps_of_macros_where_they_are_used),
      cmocka_unit_test(says_where_xml_is_wrong),
      cmocka_unit_test(shows_the_line_and_a_caret),
      cmocka_unit_test(tells_every_error),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
