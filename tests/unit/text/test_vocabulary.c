#include "base/str.h"
#include "support/pvtest.h"
#include "text/vocabulary.h"

static uint16_t traits_of(const pv_vocabulary *v, const char *word) {
  uint32_t id = pv_vocabulary_find(v, pv_str_from(word));
  assert_true(id >= PV_WORD_FIRST);
  return pv_vocabulary_traits(v)[id];
}

static void knows_the_structural_words(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_vocabulary *v = pv_vocabulary_new(arena);
  assert_true(traits_of(v, "inc") & PV_TRAIT_ABBREVIATION);
  assert_true(traits_of(v, "inc") & PV_TRAIT_CORPORATE);
  assert_true(traits_of(v, "may") & PV_TRAIT_MONTH);
  assert_true(traits_of(v, "twenty") & PV_TRAIT_NUMBER);
  assert_true(traits_of(v, "§") & PV_TRAIT_SECTION);
  assert_true(traits_of(v, "annex") & PV_TRAIT_EXHIBIT);
  assert_true(traits_of(v, "xiv") & PV_TRAIT_ROMAN);
  assert_int_equal(pv_vocabulary_find(v, PV_STR("widget")), 0);
  assert_int_equal(pv_vocabulary_find(v, PV_STR("")), 0);
  pv_arena_free(arena);
}

static void keeps_the_ids_it_gave(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_vocabulary *v = pv_vocabulary_new(arena);
  enum { COUNT = 5000 };
  static uint32_t ids[COUNT];
  for (unsigned i = 0; i < COUNT; i++)
    ids[i] = pv_vocabulary_add(v, pv_str_printf(arena, "internationalisation%u", i));
  for (unsigned i = 0; i < COUNT; i++) {
    pv_str word = pv_str_printf(arena, "internationalisation%u", i);
    assert_int_equal(pv_vocabulary_find(v, word), ids[i]);
    assert_int_equal(pv_vocabulary_add(v, word), ids[i]);
    assert_true(pv_str_equal(pv_vocabulary_word(v, ids[i]), word));
    assert_true(ids[i] < pv_vocabulary_size(v));
    assert_int_equal(pv_vocabulary_traits(v)[ids[i]], 0);
  }
  pv_arena_free(arena);
}

static void tells_a_long_word_from_its_beginning(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_vocabulary *v = pv_vocabulary_new(arena);
  uint32_t a = pv_vocabulary_add(v, PV_STR("sublicenseabilit"));
  uint32_t b = pv_vocabulary_add(v, PV_STR("sublicenseability"));
  assert_int_not_equal(a, b);
  assert_int_equal(pv_vocabulary_find(v, PV_STR("sublicenseabilit")), a);
  assert_int_equal(pv_vocabulary_find(v, PV_STR("sublicenseability")), b);
  assert_int_equal(pv_vocabulary_find(v, PV_STR("sublicenseabilities")), 0);
  pv_arena_free(arena);
}

static void shapes_have_no_word(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_vocabulary *v = pv_vocabulary_new(arena);
  for (uint32_t id = 0; id < PV_WORD_FIRST; id++) {
    assert_int_equal(pv_vocabulary_word(v, id).size, 0);
    assert_int_equal(pv_vocabulary_traits(v)[id], 0);
  }
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(knows_the_structural_words),
      cmocka_unit_test(keeps_the_ids_it_gave),
      cmocka_unit_test(tells_a_long_word_from_its_beginning),
      cmocka_unit_test(shapes_have_no_word),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
