#include "match/candidate.h"

#include <string.h>

enum { COMMON_TYPE = 1500 }; // of 10,000 sentences, how many hold an annotation, roughly

// What is known while the tables of a phase are made.
typedef struct {
  pv_arena *arena;
  const pv_grammar *grammar;
  pv_candidates *out;
  uint64_t weights[PV_MAX_ATOMS]; // by number here: how common its words are
} builder;

static bool has(const pv_atom_mask *mask, uint32_t atom) {
  return mask->bits[atom / 64] >> (atom % 64) & 1;
}

// The atoms of `from` that are used here, by their numbers here.
static bool renumber(const pv_candidates *out, const pv_atom_mask *from, uint64_t *to) {
  bool any = false;
  for (uint32_t i = 0; i < PV_ATOM_WORDS; i++)
    for (uint64_t bits = from->bits[i] & out->used.bits[i]; bits; bits &= bits - 1) {
      uint32_t number = out->numbers[i * 64 + pv_lowest_bit(bits)];
      to[number / 64] |= UINT64_C(1) << (number % 64);
      any = true;
    }
  return any;
}

// What a condition needs of the sentence: the atoms that all of its programs need.
static pv_atom_mask needs_of_condition(const pv_condition *condition) {
  pv_atom_mask needs = condition->programs[0].required;
  for (size_t i = 1; i < condition->program_count; i++)
    for (size_t k = 0; k < PV_ATOM_WORDS; k++)
      needs.bits[k] &= condition->programs[i].required.bits[k];
  return needs;
}

// Is the window of the condition a part of the sentence?
static bool looks_at_sentence(const pv_condition *condition) {
  return condition->where == PV_WHERE_INSIDE || condition->where == PV_WHERE_BEFORE ||
         condition->where == PV_WHERE_AFTER || condition->where == PV_WHERE_SENTENCE;
}

// The atoms of the program and of what its rule requires of the same sentence.
static pv_atom_mask needs_of(const pv_grammar *grammar, const pv_candidate *candidate) {
  pv_atom_mask needs = candidate->program->required;
  const pv_rule *rule = &grammar->rules[candidate->rule];
  for (size_t i = 0; i < rule->condition_count; i++) {
    const pv_condition *condition = &rule->conditions[i];
    if (condition->negative || !condition->program_count || !looks_at_sentence(condition)) continue;
    pv_atom_mask more = needs_of_condition(condition);
    for (size_t k = 0; k < PV_ATOM_WORDS; k++) needs.bits[k] |= more.bits[k];
  }
  return needs;
}

// Atoms are numbered anew, so that masks hold only those that are used.
static void number_atoms(pv_arena *arena, pv_candidates *out, const pv_atom_mask *needs) {
  uint16_t *numbers = PV_NEW_ARRAY(arena, uint16_t, PV_MAX_ATOMS);
  size_t used = 0;
  for (size_t i = 0; i < out->count; i++)
    for (size_t k = 0; k < PV_ATOM_WORDS; k++) out->used.bits[k] |= needs[i].bits[k];
  for (uint32_t atom = 0; atom < PV_MAX_ATOMS; atom++)
    if (has(&out->used, atom)) numbers[atom] = (uint16_t)used++;
  out->numbers = numbers;
  for (out->width = 1; out->width * 64 < used;) out->width *= 2;
}

// A grammar that was made by hand has no table.
static uint64_t frequency_of(const pv_grammar *grammar, uint32_t word) {
  return grammar->frequencies ? grammar->frequencies[word] : 1;
}

static void add_weight(builder *b, const uint64_t *mask, size_t width, uint64_t weight) {
  for (size_t i = 0; i < width * 64; i++)
    if (mask[i / 64] >> (i % 64) & 1) b->weights[i] += weight;
}

// The masks of words, each once, in a table with open addressing: 0 is a free place, and the empty
// mask. When there are too many, the last one is that of a word that may be anything.
typedef struct {
  PV_VECTOR(uint64_t) masks;
  size_t count;
  uint16_t *places;
  size_t place_count; // a power of two, at least twice the number of words
} mask_table;

static uint16_t add_mask(builder *b, mask_table *table, const uint64_t *mask, size_t width) {
  for (size_t k = 0; k < width; k++) PV_PUSH(b->arena, &table->masks, mask[k]);
  return (uint16_t)table->count++;
}

static uint16_t intern(builder *b, mask_table *table, const uint64_t *mask, size_t width) {
  uint64_t hash = 0;
  for (size_t k = 0; k < width; k++) hash = (hash ^ mask[k]) * UINT64_C(0x9E3779B97F4A7C15);
  for (size_t at = hash >> 32;; at++) {
    uint16_t *place = &table->places[at & (table->place_count - 1)];
    if (*place && memcmp(table->masks.items + *place * width, mask, width * sizeof *mask) == 0)
      return *place;
    if (*place) continue;
    if (table->count < UINT16_MAX) return *place = add_mask(b, table, mask, width);
    uint64_t anything[PV_ATOM_WORDS];
    memset(anything, 0xFF, sizeof anything);
    return table->count == UINT16_MAX ? add_mask(b, table, anything, width) : UINT16_MAX;
  }
}

static void build_words(builder *b, pv_candidates *out) {
  uint32_t size = pv_vocabulary_size(b->grammar->vocabulary);
  uint16_t *words = PV_NEW_ARRAY(b->arena, uint16_t, size);
  mask_table table = {.place_count = 64};
  while (table.place_count < 2 * (size_t)size) table.place_count *= 2;
  table.places = PV_NEW_ARRAY(b->arena, uint16_t, table.place_count);
  uint64_t mask[PV_ATOM_WORDS] = {0};
  add_mask(b, &table, mask, out->width);
  for (uint32_t word = 0; word < size; word++) {
    memset(mask, 0, sizeof mask);
    if (!renumber(b->out, &b->grammar->word_atoms[word], mask)) continue;
    words[word] = intern(b, &table, mask, out->width);
    add_weight(b, mask, out->width, frequency_of(b->grammar, word));
  }
  out->words = words;
  out->masks = table.masks.items;
  out->mask_count = table.count;
}

static void build_types(builder *b, pv_candidates *out) {
  uint64_t *types = PV_NEW_ARRAY(b->arena, uint64_t, PV_MAX_TYPES * out->width);
  for (uint32_t type = 0; type < PV_MAX_TYPES && type < b->grammar->type_count; type++) {
    uint64_t *mask = types + type * out->width;
    if (!renumber(b->out, &b->grammar->type_atoms[type], mask)) continue;
    out->used_types |= UINT64_C(1) << type;
    add_weight(b, mask, out->width, COMMON_TYPE);
  }
  out->types = types;
}

static uint32_t rarest(const builder *b, const uint64_t *mask, size_t width) {
  uint32_t best = UINT32_MAX;
  for (uint32_t i = 0; i < width * 64; i++)
    if (mask[i / 64] >> (i % 64) & 1 && (best == UINT32_MAX || b->weights[i] < b->weights[best]))
      best = i;
  return best;
}

// Lists every candidate under its rarest atom, by counting.
static void build_lists(builder *b, pv_candidates *out) {
  size_t atoms = out->width * 64;
  uint64_t *free = PV_NEW_ARRAY(b->arena, uint64_t, out->set_words);
  uint64_t *keys = PV_NEW_ARRAY(b->arena, uint64_t, out->width);
  uint32_t *lists = PV_NEW_ARRAY(b->arena, uint32_t, atoms + 1);
  uint32_t *listed = PV_NEW_ARRAY(b->arena, uint32_t, out->count);
  uint32_t *key = PV_NEW_ARRAY(b->arena, uint32_t, out->count);
  for (uint32_t i = 0; i < out->count; i++) {
    key[i] = rarest(b, out->needs + i * out->width, out->width);
    if (key[i] == UINT32_MAX) {
      free[i / 64] |= UINT64_C(1) << (i % 64);
      continue;
    }
    lists[key[i] + 1]++;
    keys[key[i] / 64] |= UINT64_C(1) << (key[i] % 64);
  }
  for (size_t i = 0; i < atoms; i++) lists[i + 1] += lists[i];
  uint32_t *next = PV_NEW_ARRAY(b->arena, uint32_t, atoms + 1);
  memcpy(next, lists, (atoms + 1) * sizeof *next);
  for (uint32_t i = 0; i < out->count; i++)
    if (key[i] != UINT32_MAX) listed[next[key[i]]++] = i;
  out->free = free;
  out->keys = keys;
  out->lists = lists;
  out->listed = listed;
}

pv_candidates pv_candidates_new(pv_arena *arena, const pv_grammar *grammar,
                                const pv_candidate *items, size_t count) {
  pv_candidates out = {.items = items, .count = count, .set_words = (count + 63) / 64};
  pv_atom_mask *masks = PV_NEW_ARRAY(arena, pv_atom_mask, count);
  for (size_t i = 0; i < count; i++) masks[i] = needs_of(grammar, &items[i]);
  number_atoms(arena, &out, masks);
  if (count == 0) return out; // no rules: no sentence is looked at
  uint64_t *needs = PV_NEW_ARRAY(arena, uint64_t, count * out.width);
  uint64_t *always = PV_NEW_ARRAY(arena, uint64_t, out.width);
  for (size_t i = 0; i < count; i++) renumber(&out, &masks[i], needs + i * out.width);
  renumber(&out, &grammar->always, always);
  out.needs = needs;
  out.always = always;
  builder *b = PV_NEW(arena, builder);
  *b = (builder){.arena = arena, .grammar = grammar, .out = &out};
  build_words(b, &out);
  build_types(b, &out);
  for (size_t i = 0; i < out.width * 64; i++)
    if (always[i / 64] >> (i % 64) & 1) b->weights[i] = UINT64_MAX;
  build_lists(b, &out);
  return out;
}

// Without a branch on what the words are; `width` is a constant where this is called.
static inline void collect_words(const pv_candidates *candidates, const pv_token *token,
                                 const pv_token *end, uint64_t *mask, size_t width) {
  const uint16_t *words = candidates->words;
  const uint64_t *masks = candidates->masks;
  uint64_t all[PV_ATOM_WORDS];
  for (size_t k = 0; k < width; k++) all[k] = mask[k];
  for (; token < end; token++) {
    const uint64_t *more = masks + words[token->word] * width;
    for (size_t k = 0; k < width; k++) all[k] |= more[k];
  }
  for (size_t k = 0; k < width; k++) mask[k] = all[k];
}

void pv_candidates_collect(const pv_candidates *candidates, const pv_text *text,
                           pv_annotations annotations, size_t from, pv_part part, uint64_t *mask) {
  const size_t width = candidates->width;
  const pv_token *first = text->tokens.items + part.first, *end = text->tokens.items + part.end;
  switch (width) {
  case 1: collect_words(candidates, first, end, mask, 1); break;
  case 2: collect_words(candidates, first, end, mask, 2); break;
  case 4: collect_words(candidates, first, end, mask, 4); break;
  case 8: collect_words(candidates, first, end, mask, 8); break;
  default: collect_words(candidates, first, end, mask, PV_ATOM_WORDS); break;
  }
  if (!candidates->used_types) return;
  for (size_t i = from; i < annotations.count && annotations.items[i].first < part.end; i++) {
    uint32_t type = annotations.items[i].type;
    if (type >= PV_MAX_TYPES) continue;
    for (size_t k = 0; k < width; k++) mask[k] |= candidates->types[type * width + k];
  }
}

bool pv_candidates_choose(const pv_candidates *candidates, const uint64_t *mask, uint64_t *set) {
  uint64_t any = 0;
  for (size_t k = 0; k < candidates->set_words; k++) any |= set[k] = candidates->free[k];
  for (size_t k = 0; k < candidates->width; k++) {
    for (uint64_t bits = mask[k] & candidates->keys[k]; bits; bits &= bits - 1) {
      size_t atom = k * 64 + pv_lowest_bit(bits);
      for (uint32_t i = candidates->lists[atom]; i < candidates->lists[atom + 1]; i++) {
        uint32_t index = candidates->listed[i];
        const uint64_t *needs = candidates->needs + index * candidates->width;
        if (!pv_mask_has_all(mask, needs, candidates->width)) continue;
        any |= set[index / 64] |= UINT64_C(1) << (index % 64);
      }
    }
  }
  return any != 0;
}

size_t pv_candidates_next(const pv_candidates *candidates, const uint64_t *set, size_t from) {
  while (from < candidates->count) {
    uint64_t rest = set[from / 64] >> (from % 64);
    if (rest) return from + pv_lowest_bit(rest);
    from = (from / 64 + 1) * 64;
  }
  return candidates->count;
}
