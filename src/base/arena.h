// arena.h - memory for one document, one grammar or one scratch job, freed in one call.
//
// An arena that gets no memory, or passes its budget, does not return: it jumps to the place that
// `pv_arena_guard` set, so that no stage after it has an out-of-memory branch. In sanitizer builds
// the memory that was not handed out is poisoned.
#ifndef PV_BASE_ARENA_H
#define PV_BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>

#include <proviso/base.h>

typedef struct pv_arena pv_arena;

// NULL where the system has no memory. `budget` is in bytes, 0 for none.
pv_arena *pv_arena_new(size_t budget);
void pv_arena_free(pv_arena *arena);

// Forgets all that was handed out. Keeps the largest block, up to a limit, for what comes: memory
// that was used before costs less than new one.
void pv_arena_reset(pv_arena *arena);

// Where to go when memory runs out; NULL: abort. Use it as
//   jmp_buf out; if (setjmp(out)) return fail(); pv_arena_guard(arena, &out);
void pv_arena_guard(pv_arena *arena, jmp_buf *out);

// An arena for what is needed for a while only: it has the guard that `parent` has now, and is
// freed with `parent` if it was not before.
pv_arena *pv_arena_child(pv_arena *parent);

// Zeroed memory, aligned for any type, valid until the arena is reset or freed. `size` may be 0.
void *pv_arena_alloc(pv_arena *arena, size_t size);

// Like pv_arena_alloc for `count` items, and safe where the product overflows.
void *pv_arena_alloc_array(pv_arena *arena, size_t count, size_t size);

// The same without the zeros, for what is written before it is read.
void *pv_arena_alloc_unset(pv_arena *arena, size_t count, size_t size);

// Memory of `old_size` bytes, grown to `size`: in place if it was handed out last, else copied.
void *pv_arena_grow(pv_arena *arena, void *old, size_t old_size, size_t size);

// Gives back the end of the piece that was handed out last: `size` bytes of it stay.
void pv_arena_shrink(pv_arena *arena, void *last, size_t size);

// Runs `release(object)` when the arena is reset or freed, last registered first.
void pv_arena_on_free(pv_arena *arena, void (*release)(void *), void *object);

// How many bytes are handed out.
size_t pv_arena_used(const pv_arena *arena);

#define PV_NEW(arena, type) ((type *)pv_arena_alloc(arena, sizeof(type)))
#define PV_NEW_ARRAY(arena, type, count) ((type *)pv_arena_alloc_array(arena, count, sizeof(type)))
#define PV_NEW_UNSET(arena, type, count) ((type *)pv_arena_alloc_unset(arena, count, sizeof(type)))

#endif
