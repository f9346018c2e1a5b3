// check_text.h - what a reader makes of a document that stands in the test.
#ifndef PV_TEST_CHECK_TEXT_H
#define PV_TEST_CHECK_TEXT_H

#include <proviso/document.h>

// Reads `bytes` as `options` say and fails the test unless that gives `text`, and the one
// diagnostic with `message` (NULL: none).
void pv_check_text(pv_str bytes, const pv_read_options *options, const char *text,
                   const char *message);

// Fails the test unless reading `bytes` fails with `code` and a message that holds `part`.
void pv_check_refused(pv_str bytes, const pv_read_options *options, pv_error_code code,
                      const char *part);

#endif
