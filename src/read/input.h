// input.h - all the bytes of a file, or of standard input.
#ifndef PV_READ_INPUT_H
#define PV_READ_INPUT_H

#include <proviso/base.h>

// Reads `path` ("-": standard input) whole, if it has no more than `limit` bytes. The bytes are
// yours to free(); `err` gets no file name.
bool pv_input_read(const char *path, size_t limit, char **bytes, size_t *size, pv_error *err);

// Is there anything at `path`?
bool pv_input_exists(const char *path);

// Fails with PV_ERROR_LIMIT if `size` is above `limit`.
bool pv_input_check_size(size_t size, size_t limit, pv_error *err);

#endif
