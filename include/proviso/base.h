// base.h - the small values that the whole interface is made of: text views, byte spans, errors.
#ifndef PROVISO_BASE_H
#define PROVISO_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// A borrowed piece of UTF-8 text; not NUL-terminated. `size` is in bytes.
typedef struct {
  const char *data;
  size_t size;
} pv_str;

// Half-open byte offsets into the text of a document.
typedef struct {
  uint32_t start;
  uint32_t end;
} pv_span;

#define PV_STR(literal) ((pv_str){"" literal, sizeof(literal) - 1})
#define PV_STR_FMT "%.*s"
#define PV_STR_ARG(s) (int)(s).size, (s).data

typedef enum {
  PV_OK,
  PV_ERROR_NOT_FOUND, // no such file or folder
  PV_ERROR_READ,      // the file is there, but cannot be read
  PV_ERROR_EMPTY,     // no text in it
  PV_ERROR_FORMAT,    // not a format that is read here, or a damaged one
  PV_ERROR_ENCODING,  // the bytes are no text in the encoding they claim
  PV_ERROR_LIMIT,     // a named limit was passed
  PV_ERROR_MEMORY,    // the system gave no memory
  PV_ERROR_GRAMMAR,   // a grammar does not load
  PV_ERROR_WRITE,     // the output does not take the report
  PV_ERROR_USAGE,     // an unknown name was asked for
  PV_ERROR_ENCRYPTED, // readable with a password only
  PV_ERROR_COUNT,
} pv_error_code;

// Why a call failed. Zero-initialise it; a call that succeeds leaves it alone.
// `file` may be empty; `line` and `column` (1-based, in characters) are 0 where there is none.
typedef struct {
  pv_error_code code;
  uint32_t line;
  uint32_t column;
  char file[512];
  char message[1024];
} pv_error;

// "not_found", "read", …: the stable name that reports carry.
const char *pv_error_code_name(pv_error_code code);

// "1.0.0"
const char *pv_version(void);

#ifdef __cplusplus
}
#endif

#endif
