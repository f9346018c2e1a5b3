// report.h - the report on a document: plain data, read-only, owned by the pv_report.
//
// Field by field it is what docs/report.md describes; the writers only print it.
#ifndef PROVISO_REPORT_H
#define PROVISO_REPORT_H

#include <proviso/base.h>

#ifdef __cplusplus
extern "C" {
#endif

// A value as JSON has it, without numbers: decimals are strings.
typedef enum {
  PV_JSON_NULL,
  PV_JSON_BOOL,
  PV_JSON_STRING,
  PV_JSON_LIST,
  PV_JSON_OBJECT
} pv_json_kind;

typedef struct pv_json pv_json;
struct pv_json {
  pv_json_kind kind;
  bool boolean;
  pv_str string;
  const pv_json *items; // of a list, or the values of an object
  const pv_str *names;  // of an object
  size_t count;
};

typedef enum {
  PV_STATUS_STATED,    // in the clause
  PV_STATUS_INHERITED, // from the stem, the heading, a definition: the span is there
  PV_STATUS_MISSING,
  PV_STATUS_REDACTED,
  PV_STATUS_CONFLICTING,
  PV_STATUS_UNRESOLVED, // a reference that cannot be followed
} pv_status;

// One value of a slot. `text` is the bytes at `span`; both are empty where it is missing.
typedef struct {
  pv_str text;
  pv_span span;
  pv_json value;
  pv_status status;
  bool with_affiliates; // of a party: its affiliates are named beside it
  bool assumed;         // of money: the currency is not stated
} pv_slot_value;

typedef struct {
  pv_str name;
  bool is_list;
  const pv_slot_value *values; // one, or any number for a list; an empty list is missing
  size_t count;
} pv_slot;

// One way to read what a clause pays. Amounts are exact decimals.
typedef struct {
  pv_str reading;  // rate: one rate on all; marginal: each tier on its part; whole: the tier that
                   // the base reaches on all of it; per_unit: an amount for each unit; fixed
  pv_str rate;     // of rate and per_unit; else empty
  pv_str amount;   // empty where it cannot be said: `reason` says why
  pv_str currency; // ISO 4217; empty: that of the base
  pv_str applied;  // "minimum" or "cap" where it decides the amount, else empty
  pv_str reason;
} pv_payment_reading;

// What a clause pays for a base. More than one reading: its words, or its rates, leave it open.
typedef struct {
  pv_str base;
  const pv_payment_reading *readings;
  size_t count; // 0: the clause has no rate
} pv_payment;

// Why a clause was found: a rule, the words it relies on, and what it adds to the confidence.
typedef struct {
  pv_str rule;  // empty: a cue
  pv_span span; // empty: of no words of their own
  int32_t points;
  pv_str cue;
} pv_evidence;

typedef struct {
  pv_str id; // c1, c2, …: by place in the document
  pv_str family;
  pv_str kind;
  pv_str polarity;
  const pv_str *section_path; // from the outermost section in: "Exhibit A", "2", "2.1", "(a)"
  size_t section_count;
  pv_str heading; // of the innermost section that has one; may be empty
  pv_span span;
  pv_str quote;          // the bytes at `span`
  const pv_span *pieces; // what is left of the span without page furniture; one piece as a rule
  size_t piece_count;
  int32_t points; // confidence in hundredths
  const pv_evidence *evidence;
  size_t evidence_count;
  const pv_slot *slots; // in the order of the frame
  size_t slot_count;
  const pv_str *modifies; // ids of the clauses that this one cuts into
  size_t modifies_count;
  const pv_str *modified_by;
  size_t modified_by_count;
  char fingerprint[17];      // 64 bits in hex: kind, words and section, not the offsets
  const pv_payment *payment; // for the base that the analysis was given; NULL: none was
} pv_clause;

typedef struct {
  pv_str id; // p1, p2, …
  pv_str name;
  pv_span span;
  const pv_str *aliases;
  size_t alias_count;
  const pv_str *roles; // the aliases that say what the party does: Licensor, Company
  size_t role_count;
} pv_party;

typedef struct {
  pv_str term;
  pv_str kind;             // definition, inline, by_reference, table
  pv_span span;            // of the term where it is defined
  pv_span definition_span; // of the words that say what it means; empty for an inline one
  uint32_t uses;           // how often it stands in the document, its definition not counted
  pv_str exhibit;          // "Exhibit A": the sub-document that defines it; empty: the document
} pv_defined_term;

typedef enum {
  PV_SEVERITY_INFO,
  PV_SEVERITY_LOW,
  PV_SEVERITY_MEDIUM,
  PV_SEVERITY_HIGH
} pv_severity;

typedef struct {
  pv_span span;
  pv_str clause; // or empty
  pv_str note;
} pv_related;

typedef struct {
  pv_str id; // a1, a2, …
  pv_str code;
  pv_str category; // ambiguity, vagueness, gap, conflict, mistake
  pv_severity severity;
  pv_str clause; // id, or empty
  pv_str slot;   // the slot of that clause that it makes uncertain, or empty
  pv_span span;
  pv_str message;
  const pv_related *related;
  size_t related_count;
  pv_str suggestion;
  char fingerprint[17];
} pv_ambiguity;

typedef struct {
  pv_str id;       // step_limit, other_language, …
  pv_str severity; // warning, note
  pv_span span;
  pv_str message;
} pv_report_diagnostic;

// A fact about the whole document. `text` is the bytes at `span` that say it; both are empty where
// nothing does, whatever the status. `value` is empty where it cannot be told from the words.
typedef struct {
  pv_str value;
  pv_str text;
  pv_span span;
  pv_status status;
} pv_fact;

typedef struct pv_report pv_report;
void pv_report_free(pv_report *report);

pv_str pv_report_uri(const pv_report *report);
pv_str pv_report_text(const pv_report *report);
size_t pv_report_clause_count(const pv_report *report);
const pv_clause *pv_report_clause(const pv_report *report, size_t i);
size_t pv_report_ambiguity_count(const pv_report *report);
const pv_ambiguity *pv_report_ambiguity(const pv_report *report, size_t i);
size_t pv_report_party_count(const pv_report *report);
const pv_party *pv_report_party(const pv_report *report, size_t i);
size_t pv_report_term_count(const pv_report *report);
const pv_defined_term *pv_report_term(const pv_report *report, size_t i);
size_t pv_report_diagnostic_count(const pv_report *report);
const pv_report_diagnostic *pv_report_diagnostic_at(const pv_report *report, size_t i);

// Line and column (1-based; the column in characters) of a byte offset of the text.
void pv_report_place(const pv_report *report, uint32_t offset, uint32_t *line, uint32_t *column);

// "stated", …; "high", …. pv_severity_parse returns false for an unknown name.
const char *pv_status_name(pv_status status);
const char *pv_severity_name(pv_severity severity);
bool pv_severity_parse(pv_str name, pv_severity *severity);

#ifdef __cplusplus
}
#endif

#endif
