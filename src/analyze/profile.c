#include "analyze/profile.h"

#include <time.h>

#include <proviso/write.h>

#include "analyze/analyzer.h"
#include "base/str.h"

struct pv_profile {
  const pv_grammar *grammar;
  pv_analyzer *analyzer;
  pv_stage_watch watch;
  pv_trace *trace;
  uint64_t *won; // by rule: clauses that have their kind from it
  pv_stage_profile stages[PV_STAGE_COUNT];
  uint64_t since; // nanoseconds
  size_t documents;
  uint64_t bytes;
};

static const char *const stage_names[PV_STAGE_COUNT] = {
    [PV_STAGE_READ] = "read",     [PV_STAGE_TEXT] = "text",   [PV_STAGE_VALUES] = "values",
    [PV_STAGE_ENTITY] = "entity", [PV_STAGE_TERMS] = "terms", [PV_STAGE_CUE] = "cue",
    [PV_STAGE_CLAUSE] = "clause", [PV_STAGE_STYLE] = "style", [PV_STAGE_CLAUSES] = "clauses",
    [PV_STAGE_CHECKS] = "checks", [PV_STAGE_WRITE] = "write",
};

static uint64_t now(void) {
  struct timespec time = {0};
  (void)clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

static void done(void *context, pv_stage stage, size_t found) {
  pv_profile *profile = context;
  uint64_t at = now();
  profile->stages[stage].found += found;
  profile->stages[stage].nanoseconds += at - profile->since;
  profile->since = at;
}

pv_profile *pv_profile_new(pv_arena *arena, const pv_grammar *grammar) {
  pv_profile *profile = PV_NEW(arena, pv_profile);
  *profile = (pv_profile){.grammar = grammar,
                          .analyzer = pv_analyzer_new(grammar, NULL),
                          .watch = {done, profile},
                          .trace = pv_trace_new_counting(arena, grammar),
                          .won = PV_NEW_ARRAY(arena, uint64_t, grammar->rule_count)};
  if (!profile->analyzer) return NULL;
  pv_analyzer_watch(profile->analyzer, &profile->watch, profile->trace);
  return profile;
}

void pv_profile_free(pv_profile *profile) {
  if (profile) pv_analyzer_free(profile->analyzer);
}

// A sink that takes all, and counts it.
static bool count_bytes(void *to, const char *bytes, size_t size) {
  size_t *count = to;
  (void)bytes;
  *count += size;
  return true;
}

// Has the sentence a clause before this one that has its kind from the same rule?
static bool is_counted(const pv_report *report, size_t at) {
  const pv_clause *clause = &report->clauses[at];
  for (size_t i = at; i-- > 0 && report->clauses[i].span.start == clause->span.start;)
    if (pv_str_equal(report->clauses[i].evidence[0].rule, clause->evidence[0].rule)) return true;
  return false;
}

static void count_winners(pv_profile *profile, const pv_report *report) {
  for (size_t i = 0; i < report->clause_count; i++) {
    if (is_counted(report, i)) continue;
    const pv_rule *rule = pv_grammar_rule(profile->grammar, report->clauses[i].evidence[0].rule);
    if (rule) profile->won[rule - profile->grammar->rules]++;
  }
}

bool pv_profile_add(pv_profile *profile, const char *path, const pv_read_options *options,
                    pv_error *err) {
  profile->since = now();
  pv_document *document = pv_document_read(path, options, err);
  if (!document) return false;
  done(profile, PV_STAGE_READ, pv_document_size(document));
  pv_report *report = pv_analyzer_run(profile->analyzer, document, err);
  bool good = false;
  if (report) {
    size_t written = 0;
    good = pv_write(report, "json", (pv_sink){count_bytes, &written}, err);
    done(profile, PV_STAGE_WRITE, written);
    count_winners(profile, report);
    profile->documents++;
    profile->bytes += pv_document_text(document).size;
  }
  pv_report_free(report);
  pv_document_free(document);
  return good;
}

size_t pv_profile_documents(const pv_profile *profile) { return profile->documents; }

uint64_t pv_profile_bytes(const pv_profile *profile) { return profile->bytes; }

pv_rule_profile pv_profile_rule(const pv_profile *profile, size_t index) {
  const pv_rule *rule = &profile->grammar->rules[index];
  const pv_rule_counts *counts = &pv_trace_counts(profile->trace)[index];
  bool makes_clauses = rule->frame && rule->frame->family.size && rule->phase == PV_PHASE_CLAUSE;
  return (pv_rule_profile){
      .rule = rule,
      .counts = counts,
      .lost = makes_clauses ? counts->sentences - profile->won[index] : 0,
  };
}

pv_stage_profile pv_profile_stage(const pv_profile *profile, pv_stage stage) {
  pv_stage_profile found = profile->stages[stage];
  found.name = stage_names[stage];
  return found;
}
