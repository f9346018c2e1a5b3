// Sentences as they are read: one a line, its lead in braces, with its flags before it (H heading,
// I item, F foreign, B broken, T table) and behind them the number of its stem.
#include "base/str.h"
#include "support/pvtest.h"
#include "text/text.h"

enum { SIZE = 8192 };

typedef struct {
  char text[SIZE];
  size_t used;
} output;

static void put(output *out, char c) {
  if (out->used < SIZE - 1) out->text[out->used++] = c;
}

// Runs of white space become one blank.
static void put_text(output *out, pv_str text) {
  bool blank = false;
  for (size_t i = 0; i < text.size; i++) {
    char c = text.data[i];
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      blank = true;
      continue;
    }
    if (blank) put(out, ' ');
    blank = false;
    put(out, c);
  }
}

static void put_flags(output *out, const pv_sentence *s) {
  static const char letters[] = "HICFBT";
  size_t before = out->used;
  for (size_t i = 0; i < 6; i++)
    if (s->flags & 1u << i) put(out, letters[i]);
  char stem[16];
  snprintf(stem, sizeof stem, "%u", s->stem);
  if (s->stem != PV_NO_SENTENCE) put_text(out, pv_str_from(stem));
  if (out->used > before) put(out, ' ');
}

static void put_sentence(output *out, const pv_text *text, const pv_sentence *s) {
  put_flags(out, s);
  if (s->lead < s->first) {
    put(out, '{');
    put_text(out, pv_str_slice(text->bytes, pv_text_span(text, s->lead, s->first)));
    put(out, '}');
    put(out, ' ');
  }
  put_text(out, pv_str_slice(text->bytes, pv_text_span(text, s->first, s->end)));
  put(out, '\n');
}

static void check(const char *bytes, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  pv_diagnostics diagnostics = {.arena = arena};
  const pv_text *text =
      pv_text_read(arena, pv_str_from(bytes), pv_vocabulary_new(arena), &diagnostics);
  output out = {0};
  for (size_t i = 0; i < text->sentences.count; i++)
    put_sentence(&out, text, &text->sentences.items[i]);
  out.text[out.used] = '\0';
  assert_string_equal(out.text, expected);
  pv_arena_free(arena);
}

static void ends_at_marks(void **state) {
  (void)state;
  check("", "");
  check("It pays. It ships.", "It pays.\nIt ships.\n");
  check("Is it paid? Yes! \"It is.\" The end.", "Is it paid?\nYes!\n\"It is.\"\nThe end.\n");
  check("It is so (see above.) The next", "It is so (see above.)\nThe next\n");
  check("as described herein.The parties agree.", "as described herein.\nThe parties agree.\n");
  check("It costs $5.00 per unit. 3M pays.", "It costs $5.00 per unit.\n3M pays.\n");
}

static void goes_on_behind_abbreviations(void **state) {
  (void)state;
  check("Meridia Labs, Inc. and Halden Corp. agree.",
        "Meridia Labs, Inc. and Halden Corp. agree.\n");
  check("It was sold to Meridia, Inc. The price is due.",
        "It was sold to Meridia, Inc.\nThe price is due.\n");
  check("Meridia Labs, Inc. Attention: Counsel", "Meridia Labs, Inc. Attention: Counsel\n");
  check("\"A\" is Halden, Inc. (b) \"B\" is it.", "\"A\" is Halden, Inc.\nI {(b)} \"B\" is it.\n");
  check("See Patent No. 5 and Sec. 7 of it.", "See Patent No. 5 and Sec. 7 of it.\n");
  check("Mr. John G. Finley signs.", "Mr. John G. Finley signs.\n");
  check("It binds Party A. Party B is free.", "It binds Party A.\nParty B is free.\n");
  check("sold in the U.S. market, i.e. Texas.", "sold in the U.S. market, i.e. Texas.\n");
  check("sold only in the U.S. The rest is free.", "sold only in the U.S.\nThe rest is free.\n");
  check("by 5 p.m. Eastern time.", "by 5 p.m. Eastern time.\n");
  check("See Exhibit A. The fee is due.", "See Exhibit A.\nThe fee is due.\n");
}

static void keeps_references_whole(void **state) {
  (void)state;
  check("Under Section 2.1 and Section 2.1(a) it pays.",
        "Under Section 2.1 and Section 2.1(a) it pays.\n");
  check("It may (a) sell; (b) lease; and (c) use it.",
        "It may (a) sell; (b) lease; and (c) use it.\n");
  check("It is subject to\nSection 4.2 of this Agreement.",
        "It is subject to Section 4.2 of this Agreement.\n");
  check("as set out in Section\n4.2 below.", "as set out in Section 4.2 below.\n");
  check("under clauses (a) and\n(b) above", "under clauses (a) and (b) above\n");
}

static void reads_over_soft_wraps(void **state) {
  (void)state;
  check("The Licensee shall pay\nthe fee to\nMeridia.",
        "The Licensee shall pay the fee to Meridia.\n");
  check("The fee is due.\nIt is final.", "The fee is due.\nIt is final.\n");
  check("a non-\nexclusive right\r\nto sell", "a non- exclusive right to sell\n");
}

static void reads_over_pages(void **state) {
  (void)state;
  check("The Licensee may sell\n\n\n\n\nin the Territory.",
        "The Licensee may sell in the Territory.\n");
  check("The Licensee may sell the Products of\n\n  - 12 -\n\n\n\nMeridia in the Territory.",
        "B The Licensee may sell the Products of - 12 - Meridia in the Territory.\n");
  check("grants the\n\nSource: HALDEN CORP, 10-K, 3/31/2019\n\n\n\n\nright to sell.",
        "B grants the Source: HALDEN CORP, 10-K, 3/31/2019 right to sell.\n");
  check("It pays.\n\nPage 3 of 20\n\nIt ships.", "It pays.\nIt ships.\n");
}

static void divides_paragraphs(void **state) {
  (void)state;
  check("The first part\n\nThe second part", "The first part\nThe second part\n");
  check("WHEREAS, it sells; and\n\nWHEREAS, it buys; WHEREAS, it rents.",
        "WHEREAS, it sells; and\nWHEREAS, it buys;\nWHEREAS, it rents.\n");
}

static void cuts_leads_off(void **state) {
  (void)state;
  check("2.1 Grant of License. Meridia grants a license.",
        "{2.1 Grant of License.} Meridia grants a license.\n");
  check("2.1Term. This Agreement starts now.", "{2.1Term.} This Agreement starts now.\n");
  check("(a) It pays.", "I {(a)} It pays.\n");
  check("Section 3. Fees. The fee is due.", "{Section 3. Fees.} The fee is due.\n");
  check("1.1.1 The fee is due.", "{1.1.1} The fee is due.\n");
  check("2. License Grant - Meridia grants it.", "{2. License Grant -} Meridia grants it.\n");
  check("TERM: The term is a year.", "{TERM:} The term is a year.\n");
  check("Term of license. It lasts.", "Term of license.\nIt lasts.\n");
  check("4. Term of license. It lasts.", "{4. Term of license.} It lasts.\n");
  check("3. DUTIES 3.1 Promotion. It sells.", "{3. DUTIES 3.1 Promotion.} It sells.\n");
  check("1. Grant. (a) Scope. It grants a license.",
        "I {1. Grant. (a) Scope.} It grants a license.\n");
  check("It sells. 2. Client may cancel. 3. It ends.",
        "It sells.\n{2.} Client may cancel.\n{3.} It ends.\n");
  check("1.1\n\n\"Batch\" means a lot.", "{1.1} \"Batch\" means a lot.\n");
  check("Sole use shall end. It is over.", "Sole use shall end.\nIt is over.\n");
}

static void knows_headings(void **state) {
  (void)state;
  check("ARTICLE IV\n\nGRANT OF LICENSE\n\nMeridia grants it.",
        "H ARTICLE IV\nH GRANT OF LICENSE\nMeridia grants it.\n");
  check("ARTICLE IV\nGRANT OF LICENSE\nMeridia grants it.",
        "H ARTICLE IV\nH GRANT OF LICENSE\nMeridia grants it.\n");
  check("2.1 Grant of License\n\nMeridia grants it.",
        "H 2.1 Grant of License\nMeridia grants it.\n");
  check("Governing Law\n\nThe law of Ohio governs.", "H Governing Law\nThe law of Ohio governs.\n");
  check("# Supply of goods\nMeridia sells.\n\n## 2. Term\nIt ends.",
        "H # Supply of goods\nMeridia sells.\nH ## 2. Term\nIt ends.\n");
  check("THE GOODS ARE SOLD\nAS THEY ARE.", "THE GOODS ARE SOLD AS THEY ARE.\n");
}

static void gives_items_their_stem(void **state) {
  (void)state;
  check(
      "Halden shall:\n\n(a) sell it;\n\n(b) ship it; and\n\n(c) bill it.\n\nIt may end.",
      "Halden shall:\nI0 {(a)} sell it;\nI0 {(b)} ship it; and\nI0 {(c)} bill it.\nIt may end.\n");
  check("Halden shall:\n(a) sell it;\n(b) ship it.",
        "Halden shall:\nI0 {(a)} sell it;\nI0 {(b)} ship it.\n");
  check("It may\n\n(a) sell\n\n    (i) goods;\n\n    (ii) parts;\n\n(b) rent.",
        "It may\nI0 {(a)} sell\nI1 {(i)} goods;\nI1 {(ii)} parts;\nI0 {(b)} rent.\n");
  check("It gets the following:\n\n\u2022 a fee;\n\n\u2022 a share.",
        "It gets the following:\nI0 {\u2022} a fee;\nI0 {\u2022} a share.\n");
  check("It shall: (a) sell it;\n\n(b) ship it.", "It shall: (a) sell it;\nI0 {(b)} ship it.\n");
  check("The parties agree as follows:\n\n1. Grant. It grants it.",
        "The parties agree as follows:\n{1. Grant.} It grants it.\n");
  check("It pays.\n\n(a) It ships.", "It pays.\nI {(a)} It ships.\n");
}

static void leaves_furniture_out(void **state) {
  (void)state;
  check("TABLE OF CONTENTS\n\n1. Grant 3\n\n2. Term 4\n\n1. Grant. It grants.",
        "{1. Grant.} It grants.\n");
  check("Grant ......... 3\nTerm .......... 4\nIt grants.", "It grants.\n");
  check("Signed: ____________ by it\n-------------\n", "{Signed:} ____________ by it\n");
}

static void flags_other_languages(void **state) {
  (void)state;
  check(
      "Die Lizenz ist nicht exklusiv und wird von der Gesellschaft mit dem Recht zur Nutzung durch "
      "Dritte auf die Dauer des Vertrags erteilt.\n\nThe license is not exclusive.",
      "F Die Lizenz ist nicht exklusiv und wird von der Gesellschaft mit dem Recht zur Nutzung "
      "durch "
      "Dritte auf die Dauer des Vertrags erteilt.\nThe license is not exclusive.\n");
  check("\u6df1\u5733\u5e02\u516c\u53f8", "F \u6df1\u5733\u5e02\u516c\u53f8\n");
  check("Los Angeles, Las Vegas, El Paso, La Jolla, Des Moines, Los Alamos, Las Cruces, El Cajon, "
        "Los "
        "Gatos, La Mesa",
        "Los Angeles, Las Vegas, El Paso, La Jolla, Des Moines, Los Alamos, Las Cruces, El Cajon, "
        "Los "
        "Gatos, La Mesa\n");
}

static void cuts_overlong_sentences(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_diagnostics diagnostics = {.arena = arena};
  enum { WORDS = 5000 };
  char *bytes = pv_arena_alloc(arena, WORDS * 3);
  for (size_t i = 0; i < WORDS; i++) memcpy(bytes + i * 3, i % 100 == 99 ? "a, " : "ab ", 3);
  const pv_text *text =
      pv_text_read(arena, (pv_str){bytes, WORDS * 3}, pv_vocabulary_new(arena), &diagnostics);
  assert_int_equal(diagnostics.count, 1);
  assert_int_equal(diagnostics.items[0].id, PV_DIAGNOSTIC_SENTENCE_LIMIT);
  assert_true(text->sentences.count >= 3);
  for (size_t i = 0; i < text->sentences.count; i++) {
    const pv_sentence *s = &text->sentences.items[i];
    assert_true(s->end - s->lead <= 2048);
    assert_int_equal(bytes[text->tokens.items[s->end - 1].start], ',');
  }
  pv_arena_free(arena);
}

static void takes_short_sentences_for_text(void **state) {
  (void)state;
  check("1.1 Nothing binds Trader.\n1.2 Maker appoints Trader.",
        "{1.1} Nothing binds Trader.\n{1.2} Maker appoints Trader.\n");
  check("Nothing binds Trader. It is free.", "Nothing binds Trader.\nIt is free.\n");
  check("1.1 Grant of license.\nIt sells.", "{1.1 Grant of license.} It sells.\n");
  check("1.1 Rights of the Maker and of the Trader.\nIt sells.",
        "H 1.1 Rights of the Maker and of the Trader.\nIt sells.\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ends_at_marks),
      cmocka_unit_test(goes_on_behind_abbreviations),
      cmocka_unit_test(keeps_references_whole),
      cmocka_unit_test(reads_over_soft_wraps),
      cmocka_unit_test(reads_over_pages),
      cmocka_unit_test(divides_paragraphs),
      cmocka_unit_test(cuts_leads_off),
      cmocka_unit_test(knows_headings),
      cmocka_unit_test(gives_items_their_stem),
      cmocka_unit_test(leaves_furniture_out),
      cmocka_unit_test(flags_other_languages),
      cmocka_unit_test(cuts_overlong_sentences),
      cmocka_unit_test(takes_short_sentences_for_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
