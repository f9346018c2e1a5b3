#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

bool pv_terminal_colors(FILE *file, pv_when when) {
  if (when != PV_WHEN_AUTO) return when == PV_WHEN_ALWAYS;
  const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");
  if (no_color && *no_color) return false;
  return terminal && strcmp(terminal, "dumb") != 0 && isatty(fileno(file));
}

int pv_terminal_width(FILE *file) {
  struct winsize size;
  if (!isatty(fileno(file))) return PV_DEFAULT_WIDTH;
  if (ioctl(fileno(file), TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return PV_DEFAULT_WIDTH;
  return size.ws_col;
}

enum { FIRST_AFTER = 400, AGAIN_AFTER = 100 }; // milliseconds

static struct timespec now(void) {
  struct timespec time = {0};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time;
}

static int64_t milliseconds(struct timespec from, struct timespec to) {
  return (int64_t)(to.tv_sec - from.tv_sec) * 1000 + (to.tv_nsec - from.tv_nsec) / 1000000;
}

pv_progress pv_progress_new(pv_when when, size_t total, bool quietly) {
  bool automatic = when == PV_WHEN_AUTO;
  struct timespec time = now();
  return (pv_progress){
      .wanted = automatic ? !quietly && isatty(STDERR_FILENO) : when == PV_WHEN_ALWAYS,
      .patient = automatic,
      .total = total,
      .begun = time,
      .drawn = time,
  };
}

// "1,030" into `out`.
static void print_count(size_t count, char out[32]) {
  char digits[24];
  int size = snprintf(digits, sizeof digits, "%zu", count);
  for (int i = 0; i < size; i++) {
    if (i && (size - i) % 3 == 0) *out++ = ',';
    *out++ = digits[i];
  }
  *out = 0;
}

// The folder of `path`, cut to `size` bytes between two characters.
static void print_folder(const char *path, char *out, size_t size) {
  const char *slash = strrchr(path, '/');
  size_t length = slash ? (size_t)(slash - path) + 1 : 0;
  if (length > size - 1) length = size - 1;
  while (length && ((unsigned char)path[length] & 0xC0) == 0x80) length--;
  memcpy(out, path, length);
  out[length] = 0;
}

static void draw(const pv_progress *progress, const char *path, int64_t elapsed) {
  char done[32], total[32], folder[64], left[32] = "";
  print_count(progress->done, done);
  print_count(progress->total, total);
  print_folder(path, folder,
               (size_t)pv_terminal_width(stderr) / 2 < sizeof folder
                   ? (size_t)pv_terminal_width(stderr) / 2
                   : sizeof folder);
  if (elapsed >= FIRST_AFTER) {
    int64_t rest = elapsed * (int64_t)(progress->total - progress->done) / (int64_t)progress->done;
    snprintf(left, sizeof left, "  eta %lld s", (long long)(rest + 999) / 1000);
  }
  fprintf(stderr, "\r\033[Kscanning %s/%s  %s%s%s", done, total, folder, *folder ? "…" : "", left);
  fflush(stderr);
}

void pv_progress_step(pv_progress *progress, const char *path) {
  progress->done++;
  if (!progress->wanted || !path) return;
  struct timespec time = now();
  int64_t elapsed = milliseconds(progress->begun, time);
  if (progress->patient && elapsed < FIRST_AFTER) return;
  if (progress->shown && milliseconds(progress->drawn, time) < AGAIN_AFTER) return;
  draw(progress, path, elapsed);
  progress->drawn = time;
  progress->shown = true;
}

void pv_progress_clear(pv_progress *progress) {
  if (!progress->shown) return;
  fputs("\r\033[K", stderr);
  fflush(stderr);
  progress->shown = false;
}
