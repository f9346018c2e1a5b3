#include <stdlib.h>

#include "base/str.h"
#include "read/document.h"
#include "support/made_odt.h"
#include "support/made_zip.h"
#include "support/pvtest.h"

static pv_document *read_made(char *bytes, size_t size, const pv_read_options *options,
                              pv_error *err) {
  pv_document *document = pv_document_from_bytes((pv_str){bytes, size}, "a.odt", options, err);
  free(bytes);
  return document;
}

// The text and, behind it, what is told, a line each.
static void check_made(const char *automatic, const char *body, const char *styles,
                       const pv_read_options *options, const char *expected) {
  size_t size;
  pv_error err = {0};
  char *bytes = pv_made_odt_bytes(automatic, body, styles, &size);
  pv_document *document = read_made(bytes, size, options, &err);
  if (!document) fail_msg("%s", err.message);
  char got[4096];
  pv_str text = pv_document_text(document);
  int used = snprintf(got, sizeof got, PV_STR_FMT, PV_STR_ARG(text));
  pv_arena *arena = pv_arena_new(0);
  pv_diagnostics diagnostics = pv_document_diagnostics(document, arena);
  for (size_t i = 0; i < diagnostics.count; i++)
    used += snprintf(got + used, sizeof got - (size_t)used, "\n{%s " PV_STR_FMT "}",
                     pv_diagnostic_id_name(diagnostics.items[i].id),
                     PV_STR_ARG(diagnostics.items[i].message));
  pv_arena_free(arena);
  assert_string_equal(got, expected);
  pv_document_free(document);
}

static void check(const char *body, const char *expected) {
  check_made("", body, NULL, NULL, expected);
}

// clang-format off

#define P(text) "<text:p>" text "</text:p>"
#define LEVEL(level, rest)                                                                         \
  "<text:list-level-style-number text:level=\"" level "\" " rest "/>"
#define ITEM(text) "<text:list-item><text:p>" text "</text:p></text:list-item>"

static void collapses_white_space_as_the_format_says(void **state) {
  (void)state;
  check(P("The\n   Oak <text:s text:c=\"2\"/>grants<text:tab/>a<text:line-break/> right ")
        P("") "<text:h>Next</text:h>",
        "The Oak   grants\ta\nright\n\nNext");
  check(P("one <text:span>two </text:span> three"), "one two three");
}

static void numbers_lists_and_goes_on_with_them(void **state) {
  (void)state;
  static const char style[] =
      "<text:list-style style:name=\"L\">" LEVEL("1", "style:num-format=\"1\" style:num-suffix=\".\"")
      LEVEL("2", "style:num-format=\"1\" text:display-levels=\"2\"")
      LEVEL("3", "style:num-format=\"a\" style:num-prefix=\"(\" style:num-suffix=\")\"")
      "</text:list-style>";
  check_made(style,
      "<text:list text:style-name=\"L\">" ITEM("Scope") "<text:list-item><text:p>Fees</text:p>"
      "<text:p>more</text:p><text:list>" ITEM("Rate") "<text:list-item><text:list>" ITEM("net")
      ITEM("due") "</text:list></text:list-item>" ITEM("Base") "</text:list></text:list-item>"
      "</text:list>" P("between") "<text:list text:style-name=\"L\" "
      "text:continue-numbering=\"true\"><text:list-header><text:p>head</text:p></text:list-header>"
      ITEM("Term") "</text:list><text:list text:style-name=\"L\"><text:list-item "
      "text:start-value=\"7\"><text:p>Seven</text:p></text:list-item>" ITEM("Eight")
      "</text:list>", NULL, NULL,
      "1.\tScope\n\n2.\tFees\n\nmore\n\n2.1\tRate\n\n(a)\tnet\n\n(b)\tdue\n\n2.2\tBase\n\n"
      "between\n\nhead\n\n3.\tTerm\n\n7.\tSeven\n\n8.\tEight");
}

static void numbers_headings_by_the_outline(void **state) {
  (void)state;
  check_made("", "<text:h text:outline-level=\"1\">Scope</text:h><text:h text:outline-level=\"2\">"
             "Grant</text:h><text:h text:outline-level=\"1\" text:is-list-header=\"true\">No"
             "</text:h><text:h text:outline-level=\"1\">Fees</text:h>",
             "<text:outline-style><text:outline-level-style text:level=\"1\" "
             "style:num-format=\"I\" style:num-prefix=\"Article \"/><text:outline-level-style "
             "text:level=\"2\" style:num-format=\"1\"/></text:outline-style>", NULL,
             "Article I\tScope\n\n1\tGrant\n\nNo\n\nArticle II\tFees");
}

static void puts_notes_and_boxes_behind_their_paragraph(void **state) {
  (void)state;
  check(P("The fee<text:note text:note-class=\"footnote\"><text:note-citation>1"
          "</text:note-citation><text:note-body><text:p>Net of tax.</text:p></text:note-body>"
          "</text:note> is due.<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box>"
          "</draw:frame>") P("Next"),
        "The fee is due.\n\n[Footnote 1: Net of tax.]\n\nboxed\n\nNext");
}

static void reads_tables_row_by_row(void **state) {
  (void)state;
#define CELL(text) "<table:table-cell><text:p>" text "</text:p></table:table-cell>"
  check("<table:table><table:table-row>" CELL("2.1") CELL("Grant.") "</table:table-row>"
        "<table:table-row>" CELL("a") "<table:covered-table-cell><text:p>no</text:p>"
        "</table:covered-table-cell>" CELL("b") "</table:table-row></table:table>",
        "2.1\tGrant.\n\na\tb");
}

static void takes_tracked_changes_as_made_or_as_not_made(void **state) {
  (void)state;
  static const char body[] =
      "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion><text:p>ten"
      "</text:p></text:deletion></text:changed-region><text:changed-region text:id=\"c2\">"
      "<text:insertion/></text:changed-region></text:tracked-changes>"
      P("The fee is <text:change text:change-id=\"c1\"/><text:change-start text:change-id=\"c2\"/>"
        "five<text:change-end text:change-id=\"c2\"/> percent.");
  check(body, "The fee is five percent.\n{revisions tracked changes are read as accepted: 1 "
              "insertions, 1 deletions (--revisions original reads the text before them)}");
  check_made("", body, NULL, &(pv_read_options){.revisions = PV_REVISIONS_ORIGINAL},
             "The fee is ten percent.\n{revisions tracked changes are left out: 1 insertions, 1 "
             "deletions}");
}

static void leaves_out_hidden_text_and_comments_and_says_so(void **state) {
  (void)state;
  check_made("<style:style style:name=\"H\"><style:text-properties text:display=\"none\"/>"
             "</style:style>",
             P("Oak may <text:span text:style-name=\"H\">not </text:span>sell."
               "<office:annotation><text:p>Why?</text:p></office:annotation>")
             "<text:section text:display=\"none\">" P("gone") "</text:section>", NULL, NULL,
             "Oak may sell.\n{hidden_text 2 hidden texts were left out, the first one: “not”}\n"
             "{comments 1 comment was left out: “Why?”}");
}

static void shows_tables_of_contents_with_dots(void **state) {
  (void)state;
  check("<text:table-of-content><text:table-of-content-source><text:index-title-template>no"
        "</text:index-title-template></text:table-of-content-source><text:index-body>"
        P("Exclusivity<text:tab/>5") "</text:index-body></text:table-of-content>",
        "Exclusivity ..... 5");
}

// clang-format on

static void says_which_paragraph(void **state) {
  (void)state;
  size_t size;
  pv_error err = {0};
  char *bytes = pv_made_odt_bytes("", P("one") P("") P("three"), NULL, &size);
  pv_document *document = read_made(bytes, size, NULL, &err);
  assert_non_null(document);
  pv_origin origin = pv_document_locate(document, 5);
  assert_int_equal(origin.kind, PV_ORIGIN_PARAGRAPH);
  assert_int_equal(origin.number, 3);
  assert_true(pv_str_equal(origin.name, PV_STR("content.xml")));
  pv_document_free(document);
}

static void check_refused(const char *manifest, const char *content, pv_error_code code,
                          const char *message) {
  const pv_made_entry entries[] = {{"META-INF/manifest.xml", {manifest, strlen(manifest)}},
                                   {"content.xml", {content, strlen(content)}}};
  size_t size;
  pv_error err = {0};
  char *bytes = pv_made_zip(entries, 2, &size);
  assert_null(read_made(bytes, size, NULL, &err));
  assert_int_equal(err.code, code);
  if (!strstr(err.message, message)) fail_msg("%s", err.message);
}

static void refuses_what_it_cannot_read(void **state) {
  (void)state;
  check_refused("<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                "<m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
                "\x01\x02", PV_ERROR_ENCRYPTED, "encrypted; save it without a password");
  check_refused("<m/>", "<a><b></a>", PV_ERROR_FORMAT, "content.xml: damaged XML, line 1");
  check_refused("<m/>", "<a/>", PV_ERROR_FORMAT, "an OpenDocument file that is no text");
  check_refused("<m/>", "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", PV_ERROR_FORMAT,
                "declares XML entities");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(collapses_white_space_as_the_format_says),
      cmocka_unit_test(numbers_lists_and_goes_on_with_them),
      cmocka_unit_test(numbers_headings_by_the_outline),
      cmocka_unit_test(puts_notes_and_boxes_behind_their_paragraph),
      cmocka_unit_test(reads_tables_row_by_row),
      cmocka_unit_test(takes_tracked_changes_as_made_or_as_not_made),
      cmocka_unit_test(leaves_out_hidden_text_and_comments_and_says_so),
      cmocka_unit_test(shows_tables_of_contents_with_dots),
      cmocka_unit_test(says_which_paragraph),
      cmocka_unit_test(refuses_what_it_cannot_read),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
