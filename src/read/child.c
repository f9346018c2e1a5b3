// The file goes into an unnamed temporary file, which the child has as descriptor 3: some formats
// want to be read from their end, so a pipe will not do. Between fork and exec only what is safe in
// a process with threads is called.
#include "read/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/str.h"
#include "read/limits.h"

enum { FILE_DESCRIPTOR = 3, NO_PROGRAM = 127, MOST_ARGUMENTS = 16, STEP = 1 << 16 };

typedef struct {
  pid_t process;
  int output, complaint; // the ends of pipes that are read
} running;

static void limit(int what, rlim_t most) {
  struct rlimit limits = {most, most};
  (void)setrlimit(what, &limits);
}

static _Noreturn void become(const pv_child *child, int file, int output, int complaint) {
  char *arguments[MOST_ARGUMENTS + 1] = {NULL};
  for (size_t i = 0; i < MOST_ARGUMENTS && child->command[i]; i++) {
    const char *argument = child->command[i];
    if (argument[0] == '%' && !argument[1]) argument = "/dev/fd/3";
    arguments[i] = (char *)(uintptr_t)argument;
  }
  limit(RLIMIT_AS, PV_LIMIT_CHILD_MEMORY);
  limit(RLIMIT_CPU, PV_LIMIT_CHILD_SECONDS);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  int nothing = open("/dev/null", O_RDONLY);
  bool good =
      nothing >= 0 && dup2(nothing, STDIN_FILENO) >= 0 && dup2(output, STDOUT_FILENO) >= 0 &&
      dup2(complaint, STDERR_FILENO) >= 0 &&
      (file == FILE_DESCRIPTOR ? fcntl(file, F_SETFD, 0) : dup2(file, FILE_DESCRIPTOR)) >= 0;
  if (good) execvp(arguments[0], arguments);
  _exit(NO_PROGRAM);
}

static void close_both(int ends[2]) {
  close(ends[0]);
  close(ends[1]);
}

static bool open_pipe(int ends[2]) {
  if (pipe(ends) < 0) return false;
  for (int i = 0; i < 2; i++) (void)fcntl(ends[i], F_SETFD, FD_CLOEXEC);
  return true;
}

static bool start(const pv_child *child, int file, running *run) {
  int output[2], complaint[2];
  if (!open_pipe(output)) return false;
  if (!open_pipe(complaint)) {
    close_both(output);
    return false;
  }
  run->process = fork();
  if (run->process == 0) become(child, file, output[1], complaint[1]);
  close(output[1]);
  close(complaint[1]);
  run->output = output[0];
  run->complaint = complaint[0];
  if (run->process > 0) return true;
  close(run->output);
  close(run->complaint);
  return false;
}

static FILE *keep(pv_str bytes) {
  FILE *file = tmpfile();
  if (!file) return NULL;
  (void)fcntl(fileno(file), F_SETFD, FD_CLOEXEC);
  if (fwrite(bytes.data, 1, bytes.size, file) == bytes.size && fflush(file) == 0 &&
      fseek(file, 0, SEEK_SET) == 0)
    return file;
  fclose(file);
  return NULL;
}

static int64_t now(void) { // milliseconds
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

// What has been read so far. The bytes are from malloc(), as the arena must not unwind past the
// child.
typedef struct {
  char *bytes;
  size_t size, capacity;
  size_t complained;
} heard;

static void release(void *object) {
  heard *h = object;
  free(h->bytes);
}

static bool grow(heard *h) {
  if (h->capacity - h->size >= STEP) return true;
  size_t capacity = h->capacity ? 2 * h->capacity : 4 * STEP;
  char *bytes = realloc(h->bytes, capacity);
  if (!bytes) return false;
  h->bytes = bytes;
  h->capacity = capacity;
  return true;
}

// Reads what there is; false at the end of the stream.
static bool hear_output(heard *h, int from) {
  ssize_t size = read(from, h->bytes + h->size, STEP);
  if (size > 0) h->size += (size_t)size;
  return size > 0 || (size < 0 && errno == EINTR);
}

static bool hear_complaint(heard *h, int from, pv_child_result *result) {
  char bytes[1024];
  ssize_t size = read(from, bytes, sizeof bytes);
  for (ssize_t i = 0; i < size && h->complained + 1 < sizeof result->complaint; i++)
    result->complaint[h->complained++] = bytes[i];
  return size > 0 || (size < 0 && errno == EINTR);
}

// Until both streams end.
static bool listen(const running *run, heard *h, pv_child_result *result, pv_error *err) {
  struct pollfd streams[] = {{run->output, POLLIN, 0}, {run->complaint, POLLIN, 0}};
  int64_t deadline = now() + PV_LIMIT_CHILD_SECONDS * INT64_C(1000);
  while (streams[0].fd >= 0 || streams[1].fd >= 0) {
    int64_t left = deadline - now();
    if (left <= 0)
      return pv_fail(err, PV_ERROR_LIMIT, "takes more than %d seconds to read",
                     PV_LIMIT_CHILD_SECONDS);
    if (!grow(h)) return pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
    if (poll(streams, 2, (int)left) < 0 && errno != EINTR)
      return pv_fail(err, PV_ERROR_READ, "cannot be read: %s", strerror(errno));
    if (streams[0].fd >= 0 && streams[0].revents && !hear_output(h, run->output))
      streams[0].fd = -1;
    if (streams[1].fd >= 0 && streams[1].revents && !hear_complaint(h, run->complaint, result))
      streams[1].fd = -1;
    if (h->size > PV_LIMIT_CHILD_OUTPUT)
      return pv_fail(err, PV_ERROR_LIMIT, "gives more than %zu bytes of text and places",
                     PV_LIMIT_CHILD_OUTPUT);
  }
  return true;
}

static int wait_for(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool pv_child_run(pv_arena *arena, const pv_child *child, pv_child_result *result, pv_error *err) {
  *result = (pv_child_result){.status = -1};
  heard *h = PV_NEW(arena, heard);
  pv_arena_on_free(arena, release, h);
  FILE *file = keep(child->bytes);
  running run;
  if (!file || !start(child, fileno(file), &run)) {
    pv_fail(err, PV_ERROR_READ, "no process can be started for %s: %s", child->command[0],
            strerror(errno));
    if (file) fclose(file);
    return false;
  }
  bool good = listen(&run, h, result, err);
  if (!good) kill(run.process, SIGKILL);
  close(run.output);
  close(run.complaint);
  result->status = wait_for(run.process);
  result->is_missing = result->status == NO_PROGRAM && !h->size;
  fclose(file);
  result->output = (pv_str){h->bytes ? h->bytes : "", h->size};
  return good;
}
