// grammar.h - the compiled grammar: rules with their programs, frames, and the vocabulary.
//
//   in:  XML packs
//   out: a pv_grammar, immutable, shared by all threads; it has its own arena
#ifndef PV_GRAMMAR_GRAMMAR_H
#define PV_GRAMMAR_GRAMMAR_H

#include <proviso/grammar.h>

#include "grammar/program.h"
#include "text/vocabulary.h"
#include "value/value.h"

// Annotation types. The first ones come from the value and term stages, in the order of
// pv_value_kind; those that rules emit follow, up to PV_MAX_TYPES.
enum {
  PV_TYPE_NUMBER = PV_VALUE_NUMBER,
  PV_TYPE_PERCENT,
  PV_TYPE_MONEY,
  PV_TYPE_DATE,
  PV_TYPE_PERIOD,
  PV_TYPE_FREQUENCY,
  PV_TYPE_PLACE,    // @Place
  PV_TYPE_REDACTED, // @Redacted
  PV_TYPE_PARTY,    // @Party: a name or alias of a party of the document, or what a rule emits
  PV_TYPE_TERM,     // @Term: a use of a term that the document defines
  PV_TYPE_QUOTED,   // @Quoted: the tokens between two quotation marks, marks included
  PV_TYPE_FIRST_DECLARED,
  PV_MAX_TYPES = 64,
};

// Phases run in this order; each reads what earlier ones emitted. The term stage (parties,
// definitions) runs between entity and cue. The front phase goes over the lines at the head of a
// text (pv_text_front) and not over its sentences.
typedef enum {
  PV_PHASE_FRONT,
  PV_PHASE_ENTITY,
  PV_PHASE_CUE,
  PV_PHASE_CLAUSE,
  PV_PHASE_STYLE,
  PV_PHASE_COUNT
} pv_phase;

// Where a condition or satellite looks.
typedef enum {
  PV_WHERE_INSIDE,   // within the hit
  PV_WHERE_BEFORE,   // from the start of the sentence to the hit
  PV_WHERE_AFTER,    // from the hit to the end of the sentence
  PV_WHERE_SENTENCE, // the whole sentence, with its stem
  PV_WHERE_HEADING,  // the run-in heading and the headings of the enclosing sections
  PV_WHERE_PREVIOUS, // the sentence before, in the same section
  PV_WHERE_NEXT,     // the sentence after, in the same section
  PV_WHERE_COUNT,
} pv_where;

typedef struct {
  pv_where where;
  bool negative;              // unless
  const pv_program *programs; // one of them matches
  size_t program_count;
} pv_condition;

// A boost adds points if it matches; a negative one takes them away.
typedef struct {
  pv_where where;
  int32_t points;
  const pv_program *programs;
  size_t program_count;
} pv_boost;

// A satellite that fills a slot with text: with the capture named `hit`, or the whole hit.
typedef struct {
  uint32_t slot; // index in the frame
  pv_where where;
  bool all; // pick="all": every hit; else the first
  const pv_program *programs;
  size_t program_count;
} pv_slot_pattern;

// A satellite that fills an enumeration slot: the first value whose expression matches (with `all`
// every one), else `fallback` (empty: missing). With `of` it looks only at the words that fill that
// slot, and says nothing where none do.
typedef struct {
  pv_str is;
  const pv_program *programs;
  size_t program_count;
} pv_field_value;

typedef struct {
  uint32_t slot;
  uint32_t of; // PV_NO_SLOT: looks at `where`
  pv_where where;
  bool all;
  pv_str fallback;
  const pv_field_value *values;
  size_t value_count;
} pv_field;

// What a slot holds; `list` says whether it may hold several.
typedef enum {
  PV_SLOT_TEXT,  // the words themselves
  PV_SLOT_ENUM,  // one of a closed list
  PV_SLOT_PARTY, // resolved to a party
  PV_SLOT_RATE,  // a percentage, or an amount per unit
  PV_SLOT_MONEY,
  PV_SLOT_PERIOD,    // a duration
  PV_SLOT_FREQUENCY, // how often
  PV_SLOT_TERRITORY,
  PV_SLOT_TIER,     // a row of a scale: from, to, rate
  PV_SLOT_TERM,     // how long: a duration, an end date, an end event, a defined term
  PV_SLOT_DEADLINE, // a period and what it is counted from
} pv_slot_type;

typedef struct {
  pv_str name;
  pv_slot_type type;
  bool list;
  bool follow;          // of a text: a term that is all of it stands for what it means
  bool required;        // reported as missing where it is not filled
  const pv_str *values; // of an enumeration
  size_t value_count;
} pv_frame_slot;

// What becomes of several hits of a frame in one sentence.
typedef enum {
  PV_CONFLICT_ONE,    // they are one clause
  PV_CONFLICT_ALL,    // those that share no words are clauses of their own
  PV_CONFLICT_ABSORB, // those in a hit of the frame `into` modify its clause
} pv_conflict_policy;

// `family` is empty for a frame that is no clause (definitions, vague terms).
typedef struct pv_frame pv_frame;
struct pv_frame {
  pv_str id;
  pv_str family;
  const pv_frame_slot *slots;
  size_t slot_count;
  const pv_str *kinds;
  size_t kind_count;
  pv_conflict_policy conflict;
  const pv_frame *into; // of PV_CONFLICT_ABSORB, else NULL
};

// A capture of a rule's match: the slot of the frame that it fills, or PV_NO_SLOT.
#define PV_NO_SLOT UINT32_MAX
typedef struct {
  pv_str name;
  uint32_t slot;
} pv_capture_name;

// What a rule says of its hits, in one language.
typedef struct {
  pv_str language; // of the message, or of the file where it does not say
  pv_str text;
} pv_message;

typedef enum { PV_EXAMPLE_FIRE, PV_EXAMPLE_QUIET, PV_EXAMPLE_TODO } pv_example_kind;

// An example of a rule. Marks are the `<s n="…">` parts as byte ranges of `text`; attributes of
// `<fire>` are expected field values.
typedef struct {
  pv_str slot;
  pv_span at;
} pv_example_mark;

typedef struct {
  pv_str field;
  pv_str value;
} pv_example_field;

// `{grants | ?gives}`: the rule needs the words at `at`, and others may stand in their place. What
// is free (`?`) may be said so, but is not needed.
typedef struct {
  pv_span at;
  bool is_free;
  pv_str others; // "?gives", as written: with "|" between them
} pv_example_need;

// `{!; | ...5}`: with `text` at `at` the example does not hold any more. Without words of its own
// it stands for `words` others.
typedef struct {
  uint32_t at;
  pv_str text;
  uint32_t words;
} pv_example_addition;

typedef struct {
  pv_example_kind kind;
  bool wants_fire; // of a todo
  pv_str text;
  pv_str why;
  uint32_t line;
  const pv_example_need *needs;
  size_t need_count;
  const pv_example_addition *additions;
  size_t addition_count;
  const pv_example_mark *marks;
  size_t mark_count;
  const pv_example_field *fields;
  size_t field_count;
} pv_example;

typedef struct {
  pv_str id;
  pv_str title;
  pv_str pack; // en.exclusivity@1.0.0
  pv_str file;
  uint32_t line;
  pv_phase phase;
  uint32_t type;         // what it emits, as an annotation type
  const pv_frame *frame; // or NULL: it emits a bare annotation
  pv_str kind;           // of the clause; empty: none
  pv_str polarity;       // grant, negative, reservation, carve_out, lapse
  pv_str severity;
  int32_t score; // 0..100
  int32_t priority;
  uint32_t until; // looked for in sentences that start before this token of the text; 0: in all
  pv_str message; // in the language of the file; empty: none
  const pv_message *messages; // in all languages
  size_t message_count;
  pv_str note;
  pv_str changed_by;         // the file with an <override> of it, as `pack`; or empty
  const pv_program *matches; // alternatives in order
  size_t match_count;
  const pv_capture_name *captures;
  size_t capture_count;
  const pv_condition *conditions;
  size_t condition_count;
  const pv_slot_pattern *slots;
  size_t slot_count;
  const pv_field *fields;
  size_t field_count;
  const pv_boost *boosts;
  size_t boost_count;
  // How many of them the rule itself has; those of its frame follow.
  size_t own_slot_count;
  size_t own_field_count;
  size_t own_boost_count;
  const pv_example *examples;
  size_t example_count;
} pv_rule;

typedef struct pv_weights pv_weights; // weights.h

struct pv_grammar {
  pv_arena *arena;
  pv_vocabulary *vocabulary;
  const uint16_t *frequencies; // by vocabulary id: of 10,000 sentences, how many have the word
  pv_str id;
  pv_str version;
  pv_str sha256;
  const pv_frame *frames;
  size_t frame_count;
  const pv_rule *rules; // by phase, then in the order of the files
  size_t rule_count;
  size_t
      phase_start[PV_PHASE_COUNT + 1]; // rules of phase p: phase_start[p] up to phase_start[p + 1]
  const pv_str *type_names;            // annotation types by number
  size_t type_count;
  const pv_predicate *predicates;
  size_t predicate_count;
  const pv_program *looks; // bodies of lookarounds; those that look behind are reversed
  size_t look_count;
  const pv_atom_mask *word_atoms; // by vocabulary id: the atoms that the word satisfies
  const pv_atom_mask *type_atoms; // by annotation type
  const pv_weights *weights;      // learned evidence; NULL: none
  pv_atom_mask always;            // atoms that a word-by-word mask cannot decide: taken as present
  const struct pv_plan *plan;     // of the match stage, if it is worked out already; or NULL
};

// Like pv_grammar_load_all, but every error is told to `on_error`, not just the first one.
typedef void pv_grammar_on_error(void *context, const pv_error *error);
pv_grammar *pv_grammar_load_verbose(const char *const *paths, size_t count,
                                    pv_grammar_on_error *on_error, void *context);

// Who wants to look at a grammar while its files are there: when the rules are compiled, so that
// further programs may join them, and when all is done. Either may be NULL.
typedef struct pv_loader pv_loader;
typedef struct {
  void (*rules)(void *context, pv_loader *loader);
  void (*done)(void *context, pv_loader *loader);
  void *context;
} pv_load_watch;
pv_grammar *pv_grammar_load_watched(const char *const *paths, size_t count,
                                    pv_grammar_on_error *on_error, void *context,
                                    const pv_load_watch *watch);

// One grammar file from memory; `name` is what errors call it. For tests.
pv_grammar *pv_grammar_load_text(const char *name, pv_str xml, pv_error *err);

// The rule of that id, or NULL.
const pv_rule *pv_grammar_rule(const pv_grammar *grammar, pv_str id);

// The number of the annotation type of that name, or PV_MAX_TYPES where the grammar has none.
uint32_t pv_grammar_type(const pv_grammar *grammar, pv_str name);

// "entity", "cue", …
const char *pv_phase_name(pv_phase phase);
// "inside", "before", …
const char *pv_where_name(pv_where where);

// A program as text, an instruction a line; captures by their names.
pv_str pv_program_print(pv_arena *arena, const pv_grammar *grammar, const pv_program *program,
                        const pv_capture_name *captures, size_t capture_count);
// All rules with all their programs.
pv_str pv_grammar_print(pv_arena *arena, const pv_grammar *grammar);

#endif
