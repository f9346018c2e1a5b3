#include "base/str.h"
#include "support/pvtest.h"
#include "text/token.h"

enum { SIZE = 1024 };

typedef struct {
  pv_arena *arena;
  pv_vocabulary *vocabulary;
} fixture;

static fixture make(void) {
  pv_arena *arena = pv_arena_new(0);
  return (fixture){arena, pv_vocabulary_new(arena)};
}

static pv_tokens tokenize(fixture f, const char *text) {
  return pv_tokenize(f.arena, pv_str_from(text), f.vocabulary, (pv_spans){0});
}

// The tokens of `text` joined with '|'.
static void check(const char *text, const char *expected) {
  fixture f = make();
  pv_tokens tokens = tokenize(f, text);
  char got[SIZE] = "";
  size_t used = 0;
  for (size_t i = 0; i < tokens.count; i++)
    used += (size_t)snprintf(
        got + used, sizeof got - used, "%s" PV_STR_FMT, i ? "|" : "",
        PV_STR_ARG(pv_str_slice(pv_str_from(text), pv_token_span(&tokens.items[i]))));
  assert_string_equal(got, expected);
  pv_arena_free(f.arena);
}

// Kind and case of the only token of `text`.
static void check_kind(const char *text, pv_token_kind kind, pv_token_case letters) {
  fixture f = make();
  pv_tokens tokens = tokenize(f, text);
  assert_int_equal(tokens.count, 1);
  assert_int_equal(tokens.items[0].end - tokens.items[0].start, strlen(text));
  assert_string_equal(pv_token_kind_name(tokens.items[0].kind), pv_token_kind_name(kind));
  assert_string_equal(pv_token_case_name(tokens.items[0].letters), pv_token_case_name(letters));
  pv_arena_free(f.arena);
}

// The folded form of the first token of `text`, which is a word that the vocabulary gets.
static void check_fold(const char *text, const char *expected) {
  fixture f = make();
  uint32_t id = pv_vocabulary_add(f.vocabulary, pv_str_from(expected));
  pv_tokens tokens = tokenize(f, text);
  char folded[SIZE];
  size_t size = pv_token_fold(pv_str_from(text), &tokens.items[0], folded, sizeof folded - 1);
  folded[size] = '\0';
  assert_string_equal(folded, expected);
  assert_int_equal(tokens.items[0].word, id);
  pv_arena_free(f.arena);
}

static void splits_words_and_marks(void **state) {
  (void)state;
  check("", "");
  check(" \t\r\n", "");
  check("Licensee shall pay.", "Licensee|shall|pay|.");
  check("a non-exclusive, and/or non- exclusive right",
        "a|non|-|exclusive|,|and|/|or|non|-|exclusive|right");
  check("(a) \"Net Sales\": [x] {y}", "(|a|)|\"|Net|Sales|\"|:|[|x|]|{|y|}");
  check("confidentiality sublicensees' noncommercialization.",
        "confidentiality|sublicensees|'|noncommercialization|.");
  check("see www.example.com", "see|www|.|example|.|com");
}

static void splits_possessives_off(void **state) {
  (void)state;
  check("the party's right", "the|party|'s|right");
  check("the party\u2019s right", "the|party|\u2019s|right");
  check("PARTY'S", "PARTY|'S");
  check("the parties' right", "the|parties|'|right");
  check("O'Neil's don't", "O'Neil|'s|don't");
  check("the 'Services' and 's", "the|'|Services|'|and|'|s");
}

static void keeps_numbers_whole(void **state) {
  (void)state;
  check("$1,000.50, 30, 31.", "$|1,000.50|,|30|,|31|.");
  check("2.1 2.1.3 2.1(a) 2.1Term.", "2.1|2.1.3|2.1|(|a|)|2.1|Term|.");
  check("1,23 12,345,678.", "1|,|23|12,345,678|.");
  check("is .5% a.5", "is|.5|%|a|.|5");
  check("1st 2nd 3RD 30th 4thx", "1st|2nd|3RD|30th|4thx");
  check("12-month 3/31/2019", "12|-|month|3|/|31|/|2019");
  check("3M 10b5 2TheMart", "3M|10b5|2TheMart");
}

static void keeps_dotted_abbreviations_whole(void **state) {
  (void)state;
  check("the U.S. market", "the|U.S.|market");
  check("i.e., e.g. L.P.", "i.e.|,|e.g.|L.P.");
  check("U.S dollars", "U.S|dollars");
  check("Exhibit A. Section 4.a.i", "Exhibit|A|.|Section|4|.|a|.|i");
  check("a.bc", "a|.|bc");
}

static void takes_redactions_as_one(void **state) {
  (void)state;
  check("pay [***] percent", "pay|[***]|percent");
  check("[*] [**] [ * ] [* * *]", "[*]|[**]|[ * ]|[* * *]");
  check("[\u25cf] [...] [____] [...***...]", "[\u25cf]|[...]|[____]|[...***...]");
  check("*** ***** x * * *", "***|*****|x|* * *");
  check("___ ______ __", "___|______|_|_");
  check("XXXX XXX XXXXXXXXXXXX", "XXXX|XXX|XXXXXXXXXXXX");
  check("[Reserved] [a*] [ ]", "[|Reserved|]|[|a|*|]|[|]");
  check("[TBD] [ redacted ] [XX] [ ]% [omit]", "[TBD]|[ redacted ]|[XX]|[ ]|%|[|omit|]");
  check("XX% $XXX **%", "XX|%|$|XXX|**|%");
  check("**Territory** * item", "*|*|Territory|*|*|*|item");
}

static void tells_kinds_and_cases(void **state) {
  (void)state;
  check_kind("licensee", PV_TOKEN_WORD, PV_CASE_LOWER);
  check_kind("Licensee", PV_TOKEN_WORD, PV_CASE_CAPITAL);
  check_kind("A", PV_TOKEN_WORD, PV_CASE_CAPITAL);
  check_kind("LICENSEE", PV_TOKEN_WORD, PV_CASE_UPPER);
  check_kind("CONFIDENTIAL", PV_TOKEN_WORD, PV_CASE_UPPER);
  check_kind("CONFIDENTIALity", PV_TOKEN_WORD, PV_CASE_MIXED);
  check_kind("Confidential", PV_TOKEN_WORD, PV_CASE_CAPITAL);
  check_kind("iPhone", PV_TOKEN_WORD, PV_CASE_MIXED);
  check_kind("A1", PV_TOKEN_WORD, PV_CASE_MIXED);
  check_kind("\u00c9tat", PV_TOKEN_WORD, PV_CASE_CAPITAL);
  check_kind("\u6df1\u5733", PV_TOKEN_WORD, PV_CASE_NONE);
  check_kind("30th", PV_TOKEN_NUMBER, PV_CASE_NONE);
  check_kind("%", PV_TOKEN_SYMBOL, PV_CASE_NONE);
  check_kind("\u00a7", PV_TOKEN_SYMBOL, PV_CASE_NONE);
  check_kind("\u2014", PV_TOKEN_PUNCT, PV_CASE_NONE);
  check_kind("XXXXX", PV_TOKEN_REDACTION, PV_CASE_NONE);
}

static void folds_words(void **state) {
  (void)state;
  check_fold("LICENSEE", "licensee");
  check_fold("O\u2019NEIL", "o'neil");
  check_fold("tr\u00e8s", "tr\u00e8s");
  check_fold("CAF\u00c9", "caf\u00e9");
  check_fold("cafe\u0301", "caf\u00e9");
  check_fold("\ufb01le", "file");
  check_fold("li\u00adcen\u200bsee", "licensee");
  check_fold("\u201c", "\"");
  check_fold("\u2013", "-");
  check_fold("U.S.", "u.s.");
  check_fold("MULTIJURISDICTIONALITY", "multijurisdictionality");
}

static void finds_the_possessive_in_the_vocabulary(void **state) {
  (void)state;
  fixture f = make();
  uint32_t id = pv_vocabulary_add(f.vocabulary, PV_STR("'s"));
  pv_tokens straight = tokenize(f, "party's"), curly = tokenize(f, "PARTY\u2019S");
  assert_int_equal(straight.items[1].word, id);
  assert_int_equal(curly.items[1].word, id);
  pv_arena_free(f.arena);
}

static void gives_unknown_words_their_shape(void **state) {
  (void)state;
  fixture f = make();
  static const uint32_t shapes[] = {PV_SHAPE_LOWER, PV_SHAPE_CAPITAL,   PV_SHAPE_UPPER,
                                    PV_SHAPE_MIXED, PV_SHAPE_NUMBER,    PV_SHAPE_SYMBOL,
                                    PV_SHAPE_PUNCT, PV_SHAPE_REDACTION, PV_SHAPE_LOWER};
  pv_tokens tokens = tokenize(f, "widget Widget WIDGETWIDGET wIdget 31 \u2122 \u2026 [*] \u6df1");
  assert_int_equal(tokens.count, sizeof shapes / sizeof *shapes);
  for (size_t i = 0; i < tokens.count; i++) assert_int_equal(tokens.items[i].word, shapes[i]);
  pv_arena_free(f.arena);
}

static void sees_lines_and_paragraphs(void **state) {
  (void)state;
  fixture f = make();
  pv_tokens t = tokenize(f, "a(b\nc \n \t\n d\u00a0e");
  assert_int_equal(t.count, 6);
  assert_int_equal(t.items[0].flags, PV_TOKEN_LINE | PV_TOKEN_PARAGRAPH);
  assert_int_equal(t.items[1].flags, 0);
  assert_int_equal(t.items[3].flags, PV_TOKEN_SPACE | PV_TOKEN_LINE);
  assert_int_equal(t.items[4].flags, PV_TOKEN_SPACE | PV_TOKEN_LINE | PV_TOKEN_PARAGRAPH);
  assert_int_equal(t.items[5].flags, PV_TOKEN_SPACE);
  pv_arena_free(f.arena);
}

static void leaves_out_what_it_is_told_to(void **state) {
  (void)state;
  fixture f = make();
  pv_span out[] = {{5, 11}};
  pv_tokens t =
      pv_tokenize(f.arena, PV_STR("this\nPage 3\nright"), f.vocabulary, (pv_spans){out, 1});
  assert_int_equal(t.count, 2);
  assert_int_equal(t.items[1].start, 12);
  assert_true(t.items[1].flags & PV_TOKEN_BREAK);
  assert_true(t.items[1].flags & PV_TOKEN_LINE);
  pv_arena_free(f.arena);
}

static void survives_bytes_that_are_not_utf8(void **state) {
  (void)state;
  check("a\xff.", "a|\xff|.");
  check("a\xe2\x80", "a|\xe2|\x80");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(splits_words_and_marks),
      cmocka_unit_test(splits_possessives_off),
      cmocka_unit_test(keeps_numbers_whole),
      cmocka_unit_test(keeps_dotted_abbreviations_whole),
      cmocka_unit_test(takes_redactions_as_one),
      cmocka_unit_test(tells_kinds_and_cases),
      cmocka_unit_test(folds_words),
      cmocka_unit_test(finds_the_possessive_in_the_vocabulary),
      cmocka_unit_test(gives_unknown_words_their_shape),
      cmocka_unit_test(sees_lines_and_paragraphs),
      cmocka_unit_test(leaves_out_what_it_is_told_to),
      cmocka_unit_test(survives_bytes_that_are_not_utf8),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
