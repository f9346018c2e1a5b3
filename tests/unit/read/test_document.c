#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/str.h"
#include "read/document.h"
#include "support/pvtest.h"

static pv_document *from(const char *text) {
  return pv_document_from_bytes(pv_str_from(text), "a.txt", NULL, NULL);
}

// The message of the error, its code before it.
static void check_fails(pv_str bytes, const pv_read_options *options, const char *expected) {
  pv_error err = {0};
  assert_null(pv_document_from_bytes(bytes, "a.txt", options, &err));
  char got[1200];
  snprintf(got, sizeof got, "%s: %s", pv_error_code_name(err.code), err.message);
  assert_string_equal(got, expected);
  assert_string_equal(err.file, "a.txt");
}

static void describes_itself(void **state) {
  (void)state;
  pv_document *document = from("abc");
  assert_true(pv_str_equal(pv_document_uri(document), PV_STR("a.txt")));
  assert_true(pv_str_equal(pv_document_text(document), PV_STR("abc")));
  assert_true(pv_str_equal(pv_document_media_type(document), PV_STR("text/plain")));
  assert_true(pv_str_equal(pv_document_encoding(document), PV_STR("utf-8")));
  assert_true(
      pv_str_equal(pv_document_sha256(document),
                   PV_STR("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")));
  assert_int_equal(pv_document_size(document), 3);
  assert_int_equal(pv_document_locate(document, 2).number, 2);
  pv_document_free(document);
}

static void says_why_it_cannot_read(void **state) {
  (void)state;
  check_fails(PV_STR(""), NULL, "empty: empty; there is nothing to read");
  check_fails(PV_STR(" \n\t\xC2\xA0\n"), NULL, "empty: only white space; there is nothing to read");
  check_fails(PV_STR("\xEF\xBB\xBF\r\n"), NULL,
              "empty: only white space; there is nothing to read");
  check_fails(PV_STR("\xFF\xFE"), NULL, "empty: only white space; there is nothing to read");
  check_fails(PV_STR("abcd"), &(pv_read_options){.max_bytes = 3},
              "limit: has 4 bytes; at most 3 are read");
  check_fails(PV_STR("abcd"), &(pv_read_options){.as = "mdd"},
              "usage: unknown format \"mdd\", did you mean \"md\"?");
  check_fails(
      PV_STR("\1\2\3\4\5\6"), NULL,
      "format: a binary file that is no document known here; save it as text and try again");
}

static void reads_files(void **state) {
  (void)state;
  char path[] = "/tmp/proviso-test-XXXXXX";
  int file = mkstemp(path);
  assert_true(file >= 0);
  assert_int_equal(write(file, "Term\x85\n", 6), 6);
  close(file);
  pv_error err = {0};
  pv_document *document = pv_document_read(path, NULL, &err);
  assert_non_null(document);
  assert_int_equal(pv_document_size(document), 6);
  assert_true(pv_str_equal(pv_document_text(document), PV_STR("Term\xE2\x80\xA6\n")));
  assert_true(pv_str_equal(pv_document_encoding(document), PV_STR("windows-1252")));
  assert_int_equal(pv_document_locate(document, 7).number, 5);
  pv_document_free(document);
  assert_null(pv_document_read(path, &(pv_read_options){.max_bytes = 5}, &err));
  assert_string_equal(err.message, "has 6 bytes; at most 5 are read");
  unlink(path);
  assert_null(pv_document_read(path, NULL, &err));
  assert_int_equal(err.code, PV_ERROR_NOT_FOUND);
  assert_string_equal(err.message, "no such file or folder");
  assert_string_equal(err.file, path);
}

static void refuses_folders(void **state) {
  (void)state;
  pv_error err = {0};
  assert_null(pv_document_read("/", NULL, &err));
  assert_int_equal(err.code, PV_ERROR_READ);
  assert_string_equal(err.message, "a folder, not a file");
}

// Runs `read` with a pipe of `size` bytes as standard input.
static pv_document *read_pipe(size_t size, const pv_read_options *options, pv_error *err) {
  int ends[2], saved = dup(STDIN_FILENO);
  assert_int_equal(pipe(ends), 0);
  dup2(ends[0], STDIN_FILENO);
  close(ends[0]);
  char piece[1000];
  memset(piece, 'x', sizeof piece);
  for (size_t left = size; left; left -= left < sizeof piece ? left : sizeof piece)
    assert_true(write(ends[1], piece, left < sizeof piece ? left : sizeof piece) > 0);
  close(ends[1]);
  pv_document *document = pv_document_read("-", options, err);
  dup2(saved, STDIN_FILENO);
  close(saved);
  return document;
}

static void reads_standard_input(void **state) {
  (void)state;
  pv_error err = {0};
  pv_document *document = read_pipe(30000, NULL, &err);
  assert_non_null(document);
  assert_int_equal(pv_document_text(document).size, 30000);
  assert_true(pv_str_equal(pv_document_uri(document), PV_STR("-")));
  pv_document_free(document);
  assert_null(read_pipe(30000, &(pv_read_options){.max_bytes = 20000}, &err));
  assert_string_equal(err.message, "has more than 20000 bytes; at most 20000 are read");
  document = read_pipe(20000, &(pv_read_options){.max_bytes = 20000}, &err);
  assert_non_null(document);
  pv_document_free(document);
}

static void lives_as_long_as_an_arena_keeps_it(void **state) {
  (void)state;
  pv_document *document = from("kept");
  pv_arena *arena = pv_arena_new(0);
  pv_document_keep(document, arena);
  pv_str text = pv_document_text(document);
  pv_document_free(document);
  assert_memory_equal(text.data, "kept", 4);
  pv_arena_free(arena);
}

static void hands_on_what_reading_has_to_report(void **state) {
  (void)state;
  pv_document *document = from("\x93Term\x94");
  pv_arena *arena = pv_arena_new(0);
  pv_diagnostics diagnostics = pv_document_diagnostics(document, arena);
  assert_int_equal(diagnostics.count, 1);
  assert_int_equal(diagnostics.items[0].id, PV_DIAGNOSTIC_ENCODING_GUESSED);
  pv_diagnose(&diagnostics, PV_DIAGNOSTIC_NO_TEXT, (pv_span){0, 0}, "more");
  assert_int_equal(diagnostics.count, 2);
  pv_arena_free(arena);
  pv_document_free(document);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(describes_itself),
      cmocka_unit_test(says_why_it_cannot_read),
      cmocka_unit_test(reads_files),
      cmocka_unit_test(refuses_folders),
      cmocka_unit_test(reads_standard_input),
      cmocka_unit_test(lives_as_long_as_an_arena_keeps_it),
      cmocka_unit_test(hands_on_what_reading_has_to_report),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
