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
bool pv_slot_term(const pv_slot_context *context, pv_token_range range, pv_slot_values *values);

// A value with the text and the status of the tokens it stands on.
pv_slot_value pv_slot_value_at(const pv_slot_context *context, pv_token_range range, pv_json value);

// The first annotation of `type` that lies in `range`, or NULL.
const pv_annotation *pv_slot_annotation(const pv_slot_context *context, uint32_t type,
                                        pv_token_range range);

// Where the definition of the first defined term in `range` stands, and NULL if none is named there
// or its definition is not a text that can be followed.
const pv_term_definition *pv_slot_definition(const pv_slot_context *context, pv_token_range range,
                                             pv_token_range *definition);

// The first defined term in `range` as a value that names it: {"term": "Territory"}. False if none
// is named there.
bool pv_slot_named_term(const pv_slot_context *context, pv_token_range range, pv_slot_value *value);

void pv_slot_add(const pv_slot_context *context, pv_slot_values *values, pv_slot_value value);

#endif
