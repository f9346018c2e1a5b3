#include "base/buffer.h"
#include "base/str.h"
#include "read/document.h"
#include "read/limits.h"
#include "support/check_text.h"
#include "support/pvtest.h"

#define HEAD                                                                                       \
  "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}"                    \
  "{\\f1\\fnil\\fcharset204{\\*\\fname Arial;}Arial CYR;}{\\f2\\fcharset128 MS Gothic;}"           \
  "{\\f3\\ftech\\fcharset2 Symbol;}{\\f4\\fcharset238 Arial CE;}}"                                 \
  "{\\colortbl;\\red255\\green0\\blue0;}{\\stylesheet{\\s1 heading 1;}}"                           \
  "{\\info{\\title Secret title}}{\\*\\generator Somebody;}\\f0 "

static void check_as(const char *body, pv_revisions revisions, const char *text,
                     const char *message) {
  pv_arena *arena = pv_arena_new(0);
  pv_str bytes = pv_str_printf(arena, "%s%s}", HEAD, body);
  pv_check_text(bytes, &(pv_read_options){.revisions = revisions}, text, message);
  pv_arena_free(arena);
}

static void check(const char *body, const char *text) {
  check_as(body, PV_REVISIONS_ACCEPTED, text, NULL);
}

static void reads_paragraphs_without_what_stands_around_them(void **state) {
  (void)state;
  check("{\\header Page}{\\footerl 3}\\pard Maker {\\b grants\\b0}\r\n Seller a licence.\\par\n"
        "Second\\line line\\\nThird",
        "Maker grants Seller a licence.\n\nSecond\nline\n\nThird");
  check("a{\\pict\\wmetafile8 0102ff}{\\object{\\*\\objdata 0105}{\\result b}}{\\*\\new c}d",
        "abd");
  check("One\\sect Two\\page Three\\column Four", "One\n\nTwo\n\nThree\n\nFour");
}

static void reads_bytes_in_the_code_page_of_the_font(void **state) {
  (void)state;
  check("caf\\'e9 \x93Net\x94 {\\f1\\'cc\\'ee\\'f1\\'ea\\'e2\\'e0} \\f4\\'9aun",
        "café “Net” Москва šun");
  check("\\f2\\'83\\'65\\'83X\\'83\\'67\\f0  ok", "テスト ok");
  check("{\\loch\\af0\\dbch\\af2 \\'83\\'65}{\\dbch\\af0 \\'e9}", "テé");
  check("\\f2\\'96", "–");
  check("\\f3\\'b7\\f0  item", "• item");
  pv_check_text(PV_STR("{\\rtf1\\ansi\\ansicpg1250 \\'9ek}"), NULL, "žk", NULL);
  pv_check_text(PV_STR("{\\rtf1\\mac \\'8e}"), NULL, "é", NULL);
  pv_check_text(PV_STR("{\\rtf1\\ansi\\ansicpg4711 \\'e9}"), NULL, "é",
                "code page 4711 is not known: its text is read as windows-1252");
}

static void reads_fonts_without_groups(void **state) {
  (void)state;
  pv_check_text(PV_STR("{\\rtf1\\ansi{\\fonttbl\\f0\\fswiss\\fcharset0 Helvetica;\\f1\\fnil"
                       "\\fcharset222 Thonburi;}\\f0 \\'fc\\f1 \\'e0}"),
                NULL, "üเ", NULL);
}

static void reads_unicode_once(void **state) {
  (void)state;
  check("\\uc1\\u8220\\'93Net\\u8221? {\\uc2\\u228\\'E8ab}{\\uc0\\u8211 x} \\u945", "“Net” äb–x α");
  check("\\u-10179?\\u-8704?", "\xF0\x9F\x98\x80");
  check("\\u8212\\par next", "—\n\nnext");
  check("\\u-3913? \\f3\\u-3913?", "· •");
  check("a\\u55357?b", "ab");
  check("{\\upr{\\xe plain}{\\*\\ud{Gro\\u223\\'dfe}}}", "Große");
}

static void reads_signs_and_spaces(void **state) {
  (void)state;
  check("\\ldblquote Net\\rdblquote  \\emdash  Maker\\rquote s \\endash \\bullet  co\\-op"
        " non\\_exclusive 5\\~% \\{x\\} a\\\\b",
        "“Net” — Maker’s –• coop non-exclusive 5\xC2\xA0% {x} a\\b");
}

static void passes_over_binary_data(void **state) {
  (void)state;
  static const char bytes[] = "{\\rtf1 a{\\pict\\bin7 }}{\\\\\0}}b\\bin3 }}}c}";
  pv_check_text((pv_str){bytes, sizeof bytes - 1}, NULL, "abc", NULL);
  pv_check_text(PV_STR("{\\rtf1 a\\bin99999 b}"), NULL, "a",
                "the file ends in 1 open groups: its end may be missing");
}

static void leaves_out_hidden_and_tracked_text(void **state) {
  (void)state;
  check_as("Maker {\\v not really }grants.\\v\\par\\v0 Next", PV_REVISIONS_ACCEPTED,
           "Maker grants.\n\nNext", "1 hidden text was left out: “not really”");
  const char *body = "Pays {\\deleted ten}{\\revised twelve} percent.";
  check_as(body, PV_REVISIONS_ACCEPTED, "Pays twelve percent.", "1 deletion was left out: “ten”");
  check_as(body, PV_REVISIONS_ORIGINAL, "Pays ten percent.", "1 insertion was left out: “twelve”");
  check_as("One {\\deleted\\par}two", PV_REVISIONS_ACCEPTED, "One two", NULL);
  check_as("One{\\*\\annotation {\\*\\atnid AB}Check this}.", PV_REVISIONS_ACCEPTED, "One.",
           "1 comment was left out: “Check this”");
}

static void puts_numbers_before_their_paragraphs(void **state) {
  (void)state;
  check("{\\*\\listtable{\\list\\listid1}}{\\listtext\\pard\\plain 2.1\\tab}\\ls1 Grant.\\par"
        "{\\pntext\\f3\\'b7\\tab}{\\*\\pn\\pnlvlblt{\\pntxtb x}}Item",
        "2.1\tGrant.\n\n•\tItem");
}

static void reads_rows_of_tables(void **state) {
  (void)state;
  check("\\trowd\\cellx1\\cellx2\\pard\\intbl 2.1\\cell Grant.\\cell\\row"
        "\\trowd\\intbl 2.2\\cell\\cell Term\\par of it.\\cell\\row\\pard After",
        "2.1\tGrant.\n\n2.2\tTerm\n\nof it.\n\nAfter");
  check("\\trowd\\cellx1 a\\intbl\\cell b\\intbl\\cell\\row\\pard c", "a\tb\n\nc");
  check("\\pard\\intbl\\itap1 Out\\par\\pard\\intbl\\itap2 in\\nestcell two\\nestcell"
        "{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}\\pard\\intbl end\\cell"
        "\\trowd\\row\\pard c",
        "Out\n\nin\ttwo\n\nend\n\nc");
  check("\\pard\\itap9999999 deep\\cell x", "deep\tx");
}

static void puts_notes_and_boxes_behind_their_paragraph(void **state) {
  (void)state;
  check("Pays 5%{\\super\\chftn{\\footnote\\pard\\plain\\chftn  Net of tax.}} yearly.\\par Next"
        "{\\footnote\\ftnalt Last.}",
        "Pays 5% yearly.\n\n[Footnote 1: Net of tax.]\n\nNext\n\n[Endnote 1: Last.]");
  check(
      "a{\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn x}{\\sv 1}}{\\shptxt Boxed\\par}}{\\shprslt{\\*\\do"
      "\\dptxbx{\\dptxbxtext Boxed\\par}}}}b",
      "ab\n\nBoxed");
  check("a{\\*\\do\\dptxbx{\\dptxbxtext Old box}}b", "ab\n\nOld box");
}

static void reads_fields_by_what_they_show(void **state) {
  (void)state;
  check("See {\\field{\\*\\fldinst REF a {\\b x}}{\\fldrslt Section 3}}.", "See Section 3.");
  check("{\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt 1.\\tab Grant of rights\\tab "
        "3\\par}}Grant\\tab x",
        "1.\tGrant of rights ..... 3\n\nGrant\tx");
}

static void says_where_text_came_from(void **state) {
  (void)state;
  pv_error err = {0};
  pv_document *document =
      pv_document_from_bytes(PV_STR("{\\rtf1 One\\par\\par Two}"), "a.rtf", NULL, &err);
  assert_non_null(document);
  assert_true(pv_str_equal(pv_document_media_type(document), PV_STR("application/rtf")));
  pv_origin one = pv_document_locate(document, 0), two = pv_document_locate(document, 5);
  assert_int_equal(one.kind, PV_ORIGIN_PARAGRAPH);
  assert_int_equal(one.number, 1);
  assert_int_equal(two.number, 3);
  assert_true(pv_str_equal(two.name, PV_STR("document")));
  pv_document_free(document);
}

static void says_what_is_wrong_with_a_file(void **state) {
  (void)state;
  pv_check_refused(PV_STR("{\\rtf1{\\pict 00}}"), NULL, PV_ERROR_EMPTY, "no text");
  pv_check_refused(PV_STR("text"), &(pv_read_options){.as = "rtf"}, PV_ERROR_EMPTY, "no text");
  pv_check_text(PV_STR("{\\rtf1 a}b"), NULL, "a",
                "1 bytes behind the end of the rich text were left out");
  static const char filled[] = "{\\rtf1 a}\r\n\0\0";
  pv_check_text((pv_str){filled, sizeof filled - 1}, NULL, "a", NULL);
  pv_check_text(PV_STR("{\\rtf1 {a{b"), NULL, "ab",
                "the file ends in 3 open groups: its end may be missing");
  pv_check_text(PV_STR("{\\rtf1 a\\"), NULL, "a",
                "the file ends in 1 open groups: its end may be missing");
}

static void refuses_groups_too_deep_in_each_other(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_buffer bytes = {.arena = arena};
  pv_buffer_add(&bytes, PV_STR("{\\rtf1 "));
  pv_buffer_repeat(&bytes, '{', PV_LIMIT_GROUPS);
  pv_check_refused(pv_buffer_str(&bytes), NULL, PV_ERROR_LIMIT, "groups in each other");
  bytes.size = 0;
  pv_buffer_add(&bytes, PV_STR("{\\rtf1 a"));
  for (int i = 0; i < 20; i++) pv_buffer_add(&bytes, PV_STR("{\\footnote b"));
  pv_buffer_repeat(&bytes, '}', 21);
  pv_check_text(pv_buffer_str(&bytes), NULL,
                "a\n\n[Footnote 7: b\n\n[Footnote 6: b\n\n[Footnote 5: b\n\n[Footnote 4: b\n\n"
                "[Footnote 3: b\n\n[Footnote 2: b\n\n[Footnote 1: b]]]]]]]",
                "a note or text box in 7 others was left out");
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_paragraphs_without_what_stands_around_them),
      cmocka_unit_test(reads_bytes_in_the_code_page_of_the_font),
      cmocka_unit_test(reads_fonts_without_groups),
      cmocka_unit_test(reads_unicode_once),
      cmocka_unit_test(reads_signs_and_spaces),
      cmocka_unit_test(passes_over_binary_data),
      cmocka_unit_test(leaves_out_hidden_and_tracked_text),
      cmocka_unit_test(puts_numbers_before_their_paragraphs),
      cmocka_unit_test(reads_rows_of_tables),
      cmocka_unit_test(puts_notes_and_boxes_behind_their_paragraph),
      cmocka_unit_test(reads_fields_by_what_they_show),
      cmocka_unit_test(says_where_text_came_from),
      cmocka_unit_test(says_what_is_wrong_with_a_file),
      cmocka_unit_test(refuses_groups_too_deep_in_each_other),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
