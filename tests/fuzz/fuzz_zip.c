// Mutated members, zipped and then damaged, are read or refused with a message.
#include <stdlib.h>
#include <string.h>

#include "support/check_document.h"
#include "support/made_zip.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MEMBERS = 6, MOST = 30000 };

static const char *const names[MEMBERS] = {"a.txt", "../b.md", "sub/c.html",
                                           "d.rtf", "e.eml",   "f.zip"};

// The input is the members, a line that is just "=" between them.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pv_made_entry entries[MEMBERS];
  size_t count = 0, at = 0;
  if (size > MOST) return 0;
  while (count < MEMBERS && at < size) {
    size_t end = at;
    while (end < size && (size - end < 3 || memcmp(data + end, "\n=\n", 3) != 0)) end++;
    entries[count] = (pv_made_entry){names[count], {(const char *)data + at, end - at}};
    count++;
    at = end + 3;
  }
  if (!count) return 0;
  size_t zipped;
  char *bytes = pv_made_zip(entries, count, &zipped);
  pv_check_document((pv_str){bytes, zipped}, PV_REVISIONS_ACCEPTED);
  for (size_t i = 0; i < 3; i++)
    bytes[(zipped - 1 - (size * 31 + i * 97) % zipped) % zipped] ^= (char)(1 << (size + i) % 8);
  pv_check_document((pv_str){bytes, zipped}, PV_REVISIONS_ACCEPTED);
  pv_check_document((pv_str){bytes, zipped - size % zipped}, PV_REVISIONS_ACCEPTED);
  free(bytes);
  return 0;
}
