#include "grammar/literal.h"

#include "grammar/inflection.h"

enum { MAX_FOLDED = 256 };

static bool is_plain(pv_str text) {
  for (size_t i = 0; i < text.size; i++)
    if (text.data[i] < 'a' || text.data[i] > 'z') return false;
  return text.size > 0;
}

// The ending of a possessive is a token of its own only behind a word.
static bool is_possessive(pv_str text) { return pv_str_equal(text, PV_STR("'s")); }

pv_literal pv_literal_read(pv_loader *loader, pv_str text) {
  pv_vocabulary *vocabulary = loader->grammar->vocabulary;
  if (is_plain(text) || is_possessive(text)) {
    pv_literal_token *one = PV_NEW(loader->scratch, pv_literal_token);
    *one = (pv_literal_token){pv_vocabulary_add(vocabulary, text), text, PV_TOKEN_WORD};
    return (pv_literal){one, 1};
  }
  pv_tokens tokens = pv_tokenize(loader->scratch, text, vocabulary, (pv_spans){0});
  pv_literal_token *items = PV_NEW_ARRAY(loader->scratch, pv_literal_token, tokens.count);
  for (size_t i = 0; i < tokens.count; i++) {
    char folded[MAX_FOLDED];
    const pv_token *token = &tokens.items[i];
    size_t size = pv_token_fold(text, token, folded, sizeof folded);
    items[i] = (pv_literal_token){pv_vocabulary_add(vocabulary, (pv_str){folded, size}),
                                  pv_str_slice(text, pv_token_span(token)), token->kind};
  }
  return (pv_literal){items, tokens.count};
}

pv_word_set pv_literal_words(pv_loader *loader, pv_literal_token token, pv_fold fold) {
  pv_vocabulary *vocabulary = loader->grammar->vocabulary;
  uint32_t *ids = PV_NEW_ARRAY(loader->scratch, uint32_t, PV_MAX_FORMS);
  ids[0] = token.id;
  if (fold != PV_FOLD_STEM || token.kind != PV_TOKEN_WORD) return pv_word_set_of(ids, 1);
  pv_str forms[PV_MAX_FORMS];
  size_t count =
      pv_inflection_forms(loader->scratch, pv_vocabulary_word(vocabulary, token.id), forms);
  for (size_t i = 0; i < count; i++) ids[i] = pv_vocabulary_add(vocabulary, forms[i]);
  return pv_word_set_of(ids, count);
}

uint32_t pv_literal_predicate(pv_loader *loader, pv_literal_token token, pv_fold fold) {
  if (fold == PV_FOLD_EXACT) return pv_predicate_exact(loader->predicates, token.id, token.surface);
  return pv_predicate_words(loader->predicates, pv_literal_words(loader, token, fold));
}

static pv_spelling spelling(pv_loader *loader, pv_literal tokens, pv_fold fold, bool hyphens) {
  uint32_t *items = PV_NEW_ARRAY(loader->scratch, uint32_t, tokens.count);
  size_t count = 0;
  for (size_t i = 0; i < tokens.count; i++) {
    bool is_hyphen = pv_str_equal(tokens.items[i].surface, PV_STR("-"));
    if (is_hyphen && !hyphens) continue;
    bool stays = i + 1 < tokens.count; // only the last part has other forms
    pv_fold as = fold == PV_FOLD_STEM && stays ? PV_FOLD_CASE : fold;
    items[count++] = pv_literal_predicate(loader, tokens.items[i], as);
  }
  return (pv_spelling){items, count};
}

static pv_str without_hyphens(pv_arena *arena, pv_str word) {
  char *joined = pv_arena_alloc(arena, word.size);
  size_t size = 0;
  for (size_t i = 0; i < word.size; i++)
    if (word.data[i] != '-') joined[size++] = word.data[i];
  return (pv_str){joined, size};
}

size_t pv_literal_spellings(pv_loader *loader, pv_str word, pv_fold fold,
                            pv_spelling spellings[PV_MAX_SPELLINGS]) {
  pv_literal tokens = pv_literal_read(loader, word);
  size_t count = 0;
  spellings[count++] = spelling(loader, tokens, fold, true);
  if (fold == PV_FOLD_EXACT || tokens.count < 3 || !memchr(word.data, '-', word.size)) return count;
  spellings[count++] = spelling(loader, tokens, fold, false);
  pv_literal joined = pv_literal_read(loader, without_hyphens(loader->scratch, word));
  if (joined.count == 1) spellings[count++] = spelling(loader, joined, fold, true);
  return count;
}

pv_str pv_literal_unquote(pv_arena *arena, pv_str text, char mark) {
  if (!memchr(text.data, mark, text.size)) return text;
  char *plain = pv_arena_alloc(arena, text.size);
  size_t size = 0;
  for (size_t i = 0; i < text.size; i++) {
    plain[size++] = text.data[i];
    if (text.data[i] == mark) i++;
  }
  return (pv_str){plain, size};
}
