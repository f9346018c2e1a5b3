#define PCRE2_CODE_UNIT_WIDTH 8
#include "grammar/predicate.h"

#include <pcre2.h>

#include "base/hash.h"
#include "base/str.h"
#include "base/vector.h"

enum { MAX_PATTERN = 256, MAX_WORD = 64, REGEX_MATCH_LIMIT = 20000 };

// `words` belongs to PV_PREDICATE_WORDS. Numbers of others (`left`, `right`) are those of drafts.
typedef struct {
  pv_predicate as;
  pv_word_set words;
  uint64_t hash;
  uint32_t next;   // in the chain of its bucket, plus one
  uint32_t number; // in the grammar, plus one; 0: not used yet
} draft;

struct pv_predicates {
  pv_arena *arena;
  pv_arena *scratch;
  PV_VECTOR(draft) drafts;
  PV_VECTOR(uint32_t) used; // drafts by their number in the grammar
  uint32_t *buckets;        // first draft, plus one
  size_t bucket_count;
};

pv_predicates *pv_predicates_new(pv_arena *arena, pv_arena *scratch) {
  pv_predicates *p = PV_NEW(scratch, pv_predicates);
  p->arena = arena;
  p->scratch = scratch;
  p->bucket_count = 1024;
  p->buckets = PV_NEW_ARRAY(scratch, uint32_t, p->bucket_count);
  return p;
}

static uint64_t hash_of(const draft *d) {
  uint64_t hash = PV_HASH_START;
  const uint32_t numbers[] = {(uint32_t)d->as.kind, d->as.bits, d->as.id, d->as.left, d->as.right};
  hash = pv_hash_add(hash, (pv_str){(const char *)numbers, sizeof numbers});
  hash = pv_hash_add(hash, d->as.surface);
  hash ^= pv_word_set_hash(d->words);
  return hash ^ hash >> 32;
}

static bool same(const draft *a, const draft *b) {
  return a->hash == b->hash && a->as.kind == b->as.kind && a->as.bits == b->as.bits &&
         a->as.id == b->as.id && a->as.left == b->as.left && a->as.right == b->as.right &&
         pv_str_equal(a->as.surface, b->as.surface) && pv_word_set_equal(a->words, b->words);
}

static void grow_buckets(pv_predicates *p) {
  p->bucket_count *= 4;
  p->buckets = PV_NEW_ARRAY(p->scratch, uint32_t, p->bucket_count);
  for (uint32_t i = 0; i < p->drafts.count; i++) {
    uint32_t *bucket = &p->buckets[p->drafts.items[i].hash & (p->bucket_count - 1)];
    p->drafts.items[i].next = *bucket;
    *bucket = i + 1;
  }
}

static uint32_t find(const pv_predicates *p, const draft *d) {
  uint32_t at = p->buckets[d->hash & (p->bucket_count - 1)];
  while (at && !same(&p->drafts.items[at - 1], d)) at = p->drafts.items[at - 1].next;
  return at ? at - 1 : PV_NO_PREDICATE;
}

static uint32_t intern(pv_predicates *p, draft d) {
  d.hash = hash_of(&d);
  uint32_t found = find(p, &d);
  if (found != PV_NO_PREDICATE) return found;
  if (p->drafts.count >= p->bucket_count) grow_buckets(p);
  uint32_t *bucket = &p->buckets[d.hash & (p->bucket_count - 1)];
  d.next = *bucket;
  PV_PUSH(p->scratch, &p->drafts, d);
  *bucket = (uint32_t)p->drafts.count;
  return *bucket - 1;
}

uint32_t pv_predicate_any(pv_predicates *p) {
  return intern(p, (draft){.as = {.kind = PV_PREDICATE_ANY}});
}

uint32_t pv_predicate_words(pv_predicates *p, pv_word_set words) {
  if (words.complement && words.count == 0) return pv_predicate_any(p);
  return intern(p, (draft){.as = {.kind = PV_PREDICATE_WORDS}, .words = words});
}

uint32_t pv_predicate_kinds(pv_predicates *p, uint32_t bits) {
  return intern(p, (draft){.as = {.kind = PV_PREDICATE_KIND, .bits = bits}});
}

uint32_t pv_predicate_letters(pv_predicates *p, uint32_t bits) {
  return intern(p, (draft){.as = {.kind = PV_PREDICATE_LETTERS, .bits = bits}});
}

uint32_t pv_predicate_exact(pv_predicates *p, uint32_t id, pv_str surface) {
  return intern(p, (draft){.as = {.kind = PV_PREDICATE_EXACT,
                                  .id = id,
                                  .surface = pv_str_copy(p->arena, surface)}});
}

static const draft *at(const pv_predicates *p, uint32_t number) { return &p->drafts.items[number]; }

static bool is(const pv_predicates *p, uint32_t number, pv_predicate_kind kind) {
  return at(p, number)->as.kind == kind;
}

uint32_t pv_predicate_or(pv_predicates *p, uint32_t a, uint32_t b) {
  if (a == b || is(p, a, PV_PREDICATE_ANY)) return a;
  if (is(p, b, PV_PREDICATE_ANY)) return b;
  if (is(p, a, PV_PREDICATE_WORDS) && is(p, b, PV_PREDICATE_WORDS))
    return pv_predicate_words(p, pv_word_set_or(p->scratch, at(p, a)->words, at(p, b)->words));
  if (is(p, a, PV_PREDICATE_KIND) && is(p, b, PV_PREDICATE_KIND))
    return pv_predicate_kinds(p, at(p, a)->as.bits | at(p, b)->as.bits);
  if (is(p, a, PV_PREDICATE_LETTERS) && is(p, b, PV_PREDICATE_LETTERS))
    return pv_predicate_letters(p, at(p, a)->as.bits | at(p, b)->as.bits);
  if (is(p, b, PV_PREDICATE_WORDS)) return pv_predicate_or(p, b, a);
  return intern(p, (draft){.as = {.kind = PV_PREDICATE_OR, .left = a, .right = b}});
}

// The test on the word comes first: it costs least and decides most.
uint32_t pv_predicate_and(pv_predicates *p, uint32_t a, uint32_t b) {
  if (a == b || is(p, b, PV_PREDICATE_ANY)) return a;
  if (is(p, a, PV_PREDICATE_ANY)) return b;
  if (is(p, a, PV_PREDICATE_WORDS) && is(p, b, PV_PREDICATE_WORDS))
    return pv_predicate_words(p, pv_word_set_and(p->scratch, at(p, a)->words, at(p, b)->words));
  if (is(p, b, PV_PREDICATE_WORDS)) return pv_predicate_and(p, b, a);
  return intern(p, (draft){.as = {.kind = PV_PREDICATE_AND, .left = a, .right = b}});
}

uint32_t pv_predicate_not(pv_predicates *p, uint32_t a) {
  if (is(p, a, PV_PREDICATE_NOT)) return at(p, a)->as.left;
  if (is(p, a, PV_PREDICATE_WORDS)) return pv_predicate_words(p, pv_word_set_not(at(p, a)->words));
  return intern(p, (draft){.as = {.kind = PV_PREDICATE_NOT, .left = a}});
}

// As a balanced tree, so that evaluating it does not recurse deeply.
static uint32_t balanced(pv_predicates *p, const uint32_t *items, size_t count) {
  if (count == 1) return items[0];
  return pv_predicate_or(p, balanced(p, items, count / 2),
                         balanced(p, items + count / 2, count - count / 2));
}

static uint32_t any_exact(pv_predicates *p, const uint32_t *exacts, size_t count) {
  if (count == 1) return exacts[0];
  uint32_t *ids = PV_NEW_ARRAY(p->scratch, uint32_t, count);
  for (size_t i = 0; i < count; i++) ids[i] = at(p, exacts[i])->as.id;
  uint32_t words = pv_predicate_words(p, pv_word_set_of(ids, count));
  return pv_predicate_and(p, words, balanced(p, exacts, count));
}

// All plain sets of words in `items` as one.
static uint32_t all_words(pv_predicates *p, const uint32_t *items, size_t count) {
  PV_VECTOR(uint32_t) ids = {0};
  for (size_t i = 0; i < count; i++) {
    pv_word_set words = at(p, items[i])->words;
    for (uint32_t k = 0; k < words.count; k++) PV_PUSH(p->scratch, &ids, words.ids[k]);
  }
  return pv_predicate_words(p, pv_word_set_of(ids.items, ids.count));
}

uint32_t pv_predicate_or_all(pv_predicates *p, const uint32_t *items, size_t count) {
  if (count == 1) return items[0];
  PV_VECTOR(uint32_t) words = {0}, exacts = {0}, rest = {0};
  for (size_t i = 0; i < count; i++) {
    const draft *d = at(p, items[i]);
    if (d->as.kind == PV_PREDICATE_WORDS && !d->words.complement)
      PV_PUSH(p->scratch, &words, items[i]);
    else if (d->as.kind == PV_PREDICATE_EXACT)
      PV_PUSH(p->scratch, &exacts, items[i]);
    else
      PV_PUSH(p->scratch, &rest, items[i]);
  }
  if (exacts.count) PV_PUSH(p->scratch, &rest, any_exact(p, exacts.items, exacts.count));
  if (words.count) PV_PUSH(p->scratch, &rest, all_words(p, words.items, words.count));
  return balanced(p, rest.items, rest.count);
}

// Only what cannot look or run away: no backreference, recursion, callout, lookaround or verb.
static const char *refuse(pv_str pattern) {
  if (pattern.size == 0) return "this regular expression is empty";
  if (pattern.size > MAX_PATTERN) return "this regular expression is too long";
  for (size_t i = 0; i + 1 < pattern.size; i++) {
    char c = pattern.data[i], next = pattern.data[i + 1];
    if (c == '\\' && strchr("123456789gkKRXCG", next))
      return "this escape is not taken in a regular expression";
    if (c == '\\') {
      i++;
    } else if (c == '(' && next == '*') {
      return "a verb is not taken in a regular expression";
    } else if (c == '(' && next == '?' && !(i + 2 < pattern.size && pattern.data[i + 2] == ':')) {
      return "a regular expression has no other groups than ( ) and (?: )";
    }
  }
  return NULL;
}

static void free_code(void *code) { pcre2_code_free(code); }

void *pv_predicate_regex_compile(pv_arena *arena, pv_str pattern, int *code) {
  int error;
  size_t place;
  pcre2_code *regex = pcre2_compile((PCRE2_SPTR)pattern.data, pattern.size,
                                    PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED |
                                        PCRE2_NO_AUTO_CAPTURE | PCRE2_NEVER_BACKSLASH_C,
                                    code ? code : &error, &place, NULL);
  if (!regex) return NULL;
  pv_arena_on_free(arena, free_code, regex);
  (void)pcre2_jit_compile(regex, PCRE2_JIT_COMPLETE);
  return regex;
}

uint32_t pv_predicate_regex(pv_predicates *p, pv_str pattern, const char **why) {
  *why = refuse(pattern);
  if (*why) return PV_NO_PREDICATE;
  draft d = {.as = {.kind = PV_PREDICATE_REGEX, .surface = pv_str_copy(p->arena, pattern)}};
  d.hash = hash_of(&d);
  uint32_t found = find(p, &d);
  if (found != PV_NO_PREDICATE) return found;
  int code;
  void *regex = pv_predicate_regex_compile(p->arena, pattern, &code);
  if (!regex) {
    char message[128] = "";
    (void)pcre2_get_error_message(code, (PCRE2_UCHAR *)message, sizeof message);
    *why = pv_str_printf(p->scratch, "no regular expression: %s", message).data;
    return PV_NO_PREDICATE;
  }
  d.as.regex = regex;
  return intern(p, d);
}

static bool contradict(pv_predicates *p, uint32_t a, uint32_t b) {
  const pv_predicate *left = &at(p, a)->as, *right = &at(p, b)->as;
  pv_word_set x, y;
  if ((left->kind == PV_PREDICATE_NOT && left->left == b) ||
      (right->kind == PV_PREDICATE_NOT && right->left == a))
    return true;
  if (left->kind == right->kind &&
      (left->kind == PV_PREDICATE_LETTERS || left->kind == PV_PREDICATE_KIND))
    return (left->bits & right->bits) == 0;
  return pv_predicate_superset(p, a, &x) && pv_predicate_superset(p, b, &y) &&
         pv_word_set_is_empty(pv_word_set_and(p->scratch, x, y));
}

// Recursion: as deep as brackets in a set.
bool pv_predicate_is_empty(pv_predicates *p, uint32_t number) {
  const draft *d = at(p, number);
  uint32_t left = d->as.left, right = d->as.right;
  switch (d->as.kind) {
  case PV_PREDICATE_WORDS: return pv_word_set_is_empty(d->words);
  case PV_PREDICATE_OR: return pv_predicate_is_empty(p, left) && pv_predicate_is_empty(p, right);
  case PV_PREDICATE_AND:
    return pv_predicate_is_empty(p, left) || pv_predicate_is_empty(p, right) ||
           contradict(p, left, right);
  default: return false;
  }
}

bool pv_predicate_superset(pv_predicates *p, uint32_t number, pv_word_set *words) {
  const pv_predicate *as = &at(p, number)->as;
  pv_word_set left, right;
  switch (as->kind) {
  case PV_PREDICATE_WORDS: *words = at(p, number)->words; return !words->complement;
  case PV_PREDICATE_EXACT: {
    uint32_t *id = PV_NEW(p->scratch, uint32_t);
    *id = as->id;
    *words = pv_word_set_of(id, 1);
    return true;
  }
  case PV_PREDICATE_AND:
    if (pv_predicate_superset(p, as->left, words)) return true;
    return pv_predicate_superset(p, as->right, words);
  case PV_PREDICATE_OR:
    if (!pv_predicate_superset(p, as->left, &left)) return false;
    if (!pv_predicate_superset(p, as->right, &right)) return false;
    *words = pv_word_set_or(p->scratch, left, right);
    return true;
  default: return false;
  }
}

uint32_t pv_predicate_number(pv_predicates *p, uint32_t number) {
  draft *d = &p->drafts.items[number];
  if (d->number) return d->number - 1;
  bool has_left = d->as.kind == PV_PREDICATE_AND || d->as.kind == PV_PREDICATE_OR ||
                  d->as.kind == PV_PREDICATE_NOT;
  if (has_left) (void)pv_predicate_number(p, d->as.left);
  if (has_left && d->as.kind != PV_PREDICATE_NOT) (void)pv_predicate_number(p, d->as.right);
  PV_PUSH(p->scratch, &p->used, number);
  d->number = (uint32_t)p->used.count;
  return d->number - 1;
}

static void set_bits(uint64_t *bits, pv_word_set words, size_t vocabulary_size) {
  if (words.complement)
    for (size_t id = 0; id < vocabulary_size; id++) bits[id / 64] |= UINT64_C(1) << id % 64;
  for (uint32_t i = 0; i < words.count; i++)
    bits[words.ids[i] / 64] ^= UINT64_C(1) << words.ids[i] % 64;
}

static void ask_regex(uint64_t *bits, const pcre2_code *code, const pv_vocabulary *vocabulary) {
  pcre2_match_data *data = pcre2_match_data_create(1, NULL);
  pcre2_match_context *limits = pcre2_match_context_create(NULL);
  if (limits) pcre2_set_match_limit(limits, REGEX_MATCH_LIMIT);
  for (uint32_t id = PV_WORD_FIRST; data && id < pv_vocabulary_size(vocabulary); id++) {
    pv_str word = pv_vocabulary_word(vocabulary, id);
    if (word.size > MAX_WORD) continue;
    if (pcre2_match(code, (PCRE2_SPTR)word.data, word.size, 0, 0, data, limits) >= 0)
      bits[id / 64] |= UINT64_C(1) << id % 64;
  }
  pcre2_match_context_free(limits);
  pcre2_match_data_free(data);
}

void pv_predicates_finish(pv_predicates *p, pv_grammar *grammar) {
  size_t size = pv_vocabulary_size(grammar->vocabulary), words = (size + 63) / 64;
  pv_predicate *list = PV_NEW_ARRAY(p->arena, pv_predicate, p->used.count);
  for (size_t i = 0; i < p->used.count; i++) {
    const draft *d = at(p, p->used.items[i]);
    list[i] = d->as;
    if (d->as.kind == PV_PREDICATE_WORDS || d->as.kind == PV_PREDICATE_REGEX) {
      uint64_t *bits = PV_NEW_ARRAY(p->arena, uint64_t, words);
      if (d->as.kind == PV_PREDICATE_WORDS)
        set_bits(bits, d->words, size);
      else
        ask_regex(bits, d->as.regex, grammar->vocabulary);
      list[i].words = bits;
    } else if (d->as.kind >= PV_PREDICATE_AND) {
      pv_word_set superset;
      if (d->as.kind == PV_PREDICATE_OR && pv_predicate_superset(p, p->used.items[i], &superset)) {
        uint64_t *bits = PV_NEW_ARRAY(p->arena, uint64_t, words);
        set_bits(bits, superset, size);
        list[i].words = bits;
      }
      list[i].left = at(p, d->as.left)->number - 1;
      list[i].right = d->as.kind == PV_PREDICATE_NOT ? 0 : at(p, d->as.right)->number - 1;
    }
  }
  grammar->predicates = list;
  grammar->predicate_count = p->used.count;
}
