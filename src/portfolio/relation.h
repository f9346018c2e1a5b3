// relation.h - how two promises stand to each other, one dimension at a time.
#ifndef PV_PORTFOLIO_RELATION_H
#define PV_PORTFOLIO_RELATION_H

#include <proviso/portfolio.h>

#include "portfolio/promise.h"

// Why a dimension is as it is; what a reason for people is made of.
typedef enum {
  PV_WHY_PLAIN,         // the words say it
  PV_WHY_MISSING,       // one side does not state it
  PV_WHY_UNDEFINED,     // a term is not defined
  PV_WHY_SILENT,        // both are defined, and neither definition speaks of the other
  PV_WHY_EXCLUDED,      // one leaves the other out
  PV_WHY_WIDER,         // one holds the other
  PV_WHY_DEFINED_TWICE, // the same term, in different words
  PV_WHY_EVENT,         // it ends with an event, or it is not known when
} pv_why;

typedef struct {
  pv_relation relation;
  pv_why why;
} pv_compared;

pv_compared pv_compare_subjects(const pv_promise *a, const pv_promise *b);
pv_compared pv_compare_activities(pv_bag a, pv_bag b);
pv_compared pv_compare_areas(const pv_promise *a, const pv_promise *b);
pv_compared pv_compare_fields(const pv_promise *a, const pv_promise *b);
pv_compared pv_compare_durations(const pv_duration *a, const pv_duration *b);

#endif
