// Looking at elements, and finding the place of their parts in the file.
#include <stdlib.h>

#include "base/utf8.h"
#include "grammar/source.h"

bool pv_element_is(const pv_element *element, const char *name) {
  return pv_str_equal(element->name, pv_str_from(name));
}

static const pv_attribute *find(const pv_element *element, const char *name) {
  for (size_t i = 0; i < element->attributes.count; i++)
    if (pv_str_equal(element->attributes.items[i].name, pv_str_from(name)))
      return &element->attributes.items[i];
  return NULL;
}

pv_str pv_element_attribute(const pv_element *element, const char *name) {
  const pv_attribute *attribute = find(element, name);
  return attribute ? attribute->value : PV_STR("");
}

bool pv_element_has(const pv_element *element, const char *attribute) {
  return find(element, attribute) != NULL;
}

const pv_element *pv_element_child(const pv_element *element, const char *name) {
  for (size_t i = 0; i < element->children.count; i++)
    if (pv_element_is(element->children.items[i], name)) return element->children.items[i];
  return NULL;
}

size_t pv_element_count(const pv_element *element, const char *name) {
  size_t count = 0;
  for (size_t i = 0; i < element->children.count; i++)
    count += pv_element_is(element->children.items[i], name);
  return count;
}

static bool starts_with(pv_str bytes, size_t at, pv_str prefix) {
  return bytes.size - at >= prefix.size && memcmp(bytes.data + at, prefix.data, prefix.size) == 0;
}

static size_t behind(pv_str bytes, size_t at, pv_str end) {
  while (at < bytes.size && !starts_with(bytes, at, end)) at++;
  return at < bytes.size ? at + end.size : at;
}

// The bytes of text that the reference at `at` ("&amp;", "&#x20AC;") stands for.
static size_t reference_size(pv_str bytes, size_t at) {
  if (at + 2 >= bytes.size || bytes.data[at + 1] != '#') return 1;
  bool hex = bytes.data[at + 2] == 'x';
  unsigned long codepoint = strtoul(bytes.data + at + (hex ? 3 : 2), NULL, hex ? 16 : 10);
  return codepoint < 0x80 ? 1 : codepoint < 0x800 ? 2 : codepoint < 0x10000 ? 3 : 4;
}

// What stands at `pos` in the file: how many bytes, and how many bytes of text they are.
typedef struct {
  size_t size;
  size_t text;
} raw_piece;

static raw_piece piece_at(pv_str bytes, size_t pos, bool *in_cdata) {
  static const char cdata[] = "<![CDATA[";
  if (*in_cdata && starts_with(bytes, pos, PV_STR("]]>"))) {
    *in_cdata = false;
    return (raw_piece){3, 0};
  }
  if (bytes.data[pos] == '\r' && pos + 1 < bytes.size && bytes.data[pos + 1] == '\n')
    return (raw_piece){1, 0};
  if (*in_cdata) return (raw_piece){1, 1};
  if (starts_with(bytes, pos, PV_STR("<!--")))
    return (raw_piece){behind(bytes, pos, PV_STR("-->")) - pos, 0};
  if (starts_with(bytes, pos, pv_str_from(cdata))) {
    *in_cdata = true;
    return (raw_piece){sizeof cdata - 1, 0};
  }
  if (bytes.data[pos] == '<') return (raw_piece){0, 0}; // another element
  if (bytes.data[pos] == '&')
    return (raw_piece){behind(bytes, pos, PV_STR(";")) - pos, reference_size(bytes, pos)};
  return (raw_piece){1, 1};
}

// `bytes` is NUL-terminated, as pv_source_read makes it.
uint32_t pv_source_text_offset(const pv_source *source, const pv_element *element, size_t at) {
  size_t pos = element->content, text = 0;
  bool in_cdata = false;
  while (pos < source->bytes.size) {
    raw_piece piece = piece_at(source->bytes, pos, &in_cdata);
    if (piece.size == 0 || (piece.text > 0 && text >= at)) break;
    pos += piece.size;
    text += piece.text;
  }
  return (uint32_t)pos;
}

uint32_t pv_source_attribute_offset(const pv_source *source, const pv_element *element,
                                    const char *attribute) {
  pv_str name = pv_str_from(attribute), bytes = source->bytes;
  for (size_t pos = element->start; pos + name.size + 1 < element->content; pos++) {
    if (!starts_with(bytes, pos + 1, name)) continue;
    if (!strchr(" \t\r\n", bytes.data[pos])) continue;
    size_t end = pos + 1 + name.size;
    while (end < element->content && strchr(" \t\r\n=", bytes.data[end])) end++;
    if (bytes.data[end] == '"' || bytes.data[end] == '\'') return (uint32_t)(end + 1);
  }
  return element->start;
}

pv_place pv_source_place(const pv_source *source, uint32_t offset) {
  size_t low = 0, high = source->line_count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (source->lines[middle] <= offset)
      low = middle;
    else
      high = middle;
  }
  uint32_t start = source->lines[low];
  uint32_t end = offset < source->bytes.size ? offset : (uint32_t)source->bytes.size;
  size_t characters = pv_utf8_count(pv_str_slice(source->bytes, (pv_span){start, end}));
  return (pv_place){(uint32_t)low + 1, (uint32_t)characters + 1};
}

pv_str pv_source_line(const pv_source *source, uint32_t line) {
  if (line == 0 || line > source->line_count) return PV_STR("");
  uint32_t start = source->lines[line - 1];
  uint32_t end = line < source->line_count ? source->lines[line] - 1 : (uint32_t)source->bytes.size;
  if (end > start && source->bytes.data[end - 1] == '\r') end--;
  return pv_str_slice(source->bytes, (pv_span){start, end});
}
