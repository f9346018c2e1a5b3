#include "base/str.h"
#include "read/document.h"
#include "support/pvtest.h"

static void check_as(const char *page, pv_revisions revisions, const char *text,
                     const char *message) {
  pv_error err = {0};
  pv_read_options options = {.as = "html", .revisions = revisions};
  pv_document *document = pv_document_from_bytes(pv_str_from(page), "a.html", &options, &err);
  if (!document) fail_msg("%s", err.message);
  pv_arena *arena = pv_arena_new(0);
  assert_string_equal(pv_str_copy(arena, pv_document_text(document)).data, text);
  pv_diagnostics diagnostics = pv_document_diagnostics(document, arena);
  if (message) {
    assert_int_equal(diagnostics.count, 1);
    assert_string_equal(pv_str_copy(arena, diagnostics.items[0].message).data, message);
  } else {
    assert_int_equal(diagnostics.count, 0);
  }
  pv_arena_free(arena);
  pv_document_free(document);
}

static void check(const char *page, const char *text) {
  check_as(page, PV_REVISIONS_ACCEPTED, text, NULL);
}

static void makes_blocks_paragraphs(void **state) {
  (void)state;
  check("<html><head><title>Page</title><style>p {}</style></head><body><h1>TERMS</h1>\n"
        "<p>One\n  line&nbsp;&nbsp; of <b>text</b>.<p>Two<br>lines<div>Three</div></body>",
        "TERMS\n\nOne line of text.\n\nTwo\nlines\n\nThree");
  check("<ul><li>first<li>second</ul><script>var x;</script>", "first\n\nsecond");
}

static void counts_the_items_of_lists(void **state) {
  (void)state;
  check(
      "<ol start=4><li>Grant<li><p>Term</p><p>of it</p><ol type=a><li>one</li><li value=5>two</ol>"
      "<li>Fees</ol><ul><li>bullet</ul>",
      "4.\tGrant\n\n5.\tTerm\n\nof it\n\na.\tone\n\ne.\ttwo\n\n6.\tFees\n\nbullet");
  check(
      "<ol style='list-style-type: upper-roman'><li>Grant</ol><ol style='list-style:none'><li>2.1 x"
      "</ol><li>stray",
      "I.\tGrant\n\n2.1 x\n\nstray");
}

static void puts_the_number_of_a_clause_beside_its_text(void **state) {
  (void)state;
  check("<table><tr><td>2.1</td><td> </td><td>Grant. Maker grants.</td></tr>"
        "<tr><td><p>2.2</p></td><td><p>Term.</p></td></tr></table>After",
        "2.1\tGrant. Maker grants.\n\n2.2\tTerm.\n\nAfter");
}

static void reads_references_to_windows_1252(void **state) {
  (void)state;
  check("<p>&#147;Net&#148; &#150; Maker&#146;s &#8220;share&#8221; &#x95;</p>",
        "“Net” – Maker’s “share” •");
  check_as("<p>Maker\x92s caf\xE9</p> ", PV_REVISIONS_ACCEPTED, "Maker’s café",
           "not UTF-8: read as windows-1252");
}

static void leaves_out_what_is_not_shown(void **state) {
  (void)state;
  check_as("<p>Shown<span style='display : none'>secret</span> too</p>", PV_REVISIONS_ACCEPTED,
           "Shown too", "1 hidden text was left out: “secret”");
  check("<p>Shown<span style=\"visibility:hidden\">&#8203; </span></p>", "Shown");
  check_as("<p hidden>secret</p><p>Shown</p>", PV_REVISIONS_ACCEPTED, "Shown",
           "1 hidden text was left out: “secret”");
}

static void takes_struck_text_for_deleted(void **state) {
  (void)state;
  const char *page = "<p>Maker pays <s>ten</s><ins>twelve</ins> percent.</p>";
  check_as(page, PV_REVISIONS_ACCEPTED, "Maker pays twelve percent.",
           "1 deletion was left out: “ten”");
  check_as(page, PV_REVISIONS_ORIGINAL, "Maker pays ten percent.",
           "1 insertion was left out: “twelve”");
  check_as("<p>for <span style='color:red;text-decoration: line-through red'>two</span> years</p>",
           PV_REVISIONS_ACCEPTED, "for years", "1 deletion was left out: “two”");
}

static void takes_column_marks_of_old_filings_for_no_strike(void **state) {
  (void)state;
  check("<pre><TABLE><CAPTION>Rates\n<S> <C>\nYear  Rate\n1     5%\n<PAGE>\nMore\n</TABLE></pre>",
        "Rates\n       \nYear  Rate\n1     5%\n      \nMore");
}

static void reads_what_is_declared_where_it_is_not_utf8(void **state) {
  (void)state;
  pv_error err = {0};
  const char *page = "<meta charset=iso-8859-2><p>\xB9koda</p>";
  pv_document *document = pv_document_from_bytes(pv_str_from(page), "a.html", NULL, &err);
  assert_non_null(document);
  assert_true(pv_str_equal(pv_document_text(document), PV_STR("škoda")));
  assert_true(pv_str_equal(pv_document_encoding(document), PV_STR("iso-8859-2")));
  pv_document_free(document);
  check("<meta charset=iso-8859-2><p>\xC5\xA1koda</p>", "škoda");
}

static void says_where_text_came_from(void **state) {
  (void)state;
  pv_error err = {0};
  const char *page = "<html><body>\n<p>One</p>\n<table><tr><td>Two</td></tr></table></body></html>";
  pv_document *document = pv_document_from_bytes(pv_str_from(page), "a.html", NULL, &err);
  assert_non_null(document);
  pv_origin one = pv_document_locate(document, 1), two = pv_document_locate(document, 6);
  assert_int_equal(one.kind, PV_ORIGIN_ELEMENT);
  assert_int_equal(one.number, 2);
  assert_true(pv_str_equal(one.name, PV_STR("p")));
  assert_int_equal(two.number, 3);
  assert_true(pv_str_equal(two.name, PV_STR("td")));
  pv_document_free(document);
}

static void says_so_where_there_is_no_text(void **state) {
  (void)state;
  pv_error err = {0};
  assert_null(
      pv_document_from_bytes(PV_STR("<html><img src='scan.png'></html>"), "a.html", NULL, &err));
  assert_int_equal(err.code, PV_ERROR_EMPTY);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(makes_blocks_paragraphs),
      cmocka_unit_test(counts_the_items_of_lists),
      cmocka_unit_test(puts_the_number_of_a_clause_beside_its_text),
      cmocka_unit_test(reads_references_to_windows_1252),
      cmocka_unit_test(leaves_out_what_is_not_shown),
      cmocka_unit_test(takes_struck_text_for_deleted),
      cmocka_unit_test(takes_column_marks_of_old_filings_for_no_strike),
      cmocka_unit_test(reads_what_is_declared_where_it_is_not_utf8),
      cmocka_unit_test(says_where_text_came_from),
      cmocka_unit_test(says_so_where_there_is_no_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
