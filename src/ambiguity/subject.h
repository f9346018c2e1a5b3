// subject.h - what clauses are about, so that those about the same can be told.
#ifndef PV_AMBIGUITY_SUBJECT_H
#define PV_AMBIGUITY_SUBJECT_H

#include "ambiguity/check.h"

// A clause of those that were asked for, with a hash of its first party and its subject.
typedef struct {
  const pv_clause *clause;
  uint64_t hash;
} pv_subject_clause;

typedef struct {
  pv_subject_clause *items; // those of the same hash stand together, in the order of the text
  size_t count;
} pv_subject_clauses;

// The clauses whose `party` and `subject` slots (for a license: licensor, subject) have values, and
// that `wanted` takes. The hash leaves out articles, case and plural.
pv_subject_clauses pv_subject_clauses_find(const pv_checking *checking,
                                           bool (*wanted)(const pv_clause *clause));

// The hash of the words of a subject alone; 0 where it has none that say anything.
uint64_t pv_subject_hash(const pv_checking *checking, pv_span words);

// Do the values of the slot differ, both being stated? "Canada" and "Japan".
bool pv_subject_is_apart(const pv_clause *a, const pv_clause *b, const char *slot);

#endif
