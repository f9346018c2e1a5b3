// clause.h - the clause stage: matches in, clauses with typed slots out.
//
//   in:  the text, terms, annotations, and the matches of the clause phase
//   out: pv_clause items of the report, sorted by place
//
// Matches of one frame in one sentence are one clause, unless its frame has another policy (see
// group.h): the strongest gives kind and span, the others add evidence. Which slots a clause has,
// of which type, and which values they allow, says its frame.
#ifndef PV_CLAUSE_CLAUSE_H
#define PV_CLAUSE_CLAUSE_H

#include "evidence/evidence.h"
#include "match/demand.h"
#include "report/report.h"
#include "term/term.h"

// What the stages have found so far; borrowed by the stages after them.
typedef struct {
  const pv_text *text;
  pv_values values;
  const pv_terms *terms;
  pv_annotations annotations;
  pv_matches front_matches;
  pv_matches entity_matches;
  pv_matches cue_matches;
  pv_matches clause_matches;
  pv_evidences *evidences;  // NULL: nothing was weighed
  pv_matches style_matches; // of all sentences, if they were wanted
  pv_demand *style;         // the rules of that phase, for what is asked later
} pv_findings;

// Fills `report->clauses`. Clauses below `min_points` are left out.
void pv_clauses_assemble(pv_report *report, const pv_findings *findings, int min_points);

// The first token at or behind byte `offset`, by binary search.
uint32_t pv_token_at(const pv_text *text, uint32_t offset);

// How a section is cited: an exhibit with its label, the others by number, else by heading.
pv_str pv_section_name(const pv_text *text, const pv_section *section);

#endif
