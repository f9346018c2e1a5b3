#include "read/column_marks.h"

#include "base/str.h"

static bool is_at(pv_str text, size_t pos, const char *tag) {
  size_t size = strlen(tag);
  return text.size - pos >= size &&
         pv_str_equal_ignoring_case((pv_str){text.data + pos, size}, (pv_str){tag, size});
}

size_t pv_tag_find(pv_str text, size_t pos, const char *tag) {
  while (pos < text.size) {
    const char *at = memchr(text.data + pos, '<', text.size - pos);
    if (!at) break;
    pos = (size_t)(at - text.data);
    if (is_at(text, pos, tag)) return pos;
    pos++;
  }
  return text.size;
}

bool pv_column_marks_stand_in(pv_str text) {
  return pv_tag_find(text, 0, "<c>") < text.size || pv_tag_find(text, 0, "<page>") < text.size;
}

void pv_column_marks_blank(char *text, size_t size) {
  static const char *const marks[] = {"<page>", "<s>", "<c>", "<fn>", "</fn>", NULL};
  static const char *const tables[] = {"<table>", "</table>", "<caption>", "</caption>", NULL};
  pv_str all = {text, size};
  bool has_rows = pv_tag_find(all, 0, "<tr") < size;
  for (size_t pos = pv_tag_find(all, 0, "<"); pos < size; pos = pv_tag_find(all, pos + 1, "<")) {
    for (const char *const *tag = marks; *tag; tag++)
      if (is_at(all, pos, *tag)) memset(text + pos, ' ', strlen(*tag));
    for (const char *const *tag = tables; *tag && !has_rows; tag++)
      if (is_at(all, pos, *tag)) memset(text + pos, ' ', strlen(*tag));
  }
}
