// preamble.h - the parties of a document while its preamble is read.
#ifndef PV_TERM_PREAMBLE_H
#define PV_TERM_PREAMBLE_H

#include "base/str.h"
#include "term/stage.h"

enum { PV_MOST_PARTIES = 160 };

typedef struct {
  const pv_value_reader *reader;
  pv_term_party parties[PV_MOST_PARTIES];
  pv_token_range names[PV_MOST_PARTIES];
  size_t count;
} pv_preamble;

// Is the token a word that a party stands behind: "between", "among"?
bool pv_preamble_is_anchor(const pv_value_reader *reader, uint32_t at);

// Past what may stand between two parties: "and", "(2)", "of the first part,", "on the one hand".
uint32_t pv_preamble_skip(const pv_value_reader *reader, uint32_t at, uint32_t end);

// Behind the last anchor in the segment, or its start.
uint32_t pv_preamble_after_anchor(const pv_value_reader *reader, pv_token_range segment,
                                  bool *found);

// Is what starts at `at` a description: "a Delaware corporation"?
bool pv_preamble_is_description(const pv_value_reader *reader, uint32_t at);

// The name in the segment to which the alias at `site` belongs; empty if there is none.
pv_token_range pv_preamble_find_name(const pv_preamble *in, pv_token_range segment,
                                     pv_token_range site);

// Adds a party, or the aliases of one that is there. `_add_party` looks whether it is a name at
// all.
void pv_preamble_add_party(pv_preamble *in, pv_token_range name, const pv_alias_site *site);
void pv_preamble_add_named(pv_preamble *in, pv_token_range name, const pv_alias_site *site);

// Gives a party one more alias, unless it has it.
void pv_preamble_add_alias(pv_preamble *in, pv_term_party *party, pv_token_range alias);

// Gives the aliases of several parties to those that are named beside them.
void pv_preamble_add_joints(pv_preamble *in, const pv_alias_site *site);

#endif
