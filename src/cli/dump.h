// dump.h - the stages that `proviso dump` can print: a line an item, columns parted by tabs, for
// people who look for the place where something goes wrong, and for golden tests.
#ifndef PV_CLI_DUMP_H
#define PV_CLI_DUMP_H

#include <stdio.h>

#include "clause/clause.h"

typedef struct {
  FILE *to;
  pv_arena *arena;
  const pv_grammar *grammar;
  const char *rule; // only this one, where rules are printed; NULL: all
  pv_str bytes;     // the text of the document
  pv_findings findings;
  const pv_report *report;
} pv_dump;

// What has to be there before a stage can be printed.
typedef enum { PV_DUMP_GRAMMAR, PV_DUMP_FINDINGS, PV_DUMP_REPORT } pv_dump_need;

typedef struct {
  const char *name;
  const char *columns;
  pv_dump_need need;
  void (*print)(const pv_dump *dump);
} pv_dump_stage;

// In dump_text.c.
void pv_dump_tokens(const pv_dump *dump);
void pv_dump_sentences(const pv_dump *dump);
void pv_dump_sections(const pv_dump *dump);
void pv_dump_furniture(const pv_dump *dump);
void pv_dump_values(const pv_dump *dump);

// In dump_term.c.
void pv_dump_terms(const pv_dump *dump);
void pv_dump_parties(const pv_dump *dump);
void pv_dump_references(const pv_dump *dump);

// In dump_match.c.
void pv_dump_program(const pv_dump *dump);
void pv_dump_annotations(const pv_dump *dump);
void pv_dump_matches(const pv_dump *dump);
void pv_dump_clauses(const pv_dump *dump);
void pv_dump_ambiguities(const pv_dump *dump);

// "12-20" and a tab.
void pv_dump_span(const pv_dump *dump, pv_span at);
pv_span pv_dump_tokens_span(const pv_dump *dump, uint32_t first, uint32_t end);

// Text with tabs, line ends, backslashes and other control characters escaped.
void pv_dump_text(const pv_dump *dump, pv_str text);
void pv_dump_text_at(const pv_dump *dump, pv_span at);

#endif
