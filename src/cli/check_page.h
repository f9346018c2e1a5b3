// check_page.h - the page on a check that `proviso explain` prints.
#ifndef PV_CLI_CHECK_PAGE_H
#define PV_CLI_CHECK_PAGE_H

// The text for the code of a check, or "" where nothing is written on it yet.
const char *pv_check_page(const char *code);

#endif
