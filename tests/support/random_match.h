// random_match.h - a random expression with random tokens, made from bytes, for the comparison of
// the machine with the reference matcher: by a test, and by a fuzzer.
#ifndef PV_TEST_RANDOM_MATCH_H
#define PV_TEST_RANDOM_MATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  PV_RANDOM_MATCH_BYTES = 96, // as many are used at most; missing ones are 0
  PV_RANDOM_MATCH_TOKENS = 14,
  PV_RANDOM_MATCH_EXPRESSION = 512,
};

typedef struct {
  char expression[PV_RANDOM_MATCH_EXPRESSION]; // see handmade.h
  char words[2 * PV_RANDOM_MATCH_TOKENS + 1];  // one letter each
  uint8_t cut;                                 // tokens of a stem
  uint8_t low, high, from, least_end;
  uint8_t annotations[PV_RANDOM_MATCH_TOKENS]; // at each token: 0 for none, or a length and a type
  bool is_compared;                            // by the last comparison; else it took too long
  bool is_found;
} pv_random_match;

void pv_random_match_read(pv_random_match *match, const uint8_t *data, size_t size);

// NULL if all is well, else what differs.
const char *pv_random_match_compare(pv_random_match *match);

#endif
