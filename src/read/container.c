// Reading an input: one document, or a tree of containers with documents in it.
#include "read/container.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "read/document.h"
#include "read/input.h"
#include "read/limits.h"
#include "read/make.h"

enum { MOST_NAMED = 5 }; // members left out that the note names

// What all containers of one input share.
typedef struct {
  pv_read_options options;
  pv_str only; // the uri of what is wanted of it; empty: all
  pv_document_take *take;
  void *context;
  pv_document *held; // the last document, handed on when the next one comes
  char skipped[512]; // names of members left out, which no document told yet
  size_t skipped_count;
  size_t told; // documents and failures
  size_t members;
  size_t unpacked; // bytes
  bool stopped;
} input;

struct pv_container {
  input *input;
  pv_arena *arena;
  const char *uri;
  size_t depth;
};

pv_arena *pv_container_arena(const pv_container *container) { return container->arena; }

const pv_read_options *pv_container_options(const pv_container *container) {
  return &container->input->options;
}

static void tell_skipped(input *in) {
  if (!in->skipped_count || !in->held) return;
  size_t more = in->skipped_count > MOST_NAMED ? in->skipped_count - MOST_NAMED : 0;
  if (more)
    pv_document_note(in->held, PV_DIAGNOSTIC_MEMBERS_LEFT,
                     "members that are no documents were left out: %s and %zu more", in->skipped,
                     more);
  else
    pv_document_note(in->held, PV_DIAGNOSTIC_MEMBERS_LEFT,
                     "members that are no documents were left out: %s", in->skipped);
  in->skipped_count = 0;
  in->skipped[0] = '\0';
}

static bool hand_on(input *in) {
  if (!in->held) return !in->stopped;
  tell_skipped(in);
  pv_document *document = in->held;
  in->held = NULL;
  if (in->stopped)
    pv_document_free(document);
  else
    in->stopped = !in->take(in->context, pv_document_uri(document).data, document, NULL);
  return !in->stopped;
}

static bool fail(input *in, const char *uri, const pv_error *why) {
  in->told++;
  if (hand_on(in)) in->stopped = !in->take(in->context, uri, NULL, why);
  return !in->stopped;
}

static bool hold(input *in, pv_document *document) {
  in->told++;
  if (!hand_on(in)) {
    pv_document_free(document);
    return false;
  }
  in->held = document;
  return true;
}

static bool is_inside(pv_str uri, pv_str container) {
  return uri.size > container.size && pv_str_starts_with(uri, container) &&
         uri.data[container.size] == '!';
}

// Is it what was asked for, or does it hold that, or lie in it?
static bool is_wanted(const input *in, const char *uri) {
  pv_str name = pv_str_from(uri);
  return !in->only.size || pv_str_equal(name, in->only) || is_inside(in->only, name) ||
         is_inside(name, in->only);
}

// "letters.zip!mail.eml", with marks in the place of what is no printable text.
static const char *uri_of(const pv_container *container, const char *name) {
  pv_str uri = pv_str_printf(container->arena, "%s!%s", container->uri, name);
  char *bytes = pv_arena_alloc(container->arena, uri.size + 1);
  for (size_t i = 0, size; i < uri.size; i += size) {
    size = pv_utf8_size(uri, i);
    unsigned char first = (unsigned char)uri.data[i];
    bool good = size && first >= ' ' && first != 0x7F;
    if (!size) size = 1;
    memcpy(bytes + i, good ? uri.data + i : "?", size);
  }
  return bytes;
}

bool pv_container_wants(pv_container *container, const char *name) {
  if (!is_wanted(container->input, uri_of(container, name))) return false;
  const char *slash = strrchr(name, '/');
  const char *last = slash ? slash + 1 : name;
  if (!*last || *last == '.' || strstr(name, "__MACOSX/") == name) return false;
  if (container->input->only.size || pv_reader_takes_name(pv_str_from(last))) return true;
  pv_container_skip(container, name);
  return false;
}

void pv_container_skip(pv_container *container, const char *name) {
  input *in = container->input;
  const char *uri = uri_of(container, name);
  if (!is_wanted(in, uri)) return;
  size_t used = strlen(in->skipped), size = strlen(name);
  const char *shown = uri + strlen(uri) - size;
  if (in->skipped_count < MOST_NAMED && used + size + 3 < sizeof in->skipped)
    snprintf(in->skipped + used, sizeof in->skipped - used, "%s%s", used ? ", " : "", shown);
  in->skipped_count++;
}

size_t pv_container_room(const pv_container *container) {
  return PV_LIMIT_UNPACKED - container->input->unpacked;
}

static bool read_input(input *in, const char *uri, char *bytes, size_t size, const char *as,
                       size_t depth);

// Counts the member; false, and told, where that passes a limit.
static bool count_member(pv_container *container, size_t size) {
  input *in = container->input;
  pv_error err = {0};
  if (in->stopped) return false;
  if (++in->members > PV_LIMIT_MEMBERS)
    pv_fail(&err, PV_ERROR_LIMIT, "has more than %zu members; those behind them were not read",
            PV_LIMIT_MEMBERS);
  else if (size > PV_LIMIT_UNPACKED - in->unpacked)
    pv_fail(&err, PV_ERROR_LIMIT,
            "unpacks to more than %zu bytes; what is behind them was not read", PV_LIMIT_UNPACKED);
  if (!err.code) {
    in->unpacked += size;
    return true;
  }
  fail(in, container->uri, &err);
  in->stopped = true;
  return false;
}

bool pv_container_add(pv_container *container, const char *name, char *bytes, size_t size) {
  if (!count_member(container, size)) {
    free(bytes);
    return false;
  }
  return read_input(container->input, uri_of(container, name), bytes, size, NULL,
                    container->depth + 1);
}

bool pv_container_fail(pv_container *container, const char *name, const pv_error *why) {
  return count_member(container, 0) && fail(container->input, uri_of(container, name), why);
}

static bool fail_memory(pv_error *err) {
  return pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
}

// Memory that is not there ends the container.
static void unpack_guarded(pv_container *container, const pv_reader *reader, pv_str bytes,
                           pv_error *err) {
  jmp_buf out;
  if (setjmp(out)) {
    fail_memory(err);
    return;
  }
  pv_arena_guard(container->arena, &out);
  container->uri = pv_str_copy(container->arena, pv_str_from(container->uri)).data;
  reader->unpack(container, bytes, err);
}

// Takes `bytes` over.
static bool unpack(input *in, const pv_reader *reader, const char *uri, char *bytes, size_t size,
                   size_t depth) {
  pv_error err = {0};
  pv_container container = {in, pv_arena_new(0), uri, depth};
  if (depth >= PV_LIMIT_NESTING)
    pv_fail(&err, PV_ERROR_LIMIT, "lies in %d other archives or e-mails; deeper ones are not read",
            PV_LIMIT_NESTING);
  else if (!container.arena)
    fail_memory(&err);
  else
    unpack_guarded(&container, reader, (pv_str){bytes, size}, &err);
  bool goes_on = err.code ? fail(in, uri, &err) : !in->stopped;
  pv_arena_free(container.arena);
  free(bytes);
  return goes_on;
}

// Takes `bytes` over.
static bool read_input(input *in, const char *uri, char *bytes, size_t size, const char *as,
                       size_t depth) {
  pv_error err = {0};
  const pv_reader *reader = NULL;
  if (size)
    reader = pv_reader_choose((pv_str){bytes, size}, pv_str_from(uri), as, &err);
  else
    pv_fail(&err, PV_ERROR_EMPTY, "empty; there is nothing to read");
  if (!reader) {
    free(bytes);
    return fail(in, uri, &err);
  }
  if (reader->unpack) return unpack(in, reader, uri, bytes, size, depth);
  pv_document *document = pv_document_make(reader, bytes, size, uri, &in->options, &err);
  return document ? hold(in, document) : fail(in, uri, &err);
}

static size_t limit_of(const pv_read_options *options) {
  size_t limit = options->max_bytes ? options->max_bytes : PV_DOCUMENT_MAX_BYTES;
  return limit < PV_DOCUMENT_MAX_BYTES ? limit : PV_DOCUMENT_MAX_BYTES;
}

// The last document, or that there was none.
static bool finish(input *in, const char *path) {
  pv_error err = {0};
  hand_on(in);
  if (in->told) return !in->stopped;
  if (in->only.size)
    pv_fail(&err, PV_ERROR_NOT_FOUND, "no such document in it");
  else if (in->skipped_count)
    pv_fail(&err, PV_ERROR_EMPTY, "no documents in it; it holds %s%s", in->skipped,
            in->skipped_count > MOST_NAMED ? ", …" : "");
  else
    pv_fail(&err, PV_ERROR_EMPTY, "no documents in it");
  return fail(in, path, &err);
}

// "letters.zip" of "letters.zip!mail.eml", if that is not a file itself.
static const char *file_of(const char *path, char room[4096], pv_str *only) {
  const char *mark = strchr(path, '!');
  if (!mark || (size_t)(mark - path) >= 4096 || pv_input_exists(path)) return path;
  for (; mark; mark = strchr(mark + 1, '!')) {
    if ((size_t)(mark - path) >= 4096) break;
    memcpy(room, path, (size_t)(mark - path));
    room[mark - path] = '\0';
    if (!pv_input_exists(room)) continue;
    *only = pv_str_from(path);
    return room;
  }
  return path;
}

bool pv_documents_read(const char *path, const pv_read_options *options, pv_document_take *take,
                       void *context) {
  input in = {.take = take, .context = context};
  if (options) in.options = *options;
  char room[4096];
  const char *file = file_of(path, room, &in.only);
  pv_error err = {0};
  char *bytes;
  size_t size;
  if (!pv_input_read(file, limit_of(&in.options), &bytes, &size, &err))
    return fail(&in, path, &err);
  read_input(&in, file, bytes, size, in.options.as, 0);
  return finish(&in, path);
}

bool pv_documents_from_bytes(pv_str bytes, const char *uri, const pv_read_options *options,
                             pv_document_take *take, void *context) {
  input in = {.take = take, .context = context};
  if (options) in.options = *options;
  pv_error err = {0};
  if (!pv_input_check_size(bytes.size, limit_of(&in.options), &err)) return fail(&in, uri, &err);
  char *copy = malloc(bytes.size + 1);
  if (!copy) {
    fail_memory(&err);
    return fail(&in, uri, &err);
  }
  if (bytes.size) memcpy(copy, bytes.data, bytes.size);
  read_input(&in, uri, copy, bytes.size, in.options.as, 0);
  return finish(&in, uri);
}
