#include "analyze/batch.h"

#include <pthread.h>
#include <stdlib.h>

#include "analyze/analyzer.h"
#include "base/error.h"

enum { WAITING_A_THREAD = 4 };

typedef struct {
  pv_report *report; // NULL: see `err`
  pv_error err;
  bool ready;
} slot;

// Document i waits in slot i % slot_count until the caller's thread has taken those before it.
typedef struct {
  const pv_batch_input *inputs;
  size_t count;
  const pv_batch_options *options;
  slot *slots;
  size_t slot_count;
  size_t next;  // the first document that no thread has begun
  size_t taken; // documents that `take` has seen
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

static pv_report *read_and_analyze(pv_analyzer *analyzer, const pv_batch_input *input,
                                   const pv_read_options *options, pv_error *err) {
  if (input->error) {
    *err = *input->error;
    return NULL;
  }
  pv_document *document = pv_document_read(input->path, options, err);
  if (!document) return NULL;
  pv_report *report = pv_analyzer_run(analyzer, document, err);
  pv_document_free(document);
  return report;
}

// Waits until document `next` may be begun; false when there is none any more.
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
    s->err = (pv_error){0};
    s->report = read_and_analyze(w->analyzer, &b->inputs[i], b->options->read, &s->err);
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
    goes_on = take(context, b->inputs[i].path, s->report, &s->err);
    pv_report_free(s->report);
    pthread_mutex_lock(&b->lock);
    *s = (slot){0};
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
    pv_error trouble = {0};
    pv_report *report = read_and_analyze(analyzer, &b->inputs[i], b->options->read, &trouble);
    goes_on = take(context, b->inputs[i].path, report, &trouble);
    pv_report_free(report);
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
  for (size_t i = 0; i < b->slot_count; i++) pv_report_free(b->slots[i].report);
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
