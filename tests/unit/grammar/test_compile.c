#include "support/grammar_text.h"
#include "support/pvtest.h"

static const char declarations[] =
    "<lexicon id='sales'>net sales | gross sales | sales | net revenue from sales</lexicon>"
    "<lexicon id='appoint' fold='stem'>appoint | hold out</lexicon>"
    "<lexicon id='role' fold='exact'>Agent | Buyer</lexicon>"
    "<macro id='list' arg='x'>$x (',' $x)*</macro>"
    "<macro id='held'>whole:held</macro>"
    "<frame id='F'><has name='grantor' type='Party'/></frame>";

// The program of the expression, instructions joined with "; ".
static void check(const char *expression, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  pv_error err = {0};
  pv_str match = pv_str_printf(arena, "<match>%s</match>", expression);
  pv_grammar *grammar =
      pv_grammar_load_text("t.xml", pv_test_grammar(arena, declarations, match.data), &err);
  if (!grammar) fail_msg("%s: %s", expression, err.message);
  const pv_rule *rule = &grammar->rules[0];
  pv_str printed =
      pv_program_print(arena, grammar, &rule->matches[0], rule->captures, rule->capture_count);
  char got[4096];
  size_t size = 0;
  for (size_t i = 0; i < printed.size && size + 3 < sizeof got; i++) {
    if (printed.data[i] == ' ' && (size == 0 || got[size - 1] == ' ')) continue;
    if (printed.data[i] == '\n' && i + 1 < printed.size) got[size++] = ';';
    got[size++] = printed.data[i] == '\n' ? ' ' : printed.data[i];
  }
  got[size - 1] = '\0';
  assert_string_equal(got, expected);
  pv_grammar_free(grammar);
  pv_arena_free(arena);
}

static void takes_words_as_they_are_folded(void **state) {
  (void)state;
  check("shall", "0 token [shall]; 1 match");
  check("Shall GRANT", "0 token [shall]; 1 token [grant]; 2 match");
  check("'net of'", "0 token [net]; 1 token [of]; 2 match");
  check("','", "0 token [,]; 1 match");
  check("'''s'", "0 token ['s]; 1 match");
  check("licensor's", "0 token [licensor]; 1 token ['s]; 2 match");
  check("\"Net Sales\"", "0 token \"Net\"; 1 token \"Sales\"; 2 match");
  check("~grant", "0 token [grant grants granted granting]; 1 match");
}

static void finds_a_hyphen_a_blank_or_neither(void **state) {
  (void)state;
  check("non-exclusive",
        "0 split 1 5; 1 token [non]; 2 token [-]; 3 token [exclusive]; 4 jump 10; 5 split 6 9; "
        "6 token [non]; 7 token [exclusive]; 8 jump 10; 9 token [nonexclusive]; 10 match");
  check("'non-exclusive'", "0 token [non]; 1 token [-]; 2 token [exclusive]; 3 match");
}

// Under each instruction the sign of the expression that it comes from.
static void check_places(const char *expression, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  pv_error err = {0};
  pv_str match = pv_str_printf(arena, "<match>\n %s </match>", expression);
  pv_grammar *grammar =
      pv_grammar_load_text("t.xml", pv_test_grammar(arena, declarations, match.data), &err);
  if (!grammar) fail_msg("%s: %s", expression, err.message);
  const pv_program *program = &grammar->rules[0].matches[0];
  char got[256] = "";
  for (uint32_t i = 0; i + 1 < program->count; i++) {
    assert_true(program->where[i] < program->source.size);
    got[i] = program->source.data[program->where[i]];
  }
  assert_string_equal(got, expected);
  pv_grammar_free(grammar);
  pv_arena_free(arena);
}

static void knows_where_instructions_come_from(void **state) {
  (void)state;
  check_places("a b", "ab");
  check_places("x ...4![y] z", "x.z");
  check_places("a (b | c){2}", "a||");
  check_places("a (b c | d)", "abbcbd");
  check_places("grantor:@Number a", "g@ga");
  check_places("a !ahead(b) %appoint b", "a!%%%%%b");
  check_places("a $list(b) c", "a$$$$$c");
}

static void repeats(void **state) {
  (void)state;
  check("a? the", "0 split 1 2; 1 token [a]; 2 token [the]; 3 match");
  check("a* the", "0 split 1 3; 1 token [a]; 2 jump 0; 3 token [the]; 4 match");
  check("a+", "0 token [a]; 1 split 0 2; 2 match");
  check("a{2}", "0 token [a]; 1 token [a]; 2 match");
  check("a{1,3}", "0 token [a]; 1 split 2 5; 2 token [a]; 3 split 4 5; 4 token [a]; 5 match");
  check("(a the)+", "0 token [a]; 1 token [the]; 2 split 0 3; 3 match");
}

static void chooses_in_the_written_order(void **state) {
  (void)state;
  check("a | the any | to",
        "0 split 1 3; 1 token [a]; 2 jump 8; 3 split 4 7; 4 token [the]; 5 token [any]; "
        "6 jump 8; 7 token [to]; 8 match");
}

static void tests_single_tokens_that_stand_side_by_side_at_once(void **state) {
  (void)state;
  check("a | the | to any | to | held | a",
        "0 split 1 3; 1 token [a the]; 2 jump 8; 3 split 4 7; 4 token [to]; 5 token [any]; "
        "6 jump 8; 7 token [a to held]; 8 match");
  check("(a | the){2}", "0 token [a the]; 1 token [a the]; 2 match");
}

static void counts_gaps_and_stops_them(void **state) {
  (void)state;
  check("a ... the", "0 token [a]; 1 gap 8; 2 token [the]; 3 match");
  check("a ...12 the", "0 token [a]; 1 gap 12; 2 token [the]; 3 match");
  check("a ...12![';'] the", "0 token [a]; 1 gap 12 up to [;]; 2 token [the]; 3 match");
  check("a ...15 ?ahead(the)",
        "0 token [a]; 1 gap 15; 2 look ahead; 0 token [the]; 1 match; 3 match");
}

static void turns_bodies_that_look_behind_around(void **state) {
  (void)state;
  check("?behind(to the) a",
        "0 look behind; 0 token [the]; 1 token [to]; 2 match; 1 token [a]; 2 match");
  check("!ahead(the) .", "0 look not ahead; 0 token [the]; 1 match; 1 token .; 2 match");
}

static void tests_one_token_with_a_set(void **state) {
  (void)state;
  check("[a | the]", "0 token [a the]; 1 match");
  check("[a or ~be]", "0 token [a is are was were be been being and 1 more]; 1 match");
  check("[#cap and not the]", "0 token (not [the] and #capital|upper|mixed); 1 match");
  check("[not ';']", "0 token not [;]; 1 match");
  check("[not (a | the)]", "0 token not [a the]; 1 match");
  check("[and | or | not]", "0 token [and or not]; 1 match");
  check("[\"Field\" | field]", "0 token ([field] or \"Field\"); 1 match");
  check("[%role]", "0 token ([agent buyer] and (\"Agent\" or \"Buyer\")); 1 match");
  check("[#number | #redacted]", "0 token #number|redaction; 1 match");
  check("/[a-z]+(ing|ed)/", "0 token /[a-z]+(ing|ed)/; 1 match");
  check("#quote", "0 token [\" ']; 1 match");
}

static void shares_the_first_words_of_a_lexicon(void **state) {
  (void)state;
  check("%sales",
        "0 split 1 9; 1 token [net]; 2 split 3 7; 3 token [revenue]; 4 token [from]; "
        "5 token [sales]; 6 jump 8; 7 token [sales]; 8 jump 14; 9 split 10 13; 10 token [gross]; "
        "11 token [sales]; 12 jump 14; 13 token [sales]; 14 match");
  check("%appoint", "0 split 1 4; 1 token [hold holds held holding holdings]; 2 token [out outs "
                    "outed outing]; 3 jump 5; 4 token [appoint appoints appointed appointing]; "
                    "5 match");
}

static void captures_and_expands_macros(void **state) {
  (void)state;
  check("grantor:@Party to",
        "0 open grantor; 1 annotation @Party; 2 close grantor; 3 token [to]; 4 match");
  check("a x:the?", "0 token [a]; 1 split 2 5; 2 open x; 3 token [the]; 4 close x; 5 match");
  check("x:a{1,2}", "0 open x; 1 token [a]; 2 split 3 4; 3 token [a]; 4 close x; 5 match");
  check("$list(a | the)",
        "0 token [a the]; 1 split 2 5; 2 token [,]; 3 token [a the]; 4 jump 1; 5 match");
  check("$held", "0 open whole; 1 token [held]; 2 close whole; 3 match");
  check("#money | #bos a #eos", "0 split 1 3; 1 annotation @Money; 2 jump 6; 3 start; "
                                "4 token [a]; 5 end; 6 match");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(takes_words_as_they_are_folded),
      cmocka_unit_test(finds_a_hyphen_a_blank_or_neither),
      cmocka_unit_test(knows_where_instructions_come_from),
      cmocka_unit_test(repeats),
      cmocka_unit_test(chooses_in_the_written_order),
      cmocka_unit_test(tests_single_tokens_that_stand_side_by_side_at_once),
      cmocka_unit_test(counts_gaps_and_stops_them),
      cmocka_unit_test(turns_bodies_that_look_behind_around),
      cmocka_unit_test(tests_one_token_with_a_set),
      cmocka_unit_test(shares_the_first_words_of_a_lexicon),
      cmocka_unit_test(captures_and_expands_macros),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
