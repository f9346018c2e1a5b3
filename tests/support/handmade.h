// handmade.h - grammars and texts for tests of the match stage, made without the stages before it.
//
// Expressions are a few characters each, compiled in the plainest way:
//   word   [word word]   .        one token
//   @A @B @C @D                   an annotation of one of four types
//   x y   x|y   (x)   x? x* x+    as in grammars
//   ...4   ...4!word              a gap, and one with a barrier
//   1:x                           capture number 1
//   >(x) !>(x)   <(x) !<(x)       looks ahead and behind
//   ^ $                           the edges of the scope
#ifndef PV_TEST_HANDMADE_H
#define PV_TEST_HANDMADE_H

#include "match/match.h"

typedef struct pv_handmade pv_handmade;

pv_handmade *pv_handmade_new(void);
void pv_handmade_free(pv_handmade *handmade);

pv_arena *pv_handmade_arena(pv_handmade *handmade);

// Aborts when `expression` is not one.
pv_program pv_handmade_program(pv_handmade *handmade, const char *expression);

// The same as an array of one, for the rules.
const pv_program *pv_handmade_programs(pv_handmade *handmade, const char *expression);

// Demands a token of `words` (separated by spaces) of `program`, as an atom.
void pv_handmade_require(pv_handmade *handmade, pv_program *program, const char *words);

// A grammar of clause rules; `rules` has to live as long.
const pv_grammar *pv_handmade_grammar(pv_handmade *handmade, const pv_rule *rules, size_t count);

// The number of `word`, which becomes known.
uint32_t pv_handmade_word(pv_handmade *handmade, const char *word);

// A text of a sentence a line. "= words" starts a section with that heading; "# words" is a title,
// "~ words" foreign; "* words" an item of the last sentence that is none, "** words" one of the
// last item. What stands before "|" is a run-in heading.
const pv_text *pv_handmade_text(pv_handmade *handmade, const char *lines);

// Of the type that @A, @B, … mean.
pv_annotation pv_handmade_annotation(char type, uint32_t first, uint32_t end);

#endif
