#include <stdlib.h>

#include "base/str.h"
#include "read/archive.h"
#include "read/limits.h"
#include "support/made_zip.h"
#include "support/pvtest.h"

typedef struct {
  pv_arena *arena;
  char *bytes;
  size_t size;
} made;

static made make(const pv_made_entry *entries, size_t count) {
  made m = {.arena = pv_arena_new(0)};
  m.bytes = pv_made_zip_stored(entries, count, &m.size);
  return m;
}

static void end(made *m) {
  pv_arena_free(m->arena);
  free(m->bytes);
}

static pv_archive *open_made(const made *m, pv_error *err) {
  return pv_archive_open(m->arena, (pv_str){m->bytes, m->size}, err);
}

static void put(made *m, size_t at, uint32_t number, size_t size) {
  for (size_t i = 0; i < size; i++) m->bytes[at + i] = (char)(number >> 8 * i);
}

// Where the `index`th record with that mark starts.
static size_t find(const made *m, const char *mark, size_t index) {
  for (size_t at = 0; at + 4 <= m->size; at++)
    if (memcmp(m->bytes + at, mark, 4) == 0 && !index--) return at;
  fail_msg("no record %s", mark);
  return 0;
}

static const pv_made_entry two[] = {{"a.txt", {"first", 5}}, {"sub/B.txt", {"second", 6}}};

static void finds_and_unpacks_entries(void **state) {
  (void)state;
  made m = make(two, 2);
  pv_error err = {0};
  pv_archive *archive = open_made(&m, &err);
  assert_non_null(archive);
  assert_int_equal(pv_archive_count(archive), 2);
  assert_string_equal(pv_archive_name(archive, 1), "sub/B.txt");
  assert_int_equal(pv_archive_find(archive, "SUB/b.txt"), 1);
  assert_int_equal(pv_archive_find(archive, "c.txt"), PV_NO_ENTRY);
  size_t size;
  char *bytes = pv_archive_unpack(archive, 1, 6, &size, &err);
  assert_int_equal(size, 6);
  assert_memory_equal(bytes, "second", 6);
  free(bytes);
  assert_null(pv_archive_unpack(archive, 1, 5, &size, &err));
  assert_int_equal(err.code, PV_ERROR_LIMIT);
  assert_true(pv_archive_holds((pv_str){m.bytes, m.size}, PV_STR("sub/")));
  assert_false(pv_archive_holds((pv_str){m.bytes, m.size}, PV_STR("second")));
  end(&m);
}

static void check_refused(made *m, const char *message) {
  pv_error err = {0};
  pv_archive *archive = open_made(m, &err);
  assert_null(archive);
  assert_int_equal(err.code, PV_ERROR_FORMAT);
  if (!strstr(err.message, message)) fail_msg("%s", err.message);
  end(m);
}

static void refuses_what_is_cut_off(void **state) {
  (void)state;
  for (size_t cut = 1; cut < 100; cut += 7) {
    made m = make(two, 2);
    m.size -= cut;
    check_refused(&m, "a damaged zip file or Office document: it is cut off");
  }
}

static void refuses_entries_that_overlap(void **state) {
  (void)state;
  made m = make(two, 2);
  put(&m, find(&m, "PK\1\2", 1) + 42, 0, 4); // the second one lies where the first one does
  check_refused(&m, "whose entries overlap");
  m = make(two, 2);
  put(&m, find(&m, "PK\1\2", 0) + 20, 5000, 4); // the first one reaches over the end
  check_refused(&m, "whose entries overlap");
  m = make(two, 2);
  put(&m, find(&m, "PK\1\2", 1) + 42, 0x7FFFFFFF, 4);
  check_refused(&m, "whose entries overlap");
}

static void refuses_entries_that_lie_about_their_bytes(void **state) {
  (void)state;
  made m = make(two, 2);
  pv_error err = {0};
  size_t size;
  m.bytes[find(&m, "firs", 0)] ^= 1; // the sum does not hold
  pv_archive *archive = open_made(&m, &err);
  assert_non_null(archive);
  assert_null(pv_archive_unpack(archive, 0, 100, &size, &err));
  assert_int_equal(err.code, PV_ERROR_FORMAT);
  assert_non_null(strstr(err.message, "damaged: \"a.txt\" in it does not unpack"));
  end(&m);
}

// One that says that it is smaller than it is, by its directory.
static void reads_no_more_than_an_entry_says(void **state) {
  (void)state;
  static char blanks[100000];
  memset(blanks, ' ', sizeof blanks);
  size_t size, got;
  const pv_made_entry entry = {"a.txt", {blanks, sizeof blanks}};
  made m = {.arena = pv_arena_new(0)};
  m.bytes = pv_made_zip(&entry, 1, &size);
  m.size = size;
  put(&m, find(&m, "PK\1\2", 0) + 24, 10, 4);
  pv_error err = {0};
  pv_archive *archive = open_made(&m, &err);
  if (archive) assert_null(pv_archive_unpack(archive, 0, SIZE_MAX, &got, &err));
  assert_int_equal(err.code, PV_ERROR_FORMAT);
  end(&m);
}

static void refuses_entries_that_grow_too_much(void **state) {
  (void)state;
  size_t size = PV_LIMIT_RATIO_FROM * 2, zipped;
  char *zeros = calloc(1, size);
  const pv_made_entry entry = {"a.txt", {zeros, size}};
  made m = {.arena = pv_arena_new(0)};
  m.bytes = pv_made_zip(&entry, 1, &zipped);
  m.size = zipped;
  pv_error err = {0};
  pv_archive *archive = open_made(&m, &err);
  assert_non_null(archive);
  assert_null(pv_archive_unpack(archive, 0, SIZE_MAX, &size, &err));
  assert_int_equal(err.code, PV_ERROR_LIMIT);
  assert_non_null(strstr(err.message, "unpacks to more than 250 times its size"));
  free(zeros);
  end(&m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_and_unpacks_entries),
      cmocka_unit_test(refuses_what_is_cut_off),
      cmocka_unit_test(refuses_entries_that_overlap),
      cmocka_unit_test(refuses_entries_that_lie_about_their_bytes),
      cmocka_unit_test(reads_no_more_than_an_entry_says),
      cmocka_unit_test(refuses_entries_that_grow_too_much),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
