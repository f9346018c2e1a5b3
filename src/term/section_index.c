#include "term/section_index.h"

#include "base/str.h"

static uint64_t step(uint64_t hash, const pv_path_part *of) {
  hash = (hash ^ '.') * UINT64_C(1099511628211);
  for (size_t i = 0; i < of->size; i++)
    hash = (hash ^ (unsigned char)of->text[i]) * UINT64_C(1099511628211);
  return hash ^ hash >> 29;
}

static int roman_value(char c) {
  switch (c | 0x20) {
  case 'i': return 1;
  case 'v': return 5;
  case 'x': return 10;
  case 'l': return 50;
  default: return 0;
  }
}

// "IV": 4; 0 where it is none.
static int read_roman(const pv_path_part *of) {
  int number = 0;
  for (size_t i = 0; i < of->size; i++) {
    int value = roman_value(of->text[i]);
    int next = i + 1 < of->size ? roman_value(of->text[i + 1]) : 0;
    if (!value) return 0;
    number += value < next ? -value : value;
  }
  return number;
}

void pv_section_path_add(pv_section_path *to, pv_str text) {
  if (to->count == PV_MOST_PATH_PARTS || text.size == 0 || text.size >= PV_PATH_PART_SIZE) return;
  pv_path_part *added = &to->items[to->count++];
  while (text.size > 1 && text.data[0] == '0') text.data++, text.size--;
  added->size = text.size;
  for (size_t i = 0; i < text.size; i++) {
    char c = text.data[i];
    added->text[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
  }
}

// Roman numbers of articles and sections are compared as digits.
static void make_arabic(pv_path_part *of) {
  int number = read_roman(of);
  if (number <= 0) return;
  char digits[PV_PATH_PART_SIZE];
  size_t size = 0;
  for (; number && size < PV_PATH_PART_SIZE; number /= 10)
    digits[size++] = (char)('0' + number % 10);
  of->size = size;
  for (size_t i = 0; i < size; i++) of->text[i] = digits[size - 1 - i];
}

void pv_section_path_make_arabic(pv_section_path *path) {
  if (path->count) make_arabic(&path->items[0]);
}

void pv_section_path_split(pv_section_path *to, pv_str number) {
  static const char marks[] = ".()[] -\t";
  size_t start = 0;
  for (size_t i = 0; i <= number.size; i++) {
    bool is_mark = i == number.size || (number.data[i] && strchr(marks, number.data[i]));
    if (!is_mark) continue;
    pv_section_path_add(to, (pv_str){number.data + start, i - start});
    start = i + 1;
  }
}

uint64_t pv_section_index_start(uint32_t document) {
  return UINT64_C(14695981039346656037) + document;
}

static void insert(pv_section_index *in, uint64_t hash, uint32_t section) {
  size_t at = hash & in->mask;
  for (; in->slots[at].section; at = (at + 1) & in->mask)
    if (in->slots[at].hash == hash) return;
  if (++in->used > in->mask - in->mask / 4) return; // numbers of many parts: the last are left out
  in->slots[at] = (pv_section_slot){hash, section + 1};
}

static uint32_t look_up(const pv_section_index *in, uint64_t hash) {
  for (size_t at = hash & in->mask; in->slots[at].section; at = (at + 1) & in->mask)
    if (in->slots[at].hash == hash) return in->slots[at].section - 1;
  return PV_NO_SECTION;
}

// Enters section `i`, whose parent has been entered: by its own number, and by the number joined to
// that of its parent ("Section 4.1" is the first section of Article IV).
static void enter_section(pv_section_index *in, uint32_t i) {
  const pv_section *section = &in->sections->items[i];
  uint32_t document = pv_term_document_of(in->reader->text, i);
  uint64_t above = section->parent == PV_NO_SECTION || document == i
                       ? pv_section_index_start(document)
                       : in->hashes[section->parent];
  in->hashes[i] = above;
  if (section->kind == PV_SECTION_EXHIBIT || section->number.start == section->number.end) return;
  pv_section_path number = {.count = 0};
  pv_section_path_split(&number, pv_str_slice(in->reader->text->bytes, section->number));
  if (number.count == 0) return;
  bool is_item = section->kind == PV_SECTION_ITEM;
  if (!is_item) make_arabic(&number.items[0]);
  uint64_t own = is_item && number.count == 1 ? above : pv_section_index_start(document),
           joined = above;
  for (size_t k = 0; k < number.count; k++) {
    own = step(own, &number.items[k]);
    joined = step(joined, &number.items[k]);
  }
  in->hashes[i] = own;
  insert(in, own, i);
  if (number.count == 1) insert(in, joined, i);
}

// Digits that have no section of their own stand for what comes nearest: "11" for "11.0" or "11.1"
// where these alone are in the text, and for an item "11." of a list.
static void enter_prefixes(pv_section_index *in, uint32_t i) {
  const pv_section *section = &in->sections->items[i];
  if (section->kind == PV_SECTION_EXHIBIT || section->number.start == section->number.end) return;
  pv_section_path number = {.count = 0};
  pv_section_path_split(&number, pv_str_slice(in->reader->text->bytes, section->number));
  if (number.count == 0 || number.items[0].text[0] > '9') return;
  uint64_t hash = pv_section_index_start(pv_term_document_of(in->reader->text, i));
  for (size_t k = 0; k < number.count; k++) {
    hash = step(hash, &number.items[k]);
    insert(in, hash, i);
  }
}

// Filed as an exhibit, an agreement is one from its first words on.
static uint32_t find_main(const pv_sections *sections) {
  enum { LONGEST_TITLE = 300 };
  for (uint32_t i = 0; i < sections->count && sections->items[i].first < LONGEST_TITLE; i++)
    if (sections->items[i].kind == PV_SECTION_EXHIBIT) return i;
  return 0;
}

static void enter_sections(pv_section_index *in) {
  size_t count = in->sections->count, slots = 16;
  while (slots < 6 * count) slots *= 2;
  in->hashes = PV_NEW_ARRAY(in->reader->arena, uint64_t, count);
  in->slots = PV_NEW_ARRAY(in->reader->arena, pv_section_slot, slots);
  in->mask = slots - 1;
  for (uint32_t i = 0; i < count; i++) enter_section(in, i);
  for (uint32_t i = 0; i < count; i++) enter_prefixes(in, i);
}

uint32_t pv_section_index_find(const pv_section_index *in, uint64_t hash,
                               const pv_section_path *number) {
  uint32_t found = PV_NO_SECTION;
  for (size_t i = 0; i < number->count; i++) {
    hash = step(hash, &number->items[i]);
    uint32_t section = look_up(in, hash);
    if (section != PV_NO_SECTION) found = section;
  }
  return found;
}

uint32_t pv_section_index_find_near(const pv_section_index *in, uint32_t section,
                                    const pv_section_path *number) {
  for (uint32_t above = section; above < in->sections->count;
       above = in->sections->items[above].parent) {
    uint32_t found = pv_section_index_find(in, in->hashes[above], number);
    if (found != PV_NO_SECTION) return found;
  }
  return section;
}

// The hash of an exhibit by its number, and by its label too if one is given.
static uint64_t exhibit_hash(pv_str label, pv_str number) {
  char stem[PV_STEM_SIZE];
  pv_section_path parts = {.count = 0};
  pv_section_path_add(&parts, (pv_str){stem, pv_term_stem(label, stem, PV_STEM_SIZE)});
  pv_section_path_add(&parts, number);
  uint64_t hash = pv_section_index_start(UINT32_MAX);
  for (size_t i = 0; i < parts.count; i++) hash = step(hash, &parts.items[i]);
  return hash;
}

static void enter_exhibits(pv_section_index *in) {
  for (uint32_t i = 0; i < in->sections->count; i++) {
    const pv_section *section = &in->sections->items[i];
    if (section->kind != PV_SECTION_EXHIBIT) continue;
    pv_str number = pv_str_slice(in->reader->text->bytes, section->number);
    insert(in, exhibit_hash(pv_reader_bytes(in->reader, section->first), number), i);
    insert(in, exhibit_hash(PV_STR(""), number), i);
  }
}

uint32_t pv_section_index_find_exhibit(const pv_section_index *in, pv_str label, pv_str number) {
  uint32_t found = look_up(in, exhibit_hash(label, number));
  return found == PV_NO_SECTION ? look_up(in, exhibit_hash(PV_STR(""), number)) : found;
}

pv_section_index pv_section_index_make(const pv_value_reader *reader) {
  pv_section_index index = {.reader = reader, .sections = &reader->text->sections};
  enter_sections(&index);
  enter_exhibits(&index);
  index.main = find_main(index.sections);
  return index;
}
