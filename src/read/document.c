#include "read/document.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/str.h"
#include "read/input.h"
#include "read/reader.h"

// Those who need the text: the owner, and the arenas that keep it. The last one frees it.
typedef struct {
  atomic_size_t holders;
  pv_arena *arena;
} keeper;

struct pv_document {
  keeper *keeper; // in its arena, as all of it but the bytes
  pv_str uri;
  pv_str media_type;
  char sha256[PV_SHA256_HEX_SIZE];
  pv_reading reading;
};

static bool out_of_memory(pv_error *err) {
  return pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
}

static void name_file(pv_error *err, const char *uri) {
  if (err) snprintf(err->file, sizeof err->file, "%s", uri);
}

static bool read_document(pv_document *document, const char *as, pv_error *err) {
  pv_reading *reading = &document->reading;
  if (!reading->bytes.size) return pv_fail(err, PV_ERROR_EMPTY, "empty; there is nothing to read");
  const pv_reader *reader = pv_reader_choose(reading->bytes, document->uri, as, err);
  if (!reader || !reader->read(reading, err)) return false;
  document->media_type = pv_str_from(reader->media_type);
  pv_sha256_print(reading->bytes, document->sha256);
  return true;
}

// Takes `bytes` over, whatever comes of it.
static pv_document *make_document(char *bytes, size_t size, const char *uri, const char *as,
                                  pv_error *err) {
  pv_arena *arena = pv_arena_new(0);
  if (!arena) {
    free(bytes);
    out_of_memory(err);
    return NULL;
  }
  pv_arena_on_free(arena, free, bytes);
  jmp_buf out;
  if (setjmp(out)) {
    pv_arena_free(arena);
    out_of_memory(err);
    return NULL;
  }
  pv_arena_guard(arena, &out);
  pv_document *document = PV_NEW(arena, pv_document);
  document->keeper = PV_NEW(arena, keeper);
  document->keeper->arena = arena;
  atomic_init(&document->keeper->holders, 1);
  document->uri = pv_str_copy(arena, pv_str_from(uri));
  document->reading = (pv_reading){.arena = arena, .bytes = {bytes, size}};
  document->reading.diagnostics.arena = arena;
  if (!read_document(document, as, err)) {
    pv_arena_free(arena);
    return NULL;
  }
  pv_arena_guard(arena, NULL);
  return document;
}

static size_t limit_of(const pv_read_options *options) {
  size_t limit = options && options->max_bytes ? options->max_bytes : PV_DOCUMENT_MAX_BYTES;
  return limit < PV_DOCUMENT_MAX_BYTES ? limit : PV_DOCUMENT_MAX_BYTES;
}

pv_document *pv_document_read(const char *path, const pv_read_options *options, pv_error *err) {
  char *bytes;
  size_t size;
  pv_document *document = NULL;
  if (pv_input_read(path, limit_of(options), &bytes, &size, err))
    document = make_document(bytes, size, path, options ? options->as : NULL, err);
  if (!document) name_file(err, path);
  return document;
}

static char *copy_bytes(pv_str bytes, size_t limit, pv_error *err) {
  if (!pv_input_check_size(bytes.size, limit, err)) return NULL;
  char *copy = malloc(bytes.size + 1);
  if (!copy)
    out_of_memory(err);
  else if (bytes.size)
    memcpy(copy, bytes.data, bytes.size);
  return copy;
}

pv_document *pv_document_from_bytes(pv_str bytes, const char *uri, const pv_read_options *options,
                                    pv_error *err) {
  char *copy = copy_bytes(bytes, limit_of(options), err);
  pv_document *document =
      copy ? make_document(copy, bytes.size, uri, options ? options->as : NULL, err) : NULL;
  if (!document) name_file(err, uri);
  return document;
}

static void let_go(void *object) {
  keeper *held = object;
  if (atomic_fetch_sub(&held->holders, 1) == 1) pv_arena_free(held->arena);
}

void pv_document_free(pv_document *document) {
  if (document) let_go(document->keeper);
}

void pv_document_keep(const pv_document *document, pv_arena *arena) {
  pv_arena_on_free(arena, let_go, document->keeper); // may not return, so it goes first
  atomic_fetch_add(&document->keeper->holders, 1);
}

pv_diagnostics pv_document_diagnostics(const pv_document *document, pv_arena *arena) {
  const pv_diagnostics *own = &document->reading.diagnostics;
  pv_diagnostics copy = {.arena = arena};
  for (size_t i = 0; i < own->count; i++) PV_PUSH(arena, &copy, own->items[i]);
  return copy;
}

pv_str pv_document_uri(const pv_document *document) { return document->uri; }

pv_str pv_document_text(const pv_document *document) { return document->reading.text; }

pv_str pv_document_media_type(const pv_document *document) { return document->media_type; }

pv_str pv_document_encoding(const pv_document *document) { return document->reading.encoding; }

pv_str pv_document_sha256(const pv_document *document) { return pv_str_from(document->sha256); }

size_t pv_document_size(const pv_document *document) { return document->reading.bytes.size; }

size_t pv_document_source(const pv_document *document, size_t offset) {
  return pv_source_map_find(&document->reading.map, offset);
}
