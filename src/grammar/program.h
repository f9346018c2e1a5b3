// program.h - what an expression is compiled to: instructions for the matcher.
//
// A program is a Thompson automaton with ordered choices: of two ways the first one wins. A gap is
// one instruction with a counter, not unrolled. `proviso dump --stage program` prints it.
#ifndef PV_GRAMMAR_PROGRAM_H
#define PV_GRAMMAR_PROGRAM_H

#include "base/arena.h"

typedef enum {
  PV_OP_TOKEN,      // takes one token that satisfies predicate `x`
  PV_OP_ANNOTATION, // takes a whole annotation of type `x`
  PV_OP_SPLIT,      // goes on at `x`, and at `y` if that fails
  PV_OP_JUMP,       // goes on at `x`
  PV_OP_OPEN,       // capture `x` starts here
  PV_OP_CLOSE,      // capture `x` ends here
  PV_OP_GAP,        // takes 0 to `x` tokens, as few as possible, none of predicate `y`
  PV_OP_LOOK,       // goes on if body `x` matches here (`y`: PV_LOOK_ bits)
  PV_OP_START,      // only at the start of the scope (#bos)
  PV_OP_END,        // only at its end (#eos)
  PV_OP_MATCH,
} pv_op;

enum { PV_LOOK_BEHIND = 1, PV_LOOK_NOT = 2 };
#define PV_NO_PREDICATE UINT32_MAX
enum { PV_MAX_GAP = 64, PV_MAX_REPEAT = 64, PV_MAX_LOOK = 16, PV_MAX_CAPTURES = 16 };

typedef struct {
  uint8_t op; // pv_op
  uint32_t x;
  uint32_t y;
} pv_instruction;

// A test on one token, in a form that needs as little looking as possible.
typedef enum {
  PV_PREDICATE_ANY,     // .
  PV_PREDICATE_WORDS,   // the id is in `words`
  PV_PREDICATE_KIND,    // the token kind is one of `bits` (1 << pv_token_kind)
  PV_PREDICATE_LETTERS, // the case is one of `bits` (1 << pv_token_case)
  PV_PREDICATE_EXACT,   // the id is `id`, and the bytes are `surface`
  PV_PREDICATE_REGEX,   // the folded token matches; `words` has the answer for the known words
  PV_PREDICATE_AND,     // both `left` and `right`
  PV_PREDICATE_OR,
  PV_PREDICATE_NOT, // not `left`
} pv_predicate_kind;

typedef struct {
  pv_predicate_kind kind;
  uint32_t bits;
  uint32_t id;
  uint32_t left; // indexes of predicates
  uint32_t right;
  const uint64_t *words; // one bit for each vocabulary id; of an OR: all words it may be true of,
                         // or NULL
  pv_str surface;
  void *regex; // pcre2_code, JIT-compiled, freed with the grammar's arena
} pv_predicate;

// Sets of words and annotation types of which a program needs one token each. Atoms are numbered
// over the whole grammar: atom k is bit k % 64 of word k / 64 of a mask.
enum { PV_ATOM_WORDS = 16, PV_MAX_ATOMS = PV_ATOM_WORDS * 64 };
typedef struct {
  uint64_t bits[PV_ATOM_WORDS];
} pv_atom_mask;

typedef struct {
  const pv_instruction *code;
  uint32_t count;
  pv_atom_mask required; // a scope that lacks one of these cannot match
  pv_str source;         // the expression as written
  const uint32_t *where; // by instruction: the byte of `source` it comes from; NULL of a lookaround
  uint32_t line;         // where it stands in its file
} pv_program;

#endif
