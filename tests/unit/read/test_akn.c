#include "base/str.h"
#include "read/document.h"
#include "support/check_text.h"
#include "support/pvtest.h"

#define HEAD                                                                                       \
  "<?xml version='1.0'?>\n<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'>"   \
  "<doc name='agreement'><meta><identification>Not text</identification></meta><mainBody>"
#define TAIL "</mainBody></doc></akomaNtoso>"

static void check_as(const char *body, pv_revisions revisions, const char *text,
                     const char *message) {
  pv_arena *arena = pv_arena_new(0);
  pv_str bytes = pv_str_printf(arena, "%s%s%s", HEAD, body, TAIL);
  pv_check_text(bytes, &(pv_read_options){.revisions = revisions}, text, message);
  pv_arena_free(arena);
}

static void check(const char *body, const char *text) {
  check_as(body, PV_REVISIONS_ACCEPTED, text, NULL);
}

static void puts_numbers_before_what_they_number(void **state) {
  (void)state;
  check("<article eId='art_1'>\n  <num>Article 1</num>\n  <heading>Licence</heading>\n"
        "  <paragraph><num>1.</num><content><p>Maker\n   grants a <i>licence</i>.</p>"
        "<p>Second.</p></content></paragraph></article>",
        "Article 1\tLicence\n\n1.\tMaker grants a licence.\n\nSecond.");
  check("<article><num>Article 2</num><paragraph><num>1.</num><list><intro><p>All of</p></intro>"
        "<point><num>(a)</num><content><p>rights</p></content></point></list></paragraph>"
        "</article>",
        "Article 2\n\n1.\tAll of\n\n(a)\trights");
}

static void reads_rows_of_tables(void **state) {
  (void)state;
  check("<table><tr><th><p>Rate</p></th><td>5%</td></tr><tr><td>a</td><td>b<br/>c</td></tr></table>"
        "<p>After</p>",
        "Rate\t5%\n\na\tb\nc\n\nAfter");
}

static void puts_notes_behind_their_paragraph(void **state) {
  (void)state;
  check("<toc><tocItem>Licence 3</tocItem></toc>"
        "<p>Pays 5%<authorialNote marker='1'><p>Net of tax.</p></authorialNote> "
        "yearly.</p><p>Next</p>",
        "Pays 5% yearly.\n\n[Footnote 1: Net of tax.]\n\nNext");
}

static void reads_changes_as_made_or_not(void **state) {
  (void)state;
  const char *body = "<p>Pays <del>ten</del><ins>twelve</ins> percent.</p>";
  check_as(body, PV_REVISIONS_ACCEPTED, "Pays twelve percent.", "1 deletion was left out: “ten”");
  check_as(body, PV_REVISIONS_ORIGINAL, "Pays ten percent.", "1 insertion was left out: “twelve”");
}

static void says_where_text_came_from(void **state) {
  (void)state;
  pv_error err = {0};
  pv_document *document = pv_document_from_bytes(
      PV_STR(HEAD
             "\n<article eId='art_1'>\n<p>One</p><p eId='x'>Two</p></article>\n<p>Six</p>" TAIL),
      "a.xml", NULL, &err);
  assert_non_null(document);
  assert_true(pv_str_equal(pv_document_media_type(document), PV_STR("application/akn+xml")));
  static const struct {
    size_t offset;
    uint32_t line;
    pv_str name;
  } rows[] = {{0, 4, {"#art_1", 6}}, {5, 4, {"#x", 2}}, {10, 5, {"p", 1}}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    pv_origin at = pv_document_locate(document, rows[i].offset);
    assert_int_equal(at.kind, PV_ORIGIN_ELEMENT);
    assert_int_equal(at.number, rows[i].line);
    assert_true(pv_str_equal(at.name, rows[i].name));
  }
  pv_document_free(document);
}

static void refuses_what_is_damaged_or_hostile(void **state) {
  (void)state;
  pv_check_refused(PV_STR(HEAD "<p>One"), NULL, PV_ERROR_FORMAT, "damaged XML, line 2");
  pv_check_refused(PV_STR("<!DOCTYPE akomaNtoso [<!ENTITY a 'b'>]><akomaNtoso>&a;</akomaNtoso>"),
                   NULL, PV_ERROR_FORMAT, "declares XML entities");
  pv_check_refused(PV_STR("<agreement>One</agreement>"), &(pv_read_options){.as = "akn"},
                   PV_ERROR_FORMAT, "no legal document of Akoma Ntoso");
  pv_check_refused(PV_STR(HEAD TAIL), NULL, PV_ERROR_EMPTY, "no text");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(puts_numbers_before_what_they_number),
      cmocka_unit_test(reads_rows_of_tables),
      cmocka_unit_test(puts_notes_behind_their_paragraph),
      cmocka_unit_test(reads_changes_as_made_or_not),
      cmocka_unit_test(says_where_text_came_from),
      cmocka_unit_test(refuses_what_is_damaged_or_hostile),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
