// Plain text: the text is the file.
#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "read/encoding.h"
#include "read/formats.h"
#include "read/sniff.h"

bool pv_text_is_blank(pv_str text) {
  static const pv_str blanks[] = {
      {"\xEF\xBB\xBF", 3}, {"\xC2\xA0", 2}, {"\xE2\x80\x8B", 3}, {"\xE3\x80\x80", 3}};
  while ((text = pv_str_trim(text)).size) {
    size_t i = 0, count = sizeof blanks / sizeof *blanks;
    while (i < count && !pv_str_starts_with(text, blanks[i])) i++;
    if (i == count) return false;
    text.data += blanks[i].size;
    text.size -= blanks[i].size;
  }
  return true;
}

bool pv_read_text(pv_reading *reading, pv_error *err) {
  const pv_encoding *encoding = pv_encoding_detect(reading->bytes);
  if (pv_encoding_is_8_bit(encoding) && pv_sniff_is_binary(reading->bytes))
    return pv_fail(err, PV_ERROR_FORMAT,
                   "a binary file that is no document known here; save it as text and try again");
  pv_encoding_decode(encoding, reading);
  if (pv_text_is_blank(reading->text))
    return pv_fail(err, PV_ERROR_EMPTY, "only white space; there is nothing to read");
  return true;
}
