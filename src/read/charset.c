#include "read/charset.h"

#include <errno.h>
#include <iconv.h>

#include "base/buffer.h"
#include "base/str.h"
#include "base/utf8.h"
#include "read/encoding.h"

enum { LOOKED_AT = 4096, LONGEST_NAME = 40, STEP = 4096 };

static bool is_name_char(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '_' || c == '.' || c == ':';
}

// charset=iso-8859-2, with or without quotes; an empty name if there is none.
static void find_declared(pv_str bytes, char name[LONGEST_NAME + 1]) {
  static const pv_str keys[] = {{"charset=", 8}, {"encoding=", 9}};
  size_t size = 0, most = bytes.size < LOOKED_AT ? bytes.size : LOOKED_AT;
  for (size_t pos = 0; pos < most && !size; pos++)
    for (size_t k = 0; k < sizeof keys / sizeof *keys && !size; k++) {
      if (pos + keys[k].size > most ||
          !pv_str_equal_ignoring_case((pv_str){bytes.data + pos, keys[k].size}, keys[k]))
        continue;
      size_t at = pos + keys[k].size;
      while (at < most && (bytes.data[at] == '"' || bytes.data[at] == '\'')) at++;
      while (at < most && is_name_char(bytes.data[at]) && size < LONGEST_NAME)
        name[size++] = bytes.data[at++];
    }
  name[size] = '\0';
}

struct pv_converter {
  iconv_t handle;
};

static void close_converter(void *object) {
  pv_converter *converter = object;
  iconv_close(converter->handle);
}

pv_converter *pv_converter_open(pv_arena *arena, const char *name) {
  pv_converter *converter = PV_NEW(arena, pv_converter);
  converter->handle = iconv_open("UTF-8", name);
  if (converter->handle == (iconv_t)-1) return NULL;
  pv_arena_on_free(arena, close_converter, converter);
  return converter;
}

static void without_nul(char *text, size_t size) {
  for (char *end = text + size; text < end; text++)
    if (!*text) *text = ' ';
}

void pv_converter_add(pv_converter *converter, pv_str bytes, pv_buffer *out) {
  char *in = (char *)(uintptr_t)bytes.data, step[STEP];
  size_t left = bytes.size;
  iconv(converter->handle, NULL, NULL, NULL, NULL);
  while (left) {
    char *to = step;
    size_t room = sizeof step;
    size_t done = iconv(converter->handle, &in, &left, &to, &room);
    without_nul(step, (size_t)(to - step));
    pv_buffer_add(out, (pv_str){step, (size_t)(to - step)});
    if (done != (size_t)-1 || errno == E2BIG) continue;
    pv_buffer_add(out, PV_UTF8_REPLACEMENT);
    in++, left--;
  }
}

bool pv_charset_convert(pv_arena *arena, const char *name, pv_str bytes, pv_str *text) {
  pv_converter *converter = pv_converter_open(arena, name);
  pv_buffer out = {.arena = arena};
  if (!converter) return false;
  pv_converter_add(converter, bytes, &out);
  *text = pv_buffer_str(&out);
  return true;
}

// The encodings that detection tells apart itself.
static bool is_plain(pv_str name) {
  static const char *const plain[] = {"",           "utf-8",  "utf8",         "us-ascii", "ascii",
                                      "iso-8859-1", "latin1", "windows-1252", "cp1252",   "utf-16"};
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
    if (pv_str_equal_ignoring_case(name, pv_str_from(plain[i]))) return true;
  return false;
}

static bool decode_as_declared(pv_reading *reading) {
  char name[LONGEST_NAME + 1];
  find_declared(reading->bytes, name);
  bool is_utf8 = pv_utf8_valid(reading->bytes) == reading->bytes.size;
  if (is_plain(pv_str_from(name)) || is_utf8) return false;
  if (!pv_charset_convert(reading->arena, name, reading->bytes, &reading->text)) return false;
  reading->encoding = pv_str_copy(reading->arena, pv_str_from(name));
  return true;
}

void pv_charset_decode(pv_reading *reading) {
  if (decode_as_declared(reading)) return;
  pv_encoding_decode(pv_encoding_detect(reading->bytes), reading);
  for (size_t i = 0; i < reading->diagnostics.count; i++)
    reading->diagnostics.items[i].at = (pv_span){0, 0};
}
