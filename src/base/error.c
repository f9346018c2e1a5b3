#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

const char *pv_error_code_name(pv_error_code code) {
  static const char *const names[PV_ERROR_COUNT] = {
      [PV_OK] = "ok",
      [PV_ERROR_NOT_FOUND] = "not_found",
      [PV_ERROR_READ] = "read",
      [PV_ERROR_EMPTY] = "empty",
      [PV_ERROR_FORMAT] = "format",
      [PV_ERROR_ENCODING] = "encoding",
      [PV_ERROR_LIMIT] = "limit",
      [PV_ERROR_MEMORY] = "memory",
      [PV_ERROR_GRAMMAR] = "grammar",
      [PV_ERROR_WRITE] = "write",
      [PV_ERROR_USAGE] = "usage",
      [PV_ERROR_ENCRYPTED] = "encrypted",
  };
  return names[code];
}

static void fill(pv_error *err, pv_error_code code, const char *format, va_list args) {
  *err = (pv_error){.code = code};
  vsnprintf(err->message, sizeof err->message, format, args);
  pv_utf8_repair(err->message, strlen(err->message)); // names of files are cut to fit
}

bool pv_fail(pv_error *err, pv_error_code code, const char *format, ...) {
  if (!err) return false;
  va_list args;
  va_start(args, format);
  fill(err, code, format, args);
  va_end(args);
  return false;
}

bool pv_fail_at(pv_error *err, pv_error_code code, const char *file, uint32_t line, uint32_t column,
                const char *format, ...) {
  if (!err) return false;
  va_list args;
  va_start(args, format);
  fill(err, code, format, args);
  va_end(args);
  snprintf(err->file, sizeof err->file, "%s", file);
  err->line = line;
  err->column = column;
  return false;
}
