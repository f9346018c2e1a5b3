// term.h - the term stage: parties with their aliases, defined terms with their uses, references.
//
//   in:  the text, its values, and the matches of the entity phase (definitions, preambles)
//   out: a pv_terms in the arena, and annotations (@Party, @Term) for the later phases
#ifndef PV_TERM_TERM_H
#define PV_TERM_TERM_H

#include "match/match.h"
#include "term/name_index.h"

typedef struct {
  pv_str name;           // as the preamble has it: "Meridia Labs, Inc., d/b/a Tidewater"
  pv_span span;          // of the name there
  pv_span legal;         // of the name without that of the trade
  const pv_str *aliases; // "Meridia", "Licensor": without quotes and article
  size_t alias_count;
} pv_term_party;

// How a term is defined.
typedef enum {
  PV_DEFINITION_MEANS,        // "X" means …
  PV_DEFINITION_TABLE,        // X in one cell of a row, what it means in the next
  PV_DEFINITION_INLINE,       // … (the "X")
  PV_DEFINITION_BY_REFERENCE, // "X" has the meaning given in Section 3
} pv_definition_kind;

typedef struct {
  pv_str term; // without quotes and article: "Net Sales"
  pv_definition_kind kind;
  pv_span span;       // of the term in its definition, without the quotes
  pv_span definition; // of the words that say what it means; for an inline one the words before it,
                      // as far as the sentence goes
  uint32_t sentence;
  uint32_t section; // the sub-document (exhibit) or root section that it stands in
  uint32_t uses;    // tokens ranges that name it elsewhere, plural and possessive counted
} pv_term_definition;

// "Section 9.4", "Exhibit B", "Article IV": a reference in the text.
typedef struct {
  uint32_t first; // tokens
  uint32_t end;
  bool exhibit;    // else a section
  pv_str label;    // "Section", "Exhibit"
  pv_str number;   // "9.4", "B", "IV"
  bool external;   // "Section 4 of the Securities Act", "of the Supply Agreement": not of this
                   // document
  bool ends_range; // "7" of "Sections 5 to 7": the numbers between are meant, too
  uint32_t target; // the section it names, or PV_NO_SECTION: none in this document
} pv_term_reference;

typedef struct {
  const pv_term_party *parties;
  size_t party_count;
  const pv_term_definition *definitions; // in the order of the text
  size_t definition_count;
  const pv_term_reference *references; // in the order of the text
  size_t reference_count;
  pv_name_index definition_names; // of the definitions
  pv_name_index party_names;      // of the parties, each followed by its aliases
  const uint32_t *party_of_name;  // of each of these names
} pv_terms;

// Cannot fail. `annotations` receives those given and those of the term stage: @Party with a
// pv_term_party, @Term with a pv_term_definition.
const pv_terms *pv_terms_read(pv_arena *arena, const pv_text *text, pv_values values,
                              pv_matches entities, pv_annotations *annotations);

// Do two names say the same, plural and possessive not counted?
bool pv_term_same(pv_str a, pv_str b);

// The first definition of `name` (case matters in its first letter, plural and possessive do not),
// or NULL.
const pv_term_definition *pv_terms_find(const pv_terms *terms, pv_str name);

// The first reference that starts at this token or behind it; `reference_count`: none.
size_t pv_terms_reference_from(const pv_terms *terms, uint32_t token);

// The party that `name` is a name or an alias of, or NULL.
const pv_term_party *pv_terms_party(const pv_terms *terms, pv_str name);

#endif
