#include "base/hash.h"
#include "base/str.h"
#include "support/pvtest.h"

static void prints_sha256_in_hex(void **state) {
  (void)state;
  char hex[PV_SHA256_HEX_SIZE];
  pv_sha256_print(PV_STR("abc"), hex);
  assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  pv_sha256_print(PV_STR(""), hex);
  assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void adds_sha256_in_pieces(void **state) {
  (void)state;
  char hex[PV_SHA256_HEX_SIZE];
  pv_sha256 sha;
  pv_sha256_init(&sha);
  pv_sha256_add(&sha, PV_STR("a"));
  pv_sha256_add(&sha, PV_STR("bc"));
  pv_sha256_finish(&sha, hex);
  assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void hashes_as_fnv_1a_does(void **state) {
  (void)state;
  assert_true(pv_hash_add(PV_HASH_START, PV_STR("")) == UINT64_C(0xcbf29ce484222325));
  assert_true(pv_hash_add(PV_HASH_START, PV_STR("foobar")) == UINT64_C(0x85944171f73967e8));
  uint64_t first = pv_hash_add(PV_HASH_START, PV_STR("foo"));
  assert_true(pv_hash_add(first, PV_STR("bar")) == UINT64_C(0x85944171f73967e8));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(prints_sha256_in_hex),
      cmocka_unit_test(adds_sha256_in_pieces),
      cmocka_unit_test(hashes_as_fnv_1a_does),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
