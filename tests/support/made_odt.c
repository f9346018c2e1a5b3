#include "support/made_odt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/made_zip.h"

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"
#define SPACES                                                                                     \
  " xmlns:office=\"" ODF "office:1.0\" xmlns:text=\"" ODF "text:1.0\" xmlns:style=\"" ODF          \
  "style:1.0\" xmlns:table=\"" ODF "table:1.0\" xmlns:draw=\"" ODF "drawing:1.0\""

enum { ROOM = 1 << 16 };

char *pv_made_odt_bytes(const char *automatic, const char *body, const char *styles, size_t *size) {
  static const char type[] = "application/vnd.oasis.opendocument.text";
  static const char manifest[] =
      "<manifest:manifest xmlns:manifest=\"" ODF "manifest:1.0\"></manifest:manifest>";
  char *content = malloc(ROOM), *styles_part = malloc(ROOM);
  if (!content || !styles_part) abort();
  int content_size =
      snprintf(content, ROOM,
               "<office:document-content" SPACES "><office:automatic-styles>%s"
               "</office:automatic-styles><office:body><office:text>%s</office:text></office:body>"
               "</office:document-content>",
               automatic, body);
  int styles_size = snprintf(styles_part, ROOM,
                             "<office:document-styles" SPACES "><office:styles>%s</office:styles>"
                             "</office:document-styles>",
                             styles ? styles : "");
  if (content_size >= ROOM || styles_size >= ROOM) abort();
  const pv_made_entry entries[] = {
      {"mimetype", {type, sizeof type - 1}},
      {"META-INF/manifest.xml", {manifest, sizeof manifest - 1}},
      {"content.xml", {content, (size_t)content_size}},
      {"styles.xml", {styles_part, (size_t)styles_size}},
  };
  char *bytes = pv_made_zip(entries, styles ? 4 : 3, size);
  free(content);
  free(styles_part);
  return bytes;
}
