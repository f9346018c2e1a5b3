// sample_report.h - a small report made by hand, for tests of what comes after the analysis.
#ifndef PV_SAMPLE_REPORT_H
#define PV_SAMPLE_REPORT_H

#include "report/report.h"

// An agreement with two clauses, three ambiguities, a slot of every kind and a diagnostic. Yours to
// free with pv_report_free.
pv_report *pv_sample_report(void);

// A document in which nothing was found.
pv_report *pv_sample_report_without_clauses(void);

#endif
