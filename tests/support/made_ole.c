#include "support/made_ole.h"

#include <stdlib.h>
#include <string.h>

enum {
  SECTOR = 512,
  SECTORS = 128, // what one sector of the FAT tells of
  ENTRY = 128,
  MINI = 64,
  CUTOFF = 4096,
  LONGEST = 31,
};

#define FREE 0xFFFFFFFFu
#define END 0xFFFFFFFEu
#define FAT 0xFFFFFFFDu

typedef struct {
  unsigned char bytes[SECTOR * (SECTORS + 1)];
  unsigned char mini[SECTOR * SECTORS];
  uint32_t fat[SECTORS], mini_fat[SECTORS];
  size_t used, mini_used; // sectors
} file;

static void put(unsigned char *at, uint64_t number, size_t size) {
  for (size_t i = 0; i < size; i++) at[i] = (unsigned char)(number >> 8 * i);
}

static void must(bool good) {
  if (!good) abort();
}

// The bytes in sectors of their own; returns the first.
static uint32_t add(file *f, const void *bytes, size_t size) {
  size_t first = f->used, count = (size + SECTOR - 1) / SECTOR;
  if (!count) return END;
  must(first + count <= SECTORS);
  memcpy(f->bytes + SECTOR * (first + 1), bytes, size);
  for (size_t i = 0; i < count; i++)
    f->fat[first + i] = i + 1 < count ? (uint32_t)(first + i + 1) : END;
  f->used += count;
  return (uint32_t)first;
}

static uint32_t add_mini(file *f, pv_str data) {
  size_t first = f->mini_used, count = (data.size + MINI - 1) / MINI;
  if (!count) return END;
  must(first + count <= SECTORS);
  memcpy(f->mini + MINI * first, data.data, data.size);
  for (size_t i = 0; i < count; i++)
    f->mini_fat[first + i] = i + 1 < count ? (uint32_t)(first + i + 1) : END;
  f->mini_used += count;
  return (uint32_t)first;
}

static void write_entry(unsigned char *at, const char *name, int kind, uint32_t start,
                        size_t size) {
  size_t length = strlen(name);
  must(length <= LONGEST);
  for (size_t i = 0; i < length; i++) at[2 * i] = (unsigned char)name[i];
  put(at + 64, 2 * (length + 1), 2);
  at[66] = (unsigned char)kind;
  put(at + 68, FREE, 4);
  put(at + 72, FREE, 4);
  put(at + 76, FREE, 4);
  put(at + 116, start, 4);
  put(at + 120, size, 8);
}

// Siblings hang on each other to the right.
static void hang(unsigned char *entries, int parent, size_t index) {
  unsigned char *at = entries + (size_t)(parent + 1) * ENTRY + 76;
  for (uint32_t next; memcpy(&next, at, 4), next != FREE;) at = entries + next * ENTRY + 72;
  put(at, index, 4);
}

char *pv_made_ole(const pv_made_stream *entries, size_t count, size_t *size) {
  file *f = calloc(1, sizeof *f);
  unsigned char *directory = calloc(count + 4, ENTRY);
  must(f && directory);
  for (size_t i = 0; i < SECTORS; i++) f->fat[i] = f->mini_fat[i] = FREE;
  f->fat[f->used++] = FAT;
  write_entry(directory, "Root Entry", 5, END, 0);
  for (size_t i = 0; i < count; i++) {
    const pv_made_stream *e = &entries[i];
    bool is_small = e->data.size < CUTOFF;
    uint32_t start = is_small ? add_mini(f, e->data) : add(f, e->data.data, e->data.size);
    write_entry(directory + ENTRY * (i + 1), e->name, e->data.data ? 2 : 1, start, e->data.size);
    hang(directory, e->parent, i + 1);
  }
  put(directory + 116, add(f, f->mini, f->mini_used * MINI), 4);
  put(directory + 120, f->mini_used * MINI, 4);
  put(f->bytes, 0xE11AB1A1E011CFD0u, 8);
  put(f->bytes + 24, 0x3003E, 4);
  put(f->bytes + 28, 0x9FFFE, 4);
  put(f->bytes + 32, 6, 2);
  put(f->bytes + 44, 1, 4);
  put(f->bytes + 48, add(f, directory, (count + 4) / 4 * 4 * ENTRY), 4);
  put(f->bytes + 56, CUTOFF, 4);
  put(f->bytes + 60, add(f, f->mini_fat, sizeof f->mini_fat), 4);
  put(f->bytes + 68, END, 4);
  for (size_t i = 1; i < 109; i++) put(f->bytes + 76 + 4 * i, FREE, 4);
  memcpy(f->bytes + SECTOR, f->fat, sizeof f->fat);
  *size = SECTOR * (f->used + 1);
  char *bytes = malloc(*size);
  must(bytes != NULL);
  memcpy(bytes, f->bytes, *size);
  free(directory);
  free(f);
  return bytes;
}
