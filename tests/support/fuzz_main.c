// fuzz_main.c - runs a fuzzer over saved inputs and mutations of them, without libFuzzer.
//
// The mutations follow from the inputs alone, so a run says the same every time.
#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum {
  MAX_INPUTS = 4096,
  MAX_SIZE = 1 << 16,      // of a mutated input
  MAX_MUTATIONS = 1500,    // and no more of them than
  MUTATED_BYTES = 2 << 20, // have this many bytes in all
  MAX_STEPS = 8,           // from an input to its mutation
};

typedef struct {
  uint8_t *data;
  size_t size;
} input;

typedef struct {
  input items[MAX_INPUTS];
  size_t count;
} inputs;

static void *must(void *memory) {
  if (!memory) abort();
  return memory;
}

static bool read_file(const char *path, inputs *all) {
  FILE *file = fopen(path, "rb");
  if (!file || all->count == MAX_INPUTS) {
    fprintf(stderr, "%s: %s\n", path, file ? "too many inputs" : strerror(errno));
    if (file) fclose(file);
    return false;
  }
  input it = {must(malloc(1)), 0};
  for (size_t got = 1, room = 1 << 12; got > 0; it.size += got, room *= 2) {
    it.data = must(realloc(it.data, it.size + room));
    got = fread(it.data + it.size, 1, room, file);
  }
  fclose(file);
  it.data = must(realloc(it.data, it.size ? it.size : 1)); // so that ASan sees a read past its end
  all->items[all->count++] = it;
  return true;
}

static int is_visible(const struct dirent *entry) { return entry->d_name[0] != '.'; }

static bool read_folder(const char *path, inputs *all) {
  struct dirent **names;
  int count = scandir(path, &names, is_visible, alphasort);
  if (count < 0) return errno == ENOTDIR && read_file(path, all);
  bool ok = true;
  for (int i = 0; i < count; i++) {
    char file[4096];
    snprintf(file, sizeof file, "%s/%s", path, names[i]->d_name);
    ok = read_file(file, all) && ok;
    free(names[i]);
  }
  free(names);
  return ok;
}

// xorshift64
static size_t pick(uint64_t *state, size_t below) {
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return below ? (size_t)(*state % below) : 0;
}

// Puts `count` bytes in the place of `gone` bytes at `at`, as far as there is room.
static void replace(input *to, size_t at, size_t gone, const uint8_t *bytes, size_t count) {
  if (to->size - gone + count > MAX_SIZE) return;
  memmove(to->data + at + count, to->data + at + gone, to->size - at - gone);
  if (count) memcpy(to->data + at, bytes, count);
  to->size = to->size - gone + count;
}

static void mutate(input *to, const inputs *all, uint64_t *state) {
  static const char *const words[] = {
      "\xff", "\xc3",  "\xe2\x80",     "\xef\xbb\xbf", "\r", "\n\n",        "(", ")",    "\"",  "$",
      "%",    "[***]", "\xe2\x80\x99", "999999999999", "-",  "Section 1.1", "<", "&#0;", "]]>", "{",
      "|"};
  static const uint8_t zero = 0;
  size_t at = pick(state, to->size + 1);
  size_t run = pick(state, 64) + 1;
  if (run > to->size - at) run = to->size - at;
  const input *other = &all->items[pick(state, all->count)];
  size_t from = pick(state, other->size);
  size_t taken = pick(state, other->size - from + 1);
  const char *word = words[pick(state, sizeof words / sizeof *words)];
  switch (pick(state, 6)) {
  case 0: // one bit of a byte
    if (run) to->data[at] ^= (uint8_t)(1u << pick(state, 8));
    break;
  case 1: replace(to, at, run, NULL, 0); break;
  case 2: replace(to, at, 0, (const uint8_t *)word, strlen(word)); break;
  case 3: replace(to, at, run, other->data + from, taken); break;
  case 4: replace(to, at, 0, other->data + from, taken); break;
  default: replace(to, at, run ? 1 : 0, &zero, 1); break;
  }
}

static size_t run_mutations(const inputs *all) {
  uint64_t state = 0x9e3779b97f4a7c15u;
  uint8_t *room = must(malloc(MAX_SIZE));
  size_t bytes = 0, count = 0;
  for (; count < MAX_MUTATIONS && bytes < MUTATED_BYTES; count++) {
    const input *seed = &all->items[pick(&state, all->count)];
    input it = {room, seed->size < MAX_SIZE ? seed->size : MAX_SIZE};
    memcpy(it.data, seed->data, it.size);
    for (size_t steps = pick(&state, MAX_STEPS) + 1; steps > 0; steps--) mutate(&it, all, &state);
    uint8_t *exact = must(malloc(it.size ? it.size : 1));
    memcpy(exact, it.data, it.size);
    LLVMFuzzerTestOneInput(exact, it.size);
    free(exact);
    bytes += it.size;
  }
  free(room);
  return count;
}

int main(int argc, char **argv) {
  static inputs all;
  for (int i = 1; i < argc; i++)
    if (!read_folder(argv[i], &all)) return 1;
  if (!all.count) {
    fprintf(stderr, "usage: %s FILE|FOLDER…\n", argv[0]);
    return 2;
  }
  for (size_t i = 0; i < all.count; i++)
    LLVMFuzzerTestOneInput(all.items[i].data, all.items[i].size);
  size_t mutations = run_mutations(&all);
  for (size_t i = 0; i < all.count; i++) free(all.items[i].data);
  printf("%zu inputs and %zu mutations of them hold\n", all.count, mutations);
  return 0;
}
