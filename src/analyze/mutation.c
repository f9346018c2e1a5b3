#include "analyze/mutation.h"

#include <pthread.h>
#include <stdlib.h>

#include "analyze/example.h"
#include "analyze/near_miss.h"
#include "analyze/trial.h"

typedef struct {
  const pv_grammar *grammar;
  const pv_mutants *mutants;
  bool *killed;
  size_t next; // the first mutant that no thread has begun
  bool failed;
  pthread_mutex_t lock; // guards `next` and `failed`
} run;

// A few mutants of one rule, which are tried together behind the rule itself.
typedef struct {
  run *run;
  size_t first;
  size_t count;
  pv_arena *arena;   // of the trial
  pv_arena *scratch; // of an example
  pv_trial trial;
} batch;

static bool begin_batch(batch *b) {
  run *r = b->run;
  pthread_mutex_lock(&r->lock);
  const pv_mutant *items = r->mutants->items.items;
  size_t total = r->failed ? 0 : r->mutants->items.count, end = b->first = r->next;
  while (end < total && items[end].rule == items[b->first].rule &&
         end - b->first + 1 < PV_TRIAL_RULES)
    end++;
  b->count = end - b->first;
  r->next = end;
  pthread_mutex_unlock(&r->lock);
  return b->count > 0;
}

// Returns whether all are killed.
static bool try_example(const batch *b, const pv_findings *findings, const pv_example *example) {
  const pv_rule *rules = b->trial.rules;
  bool *killed = b->run->killed + b->first;
  pv_verdict verdict = pv_example_judge(b->scratch, findings, &rules[0], example).verdict;
  bool all = true;
  for (size_t i = 0; i < b->count; i++) {
    if (!killed[i])
      killed[i] = pv_example_judge(b->scratch, findings, &rules[i + 1], example).verdict != verdict;
    all &= killed[i];
  }
  return all;
}

static bool try_batch(batch *b) {
  const pv_mutant *mutants = &b->run->mutants->items.items[b->first];
  const pv_rule *rule = mutants[0].rule;
  pv_rule rules[PV_TRIAL_RULES];
  rules[0] = *rule;
  for (size_t i = 0; i < b->count; i++) rules[i + 1] = mutants[i].changed;
  pv_arena_reset(b->arena);
  if (!pv_trial_init(&b->trial, b->arena, b->run->grammar, rules, b->count + 1)) return false;
  pv_examples examples = pv_examples_of(b->arena, rule);
  bool all_killed = false;
  for (size_t i = 0; i < examples.count && !all_killed; i++) {
    pv_arena_reset(b->scratch);
    pv_findings findings = pv_trial_run(&b->trial, b->scratch, examples.items[i].text);
    all_killed = try_example(b, &findings, &examples.items[i]);
  }
  pv_trial_reset(&b->trial);
  return true;
}

static void fail(run *r) {
  pthread_mutex_lock(&r->lock);
  r->failed = true;
  pthread_mutex_unlock(&r->lock);
}

// The arenas jump back here where there is no memory.
static bool try_batches(batch *b) {
  jmp_buf out;
  if (!b->arena || !b->scratch || setjmp(out)) return false;
  pv_arena_guard(b->arena, &out);
  pv_arena_guard(b->scratch, &out);
  while (begin_batch(b))
    if (!try_batch(b)) return false;
  return true;
}

static void *work(void *context) {
  batch b = {.run = context, .arena = pv_arena_new(0), .scratch = pv_arena_new(0)};
  if (!try_batches(&b)) fail(context);
  pv_trial_reset(&b.trial);
  pv_arena_free(b.arena);
  pv_arena_free(b.scratch);
  return NULL;
}

bool pv_mutation_run(const pv_grammar *grammar, const pv_mutants *mutants, size_t threads,
                     bool *killed) {
  run r = {.grammar = grammar, .mutants = mutants, .killed = killed};
  pthread_t *others = calloc(threads + 1, sizeof *others);
  size_t started = 0;
  if (!others) return false;
  pthread_mutex_init(&r.lock, NULL);
  while (started + 1 < threads && pthread_create(&others[started], NULL, work, &r) == 0) started++;
  work(&r);
  for (size_t i = 0; i < started; i++) pthread_join(others[i], NULL);
  pthread_mutex_destroy(&r.lock);
  free(others);
  return !r.failed;
}
