// Filings as EDGAR stores them: a header, and the documents of the filing, each between <DOCUMENT>
// and
// </DOCUMENT> with its type before its text.
//
// The form is that of the EDGAR Public Dissemination Service: tags without an end stand at the
// start of a line, or, in the .nc form of the header, behind each other. Old filings lie in a PEM
// envelope. Exhibit numbers are those of Regulation S-K, Item 601: 2 is a plan of acquisition, 4
// instruments that define rights of holders, 10 material contracts, 99 others.
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/str.h"
#include "base/vector.h"
#include "read/column_marks.h"
#include "read/container.h"
#include "read/formats.h"

enum { LOOKED_AT = 4096, LONGEST_NAME = 200 };

typedef struct {
  pv_str type;     // EX-10.1
  pv_str sequence; // or empty
  pv_str name;     // of its file, or empty
  pv_str about;    // its description
  pv_str body;
} filed;

typedef struct {
  pv_container *container;
  PV_VECTOR(pv_str) bodies; // of the documents that were read
  size_t read;
} filing;

static bool starts_with(pv_str text, const char *start) {
  pv_str wanted = pv_str_from(start);
  return text.size >= wanted.size &&
         pv_str_equal_ignoring_case((pv_str){text.data, wanted.size}, wanted);
}

static bool is_any_of(pv_str type, const char *const *starts) {
  for (; *starts; starts++)
    if (starts_with(type, *starts)) return true;
  return false;
}

static pv_str until(pv_str text, size_t from, size_t end) {
  return (pv_str){text.data + from, end - from};
}

// "<TYPE>EX-10.1": what stands behind the tag, up to the next one or the end of the line.
static pv_str value_of(pv_str head, const char *tag) {
  size_t at = pv_tag_find(head, 0, tag), end;
  if (at == head.size) return (pv_str){"", 0};
  at += strlen(tag);
  for (end = at; end < head.size && !strchr("<\r\n", head.data[end]);) end++;
  return pv_str_trim(until(head, at, end));
}

static filed read_document(pv_str document) {
  size_t text = pv_tag_find(document, 0, "<TEXT>");
  pv_str head = until(document, 0, text);
  if (text < document.size) text += strlen("<TEXT>");
  size_t end = document.size;
  for (size_t at = pv_tag_find(document, text, "</TEXT>"); at < document.size;
       at = pv_tag_find(document, at + 1, "</TEXT>"))
    end = at;
  return (filed){.type = value_of(head, "<TYPE>"),
                 .sequence = value_of(head, "<SEQUENCE>"),
                 .name = value_of(head, "<FILENAME>"),
                 .about = value_of(head, "<DESCRIPTION>"),
                 .body = pv_str_trim(until(document, text, end))};
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

// EX-10 and EX-10.2, but not EX-101.
static bool is_exhibit(pv_str type, const char *number) {
  pv_str start = pv_str_from(number);
  return starts_with(type, number) && (type.size == start.size || !is_digit(type.data[start.size]));
}

static bool names_agreement(pv_str text) {
  static const char word[] = "agreement";
  size_t end = text.size < LOOKED_AT ? text.size : LOOKED_AT;
  for (size_t at = 0; at + strlen(word) <= end; at++)
    if (starts_with(until(text, at, end), word)) return true;
  return false;
}

static bool is_contract(const filed *document) {
  return is_exhibit(document->type, "EX-10") || is_exhibit(document->type, "EX-2") ||
         is_exhibit(document->type, "EX-4") ||
         (is_exhibit(document->type, "EX-99") &&
          (names_agreement(document->about) || names_agreement(document->body)));
}

// Pictures, archives and data, and text that is packed.
static bool is_text(const filed *document) {
  static const char *const types[] = {"GRAPHIC", "ZIP",    "EXCEL", "XML", "JSON",
                                      "PDF",     "EX-101", "XBRL",  NULL};
  static const char *const starts[] = {"begin ", "<PDF>", "<XBRL>", "<XML>", "<?xml", NULL};
  return document->body.size && !is_any_of(document->type, types) &&
         !is_any_of(document->body, starts);
}

// "a-10.htm", or "3-EX-10.txt".
static void name_of(const filed *document, size_t number, char name[LONGEST_NAME]) {
  if (document->name.size && document->name.size < LONGEST_NAME) {
    snprintf(name, LONGEST_NAME, PV_STR_FMT, PV_STR_ARG(document->name));
    return;
  }
  int type = document->type.size < 40 ? (int)document->type.size : 40;
  bool is_page = pv_tag_find(document->body, 0, "<html") < document->body.size;
  snprintf(name, LONGEST_NAME, "%zu-%.*s.%s", number, type, document->type.data,
           is_page ? "htm" : "txt");
}

static bool was_read(const filing *f, pv_str body) {
  for (size_t i = 0; i < f->bodies.count; i++)
    if (pv_str_equal(f->bodies.items[i], body)) return true;
  return false;
}

static bool add(filing *f, const filed *document, const char *name) {
  char *bytes = malloc(document->body.size + 1);
  if (!bytes) {
    pv_error err = {0};
    pv_fail(&err, PV_ERROR_MEMORY, "the system gives no more memory");
    return pv_container_fail(f->container, name, &err);
  }
  memcpy(bytes, document->body.data, document->body.size);
  if (!pv_sniff_html(document->body)) pv_column_marks_blank(bytes, document->body.size);
  PV_PUSH(pv_container_arena(f->container), &f->bodies, document->body);
  f->read++;
  return pv_container_add(f->container, name, bytes, document->body.size);
}

// Returns false when no more documents are wanted.
static bool take(filing *f, const filed *document, size_t number) {
  bool all = pv_container_options(f->container)->exhibits == PV_EXHIBITS_ALL;
  char name[LONGEST_NAME];
  name_of(document, number, name);
  bool is_wanted = is_text(document) && (all || is_contract(document));
  if (is_wanted && !was_read(f, document->body)) {
    if (!pv_container_wants(f->container, name)) return true;
    return add(f, document, name);
  }
  pv_container_skip(f->container, name);
  return true;
}

bool pv_sniff_edgar(pv_str bytes) {
  static const char *const starts[] = {"-----BEGIN PRIVACY-ENHANCED MESSAGE-----",
                                       "<SEC-DOCUMENT>",
                                       "<IMS-DOCUMENT>",
                                       "<SEC-HEADER>",
                                       "<SUBMISSION>",
                                       "<DOCUMENT>",
                                       NULL};
  pv_str start = {bytes.data, bytes.size < LOOKED_AT ? bytes.size : LOOKED_AT};
  return is_any_of(pv_str_trim(start), starts);
}

bool pv_unpack_edgar(pv_container *container, pv_str bytes, pv_error *err) {
  filing f = {.container = container};
  size_t count = 0;
  for (size_t at = pv_tag_find(bytes, 0, "<DOCUMENT>"), end; at < bytes.size;
       at = pv_tag_find(bytes, end, "<DOCUMENT>")) {
    at += strlen("<DOCUMENT>");
    end = pv_tag_find(bytes, at, "</DOCUMENT>");
    filed document = read_document(until(bytes, at, end));
    if (!take(&f, &document, ++count)) return true;
  }
  if (!count) return pv_fail(err, PV_ERROR_FORMAT, "a filing without documents in it");
  if (!f.read && pv_container_options(container)->exhibits != PV_EXHIBITS_ALL)
    return pv_fail(err, PV_ERROR_EMPTY,
                   "a filing in which no document is an exhibit with an agreement; --exhibits all "
                   "reads all its %zu",
                   count);
  return true;
}
