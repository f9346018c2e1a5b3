// The file: a header, the bytes of the image, the offsets of its pointers.
#include "grammar/image.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/str.h"
#include "grammar/pack.h"
#include "grammar/predicate.h"
#include "grammar/source.h"
#include "identity.h"

enum { MOST_FOLDERS = 8, LANES = 4 };

typedef struct {
  char identity[72]; // of the sources of the program
  uint64_t size;     // of the bytes behind the header
  uint64_t pointer_count;
  uint64_t sum; // of all that is behind the header
  uint64_t unused;
} header;

// Fast, and enough to see that a file is damaged.
static uint64_t sum_of(const char *bytes, size_t size) {
  uint64_t lanes[LANES] = {1, 2, 3, 4}, word = 0;
  size_t at = 0;
  for (; size - at >= sizeof lanes; at += sizeof lanes)
    for (size_t i = 0; i < LANES; i++) {
      memcpy(&word, bytes + at + i * sizeof word, sizeof word);
      lanes[i] = (lanes[i] ^ word) * UINT64_C(0x9E3779B97F4A7C15);
      lanes[i] ^= lanes[i] >> 32;
    }
  uint64_t sum = lanes[0];
  for (size_t i = 1; i < LANES; i++) sum = (sum ^ lanes[i]) * UINT64_C(0xD6E8FEB86659FD93);
  for (; at < size; at++) sum = pv_hash_byte(sum, (unsigned char)bytes[at]);
  return sum;
}

typedef PV_VECTOR(pv_image_source) sources;

static int by_name(const void *left, const void *right) {
  const pv_image_source *a = left, *b = right;
  return pv_str_compare(a->name, b->name);
}

static bool add_source(pv_arena *arena, pv_str folder, pv_str name, sources *found) {
  pv_error err = {0};
  pv_str bytes,
      path = pv_str_printf(arena, PV_STR_FMT "/" PV_STR_FMT, PV_STR_ARG(folder), PV_STR_ARG(name));
  if (!pv_source_read(arena, path.data, &bytes, &err)) return false;
  char sum[PV_SHA256_HEX_SIZE];
  pv_sha256_print(bytes, sum);
  PV_PUSH(arena, found, ((pv_image_source){name, pv_str_copy(arena, pv_str_from(sum))}));
  return true;
}

// Recursion: folders in one another.
static bool add_folder(pv_arena *arena, pv_str folder, pv_str below, int depth, sources *found) {
  pv_str path =
      pv_str_printf(arena, PV_STR_FMT "/" PV_STR_FMT, PV_STR_ARG(folder), PV_STR_ARG(below));
  DIR *entries = depth < MOST_FOLDERS ? opendir(path.data) : NULL;
  if (!entries) return false;
  bool all = true;
  for (struct dirent *entry; all && (entry = readdir(entries));) {
    struct stat info;
    if (entry->d_name[0] == '.') continue;
    pv_str name = pv_str_printf(arena, PV_STR_FMT "%s%s", PV_STR_ARG(below), below.size ? "/" : "",
                                entry->d_name);
    pv_str file =
        pv_str_printf(arena, PV_STR_FMT "/" PV_STR_FMT, PV_STR_ARG(folder), PV_STR_ARG(name));
    if (stat(file.data, &info) != 0)
      all = false;
    else if (S_ISDIR(info.st_mode))
      all = add_folder(arena, folder, name, depth + 1, found);
    else
      all = add_source(arena, folder, name, found);
  }
  (void)closedir(entries);
  return all;
}

bool pv_grammar_image_sources(pv_arena *arena, pv_str folder, pv_grammar_image *image) {
  sources found = {0};
  if (!add_folder(arena, folder, PV_STR(""), 0, &found)) return false;
  if (found.count) qsort(found.items, found.count, sizeof *found.items, by_name);
  image->folder = folder;
  image->sources = found.items;
  image->source_count = found.count;
  return true;
}

bool pv_grammar_image_write(const pv_image *image, const char *path, pv_error *err) {
  header head = {
      .identity = PV_IDENTITY, .size = image->size, .pointer_count = image->pointer_count};
  size_t pointers = image->pointer_count * sizeof *image->pointers;
  head.sum = sum_of(image->bytes, image->size) ^ sum_of((const char *)image->pointers, pointers);
  FILE *file = fopen(path, "wb");
  bool good = file && fwrite(&head, sizeof head, 1, file) == 1 &&
              fwrite(image->bytes, 1, image->size, file) == image->size &&
              fwrite(image->pointers, 1, pointers, file) == pointers;
  if (file) good &= fclose(file) == 0;
  return good || pv_fail(err, PV_ERROR_WRITE, "%s: cannot write the compiled grammar", path);
}

// A file in memory, its bytes to be changed at will.
typedef struct {
  char *bytes;
  size_t size;
} mapping;

static void unmap(void *object) {
  mapping *m = object;
  if (m->bytes) (void)munmap(m->bytes, m->size);
  free(m);
}

static mapping *map_file(const char *path) {
  struct stat info;
  int file = open(path, O_RDONLY | O_CLOEXEC);
  mapping *m = file >= 0 ? calloc(1, sizeof *m) : NULL;
  if (m && fstat(file, &info) == 0 && S_ISREG(info.st_mode) &&
      (size_t)info.st_size >= sizeof(header)) {
    void *at = mmap(NULL, (size_t)info.st_size, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
    if (at != MAP_FAILED) *m = (mapping){at, (size_t)info.st_size};
  }
  if (file >= 0) (void)close(file);
  return m;
}

// Is it whole, and of a program like this one? Then its pointers are made to lead where they
// should.
static pv_grammar_image *open_image(const mapping *m) {
  header head;
  if (!m->bytes) return NULL;
  memcpy(&head, m->bytes, sizeof head);
  size_t rest = m->size - sizeof head;
  if (memcmp(head.identity, (char[sizeof head.identity]){PV_IDENTITY}, sizeof head.identity) != 0)
    return NULL;
  if (head.size > rest || head.size < sizeof(pv_grammar_image) ||
      head.pointer_count > (rest - head.size) / sizeof(uint32_t))
    return NULL;
  char *bytes = m->bytes + sizeof head;
  const char *pointers = bytes + head.size;
  size_t pointer_size = (size_t)head.pointer_count * sizeof(uint32_t);
  if ((sum_of(bytes, head.size) ^ sum_of(pointers, pointer_size)) != head.sum) return NULL;
  if ((uintptr_t)pointers % sizeof(uint32_t) != 0) return NULL;
  if (!pv_image_relocate(bytes, head.size, (const uint32_t *)(const void *)pointers,
                         (size_t)head.pointer_count))
    return NULL;
  return (pv_grammar_image *)(void *)bytes;
}

static bool has_sources(pv_arena *scratch, const pv_grammar_image *image, pv_str folder) {
  for (size_t i = 0; i < image->source_count; i++) {
    sources found = {0};
    if (!add_source(scratch, folder, image->sources[i].name, &found) ||
        !pv_str_equal(found.items[0].sha256, image->sources[i].sha256))
      return false;
  }
  return true;
}

// Files are called as they are found here, and regular expressions compiled.
static bool complete(pv_arena *arena, const pv_grammar_image *image, pv_str folder) {
  pv_grammar *grammar = image->grammar;
  pv_rule *rules = (pv_rule *)(uintptr_t)grammar->rules;
  pv_predicate *predicates = (pv_predicate *)(uintptr_t)grammar->predicates;
  for (size_t i = 0; !pv_str_equal(folder, image->folder) && i < grammar->rule_count; i++) {
    pv_str file = rules[i].file;
    if (!pv_str_starts_with(file, image->folder)) return false;
    rules[i].file =
        pv_str_printf(arena, PV_STR_FMT PV_STR_FMT, PV_STR_ARG(folder),
                      (int)(file.size - image->folder.size), file.data + image->folder.size);
  }
  for (size_t i = 0; i < grammar->predicate_count; i++) {
    if (predicates[i].kind != PV_PREDICATE_REGEX) continue;
    predicates[i].regex = pv_predicate_regex_compile(arena, predicates[i].surface, NULL);
    if (!predicates[i].regex) return false;
  }
  grammar->arena = arena;
  grammar->plan = image->plan;
  return true;
}

static pv_grammar *load(pv_arena *arena, pv_arena *scratch, mapping *m, pv_str folder) {
  pv_grammar_image *image = open_image(m);
  if (!image || !has_sources(scratch, image, folder) || !complete(arena, image, folder))
    return NULL;
  return image->grammar;
}

static pv_grammar *load_file(const char *path, pv_str folder) {
  mapping *m = map_file(path);
  if (!m) return NULL;
  pv_arena *arena = pv_arena_new(0), *scratch = pv_arena_new(0);
  jmp_buf out;
  pv_grammar *grammar = NULL;
  if (!arena || !scratch || setjmp(out)) {
    pv_arena_free(arena);
    pv_arena_free(scratch);
    unmap(m);
    return NULL;
  }
  pv_arena_guard(arena, &out);
  pv_arena_guard(scratch, &out);
  grammar = load(arena, scratch, m, folder);
  if (grammar) pv_arena_on_free(arena, unmap, m);
  pv_arena_guard(arena, NULL);
  pv_arena_free(scratch);
  if (grammar) return grammar;
  pv_arena_free(arena);
  unmap(m);
  return NULL;
}

pv_grammar *pv_grammar_image_load(pv_str folder) {
  pv_arena *arena = pv_arena_new(0);
  jmp_buf out;
  if (!arena || setjmp(out)) {
    pv_arena_free(arena);
    return NULL;
  }
  pv_arena_guard(arena, &out);
  pv_str beside = pv_pack_image_beside_program(arena);
  pv_str above = pv_str_printf(arena, PV_STR_FMT "/../grammars.image", PV_STR_ARG(folder));
  pv_grammar *grammar = beside.size ? load_file(beside.data, folder) : NULL;
  if (!grammar) grammar = load_file(above.data, folder);
  pv_arena_free(arena);
  return grammar;
}
