// Mutated streams in a compound file, and damaged compound files, are read as messages of Outlook
// or refused with a message.
#include <stdlib.h>
#include <string.h>

#include "support/check_document.h"
#include "support/made_ole.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { STREAMS = 7, MOST = 20000 };

// The input is the data of the streams, a line that is just "=" between them.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pv_made_stream streams[] = {
      {"__properties_version1.0", -1, {"", 0}}, {"__substg1.0_1000001E", -1, {"", 0}},
      {"__substg1.0_10090102", -1, {"", 0}},    {"__attach_version1.0_#00000000", -1, {NULL, 0}},
      {"__substg1.0_3707001F", 3, {"", 0}},     {"__substg1.0_37010102", 3, {"", 0}},
      {"__substg1.0_10130102", -1, {"", 0}}};
  if (size > MOST) return 0;
  size_t at = 0;
  for (size_t i = 0; i < STREAMS && at < size; i++) {
    if (!streams[i].data.data) continue;
    size_t end = at;
    while (end < size && (size - end < 3 || memcmp(data + end, "\n=\n", 3) != 0)) end++;
    streams[i].data = (pv_str){(const char *)data + at, end - at};
    at = end + 3;
  }
  size_t made;
  char *bytes = pv_made_ole(streams, STREAMS, &made);
  pv_check_document((pv_str){bytes, made}, PV_REVISIONS_ACCEPTED);
  for (size_t i = 0; i < size % 9; i++) // the tables of the file lie at its start and its end
    bytes[(i % 2 ? made - 1 - (size * 31 + i * 97) % 2000 : 30 + (size * 7 + i * 89) % 1000) %
          made] = (char)(size >> i % 8);
  pv_check_document((pv_str){bytes, made}, PV_REVISIONS_ACCEPTED);
  free(bytes);
  return 0;
}
