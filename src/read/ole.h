// ole.h - compound files (MS-CFB), in which old Office programs keep streams in storages, as files
// in folders. What the file says of itself is not trusted.
#ifndef PV_READ_OLE_H
#define PV_READ_OLE_H

#include "base/vector.h"

typedef struct pv_ole pv_ole;

typedef enum { PV_OLE_UNUSED, PV_OLE_STORAGE, PV_OLE_STREAM } pv_ole_kind;

enum { PV_OLE_ROOT = 0 }; // the entry that holds all others
#define PV_OLE_NONE UINT32_MAX

bool pv_ole_starts(pv_str bytes);

// Stands a name of at most 31 characters of ASCII where an entry of a directory may begin? Looks at
// the bytes only.
bool pv_ole_mentions(pv_str bytes, const char *name);

// `bytes` are borrowed, and the file lives, as long as `arena`. NULL and `err` for a damaged one.
pv_ole *pv_ole_open(pv_arena *arena, pv_str bytes, pv_error *err);

typedef PV_VECTOR(uint32_t) pv_ole_entries;

// What lies in a storage.
pv_ole_entries pv_ole_list(const pv_ole *ole, uint32_t storage);

// The entry of that name in a storage; letters of ASCII are alike.
uint32_t pv_ole_find(const pv_ole *ole, uint32_t storage, const char *name);

pv_ole_kind pv_ole_kind_of(const pv_ole *ole, uint32_t entry);
const char *pv_ole_name(const pv_ole *ole, uint32_t entry); // other characters than ASCII are '?'

// All of a stream, in the arena. As far as it can be followed where it is damaged.
pv_str pv_ole_read(const pv_ole *ole, uint32_t stream);

#endif
