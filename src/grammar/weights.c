// A file of weights is lines: a key, a tab and a number. Keys are "bias", "step SCORE", whose
// number is a percentage, "seed WORD", whose number is left out, and cues. Cues of rules that the
// grammar does not have count nothing: a pack may turn rules off.
// A rule with no points is one that was there when the weights were fitted.
#include "grammar/weights.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "grammar/loader.h"
#include "grammar/rule.h"

enum { LEAST_STEPS = 2, MOST_SCORE = 100000 };

bool pv_weighing_has_kind(const pv_weighing *weighing, pv_str kind) {
  for (size_t i = 0; i < weighing->kind_count; i++)
    if (pv_str_equal(weighing->kinds[i], kind)) return true;
  return false;
}

const pv_weighing *pv_weighing_of(const pv_grammar *grammar, const pv_rule *rule) {
  const pv_weights *weights = grammar->weights;
  for (size_t i = 0; weights && i < weights->count; i++) {
    const pv_weighing *weighing = &weights->items[i];
    if (weighing->rule->frame != rule->frame) continue;
    bool is_known = rule == weighing->rule || weighing->knows[rule - grammar->rules];
    return is_known && pv_weighing_has_kind(weighing, rule->kind) ? weighing : NULL;
  }
  return NULL;
}

int32_t pv_weighing_percent(const pv_weighing *weighing, int32_t score) {
  const pv_confidence_step *steps = weighing->steps;
  size_t count = weighing->step_count;
  if (score <= steps[0].score) return steps[0].percent;
  if (score >= steps[count - 1].score) return steps[count - 1].percent;
  size_t i = 1;
  while (steps[i].score < score) i++;
  int32_t width = steps[i].score - steps[i - 1].score,
          rise = steps[i].percent - steps[i - 1].percent;
  return steps[i - 1].percent + (score - steps[i - 1].score) * rise / width;
}

typedef struct {
  pv_cue cue;
  uint32_t weighing;
  int8_t points;
} entry;

typedef struct {
  uint32_t word;
  uint32_t weighing;
} seed;

// Weights while they are read.
typedef struct {
  pv_loader *loader;
  const pv_module *module;
  const pv_element *element;
  uint32_t number; // of the weighing
  pv_weighing *weighing;
  bool *knows;
  PV_VECTOR(pv_confidence_step) steps;
  PV_VECTOR(entry) entries; // of all
  PV_VECTOR(seed) seeds;    // of all
  const char *path;
  size_t line;
} reading;

__attribute__((format(printf, 2, 3))) static bool fail(reading *r, const char *format, ...) {
  char message[256];
  va_list args;
  va_start(args, format);
  (void)vsnprintf(message, sizeof message, format, args);
  va_end(args);
  pv_error err = {0};
  (void)pv_fail_at(&err, PV_ERROR_GRAMMAR, r->path, (uint32_t)r->line, 1, "%s", message);
  return pv_loader_fail(r->loader, &err);
}

static bool read_number(pv_str text, int32_t most, int32_t *number) {
  char digits[16];
  if (text.size == 0 || text.size >= sizeof digits) return false;
  memcpy(digits, text.data, text.size);
  digits[text.size] = 0;
  char *end;
  long value = strtol(digits, &end, 10);
  *number = (int32_t)value;
  return *end == 0 && value >= -most && value <= most;
}

static bool read_step(reading *r, pv_str score, int32_t percent) {
  pv_confidence_step step = {.percent = percent};
  size_t count = r->steps.count;
  if (!read_number(score, MOST_SCORE, &step.score) || percent < 0 || percent > 100)
    return fail(r, "a step is \"step SCORE\", a tab and a percentage");
  const pv_confidence_step *last = count ? &r->steps.items[count - 1] : NULL;
  if (last && (step.score <= last->score || percent < last->percent))
    return fail(r, "steps rise: this one is not above the one before");
  PV_PUSH(r->loader->arena, &r->steps, step);
  return true;
}

static bool read_cue(reading *r, pv_str key, int32_t points) {
  if (!pv_cue_has_form(key)) return fail(r, "\"" PV_STR_FMT "\" is no cue", PV_STR_ARG(key));
  pv_cue cue = pv_cue_parse(r->loader->grammar, key, true);
  entry e = {cue, r->number, (int8_t)points};
  if (cue && pv_cue_kind_of(cue) == PV_CUE_RULE) r->knows[pv_cue_first(cue)] = true;
  if (cue && points) PV_PUSH(r->loader->scratch, &r->entries, e);
  return true;
}

static bool read_line(reading *r, pv_str line) {
  const char *tab = line.size ? memchr(line.data, '\t', line.size) : NULL;
  pv_str key = {line.data, tab ? (size_t)(tab - line.data) : line.size};
  pv_str rest = tab ? (pv_str){tab + 1, line.size - key.size - 1} : PV_STR("");
  pv_str of_seed = PV_STR("seed "), of_step = PV_STR("step ");
  if (pv_str_starts_with(key, of_seed)) {
    pv_str word = {key.data + of_seed.size, key.size - of_seed.size};
    uint32_t id = pv_vocabulary_add(r->loader->grammar->vocabulary, word);
    if (id) PV_PUSH(r->loader->scratch, &r->seeds, ((seed){id, r->number}));
    return true;
  }
  bool is_cue = !pv_str_equal(key, PV_STR("bias")) && !pv_str_starts_with(key, of_step);
  int32_t number;
  if (!read_number(rest, is_cue ? PV_MAX_CUE_POINTS : MOST_SCORE, &number))
    return fail(r, "behind the tab goes a number, for a cue %d at most", PV_MAX_CUE_POINTS);
  if (is_cue) return read_cue(r, key, number);
  if (pv_str_starts_with(key, of_step))
    return read_step(r, (pv_str){key.data + of_step.size, key.size - of_step.size}, number);
  r->weighing->bias = number;
  return true;
}

static bool read_lines(reading *r, pv_str bytes) {
  for (r->line = 1; bytes.size; r->line++) {
    const char *end = memchr(bytes.data, '\n', bytes.size);
    size_t size = end ? (size_t)(end - bytes.data) : bytes.size;
    if (size && bytes.data[0] != '#' && !read_line(r, (pv_str){bytes.data, size})) return false;
    size += end != NULL;
    bytes = (pv_str){bytes.data + size, bytes.size - size};
  }
  if (r->steps.count < LEAST_STEPS)
    return fail(r, "weights have %d steps at least: the confidence of a score", LEAST_STEPS);
  r->weighing->steps = r->steps.items;
  r->weighing->step_count = r->steps.count;
  return true;
}

static bool fail_attribute(reading *r, const char *attribute, const char *message) {
  return pv_loader_fail_attribute(r->loader, r->module, r->element, attribute, "%s", message);
}

static bool is_kind_of(const pv_frame *frame, pv_str kind) {
  for (size_t i = 0; i < frame->kind_count; i++)
    if (pv_str_equal(frame->kinds[i], kind)) return true;
  return false;
}

// The kinds that it weighs: names with blanks between them.
static bool read_kinds(reading *r, const pv_frame *frame) {
  PV_VECTOR(pv_str) kinds = {0};
  pv_str rest = pv_str_trim(pv_element_attribute(r->element, "kinds"));
  while (rest.size) {
    const char *blank = memchr(rest.data, ' ', rest.size);
    pv_str kind = {rest.data, blank ? (size_t)(blank - rest.data) : rest.size};
    if (!is_kind_of(frame, kind)) return fail_attribute(r, "kinds", "the frame has no such kind");
    PV_PUSH(r->loader->arena, &kinds, pv_str_copy(r->loader->arena, kind));
    rest = pv_str_trim((pv_str){rest.data + kind.size, rest.size - kind.size});
  }
  r->weighing->kinds = kinds.items;
  r->weighing->kind_count = kinds.count;
  if (pv_weighing_has_kind(r->weighing, r->weighing->rule->kind)) return true;
  return fail_attribute(r, "kind", "it is one of \"kinds\"");
}

// The rule that stands for clauses that no rule finds: what the frame has, and no <match>.
static bool read_head(reading *r) {
  pv_loader *loader = r->loader;
  pv_str name = pv_element_attribute(r->element, "frame");
  const pv_frame *frame = pv_grammar_frame(loader->grammar, name);
  if (!frame || !frame->family.size)
    return fail_attribute(r, "frame", "there is no such frame of clauses");
  for (uint32_t i = 0; i < r->number; i++)
    if (loader->grammar->weights->items[i].rule->frame == frame)
      return fail_attribute(r, "frame", "there are weights for it already");
  pv_str kind = pv_str_copy(loader->arena, pv_element_attribute(r->element, "kind"));
  pv_rule *rule = PV_NEW(loader->arena, pv_rule);
  r->weighing->rule = rule;
  *rule = (pv_rule){.id = PV_STR(""),
                    .phase = PV_PHASE_CLAUSE,
                    .frame = frame,
                    .kind = kind,
                    .polarity = PV_STR(""),
                    .severity = PV_STR("info")};
  pv_rule_reader reader = {
      .loader = loader, .module = r->module, .element = r->element, .rule = rule};
  pv_rule_add_frame_satellites(&reader);
  return read_kinds(r, frame);
}

static bool read_weights(reading *r) {
  pv_error err = {0};
  pv_str bytes;
  pv_str path =
      pv_loader_path(r->loader, r->module->source->file, pv_element_attribute(r->element, "href"));
  if (!path.size) return fail_attribute(r, "href", "a file in the folder or below");
  if (!read_head(r)) return false;
  if (!pv_source_read(r->loader->scratch, path.data, &bytes, &err))
    return pv_loader_fail(r->loader, &err);
  pv_sha256_add(&r->loader->sha, bytes);
  r->path = path.data;
  r->knows = PV_NEW_ARRAY(r->loader->arena, bool, r->loader->grammar->rule_count);
  r->weighing->knows = r->knows;
  return read_lines(r, bytes);
}

static void put(pv_cue *cues, uint32_t *rows, uint32_t mask, pv_cue cue, uint32_t row) {
  uint32_t slot = (uint32_t)((cue * UINT64_C(0x9E3779B97F4A7C15)) >> 32);
  while (cues[slot & mask]) slot++;
  cues[slot & mask] = cue;
  rows[slot & mask] = row;
}

// At most a quarter of the table is full.
static void make_table(reading *r, pv_weights *weights) {
  pv_arena *arena = r->loader->arena;
  uint32_t size = 64;
  while (size < 4 * r->entries.count) size *= 2;
  pv_cue *cues = PV_NEW_ARRAY(arena, pv_cue, size);
  uint32_t *rows = PV_NEW_ARRAY(arena, uint32_t, size);
  int8_t *points = PV_NEW_ARRAY(arena, int8_t, r->entries.count * weights->count);
  weights->cues = cues;
  weights->rows = rows;
  weights->mask = size - 1;
  weights->points = points;
  for (size_t i = 0; i < r->entries.count; i++) {
    const entry *e = &r->entries.items[i];
    uint32_t row = pv_weights_row(weights, e->cue);
    if (row == UINT32_MAX) put(cues, rows, weights->mask, e->cue, row = weights->row_count++);
    points[row * weights->count + e->weighing] = e->points;
  }
}

static void make_uses(reading *r, pv_weights *weights) {
  uint32_t count = pv_vocabulary_size(r->loader->grammar->vocabulary);
  uint8_t *uses = PV_NEW_ARRAY(r->loader->arena, uint8_t, count);
  for (size_t i = 0; i < r->entries.count; i++) {
    pv_cue cue = r->entries.items[i].cue;
    unsigned kind = pv_cue_kind_of(cue);
    if (kind > PV_CUE_HEADING) continue;
    uses[pv_cue_first(cue)] |= (uint8_t)(1U << kind);
    if (kind == PV_CUE_PAIR || kind == PV_CUE_SKIP)
      uses[pv_cue_second(cue)] |= (uint8_t)(1U << (kind + PV_USE_SECOND));
  }
  weights->uses = uses;
}

static void make_seeds(reading *r, pv_weights *weights) {
  uint32_t count = pv_vocabulary_size(r->loader->grammar->vocabulary);
  uint32_t *seeds = PV_NEW_ARRAY(r->loader->arena, uint32_t, count);
  for (size_t i = 0; i < r->seeds.count; i++)
    seeds[r->seeds.items[i].word] |= UINT32_C(1) << r->seeds.items[i].weighing;
  weights->seeds = seeds;
}

static void read_all(reading *r, pv_weights *weights) {
  pv_weighing *items = PV_NEW_ARRAY(r->loader->arena, pv_weighing, PV_MAX_WEIGHINGS);
  weights->items = items;
  for (size_t m = 0; m < r->loader->modules.count; m++) {
    r->module = r->loader->modules.items[m];
    const pv_element *root = r->module->source->root;
    for (size_t i = 0; i < root->children.count; i++) {
      r->element = root->children.items[i];
      if (!pv_element_is(r->element, "weights")) continue;
      if (weights->count == PV_MAX_WEIGHINGS) {
        (void)fail_attribute(r, "frame", "a grammar may have 32 weights at most");
        return;
      }
      r->number = (uint32_t)weights->count;
      r->weighing = &items[weights->count];
      memset(&r->steps, 0, sizeof r->steps);
      weights->count += read_weights(r);
    }
  }
}

void pv_load_weights(pv_loader *loader) {
  pv_weights *weights = PV_NEW(loader->arena, pv_weights);
  reading r = {.loader = loader};
  loader->grammar->weights = weights;
  read_all(&r, weights);
  if (weights->count == 0) {
    loader->grammar->weights = NULL;
    return;
  }
  make_table(&r, weights);
  make_uses(&r, weights);
  make_seeds(&r, weights);
}
