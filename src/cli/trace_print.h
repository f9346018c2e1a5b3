// trace_print.h - what a trace found, for people.
#ifndef PV_CLI_TRACE_PRINT_H
#define PV_CLI_TRACE_PRINT_H

#include "clause/clause.h"
#include "match/trace.h"

typedef enum {
  PV_TRACED_FIRED,
  PV_TRACED_LOST,       // another rule gives the clause of the sentence its kind
  PV_TRACED_WEAK,       // the points of the clause are below the threshold
  PV_TRACED_SUPPRESSED, // by a condition
  PV_TRACED_OVER,       // the steps were used up
  PV_TRACED_NOT,
  PV_TRACED_COUNT,
} pv_traced_outcome;

typedef struct {
  pv_arena *arena;
  const pv_grammar *grammar;
  const pv_rule *rule;
  const pv_findings *findings;
  const pv_report *report; // with all clauses, however few points they have
  int min_points;
  bool verbose; // each start that came somewhere, not only the nearest one
  bool quiet;   // no sentence where no match takes a token
} pv_trace_page;

// Prints a sentence and says what came out there.
pv_traced_outcome pv_trace_print(const pv_trace_page *page, const pv_traced_sentence *sentence);

#endif
