#include "read/document.h"

#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/str.h"
#include "read/make.h"

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
  size_t size; // of the file
  pv_reading reading;
};

static bool out_of_memory(pv_error *err) {
  return pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
}

static bool read_document(pv_document *document, const pv_reader *reader, pv_error *err) {
  pv_reading *reading = &document->reading;
  if (!reader->read(reading, err)) return false;
  document->media_type = pv_str_from(reader->media_type);
  pv_sha256_print(reading->bytes, document->sha256);
  return true;
}

static void free_bytes(void *object) {
  char **bytes = object;
  free(*bytes);
  *bytes = NULL;
}

// The file itself is not needed any more where the text is no part of it.
static void drop_bytes(pv_document *document, char **bytes) {
  const pv_reading *reading = &document->reading;
  const char *text = reading->text.data;
  if (text < *bytes || text > *bytes + document->size) free_bytes(bytes);
  document->reading.bytes = (pv_str){0};
}

pv_document *pv_document_make(const pv_reader *reader, char *bytes, size_t size, const char *uri,
                              const pv_read_options *options, pv_error *err) {
  pv_arena *arena = pv_arena_new(0);
  if (!arena) {
    free(bytes);
    out_of_memory(err);
    return NULL;
  }
  jmp_buf out;
  if (setjmp(out)) {
    pv_arena_free(arena);
    out_of_memory(err);
    return NULL;
  }
  char **held = PV_NEW(arena, char *); // the first piece, for which there is room
  *held = bytes;
  pv_arena_on_free(arena, free_bytes, held);
  pv_arena_guard(arena, &out);
  pv_document *document = PV_NEW(arena, pv_document);
  document->keeper = PV_NEW(arena, keeper);
  document->keeper->arena = arena;
  atomic_init(&document->keeper->holders, 1);
  document->uri = pv_str_copy(arena, pv_str_from(uri));
  document->size = size;
  document->reading = (pv_reading){.arena = arena, .bytes = {bytes, size}, .options = *options};
  document->reading.diagnostics.arena = arena;
  if (!read_document(document, reader, err)) {
    pv_arena_free(arena);
    return NULL;
  }
  drop_bytes(document, held);
  pv_arena_guard(arena, NULL);
  return document;
}

void pv_document_note(pv_document *document, pv_diagnostic_id id, const char *format, ...) {
  static const pv_span nowhere = {0, 0};
  jmp_buf out;
  pv_arena *arena = document->reading.arena;
  if (setjmp(out)) { // what cannot be noted is a note the less
    pv_arena_guard(arena, NULL);
    return;
  }
  pv_arena_guard(arena, &out);
  char message[1024];
  va_list args;
  va_start(args, format);
  vsnprintf(message, sizeof message, format, args);
  va_end(args);
  pv_diagnose(&document->reading.diagnostics, id, nowhere, "%s", message);
  pv_arena_guard(arena, NULL);
}

// The one document of an input.
typedef struct {
  pv_document *document;
  size_t count;
  pv_error err;
} single;

static bool take_single(void *context, const char *uri, pv_document *document,
                        const pv_error *why) {
  single *s = context;
  if (document && !s->count++) {
    s->document = document;
    return true;
  }
  pv_document_free(document);
  if (!document && !s->err.code) {
    s->err = *why;
    snprintf(s->err.file, sizeof s->err.file, "%s", uri);
  }
  return true;
}

static pv_document *only_one(single *s, const char *uri, pv_error *err) {
  if (s->count > 1) {
    s->err = (pv_error){0};
    pv_fail_at(&s->err, PV_ERROR_USAGE, uri, 0, 0,
               "holds %zu documents; name one of them: " PV_STR_FMT, s->count,
               PV_STR_ARG(s->document->uri));
    pv_document_free(s->document);
    s->document = NULL;
  }
  if (!s->document && err) *err = s->err;
  return s->document;
}

pv_document *pv_document_read(const char *path, const pv_read_options *options, pv_error *err) {
  single s = {0};
  pv_documents_read(path, options, take_single, &s);
  return only_one(&s, path, err);
}

pv_document *pv_document_from_bytes(pv_str bytes, const char *uri, const pv_read_options *options,
                                    pv_error *err) {
  single s = {0};
  pv_documents_from_bytes(bytes, uri, options, take_single, &s);
  return only_one(&s, uri, err);
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

size_t pv_document_size(const pv_document *document) { return document->size; }

pv_origin pv_document_locate(const pv_document *document, size_t offset) {
  const pv_reading *reading = &document->reading;
  const pv_origin *place = pv_locators_find(&reading->places, offset);
  if (place) return *place;
  return (pv_origin){.kind = PV_ORIGIN_BYTE,
                     .number = (uint32_t)pv_source_map_find(&reading->map, offset)};
}
