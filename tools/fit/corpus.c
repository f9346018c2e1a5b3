#include "corpus.h"

#include <stdio.h>
#include <stdlib.h>

#include <proviso/document.h>

#include "analyze/stages.h"
#include "base/str.h"
#include "grammar/loader.h"
#include "match/scope.h"
#include "words.h"

enum { LEAST_DOCUMENTS = 4, MAX_WORD = 64, MAX_SAMPLES = 1 << 20 };

typedef struct {
  uint32_t frame; // number of the weighing
  uint32_t start;
  uint32_t end;
  word_set words;
} label;

typedef struct {
  const char *path;
  uint32_t fold;
  PV_VECTOR(label) labels;
} source;

typedef PV_VECTOR(source) sources;

// Counts of keys, in how many documents by fold each stands.
typedef struct {
  uint64_t *keys; // 0: free
  feature *values;
  size_t *last; // the document that was counted last, plus one
  size_t count;
  size_t capacity; // a power of two
} counts;

static void counts_init(counts *c, size_t capacity) {
  *c = (counts){.capacity = capacity,
                .keys = calloc(capacity, sizeof(uint64_t)),
                .values = calloc(capacity, sizeof(feature)),
                .last = calloc(capacity, sizeof(size_t))};
  if (!c->keys || !c->values || !c->last) abort();
}

static void counts_free(counts *c) {
  free(c->keys);
  free(c->values);
  free(c->last);
}

static size_t counts_slot(const counts *c, uint64_t key) {
  size_t slot = (size_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 20) & (c->capacity - 1);
  while (c->keys[slot] && c->keys[slot] != key) slot = (slot + 1) & (c->capacity - 1);
  return slot;
}

static void counts_grow(counts *c) {
  counts larger;
  counts_init(&larger, c->capacity * 2);
  for (size_t i = 0; i < c->capacity; i++) {
    if (!c->keys[i]) continue;
    size_t slot = counts_slot(&larger, c->keys[i]);
    larger.keys[slot] = c->keys[i];
    larger.values[slot] = c->values[i];
    larger.last[slot] = c->last[i];
  }
  larger.count = c->count;
  counts_free(c);
  *c = larger;
}

static void counts_add(counts *c, uint64_t key, uint32_t fold, size_t document) {
  size_t slot = counts_slot(c, key);
  if (!c->keys[slot]) {
    if (2 * ++c->count > c->capacity) {
      counts_grow(c);
      slot = counts_slot(c, key);
    }
    c->keys[slot] = key;
    c->values[slot].cue = key;
  }
  if (c->last[slot] == document + 1) return;
  c->last[slot] = document + 1;
  c->values[slot].documents[fold]++;
}

static uint32_t documents_of(const feature *f) {
  uint32_t sum = 0;
  for (size_t i = 0; i < MAX_FOLDS; i++) sum += f->documents[i];
  return sum;
}

static bool find_frame(const pv_weights *weights, const char *name, uint32_t *number) {
  for (*number = 0; *number < weights->count; ++*number)
    if (pv_str_equal(weights->items[*number].rule->frame->id, pv_str_from(name))) return true;
  return false;
}

static bool read_list(corpus *c, const char *path, sources *all) {
  FILE *file = fopen(path, "r");
  if (!file) return fprintf(stderr, "fit: cannot read %s\n", path), false;
  char line[4096], name[4096];
  while (fgets(line, sizeof line, file)) {
    unsigned a, b;
    uint32_t number;
    if (sscanf(line, "file\t%u\t%4095[^\n]", &a, name) == 2 && a < MAX_FOLDS) {
      source s = {.path = pv_str_copy(c->arena, pv_str_from(name)).data, .fold = a};
      PV_PUSH(c->arena, all, s);
      if (a >= c->fold_count) c->fold_count = a + 1;
    } else if (all->count && sscanf(line, "label\t%4095s\t%u\t%u", name, &a, &b) == 3) {
      if (!find_frame(c->grammar->weights, name, &number)) continue;
      PV_PUSH(c->arena, &all->items[all->count - 1].labels,
              ((label){.frame = number, .start = a, .end = b}));
    } else {
      fclose(file);
      return fprintf(stderr, "fit: %s: not a line of a list: %s", path, line), false;
    }
  }
  fclose(file);
  return true;
}

static pv_document *read_document(const char *path) {
  pv_error err = {0};
  pv_document *document = pv_document_read(path, NULL, &err);
  if (!document) fprintf(stderr, "fit: %s: %s\n", path, err.message);
  return document;
}

// The words that stand in enough contracts, as one view each.
typedef PV_VECTOR(pv_str) word_list;

static bool collect_words(corpus *c, const sources *all, word_list *found) {
  counts hashes;
  counts_init(&hashes, 1 << 16);
  bool good = true;
  for (size_t d = 0; d < all->count && good; d++) {
    pv_document *document = read_document(all->items[d].path);
    if (!(good = document != NULL)) break;
    pv_arena *arena = pv_arena_new(0);
    pv_diagnostics diagnostics = {.arena = arena};
    pv_str bytes = pv_document_text(document);
    const pv_text *text = pv_text_read(arena, bytes, c->grammar->vocabulary, &diagnostics);
    for (size_t i = 0; i < text->tokens.count; i++) {
      char folded[MAX_WORD];
      if (text->tokens.items[i].kind != PV_TOKEN_WORD) continue;
      size_t size = pv_token_fold(bytes, &text->tokens.items[i], folded, sizeof folded);
      if (size == 0 || size == sizeof folded || memchr(folded, ' ', size)) continue;
      uint64_t hash = pv_hash_add(PV_HASH_START, (pv_str){folded, size}) | 1;
      size_t slot = counts_slot(&hashes, hash);
      uint32_t before = hashes.keys[slot] ? documents_of(&hashes.values[slot]) : 0;
      counts_add(&hashes, hash, 0, d);
      slot = counts_slot(&hashes, hash);
      if (before + 1 == LEAST_DOCUMENTS && documents_of(&hashes.values[slot]) == LEAST_DOCUMENTS)
        PV_PUSH(c->arena, found, pv_str_copy(c->arena, (pv_str){folded, size}));
    }
    pv_arena_free(arena);
    pv_document_free(document);
  }
  counts_free(&hashes);
  return good;
}

static void add_words(void *context, pv_loader *loader) {
  const word_list *all = context;
  for (size_t i = 0; i < all->count; i++)
    (void)pv_vocabulary_add(loader->grammar->vocabulary, all->items[i]);
}

static void tell_error(void *context, const pv_error *error) {
  (void)context;
  fprintf(stderr, "fit: %s\n", error->message);
}

// Cues of all samples, before they have numbers.
typedef struct {
  uint64_t *items;
  size_t count;
  size_t capacity;
} cue_buffer;

static void push_cue(void *context, pv_cue cue, uint32_t first, uint32_t end) {
  (void)first, (void)end;
  cue_buffer *b = context;
  if (b->count == b->capacity) {
    b->capacity = b->capacity ? 2 * b->capacity : 1 << 20;
    b->items = realloc(b->items, b->capacity * sizeof *b->items);
    if (!b->items) abort();
  }
  b->items[b->count++] = cue;
}

static int compare_numbers(const void *left, const void *right) {
  uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
  return (a > b) - (a < b);
}

// Where the words are those of the label, the place plays no part.
static label_kind label_of(const label *l, pv_span at, const word_set *words) {
  if (word_sets_alike(words, &l->words)) return LABEL_MATCH;
  uint32_t low = at.start > l->start ? at.start : l->start,
           high = at.end < l->end ? at.end : l->end;
  if (low >= high) return LABEL_NONE;
  uint64_t shared = high - low, own = at.end - at.start, other = l->end - l->start;
  if (2 * shared >= own) return LABEL_PART;
  return 2 * shared >= other ? LABEL_WIDER : LABEL_BORDER;
}

static void read_label_words(pv_arena *arena, source *from, const pv_text *text) {
  for (size_t i = 0; i < from->labels.count; i++) {
    label *l = &from->labels.items[i];
    bool is_there = l->start <= l->end && l->end <= text->bytes.size;
    pv_span at = is_there ? (pv_span){l->start, l->end} : (pv_span){0, 0};
    l->words = word_set_make(arena, pv_str_slice(text->bytes, at));
  }
}

static void set_labels(corpus *c, pv_arena *arena, const source *from, const pv_text *text,
                       const pv_sentence *sentence, size_t number) {
  if (!from->labels.count || number >= MAX_SAMPLES) return;
  pv_span at = pv_text_span(text, sentence->first, sentence->end);
  word_set words = word_set_make(arena, pv_str_slice(text->bytes, at));
  for (size_t i = 0; i < from->labels.count; i++) {
    const label *l = &from->labels.items[i];
    label_kind kind = label_of(l, at, &words);
    uint8_t *held = &c->labels[l->frame][number];
    if (kind && (!*held || kind < *held)) *held = (uint8_t)kind;
  }
}

static bool is_stronger(const pv_match *a, const pv_match *b) {
  if (a->points != b->points) return a->points > b->points;
  if (a->rule->priority != b->rule->priority) return a->rule->priority > b->rule->priority;
  return a->rule < b->rule;
}

static void note_rules(const corpus *c, const pv_cue_source *cues, uint32_t sentence, sample *s) {
  const pv_weights *weights = c->grammar->weights;
  for (size_t k = 0; k < weights->count; k++) {
    const pv_match *best = NULL;
    for (uint32_t i = cues->starts[sentence]; i < cues->starts[sentence + 1]; i++)
      if (cues->sorted[i]->rule->frame == weights->items[k].rule->frame &&
          (!best || is_stronger(cues->sorted[i], best)))
        best = cues->sorted[i];
    if (!best) continue;
    s->fired |= UINT32_C(1) << k;
    if (pv_weighing_has_kind(&weights->items[k], best->rule->kind)) s->covered |= UINT32_C(1) << k;
  }
}

static void read_sentences(corpus *c, pv_arena *arena, const pv_findings *findings, source *from,
                           uint32_t document, cue_buffer *buffer, counts *documents) {
  const pv_text *text = findings->text;
  read_label_words(arena, from, text);
  pv_cue_source cues =
      pv_cue_source_make(arena, c->grammar, text, findings->annotations, findings->clause_matches);
  for (uint32_t i = 0; i < text->sentences.count; i++) {
    const pv_sentence *sentence = &text->sentences.items[i];
    if (!pv_sentence_matches(sentence)) continue;
    sample s = {.fold = from->fold, .document = document, .first = buffer->count};
    pv_cues_tell(&cues, i, push_cue, buffer);
    uint64_t *own = buffer->items + s.first;
    size_t count = buffer->count - s.first, kept = 0;
    qsort(own, count, sizeof *own, compare_numbers);
    for (size_t k = 0; k < count; k++)
      if (kept == 0 || own[k] != own[kept - 1]) own[kept++] = own[k];
    buffer->count = s.first + kept;
    s.count = kept;
    for (size_t k = 0; k < kept; k++) counts_add(documents, own[k], from->fold, document);
    note_rules(c, &cues, i, &s);
    set_labels(c, arena, from, text, sentence, c->samples.count);
    PV_PUSH(c->arena, &c->samples, s);
  }
}

static int by_cue(const void *left, const void *right) {
  const feature *a = left, *b = right;
  return (a->cue > b->cue) - (a->cue < b->cue);
}

// Numbers the cues that stand in enough contracts, in the order of the cues.
static void number_features(corpus *c, cue_buffer *buffer, counts *documents) {
  c->features = malloc((documents->count + 1) * sizeof *c->features);
  if (!c->features) abort();
  for (size_t i = 0; i < documents->capacity; i++)
    if (documents->keys[i] && documents_of(&documents->values[i]) >= LEAST_DOCUMENTS)
      c->features[c->feature_count++] = documents->values[i];
  qsort(c->features, c->feature_count, sizeof *c->features, by_cue);
  for (size_t i = 0; i < documents->capacity; i++) documents->last[i] = SIZE_MAX;
  for (size_t i = 0; i < c->feature_count; i++)
    documents->last[counts_slot(documents, c->features[i].cue)] = i;
  c->numbers = malloc((buffer->count + 1) * sizeof *c->numbers);
  if (!c->numbers) abort();
  size_t kept = 0;
  for (size_t i = 0; i < c->samples.count; i++) {
    sample *s = &c->samples.items[i];
    size_t first = kept;
    for (size_t k = 0; k < s->count; k++) {
      size_t number = documents->last[counts_slot(documents, buffer->items[s->first + k])];
      if (number != SIZE_MAX) c->numbers[kept++] = (uint32_t)number;
    }
    s->first = first;
    s->count = kept - first;
  }
}

static bool read_contracts(corpus *c, sources *all) {
  cue_buffer buffer = {0};
  counts documents;
  counts_init(&documents, 1 << 20);
  for (size_t i = 0; i < c->grammar->weights->count; i++) {
    c->labels[i] = calloc(MAX_SAMPLES, 1);
    if (!c->labels[i]) abort();
  }
  pv_matcher *matcher = pv_matcher_new(c->grammar);
  pv_arena *arena = pv_arena_new(0);
  bool good = matcher && arena;
  for (size_t d = 0; d < all->count && good; d++) {
    pv_document *document = read_document(all->items[d].path);
    if (!(good = document != NULL)) break;
    pv_diagnostics diagnostics = {.arena = arena};
    pv_findings findings =
        pv_stages_run(matcher, arena, c->grammar, pv_document_text(document), &diagnostics);
    read_sentences(c, arena, &findings, &all->items[d], (uint32_t)d, &buffer, &documents);
    pv_document_free(document);
    pv_arena_reset(arena);
  }
  if (good) number_features(c, &buffer, &documents);
  free(buffer.items);
  counts_free(&documents);
  pv_arena_free(arena);
  pv_matcher_free(matcher);
  return good;
}

bool corpus_read(corpus *c, const char *grammar, const char *list) {
  *c = (corpus){.arena = pv_arena_new(0)};
  c->grammar = pv_grammar_load_verbose(&grammar, 1, tell_error, NULL);
  if (!c->arena || !c->grammar) return false;
  if (!c->grammar->weights) return fprintf(stderr, "fit: the grammar has no <weights>\n"), false;
  sources all = {0};
  word_list found = {0};
  if (!read_list(c, list, &all) || !collect_words(c, &all, &found)) return false;
  pv_grammar_free(c->grammar);
  pv_load_watch watch = {.rules = add_words, .context = &found};
  c->grammar = pv_grammar_load_watched(&grammar, 1, tell_error, NULL, &watch);
  return c->grammar && read_contracts(c, &all);
}
