// terms.h - the term stage on a short text, for its tests. Definitions are found by the plainest of
// rules: a quotation before "means" or "has the meaning", and one in parentheses.
#ifndef PV_TEST_TERMS_H
#define PV_TEST_TERMS_H

#include "term/term.h"

typedef struct {
  pv_arena *arena;
  const pv_text *text;
  const pv_terms *terms;
  pv_annotations annotations;
} pv_test_terms;

pv_test_terms pv_test_terms_read(const char *text);
void pv_test_terms_free(pv_test_terms terms);

// Checks the parties of `text`: "Name=alias/alias; Name".
void pv_check_parties(const char *text, const char *expected);

// Checks the references: "2.1>2.1 B>B 409A!", with the number of the section they point at; "?" for
// none, "!" for those to other documents.
void pv_check_references(const char *text, const char *expected);

// Checks the words that are annotated with parties and terms: "P:Acme T:Products".
void pv_check_uses(const char *text, const char *expected);

#endif
