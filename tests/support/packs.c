#include "support/packs.h"

#include <stdlib.h>
#include <unistd.h>

#include "support/pvtest.h"

enum { MAX_FILES = 8, PATH_SIZE = 64 };

static void put(const char *path, const char *text) {
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  (void)fputs(text, file);
  (void)fclose(file);
}

pv_grammar *pv_test_load(const char *const *texts, size_t count, pv_error *err) {
  char folder[PATH_SIZE / 2] = "/tmp/proviso-test-XXXXXX", paths[MAX_FILES][PATH_SIZE];
  const char *names[MAX_FILES];
  assert_true(count <= MAX_FILES);
  assert_non_null(mkdtemp(folder));
  for (size_t i = 0; i < count; i++) {
    (void)snprintf(paths[i], PATH_SIZE, "%s/%zu.xml", folder, i);
    names[i] = paths[i];
    put(paths[i], texts[i]);
  }
  pv_grammar *grammar = pv_grammar_load_all(names, count, err);
  for (size_t i = 0; i < count; i++) (void)unlink(paths[i]);
  (void)rmdir(folder);
  return grammar;
}

void pv_test_refused(const char *const *texts, size_t count, const char *file, uint32_t line,
                     uint32_t column, const char *message) {
  pv_error err = {0};
  assert_null(pv_test_load(texts, count, &err));
  char *end = strchr(err.message, '\n');
  if (end) *end = '\0';
  assert_string_equal(err.message, message);
  assert_string_equal(strrchr(err.file, '/') + 1, file);
  assert_int_equal(err.line, line);
  assert_int_equal(err.column, column);
}
