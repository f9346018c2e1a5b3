// proviso dump: what each stage found.
#include "cli/dump.h"

#include <string.h>

#include <proviso/analyze.h>

#include "analyze/stages.h"
#include "base/error.h"
#include "base/str.h"
#include "cli/destination.h"
#include "cli/message.h"
#include "cli/packs.h"

static const pv_dump_stage stages[] = {
    {"tokens", "span, kind, case, flags, folded, text", PV_DUMP_FINDINGS, pv_dump_tokens},
    {"sentences", "span, section, stem, flags, lead, text", PV_DUMP_FINDINGS, pv_dump_sentences},
    {"sections", "span, kind, depth, parent, number, heading", PV_DUMP_FINDINGS, pv_dump_sections},
    {"furniture", "span, kind, text", PV_DUMP_FINDINGS, pv_dump_furniture},
    {"values", "span, kind, value, notes, text", PV_DUMP_FINDINGS, pv_dump_values},
    {"terms", "span, kind, uses, term, definition", PV_DUMP_FINDINGS, pv_dump_terms},
    {"parties", "span, name, aliases", PV_DUMP_FINDINGS, pv_dump_parties},
    {"references", "span, label, number, target, text", PV_DUMP_FINDINGS, pv_dump_references},
    {"program", "rule, program, expression; then its instructions", PV_DUMP_GRAMMAR,
     pv_dump_program},
    {"annotations", "span, type, rule, text", PV_DUMP_FINDINGS, pv_dump_annotations},
    {"matches", "span, phase, rule, match, points, fillers", PV_DUMP_FINDINGS, pv_dump_matches},
    {"clauses", "span, family, kind, polarity, points, slots", PV_DUMP_REPORT, pv_dump_clauses},
    {"ambiguities", "span, code, severity, clause, slot, message", PV_DUMP_REPORT,
     pv_dump_ambiguities},
};

enum { STAGE_COUNT = sizeof stages / sizeof *stages };

void pv_dump_span(const pv_dump *dump, pv_span at) {
  fprintf(dump->to, "%u-%u\t", at.start, at.end);
}

pv_span pv_dump_tokens_span(const pv_dump *dump, uint32_t first, uint32_t end) {
  return pv_text_span(dump->findings.text, first, end);
}

void pv_dump_text(const pv_dump *dump, pv_str text) {
  static const char *const escapes[256] = {
      ['\t'] = "\\t", ['\n'] = "\\n", ['\r'] = "\\r", ['\\'] = "\\\\"};
  for (size_t i = 0; i < text.size; i++) {
    unsigned char c = (unsigned char)text.data[i];
    if (escapes[c])
      fputs(escapes[c], dump->to);
    else if (c < ' ' || c == 127)
      fprintf(dump->to, "\\x%02x", c);
    else
      fputc(c, dump->to);
  }
}

void pv_dump_text_at(const pv_dump *dump, pv_span at) {
  pv_dump_text(dump, pv_str_slice(dump->bytes, at));
}

static const pv_dump_stage *find_stage(const pv_settings *settings, pv_error *err) {
  pv_str names[STAGE_COUNT], list = PV_STR("");
  for (size_t i = 0; i < STAGE_COUNT; i++) {
    names[i] = pv_str_from(stages[i].name);
    if (settings->stage && strcmp(stages[i].name, settings->stage) == 0) return &stages[i];
    list = pv_str_printf(settings->arena, PV_STR_FMT "%s%s", PV_STR_ARG(list), i ? ", " : "",
                         stages[i].name);
  }
  pv_str nearest = pv_str_nearest(pv_str_from(settings->stage), names, STAGE_COUNT);
  if (!settings->stage)
    pv_fail(err, PV_ERROR_USAGE, "dump wants --stage and one of " PV_STR_FMT, PV_STR_ARG(list));
  else if (nearest.size)
    pv_fail(err, PV_ERROR_USAGE, "unknown stage \"%s\", did you mean \"" PV_STR_FMT "\"?",
            settings->stage, PV_STR_ARG(nearest));
  else
    pv_fail(err, PV_ERROR_USAGE, "unknown stage \"%s\"; there are " PV_STR_FMT, settings->stage,
            PV_STR_ARG(list));
  return NULL;
}

static bool dump_document(pv_dump *dump, const pv_dump_stage *stage, const pv_document *document,
                          pv_error *err) {
  dump->bytes = pv_document_text(document);
  if (stage->need == PV_DUMP_REPORT) {
    pv_analyze_options options = {.min_points = -1};
    pv_report *report = pv_analyze(document, dump->grammar, &options, err);
    dump->report = report;
    if (report) stage->print(dump);
    pv_report_free(report);
    return report != NULL;
  }
  pv_matcher *matcher = pv_matcher_new(dump->grammar);
  if (!matcher) return pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
  pv_diagnostics diagnostics = {.arena = dump->arena};
  dump->findings = pv_stages_run(matcher, dump->arena, dump->grammar, dump->bytes, &diagnostics);
  stage->print(dump);
  pv_matcher_free(matcher);
  return true;
}

static pv_exit dump_stage(const pv_settings *settings, const pv_dump_stage *stage,
                          const pv_grammar *grammar) {
  pv_dump dump = {
      .to = stdout, .arena = settings->arena, .grammar = grammar, .rule = settings->rule};
  pv_destination destination = {.file = stdout};
  pv_error err = {0};
  pv_read_options options = pv_settings_read_options(settings);
  if (stage->need == PV_DUMP_GRAMMAR) {
    stage->print(&dump);
    return pv_destination_close(&destination, true);
  }
  const char *path = settings->arguments.items[0];
  pv_document *document = pv_document_read(path, &options, &err);
  if (document) dump_document(&dump, stage, document, &err);
  pv_document_free(document);
  if (err.code) pv_complain_error(path, &err);
  return pv_exit_worse(err.code ? pv_exit_of(&err) : PV_EXIT_OK,
                       pv_destination_close(&destination, true));
}

pv_exit pv_dump_run(pv_settings *settings) {
  pv_error err = {0};
  const pv_dump_stage *stage = find_stage(settings, &err);
  if (!stage) return pv_complain_usage(settings, &err);
  size_t wanted = stage->need == PV_DUMP_GRAMMAR ? 0 : 1;
  if (settings->arguments.count != wanted) {
    pv_fail(&err, PV_ERROR_USAGE, "dump --stage %s wants %s", stage->name,
            wanted ? "one document" : "no document");
    return pv_complain_usage(settings, &err);
  }
  if (settings->verbose) pv_complain("columns: %s", stage->columns);
  pv_exit result = PV_EXIT_OK;
  pv_grammar *grammar = pv_packs_load(settings, &result);
  if (!grammar) return result;
  result = dump_stage(settings, stage, grammar);
  pv_grammar_free(grammar);
  return result;
}
