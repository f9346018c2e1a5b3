// fact.h - from the hits of the rules to what holds for the whole document. One file each.
#ifndef PV_CLAUSE_FACT_H
#define PV_CLAUSE_FACT_H

#include "clause/clause.h"

typedef struct {
  uint32_t first; // tokens
  uint32_t end;
} pv_fact_range;

// Is it a hit of the frame Fact of this kind?
bool pv_fact_is(const pv_match *match, const char *kind);

// The match of this kind with the most points, of equals the first; NULL if there is none.
const pv_match *pv_fact_match(const pv_findings *findings, const char *kind);

// The tokens of the slot of that name; empty where nothing fills it. And its value, of an
// enumeration.
pv_fact_range pv_fact_filler(const pv_match *match, const char *name);
pv_str pv_fact_choice(const pv_match *match, const char *name);

// The first value of `type` (PV_TYPE_DATE, …) that lies in the range, or NULL.
const pv_value *pv_fact_value(const pv_findings *findings, uint32_t type, pv_fact_range range);

// A fact that says `value` at these words; without a value it is unresolved.
pv_fact pv_fact_at(pv_arena *arena, const pv_text *text, pv_fact_range range, pv_str value);

// The words of the range in one line: single blanks between them.
pv_str pv_fact_words(pv_arena *arena, const pv_text *text, pv_fact_range range);

// What the report says, each from the facts before it.
void pv_fact_find_title(pv_report *report, const pv_findings *findings);
void pv_fact_find_dates(pv_report *report, const pv_findings *findings);
void pv_fact_find_law(pv_report *report, const pv_findings *findings);
void pv_fact_find_binding(pv_report *report, const pv_findings *findings);
void pv_fact_find_amends(pv_report *report, const pv_findings *findings);

#endif
