#include <stdlib.h>

#include "base/str.h"
#include "read/document.h"
#include "support/made_docx.h"
#include "support/made_zip.h"
#include "support/pvtest.h"

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define R(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define TC(text) "<w:tc><w:p><w:r><w:t>" text "</w:t></w:r></w:p></w:tc>"

static pv_document *make(const pv_made_docx *docx, const pv_read_options *options, pv_error *err) {
  size_t size;
  char *bytes = pv_made_docx_bytes(docx, &size);
  pv_document *document = pv_document_from_bytes((pv_str){bytes, size}, "a.docx", options, err);
  free(bytes);
  return document;
}

// The text and, behind it, what is told, a line each.
static void check_made(const pv_made_docx *docx, const pv_read_options *options,
                       const char *expected) {
  pv_error err = {0};
  pv_document *document = make(docx, options, &err);
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
  check_made(&(pv_made_docx){.body = body}, NULL, expected);
}

static void check_both(const char *body, const char *accepted, const char *original) {
  pv_made_docx docx = {.body = body};
  check_made(&docx, NULL, accepted);
  check_made(&docx, &(pv_read_options){.revisions = PV_REVISIONS_ORIGINAL}, original);
}

// clang-format off

static void joins_runs_and_divides_paragraphs(void **state) {
  (void)state;
  check("<w:p>" R("The Oak")
            R(" grants") "<w:r><w:tab/></w:r>" R("rights.") "</w:p><w:p/>" P("Next"),
        "The Oak grants\trights.\n\nNext");
  check("<w:p>" R("one") "<w:r><w:br/></w:r>" R("two") "<w:r><w:cr/></w:r>" R("three") "</w:p>",
        "one\ntwo\nthree");
  check_made(&(pv_made_docx){.body = P("strict"), .strict = true}, NULL, "strict");
}

static void reads_hyphens_and_symbols(void **state) {
  (void)state;
  check(
      "<w:p>" R("op") "<w:r><w:softHyphen/></w:r>" R(
          "tional\xC2\xAD non") "<w:r><w:noBreakHyphen/></w:r>" R("exclusive") "<w:r>"
          "<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r><w:r>"
          "<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r></w:p>",
      "optional non-exclusive\xE2\x89\xA5\xE2\x98\x91");
}

static void takes_tracked_changes_as_made_or_as_not_made(void **state) {
  (void)state;
  check_both(
      "<w:p>" R("The fee is ") "<w:del><w:r><w:delText>ten</w:delText></w:r></w:del><w:ins>" R(
          "five") "</w:ins>" R(" percent.") "</w:p>",
      "The fee is five percent.\n{revisions tracked changes are "
          "read as accepted: 1 insertions, 1 deletions (--revisions "
          "original reads the text before them)}",
      "The fee is ten percent.\n{revisions tracked changes are "
          "left out: 1 insertions, 1 deletions}");
}

static void joins_paragraphs_whose_mark_is_deleted(void **state) {
  (void)state;
  check_both("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R("one") "</w:p>" P("two"),
             "onetwo\n{revisions tracked changes are read as accepted: "
            "0 insertions, 1 deletions (--revisions original reads the text before them)}",
             "one\n\ntwo\n{revisions tracked changes are left out: 0 insertions, 1 deletions}");
}

static void moves_text_once(void **state) {
  (void)state;
  check_both("<w:p><w:moveFrom>" R("moved ") "</w:moveFrom>" R("a ") "<w:moveTo>" R(
                 "moved") "</w:moveTo></w:p>",
             "a moved\n{revisions tracked changes are read as "
            "accepted: 1 insertions, 1 deletions (--revisions "
            "original reads the text before them)}",
             "moved a\n{revisions tracked changes are left out: 1 insertions, 1 deletions}");
}

static void leaves_out_deleted_rows_and_properties_that_changed(void **state) {
  (void)state;
  check_both("<w:tbl><w:tr>" TC("kept") "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" TC(
                 "gone") "</w:tr></w:tbl><w:p><w:pPr><w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr>"
            "</w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr>"
            "</w:rPrChange></w:rPr><w:t>shown</w:t></w:r></w:p>",
             "kept\n\nshown\n{revisions tracked changes are read "
            "as accepted: 0 insertions, 1 deletions (--revisions "
            "original reads the text before them)}",
             "kept\n\ngone\n\nshown\n{revisions tracked changes "
            "are left out: 0 insertions, 1 deletions}");
}

static void reads_tables_row_by_row_and_merged_cells_once(void **state) {
  (void)state;
  check("<w:tbl><w:tr>" TC("2.1")
            TC("Grant.") "</w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>"
            P("Fees") "</w:tc>" TC(
                             "a") "</w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" P("twice")
            "</w:tc>" TC(
                                      "b") "</w:tr><w:tr><w:tc><w:tbl><w:tr>" TC("in")
                                      TC("side") "</w:tr></w:tbl><w:p/></w:tc>" TC(
                                          "out") "</w:tr></w:tbl>" P("After"),
        "2.1\tGrant.\n\nFees\ta\n\nb\n\nin\tside\n\nout\n\nAfter");
}

static void reads_what_fields_say_and_not_how(void **state) {
  (void)state;
  check("<w:p>" R(
            "see ") "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>"
            "REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>"
            "<w:instrText>IF</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/>"
            "</w:r>" R(
                        "inner") "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r>"
            "<w:fldChar w:fldCharType=\"separate\"/></w:r>" R(
                                     "Section 4.2") "<w:r><w:fldChar w:fldCharType=\"end\"/>"
            "</w:r>" R(
                                                        ".") "<w:fldSimple w:instr=\"DATE\">" R(
                                                                 " 2 May") "</w:fldSimple></w:p>",
        "see Section 4.2. 2 May");
  check("<w:p>" R("a") "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" R("lost") "</w:p>",
        "a\n{part_left_out a field without an end hides 4 bytes of text}");
}

static void leaves_out_hidden_text_and_says_so(void **state) {
  (void)state;
  check("<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" R(
            "Oak may ") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>not </w:t></w:r>" R(
                            "sell.") "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t> Yes.</w:t>"
            "</w:r></w:p>" P("Next"),
        "Oak may sell. Yes.\n\nNext\n{hidden_text 1 hidden text was left out: “not”}");
  check_made(
      &(pv_made_docx){.body =
                          "<w:p><w:r><w:rPr><w:rStyle w:val=\"H\"/></w:rPr><w:t>x</w:t></w:r>" R(
                              "seen") "</w:p>",
                      .styles = "<w:style w:styleId=\"B\"><w:rPr><w:vanish/></w:rPr></w:style>"
            "<w:style w:styleId=\"H\"><w:basedOn w:val=\"B\"/></w:style>"},
      NULL, "seen\n{hidden_text 1 hidden text was left out: “x”}");
}

static void puts_notes_behind_their_paragraph(void **state) {
  (void)state;
  check_made(
      &(pv_made_docx){
          .body = "<w:p>" R("The fee") "<w:r><w:footnoteReference w:id=\"7\"/></w:r>" R(
              " is due.") "<w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>" P("Next") "<w:p>"
            "<w:del><w:r><w:footnoteReference w:id=\"8\"/></w:r></w:del></w:p>",
          .footnotes = "<w:footnote w:type=\"separator\" w:id=\"-1\">" P(
              "---") "</w:footnote><w:footnote w:id=\"7\">" P("Net of tax.")
                         P("Twice.") "</w:footnote><w:footnote w:id=\"8\">" P("gone")
            "</w:footnote>",
          .endnotes = "<w:endnote w:id=\"2\">" P("In euros.") "</w:endnote>"},
      NULL,
      "The fee is due.\n\n[Footnote 1: Net of tax.\n\nTwice.]\n\n[Endnote "
          "1: In euros.]\n\nNext\n{revisions tracked changes are "
          "read as accepted: 0 insertions, 1 deletions (--revisions "
          "original reads the text before them)}");
}

static void keeps_comments_apart(void **state) {
  (void)state;
  check_made(&(pv_made_docx){.body = "<w:p>" R("Text") "<w:r><w:commentReference w:id=\"0\"/>"
      "</w:r></w:p>",
                             .comments = "<w:comment w:id=\"0\">" P("Why?") "</w:comment>"},
             NULL, "Text\n{comments 1 comment was left out: “Why?”}");
}

static void reads_text_boxes_once_behind_their_paragraph(void **state) {
  (void)state;
  check(
      "<w:p>" R(
          "before ") "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>"
          "<w:txbxContent>" P("in the box") P(
                         "again") "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            "<w:txbxContent>" P(
                                      "in the box") "</w:txbxContent></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>" R(
                                                        "behind") "</w:p>",
      "before behind\n\nin the box\n\nagain");
  check("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"x\"><w:drawing/></mc:Choice>"
      "<mc:Fallback><w:t>instead</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        "instead");
}

static void passes_through_controls_links_and_tags(void **state) {
  (void)state;
  check(
      "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink>" R(
          "a") "</w:hyperlink><w:smartTag>" R("b") "</w:smartTag><w:sdt><w:sdtContent>" R("c")
          "</w:sdtContent></w:sdt><m:oMath><m:r><m:t>x=y</m:t></m:r></m:oMath></w:p>"
          "</w:sdtContent></w:sdt><w:sectPr><w:headerReference/></w:sectPr>",
      "abcx=y");
}

#define LEVEL(level, format, text)                                                                 \
  "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format                    \
  "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
#define ITEM(level, text)                                                                          \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level                                                    \
  "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>" R(text) "</w:p>"

static void rebuilds_numbers(void **state) {
  (void)state;
  static const char numbering[] = "<w:abstractNum w:abstractNumId=\"4\">" LEVEL(
      "0", "upperRoman",
      "ARTICLE %1.") "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
          "<w:isLgl/><w:lvlText w:val=\"%1.%2\"/><w:suff w:val=\"space\"/></w:lvl>" LEVEL(
                         "2", "lowerLetter",
                         "(%3)") "</w:abstractNum><w:num w:numId=\"1\">"
            "<w:abstractNumId w:val=\"4\"/></w:num><w:num w:numId=\"2\">"
            "<w:abstractNumId w:val=\"4\"/><w:lvlOverride w:ilvl=\"0\">"
            "<w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>";
  check_made(
      &(pv_made_docx){.body = ITEM("0", "Scope") ITEM("1", "Grant") ITEM("2", "use") ITEM(
                          "2", "sell") ITEM("1", "Fees") ITEM("0", "Term") ITEM("1", "End")
                          ITEM("2", "so") "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/>"
            "<w:numId w:val=\"2\"/></w:numPr></w:pPr>" R("Seven") "</w:p>",
                      .numbering = numbering},
      NULL,
      "ARTICLE I.\tScope\n\n1.1 Grant\n\n(a)\tuse\n\n(b)\tsell\n\n1.2 "
          "Fees\n\nARTICLE II.\tTerm\n\n2.1 End\n\n(a)\tso\n\nARTICLE VII.\tSeven");
}

static void takes_numbers_from_styles(void **state) {
  (void)state;
  check_made(
      &(pv_made_docx){
          .body = "<w:p><w:pPr><w:pStyle w:val=\"H1\"/></w:pPr>" R(
              "One") "</w:p><w:p><w:pPr><w:pStyle w:val=\"H2\"/></w:pPr>" R(
                         "Below") "</w:p><w:p><w:pPr><w:pStyle w:val=\"Sub\"/></w:pPr>" R(
                                      "More") "</w:p><w:p><w:pPr><w:pStyle w:val=\"H1\"/>"
            "<w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>" R("None") "</w:p><w:p><w:pPr>"
            "<w:pStyle w:val=\"H1\"/></w:pPr></w:p><w:p><w:pPr><w:pStyle w:val=\"H1\"/></w:pPr>" R(
                                                                       "Three") "</w:p>",
          .styles = "<w:style w:styleId=\"H1\"><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr>"
          "</w:pPr></w:style><w:style w:styleId=\"H2\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/>"
          "<w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"Sub\">"
          "<w:basedOn w:val=\"H2\"/></w:style>",
          .numbering = "<w:abstractNum w:abstractNumId=\"1\">" LEVEL("0", "cardinalText", "%1")
              LEVEL("1", "ordinal",
                    "%2:") "</w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/>"
            "</w:num>"},
      NULL, "One\tOne\n\n1st:\tBelow\n\n2nd:\tMore\n\nNone\n\nThree\tThree");
}

static void shows_tables_of_contents_with_dots(void **state) {
  (void)state;
  check_made(
      &(pv_made_docx){
          .body = "<w:p><w:pPr><w:pStyle w:val=\"T\"/></w:pPr>" R("1") "<w:r><w:tab/></w:r>" R(
              "Exclusivity") "<w:r><w:tab/></w:r>" R("5") "</w:p>",
          .styles = "<w:style w:styleId=\"T\"><w:name w:val=\"toc 1\"/></w:style>"},
      NULL, "1\tExclusivity ..... 5");
}

static void reads_documents_in_the_document_or_says_so(void **state) {
  (void)state;
  check_made(&(pv_made_docx){.body = P("one") "<w:altChunk r:id=\"rChunk\"/>" P("two"),
                             .chunk_name = "part.txt",
                             .chunk = "In a chunk.\n"},
             NULL, "one\n\nIn a chunk.\n\ntwo");
  size_t size;
  char *inner = pv_made_docx_bytes(&(pv_made_docx){.body = P("inside")}, &size);
  check_made(&(pv_made_docx){.body = P("one") "<w:altChunk r:id=\"rChunk\"/>",
                             .chunk_name = "part.docx",
                             .chunk = inner,
                             .chunk_size = size},
             NULL, "one\n\ninside");
  free(inner);
  check(P("one") "<w:altChunk r:id=\"rNone\"/>",
        "one\n{part_left_out a part of the document is not in this file}");
  pv_error err = {0};
  assert_null(make(&(pv_made_docx){.body = "<w:altChunk r:id=\"rChunk\"/>",
                                   .chunk_name = "part.bin",
                                   .chunk = "\x89PNG\r\n"},
                   NULL, &err));
  assert_int_equal(err.code, PV_ERROR_EMPTY);
  assert_non_null(strstr(err.message, "part.bin was left out: an image (PNG)"));
}

static void says_which_paragraph_of_which_part(void **state) {
  (void)state;
  pv_error err = {0};
  pv_document *document =
      make(&(pv_made_docx){.body = P("one") "<w:p/>" P("three") "<w:p>" R(
                               "four") "<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
                           .footnotes = "<w:footnote w:id=\"1\">" P("note") "</w:footnote>"},
           NULL, &err);
  assert_non_null(document);
  const char *text = pv_document_text(document).data;
  static const struct {
    const char *words, *part;
    uint32_t number;
  } places[] = {{"one", "text/main.xml", 1},
                {"three", "text/main.xml", 3},
                {"four", "text/main.xml", 4},
                {"note", "text/side/footnotes.xml", 1}};
  for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
    pv_origin origin = pv_document_locate(document, (size_t)(strstr(text, places[i].words) - text));
    assert_int_equal(origin.kind, PV_ORIGIN_PARAGRAPH);
    assert_int_equal(origin.number, places[i].number);
    assert_true(pv_str_equal(origin.name, pv_str_from(places[i].part)));
  }
  pv_document_free(document);
}

static void goes_on_behind_damage_and_says_so(void **state) {
  (void)state;
  check(P("one") "</w:pPr>" P("two"),
        "one\n\ntwo\n{part_left_out text/main.xml is read as far "
        "as it makes sense: damaged XML, line 1: Opening and ending "
        "tag mismatch: body line 1 and pPr}");
}

// A document whose main part is these bytes.
static void check_refused(const char *part, pv_error_code code, const char *message) {
  static const char root[] =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          "<Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\"m.xml\"/></Relationships>";
  const pv_made_entry entries[] = {{"[Content_Types].xml", {"<Types/>", 8}},
                                   {"_rels/.rels", {root, sizeof root - 1}},
                                   {"m.xml", {part, strlen(part)}}};
  size_t size;
  pv_error err = {0};
  char *bytes = pv_made_zip(entries, 3, &size);
  assert_null(pv_document_from_bytes((pv_str){bytes, size}, "a.docx", NULL, &err));
  free(bytes);
  assert_int_equal(err.code, code);
  if (!strstr(err.message, message)) fail_msg("%s", err.message);
}

#define ROOT "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"

static void refuses_damaged_and_hostile_documents(void **state) {
  (void)state;
  check_refused("", PV_ERROR_FORMAT, "m.xml: damaged");
  check_refused("no XML", PV_ERROR_FORMAT, "m.xml: damaged XML, line 1");
  check_refused(ROOT "<w:body>" P("cut off"), PV_ERROR_FORMAT, "m.xml: damaged XML, line 1");
  check_refused(ROOT "<w:body><w:p/></w:body></w:document>", PV_ERROR_EMPTY, "no text in it;");
  check_refused(
      "<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\">]>" ROOT P("&b;") "</w:document>",
      PV_ERROR_FORMAT, "declares XML entities");
  check_refused("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" ROOT "<w:p/></w:document>",
                PV_ERROR_EMPTY, "no text");
  enum { DEPTH = 300 };
  char deep[DEPTH * 12 + 200] = ROOT;
  for (int i = 0; i < DEPTH; i++) strcat(deep, "<w:tbl>");
  check_refused(deep, PV_ERROR_LIMIT, "has elements more than 250 deep in each other");
}

// clang-format on

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(joins_runs_and_divides_paragraphs),
      cmocka_unit_test(reads_hyphens_and_symbols),
      cmocka_unit_test(takes_tracked_changes_as_made_or_as_not_made),
      cmocka_unit_test(joins_paragraphs_whose_mark_is_deleted),
      cmocka_unit_test(moves_text_once),
      cmocka_unit_test(leaves_out_deleted_rows_and_properties_that_changed),
      cmocka_unit_test(reads_tables_row_by_row_and_merged_cells_once),
      cmocka_unit_test(reads_what_fields_say_and_not_how),
      cmocka_unit_test(leaves_out_hidden_text_and_says_so),
      cmocka_unit_test(puts_notes_behind_their_paragraph),
      cmocka_unit_test(keeps_comments_apart),
      cmocka_unit_test(reads_text_boxes_once_behind_their_paragraph),
      cmocka_unit_test(passes_through_controls_links_and_tags),
      cmocka_unit_test(rebuilds_numbers),
      cmocka_unit_test(takes_numbers_from_styles),
      cmocka_unit_test(shows_tables_of_contents_with_dots),
      cmocka_unit_test(reads_documents_in_the_document_or_says_so),
      cmocka_unit_test(says_which_paragraph_of_which_part),
      cmocka_unit_test(goes_on_behind_damage_and_says_so),
      cmocka_unit_test(refuses_damaged_and_hostile_documents),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
