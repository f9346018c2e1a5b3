// stage.h - the parts of the term stage, and what they share.
#ifndef PV_TERM_STAGE_H
#define PV_TERM_STAGE_H

#include "base/vector.h"
#include "term/term.h"
#include "value/reader.h"

// Tokens; empty: none.
typedef struct {
  uint32_t first;
  uint32_t end;
} pv_token_range;

// The name of a company or a person that starts at `at`, not going beyond `end`: a run of words in
// capitals with what may stand inside a name; "and" only if `allows_and`. Empty where none starts.
pv_token_range pv_name_read(const pv_value_reader *reader, uint32_t at, uint32_t end,
                            bool allows_and);

// What is left of the name of a company behind words of a caption that were taken for its first
// ones: "EXECUTION COPY FOO, INC."
pv_token_range pv_name_after_caption(const pv_value_reader *reader, pv_token_range name);

// Does the range hold a word that companies have in their names: Inc, LLC, GmbH?
bool pv_name_is_corporate(const pv_value_reader *reader, pv_token_range name);

// "Tidewater" in "Foo Inc., d/b/a Tidewater", behind the name `name`; empty where there is none.
pv_token_range pv_name_of_trade(const pv_value_reader *reader, pv_token_range name);

// Is the token a quotation mark?
bool pv_term_is_quote(const pv_value_reader *reader, uint32_t at);

// The tokens of a term without quotation marks, article and marks at its end.
pv_token_range pv_term_trim(const pv_value_reader *reader, pv_token_range term);

// "we", "you": words for a party that a reader of the document would use.
bool pv_term_is_speaker(const pv_value_reader *reader, pv_token_range term);

// The bytes of the range, as one view.
pv_str pv_term_bytes(const pv_value_reader *reader, pv_token_range range);

// The exhibit that the section belongs to, or the root: the sub-document it stands in.
uint32_t pv_term_document_of(const pv_text *text, uint32_t section);

// How a word is compared with one of a term: folded, in the singular. Writes at most `size` bytes
// to `out` and returns how many.
enum { PV_STEM_SIZE = 48 };
size_t pv_term_stem(pv_str word, char *out, size_t size);

// Names that say the same (pv_term_same) have the same hash.
uint32_t pv_term_hash(pv_str name);

// Where an alias of a party is introduced: `("Licensor")`, `hereinafter called "Licensor"`.
enum { PV_MOST_ALIASES = 6 };
typedef struct {
  pv_token_range at;
  pv_token_range aliases[PV_MOST_ALIASES];
  size_t alias_count; // without those that are no party: Agreement, Effective Date
  bool is_collective; // the aliases are of several parties: collectively, the "Sellers"
  pv_token_range joint[PV_MOST_ALIASES]; // of this party and others that are named beside it:
  size_t joint_count; // "and together with Meridia, the "Sellers"", if not all are
} pv_alias_site;

// The site that starts at `at`, if one does.
bool pv_alias_site_read(const pv_value_reader *reader, uint32_t at, uint32_t limit,
                        pv_alias_site *site);

// The names of the companies that sign, in the first signature block behind `from`.
typedef PV_VECTOR(pv_token_range) pv_names;
pv_names pv_signatures_read(const pv_value_reader *reader, uint32_t from);

// The parts of the stage, in the order in which they run.
void pv_terms_read_parties(const pv_value_reader *reader, pv_terms *terms);
pv_term_definition *pv_terms_read_definitions(const pv_value_reader *reader, pv_matches entities,
                                              pv_terms *terms);
void pv_terms_read_references(const pv_value_reader *reader, pv_terms *terms);

// Counts the uses of the definitions, and adds @Party and @Term to `annotations`.
pv_annotations pv_terms_annotate(const pv_value_reader *reader, pv_terms *terms,
                                 pv_term_definition *definitions, pv_annotations annotations);

#endif
