// image.h - a graph of structs as one block of bytes that can be written to a file and used where
// it is read: pointers are offsets in it until it is relocated.
//
// Tables say which members of a struct are pointers, what they point at and how many of it there
// are.
#ifndef PV_BASE_IMAGE_H
#define PV_BASE_IMAGE_H

#include "base/arena.h"

typedef struct pv_image_type pv_image_type;

// A member that points at `type`, or at bytes of which `size` make an item.
typedef struct {
  size_t offset;
  const pv_image_type *type; // or NULL: nothing in it points on
  size_t size;
  size_t count_offset; // of the member that says how many there are
  size_t count_size;   // of that member, in bytes
  size_t count;        // if it is not in the struct: this number
  size_t (*count_of)(const void *object, const void *root); // or what this says
  bool is_text;                                             // a NUL belongs behind it
  bool is_empty; // NULL in the image: whoever reads it fills it in
} pv_image_member;

struct pv_image_type {
  size_t size;
  const pv_image_member *members;
  size_t member_count;
};

#define PV_IMAGE_TYPE(name, type)                                                                  \
  const pv_image_type name = {sizeof(type), name##_members,                                        \
                              sizeof name##_members / sizeof *name##_members}

// Members of `owner`: a text; an array of structs, or of what holds no pointers, whose length is
// another member; one object, which may be part
// of an array; an array whose length a function tells; a pointer that is left out.
#define PV_IMAGE_TEXT(owner, member)                                                               \
  {                                                                                                \
    .offset = offsetof(owner, member.data), .size = 1,                                             \
    .count_offset = offsetof(owner, member.size), .count_size = sizeof(size_t), .is_text = true    \
  }
#define PV_IMAGE_ARRAY(owner, member, length, item)                                                \
  {                                                                                                \
    .offset = offsetof(owner, member), .type = &(item), .count_offset = offsetof(owner, length),   \
    .count_size = sizeof(((owner *)NULL)->length)                                                  \
  }
#define PV_IMAGE_PLAIN(owner, member, length, item)                                                \
  {                                                                                                \
    .offset = offsetof(owner, member), .size = sizeof(item),                                       \
    .count_offset = offsetof(owner, length), .count_size = sizeof(((owner *)NULL)->length)         \
  }
#define PV_IMAGE_ONE(owner, member, item)                                                          \
  { .offset = offsetof(owner, member), .type = &(item), .count = 1 }
#define PV_IMAGE_COUNTED(owner, member, item, function)                                            \
  { .offset = offsetof(owner, member), .size = sizeof(item), .count_of = (function) }
#define PV_IMAGE_EMPTY(owner, member)                                                              \
  { .offset = offsetof(owner, member), .is_empty = true }

// Offsets of pointers in `bytes`, from its start.
typedef struct {
  char *bytes;
  size_t size;
  const uint32_t *pointers;
  size_t pointer_count;
} pv_image;

// Copies `root`, which comes first, and all it leads to. What lies in an array that was copied
// before is not copied again, so that it is the same thing in the image. NULL bytes: it is too
// large.
pv_image pv_image_make(pv_arena *arena, const void *root, const pv_image_type *type);

// Makes the offsets addresses. False where one leads out of the block.
bool pv_image_relocate(char *bytes, size_t size, const uint32_t *pointers, size_t count);

#endif
