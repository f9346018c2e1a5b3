// promise.h - what a clause promises to whom, in the form in which it is compared.
//
//   in:  a clause of a report
//   out: a pv_promise in the arena of the portfolio, which holds nothing of the report
#ifndef PV_PORTFOLIO_PROMISE_H
#define PV_PORTFOLIO_PROMISE_H

#include "portfolio/bag.h"
#include "portfolio/day.h"
#include "report/report.h"

typedef enum {
  PV_PROMISE_EXCLUSIVITY,   // nobody else may do it
  PV_PROMISE_LICENSE,       // a license, exclusive or not
  PV_PROMISE_NON_COMPETE,   // not to do it
  PV_PROMISE_REQUIREMENTS,  // to buy all of it from one side
  PV_PROMISE_BEST_TERMS,    // nobody gets better ones
  PV_PROMISE_FIRST_REFUSAL, // to offer it to one side first
  PV_PROMISE_PURCHASE,      // to buy an amount of it
  PV_PROMISE_PAYMENT,       // a share or a royalty
  PV_PROMISE_KIND_COUNT,
} pv_promise_kind;

// A thing that is promised, and what the document says about what it is.
typedef struct {
  pv_str text;  // as the clause has it, without its article; empty: not stated
  pv_bag words; // of the text
  pv_str term;  // the defined term that it names, or empty
  pv_bag term_words;
  bool is_defined;   // its document says what the term means
  pv_bag meaning;    // of the words that say it
  pv_bag excluded;   // of those that are left out
  size_t defined_in; // the document that says it
} pv_concept;

// Where it holds. `codes` are those of ISO 3166, sorted.
typedef enum {
  PV_AREA_UNLIMITED, // not stated
  PV_AREA_WORLD,
  PV_AREA_CODES,
  PV_AREA_WORDS, // a region, or a term that leads to none
} pv_area_kind;

typedef struct {
  pv_area_kind kind;
  pv_str text;
  pv_bag codes;
  pv_bag words;
  pv_str open; // the term that leads nowhere, or empty
} pv_area;

// From when to when; PV_NO_DAY where it is not known.
typedef struct {
  pv_day start;
  pv_day end;
  pv_str text; // empty: not stated
  pv_str open; // the event or the term that ends it, or empty
} pv_duration;

typedef struct {
  const pv_str *names;
  size_t count;
  bool is_each; // each party
  bool with_affiliates;
} pv_side;

typedef struct {
  size_t document;
  size_t index; // of the clause in its report
  pv_promise_kind kind;
  bool is_exclusive;
  int32_t points;  // the confidence of the clause
  pv_side grantor; // names, as the report has them
  pv_side beneficiary;
  pv_concept subject;
  pv_concept field;
  pv_bag subject_kinds; // patent, trademark, …
  pv_bag activities;
  pv_area area;
  pv_duration duration;
  pv_str figure;      // of a payment: its rates, of a purchase: its amount
  bool is_elsewhere;  // its words leave something to another document
  bool is_binding;    // it stands in a document, or a section of one, that binds
  pv_str stands_for;  // of an amendment: the section that it takes the place of; or empty
  pv_day replaced_on; // by an amendment, or PV_NO_DAY
  size_t replaced_by; // that document
  uint64_t hash;      // of its words and section
  pv_str clause;      // what a report of the conflict shows
  pv_str clause_kind;
  pv_str section; // "2.1(a)", "Exhibit A, 2.1"
  pv_str quote;
  uint32_t line;
  uint32_t column;
  pv_span span;
} pv_promise;

// False where the clause promises nothing that is compared. `document` is its number; `from` is
// when its document takes effect, PV_NO_DAY if that is not known.
bool pv_promise_read(pv_arena *arena, const pv_report *report, const pv_clause *clause,
                     size_t document, pv_day from, pv_promise *promise);

#endif
