// Any bytes that can be read give a report whose spans are in order and in bounds, and that every
// format prints.
#include <stdlib.h>
#include <string.h>

#include <proviso/proviso.h>

#include "analyze/analyzer.h"

enum { MEMORY_LIMIT = 256 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_span(pv_str text, pv_span at) {
  if (at.start > at.end || at.end > text.size) abort();
}

static void check_words(pv_str text, pv_span at, pv_str words) {
  check_span(text, at);
  if (!words.size) return;
  if (words.size != at.end - at.start) abort();
  if (memcmp(text.data + at.start, words.data, words.size) != 0) abort();
}

static void check_clause(pv_str text, const pv_clause *clause) {
  check_words(text, clause->span, clause->quote);
  for (size_t i = 0; i < clause->piece_count; i++) check_span(text, clause->pieces[i]);
  for (size_t i = 0; i < clause->evidence_count; i++) check_span(text, clause->evidence[i].span);
  for (size_t i = 0; i < clause->slot_count; i++)
    for (size_t j = 0; j < clause->slots[i].count; j++)
      check_words(text, clause->slots[i].values[j].span, clause->slots[i].values[j].text);
}

static void check_report(const pv_report *report) {
  pv_str text = pv_report_text(report);
  uint32_t start = 0;
  for (size_t i = 0; i < pv_report_clause_count(report); i++) {
    const pv_clause *clause = pv_report_clause(report, i);
    if (clause->span.start < start) abort();
    start = clause->span.start;
    check_clause(text, clause);
  }
  for (size_t i = 0; i < pv_report_ambiguity_count(report); i++)
    check_span(text, pv_report_ambiguity(report, i)->span);
}

static bool swallow(void *to, const char *bytes, size_t size) {
  (void)bytes;
  *(size_t *)to += size;
  return true;
}

static const pv_grammar *grammar(void) {
  static pv_grammar *loaded;
  pv_error err = {0};
  if (!loaded) loaded = pv_grammar_load(NULL, &err);
  if (!loaded) {
    fprintf(stderr, "%s\n", err.message);
    abort();
  }
  return loaded;
}

// One for all inputs, as for the documents of a run: nothing of one may reach the next.
static pv_analyzer *analyzer(void) {
  static pv_analyzer *made;
  pv_analyze_options options = {.min_points = -1, .lint = true, .memory_limit = MEMORY_LIMIT};
  if (!made) made = pv_analyzer_new(grammar(), &options);
  if (!made) abort();
  return made;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const formats[] = {"text", "json", "jsonl"};
  pv_str bytes = {(const char *)data, size};
  pv_document *document = pv_document_from_bytes(bytes, "fuzz.txt", NULL, NULL);
  if (!document) return 0;
  pv_report *report = pv_analyzer_run(analyzer(), document, NULL);
  pv_document_free(document);
  if (!report) return 0;
  check_report(report);
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
    size_t written = 0;
    if (!pv_write(report, formats[i], (pv_sink){swallow, &written}, NULL) || !written) abort();
  }
  pv_report_free(report);
  return 0;
}
