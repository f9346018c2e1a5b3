// source.h - a grammar or pack file as a tree of elements that know where they stand.
//
//   in:  the bytes of an XML file
//   out: a pv_source in an arena; libxml2 is done with when it is there
//
// The file is checked against the schema. It may not have a DOCTYPE, and nothing outside it is
// loaded.
#ifndef PV_GRAMMAR_SOURCE_H
#define PV_GRAMMAR_SOURCE_H

#include "base/str.h"
#include "base/vector.h"

enum { PV_MAX_GRAMMAR_FILE = 4 << 20 }; // bytes

typedef struct {
  pv_str name; // "id", "xml:lang"
  pv_str value;
} pv_attribute;

// An element, or a piece of text between elements (no name).
typedef struct pv_element pv_element;
struct pv_element {
  pv_str name;
  pv_str text; // its own, without that of the elements in it
  PV_VECTOR(pv_attribute) attributes;
  PV_VECTOR(pv_element *) children; // elements and text
  uint32_t start;                   // byte in the file where its tag starts
  uint32_t content;                 // byte in the file behind its start tag
};

typedef struct {
  pv_str file;
  pv_str bytes;
  const uint32_t *lines; // where each line starts
  size_t line_count;
  const pv_element *root;
} pv_source;

// Where something is wrong: 1-based, the column in characters.
typedef struct {
  uint32_t line;
  uint32_t column;
} pv_place;

// The bytes of a file, NUL-terminated, or false with `err`.
bool pv_source_read(pv_arena *arena, const char *path, pv_str *bytes, pv_error *err);

// NULL with `err` (with its place) where the file is not well-formed or not as `schema` says.
// `schema` has the text of the schema. The result and its texts are in `arena`.
typedef struct pv_schema pv_schema;
const pv_source *pv_source_parse(pv_arena *arena, const char *file, pv_str bytes,
                                 const pv_schema *schema, pv_error *err);

// Freed with the arena.
const pv_schema *pv_schema_load(pv_arena *arena, const char *path, pv_error *err);

// The value of an attribute, or "" where it is not there.
pv_str pv_element_attribute(const pv_element *element, const char *name);
bool pv_element_has(const pv_element *element, const char *attribute);
bool pv_element_is(const pv_element *element, const char *name);

// The first child of that name, or NULL.
const pv_element *pv_element_child(const pv_element *element, const char *name);
size_t pv_element_count(const pv_element *element, const char *name);

// The byte in the file of byte `at` of the text of `element`, over entities and comments.
uint32_t pv_source_text_offset(const pv_source *source, const pv_element *element, size_t at);
// The byte in the file where the value of an attribute starts, or the tag.
uint32_t pv_source_attribute_offset(const pv_source *source, const pv_element *element,
                                    const char *attribute);

pv_place pv_source_place(const pv_source *source, uint32_t offset);
pv_str pv_source_line(const pv_source *source, uint32_t line);

#endif
