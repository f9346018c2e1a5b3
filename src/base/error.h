// error.h - filling in the error of a failed call.
#ifndef PV_BASE_ERROR_H
#define PV_BASE_ERROR_H

#include <proviso/base.h>

// Writes code and message (and no place) into `err`, which may be NULL. Always returns false, so
// that a function can end with `return pv_fail(err, …)`.
__attribute__((format(printf, 3, 4))) bool pv_fail(pv_error *err, pv_error_code code,
                                                   const char *format, ...);

// The same with a file and a place in it; `line` and `column` are 1-based, 0 for none.
__attribute__((format(printf, 6, 7))) bool pv_fail_at(pv_error *err, pv_error_code code,
                                                      const char *file, uint32_t line,
                                                      uint32_t column, const char *format, ...);

#endif
