#include "read/sniff.h"

#include "base/str.h"
#include "read/archive.h"
#include "read/ole.h"

enum { LOOKED_AT = 4096 }; // bytes that say enough about a file

#define SAVE "save it as text"
#define UNPACK "unpack it"
#define RECOGNISE "run text recognition on it, save the text"

// Bytes at the start; those with `inside` hold that too, further down.
typedef struct {
  pv_str start;
  pv_str inside;
  pv_foreign foreign;
} magic;

static const magic magics[] = {
    {{"%!PS", 4}, {0}, {"a PostScript file", SAVE}},
    {{"\xD0\xCF\x11\xE0", 4}, {0}, {"a file of an old Office program (OLE)", SAVE}},
    {{"\x1F\x8B", 2}, {0}, {"a gzip archive", UNPACK}},
    {{"BZh", 3}, {"\x31\x41\x59\x26\x53\x59", 6}, {"a bzip2 archive", UNPACK}},
    {{"\xFD"
      "7zXZ",
      5},
     {0},
     {"an xz archive", UNPACK}},
    {{"7z\xBC\xAF", 4}, {0}, {"a 7z archive", UNPACK}},
    {{"Rar!", 4}, {0}, {"a rar archive", UNPACK}},
    {{"\x89PNG", 4}, {0}, {"an image (PNG)", RECOGNISE}},
    {{"\xFF\xD8\xFF", 3}, {0}, {"an image (JPEG)", RECOGNISE}},
    {{"GIF8", 4}, {0}, {"an image (GIF)", RECOGNISE}},
    {{"II*\0", 4}, {0}, {"an image (TIFF)", RECOGNISE}},
    {{"MM\0*", 4}, {0}, {"an image (TIFF)", RECOGNISE}},
    {{"\x7F"
      "ELF",
      4},
     {0},
     {"a program", "name a contract"}},
    {{"SQLite format 3", 15}, {0}, {"a database", "name a contract"}},
};

// Files of programs that are zip archives, by the start of a name in them.
static const struct {
  pv_str entry;
  pv_foreign foreign;
} packages[] = {
    {{"xl/", 3}, {"an Excel workbook (xlsx)", SAVE}},
    {{"ppt/", 4}, {"a PowerPoint presentation (pptx)", SAVE}},
    {{"content.xml", 11}, {"an OpenDocument file", SAVE}},
    {{"[Content_Types].xml", 19}, {"an Office file of another kind", SAVE}},
    {{"META-INF/", 9}, {"a program or a package (jar)", UNPACK}},
};

// The same for text, after the white space at the start, with the letters of ASCII alike.
static const magic marks[] = {
    {{"<?xml", 5}, {0}, {"an XML file", SAVE}},
};

static bool contains(pv_str text, pv_str part, bool (*same)(pv_str, pv_str)) {
  for (size_t i = 0; i + part.size <= text.size; i++)
    if (same((pv_str){text.data + i, part.size}, part)) return true;
  return false;
}

static bool is(pv_str text, const magic *m, bool (*same)(pv_str, pv_str)) {
  return text.size >= m->start.size && same((pv_str){text.data, m->start.size}, m->start) &&
         (!m->inside.size || contains(text, m->inside, same));
}

static pv_str beginning(pv_str bytes) {
  return (pv_str){bytes.data, bytes.size < LOOKED_AT ? bytes.size : LOOKED_AT};
}

const pv_foreign *pv_sniff_foreign(pv_str bytes) {
  pv_str start = beginning(bytes);
  for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
    if (is(start, &magics[i], pv_str_equal)) return &magics[i].foreign;

  for (size_t i = 0; i < sizeof packages / sizeof *packages && pv_archive_starts(bytes); i++)
    if (pv_archive_holds(bytes, packages[i].entry)) return &packages[i].foreign;

  if (pv_str_starts_with(start, PV_STR("\xEF\xBB\xBF"))) start.data += 3, start.size -= 3;
  start = pv_str_trim(start);
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (is(start, &marks[i], pv_str_equal_ignoring_case)) return &marks[i].foreign;
  return NULL;
}

bool pv_sniff_is_encrypted(pv_str bytes) {
  return pv_ole_starts(bytes) && pv_ole_mentions(bytes, "EncryptedPackage");
}

// White space, the escape of terminals and backspaces of old printers are no sign of a binary.
static bool is_odd(unsigned char c) {
  return (c < ' ' && !(c >= '\b' && c <= '\r') && c != 0x1A && c != 0x1B) || c == 0x7F;
}

bool pv_sniff_is_binary(pv_str bytes) {
  pv_str start = beginning(bytes);
  size_t odd = 0;
  for (size_t i = 0; i < start.size; i++) odd += is_odd((unsigned char)start.data[i]);
  if (odd > 1 + start.size / 100) return true;

  const char *at = bytes.data, *end = bytes.data + bytes.size;
  size_t nuls = 0;
  while (at < end && (at = memchr(at, '\0', (size_t)(end - at)))) nuls++, at++;
  return nuls > 1 + bytes.size / 1000;
}
