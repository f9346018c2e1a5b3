#include "analyze/batch.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "analyze/analyzer.h"
#include "base/error.h"

enum { WAITING_A_THREAD = 4 };

typedef struct {
  char *uri; // NULL: the path of the input
  pv_report *report;
  pv_error *err; // both NULL: there was no memory for it
} result;

// The documents of one input.
typedef struct {
  result *results;
  size_t count;
  size_t capacity;
  bool ready;
} slot;

// Input i waits in slot i % slot_count until the caller's thread has taken those before it.
typedef struct {
  const pv_batch_input *inputs;
  size_t count;
  const pv_batch_options *options;
  slot *slots;
  size_t slot_count;
  size_t next;  // the first input that no thread has begun
  size_t taken; // inputs that `take` has seen
  bool stopped;
  pthread_mutex_t lock; // guards what stands above
  pthread_cond_t room;  // a slot became free, or the run ends
  pthread_cond_t ready; // a slot was filled
} batch;

typedef struct {
  batch *batch;
  pv_analyzer *analyzer;
  pthread_t thread;
} worker;

static void free_results(slot *s) {
  for (size_t i = 0; i < s->count; i++) {
    pv_report_free(s->results[i].report);
    free(s->results[i].err);
    free(s->results[i].uri);
  }
  free(s->results);
  *s = (slot){0};
}

// Without memory the last result stands for those that did not fit.
static result *add_result(slot *s, const char *uri) {
  if (s->count == s->capacity) {
    size_t capacity = s->capacity ? s->capacity * 2 : 1;
    result *grown = realloc(s->results, capacity * sizeof *grown);
    if (!grown) return NULL;
    s->results = grown;
    s->capacity = capacity;
  }
  result *added = &s->results[s->count++];
  *added = (result){.uri = strdup(uri)};
  return added;
}

static pv_error *copy_error(const pv_error *err) {
  pv_error *copy = malloc(sizeof *copy);
  if (copy) *copy = *err;
  return copy;
}

typedef struct {
  pv_analyzer *analyzer;
  slot *slot;
} analysis;

static bool analyze(void *context, const char *uri, pv_document *document, const pv_error *why) {
  analysis *a = context;
  result *r = add_result(a->slot, uri);
  pv_error err = {0};
  if (r && document) r->report = pv_analyzer_run(a->analyzer, document, &err);
  if (r && !r->report) r->err = copy_error(document ? &err : why);
  pv_document_free(document);
  return r != NULL;
}

static void read_and_analyze(pv_analyzer *analyzer, const pv_batch_input *input,
                             const pv_read_options *options, slot *s) {
  analysis a = {analyzer, s};
  if (input->error)
    analyze(&a, input->path, NULL, input->error);
  else
    pv_documents_read(input->path, options, analyze, &a);
}

static bool take_results(const batch *b, size_t index, const slot *s, pv_batch_take *take,
                         void *context) {
  static const pv_error no_memory = {.code = PV_ERROR_MEMORY,
                                     .message = "the system gives no more memory"};
  const char *path = b->inputs[index].path;
  bool goes_on = s->count || take(context, &(pv_batch_result){index, path, NULL, &no_memory});
  for (size_t i = 0; i < s->count && goes_on; i++) {
    const result *r = &s->results[i];
    goes_on = take(context, &(pv_batch_result){index, r->uri ? r->uri : path, r->report,
                                               r->err ? r->err : &no_memory});
  }
  return goes_on;
}

// Waits until input `next` may be begun; false when there is none any more.
static bool begin_next(batch *b, size_t *index) {
  pthread_mutex_lock(&b->lock);
  while (!b->stopped && b->next < b->count && b->next >= b->taken + b->slot_count)
    pthread_cond_wait(&b->room, &b->lock);
  bool begun = !b->stopped && b->next < b->count;
  if (begun) *index = b->next++;
  pthread_mutex_unlock(&b->lock);
  return begun;
}

static void *work(void *context) {
  worker *w = context;
  batch *b = w->batch;
  for (size_t i; begin_next(b, &i);) {
    slot *s = &b->slots[i % b->slot_count]; // nobody else looks at it until it is ready
    read_and_analyze(w->analyzer, &b->inputs[i], b->options->read, s);
    pthread_mutex_lock(&b->lock);
    s->ready = true;
    pthread_cond_signal(&b->ready);
    pthread_mutex_unlock(&b->lock);
  }
  return NULL;
}

static bool take_in_order(batch *b, pv_batch_take *take, void *context) {
  bool goes_on = true;
  for (size_t i = 0; i < b->count && goes_on; i++) {
    slot *s = &b->slots[i % b->slot_count];
    pthread_mutex_lock(&b->lock);
    while (!s->ready) pthread_cond_wait(&b->ready, &b->lock);
    pthread_mutex_unlock(&b->lock);
    goes_on = take_results(b, i, s, take, context);
    pthread_mutex_lock(&b->lock);
    free_results(s);
    b->taken++;
    b->stopped = !goes_on;
    pthread_cond_broadcast(&b->room);
    pthread_mutex_unlock(&b->lock);
  }
  return goes_on;
}

static bool no_memory(pv_error *err) {
  return pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
}

static bool run_alone(const batch *b, pv_batch_take *take, void *context, pv_error *err) {
  pv_analyzer *analyzer = pv_analyzer_new(b->options->grammar, b->options->analyze);
  if (!analyzer) return no_memory(err);
  bool goes_on = true;
  for (size_t i = 0; i < b->count && goes_on; i++) {
    slot s = {0};
    read_and_analyze(analyzer, &b->inputs[i], b->options->read, &s);
    goes_on = take_results(b, i, &s, take, context);
    free_results(&s);
  }
  pv_analyzer_free(analyzer);
  return goes_on;
}

// Starts as many of `count` threads as the system gives, and returns how many.
static size_t start_workers(batch *b, worker *workers, size_t count) {
  size_t started = 0;
  for (; started < count; started++) {
    worker *w = &workers[started];
    w->batch = b;
    w->analyzer = pv_analyzer_new(b->options->grammar, b->options->analyze);
    if (!w->analyzer) break;
    if (pthread_create(&w->thread, NULL, work, w) == 0) continue;
    pv_analyzer_free(w->analyzer);
    break;
  }
  return started;
}

static bool run_with(batch *b, worker *workers, size_t count, pv_batch_take *take, void *context,
                     pv_error *err) {
  pthread_mutex_init(&b->lock, NULL);
  pthread_cond_init(&b->room, NULL);
  pthread_cond_init(&b->ready, NULL);
  size_t started = start_workers(b, workers, count);
  bool done = started ? take_in_order(b, take, context) : run_alone(b, take, context, err);
  for (size_t i = 0; i < started; i++) {
    pthread_join(workers[i].thread, NULL);
    pv_analyzer_free(workers[i].analyzer);
  }
  for (size_t i = 0; i < b->slot_count; i++) free_results(&b->slots[i]);
  pthread_cond_destroy(&b->ready);
  pthread_cond_destroy(&b->room);
  pthread_mutex_destroy(&b->lock);
  return done;
}

bool pv_batch_run(const pv_batch_input *inputs, size_t count, const pv_batch_options *options,
                  pv_batch_take *take, void *context, pv_error *err) {
  batch b = {.inputs = inputs, .count = count, .options = options};
  size_t threads = options->threads < count ? options->threads : count;
  if (threads < 2) return run_alone(&b, take, context, err);
  b.slot_count = threads * WAITING_A_THREAD;
  b.slots = calloc(b.slot_count, sizeof *b.slots);
  worker *workers = calloc(threads, sizeof *workers);
  bool done =
      b.slots && workers ? run_with(&b, workers, threads, take, context, err) : no_memory(err);
  free(workers);
  free(b.slots);
  return done;
}
