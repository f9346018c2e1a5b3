#include "cli/destination.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/str.h"
#include "cli/message.h"

static bool cannot_write(const char *path, int trouble, pv_error *err) {
  return pv_fail(err, PV_ERROR_WRITE, "cannot write %s: %s", path, strerror(trouble));
}

// Files of mkstemp are for their owner alone; this gives them what any new file has.
static void open_to_others(int file) {
  mode_t mask = umask(0);
  umask(mask);
  (void)!fchmod(file, 0666 & ~mask);
}

static bool open_temporary(pv_destination *destination, pv_arena *arena, pv_error *err) {
  size_t size = strlen(destination->path) + sizeof ".XXXXXX";
  char *name = pv_arena_alloc(arena, size);
  snprintf(name, size, "%s.XXXXXX", destination->path);
  int file = mkstemp(name);
  if (file < 0) return cannot_write(destination->path, errno, err);
  open_to_others(file);
  destination->temporary = name;
  destination->file = fdopen(file, "wb");
  if (destination->file) return true;
  close(file);
  unlink(name);
  return cannot_write(destination->path, errno, err);
}

bool pv_destination_open(pv_destination *destination, pv_arena *arena, const char *path,
                         pv_error *err) {
  *destination = (pv_destination){.file = stdout, .path = path};
  if (!path) return true;
  struct stat status;
  bool exists = lstat(path, &status) == 0;
  if (exists && S_ISDIR(status.st_mode))
    return pv_fail(err, PV_ERROR_USAGE, "%s is a folder; --output wants a file", path);
  if (!exists || S_ISREG(status.st_mode)) return open_temporary(destination, arena, err);
  destination->file = fopen(path, "wb");
  return destination->file ? true : cannot_write(path, errno, err);
}

static bool write_bytes(void *to, const char *bytes, size_t size) {
  pv_destination *destination = to;
  if (destination->trouble) return false;
  errno = 0;
  if (fwrite(bytes, 1, size, destination->file) == size) return true;
  destination->trouble = errno ? errno : EIO;
  return false;
}

pv_sink pv_destination_sink(pv_destination *destination) {
  return (pv_sink){.write = write_bytes, .to = destination};
}

static void note_trouble(pv_destination *destination, bool failed) {
  if (failed && !destination->trouble) destination->trouble = errno ? errno : EIO;
}

bool pv_destination_flush(pv_destination *destination) {
  errno = 0;
  note_trouble(destination, fflush(destination->file) != 0 || ferror(destination->file));
  return !destination->trouble;
}

pv_exit pv_destination_close(pv_destination *destination, bool complete) {
  pv_destination_flush(destination);
  if (destination->file != stdout) note_trouble(destination, fclose(destination->file) != 0);
  if (destination->temporary) {
    bool keeps = complete && !destination->trouble;
    if (keeps) note_trouble(destination, rename(destination->temporary, destination->path) != 0);
    if (!keeps || destination->trouble) unlink(destination->temporary);
  }
  if (!destination->trouble || destination->trouble == EPIPE) return PV_EXIT_OK;
  pv_complain("cannot write %s: %s", destination->path ? destination->path : "standard output",
              strerror(destination->trouble));
  return PV_EXIT_INTERNAL;
}
