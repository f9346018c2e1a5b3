// What the structs of a grammar hold, for its image.
#include "grammar/image.h"
#include "grammar/weights.h"
#include "text/lookup.h"

const pv_grammar *pv_grammar_image_of(const void *root) {
  return ((const pv_grammar_image *)root)->grammar;
}

static size_t word_count(const void *object, const void *root) {
  (void)object;
  return pv_vocabulary_size(pv_grammar_image_of(root)->vocabulary);
}

static size_t word_set_size(const void *object, const void *root) {
  return (word_count(object, root) + 63) / 64;
}

static size_t type_count(const void *object, const void *root) {
  (void)object;
  (void)root;
  return PV_MAX_TYPES;
}

static size_t slot_count(const void *object, const void *root) {
  (void)root;
  return (size_t)((const pv_vocabulary *)object)->mask + 1;
}

// Instructions of a program that has where they come from.
static size_t where_count(const void *object, const void *root) {
  (void)root;
  return ((const pv_program *)object)->count;
}

static const pv_image_member text_members[] = {
    {.offset = offsetof(pv_str, data),
     .size = 1,
     .count_offset = offsetof(pv_str, size),
     .count_size = sizeof(size_t),
     .is_text = true},
};
static PV_IMAGE_TYPE(text, pv_str);

static const pv_image_member vocabulary_members[] = {
    PV_IMAGE_EMPTY(pv_vocabulary, arena),
    PV_IMAGE_PLAIN(pv_vocabulary, keys, count, pv_word_key),
    PV_IMAGE_ARRAY(pv_vocabulary, words, count, text),
    PV_IMAGE_PLAIN(pv_vocabulary, traits, count, uint16_t),
    PV_IMAGE_COUNTED(pv_vocabulary, table, uint32_t, slot_count),
};
static PV_IMAGE_TYPE(vocabulary, pv_vocabulary);

static const pv_image_member frame_slot_members[] = {
    PV_IMAGE_TEXT(pv_frame_slot, name),
    PV_IMAGE_ARRAY(pv_frame_slot, values, value_count, text),
};
static PV_IMAGE_TYPE(frame_slot, pv_frame_slot);

static const pv_image_type frame;
static const pv_image_member frame_members[] = {
    PV_IMAGE_TEXT(pv_frame, id),
    PV_IMAGE_TEXT(pv_frame, family),
    PV_IMAGE_ARRAY(pv_frame, slots, slot_count, frame_slot),
    PV_IMAGE_ARRAY(pv_frame, kinds, kind_count, text),
    PV_IMAGE_ONE(pv_frame, into, frame),
};
static PV_IMAGE_TYPE(frame, pv_frame);

static const pv_image_member pv_grammar_image_program_type_members[] = {
    PV_IMAGE_PLAIN(pv_program, code, count, pv_instruction),
    PV_IMAGE_TEXT(pv_program, source),
    PV_IMAGE_COUNTED(pv_program, where, uint32_t, where_count),
};
PV_IMAGE_TYPE(pv_grammar_image_program_type, pv_program);
#define PROGRAMS(owner, member, length)                                                            \
  PV_IMAGE_ARRAY(owner, member, length, pv_grammar_image_program_type)

static const pv_image_member condition_members[] = {
    PROGRAMS(pv_condition, programs, program_count),
};
static PV_IMAGE_TYPE(condition, pv_condition);

static const pv_image_member boost_members[] = {
    PROGRAMS(pv_boost, programs, program_count),
};
static PV_IMAGE_TYPE(boost, pv_boost);

static const pv_image_member slot_pattern_members[] = {
    PROGRAMS(pv_slot_pattern, programs, program_count),
};
static PV_IMAGE_TYPE(slot_pattern, pv_slot_pattern);

static const pv_image_member field_value_members[] = {
    PV_IMAGE_TEXT(pv_field_value, is),
    PROGRAMS(pv_field_value, programs, program_count),
};
static PV_IMAGE_TYPE(field_value, pv_field_value);

static const pv_image_member field_members[] = {
    PV_IMAGE_TEXT(pv_field, fallback),
    PV_IMAGE_ARRAY(pv_field, values, value_count, field_value),
};
static PV_IMAGE_TYPE(field, pv_field);

static const pv_image_member capture_members[] = {
    PV_IMAGE_TEXT(pv_capture_name, name),
};
static PV_IMAGE_TYPE(capture, pv_capture_name);

static const pv_image_member message_members[] = {
    PV_IMAGE_TEXT(pv_message, language),
    PV_IMAGE_TEXT(pv_message, text),
};
static PV_IMAGE_TYPE(message, pv_message);

static const pv_image_member mark_members[] = {
    PV_IMAGE_TEXT(pv_example_mark, slot),
};
static PV_IMAGE_TYPE(mark, pv_example_mark);

static const pv_image_member example_field_members[] = {
    PV_IMAGE_TEXT(pv_example_field, field),
    PV_IMAGE_TEXT(pv_example_field, value),
};
static PV_IMAGE_TYPE(example_field, pv_example_field);

static const pv_image_member addition_members[] = {
    PV_IMAGE_TEXT(pv_example_addition, text),
};
static PV_IMAGE_TYPE(addition, pv_example_addition);

static const pv_image_member need_members[] = {
    PV_IMAGE_TEXT(pv_example_need, others),
};
static PV_IMAGE_TYPE(need, pv_example_need);

static const pv_image_member example_members[] = {
    PV_IMAGE_TEXT(pv_example, text),
    PV_IMAGE_TEXT(pv_example, why),
    PV_IMAGE_ARRAY(pv_example, needs, need_count, need),
    PV_IMAGE_ARRAY(pv_example, additions, addition_count, addition),
    PV_IMAGE_ARRAY(pv_example, marks, mark_count, mark),
    PV_IMAGE_ARRAY(pv_example, fields, field_count, example_field),
};
static PV_IMAGE_TYPE(example, pv_example);

static const pv_image_member rule_members[] = {
    PV_IMAGE_TEXT(pv_rule, id),
    PV_IMAGE_TEXT(pv_rule, title),
    PV_IMAGE_TEXT(pv_rule, pack),
    PV_IMAGE_TEXT(pv_rule, file),
    PV_IMAGE_ONE(pv_rule, frame, frame),
    PV_IMAGE_TEXT(pv_rule, kind),
    PV_IMAGE_TEXT(pv_rule, polarity),
    PV_IMAGE_TEXT(pv_rule, severity),
    PV_IMAGE_TEXT(pv_rule, message),
    PV_IMAGE_ARRAY(pv_rule, messages, message_count, message),
    PV_IMAGE_TEXT(pv_rule, note),
    PV_IMAGE_TEXT(pv_rule, changed_by),
    PROGRAMS(pv_rule, matches, match_count),
    PV_IMAGE_ARRAY(pv_rule, captures, capture_count, capture),
    PV_IMAGE_ARRAY(pv_rule, conditions, condition_count, condition),
    PV_IMAGE_ARRAY(pv_rule, slots, slot_count, slot_pattern),
    PV_IMAGE_ARRAY(pv_rule, fields, field_count, field),
    PV_IMAGE_ARRAY(pv_rule, boosts, boost_count, boost),
    PV_IMAGE_ARRAY(pv_rule, examples, example_count, example),
};
static PV_IMAGE_TYPE(rule, pv_rule);

// Who adds a member to one of these adds it above, too, if it is a pointer.
#if UINTPTR_MAX == UINT64_MAX
_Static_assert(sizeof(pv_rule) == 352, "pv_rule changed: see rule_members");
_Static_assert(sizeof(pv_frame) == 80, "pv_frame changed: see frame_members");
_Static_assert(sizeof(pv_example) == 112, "pv_example changed: see example_members");
_Static_assert(sizeof(pv_predicate) == 56, "pv_predicate changed: see predicate_members");
_Static_assert(sizeof(pv_program) == 176, "pv_program changed: see its members");
_Static_assert(sizeof(pv_grammar) == 360, "pv_grammar changed: see its members");
#endif

static const pv_image_member predicate_members[] = {
    PV_IMAGE_COUNTED(pv_predicate, words, uint64_t, word_set_size),
    PV_IMAGE_TEXT(pv_predicate, surface),
    PV_IMAGE_EMPTY(pv_predicate, regex),
};
static PV_IMAGE_TYPE(predicate, pv_predicate);

static size_t cue_count(const void *object, const void *root) {
  (void)root;
  return (size_t)((const pv_weights *)object)->mask + 1;
}

static size_t point_count(const void *object, const void *root) {
  (void)root;
  const pv_weights *weights = object;
  return (size_t)weights->row_count * weights->count;
}

static size_t rule_count(const void *object, const void *root) {
  (void)object;
  return pv_grammar_image_of(root)->rule_count;
}

static const pv_image_member weighing_members[] = {
    PV_IMAGE_ONE(pv_weighing, rule, rule),
    PV_IMAGE_ARRAY(pv_weighing, kinds, kind_count, text),
    PV_IMAGE_COUNTED(pv_weighing, knows, bool, rule_count),
    PV_IMAGE_PLAIN(pv_weighing, steps, step_count, pv_confidence_step),
};
static PV_IMAGE_TYPE(weighing, pv_weighing);

static const pv_image_member weights_members[] = {
    PV_IMAGE_ARRAY(pv_weights, items, count, weighing),
    PV_IMAGE_COUNTED(pv_weights, cues, pv_cue, cue_count),
    PV_IMAGE_COUNTED(pv_weights, rows, uint32_t, cue_count),
    PV_IMAGE_COUNTED(pv_weights, points, int8_t, point_count),
    PV_IMAGE_COUNTED(pv_weights, uses, uint8_t, word_count),
    PV_IMAGE_COUNTED(pv_weights, seeds, uint32_t, word_count),
};
static PV_IMAGE_TYPE(weights, pv_weights);

// Arrays that others point into come first.
static const pv_image_member pv_grammar_image_type_members[] = {
    PV_IMAGE_EMPTY(pv_grammar, arena),
    PV_IMAGE_EMPTY(pv_grammar, plan),
    PV_IMAGE_ARRAY(pv_grammar, frames, frame_count, frame),
    PV_IMAGE_ONE(pv_grammar, vocabulary, vocabulary),
    PV_IMAGE_COUNTED(pv_grammar, frequencies, uint16_t, word_count),
    PV_IMAGE_TEXT(pv_grammar, id),
    PV_IMAGE_TEXT(pv_grammar, version),
    PV_IMAGE_TEXT(pv_grammar, sha256),
    PV_IMAGE_ARRAY(pv_grammar, type_names, type_count, text),
    PV_IMAGE_ARRAY(pv_grammar, predicates, predicate_count, predicate),
    PROGRAMS(pv_grammar, looks, look_count),
    PV_IMAGE_ARRAY(pv_grammar, rules, rule_count, rule),
    PV_IMAGE_ONE(pv_grammar, weights, weights),
    PV_IMAGE_COUNTED(pv_grammar, word_atoms, pv_atom_mask, word_count),
    PV_IMAGE_COUNTED(pv_grammar, type_atoms, pv_atom_mask, type_count),
};
PV_IMAGE_TYPE(pv_grammar_image_type, pv_grammar);

static const pv_image_member pv_grammar_image_source_type_members[] = {
    PV_IMAGE_TEXT(pv_image_source, name),
    PV_IMAGE_TEXT(pv_image_source, sha256),
};
PV_IMAGE_TYPE(pv_grammar_image_source_type, pv_image_source);
