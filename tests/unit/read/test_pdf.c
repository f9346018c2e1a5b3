#include <unistd.h>

#include "base/str.h"
#include "read/document.h"
#include "support/pvtest.h"

// Without a table of offsets, which readers make anew.
#define PDF(content)                                                                               \
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"                                         \
  "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"                                             \
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"                          \
  "/Resources<</Font<</F 5 0 R>>>>>>endobj\n"                                                      \
  "4 0 obj<<>>stream\n" content "\nendstream endobj\n"                                             \
  "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"                                 \
  "trailer<</Root 1 0 R>>\n%%EOF\n"

static bool has_program(void) {
  return access("/usr/bin/pdftotext", X_OK) == 0 || access("/usr/local/bin/pdftotext", X_OK) == 0;
}

static void reads_text_with_its_page_and_box(void **state) {
  (void)state;
  if (!has_program()) skip();
  pv_error err = {0};
  const char *file = PDF("BT /F 12 Tf 72 500 Td (Maker grants Trader a licence.) Tj ET");
  pv_document *document = pv_document_from_bytes(pv_str_from(file), "a.pdf", NULL, &err);
  if (!document) fail_msg("%s", err.message);
  assert_true(pv_str_equal(pv_document_text(document), PV_STR("Maker grants Trader a licence.")));
  assert_true(pv_str_equal(pv_document_media_type(document), PV_STR("application/pdf")));
  pv_origin place = pv_document_locate(document, 3);
  assert_int_equal(place.kind, PV_ORIGIN_PAGE);
  assert_int_equal(place.number, 1);
  assert_int_equal(place.box[0], 72);
  assert_true(place.box[1] > 270 && place.box[3] < 310);
  pv_document_free(document);
}

static void says_that_a_page_has_no_text(void **state) {
  (void)state;
  if (!has_program()) skip();
  pv_error err = {0};
  assert_null(pv_document_from_bytes(PV_STR(PDF("0 0 100 100 re f")), "scan.pdf", NULL, &err));
  assert_int_equal(err.code, PV_ERROR_EMPTY);
  assert_non_null(strstr(err.message, "no text in its 1 page"));
}

static void refuses_what_is_damaged(void **state) {
  (void)state;
  if (!has_program()) skip();
  pv_error err = {0};
  assert_null(pv_document_from_bytes(PV_STR("%PDF-1.4\n1 0 obj<<"), "a.pdf", NULL, &err));
  assert_int_equal(err.code, PV_ERROR_FORMAT);
  assert_non_null(strstr(err.message, "damaged PDF"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_text_with_its_page_and_box),
      cmocka_unit_test(says_that_a_page_has_no_text),
      cmocka_unit_test(refuses_what_is_damaged),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
