// text_clause.h - one clause as a block of lines.
#ifndef PV_WRITE_TEXT_CLAUSE_H
#define PV_WRITE_TEXT_CLAUSE_H

#include "report/report.h"
#include "write/page.h"

// The ambiguities of one document, by the clause that they are about.
typedef struct {
  const pv_ambiguity **items;
  size_t count;
} pv_clause_notes;

pv_clause_notes pv_clause_notes_new(pv_arena *arena, const pv_report *report);

// `style` is the colour of the family.
void pv_page_put_clause(pv_page *page, pv_arena *arena, const pv_report *report,
                        const pv_clause *clause, pv_clause_notes notes, pv_style style);

// The section as it is cited: "2.1(a)", "Exhibit A, 3".
pv_str pv_clause_number(pv_arena *arena, const pv_clause *clause);

#endif
