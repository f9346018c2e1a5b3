// section_index.h - finding sections by their numbers.
//
// A section is known by the path of its number: "2.1(a)" is 2, 1, a. The path is hashed part by
// part, so that the hash of a child follows from that of its parent.
#ifndef PV_TERM_SECTION_INDEX_H
#define PV_TERM_SECTION_INDEX_H

#include "term/stage.h"

enum { PV_MOST_PATH_PARTS = 8, PV_PATH_PART_SIZE = 12 };

typedef struct {
  char text[PV_PATH_PART_SIZE]; // in lower case; roman numbers of articles as digits
  size_t size;
} pv_path_part;

typedef struct {
  pv_path_part items[PV_MOST_PATH_PARTS];
  size_t count;
} pv_section_path;

// Parts that are too long, or too many, are left out.
void pv_section_path_add(pv_section_path *path, pv_str part);

// Adds the parts of "2.1(a)".
void pv_section_path_split(pv_section_path *path, pv_str number);

// Makes the first part digits if it is a roman number.
void pv_section_path_make_arabic(pv_section_path *path);

typedef struct {
  uint64_t hash;
  uint32_t section; // plus one; 0: free
} pv_section_slot;

typedef struct {
  const pv_value_reader *reader;
  const pv_sections *sections;
  uint64_t *hashes; // of the path of each section
  pv_section_slot *slots;
  size_t mask;
  size_t used;
  uint32_t main; // the exhibit that is the agreement itself, else 0
} pv_section_index;

pv_section_index pv_section_index_make(const pv_value_reader *reader);

// Where the paths of a sub-document start.
uint64_t pv_section_index_start(uint32_t document);

// The section with the longest part of the path from the hash `start` on, or PV_NO_SECTION.
uint32_t pv_section_index_find(const pv_section_index *index, uint64_t start,
                               const pv_section_path *path);

// "clause (b)": below `section`, or below one of those around it, or else `section` itself.
uint32_t pv_section_index_find_near(const pv_section_index *index, uint32_t section,
                                    const pv_section_path *path);

// "Schedule 2", or else any exhibit with that number.
uint32_t pv_section_index_find_exhibit(const pv_section_index *index, pv_str label, pv_str number);

#endif
