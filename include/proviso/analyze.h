// analyze.h - the whole way: a document and a grammar in, a report out.
#ifndef PROVISO_ANALYZE_H
#define PROVISO_ANALYZE_H

#include <proviso/document.h>
#include <proviso/grammar.h>
#include <proviso/report.h>

#ifdef __cplusplus
extern "C" {
#endif

// Memory that the analysis of one document may take, in bytes, unless it is said otherwise: enough
// for any contract, and for 100 MB of plain text. (A text of clauses alone may take 200 times its
// size.)
#define PV_MEMORY_LIMIT ((size_t)4 << 30)

// Zero means default.
typedef struct {
  int min_points; // clauses below this confidence (in hundredths) are left out; 0: 33, -1: none are
  bool lint;      // vague words in the whole document, not only in clauses
  size_t memory_limit;  // bytes for one document; 0: PV_MEMORY_LIMIT
  const char *evaluate; // a base: revenue-share clauses say what they pay for it; NULL: they do not
  bool exact; // without the filters that keep rules from sentences where they cannot match: slow,
              // and the same report; for tests
} pv_analyze_options;

// Analyses one document. `options` may be NULL. Returns NULL and fills `err` if memory runs out or
// a limit is passed. The report is yours to free, and keeps what it needs: the document may be
// freed before it; the grammar may not.
pv_report *pv_analyze(const pv_document *document, const pv_grammar *grammar,
                      const pv_analyze_options *options, pv_error *err);

#ifdef __cplusplus
}
#endif

#endif
