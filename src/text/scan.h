// scan.h - where the less common tokens end. All of these look from `at` and not beyond `end`.
#ifndef PV_TEXT_SCAN_H
#define PV_TEXT_SCAN_H

#include "text/glyph.h"
#include "text/token.h"

// Behind the number that starts at `at` with a digit or a full stop: "1,000.50", "2.1.3", "30th".
// Behind the word, where digits go on in letters: "3M"; `is_word` says which of the two it is.
const char *pv_scan_number(const char *at, const char *end, bool *is_word);

// Behind the redaction that starts at `at`, or `at` if none does: "[***]", "____", "* * *".
const char *pv_scan_redaction(const char *at, const char *end);

// Behind the word that goes on at `at`; `start` is where it starts. Apostrophes inside it belong to
// it, "'s" at its end does not.
const char *pv_scan_word(const char *start, const char *at, const char *end);

// Is there "'s" at `at`, and no letter behind it? Returns where it ends, else `at`.
const char *pv_scan_possessive(const char *at, const char *end);

// Behind the dotted abbreviation that starts at `at` ("U.S.", "e.g."), or `at` if none does.
const char *pv_scan_dotted(const char *at, const char *end);

// The case of the letters from `at` to `end`.
pv_token_case pv_scan_case(const char *at, const char *end);

#endif
