#include "match/plan_image.h"

#include "base/error.h"
#include "grammar/image.h"

static size_t word_set_size(const void *object, const void *root) {
  (void)object;
  return (pv_vocabulary_size(pv_grammar_image_of(root)->vocabulary) + 63) / 64;
}

static size_t word_count(const void *object, const void *root) {
  (void)object;
  return pv_vocabulary_size(pv_grammar_image_of(root)->vocabulary);
}

static size_t instruction_count(const void *object, const void *root) {
  (void)root;
  return ((const pv_prepared *)object)->program->count;
}

static size_t mask_words(const void *object, const void *root) {
  (void)root;
  const pv_candidates *candidates = object;
  return candidates->mask_count * candidates->width;
}

static size_t type_words(const void *object, const void *root) {
  (void)root;
  return PV_MAX_TYPES * ((const pv_candidates *)object)->width;
}

static size_t need_words(const void *object, const void *root) {
  (void)root;
  const pv_candidates *candidates = object;
  return candidates->count * candidates->width;
}

static size_t list_count(const void *object, const void *root) {
  (void)root;
  return ((const pv_candidates *)object)->width * 64 + 1;
}

static size_t atom_count(const void *object, const void *root) {
  (void)object;
  (void)root;
  return PV_MAX_ATOMS;
}

#define FIRST(owner, member)                                                                       \
  PV_IMAGE_COUNTED(owner, member.words, uint64_t, word_set_size),                                  \
      PV_IMAGE_PLAIN(owner, member.tests, member.test_count, uint32_t)

static const pv_image_member first_members[] = {
    PV_IMAGE_COUNTED(pv_first, words, uint64_t, word_set_size),
    PV_IMAGE_PLAIN(pv_first, tests, test_count, uint32_t),
};
static PV_IMAGE_TYPE(first, pv_first);

static const pv_image_member pair_members[] = {
    FIRST(pv_start_pair, first),
    FIRST(pv_start_pair, second),
};
static PV_IMAGE_TYPE(pair, pv_start_pair);

static const pv_image_member anchor_members[] = {FIRST(pv_anchor, first)};
static PV_IMAGE_TYPE(anchor, pv_anchor);

static const pv_image_member prepared_members[] = {
    PV_IMAGE_ONE(pv_prepared, program, pv_grammar_image_program_type),
    FIRST(pv_prepared, start.first),
    PV_IMAGE_ARRAY(pv_prepared, start.pairs, start.pair_count, pair),
    PV_IMAGE_ARRAY(pv_prepared, start.anchors.items, start.anchors.count, anchor),
    PV_IMAGE_COUNTED(pv_prepared, start.guards.numbers, uint16_t, instruction_count),
    PV_IMAGE_ARRAY(pv_prepared, start.guards.items, start.guards.count, first),
    PV_IMAGE_COUNTED(pv_prepared, start.joins.numbers, uint16_t, instruction_count),
};
static PV_IMAGE_TYPE(prepared, pv_prepared);

// A start that is part of one of the prepared programs; its members went with that.
static const pv_image_type start = {sizeof(pv_start), NULL, 0};

static const pv_image_member candidate_members[] = {
    PV_IMAGE_ONE(pv_candidate, program, pv_grammar_image_program_type),
    PV_IMAGE_ONE(pv_candidate, start, start),
};
static PV_IMAGE_TYPE(candidate, pv_candidate);

static const pv_image_member phase_members[] = {
    PV_IMAGE_ARRAY(pv_candidates, items, count, candidate),
    PV_IMAGE_COUNTED(pv_candidates, words, uint16_t, word_count),
    PV_IMAGE_COUNTED(pv_candidates, masks, uint64_t, mask_words),
    PV_IMAGE_COUNTED(pv_candidates, types, uint64_t, type_words),
    PV_IMAGE_COUNTED(pv_candidates, needs, uint64_t, need_words),
    PV_IMAGE_PLAIN(pv_candidates, always, width, uint64_t),
    PV_IMAGE_PLAIN(pv_candidates, keys, width, uint64_t),
    PV_IMAGE_COUNTED(pv_candidates, lists, uint32_t, list_count),
    PV_IMAGE_PLAIN(pv_candidates, listed, count, uint32_t),
    PV_IMAGE_PLAIN(pv_candidates, free, set_words, uint64_t),
    PV_IMAGE_COUNTED(pv_candidates, numbers, uint16_t, atom_count),
};
static PV_IMAGE_TYPE(phase, pv_candidates);

static const pv_image_member plan_members[] = {
    PV_IMAGE_ARRAY(pv_plan, prepared, prepared_count, prepared),
    PV_IMAGE_ARRAY(pv_plan, phases, phase_count, phase),
};
static PV_IMAGE_TYPE(plan, pv_plan);

static const pv_image_member root_members[] = {
    PV_IMAGE_ONE(pv_grammar_image, grammar, pv_grammar_image_type),
    PV_IMAGE_ONE(pv_grammar_image, plan, plan),
    PV_IMAGE_TEXT(pv_grammar_image, folder),
    PV_IMAGE_ARRAY(pv_grammar_image, sources, source_count, pv_grammar_image_source_type),
};
static PV_IMAGE_TYPE(root, pv_grammar_image);

#if UINTPTR_MAX == UINT64_MAX
_Static_assert(sizeof(pv_prepared) == 128, "pv_prepared changed: see prepared_members");
_Static_assert(sizeof(pv_candidates) == 256, "pv_candidates changed: see phase_members");
#endif

bool pv_plan_image_write(pv_arena *arena, pv_grammar *grammar, pv_str folder, const char *path,
                         pv_error *err) {
  pv_grammar_image image = {.grammar = grammar, .plan = pv_plan_make(arena, grammar)};
  if (!pv_grammar_image_sources(arena, folder, &image))
    return pv_fail(err, PV_ERROR_READ, "cannot read the folder of the grammars");
  pv_image made = pv_image_make(arena, &image, &root);
  if (!made.bytes) return pv_fail(err, PV_ERROR_LIMIT, "the grammar is too large to be kept");
  return pv_grammar_image_write(&made, path, err);
}
