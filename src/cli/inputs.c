#include "cli/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/str.h"
#include "read/reader.h"

static void add_input(pv_arena *arena, pv_inputs *inputs, const char *path) {
  PV_PUSH(arena, inputs, ((pv_batch_input){.path = path}));
}

__attribute__((format(printf, 4, 5))) static void
add_failure(pv_arena *arena, pv_inputs *inputs, const char *path, const char *format, ...) {
  va_list args;
  va_start(args, format);
  pv_error *error = PV_NEW(arena, pv_error);
  error->code = PV_ERROR_READ;
  vsnprintf(error->message, sizeof error->message, format, args);
  va_end(args);
  PV_PUSH(arena, inputs, ((pv_batch_input){.path = path, .error = error}));
}

static int compare_inputs(const void *a, const void *b) {
  return strcmp(((const pv_batch_input *)a)->path, ((const pv_batch_input *)b)->path);
}

static const char *join(pv_arena *arena, const char *folder, const char *name) {
  size_t size = strlen(folder);
  while (size > 1 && folder[size - 1] == '/') size--;
  const char *slash = folder[size - 1] == '/' ? "" : "/";
  return pv_str_printf(arena, "%.*s%s%s", (int)size, folder, slash, name).data;
}

// Folders behind links are left out, so that the walk ends.
static void add_entry(pv_arena *arena, pv_inputs *inputs, pv_names *folders, const char *path,
                      const char *name) {
  struct stat status;
  if (lstat(path, &status) != 0) {
    add_failure(arena, inputs, path, "%s", strerror(errno));
    return;
  }
  if (S_ISDIR(status.st_mode)) PV_PUSH(arena, folders, path);
  if (S_ISLNK(status.st_mode) && stat(path, &status) != 0) return;
  if (S_ISREG(status.st_mode) && pv_reader_takes_name(pv_str_from(name)))
    add_input(arena, inputs, path);
}

static void add_entries(pv_arena *arena, pv_inputs *inputs, pv_names *folders, const char *folder) {
  DIR *entries = opendir(folder);
  if (!entries) {
    add_failure(arena, inputs, folder, "%s", strerror(errno));
    return;
  }
  for (const struct dirent *entry; (entry = readdir(entries));)
    if (entry->d_name[0] != '.')
      add_entry(arena, inputs, folders, join(arena, folder, entry->d_name), entry->d_name);
  closedir(entries);
}

static void add_folder(pv_arena *arena, pv_inputs *inputs, const char *path) {
  size_t first = inputs->count;
  pv_names folders = {0}; // those still to be read
  PV_PUSH(arena, &folders, path);
  while (folders.count) add_entries(arena, inputs, &folders, folders.items[--folders.count]);
  size_t found = inputs->count - first;
  if (found)
    qsort(inputs->items + first, found, sizeof *inputs->items, compare_inputs);
  else
    add_failure(arena, inputs, path, "no documents in this folder; name a file to read it anyway");
}

static void add_path(pv_arena *arena, pv_inputs *inputs, const char *path) {
  struct stat status;
  if (strcmp(path, "-") != 0 && stat(path, &status) == 0 && S_ISDIR(status.st_mode))
    add_folder(arena, inputs, path);
  else
    add_input(arena, inputs, path);
}

static bool add_list(const pv_settings *settings, pv_inputs *inputs, const char *name,
                     pv_error *err) {
  bool standard = strcmp(name, "-") == 0;
  FILE *file = standard ? stdin : fopen(name, "rb");
  if (!file) return pv_fail_at(err, PV_ERROR_READ, name, 0, 0, "%s", strerror(errno));
  int end = settings->null_separated ? 0 : '\n';
  char *line = NULL;
  size_t room = 0;
  for (ssize_t size; (size = getdelim(&line, &room, end, file)) > 0;) {
    if (line[size - 1] == (char)end) size--;
    if (size && end && line[size - 1] == '\r') size--;
    if (size == 0) continue;
    pv_str path = pv_str_copy(settings->arena, (pv_str){line, (size_t)size});
    add_path(settings->arena, inputs, path.data);
  }
  bool failed = ferror(file) != 0;
  int trouble = errno;
  free(line);
  if (!standard) fclose(file);
  return !failed || pv_fail_at(err, PV_ERROR_READ, name, 0, 0, "%s", strerror(trouble));
}

bool pv_inputs_collect(const pv_settings *settings, pv_inputs *inputs, pv_error *err) {
  for (size_t i = 0; i < settings->arguments.count; i++)
    add_path(settings->arena, inputs, settings->arguments.items[i]);
  for (size_t i = 0; i < settings->files_from.count; i++)
    if (!add_list(settings, inputs, settings->files_from.items[i], err)) return false;
  return true;
}
