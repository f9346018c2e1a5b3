// The whole way, one call a stage. Read this first.
#include <stdlib.h>

#include <proviso/analyze.h>

#include "ambiguity/check.h"
#include "analyze/analyzer.h"
#include "analyze/stages.h"
#include "base/error.h"
#include "base/str.h"
#include "clause/clause.h"
#include "clause/facts.h"
#include "clause/payment.h"
#include "read/document.h"
#include "report/report.h"

enum {
  DEFAULT_MIN_POINTS = 33,
  LEAST_PERCENT = 2, // of a clause that no rule finds
};

struct pv_analyzer {
  const pv_grammar *grammar;
  pv_analyze_options options;
  pv_matcher *matcher;
  pv_arena *scratch; // what the stages need only until the report is made
  const pv_stage_watch *watch;
};

static void tell(const pv_stage_watch *watch, pv_stage stage, size_t found) {
  if (watch) watch->done(watch->context, stage, found);
}

// How the stages are run: with somebody who watches, or NULL; with the rules of the style phase run
// everywhere, or only where somebody asks for what they find (see `style` of the findings); and
// with clauses weighed, of which those below `least` points will not be reported, or not.
typedef struct {
  const pv_stage_watch *watch;
  bool all_style;
  bool is_weighed;
  int least;
} run_options;

// Says how sure the clauses are, and fills the slots of those that will be reported.
static pv_evidences *weigh(pv_matcher *matcher, pv_arena *arena, const pv_grammar *grammar,
                           const pv_findings *findings, int least, pv_diagnostics *diagnostics) {
  pv_evidences *evidences = PV_NEW(arena, pv_evidences);
  *evidences =
      pv_evidences_weigh(arena, grammar, findings->text, findings->annotations,
                         findings->clause_matches, least > LEAST_PERCENT ? least : LEAST_PERCENT);
  pv_match_list wanted = pv_evidences_wanted(arena, evidences, least);
  pv_matches_complete(matcher, arena, findings->text, findings->annotations, wanted.items,
                      wanted.count, diagnostics);
  return evidences;
}

static void match_clauses(pv_matcher *matcher, pv_arena *arena, const pv_grammar *grammar,
                          pv_findings *findings, const run_options *options,
                          pv_diagnostics *diagnostics) {
  if (options->is_weighed) pv_matcher_set_least_points(matcher, PV_NO_POINTS); // their slots later
  findings->clause_matches = pv_match_phase(matcher, arena, findings->text, findings->annotations,
                                            PV_PHASE_CLAUSE, diagnostics);
  pv_matcher_set_least_points(matcher, 0);
  tell(options->watch, PV_STAGE_CLAUSE, findings->clause_matches.count);
  if (!options->is_weighed) return;
  pv_evidences *all = weigh(matcher, arena, grammar, findings, options->least, diagnostics);
  findings->evidences = all;
  findings->clause_matches = (pv_matches){all->matches, all->match_count};
}

static pv_findings run(pv_matcher *matcher, pv_arena *arena, const pv_grammar *grammar,
                       pv_str bytes, pv_diagnostics *diagnostics, run_options options) {
  const pv_stage_watch *watch = options.watch;
  const pv_text *text = pv_text_read(arena, bytes, grammar->vocabulary, diagnostics);
  tell(watch, PV_STAGE_TEXT, text->tokens.count);
  pv_values values = pv_values_read(arena, text);
  pv_annotations annotations = pv_annotations_of_values(arena, values);
  tell(watch, PV_STAGE_VALUES, values.count);

  pv_matches front = pv_match_phase(matcher, arena, pv_text_front(arena, text), annotations,
                                    PV_PHASE_FRONT, diagnostics);
  pv_matches entities =
      pv_match_phase(matcher, arena, text, annotations, PV_PHASE_ENTITY, diagnostics);
  annotations = pv_annotations_of_matches(arena, annotations, entities);
  tell(watch, PV_STAGE_ENTITY, entities.count);
  const pv_terms *terms = pv_terms_read(arena, text, values, entities, &annotations);
  tell(watch, PV_STAGE_TERMS, terms->definition_count);

  pv_matches cues = pv_match_phase(matcher, arena, text, annotations, PV_PHASE_CUE, diagnostics);
  annotations = pv_annotations_of_matches(arena, annotations, cues);
  tell(watch, PV_STAGE_CUE, cues.count);
  pv_findings findings = {.text = text,
                          .values = values,
                          .terms = terms,
                          .annotations = annotations,
                          .entity_matches = entities,
                          .front_matches = front,
                          .cue_matches = cues};
  match_clauses(matcher, arena, grammar, &findings, &options, diagnostics);
  findings.style = pv_demand_new(matcher, arena, text, annotations, PV_PHASE_STYLE, diagnostics);
  if (options.all_style) findings.style_matches = pv_demand_all(findings.style);
  tell(watch, PV_STAGE_STYLE, findings.style_matches.count);
  return findings;
}

pv_findings pv_stages_run(pv_matcher *matcher, pv_arena *arena, const pv_grammar *grammar,
                          pv_str bytes, pv_diagnostics *diagnostics) {
  return run(matcher, arena, grammar, bytes, diagnostics, (run_options){.all_style = true});
}

static void describe_document(pv_report *report, const pv_document *document) {
  pv_arena *arena = report->arena;
  pv_document_keep(document, arena); // quotes and values are views of its text
  report->document = document;
  report->uri = pv_str_copy(arena, pv_document_uri(document));
  report->media_type = pv_document_media_type(document);
  report->encoding = pv_document_encoding(document);
  report->sha256 = pv_str_copy(arena, pv_document_sha256(document));
  report->bytes = pv_document_size(document);
}

static void keep_diagnostics(pv_report *report, const pv_diagnostics *diagnostics) {
  report->diagnostics = PV_NEW_ARRAY(report->arena, pv_report_diagnostic, diagnostics->count);
  report->diagnostic_count = diagnostics->count;
  for (size_t i = 0; i < diagnostics->count; i++) {
    const pv_diagnostic *d = &diagnostics->items[i];
    report->diagnostics[i] = (pv_report_diagnostic){
        .id = pv_str_from(pv_diagnostic_id_name(d->id)),
        .severity = pv_str_from(pv_diagnostic_severity_name(d->id)),
        .span = d->at,
        .message = d->message,
    };
  }
}

// The report keeps of the text what it takes to tell lines and columns.
static const pv_text *keep_lines(pv_arena *arena, const pv_text *text) {
  pv_text *kept = PV_NEW(arena, pv_text);
  uint32_t *lines = PV_NEW_ARRAY(arena, uint32_t, text->line_count);
  memcpy(lines, text->lines, text->line_count * sizeof *lines);
  *kept = (pv_text){.bytes = text->bytes, .lines = lines, .line_count = text->line_count};
  return kept;
}

// What each clause pays for `text`, where it is a base.
static void evaluate_clauses(pv_report *report, const char *text) {
  pv_decimal base;
  if (!text || !pv_payment_base(pv_str_from(text), &base)) return;
  for (size_t i = 0; i < report->clause_count; i++) {
    pv_clause *clause = &report->clauses[i];
    if (!pv_clause_slot(clause, "rates")) continue;
    pv_payment *payment = PV_NEW(report->arena, pv_payment);
    *payment = pv_payment_make(report->arena, clause, base);
    if (payment->count) clause->payment = payment;
  }
}

static void fill_report(pv_report *report, pv_analyzer *analyzer, const pv_document *document) {
  pv_diagnostics diagnostics = pv_document_diagnostics(document, report->arena);
  pv_str bytes = pv_document_text(document);
  describe_document(report, document);

  pv_findings findings =
      run(analyzer->matcher, analyzer->scratch, analyzer->grammar, bytes, &diagnostics,
          (run_options){.watch = analyzer->watch,
                        .all_style = analyzer->watch != NULL,
                        .is_weighed = true,
                        .least = analyzer->options.min_points});
  report->text = keep_lines(report->arena, findings.text);
  pv_facts_find(report, &findings);
  pv_clauses_assemble(report, &findings, analyzer->options.min_points);
  evaluate_clauses(report, analyzer->options.evaluate);
  tell(analyzer->watch, PV_STAGE_CLAUSES, report->clause_count);
  pv_ambiguities_find(report, &findings, analyzer->scratch, analyzer->options.lint);
  tell(analyzer->watch, PV_STAGE_CHECKS, report->ambiguity_count);
  keep_diagnostics(report, &diagnostics);
}

pv_analyzer *pv_analyzer_new(const pv_grammar *grammar, const pv_analyze_options *options) {
  pv_analyzer *analyzer = calloc(1, sizeof *analyzer);
  if (!analyzer) return NULL;
  analyzer->grammar = grammar;
  if (options) analyzer->options = *options;
  if (!analyzer->options.memory_limit) analyzer->options.memory_limit = PV_MEMORY_LIMIT;
  if (!analyzer->options.min_points) analyzer->options.min_points = DEFAULT_MIN_POINTS;
  analyzer->matcher = pv_matcher_new(grammar);
  analyzer->scratch = pv_arena_new(analyzer->options.memory_limit);
  if (analyzer->matcher && analyzer->scratch) {
    pv_matcher_set_exact(analyzer->matcher, analyzer->options.exact);
    return analyzer;
  }
  pv_analyzer_free(analyzer);
  return NULL;
}

void pv_analyzer_free(pv_analyzer *analyzer) {
  if (!analyzer) return;
  pv_matcher_free(analyzer->matcher);
  pv_arena_free(analyzer->scratch);
  free(analyzer);
}

void pv_analyzer_watch(pv_analyzer *analyzer, const pv_stage_watch *watch, pv_trace *trace) {
  analyzer->watch = watch;
  pv_matcher_trace(analyzer->matcher, trace);
}

static pv_report *out_of_memory(pv_arena *arena, size_t limit, pv_error *err) {
  pv_arena_free(arena);
  if (limit)
    pv_fail(err, PV_ERROR_LIMIT,
            "takes more than the %zu MB of memory allowed for a document; split it into several",
            limit >> 20);
  else
    pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
  return NULL;
}

pv_report *pv_analyzer_run(pv_analyzer *analyzer, const pv_document *document, pv_error *err) {
  size_t limit = analyzer->options.memory_limit;
  pv_arena *arena = pv_arena_new(limit);
  if (!arena) return out_of_memory(arena, limit, err);
  jmp_buf out;
  if (setjmp(out)) return out_of_memory(arena, limit, err);
  pv_arena_guard(arena, &out);
  pv_arena_guard(analyzer->scratch, &out);
  pv_arena_reset(analyzer->scratch);

  pv_report *report = PV_NEW(arena, pv_report);
  report->arena = arena;
  report->grammar = analyzer->grammar;
  fill_report(report, analyzer, document);
  pv_arena_guard(arena, NULL);
  return report;
}

pv_report *pv_analyze(const pv_document *document, const pv_grammar *grammar,
                      const pv_analyze_options *options, pv_error *err) {
  pv_analyzer *analyzer = pv_analyzer_new(grammar, options);
  if (!analyzer) return out_of_memory(NULL, 0, err);
  pv_report *report = pv_analyzer_run(analyzer, document, err);
  pv_analyzer_free(analyzer);
  return report;
}
