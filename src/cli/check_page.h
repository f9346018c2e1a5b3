// check_page.h - the pages on the checks that `proviso explain` prints, and docs/ambiguity.md
// holds.
#ifndef PV_CLI_CHECK_PAGE_H
#define PV_CLI_CHECK_PAGE_H

#include <stddef.h>

// Each is a paragraph; paragraphs of the examples have an empty line between them. The examples are
// run as tests, behind a preamble that introduces Orla and Fenn.
typedef struct {
  const char *code;
  const char *meaning;
  const char *why;       // it matters, with the source
  const char *found;     // how
  const char *limits;    // what is not known
  const char *example;   // it is reported here
  const char *near_miss; // and not here
} pv_check_page;

// NULL for a code that is not one of a check.
const pv_check_page *pv_check_page_find(const char *code);

// One file each.
const pv_check_page *pv_check_pages_definitions(size_t *count);
const pv_check_page *pv_check_pages_exclusivity(size_t *count);
const pv_check_page *pv_check_pages_rights(size_t *count);
const pv_check_page *pv_check_pages_document(size_t *count);
const pv_check_page *pv_check_pages_wording(size_t *count);

// The text for the code of a conflict between documents, or "".
const char *pv_conflict_page(const char *code);

#endif
