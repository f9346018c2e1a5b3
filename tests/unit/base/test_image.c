#include <stddef.h>

#include "base/image.h"
#include "base/str.h"
#include "support/pvtest.h"

// A tree with a shared leaf and a pointer into an array.
typedef struct {
  pv_str name;
  uint32_t number;
} leaf;

typedef struct {
  const leaf *leaves;
  uint32_t leaf_count;
  const leaf *chosen; // one of them
  const uint16_t *numbers;
  size_t number_count;
  void *left_out;
} tree;

static const pv_image_member leaf_type_members[] = {PV_IMAGE_TEXT(leaf, name)};
static PV_IMAGE_TYPE(leaf_type, leaf);

static const pv_image_member tree_type_members[] = {
    PV_IMAGE_ARRAY(tree, leaves, leaf_count, leaf_type),
    PV_IMAGE_ONE(tree, chosen, leaf_type),
    PV_IMAGE_PLAIN(tree, numbers, number_count, uint16_t),
    PV_IMAGE_EMPTY(tree, left_out),
};
static PV_IMAGE_TYPE(tree_type, tree);

static const leaf leaves[] = {{{"oak", 3}, 1}, {{"", 0}, 2}, {{"elm", 3}, 3}};
static const uint16_t numbers[] = {5, 6, 7};

static pv_image make(pv_arena *arena) {
  tree made = {.leaves = leaves,
               .leaf_count = 3,
               .chosen = &leaves[2],
               .numbers = numbers,
               .number_count = 3,
               .left_out = arena};
  return pv_image_make(arena, &made, &tree_type);
}

static void keeps_what_leads_where(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_image image = make(arena);
  assert_true(pv_image_relocate(image.bytes, image.size, image.pointers, image.pointer_count));
  const tree *read = (const tree *)(const void *)image.bytes;
  assert_int_equal(read->leaf_count, 3);
  assert_ptr_not_equal(read->leaves, leaves);
  assert_ptr_equal(read->chosen, &read->leaves[2]);
  assert_string_equal(read->leaves[0].name.data, "oak");
  assert_string_equal(read->leaves[1].name.data, "");
  assert_int_equal(read->chosen->number, 3);
  assert_int_equal(read->numbers[2], 7);
  assert_null(read->left_out);
  pv_arena_free(arena);
}

static void refuses_what_leads_out_of_it(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_image image = make(arena);
  assert_false(pv_image_relocate(image.bytes, image.size / 2, image.pointers, image.pointer_count));
  const uint32_t behind = (uint32_t)image.size - 4;
  assert_false(pv_image_relocate(image.bytes, image.size, &behind, 1));
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keeps_what_leads_where),
      cmocka_unit_test(refuses_what_leads_out_of_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
