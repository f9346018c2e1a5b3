// packs.h - grammars made of several files, for tests.
#ifndef PV_SUPPORT_PACKS_H
#define PV_SUPPORT_PACKS_H

#include "grammar/grammar.h"

#define PV_TEST_FILE(id, rest)                                                                     \
  "<grammar xmlns='urn:proviso-grammar:1' id='" id "' version='1.2.0' engine='1' "                 \
  "xml:lang='en'>" rest "</grammar>"

// Writes the texts to files "0.xml", "1.xml", … of a folder of their own, and loads them in order.
pv_grammar *pv_test_load(const char *const *texts, size_t count, pv_error *err);

// They are refused with the message (its first line), at that place of that file.
void pv_test_refused(const char *const *texts, size_t count, const char *file, uint32_t line,
                     uint32_t column, const char *message);

#endif
