#include "read/mail.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "read/charset.h"

enum { LONGEST_CHARSET = 60 };

bool pv_mail_add(pv_container *container, pv_str name, char *bytes, size_t size) {
  pv_str copy = pv_str_copy(pv_container_arena(container), name);
  if (!bytes) {
    pv_error err = {0};
    pv_fail(&err, PV_ERROR_MEMORY, "the system gives no more memory");
    return pv_container_fail(container, copy.data, &err);
  }
  if (pv_container_wants(container, copy.data))
    return pv_container_add(container, copy.data, bytes, size);
  free(bytes);
  return true;
}

// What mails declare that are windows-1252 or do not know, and what the text reader sees by itself.
static bool tells_nothing(pv_str charset) {
  static const char *const names[] = {"us-ascii", "ascii", "utf-8", "utf8", "unknown-8bit"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (pv_str_equal_ignoring_case(charset, pv_str_from(names[i]))) return true;
  return !charset.size || charset.size >= LONGEST_CHARSET;
}

void pv_mail_to_utf8(pv_arena *arena, pv_str charset, char **bytes, size_t *size) {
  pv_str text;
  if (!*bytes || tells_nothing(charset)) return;
  bool is_western = pv_str_equal_ignoring_case(charset, PV_STR("iso-8859-1"));
  pv_str name = pv_str_copy(arena, is_western ? PV_STR("windows-1252") : charset);
  if (!pv_charset_convert(arena, name.data, (pv_str){*bytes, *size}, &text)) return;
  char *converted = malloc(text.size + 1);
  if (converted && text.size) memcpy(converted, text.data, text.size);
  free(*bytes);
  *bytes = converted;
  *size = text.size;
}

pv_str pv_mail_name(pv_arena *arena, pv_str kind, size_t number) {
  size_t count;
  const pv_reader *readers = pv_readers(&count);
  for (size_t i = 0; i < count; i++)
    if (pv_str_equal(kind, pv_str_from(readers[i].media_type)))
      return pv_str_printf(arena, "part-%zu.%s", number, readers[i].extensions[0]);
  const char *slash = kind.size ? memchr(kind.data, '/', kind.size) : NULL;
  pv_str subtype = kind;
  if (slash) subtype = (pv_str){slash + 1, kind.size - (size_t)(slash + 1 - kind.data)};
  return pv_str_printf(arena, "part-%zu." PV_STR_FMT, number, PV_STR_ARG(subtype));
}
