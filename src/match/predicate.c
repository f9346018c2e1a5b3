#include "match/predicate.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/str.h"

enum {
  ANSWERS = 1024,       // a power of two
  MATCH_LIMIT = 100000, // steps of PCRE2 on one token
  FOLD_BYTES = PV_MAX_REGEX_TOKEN + 4,
};

// One remembered answer; `size` is 0 where there is none.
typedef struct {
  uint32_t predicate;
  uint8_t size;
  bool matches;
  char bytes[PV_MAX_REGEX_TOKEN];
} answer;

struct pv_regexes {
  pcre2_match_data *data;
  pcre2_match_context *context;
  answer answers[ANSWERS];
};

static void regexes_release(void *object) {
  pv_regexes *regexes = object;
  pcre2_match_data_free(regexes->data);
  pcre2_match_context_free(regexes->context);
}

void pv_tester_init(pv_tester *tester, pv_arena *arena, const pv_predicate *items) {
  *tester = (pv_tester){.items = items, .regexes = PV_NEW(arena, pv_regexes)};
  pv_regexes *regexes = tester->regexes;
  regexes->data = pcre2_match_data_create(1, NULL);
  regexes->context = pcre2_match_context_create(NULL);
  pv_arena_on_free(arena, regexes_release, regexes);
  if (regexes->context) pcre2_set_match_limit(regexes->context, MATCH_LIMIT);
}

static uint32_t hash(uint32_t predicate, pv_str folded) {
  uint32_t h = 2166136261U ^ predicate;
  for (size_t i = 0; i < folded.size; i++) h = (h ^ (uint8_t)folded.data[i]) * 16777619U;
  return h ^ h >> 15;
}

// The expression is compiled as anchored at both ends.
static bool ask(pv_regexes *regexes, const pv_predicate *p, pv_str folded) {
  if (!p->regex || !regexes->data) return false;
  return pcre2_match(p->regex, (PCRE2_SPTR)folded.data, folded.size, 0, 0, regexes->data,
                     regexes->context) >= 0;
}

static bool test_regex(pv_tester *tester, uint32_t predicate, const pv_token *token) {
  const pv_predicate *p = &tester->items[predicate];
  if (p->words && token->word >= PV_WORD_FIRST)
    return p->words[token->word / 64] >> (token->word % 64) & 1;
  char bytes[FOLD_BYTES];
  pv_str folded = {bytes, pv_token_fold(tester->text, token, bytes, sizeof bytes)};
  if (folded.size == 0 || folded.size > PV_MAX_REGEX_TOKEN) return false;
  answer *known = &tester->regexes->answers[hash(predicate, folded) % ANSWERS];
  if (known->predicate == predicate && pv_str_equal((pv_str){known->bytes, known->size}, folded))
    return known->matches;
  known->predicate = predicate;
  known->size = (uint8_t)folded.size;
  known->matches = ask(tester->regexes, p, folded);
  memcpy(known->bytes, folded.data, folded.size);
  return known->matches;
}

static bool test_exact(pv_str text, const pv_predicate *p, const pv_token *token) {
  return token->word == p->id && pv_str_equal(pv_str_slice(text, pv_token_span(token)), p->surface);
}

// Goes down the right side in a loop and the left one by a call, `depth` of them at most.
static bool test(pv_tester *tester, uint32_t predicate, const pv_token *token, int depth) {
  bool negated = false;
  for (; depth < PV_MAX_PREDICATE_DEPTH; depth++) {
    const pv_predicate *p = &tester->items[predicate];
    switch (p->kind) {
    case PV_PREDICATE_ANY: return !negated;
    case PV_PREDICATE_WORDS:
      return (p->words[token->word / 64] >> (token->word % 64) & 1) != negated;
    case PV_PREDICATE_KIND: return (p->bits >> token->kind & 1) != negated;
    case PV_PREDICATE_LETTERS: return (p->bits >> token->letters & 1) != negated;
    case PV_PREDICATE_EXACT: return test_exact(tester->text, p, token) != negated;
    case PV_PREDICATE_REGEX: return test_regex(tester, predicate, token) != negated;
    case PV_PREDICATE_NOT:
      negated = !negated;
      predicate = p->left;
      continue;
    case PV_PREDICATE_AND:
      if (!test(tester, p->left, token, depth + 1)) return negated;
      predicate = p->right;
      continue;
    case PV_PREDICATE_OR:
      if (p->words && !(p->words[token->word / 64] >> (token->word % 64) & 1)) return negated;
      if (test(tester, p->left, token, depth + 1)) return !negated;
      predicate = p->right;
      continue;
    }
  }
  return false;
}

bool pv_predicate_test_slow(pv_tester *tester, uint32_t predicate, const pv_token *token) {
  return test(tester, predicate, token, 0);
}
