#include "write/writer.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/str.h"
#include "write/formats.h"

static const pv_format formats[] = {
    {"text", "text/plain", "for people: a block for each clause, a line for each finding",
     pv_text_begin, pv_text_document, pv_text_failure, pv_text_end},
    {"json", "application/json", "one JSON object for the whole run", pv_json_begin,
     pv_json_document, pv_json_failure, pv_json_end},
    {"jsonl", "application/jsonl", "one JSON object a line for each document", pv_jsonl_begin,
     pv_jsonl_document, pv_jsonl_failure, pv_jsonl_end},
};

enum { FORMAT_COUNT = sizeof formats / sizeof *formats };

const pv_format *pv_formats(size_t *count) {
  *count = FORMAT_COUNT;
  return formats;
}

static const pv_format *find_format(const char *name, pv_error *err) {
  pv_str names[FORMAT_COUNT];
  for (size_t i = 0; i < FORMAT_COUNT; i++) {
    names[i] = pv_str_from(formats[i].name);
    if (pv_str_equal(names[i], pv_str_from(name))) return &formats[i];
  }
  pv_str nearest = pv_str_nearest(pv_str_from(name), names, FORMAT_COUNT);
  if (nearest.size)
    pv_fail(err, PV_ERROR_USAGE, "unknown format \"%s\", did you mean \"" PV_STR_FMT "\"?", name,
            PV_STR_ARG(nearest));
  else
    pv_fail(err, PV_ERROR_USAGE, "unknown format \"%s\": text, json and jsonl are written", name);
  return NULL;
}

// What happens to a writer: a document came, or a failure; both are NULL at the begin and the end.
typedef struct {
  void (*step)(pv_writer *writer, const pv_report *report, pv_str uri, const pv_error *why);
  const pv_report *report;
  pv_str uri;
  const pv_error *why;
} event;

// The one place where a writer that gets no memory ends up.
static bool happen(pv_writer *writer, const event *e, pv_error *err) {
  jmp_buf out;
  if (setjmp(out)) {
    writer->output.failed = true;
    return pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
  }
  pv_arena_guard(writer->arena, &out);
  pv_arena_guard(writer->scratch, &out);
  if (!writer->output.failed) e->step(writer, e->report, e->uri, e->why);
  pv_arena_guard(writer->arena, NULL);
  pv_arena_guard(writer->scratch, NULL);
  return !writer->output.failed || pv_fail(err, PV_ERROR_WRITE, "the output cannot be written");
}

static size_t family_index(pv_summary *summary, pv_str family) {
  size_t i = 0;
  while (i < summary->family_count && !pv_str_equal(summary->families[i], family)) i++;
  if (i == summary->family_count && i < PV_MAX_FAMILIES) summary->family_count++;
  return i;
}

static void count_report(pv_writer *writer, const pv_report *report) {
  pv_summary *summary = &writer->summary;
  summary->documents++;
  for (size_t i = 0; i < report->clause_count; i++) {
    size_t known = summary->family_count;
    size_t family = family_index(summary, report->clauses[i].family);
    if (family == PV_MAX_FAMILIES) continue;
    if (family == known)
      summary->families[family] = pv_str_copy(writer->arena, report->clauses[i].family);
    summary->clauses[family]++;
  }
  for (size_t i = 0; i < report->ambiguity_count; i++)
    summary->ambiguities[report->ambiguities[i].severity]++;
}

static void add_families(pv_summary *summary, const pv_grammar *grammar) {
  for (size_t i = 0; grammar && i < grammar->frame_count; i++) {
    pv_str family = grammar->frames[i].family;
    size_t index = family.size ? family_index(summary, family) : PV_MAX_FAMILIES;
    if (index < PV_MAX_FAMILIES) summary->families[index] = family;
  }
}

static void begin(pv_writer *writer, const pv_report *report, pv_str uri, const pv_error *why) {
  (void)report, (void)uri, (void)why;
  writer->output.bytes = pv_arena_alloc(writer->arena, PV_OUTPUT_SIZE);
  add_families(&writer->summary, writer->run.grammar);
  writer->format->begin(writer);
}

static void document(pv_writer *writer, const pv_report *report, pv_str uri, const pv_error *why) {
  (void)uri, (void)why;
  count_report(writer, report);
  writer->format->document(writer, report);
  pv_arena_reset(writer->scratch);
}

static void failure(pv_writer *writer, const pv_report *report, pv_str uri, const pv_error *why) {
  (void)report;
  writer->summary.failures++;
  writer->format->failure(writer, uri, why);
  pv_arena_reset(writer->scratch);
}

static void end(pv_writer *writer, const pv_report *report, pv_str uri, const pv_error *why) {
  (void)report, (void)uri, (void)why;
  writer->format->end(writer);
  pv_output_flush(&writer->output);
}

pv_writer *pv_writer_new(const char *format, const pv_run *run, const pv_write_options *options,
                         pv_sink sink, pv_error *err) {
  const pv_format *found = find_format(format, err);
  if (!found) return NULL;
  pv_writer *writer = calloc(1, sizeof *writer);
  if (writer) {
    writer->format = found;
    if (run) writer->run = *run;
    if (options) writer->options = *options;
    writer->output.sink = sink;
    writer->milliseconds = -1;
    writer->arena = pv_arena_new(0);
    writer->scratch = pv_arena_new(0);
  }
  if (!writer || !writer->arena || !writer->scratch)
    pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
  else if (happen(writer, &(event){.step = begin}, err))
    return writer;
  pv_writer_free(writer);
  return NULL;
}

bool pv_writer_document(pv_writer *writer, const pv_report *report, pv_error *err) {
  return happen(writer, &(event){.step = document, .report = report}, err);
}

bool pv_writer_failure(pv_writer *writer, const char *uri, const pv_error *why, pv_error *err) {
  return happen(writer, &(event){.step = failure, .uri = pv_str_from(uri), .why = why}, err);
}

bool pv_writer_end(pv_writer *writer, int64_t milliseconds, pv_error *err) {
  writer->milliseconds = milliseconds;
  return happen(writer, &(event){.step = end}, err);
}

void pv_writer_free(pv_writer *writer) {
  if (!writer) return;
  pv_arena_free(writer->arena);
  pv_arena_free(writer->scratch);
  free(writer);
}

static bool write_file(void *to, const char *bytes, size_t size) {
  return fwrite(bytes, 1, size, to) == size && !fflush(to);
}

pv_sink pv_sink_file(FILE *file) { return (pv_sink){write_file, file}; }

bool pv_write(const pv_report *report, const char *format, pv_sink sink, pv_error *err) {
  pv_run run = {.grammar = report->grammar};
  pv_writer *writer = pv_writer_new(format, &run, NULL, sink, err);
  bool ok = writer && pv_writer_document(writer, report, err) && pv_writer_end(writer, -1, err);
  pv_writer_free(writer);
  return ok;
}
