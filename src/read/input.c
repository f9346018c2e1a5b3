#include "read/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

enum { FIRST_SIZE = 64 << 10 }; // of a pipe, which does not tell how much is in it

static bool fail_by_errno(int reason, pv_error *err) {
  switch (reason) {
  case ENOENT: return pv_fail(err, PV_ERROR_NOT_FOUND, "no such file or folder");
  case ENOTDIR: return pv_fail(err, PV_ERROR_NOT_FOUND, "a part of the path is no folder");
  case EACCES: return pv_fail(err, PV_ERROR_READ, "no permission to read it");
  case EISDIR: return pv_fail(err, PV_ERROR_READ, "a folder, not a file");
  case ENOMEM: return pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
  default: break;
  }
  char why[256] = "";
  if (strerror_r(reason, why, sizeof why)) return pv_fail(err, PV_ERROR_READ, "cannot be read");
  return pv_fail(err, PV_ERROR_READ, "cannot be read: %s", why);
}

bool pv_input_exists(const char *path) {
  struct stat facts;
  return stat(path, &facts) == 0;
}

bool pv_input_check_size(size_t size, size_t limit, pv_error *err) {
  if (size <= limit) return true;
  return pv_fail(err, PV_ERROR_LIMIT, "has %zu bytes; at most %zu are read", size, limit);
}

// Reads until `room` is full or the file ends.
static bool fill(int file, char *room, size_t size, size_t *filled, pv_error *err) {
  *filled = 0;
  while (*filled < size) {
    ssize_t got = read(file, room + *filled, size - *filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail_by_errno(errno, err);
    if (!got) return true;
    *filled += (size_t)got;
  }
  return true;
}

// `expected` bytes and one more, so that the end is seen without growing.
static bool read_all(int file, size_t expected, size_t limit, char **bytes, size_t *size,
                     pv_error *err) {
  size_t capacity = (expected ? expected : FIRST_SIZE) + 1;
  *size = 0;
  *bytes = malloc(capacity);
  if (!*bytes) return fail_by_errno(ENOMEM, err);
  for (;;) {
    size_t filled;
    if (!fill(file, *bytes + *size, capacity - *size, &filled, err)) return false;
    *size += filled;
    if (*size > limit)
      return pv_fail(err, PV_ERROR_LIMIT, "has more than %zu bytes; at most %zu are read", limit,
                     limit);
    if (*size < capacity) return true;
    capacity = capacity <= limit / 2 ? capacity * 2 : limit + 1;
    char *grown = realloc(*bytes, capacity);
    if (!grown) return fail_by_errno(ENOMEM, err);
    *bytes = grown;
  }
}

static bool read_file(int file, size_t limit, char **bytes, size_t *size, pv_error *err) {
  struct stat facts;
  if (fstat(file, &facts)) return fail_by_errno(errno, err);
  if (S_ISDIR(facts.st_mode)) return fail_by_errno(EISDIR, err);
  size_t expected = S_ISREG(facts.st_mode) && facts.st_size > 0 ? (size_t)facts.st_size : 0;
  return pv_input_check_size(expected, limit, err) &&
         read_all(file, expected, limit, bytes, size, err);
}

bool pv_input_read(const char *path, size_t limit, char **bytes, size_t *size, pv_error *err) {
  *bytes = NULL;
  bool is_standard = strcmp(path, "-") == 0;
  int file = is_standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (file < 0) return fail_by_errno(errno, err);
  bool ok = read_file(file, limit, bytes, size, err);
  if (!is_standard) close(file);
  if (!ok) {
    free(*bytes);
    *bytes = NULL;
  }
  return ok;
}
