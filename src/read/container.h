// container.h - inputs that hold documents: archives, e-mails, filings.
//
//   in:  the bytes of the container, given to the `unpack` of its reader
//   out: its members one by one, each read as if it were a file of its own, containers in it too
//
//   static bool unpack(pv_container *container, pv_str bytes, pv_error *err) {
//     for each member:
//       if (!pv_container_wants(container, name)) continue;
//       if (!pv_container_add(container, name, member, size)) return true; // nobody wants more
//     return true;
//   }
#ifndef PV_READ_CONTAINER_H
#define PV_READ_CONTAINER_H

#include "read/reader.h"

// Lives until the container is read, and with it what hangs on it with pv_arena_on_free. Memory
// that is not there ends the container.
pv_arena *pv_container_arena(const pv_container *container);

const pv_read_options *pv_container_options(const pv_container *container);

// Is the member one to be read? No for folders, hidden files and members that nobody asked for; no,
// with a note in the report, for names that are those of no document ("logo.png").
bool pv_container_wants(pv_container *container, const char *name);

// How many bytes its members may still have.
size_t pv_container_room(const pv_container *container);

// Reads a member. Takes `bytes`, from malloc(), over. Returns false when no more members are
// wanted: nobody takes them, or a limit was passed, which is told already.
bool pv_container_add(pv_container *container, const char *name, char *bytes, size_t size);

// A member that cannot be unpacked. Returns like pv_container_add.
bool pv_container_fail(pv_container *container, const char *name, const pv_error *why);

// Leaves a member out that is no document of interest, which a note tells.
void pv_container_skip(pv_container *container, const char *name);

#endif
