// report.h - the report while it is being made: the public model and what the writers need beside
// it.
#ifndef PV_REPORT_REPORT_H
#define PV_REPORT_REPORT_H

#include <proviso/document.h>
#include <proviso/report.h>

#include "base/arena.h"
#include "grammar/grammar.h"
#include "text/text.h"

// The agreement that the document changes, restates or ends, as it names it; empty `text`: none.
typedef struct {
  pv_str text; // "the Supply Agreement dated 4 May 2024 between …"
  pv_span span;
  pv_str title;          // "Supply Agreement"; may be empty
  pv_str date;           // ISO 8601; may be empty
  const pv_str *parties; // names of parties that stand in `text`
  size_t party_count;
} pv_amends;

typedef struct {
  pv_fact title; // in one line
  pv_str kind; // agreement, amendment, restatement, term_sheet, …: the enumeration of the schema
  pv_str language;
  bool binding_known;
  bool binding;
  pv_span binding_evidence;
  const pv_span *binding_parts; // of a document that does not bind: what says that parts of it do
  size_t binding_part_count;
  pv_fact agreement_date; // ISO 8601
  pv_fact effective_date;
  pv_fact expiration_date; // or "perpetual"
  pv_fact governing_law;
  pv_amends amends;
} pv_document_facts;

// What a document says of other names, terms and documents; it is not in the report, but documents
// are compared by it.
typedef enum {
  PV_LINK_BRAND,     // the party before it trades under this name
  PV_LINK_PARENT,    // the party before it belongs to the group of this one
  PV_LINK_EXCLUSION, // a definition leaves this out
  PV_LINK_ELSEWHERE, // a rate is that of another document
  PV_LINK_FORMER,    // the party before it had this name, or took the place of this one
  PV_LINK_DELETION,  // this section of another document no longer holds
  PV_LINK_BINDING,   // this section binds in a document that does not
} pv_link_kind;

typedef struct {
  pv_link_kind kind;
  pv_span span;  // of the words
  pv_str words;  // "Stratara", "Tamarind Commerce, Inc.", "any Agent Platform", "3.1"
  pv_span reach; // of a deletion: the section it stands in, where the new words stand, too
} pv_link;

struct pv_report {
  pv_arena *arena; // owns all of it
  const pv_grammar *grammar;
  const pv_text *text;
  const pv_document *document; // kept by the arena; NULL for a report made by hand
  pv_str uri;
  pv_str media_type;
  pv_str encoding;
  pv_str sha256;
  size_t bytes;
  pv_document_facts facts;
  pv_party *parties;
  size_t party_count;
  pv_defined_term *terms;
  size_t term_count;
  pv_link *links; // in the order of the text
  size_t link_count;
  pv_clause *clauses;
  size_t clause_count;
  pv_ambiguity *ambiguities;
  size_t ambiguity_count;
  pv_report_diagnostic *diagnostics;
  size_t diagnostic_count;
};

// Small constructors for slot values. Strings are borrowed.
pv_json pv_json_null(void);
pv_json pv_json_string(pv_str string);
pv_json pv_json_bool(bool boolean);
pv_json pv_json_object1(pv_arena *arena, const char *name, pv_json value);
pv_json pv_json_object2(pv_arena *arena, const char *name1, pv_json value1, const char *name2,
                        pv_json value2);

pv_json pv_json_object3(pv_arena *arena, const char *name1, pv_json value1, const char *name2,
                        pv_json value2, const char *name3, pv_json value3);

// Fingerprint of a finding: 16 hex digits and NUL into `out`. White space of `quote` is folded.
void pv_fingerprint(pv_str code, pv_str quote, const pv_str *path, size_t path_count, char out[17]);

// The exhibit that the clause stands in, as it is cited ("Exhibit A"); empty: none.
pv_str pv_clause_exhibit(const pv_clause *clause);

// The slot of that name, or NULL.
const pv_slot *pv_clause_slot(const pv_clause *clause, const char *name);

#endif
