// Saying what is wrong in a grammar: the place, the line, a caret, what may have been meant.
#include <stdarg.h>
#include <stdio.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/utf8.h"
#include "grammar/loader.h"

enum { BEFORE_CARET = 60, BEHIND_CARET = 40 }; // characters of a long line that are shown

bool pv_loader_fail(pv_loader *loader, const pv_error *error) {
  loader->error_count++;
  if (loader->on_error) loader->on_error(loader->context, error);
  return false;
}

// The line around the column, and under it the caret.
static void add_line(pv_buffer *out, pv_str line, uint32_t column) {
  size_t caret = 0, start, end;
  for (uint32_t i = 1; i < column && caret < line.size; i++)
    for (caret++; caret < line.size && pv_utf8_continues(line.data[caret]);) caret++;
  start = caret > BEFORE_CARET ? caret - BEFORE_CARET : 0;
  end = line.size - caret > BEHIND_CARET ? caret + BEHIND_CARET : line.size;
  while (start > 0 && pv_utf8_continues(line.data[start])) start--;
  while (start < caret && start == 0 && strchr(" \t", line.data[start])) start++;
  while (start > 0 && start < caret && strchr(" \t", line.data[start])) start++;
  while (end < line.size && pv_utf8_continues(line.data[end])) end++;
  pv_str before = {line.data + start, caret - start};
  pv_buffer_printf(out, "\n  %.*s\n  ", (int)(end - start), line.data + start);
  pv_buffer_repeat(out, ' ', pv_utf8_count(before));
  pv_buffer_add_char(out, '^');
}

static bool fail(pv_loader *loader, const pv_source *source, uint32_t offset, const char *message) {
  pv_place place = pv_source_place(source, offset);
  pv_buffer lines = {.arena = loader->scratch};
  add_line(&lines, pv_source_line(source, place.line), place.column);
  pv_error error = {0};
  (void)pv_fail_at(&error, PV_ERROR_GRAMMAR, source->file.data, place.line, place.column,
                   "%s" PV_STR_FMT, message, PV_STR_ARG(pv_buffer_str(&lines)));
  return pv_loader_fail(loader, &error);
}

bool pv_loader_fail_at(pv_loader *loader, const pv_source *source, uint32_t offset,
                       const char *format, ...) {
  char message[512];
  va_list args;
  va_start(args, format);
  (void)vsnprintf(message, sizeof message, format, args);
  va_end(args);
  return fail(loader, source, offset, message);
}

bool pv_loader_fail_attribute(pv_loader *loader, const pv_module *module, const pv_element *element,
                              const char *attribute, const char *format, ...) {
  char message[512];
  va_list args;
  va_start(args, format);
  (void)vsnprintf(message, sizeof message, format, args);
  va_end(args);
  return fail(loader, module->source,
              pv_source_attribute_offset(module->source, element, attribute), message);
}

pv_str pv_loader_suggest(pv_loader *loader, const char *mark, pv_str name, const pv_str *names,
                         size_t count) {
  pv_str nearest = pv_str_nearest(name, names, count);
  if (!nearest.size) return PV_STR("");
  return pv_str_printf(loader->scratch, "; did you mean %s" PV_STR_FMT "?", mark,
                       PV_STR_ARG(nearest));
}
