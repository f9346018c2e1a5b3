// portfolio.h - what is kept of each report, and the steps from there to the conflicts.
//
//   in:  reports, one at a time
//   out: conflicts, made in this order: parties are resolved across documents, amendments are
//   applied,
//        terms are looked up in the other documents, promises of one grantor are compared in pairs
#ifndef PV_PORTFOLIO_PORTFOLIO_H
#define PV_PORTFOLIO_PORTFOLIO_H

#include <proviso/portfolio.h>

#include "base/vector.h"
#include "portfolio/promise.h"

// Why two names belong together.
typedef enum {
  PV_NAME_ALIAS,  // is made of the name
  PV_NAME_BRAND,  // the party trades under it
  PV_NAME_FORMER, // the party had it, or took the place of who had it
  PV_NAME_PARENT, // the party belongs to its group of companies
} pv_name_kind;

// Another name that a document gives a party.
typedef struct {
  pv_name_kind kind;
  pv_str words;
  pv_str key;    // as pv_name_key
  uint32_t line; // where it stands
  uint32_t column;
} pv_other_name;

// A party of one document. `group` and `family` are the same number for all names, in all
// documents, of one person, and of one group of companies.
typedef struct {
  pv_str name;
  pv_str key; // as pv_name_key
  const pv_other_name *others;
  size_t other_count;
  size_t group;
  size_t family;
} pv_portfolio_party;

// A term that a clause relies on, and what its document says about it.
typedef struct {
  pv_concept concept;
  size_t promise; // one that relies on it
} pv_portfolio_term;

// A section of the document that this one amends, and where new words for it may stand.
typedef struct {
  pv_str section;
  pv_span at;
  pv_span reach;
} pv_deletion;

#define PV_NO_DOCUMENT SIZE_MAX

typedef struct {
  pv_str id; // d1, d2, …
  pv_str uri;
  pv_str name; // what reasons call it: the last part of the uri
  pv_str title;
  pv_bag title_words;
  pv_str kind;
  bool is_non_binding;
  const pv_str *binding; // sections that bind in a document that does not
  size_t binding_count;
  pv_day date;          // when it takes effect, or was made; PV_NO_DAY: not known
  pv_day made;          // when it was made
  pv_bag amended_title; // of the agreement that it says it changes
  pv_day amended_date;
  pv_portfolio_party *parties;
  size_t party_count;
  const pv_deletion *deleted;
  size_t deleted_count;
  size_t amends; // a document, or PV_NO_DOCUMENT
  size_t first_promise;
  size_t promise_count;
  size_t first_term;
  size_t term_count;
} pv_portfolio_document;

typedef PV_VECTOR(pv_portfolio_document) pv_portfolio_documents;
typedef PV_VECTOR(pv_promise) pv_promises;
typedef PV_VECTOR(pv_portfolio_term) pv_portfolio_terms;
typedef PV_VECTOR(pv_conflict) pv_conflicts;
typedef PV_VECTOR(pv_resolved) pv_resolved_list;

// A person and a document that it is a party of; sorted, so that nothing looks at all documents.
typedef struct {
  size_t group;
  size_t document;
} pv_portfolio_member;

struct pv_portfolio {
  pv_arena *arena; // of the portfolio itself, too
  pv_portfolio_documents documents;
  pv_promises promises;
  pv_portfolio_terms terms;
  pv_portfolio_member *members;
  size_t member_count;
  pv_conflicts conflicts;
  pv_resolved_list resolved;
  size_t disjoint; // all pairs of that verdict
  size_t left_out;
};

// Adds what is kept of the report.
void pv_portfolio_take(pv_portfolio *portfolio, const pv_report *report);

// "5" is section 5 with all that is in it: 5.1, 5(a).
bool pv_section_is_in(pv_str section, pv_str outer);

// Fills `group` and `family` of all parties, and the members.
void pv_portfolio_resolve_parties(pv_portfolio *portfolio);

// The party of the document with that name, or NULL.
const pv_portfolio_party *pv_portfolio_find_party(const pv_portfolio_document *document,
                                                  pv_str name);

// The other documents that have at least two parties in common with this one, in their order.
typedef struct {
  const size_t *items;
  size_t count;
} pv_portfolio_neighbours;
pv_portfolio_neighbours pv_portfolio_same_parties(const pv_portfolio *portfolio, size_t document);

// Finds what each document amends, and ends the promises that amendments delete or replace.
void pv_portfolio_apply_amendments(pv_portfolio *portfolio);

// Gives terms that their own document does not explain the meaning that a document between the same
// parties gives them, and payments without a rate that of the payment that they go on with.
void pv_portfolio_look_up(pv_portfolio *portfolio);

// The clause of the promise; its words are empty.
pv_conflict_side pv_portfolio_side(const pv_portfolio *portfolio, const pv_promise *promise);

// What ties the names of two parties of one group or family, one tie leading to the next; none for
// the same name.
const pv_tie *pv_portfolio_ties(const pv_portfolio *portfolio, const pv_portfolio_party *from,
                                const pv_portfolio_party *to, size_t *count);

// Fills the conflicts.
void pv_portfolio_compare_promises(pv_portfolio *portfolio, const pv_compare_options *options);

#endif
