// pair.h - two promises that were compared, and what is said about them.
#ifndef PV_PORTFOLIO_PAIR_H
#define PV_PORTFOLIO_PAIR_H

#include "portfolio/kind.h"
#include "portfolio/portfolio.h"
#include "portfolio/relation.h"

typedef struct {
  const pv_portfolio *portfolio;
  const pv_promise *left; // of the document that was added first
  const pv_promise *right;
  const pv_conflict_kind *kind;
  const pv_portfolio_party *grantor; // as the document of `left` has it
  const pv_portfolio_party *right_grantor;
  pv_compared dimensions[PV_DIMENSION_COUNT];
  pv_verdict verdict;
} pv_pair;

static inline const pv_portfolio_document *pv_pair_document(const pv_pair *pair,
                                                            const pv_promise *promise) {
  return &pair->portfolio->documents.items[promise->document];
}

// The words without a definition that decide whether the two overlap.
const pv_str *pv_pair_unresolved(const pv_pair *pair, size_t *count);

// In sentences.
pv_str pv_pair_reason(const pv_pair *pair);

// The names of those to whom the promise is made, or of the other parties of its document.
pv_str pv_pair_beneficiary(const pv_pair *pair, const pv_promise *promise);

#endif
