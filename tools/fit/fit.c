// Fits the weights of a grammar on labelled contracts.
//
// usage: fit GRAMMAR LIST FOLDER [PARTS]
//
// LIST says which contracts there are, in which fold each is, and what is labelled in them (see
// corpus.h). FOLDER receives all/FRAME.txt, fitted on all of them, and for each fold its number and
// FRAME.txt, fitted on the others. PARTS says what is learned from: letters of r (rules), s (their
// strength) and w (words); rsw is what the program ships.
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/str.h"
#include "calibration.h"
#include "corpus.h"
#include "model.h"

static const model_options defaults = {
    .parts = WITH_RULES | WITH_STRENGTH | WITH_WORDS, .cost = 0.1, .wordless = 1, .most = 1500};

typedef struct {
  corpus c;
  model_options options;
  const char *folder;
} job;

// Models by the folds that are left out, for one weighing.
typedef struct {
  bool is_there[1 << MAX_FOLDS];
  model models[1 << MAX_FOLDS];
} model_table;

static model *get(job *j, model_table *table, uint32_t weighing, uint32_t left_out) {
  if (!table->is_there[left_out]) {
    model_fit(&j->c, &j->options, weighing, left_out, &table->models[left_out]);
    table->is_there[left_out] = true;
  }
  return &table->models[left_out];
}

// `outcomes` are sorted by score. What the sentences of labels in which nobody looks cost is
// counted.
static void tell_quality(const job *j, uint32_t weighing, const outcome *outcomes, size_t count) {
  size_t all = 0, right = 0;
  double precision_sum = 0, best = 0;
  for (size_t i = 0; i < j->c.samples.count; i++) all += j->c.labels[weighing][i] == LABEL_MATCH;
  for (size_t i = count; i-- > 0;) {
    right += outcomes[i].right;
    double found = (double)(count - i);
    if (outcomes[i].right) precision_sum += (double)right / found;
    double f = 2 * (double)right / (found + (double)all);
    if (f > best) best = f;
  }
  pv_str frame = j->c.grammar->weights->items[weighing].rule->frame->id;
  fprintf(stderr, "%-20.*s looks at %5zu, finds %4zu of %4zu; best F1 %.3f, AP %.3f\n",
          PV_STR_ARG(frame), count, right, all, best, all ? precision_sum / (double)all : 0);
}

// Scores of contracts that a model has not seen: for each fold those of the model without it.
static step_list calibration_of(job *j, model_table *table, uint32_t weighing, uint32_t left_out) {
  const corpus *c = &j->c;
  outcome *outcomes = malloc((c->samples.count + 1) * sizeof *outcomes);
  if (!outcomes) abort();
  size_t count = 0;
  for (uint32_t fold = 0; fold < c->fold_count; fold++) {
    if (left_out >> fold & 1) continue;
    const model *m = get(j, table, weighing, left_out | UINT32_C(1) << fold);
    for (size_t i = 0; i < c->samples.count; i++) {
      const sample *s = &c->samples.items[i];
      if (s->fold != fold || !model_looks(c, m, weighing, s)) continue;
      bool right = c->labels[weighing][i] == LABEL_MATCH;
      outcomes[count++] = (outcome){model_score(c, m, s), right};
    }
  }
  step_list steps = calibrate(j->c.arena, outcomes, count);
  if (left_out == 0) tell_quality(j, weighing, outcomes, count);
  free(outcomes);
  return steps;
}

static int by_text(const void *left, const void *right) {
  return pv_str_compare(*(const pv_str *)left, *(const pv_str *)right);
}

// Does the model give the rule points?
static bool has_rule(const corpus *c, const model *m, size_t rule) {
  for (size_t i = 0; i < m->count; i++)
    if (c->features[m->cues[i].feature].cue == pv_cue_make(PV_CUE_RULE, (uint32_t)rule, 0))
      return true;
  return false;
}

static void write_cues(job *j, const model *m, const pv_frame *frame, FILE *to) {
  const pv_grammar *grammar = j->c.grammar;
  pv_str *lines = PV_NEW_ARRAY(j->c.arena, pv_str, m->count + m->seed_count + grammar->rule_count);
  size_t count = 0;
  for (size_t i = 0; i < grammar->rule_count; i++)
    if (grammar->rules[i].frame == frame && !has_rule(&j->c, m, i))
      lines[count++] =
          pv_str_printf(j->c.arena, "rule " PV_STR_FMT "\t0", PV_STR_ARG(grammar->rules[i].id));
  for (size_t i = 0; i < m->seed_count; i++) {
    uint32_t word = pv_cue_first(j->c.features[m->seeds[i]].cue);
    lines[count++] = pv_str_printf(j->c.arena, "seed " PV_STR_FMT,
                                   PV_STR_ARG(pv_vocabulary_word(j->c.grammar->vocabulary, word)));
  }
  for (size_t i = 0; i < m->count; i++) {
    pv_str cue = pv_cue_print(j->c.arena, j->c.grammar, j->c.features[m->cues[i].feature].cue);
    lines[count++] =
        pv_str_printf(j->c.arena, PV_STR_FMT "\t%d", PV_STR_ARG(cue), m->cues[i].points);
  }
  qsort(lines, count, sizeof *lines, by_text);
  for (size_t i = 0; i < count; i++) fprintf(to, PV_STR_FMT "\n", PV_STR_ARG(lines[i]));
}

static bool write_model(job *j, const model *m, const step_list *steps, uint32_t weighing,
                        const char *name) {
  const pv_frame *frame = j->c.grammar->weights->items[weighing].rule->frame;
  pv_str folder = pv_str_printf(j->c.arena, "%s/%s", j->folder, name);
  (void)mkdir(folder.data, 0777);
  pv_str path = pv_str_printf(j->c.arena, PV_STR_FMT "/" PV_STR_FMT ".txt", PV_STR_ARG(folder),
                              PV_STR_ARG(frame->id));
  FILE *to = fopen(path.data, "w");
  if (!to) return fprintf(stderr, "fit: cannot write %s\n", path.data), false;
  fprintf(to, "# Learned points, %d a logit; tools/fit-weights writes this file.\n", 20);
  fprintf(to, "bias\t%d\n", m->bias);
  for (size_t i = 0; i < steps->count; i++)
    fprintf(to, "step %d\t%d\n", steps->items[i].score, steps->items[i].percent);
  write_cues(j, m, frame, to);
  return fclose(to) == 0;
}

static bool fit_weighing(job *j, uint32_t weighing) {
  model_table *table = calloc(1, sizeof *table);
  if (!table) abort();
  step_list steps = calibration_of(j, table, weighing, 0);
  bool good = write_model(j, get(j, table, weighing, 0), &steps, weighing, "all");
  for (uint32_t fold = 0; fold < j->c.fold_count && j->c.fold_count > 1 && good; fold++) {
    uint32_t left_out = UINT32_C(1) << fold;
    steps = calibration_of(j, table, weighing, left_out);
    pv_str name = pv_str_printf(j->c.arena, "%u", fold);
    good = write_model(j, get(j, table, weighing, left_out), &steps, weighing, name.data);
  }
  for (size_t i = 0; i < sizeof table->is_there / sizeof *table->is_there; i++)
    if (table->is_there[i]) model_free(&table->models[i]);
  free(table);
  return good;
}

static uint32_t parts_of(const char *letters) {
  uint32_t parts = 0;
  for (; *letters; letters++)
    parts |= *letters == 'r' ? WITH_RULES : *letters == 's' ? WITH_STRENGTH : WITH_WORDS;
  return parts;
}

int main(int argc, char **argv) {
  if (argc < 4) return fprintf(stderr, "usage: fit GRAMMAR LIST FOLDER [PARTS]\n"), 2;
  job j = {.options = defaults, .folder = argv[3]};
  if (argc > 4) j.options.parts = parts_of(argv[4]);
  if (!corpus_read(&j.c, argv[1], argv[2])) return 1;
  fprintf(stderr, "fit: %zu sentences, %zu features\n", j.c.samples.count, j.c.feature_count);
  (void)mkdir(j.folder, 0777);
  for (uint32_t i = 0; i < j.c.grammar->weights->count; i++)
    if (!fit_weighing(&j, i)) return 1;
  return 0;
}
