#include "evidence/cue.h"

#include "match/scope.h"

typedef struct {
  const pv_cue_source *source;
  const pv_sentence *sentence;
  uint32_t index;
  pv_cue_take *take;
  void *context;
} telling;

static void tell(const telling *t, pv_cue_kind kind, uint32_t a, uint32_t b, uint32_t first,
                 uint32_t end) {
  t->take(t->context, pv_cue_make(kind, a, b), first, end);
}

pv_cue_source pv_cue_source_make(pv_arena *arena, const pv_grammar *grammar, const pv_text *text,
                                 pv_annotations annotations, pv_matches clause_matches) {
  size_t count = text->sentences.count;
  uint32_t *starts = PV_NEW_ARRAY(arena, uint32_t, count + 2);
  const pv_match **sorted = PV_NEW_ARRAY(arena, const pv_match *, clause_matches.count);
  for (size_t i = 0; i < clause_matches.count; i++) starts[clause_matches.items[i].sentence + 2]++;
  for (size_t i = 2; i < count + 2; i++) starts[i] += starts[i - 1];
  for (size_t i = 0; i < clause_matches.count; i++)
    sorted[starts[clause_matches.items[i].sentence + 1]++] = &clause_matches.items[i];
  return (pv_cue_source){grammar, text, annotations, sorted, starts};
}

// The number that a token is known by in cues, or 0 for a word that is not in the vocabulary.
// Punctuation is passed over.
static uint32_t unit_of(const pv_token *token, bool *is_unit) {
  *is_unit = true;
  switch ((pv_token_kind)token->kind) {
  case PV_TOKEN_NUMBER: return PV_SHAPE_NUMBER;
  case PV_TOKEN_REDACTION: return PV_SHAPE_REDACTION;
  case PV_TOKEN_WORD:
  case PV_TOKEN_SYMBOL: return token->word >= PV_WORD_FIRST ? token->word : 0;
  case PV_TOKEN_PUNCT: break;
  }
  *is_unit = false;
  return 0;
}

static void tell_words(const telling *t) {
  const pv_token *tokens = t->source->text->tokens.items;
  uint32_t last = 0, last_at = 0, before_last = 0, before_last_at = 0;
  for (uint32_t i = t->sentence->first; i < t->sentence->end; i++) {
    bool is_unit;
    uint32_t unit = unit_of(&tokens[i], &is_unit);
    if (!is_unit) continue;
    if (unit) {
      tell(t, PV_CUE_WORD, unit, 0, i, i + 1);
      if (last) tell(t, PV_CUE_PAIR, last, unit, last_at, i + 1);
      if (before_last) tell(t, PV_CUE_SKIP, before_last, unit, before_last_at, i + 1);
    }
    before_last = last;
    before_last_at = last_at;
    last = unit;
    last_at = i;
  }
}

static void tell_range(const telling *t, pv_cue_kind kind, uint32_t first, uint32_t end) {
  const pv_token *tokens = t->source->text->tokens.items;
  for (uint32_t i = first; i < end; i++)
    if (tokens[i].kind == PV_TOKEN_WORD && tokens[i].word >= PV_WORD_FIRST)
      tell(t, kind, tokens[i].word, 0, i, i + 1);
}

// The run-in heading, and the headings of the nearest sections.
static void tell_headings(const telling *t) {
  enum { LEVELS = 3 };
  pv_part parts[LEVELS];
  size_t count = pv_scope_elsewhere(t->source->text, t->index, PV_WHERE_HEADING, parts, LEVELS);
  for (size_t i = 0; i < count; i++) tell_range(t, PV_CUE_HEADING, parts[i].first, parts[i].end);
}

static void tell_rules(const telling *t, pv_cue_kind kind, uint32_t sentence) {
  const pv_cue_source *s = t->source;
  for (uint32_t i = s->starts[sentence]; i < s->starts[sentence + 1]; i++) {
    const pv_match *match = s->sorted[i];
    tell(t, kind, (uint32_t)(match->rule - s->grammar->rules), 0, match->first, match->end);
  }
}

static void tell_neighbours(const telling *t) {
  const pv_sentences all = t->source->text->sentences;
  uint32_t i = t->index;
  if (i > 0 && all.items[i - 1].section == t->sentence->section)
    tell_rules(t, PV_CUE_BEFORE, i - 1);
  if (i + 1 < all.count && all.items[i + 1].section == t->sentence->section)
    tell_rules(t, PV_CUE_AFTER, i + 1);
}

// How strong the best rule of each frame is, as steps that it reaches.
static void tell_strength(const telling *t) {
  const pv_cue_source *s = t->source;
  for (uint32_t i = s->starts[t->index]; i < s->starts[t->index + 1]; i++) {
    const pv_match *match = s->sorted[i];
    if (!match->rule->frame || !match->rule->frame->family.size) continue;
    uint32_t frame = (uint32_t)(match->rule->frame - s->grammar->frames);
    for (int32_t step = PV_STRENGTH_STEP; step <= match->points; step += PV_STRENGTH_STEP)
      tell(t, PV_CUE_STRENGTH, frame, (uint32_t)step, match->first, match->end);
  }
}

// Annotations of the cue phase are there only where a clause could be: they are no cues.
static bool is_told(const pv_annotation *a) {
  return a->type < PV_MAX_TYPES && (!a->rule || a->rule->phase == PV_PHASE_ENTITY);
}

static void tell_types(const telling *t) {
  const pv_annotations all = t->source->annotations;
  uint8_t seen[PV_MAX_TYPES] = {0};
  for (size_t i = pv_annotations_from(all, t->sentence->first);
       i < all.count && all.items[i].first < t->sentence->end; i++) {
    const pv_annotation *a = &all.items[i];
    if (!is_told(a) || seen[a->type] == PV_CUE_TYPES) continue;
    tell(t, PV_CUE_TYPE, a->type, ++seen[a->type], a->first, a->end);
  }
}

static bool starts_with_party(const telling *t) {
  const pv_annotations all = t->source->annotations;
  for (size_t i = pv_annotations_from(all, t->sentence->first);
       i < all.count && all.items[i].first <= t->sentence->first + 1; i++)
    if (all.items[i].type == PV_TYPE_PARTY && is_told(&all.items[i])) return true;
  return false;
}

static void tell_shape(const telling *t) {
  static const struct {
    uint32_t words;
    pv_shape_cue cue;
  } lengths[] = {{8, PV_SHAPE_CUE_8},
                 {16, PV_SHAPE_CUE_16},
                 {32, PV_SHAPE_CUE_32},
                 {64, PV_SHAPE_CUE_64},
                 {128, PV_SHAPE_CUE_128}};
  const pv_sentence *s = t->sentence;
  const pv_token *tokens = t->source->text->tokens.items;
  pv_str bytes = t->source->text->bytes;
  char last = bytes.data[tokens[s->end - 1].end - 1];
  const struct {
    bool is_so;
    pv_shape_cue cue;
  } looks[] = {{s->flags & PV_SENTENCE_ITEM, PV_SHAPE_CUE_ITEM},
               {s->flags & PV_SENTENCE_TABLE, PV_SHAPE_CUE_TABLE},
               {s->flags & PV_SENTENCE_BROKEN, PV_SHAPE_CUE_BROKEN},
               {last == ':', PV_SHAPE_CUE_STEM},
               {last != '.', PV_SHAPE_CUE_OPEN},
               {tokens[s->first].letters == PV_CASE_LOWER, PV_SHAPE_CUE_LOWER},
               {starts_with_party(t), PV_SHAPE_CUE_PARTY}};
  for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
    if (looks[i].is_so) tell(t, PV_CUE_SHAPE, looks[i].cue, 0, 0, 0);
  for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
    if (s->end - s->first >= lengths[i].words) tell(t, PV_CUE_SHAPE, lengths[i].cue, 0, 0, 0);
}

void pv_cues_tell(const pv_cue_source *source, uint32_t sentence, pv_cue_take *take,
                  void *context) {
  telling t = {source, &source->text->sentences.items[sentence], sentence, take, context};
  tell_words(&t);
  tell_headings(&t);
  tell_rules(&t, PV_CUE_RULE, sentence);
  tell_neighbours(&t);
  tell_strength(&t);
  tell_types(&t);
  tell_shape(&t);
}
