// presence.h - which words and annotation types stand in a window, so that most questions about it
// are answered without running a program.
//
// A program cannot match where what it starts with, or one of its anchors, is missing. One that
// takes a single token, as most boosts and many conditions do, matches wherever it is there.
#ifndef PV_MATCH_PRESENCE_H
#define PV_MATCH_PRESENCE_H

#include "match/start.h"

typedef struct {
  uint64_t *words; // a bit for each vocabulary id
  size_t width;    // of `words`
  uint64_t chunks; // as in pv_first
  uint64_t types;
  bool is_known; // else nothing was added yet
} pv_presence;

typedef enum { PV_ABSENT, PV_MAYBE, PV_PRESENT } pv_answer;

pv_presence pv_presence_new(pv_arena *arena, const pv_grammar *grammar);

// Forgets what is there.
void pv_presence_clear(pv_presence *presence);

// Adds the tokens of a range, and the annotations that lie in it.
void pv_presence_add(pv_presence *presence, const pv_text *text, pv_annotations annotations,
                     pv_part part);

// Does the program with this start match somewhere in the whole window?
pv_answer pv_presence_ask(const pv_presence *presence, const pv_start *start);

#endif
