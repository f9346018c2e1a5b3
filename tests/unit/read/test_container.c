#include <stdlib.h>

#include "base/str.h"
#include "read/document.h"
#include "support/made_zip.h"
#include "support/pvtest.h"
#include "support/record.h"

#define ZIP(size, ...)                                                                             \
  pv_made_zip((const pv_made_entry[]){__VA_ARGS__},                                                \
              sizeof((const pv_made_entry[]){__VA_ARGS__}) / sizeof(pv_made_entry), size)

// Reads the bytes and frees them.
static void check(char *bytes, size_t size, const char *expected) {
  pv_record r = {0};
  assert_true(pv_documents_from_bytes((pv_str){bytes, size}, "a.zip", NULL, pv_record_take, &r));
  assert_string_equal(r.log, expected);
  free(bytes);
}

static void reads_the_members_in_their_order(void **state) {
  (void)state;
  size_t size;
  char *bytes = ZIP(&size, {"b.txt", {"B", 1}}, {"sub/a.md", {"# A", 3}}, {"c", {"C", 1}});
  check(bytes, size, "a.zip!b.txt = B\na.zip!sub/a.md =   A\na.zip!c = C\n");
}

static void leaves_out_what_is_no_document_and_says_so(void **state) {
  (void)state;
  size_t size;
  char *bytes = ZIP(&size, {"logo.png", {"x", 1}}, {"b.txt", {"B", 1}}, {".hidden.txt", {"x", 1}},
                    {"__MACOSX/._b.txt", {"x", 1}}, {"d/", {"", 0}}, {"run.exe", {"x", 1}});
  check(bytes, size,
        "a.zip!b.txt = B\n"
        "  members that are no documents were left out: logo.png, run.exe\n");
  bytes = ZIP(&size, {"logo.png", {"x", 1}}, {"run.exe", {"x", 1}});
  check(bytes, size, "a.zip: empty\n");
}

static void goes_on_behind_what_cannot_be_read(void **state) {
  (void)state;
  size_t size;
  char *bytes = ZIP(&size, {"a.txt", {"", 0}}, {"scan.txt", {"\x89PNG\r\n\x1A\n", 8}},
                    {"../../b.txt", {"B", 1}}, {"c\x01.txt", {"C", 1}});
  check(bytes, size,
        "a.zip!a.txt: empty\na.zip!scan.txt: format\na.zip!../../b.txt = B\n"
        "a.zip!c\xE2\x98\xBA.txt = C\n"); // as the code page of old zip files has it
}

static void reads_archives_in_archives_down_to_a_depth(void **state) {
  (void)state;
  size_t size;
  char *inner = ZIP(&size, {"t.txt", {"T", 1}});
  for (int i = 0; i < 12; i++) {
    char *outer = ZIP(&size, {"i.zip", {inner, size}});
    free(inner);
    inner = outer;
    if (i == 1) {
      pv_record r = {0};
      pv_documents_from_bytes((pv_str){inner, size}, "a.zip", NULL, pv_record_take, &r);
      assert_string_equal(r.log, "a.zip!i.zip!i.zip!t.txt = T\n");
    }
  }
  check(inner, size, "a.zip!i.zip!i.zip!i.zip!i.zip!i.zip!i.zip!i.zip!i.zip: limit\n");
}

static void ends_where_nobody_wants_more(void **state) {
  (void)state;
  size_t size;
  char *bytes = ZIP(&size, {"a.txt", {"A", 1}}, {"b.txt", {"B", 1}}, {"c.txt", {"C", 1}});
  pv_record r = {.stop_after = 2};
  assert_false(pv_documents_from_bytes((pv_str){bytes, size}, "a.zip", NULL, pv_record_take, &r));
  assert_string_equal(r.log, "a.zip!a.txt = A\na.zip!b.txt = B\n");
  free(bytes);
}

static void a_single_document_is_what_the_file_holds(void **state) {
  (void)state;
  size_t size;
  pv_error err = {0};
  char *bytes = ZIP(&size, {"a.txt", {"A", 1}});
  pv_document *document = pv_document_from_bytes((pv_str){bytes, size}, "a.zip", NULL, &err);
  assert_non_null(document);
  assert_true(pv_str_equal(pv_document_uri(document), PV_STR("a.zip!a.txt")));
  assert_int_equal(pv_document_size(document), 1);
  pv_document_free(document);
  free(bytes);
  bytes = ZIP(&size, {"a.txt", {"A", 1}}, {"b.txt", {"B", 1}});
  assert_null(pv_document_from_bytes((pv_str){bytes, size}, "a.zip", NULL, &err));
  assert_string_equal(err.message, "holds 2 documents; name one of them: a.zip!a.txt");
  free(bytes);
}

static void names_lead_into_archives(void **state) {
  (void)state;
  size_t size, outer_size;
  char *inner = ZIP(&size, {"a.txt", {"A", 1}}, {"b.txt", {"B", 1}});
  char *outer = ZIP(&outer_size, {"i.zip", {inner, size}}, {"c.txt", {"C", 1}});
  char path[] = "/tmp/proviso-test-XXXXXX", name[100];
  int file = mkstemp(path);
  FILE *out = fdopen(file, "wb");
  assert_int_equal(fwrite(outer, 1, outer_size, out), outer_size);
  fclose(out);
  pv_error err = {0};
  snprintf(name, sizeof name, "%s!i.zip!b.txt", path);
  pv_document *document = pv_document_read(name, NULL, &err);
  assert_non_null(document);
  assert_true(pv_str_equal(pv_document_text(document), PV_STR("B")));
  pv_document_free(document);
  snprintf(name, sizeof name, "%s!i.zip", path);
  pv_record r = {0};
  pv_documents_read(name, NULL, pv_record_take, &r);
  assert_int_equal(r.count, 2);
  snprintf(name, sizeof name, "%s!nothing.txt", path);
  assert_null(pv_document_read(name, NULL, &err));
  assert_int_equal(err.code, PV_ERROR_NOT_FOUND);
  remove(path);
  free(inner);
  free(outer);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_the_members_in_their_order),
      cmocka_unit_test(leaves_out_what_is_no_document_and_says_so),
      cmocka_unit_test(goes_on_behind_what_cannot_be_read),
      cmocka_unit_test(reads_archives_in_archives_down_to_a_depth),
      cmocka_unit_test(ends_where_nobody_wants_more),
      cmocka_unit_test(a_single_document_is_what_the_file_holds),
      cmocka_unit_test(names_lead_into_archives),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
