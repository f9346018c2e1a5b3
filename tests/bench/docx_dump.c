// What reading a Word document costs at least: its main part unpacked by libzip, and its text
// handed on by the SAX interface of libxml2. usage: docx_dump FILE
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

typedef struct {
  int in_text;
} state;

static void start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int spaces, const xmlChar **space, int count, int defaults,
                  const xmlChar **attributes) {
  (void)prefix, (void)uri, (void)spaces, (void)space, (void)count, (void)defaults, (void)attributes;
  if (strcmp((const char *)name, "t") == 0) ((state *)context)->in_text = 1;
}

static void end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix, (void)uri;
  if (strcmp((const char *)name, "t") == 0) ((state *)context)->in_text = 0;
  if (strcmp((const char *)name, "p") == 0) putchar('\n');
}

static void text(void *context, const xmlChar *bytes, int size) {
  if (((state *)context)->in_text) fwrite(bytes, 1, (size_t)size, stdout);
}

int main(int argc, char **argv) {
  zip_t *zip = argc > 1 ? zip_open(argv[1], ZIP_RDONLY, NULL) : NULL;
  zip_stat_t stat;
  if (!zip || zip_stat(zip, "word/document.xml", 0, &stat)) return 2;
  zip_file_t *file = zip_fopen(zip, "word/document.xml", 0);
  char *bytes = malloc(stat.size + 1);
  if (!file || !bytes || zip_fread(file, bytes, stat.size) != (zip_int64_t)stat.size) return 2;
  state s = {0};
  xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC,
                       .startElementNs = start,
                       .endElementNs = end,
                       .characters = text};
  return xmlSAXUserParseMemory(&sax, &s, bytes, (int)stat.size) ? 1 : 0;
}
