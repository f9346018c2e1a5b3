#include "read/encoding.h"

#include "base/str.h"
#include "base/utf8.h"

#define NO_TEXT UINT32_MAX

enum { REPLACEMENT = 0xFFFD, LOOKED_AT = 4096 };

struct pv_encoding {
  const char *name;
  bool is_8_bit;
  pv_str mark; // byte order mark, left out of the text
  // Reads the character at `pos` and returns its bytes; NO_TEXT for what is none.
  size_t (*next)(pv_str bytes, size_t pos, uint32_t *codepoint);
};

static size_t next_utf8(pv_str bytes, size_t pos, uint32_t *codepoint) {
  static const unsigned char payload[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  const unsigned char *at = (const unsigned char *)bytes.data + pos;
  size_t size = pv_utf8_size(bytes, pos);
  *codepoint = NO_TEXT;
  if (!size || !at[0]) return 1;
  *codepoint = at[0] & payload[size];
  for (size_t i = 1; i < size; i++) *codepoint = *codepoint << 6 | (at[i] & 0x3F);
  return size;
}

// 0x80 to 0x9F; five of them are not used.
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static size_t next_windows_1252(pv_str bytes, size_t pos, uint32_t *codepoint) {
  unsigned char byte = (unsigned char)bytes.data[pos];
  uint32_t meant = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
  *codepoint = meant ? meant : NO_TEXT;
  return 1;
}

uint32_t pv_encoding_windows_1252(unsigned char byte) {
  uint32_t meant = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
  return meant ? meant : REPLACEMENT;
}

static uint32_t unit_16(pv_str bytes, size_t pos, bool big) {
  uint32_t first = (unsigned char)bytes.data[pos], second = (unsigned char)bytes.data[pos + 1];
  return big ? first << 8 | second : second << 8 | first;
}

static size_t next_utf16(pv_str bytes, size_t pos, uint32_t *codepoint, bool big) {
  *codepoint = NO_TEXT;
  if (bytes.size - pos < 2) return bytes.size - pos;
  uint32_t unit = unit_16(bytes, pos, big);
  if (unit < 0xD800 || unit > 0xDFFF) {
    if (unit) *codepoint = unit;
    return 2;
  }
  if (unit > 0xDBFF || bytes.size - pos < 4) return 2;
  uint32_t low = unit_16(bytes, pos + 2, big);
  if (low < 0xDC00 || low > 0xDFFF) return 2;
  *codepoint = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
  return 4;
}

static size_t next_utf16_little(pv_str bytes, size_t pos, uint32_t *codepoint) {
  return next_utf16(bytes, pos, codepoint, false);
}

static size_t next_utf16_big(pv_str bytes, size_t pos, uint32_t *codepoint) {
  return next_utf16(bytes, pos, codepoint, true);
}

enum { UTF_8, UTF_16_LITTLE, UTF_16_BIG, WINDOWS_1252 };

static const pv_encoding encodings[] = {
    [UTF_8] = {"utf-8", true, {"", 0}, next_utf8},
    [UTF_16_LITTLE] = {"utf-16le", false, {"\xFF\xFE", 2}, next_utf16_little},
    [UTF_16_BIG] = {"utf-16be", false, {"\xFE\xFF", 2}, next_utf16_big},
    [WINDOWS_1252] = {"windows-1252", true, {"", 0}, next_windows_1252},
};

// Western text in UTF-16 has a NUL in nearly every second place, and always on the same side.
static const pv_encoding *by_nuls(pv_str bytes) {
  size_t size = bytes.size < LOOKED_AT ? bytes.size : LOOKED_AT;
  size_t nuls[2] = {0, 0};
  for (size_t i = 0; i < size; i++) nuls[i % 2] += !bytes.data[i];
  for (size_t side = 0; side < 2; side++)
    if (nuls[side] * 10 > size * 3 && nuls[1 - side] * 100 < size)
      return &encodings[side ? UTF_16_LITTLE : UTF_16_BIG];
  return NULL;
}

// Not all of it is UTF-8: is there more that is, or more that is not?
static bool is_mostly_utf8(pv_str bytes) {
  size_t good = 0, bad = 0;
  for (size_t pos = 0; pos < bytes.size;) {
    pos += pv_utf8_ascii(bytes, pos);
    if (pos == bytes.size) break;
    size_t size = pv_utf8_size(bytes, pos);
    if (size)
      good++, pos += size;
    else
      bad++, pos++;
  }
  return good && good >= bad;
}

const pv_encoding *pv_encoding_detect(pv_str bytes) {
  for (size_t i = UTF_16_LITTLE; i <= UTF_16_BIG; i++)
    if (pv_str_starts_with(bytes, encodings[i].mark)) return &encodings[i];
  if (bytes.size && memchr(bytes.data, '\0', bytes.size)) {
    const pv_encoding *wide = by_nuls(bytes);
    if (wide) return wide;
  }
  bool is_utf8 = pv_utf8_valid(bytes) == bytes.size || is_mostly_utf8(bytes);
  return &encodings[is_utf8 ? UTF_8 : WINDOWS_1252];
}

bool pv_encoding_is_8_bit(const pv_encoding *encoding) { return encoding->is_8_bit; }

// What was replaced while bytes were converted.
typedef struct {
  size_t count;
  size_t source; // of the first one
  pv_span at;
} replaced;

static size_t text_size(const pv_encoding *encoding, pv_str bytes, size_t start) {
  char out[4];
  size_t size = 0;
  for (size_t pos = start; pos < bytes.size;) {
    uint32_t codepoint;
    pos += encoding->next(bytes, pos, &codepoint);
    size += pv_utf8_put(codepoint == NO_TEXT ? REPLACEMENT : codepoint, out);
  }
  return size;
}

static replaced convert(const pv_encoding *encoding, pv_reading *reading, size_t start) {
  pv_str bytes = reading->bytes;
  size_t size = text_size(encoding, bytes, start);
  char *text = pv_arena_alloc(reading->arena, size + 4);
  replaced gone = {0};
  size_t at = 0;
  for (size_t pos = start; pos < bytes.size;) {
    uint32_t codepoint;
    size_t file_unit = encoding->next(bytes, pos, &codepoint);
    size_t text_unit = pv_utf8_put(codepoint == NO_TEXT ? REPLACEMENT : codepoint, text + at);
    pv_source_map_add(
        reading->arena, &reading->map,
        (pv_source_run){(uint32_t)at, (uint32_t)pos, (uint8_t)text_unit, (uint8_t)file_unit});
    if (codepoint == NO_TEXT && !gone.count++) {
      gone.source = pos;
      gone.at = (pv_span){(uint32_t)at, (uint32_t)(at + text_unit)};
    }
    at += text_unit;
    pos += file_unit;
  }
  reading->text = (pv_str){text, size};
  return gone;
}

static void note_guess(const pv_encoding *encoding, pv_reading *reading) {
  size_t first = pv_utf8_ascii(reading->text, 0);
  size_t size = first < reading->text.size ? pv_utf8_size(reading->text, first) : 0;
  pv_span at = {(uint32_t)first, (uint32_t)(first + size)};
  if (encoding == &encodings[WINDOWS_1252])
    pv_diagnose(&reading->diagnostics, PV_DIAGNOSTIC_ENCODING_GUESSED, at,
                "not UTF-8: read as windows-1252");
  else
    pv_diagnose(&reading->diagnostics, PV_DIAGNOSTIC_ENCODING_GUESSED, at,
                "no byte order mark: read as %s", encoding->name);
}

void pv_encoding_decode(const pv_encoding *encoding, pv_reading *reading) {
  pv_str bytes = reading->bytes;
  reading->encoding = pv_str_from(encoding->name);
  if (encoding == &encodings[UTF_8] && pv_utf8_valid(bytes) == bytes.size &&
      !(bytes.size && memchr(bytes.data, '\0', bytes.size))) {
    reading->text = bytes;
    return;
  }
  bool marked = encoding->mark.size && pv_str_starts_with(bytes, encoding->mark);
  replaced gone = convert(encoding, reading, marked ? encoding->mark.size : 0);
  if (encoding != &encodings[UTF_8] && !marked) note_guess(encoding, reading);
  if (gone.count)
    pv_diagnose(&reading->diagnostics, PV_DIAGNOSTIC_INVALID_BYTES, gone.at,
                "%zu %s no text %s replaced by U+FFFD, the first at byte %zu of the file",
                gone.count, gone.count == 1 ? "byte that is" : "bytes that are",
                gone.count == 1 ? "was" : "were", gone.source);
}
