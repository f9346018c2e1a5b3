// analyzer.h - what one thread needs to analyse documents one after the other.
#ifndef PV_ANALYZE_ANALYZER_H
#define PV_ANALYZE_ANALYZER_H

#include <proviso/analyze.h>

#include "analyze/stages.h"
#include "match/trace.h"

typedef struct pv_analyzer pv_analyzer;

// `options` may be NULL and is copied; the grammar is borrowed. NULL where there is no memory.
pv_analyzer *pv_analyzer_new(const pv_grammar *grammar, const pv_analyze_options *options);
void pv_analyzer_free(pv_analyzer *analyzer);

// From here on `watch` is told of the stages and `trace` of the rules; both may be NULL.
void pv_analyzer_watch(pv_analyzer *analyzer, const pv_stage_watch *watch, pv_trace *trace);

// Like pv_analyze.
pv_report *pv_analyzer_run(pv_analyzer *analyzer, const pv_document *document, pv_error *err);

#endif
