// expression.h - the parser of expressions: text in, a tree of nodes out.
#ifndef PV_GRAMMAR_EXPRESSION_H
#define PV_GRAMMAR_EXPRESSION_H

#include "grammar/expression_lexer.h"
#include "grammar/loader.h"
#include "grammar/node.h"

// Where the expression stands decides what it may name. `place` is kept by none of the results.
typedef struct {
  pv_place_in_file place;
  pv_phase phase;  // PV_PHASE_COUNT: any annotation type may be named
  pv_str argument; // of a macro's body; empty: none
} pv_expression;

// NULL where it is wrong, which is reported. The nodes are in the loader's scratch memory.
const pv_node *pv_expression_parse(const pv_expression *expression);

// The same for a piece of it, after its first sign: what set.c needs of the parser.
typedef struct {
  const pv_expression *expression;
  pv_loader *loader;
  pv_expression_lexer lexer;
  pv_sign sign; // the one that is looked at
  unsigned depth;
  bool failed;
} pv_parser;

void pv_parser_next(pv_parser *parser);
__attribute__((format(printf, 3, 4))) void pv_parser_fail(pv_parser *parser, size_t at,
                                                          const char *format, ...);

// `[ … ]`: from the sign behind "[" to that behind "]". Returns a draft predicate.
uint32_t pv_parser_set(pv_parser *parser);

// What names stand for. PV_NO_PREDICATE or NULL where they are unknown, which is reported.
typedef struct pv_lexicon pv_lexicon;
const pv_lexicon *pv_parser_lexicon(pv_parser *parser, pv_str name, size_t at);
uint32_t pv_parser_class(pv_parser *parser, pv_str name, size_t at);
uint32_t pv_parser_regex(pv_parser *parser, pv_str pattern, size_t at);

// A symbol of the file itself or of one it imports, or NULL.
const pv_symbol *pv_module_find(const pv_loader *loader, const pv_symbols *symbols,
                                const pv_module *module, pv_str name);

#endif
