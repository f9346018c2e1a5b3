#include "support/made_docx.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/made_zip.h"

#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

enum { MOST_PARTS = 12 };

static char *format(const char *pattern, const char *a, const char *b, const char *c,
                    const char *d) {
  size_t size = strlen(pattern) + strlen(a) + strlen(b) + strlen(c) + strlen(d) + 1;
  char *text = malloc(size);
  if (!text) abort();
  // clang-format off
  snprintf(text, size, pattern, a, b, c, d);
  // clang-format on
  return text;
}

static char *part(bool strict, const char *root, const char *content) {
  const char *word = strict ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
                            : "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  return format(
      "<?xml version=\"1.0\"?><w:%s xmlns:w=\"%s\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
      "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
      "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">%s</w:%s>",
      root, word, content, root);
}

char *pv_made_docx_bytes(const pv_made_docx *docx, size_t *size) {
  const struct {
    const char *type, *root, *content;
  } sides[] = {
      {"styles", "styles", docx->styles},          {"numbering", "numbering", docx->numbering},
      {"footnotes", "footnotes", docx->footnotes}, {"endnotes", "endnotes", docx->endnotes},
      {"comments", "comments", docx->comments},
  };
  char *made[2 * MOST_PARTS], names[MOST_PARTS][64];
  size_t made_count = 0, count = 0;
  pv_made_entry entries[MOST_PARTS];
  char relations[4096] = "<Relationships xmlns=\"" PACKAGE "\">";
  for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
    if (!sides[i].content) continue;
    snprintf(names[count], sizeof names[count], "text/side/%s.xml", sides[i].type);
    char *relation = format("<Relationship Id=\"r%s\" Type=\"" OFFICE "%s\" "
                            "Target=\"side/%s.xml\"/>%s",
                            sides[i].type, sides[i].type, sides[i].type, "");
    strncat(relations, relation, sizeof relations - strlen(relations) - 1);
    made[made_count++] = relation;
    char *bytes = made[made_count++] = part(docx->strict, sides[i].root, sides[i].content);
    entries[count] = (pv_made_entry){names[count], {bytes, strlen(bytes)}};
    count++;
  }
  if (docx->chunk) {
    char *relation = format("<Relationship Id=\"rChunk\" Type=\"" OFFICE "aFChunk\" "
                            "Target=\"/%s\"/>%s%s%s",
                            docx->chunk_name, "", "", "");
    strncat(relations, relation, sizeof relations - strlen(relations) - 1);
    made[made_count++] = relation;
    size_t chunk = docx->chunk_size ? docx->chunk_size : strlen(docx->chunk);
    entries[count++] = (pv_made_entry){docx->chunk_name, {docx->chunk, chunk}};
  }
  strncat(relations, "</Relationships>", sizeof relations - strlen(relations) - 1);
  static const char root[] = "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"r1\" "
                             "Type=\"" OFFICE "officeDocument\" Target=\"text/main.xml\"/>"
                             "</Relationships>";
  char *body = format("<w:body>%s</w:body>%s%s%s", docx->body, "", "", "");
  made[made_count++] = body;
  char *document = made[made_count++] = part(docx->strict, "document", body);
  entries[count++] = (pv_made_entry){"[Content_Types].xml", {"<Types/>", 8}};
  entries[count++] = (pv_made_entry){"_rels/.rels", {root, sizeof root - 1}};
  entries[count++] = (pv_made_entry){"text/_rels/main.xml.rels", {relations, strlen(relations)}};
  entries[count++] = (pv_made_entry){"text/main.xml", {document, strlen(document)}};
  char *bytes = pv_made_zip(entries, count, size);
  for (size_t i = 0; i < made_count; i++) free(made[i]);
  return bytes;
}
