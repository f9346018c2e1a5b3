// vocabulary.h - the closed list of words that the grammars and the text stage can name.
//
// Built once, when a grammar is compiled, and read-only after that, so all threads share it. Every
// token carries the id of its folded word; a word that is not in the list gets the id of its shape.
// So memory does not grow with the documents, and every test on a word is one on a small number.
#ifndef PV_TEXT_VOCABULARY_H
#define PV_TEXT_VOCABULARY_H

#include "base/arena.h"

typedef struct pv_vocabulary pv_vocabulary;

// The ids below PV_WORD_FIRST are shapes of tokens whose word is not in the list.
enum {
  PV_SHAPE_LOWER,     // widget
  PV_SHAPE_CAPITAL,   // Widget
  PV_SHAPE_UPPER,     // WIDGET
  PV_SHAPE_MIXED,     // iPhone, A1, 3M
  PV_SHAPE_NUMBER,    // 30, 1,000.50, 2.1
  PV_SHAPE_PUNCT,     // a mark that no grammar names
  PV_SHAPE_SYMBOL,    // the same for symbols, and bytes that are no text
  PV_SHAPE_REDACTION, // [***], ____, [●]: one token
  PV_WORD_FIRST = 16,
};

// What a word is for the text stage, as bits. The words themselves stand in vocabulary_words.c.
enum {
  PV_TRAIT_ABBREVIATION = 1 << 0, // a full stop behind it does not end a sentence: Inc, No, Sec
  PV_TRAIT_FUNCTION = 1 << 1,     // a line that ends in it goes on: the, of, and, to
  PV_TRAIT_MONTH = 1 << 2,        // january, jan
  PV_TRAIT_NUMBER = 1 << 3,       // one, twenty, hundred, million, half, dozen
  PV_TRAIT_SECTION = 1 << 4,      // article, section, clause, paragraph
  PV_TRAIT_EXHIBIT = 1 << 5,      // exhibit, schedule, annex, appendix, attachment
  PV_TRAIT_CORPORATE = 1 << 6,    // inc, llc, gmbh, corporation, limited
  PV_TRAIT_PLACE = 1 << 7,        // the first word of a country or region
  PV_TRAIT_PERIOD = 1 << 8,       // day, month, quarter, year, monthly, annually
  PV_TRAIT_CURRENCY = 1 << 9,     // usd, eur, dollars
  PV_TRAIT_ROMAN = 1 << 10,       // i, ii, iv, …: may be a number of a section
  PV_TRAIT_OPENER = 1 << 11,      // with a capital it starts a sentence: The, This, If
  PV_TRAIT_FOREIGN = 1 << 12,     // a common word of another language: und, pour, della
  PV_TRAIT_VERB = 1 << 13,        // a heading has none: shall, is, means
  PV_TRAIT_LETTERED = 1 << 14,    // a letter behind it is its name: Party A, Class B
  PV_TRAIT_UNIT = 1 << 15, // behind a number it says what is counted: percent, business (days)
};

// With all words that have traits; further words come with pv_vocabulary_add.
pv_vocabulary *pv_vocabulary_new(pv_arena *arena);

// The id of `folded`, which is added if it is new. Only while a grammar is compiled. Returns
// PV_SHAPE_LOWER for the empty word, and when the list has PV_MAX_WORDS.
enum { PV_MAX_WORDS = 1 << 20 };
uint32_t pv_vocabulary_add(pv_vocabulary *vocabulary, pv_str folded);

// The id of `folded`, or 0 (PV_SHAPE_LOWER, which no word has) if it is not in the list.
uint32_t pv_vocabulary_find(const pv_vocabulary *vocabulary, pv_str folded);

// The folded word of an id, or "" for a shape.
pv_str pv_vocabulary_word(const pv_vocabulary *vocabulary, uint32_t id);

// The number of ids, shapes included: every id is smaller.
uint32_t pv_vocabulary_size(const pv_vocabulary *vocabulary);

// PV_TRAIT_ bits of the words by id, pv_vocabulary_size long; 0 for shapes.
const uint16_t *pv_vocabulary_traits(const pv_vocabulary *vocabulary);

#endif
