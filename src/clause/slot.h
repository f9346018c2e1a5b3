// slot.h - from the words that fill a slot to its typed value.
#ifndef PV_CLAUSE_SLOT_H
#define PV_CLAUSE_SLOT_H

#include "clause/clause.h"

// What a slot is filled from, and where its values go.
typedef struct {
  pv_arena *arena; // of the report
  const pv_findings *findings;
  const pv_grammar *grammar;
  const pv_sentence *sentence; // of the clause: words outside it are inherited
} pv_slot_context;

typedef PV_VECTOR(pv_slot_value) pv_slot_values;

// Adds the values that `filler` gives a slot of this type: one, or for a list any number; a value
// that is there already is not added again.
void pv_slot_fill(const pv_slot_context *context, const pv_frame_slot *slot,
                  const pv_filler *filler, pv_slot_values *values);

// One file each: the value that the tokens [first, end) hold. They return false where there is
// none.
typedef struct {
  uint32_t first;
  uint32_t end;
} pv_token_range;

bool pv_slot_party(const pv_slot_context *context, pv_token_range range, pv_slot_values *values);
bool pv_slot_amount(const pv_slot_context *context, pv_slot_type type, pv_token_range range,
                    pv_slot_values *values);
bool pv_slot_place(const pv_slot_context *context, pv_token_range range, pv_slot_values *values);
bool pv_slot_tier(const pv_slot_context *context, pv_token_range range, pv_slot_values *values);
bool pv_slot_deadline(const pv_slot_context *context, pv_token_range range, pv_slot_values *values);
bool pv_slot_term(const pv_slot_context *context, pv_token_range range, pv_slot_values *values);

// A value with the text and the status of the tokens it stands on.
pv_slot_value pv_slot_value_at(const pv_slot_context *context, pv_token_range range, pv_json value);

// The first annotation of `type` that lies in `range`, or NULL.
const pv_annotation *pv_slot_annotation(const pv_slot_context *context, uint32_t type,
                                        pv_token_range range);

// The first annotation of a type that a rule declares; NULL too where no rule does.
const pv_annotation *pv_slot_declared(const pv_slot_context *context, pv_str type,
                                      pv_token_range range);

// `range` as a value that names it without its articles: {"term": "Territory"}; of a defined term
// in it this alone. `unresolved` if the document does not say what it means.
pv_slot_value pv_slot_named(const pv_slot_context *context, pv_token_range range);

// `text` with its white space, line breaks above all, as one blank each.
pv_str pv_slot_one_line(pv_arena *arena, pv_str text);

void pv_slot_add(const pv_slot_context *context, pv_slot_values *values, pv_slot_value value);

#endif
