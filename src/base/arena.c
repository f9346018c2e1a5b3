#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define PV_POISONS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PV_POISONS 1
#endif
#endif

#ifdef PV_POISONS
#include <sanitizer/asan_interface.h>
#define POISON(at, size) ASAN_POISON_MEMORY_REGION(at, size)
#define UNPOISON(at, size) ASAN_UNPOISON_MEMORY_REGION(at, size)
enum { GAP = 16 }; // poisoned bytes between two pieces
#else
#define POISON(at, size) ((void)(at), (void)(size))
#define UNPOISON(at, size) ((void)(at), (void)(size))
enum { GAP = 0 };
#endif

enum { ALIGN = alignof(max_align_t), FIRST_BLOCK = 64 << 10, LARGEST_KEPT = 8 << 20 };

typedef struct block {
  struct block *previous;
  size_t size; // bytes of `data`
  size_t used;
  alignas(max_align_t) char data[];
} block;

typedef struct release {
  struct release *previous;
  void (*call)(void *);
  void *object;
} release;

struct pv_arena {
  block *last;
  size_t budget;
  pv_arena **slot; // of the parent, which frees what stands in it; or NULL
  size_t taken;    // bytes of all blocks
  release *releases;
  jmp_buf *out;
};

static block *block_new(size_t size) {
  block *b = malloc(sizeof(block) + size);
  if (!b) return NULL;
  *b = (block){.size = size};
  POISON(b->data, size);
  return b;
}

static void block_free(block *b) {
  UNPOISON(b->data, b->size);
  free(b);
}

pv_arena *pv_arena_new(size_t budget) {
  pv_arena *arena = calloc(1, sizeof *arena);
  if (!arena) return NULL;
  arena->last = block_new(FIRST_BLOCK);
  if (!arena->last) {
    free(arena);
    return NULL;
  }
  arena->budget = budget ? budget : SIZE_MAX;
  arena->taken = FIRST_BLOCK;
  return arena;
}

static void run_releases(pv_arena *arena) {
  for (release *r = arena->releases; r; r = r->previous) r->call(r->object);
  arena->releases = NULL;
}

void pv_arena_free(pv_arena *arena) {
  if (!arena) return;
  if (arena->slot) *arena->slot = NULL;
  run_releases(arena);
  for (block *b = arena->last, *previous; b; b = previous) {
    previous = b->previous;
    block_free(b);
  }
  free(arena);
}

void pv_arena_reset(pv_arena *arena) {
  run_releases(arena);
  while (arena->last->previous) {
    block *previous = arena->last->previous;
    // Blocks grow, so the last one is the largest.
    block *freed = arena->last->size > LARGEST_KEPT ? arena->last : previous;
    arena->taken -= freed->size;
    if (freed == arena->last)
      arena->last = previous;
    else
      arena->last->previous = previous->previous;
    block_free(freed);
  }
  POISON(arena->last->data, arena->last->size);
  arena->last->used = 0;
}

void pv_arena_guard(pv_arena *arena, jmp_buf *out) { arena->out = out; }

static _Noreturn void give_up(pv_arena *arena) {
  if (arena->out) longjmp(*arena->out, 1);
  abort();
}

static size_t padded(size_t size) { return (size + GAP + ALIGN - 1) / ALIGN * ALIGN; }

// A new last block that holds at least `size` bytes; blocks double, so there are few.
static void add_block(pv_arena *arena, size_t size) {
  size_t wanted =
      arena->last->size < ((size_t)16 << 20) ? arena->last->size * 2 : arena->last->size;
  if (wanted < size) wanted = size;
  if (size > arena->budget || arena->taken > arena->budget - size) give_up(arena);
  if (wanted > arena->budget - arena->taken) wanted = size;
  block *b = block_new(wanted);
  if (!b) give_up(arena);
  b->previous = arena->last;
  arena->last = b;
  arena->taken += wanted;
}

static void *take(pv_arena *arena, size_t size) {
  if (size > SIZE_MAX / 4) give_up(arena);
  size_t need = padded(size);
  if (arena->last->size - arena->last->used < need) add_block(arena, need);
  char *at = arena->last->data + arena->last->used;
  arena->last->used += need;
  UNPOISON(at, size);
  return at;
}

void *pv_arena_alloc(pv_arena *arena, size_t size) {
  void *at = take(arena, size);
  return size ? memset(at, 0, size) : at;
}

void *pv_arena_alloc_unset(pv_arena *arena, size_t count, size_t size) {
  if (size && count > SIZE_MAX / 4 / size) give_up(arena);
  return take(arena, count * size);
}

void *pv_arena_alloc_array(pv_arena *arena, size_t count, size_t size) {
  if (size && count > SIZE_MAX / 4 / size) give_up(arena);
  return pv_arena_alloc(arena, count * size);
}

// Is `old`, of `old_size` bytes, what was handed out last?
static bool is_last(const pv_arena *arena, const void *old, size_t old_size) {
  const block *b = arena->last;
  return old && b->used >= padded(old_size) &&
         (const char *)old == b->data + (b->used - padded(old_size));
}

void *pv_arena_grow(pv_arena *arena, void *old, size_t old_size, size_t size) {
  block *b = arena->last;
  size_t more = padded(size) - padded(old_size);
  if (size >= old_size && is_last(arena, old, old_size) && b->size - b->used >= more) {
    b->used += more;
    UNPOISON(old, size);
    memset((char *)old + old_size, 0, size - old_size);
    return old;
  }
  char *grown = take(arena, size);
  size_t kept = old_size < size ? old_size : size;
  if (kept) memcpy(grown, old, kept);
  if (size > kept) memset(grown + kept, 0, size - kept);
  return grown;
}

void pv_arena_shrink(pv_arena *arena, void *last, size_t size) {
  block *b = arena->last;
  size_t at = (size_t)((char *)last - b->data);
  if ((char *)last < b->data || at + padded(size) > b->used) return;
  b->used = at + padded(size);
  POISON((char *)last + size, b->size - at - size);
}

void pv_arena_on_free(pv_arena *arena, void (*call)(void *), void *object) {
  release *r = PV_NEW(arena, release);
  *r = (release){arena->releases, call, object};
  arena->releases = r;
}

size_t pv_arena_used(const pv_arena *arena) {
  size_t used = 0;
  for (const block *b = arena->last; b; b = b->previous) used += b->used;
  return used;
}

static void free_child(void *slot) { pv_arena_free(*(pv_arena **)slot); }

pv_arena *pv_arena_child(pv_arena *parent) {
  pv_arena **slot = PV_NEW(parent, pv_arena *);
  pv_arena_on_free(parent, free_child, slot); // may not return, so it goes first
  *slot = pv_arena_new(0);
  if (!*slot) give_up(parent);
  (*slot)->out = parent->out;
  (*slot)->slot = slot;
  return *slot;
}
