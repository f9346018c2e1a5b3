#include "base/str.h"
#include "support/pvtest.h"
#include "text/word.h"

static pv_word read(const char *bytes) {
  char padded[PV_KEY_SIZE + 1] = {0};
  strncpy(padded, bytes, PV_KEY_SIZE);
  return pv_word_read(padded);
}

static void check(const char *bytes, const char *folded, pv_token_case letters) {
  pv_word word = read(bytes);
  char key[PV_KEY_SIZE] = {0};
  for (size_t i = 0; i < 8; i++) {
    key[i] = (char)(word.key.low >> 8 * i);
    key[i + 8] = (char)(word.key.high >> 8 * i);
  }
  assert_int_equal(word.size, strlen(folded));
  assert_memory_equal(key, folded, word.size);
  for (size_t i = word.size; i < PV_KEY_SIZE; i++) assert_int_equal(key[i], 0);
  assert_int_equal(word.letters, letters);
}

static void reads_as_far_as_letters_and_digits_go(void **state) {
  (void)state;
  check("sell it", "sell", PV_CASE_LOWER);
  check("a@b", "a", PV_CASE_LOWER);
  check("z{", "z", PV_CASE_LOWER);
  check("A[", "a", PV_CASE_CAPITAL);
  check("Z`", "z", PV_CASE_CAPITAL);
  check("b/c", "b", PV_CASE_LOWER);
  check("b:c", "b", PV_CASE_LOWER);
  check("caf\xC3\xA9", "caf", PV_CASE_LOWER);
  check("distributorship", "distributorship", PV_CASE_LOWER);
  check("confidentialities", "confidentialitie", PV_CASE_LOWER);
}

static void tells_the_case(void **state) {
  (void)state;
  check("Trader ", "trader", PV_CASE_CAPITAL);
  check("TRADER ", "trader", PV_CASE_UPPER);
  check("tRADER ", "trader", PV_CASE_MIXED);
  check("TraderS ", "traders", PV_CASE_MIXED);
  check("Distributors ", "distributors", PV_CASE_CAPITAL);
  check("DISTRIBUTORs ", "distributors", PV_CASE_MIXED);
  check("A1", "a1", PV_CASE_MIXED);
  check("a0z9", "a0z9", PV_CASE_MIXED);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_as_far_as_letters_and_digits_go),
      cmocka_unit_test(tells_the_case),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
