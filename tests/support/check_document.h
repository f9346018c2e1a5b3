// check_document.h - what holds of every input, whatever its bytes.
#ifndef PV_TEST_CHECK_DOCUMENT_H
#define PV_TEST_CHECK_DOCUMENT_H

#include <proviso/document.h>

// Reads all documents of the input and aborts unless each is refused with a message or has text
// that is valid UTF-8 without NUL, places that lead into the file, and diagnostics within the text.
void pv_check_document(pv_str bytes, pv_revisions revisions);

#endif
