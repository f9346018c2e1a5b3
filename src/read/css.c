#include "read/css.h"

#include "base/str.h"

static size_t end_of(pv_str text, size_t pos, char mark) {
  const char *at = memchr(text.data + pos, mark, text.size - pos);
  return at ? (size_t)(at - text.data) : text.size;
}

static bool has_word(pv_str text, pv_str word) {
  for (size_t pos = 0; pos < text.size;) {
    while (pos < text.size && (text.data[pos] == ' ' || text.data[pos] == '!')) pos++;
    size_t end = pos;
    while (end < text.size && text.data[end] != ' ' && text.data[end] != '!') end++;
    if (pv_str_equal_ignoring_case((pv_str){text.data + pos, end - pos}, word)) return true;
    pos = end;
  }
  return false;
}

bool pv_css_says(pv_str style, const char *property, const char *value) {
  pv_str wanted = pv_str_from(property);
  for (size_t pos = 0; pos < style.size;) {
    size_t end = end_of(style, pos, ';');
    pv_str declaration = {style.data + pos, end - pos};
    pos = end + 1;
    if (declaration.size <= wanted.size) continue;
    size_t colon = end_of(declaration, 0, ':');
    pv_str name = pv_str_trim((pv_str){declaration.data, colon});
    if (colon < declaration.size && name.size == wanted.size &&
        pv_str_equal_ignoring_case(name, wanted) &&
        has_word((pv_str){declaration.data + colon + 1, declaration.size - colon - 1},
                 pv_str_from(value)))
      return true;
  }
  return false;
}
