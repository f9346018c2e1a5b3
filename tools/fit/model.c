// In two rounds: first on all positive samples and some others, then with those others that the
// first round found hardest. Last, the cues with the most points are fitted once more without the
// rest.
#include "model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "solver.h"

enum {
  POINTS_A_LOGIT = 20,
  LEAST_DOCUMENTS = 4,
  FIRST_OTHERS = 8000,
  HARD_OTHERS = 10000,
  RANDOM_OTHERS = 4000,
};

// How strongly cues of a kind are held back: the smaller, the more.
static const double kind_values[PV_CUE_KIND_COUNT] = {
    [PV_CUE_WORD] = 0.5, [PV_CUE_PAIR] = 0.4,   [PV_CUE_SKIP] = 0.3,  [PV_CUE_HEADING] = 0.5,
    [PV_CUE_RULE] = 1.0, [PV_CUE_BEFORE] = 0.4, [PV_CUE_AFTER] = 0.4, [PV_CUE_STRENGTH] = 0.6,
    [PV_CUE_TYPE] = 0.4, [PV_CUE_SHAPE] = 0.5,
};
static const double bias_value = 2;

static const uint32_t kind_parts[PV_CUE_KIND_COUNT] = {
    [PV_CUE_WORD] = WITH_WORDS,    [PV_CUE_PAIR] = WITH_WORDS,        [PV_CUE_SKIP] = WITH_WORDS,
    [PV_CUE_HEADING] = WITH_WORDS, [PV_CUE_RULE] = WITH_RULES,        [PV_CUE_BEFORE] = WITH_RULES,
    [PV_CUE_AFTER] = WITH_RULES,   [PV_CUE_STRENGTH] = WITH_STRENGTH, [PV_CUE_TYPE] = WITH_WORDS,
    [PV_CUE_SHAPE] = WITH_WORDS,
};

typedef struct {
  const corpus *c;
  const model_options *options;
  uint32_t weighing;
  uint32_t left_out;
  double *values; // by feature, and of the bias; 0: not used
  double *w;
  example *examples;
  bool *wordless; // by example: only its rules count
  size_t count;
} fitting;

static bool is_left_out(uint32_t left_out, const sample *s) { return left_out >> s->fold & 1; }

static uint32_t documents_of(const feature *f, uint32_t left_out) {
  uint32_t sum = 0;
  for (uint32_t i = 0; i < MAX_FOLDS; i++)
    if (!(left_out >> i & 1)) sum += f->documents[i];
  return sum;
}

// Where few sentences are labelled, each of them moves the points of a rule but a little: those are
// held back less there.
static double rule_freedom(const fitting *f) {
  enum { ENOUGH = 200, MOST = 4 };
  size_t labelled = 0;
  for (size_t i = 0; i < f->c->samples.count; i++)
    labelled += !is_left_out(f->left_out, &f->c->samples.items[i]) &&
                f->c->labels[f->weighing][i] == LABEL_MATCH;
  double freedom = sqrt((double)ENOUGH / (double)(labelled + 1));
  return freedom < 1 ? 1 : freedom > MOST ? MOST : freedom;
}

static bool is_of_rule(const feature *f) {
  pv_cue_kind kind = pv_cue_kind_of(f->cue);
  return kind == PV_CUE_RULE || kind == PV_CUE_STRENGTH;
}

static void set_values(fitting *f) {
  double freedom = rule_freedom(f);
  for (size_t i = 0; i < f->c->feature_count; i++) {
    pv_cue_kind kind = pv_cue_kind_of(f->c->features[i].cue);
    bool is_used = (kind_parts[kind] & f->options->parts) &&
                   documents_of(&f->c->features[i], f->left_out) >= LEAST_DOCUMENTS;
    f->values[i] = is_used ? kind_values[kind] : 0;
    if (is_of_rule(&f->c->features[i])) f->values[i] *= freedom;
  }
  f->values[f->c->feature_count] = bias_value;
}

static double weight_of(label_kind label) {
  static const double weights[] = {[LABEL_NONE] = 1,
                                   [LABEL_MATCH] = 1,
                                   [LABEL_PART] = 0.5,
                                   [LABEL_WIDER] = 0.4,
                                   [LABEL_BORDER] = 0};
  return weights[label];
}

// A sentence in which a rule fires is learned from twice, once as if its words said nothing: so
// that rules alone say how likely a clause is that is worded as no contract of the corpus is.
static void add_example(fitting *f, size_t i, double weight) {
  const sample *s = &f->c->samples.items[i];
  label_kind label = (label_kind)f->c->labels[f->weighing][i];
  example e = {.features = f->c->numbers + s->first,
               .count = s->count,
               .positive = label != LABEL_NONE,
               .weight = weight * weight_of(label)};
  f->examples[f->count] = e;
  f->wordless[f->count++] = false;
  if (!(s->fired >> f->weighing & 1) || f->options->wordless <= 0) return;
  e.weight *= f->options->wordless;
  f->examples[f->count] = e;
  f->wordless[f->count++] = true;
}

typedef struct {
  double score;
  size_t sample;
} ranked;

static int by_score(const void *left, const void *right) {
  const ranked *a = left, *b = right;
  if (a->score != b->score) return a->score > b->score ? -1 : 1;
  return (a->sample > b->sample) - (a->sample < b->sample);
}

// A number that looks random, and is the same every time.
static double shuffle(size_t i) {
  uint64_t x = (i + 1) * UINT64_C(0x9E3779B97F4A7C15);
  x = (x ^ x >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
  return (double)((x ^ x >> 27) >> 11);
}

static double score_of(const fitting *f, const sample *s) {
  double sum = f->w[f->c->feature_count] * f->values[f->c->feature_count];
  for (size_t i = 0; i < s->count; i++) {
    uint32_t k = f->c->numbers[s->first + i];
    sum += f->w[k] * f->values[k];
  }
  return sum;
}

// All labelled samples, and of the others the hardest and some that are picked at random.
static void choose(fitting *f, bool first_round) {
  const corpus *c = f->c;
  ranked *others = malloc(c->samples.count * sizeof *others);
  if (!others) abort();
  size_t count = 0;
  f->count = 0;
  for (size_t i = 0; i < c->samples.count; i++) {
    const sample *s = &c->samples.items[i];
    label_kind label = (label_kind)c->labels[f->weighing][i];
    if (is_left_out(f->left_out, s) || label == LABEL_BORDER) continue;
    if (label != LABEL_NONE) {
      add_example(f, i, 1);
    } else {
      bool is_fired = s->fired >> f->weighing & 1;
      double score = first_round ? shuffle(i) + (is_fired ? 1e30 : 0) : score_of(f, s);
      others[count++] = (ranked){score, i};
    }
  }
  qsort(others, count, sizeof *others, by_score);
  size_t hardest = first_round ? FIRST_OTHERS : HARD_OTHERS;
  if (hardest > count) hardest = count;
  for (size_t i = 0; i < hardest; i++) add_example(f, others[i].sample, 1);
  size_t rest = count - hardest, wanted = first_round ? 0 : RANDOM_OTHERS;
  for (size_t i = 0; i < rest; i++) others[hardest + i].score = shuffle(others[hardest + i].sample);
  qsort(others + hardest, rest, sizeof *others, by_score);
  // Each stands for those that were not picked, as far as that is not too much.
  double share = wanted ? (double)rest / (double)wanted : 1;
  if (share > 3) share = 3;
  for (size_t i = 0; i < wanted && i < rest; i++) add_example(f, others[hardest + i].sample, share);
  free(others);
}

// The solver goes over all features of an example: those that are not used are taken out.
static uint32_t *drop_unused(fitting *f) {
  size_t total = 0;
  for (size_t i = 0; i < f->count; i++) total += f->examples[i].count;
  uint32_t *kept = malloc((total + 1) * sizeof *kept), *next = kept;
  if (!kept) abort();
  for (size_t i = 0; i < f->count; i++) {
    example *e = &f->examples[i];
    const uint32_t *from = e->features;
    e->features = next;
    for (size_t k = 0; k < e->count; k++)
      if (f->values[from[k]] > 0 && (!f->wordless[i] || is_of_rule(&f->c->features[from[k]])))
        *next++ = from[k];
    e->count = (size_t)(next - e->features);
  }
  return kept;
}

static void solve(fitting *f, bool first_round) {
  choose(f, first_round);
  uint32_t *kept = drop_unused(f);
  solver_fit(f->examples, f->count, f->values, f->c->feature_count, f->options->cost, f->w);
  free(kept);
}

static int by_size(const void *left, const void *right) {
  const ranked *a = left, *b = right;
  if (a->score != b->score) return a->score > b->score ? -1 : 1;
  return (a->sample > b->sample) - (a->sample < b->sample);
}

// Leaves the features with the largest weights.
static void prune(fitting *f) {
  size_t count = f->c->feature_count;
  ranked *all = malloc((count + 1) * sizeof *all);
  if (!all) abort();
  for (size_t i = 0; i < count; i++) all[i] = (ranked){fabs(f->w[i] * f->values[i]), i};
  qsort(all, count, sizeof *all, by_size);
  for (size_t i = f->options->most; i < count; i++) f->values[all[i].sample] = 0;
  free(all);
}

static int32_t rounded(double x) { return (int32_t)floor(x * POINTS_A_LOGIT + 0.5); }

static void keep_points(const fitting *f, model *m) {
  size_t count = f->c->feature_count;
  m->bias = rounded(f->w[count] * f->values[count]);
  m->points = calloc(count + 1, 1);
  m->is_seed = calloc(count + 1, sizeof *m->is_seed);
  m->cues = malloc((f->options->most + 1) * sizeof *m->cues);
  if (!m->points || !m->cues || !m->is_seed) abort();
  for (size_t i = 0; i < count; i++) {
    if (f->values[i] <= 0) continue;
    int32_t points = rounded(f->w[i] * f->values[i]);
    if (points > PV_MAX_CUE_POINTS) points = PV_MAX_CUE_POINTS;
    if (points < -PV_MAX_CUE_POINTS) points = -PV_MAX_CUE_POINTS;
    if (!points) continue;
    m->points[i] = (int8_t)points;
    m->cues[m->count++] = (model_cue){(uint32_t)i, points};
  }
}

enum { MAX_SEEDS = 60, SEED_HANDICAP = 30, MOST_PER_FOUND = 150 };

// How many samples have each feature, and how many of them are to be found.
typedef struct {
  const corpus *c;
  uint32_t weighing;
  uint32_t *good;
  uint32_t *all;
} tally;

static void count_sample(tally *t, size_t i, bool adds) {
  const sample *s = &t->c->samples.items[i];
  label_kind label = (label_kind)t->c->labels[t->weighing][i];
  uint32_t one = adds ? 1 : UINT32_MAX; // that is, minus one
  uint32_t wanted = label != LABEL_NONE && label != LABEL_BORDER ? one : 0;
  for (size_t k = 0; k < s->count; k++) {
    t->all[t->c->numbers[s->first + k]] += one;
    t->good[t->c->numbers[s->first + k]] += wanted;
  }
}

static size_t best_seed(const tally *t) {
  size_t best = t->c->feature_count;
  double best_share = 0;
  for (size_t i = 0; i < t->c->feature_count; i++) {
    pv_cue cue = t->c->features[i].cue;
    if (pv_cue_kind_of(cue) != PV_CUE_WORD || pv_cue_first(cue) < PV_WORD_FIRST) continue;
    if (t->good[i] < 2 || t->all[i] > t->good[i] * MOST_PER_FOUND) continue;
    double share = t->good[i] / (double)(t->all[i] + SEED_HANDICAP);
    if (share > best_share) best_share = share, best = i;
  }
  return best;
}

static bool has_feature(const corpus *c, const sample *s, size_t number) {
  for (size_t k = 0; k < s->count; k++)
    if (c->numbers[s->first + k] == number) return true;
  return false;
}

// Words that together stand in nearly all labelled sentences in which no rule fires, and in few
// others: greedily, the word with the most of the former for the latter.
static void find_seeds(const corpus *c, uint32_t weighing, uint32_t left_out, model *m) {
  tally t = {c, weighing, calloc(c->feature_count + 1, sizeof *t.good),
             calloc(c->feature_count + 1, sizeof *t.all)};
  size_t *open = malloc((c->samples.count + 1) * sizeof *open), count = 0;
  m->seeds = malloc(MAX_SEEDS * sizeof *m->seeds);
  if (!t.good || !t.all || !open || !m->seeds) abort();
  for (size_t i = 0; i < c->samples.count; i++) {
    const sample *s = &c->samples.items[i];
    if (is_left_out(left_out, s) || (s->fired >> weighing & 1)) continue;
    count_sample(&t, i, true);
    open[count++] = i;
  }
  while (m->seed_count < MAX_SEEDS) {
    size_t best = best_seed(&t), kept = 0;
    if (best == c->feature_count) break;
    m->seeds[m->seed_count++] = (uint32_t)best;
    m->is_seed[best] = true;
    for (size_t i = 0; i < count; i++) {
      if (has_feature(c, &c->samples.items[open[i]], best))
        count_sample(&t, open[i], false);
      else
        open[kept++] = open[i];
    }
    count = kept;
  }
  free(t.good);
  free(t.all);
  free(open);
}

void model_fit(const corpus *c, const model_options *options, uint32_t weighing, uint32_t left_out,
               model *m) {
  *m = (model){0};
  size_t features = c->feature_count + 1;
  fitting f = {.c = c,
               .options = options,
               .weighing = weighing,
               .left_out = left_out,
               .values = malloc(features * sizeof *f.values),
               .w = calloc(features, sizeof *f.w),
               .examples = malloc((2 * c->samples.count + 1) * sizeof *f.examples),
               .wordless = malloc(2 * c->samples.count + 1)};
  if (!f.values || !f.w || !f.examples || !f.wordless) abort();
  set_values(&f);
  solve(&f, true);
  solve(&f, false);
  prune(&f);
  solve(&f, false);
  keep_points(&f, m);
  if (options->parts & WITH_WORDS) find_seeds(c, weighing, left_out, m);
  free(f.values);
  free(f.w);
  free(f.examples);
  free(f.wordless);
}

void model_free(model *m) {
  free(m->cues);
  free(m->points);
  free(m->seeds);
  free(m->is_seed);
}

int32_t model_score(const corpus *c, const model *m, const sample *s) {
  int32_t score = m->bias;
  for (size_t i = 0; i < s->count; i++) score += m->points[c->numbers[s->first + i]];
  return score;
}

bool model_looks(const corpus *c, const model *m, uint32_t weighing, const sample *s) {
  if (s->fired >> weighing & 1) return s->covered >> weighing & 1;
  for (size_t i = 0; i < s->count; i++)
    if (m->is_seed[c->numbers[s->first + i]]) return true;
  return false;
}
