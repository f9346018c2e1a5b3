// package.h - an Office file: a zip archive of parts that name each other by relationships.
#ifndef PV_READ_PACKAGE_H
#define PV_READ_PACKAGE_H

#include "base/vector.h"
#include "read/archive.h"

typedef struct {
  pv_arena *arena; // scratch
  pv_archive *archive;
} pv_package;

typedef struct {
  pv_str id;
  pv_str type;        // the last word of it: "footnotes"
  const char *target; // name of a part, or an address outside
  bool external;
} pv_relation;

typedef PV_VECTOR(pv_relation) pv_relations;

// The relationships of the part of that name; "": those of the file. None where there are none;
// false and `err` where they are damaged.
bool pv_package_relations(pv_package *package, const char *part, pv_relations *relations,
                          pv_error *err);

// The first relation of that type, or the one of that id; NULL where there is none.
const pv_relation *pv_relation_of_type(const pv_relations *relations, const char *type);
const pv_relation *pv_relation_of_id(const pv_relations *relations, pv_str id);

// The bytes of a part, valid as long as the scratch arena. False and `err` where it is missing,
// damaged or too large.
bool pv_package_part(pv_package *package, const char *part, pv_str *bytes, pv_error *err);

#endif
