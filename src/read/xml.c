#include "read/xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "read/limits.h"

enum { SLOTS = 512, FEWEST_FREE = 2, ATTRIBUTE_PARTS = 5 };

// The parser keeps one copy of each name, so that names are compared by their address.
typedef struct {
  const xmlChar *name;
  const pv_xml_rule *rule;
} slot;

struct pv_xml {
  const pv_xml_reader *reader;
  xmlParserCtxtPtr parser;
  slot slots[SLOTS];
  const pv_xml_rule *open[PV_LIMIT_DEPTH];
  const pv_xml_rule *met; // that of the element which starts or ends
  size_t depth;
  size_t skipped; // depth of the element that is left out; 0: none
  const xmlChar *root;
  bool is_complete; // the end of the root was seen
  const xmlChar **attributes;
  int attribute_count;
  char damage[200];
  int damage_line;
  pv_error err;
};

void *pv_xml_context(const pv_xml *xml) { return xml->reader->context; }

const char *pv_xml_name(const pv_xml *xml) { return xml->met ? xml->met->name : ""; }

uint32_t pv_xml_line(const pv_xml *xml) {
  int line = xmlSAX2GetLineNumber(xml->parser);
  return line > 0 ? (uint32_t)line : 1;
}

static size_t hash(const xmlChar *name) { return ((uintptr_t)name >> 2) * 0x9E3779B1u % SLOTS; }

static void add_rule(pv_xml *xml, const pv_xml_rule *rule) {
  const xmlChar *name = xmlDictLookup(xml->parser->dict, (const xmlChar *)rule->name, -1);
  size_t at = hash(name);
  while (xml->slots[at].name) at = (at + 1) % SLOTS;
  xml->slots[at] = (slot){name, rule};
}

static bool is_in(const xmlChar *uri, pv_xml_namespace *space) {
  const char *const *names = *space;
  for (size_t i = 0; names[i]; i++)
    if (uri ? strcmp((const char *)uri, names[i]) == 0 : !*names[i]) return true;
  return names[0] && strcmp(names[0], "*") == 0;
}

static const pv_xml_rule *find_rule(const pv_xml *xml, const xmlChar *name, const xmlChar *uri) {
  for (size_t at = hash(name); xml->slots[at].name; at = (at + 1) % SLOTS)
    if (xml->slots[at].name == name && is_in(uri, xml->slots[at].rule->space))
      return xml->slots[at].rule;
  return NULL;
}

static void stop(pv_xml *xml) { xmlStopParser(xml->parser); }

static void start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int space_count, const xmlChar **spaces, int attribute_count, int default_count,
                  const xmlChar **attributes) {
  pv_xml *xml = context;
  (void)prefix, (void)space_count, (void)spaces, (void)default_count;
  if (xml->depth == PV_LIMIT_DEPTH) {
    pv_fail(&xml->err, PV_ERROR_LIMIT, "has elements more than %d deep in each other",
            PV_LIMIT_DEPTH);
    stop(xml);
    return;
  }
  const pv_xml_rule *rule = find_rule(xml, name, uri);
  if (!xml->root) xml->root = name;
  xml->open[xml->depth++] = rule;
  if (!rule) return;
  xml->met = rule;
  xml->attributes = attributes;
  xml->attribute_count = attribute_count;
  if (rule->seen) rule->seen(xml);
  if (!xml->skipped && rule->start) rule->start(xml);
  xml->attribute_count = 0;
}

static void end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  pv_xml *xml = context;
  (void)prefix, (void)uri;
  if (!xml->depth) return;
  if (name == xml->root) xml->is_complete = true;
  const pv_xml_rule *rule = xml->open[--xml->depth];
  xml->met = rule;
  if (xml->skipped) {
    if (xml->depth < xml->skipped) xml->skipped = 0;
    return;
  }
  if (rule && rule->end) rule->end(xml);
}

static void text(void *context, const xmlChar *bytes, int size) {
  pv_xml *xml = context;
  if (xml->skipped || !xml->reader->text || size <= 0) return;
  pv_str piece = {(const char *)bytes, (size_t)size};
  // Behind damage the parser hands on what it finds.
  while (*xml->damage && piece.size) {
    size_t good = pv_utf8_valid(piece);
    if (good == piece.size) break;
    if (good) xml->reader->text(xml, (pv_str){piece.data, good});
    xml->reader->text(xml, PV_UTF8_REPLACEMENT);
    piece.data += good + 1;
    piece.size -= good + 1;
  }
  if (piece.size) xml->reader->text(xml, piece);
}

// A document may say of which type it is, but entities can grow without end.
static void declare_entity(void *context, const xmlChar *name, int type, const xmlChar *public_id,
                           const xmlChar *system_id, xmlChar *content) {
  pv_xml *xml = context;
  (void)name, (void)type, (void)public_id, (void)system_id, (void)content;
  if (!xml->err.code)
    pv_fail(
        &xml->err, PV_ERROR_FORMAT,
        "declares XML entities, which no word processor does; it is not read, as it may be made "
        "to do harm");
  stop(xml);
}

// Keeps the first error, from which the others may follow.
static void note_error(void *context, xmlErrorPtr error) {
  pv_xml *xml = context;
  if (*xml->damage || error->level < XML_ERR_FATAL || !error->message) return;
  pv_str why = pv_str_trim(pv_str_from(error->message));
  snprintf(xml->damage, sizeof xml->damage, "%.*s", (int)why.size, why.data);
  xml->damage_line = error->line;
}

static xmlSAXHandler handler(void) {
  return (xmlSAXHandler){
      .initialized = XML_SAX2_MAGIC,
      .startElementNs = start,
      .endElementNs = end,
      .characters = text,
      .cdataBlock = text,
      .ignorableWhitespace = text,
      .entityDecl = declare_entity,
      .serror = note_error,
  };
}

// Frees the parser, once.
static void release(void *object) {
  xmlParserCtxtPtr *parser = object;
  if (!*parser) return;
  if ((*parser)->myDoc) xmlFreeDoc((*parser)->myDoc);
  xmlFreeParserCtxt(*parser);
  *parser = NULL;
}

// Was all of it read, in spite of damage?
static bool is_recovered(const pv_xml *xml) {
  const xmlError *last = xmlCtxtGetLastError(xml->parser);
  return xml->reader->recovers && !xml->err.code && last && !xml->parser->disableSAX &&
         xml->is_complete && last->code != XML_ERR_NO_MEMORY;
}

static bool fail(const pv_xml *xml, pv_error *err) {
  if (xml->err.code) {
    if (err) *err = xml->err;
    return false;
  }
  const xmlError *last = xmlCtxtGetLastError(xml->parser);
  if (last && last->code == XML_ERR_NO_MEMORY)
    return pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
  return pv_fail(err, PV_ERROR_FORMAT, "damaged XML, line %d: %s", xml->damage_line, xml->damage);
}

bool pv_xml_parse(pv_arena *arena, pv_str bytes, const pv_xml_reader *reader, pv_error *err) {
  xmlParserCtxtPtr *parser = PV_NEW(arena, xmlParserCtxtPtr);
  pv_xml *xml = PV_NEW(arena, pv_xml);
  pv_arena_on_free(arena, release, parser);
  if (bytes.size > INT32_MAX) return pv_fail(err, PV_ERROR_LIMIT, "has too much XML");
  xmlSAXHandler sax = handler();
  *parser = xmlCreateMemoryParserCtxt(bytes.data, (int)bytes.size);
  if (!*parser) {
    if (!bytes.size) return pv_fail(err, PV_ERROR_FORMAT, "damaged: a part of it is empty");
    return pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
  }
  xml->reader = reader;
  xml->parser = *parser;
  *(*parser)->sax = sax;
  (*parser)->userData = xml;
  xmlCtxtUseOptions(*parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                 (reader->recovers ? XML_PARSE_RECOVER : 0));
  for (size_t i = 0; i < reader->rule_count && i < SLOTS - FEWEST_FREE; i++)
    add_rule(xml, &reader->rules[i]);
  xmlParseDocument(*parser);
  bool good = (*parser)->wellFormed && !xml->err.code;
  if (!good) {
    fail(xml, err);
    good = is_recovered(xml);
  }
  release(parser);
  return good;
}

bool pv_xml_attribute(const pv_xml *xml, const char *name, pv_str *value) {
  for (int i = 0; i < xml->attribute_count; i++) {
    const xmlChar **parts = xml->attributes + (size_t)i * ATTRIBUTE_PARTS;
    if (strcmp((const char *)parts[0], name) != 0) continue;
    *value = (pv_str){(const char *)parts[3], (size_t)(parts[4] - parts[3])};
    return true;
  }
  return false;
}

int32_t pv_xml_number(const pv_xml *xml, const char *name, int32_t otherwise) {
  pv_str value;
  char digits[16];
  if (!pv_xml_attribute(xml, name, &value) || !value.size || value.size >= sizeof digits)
    return otherwise;
  memcpy(digits, value.data, value.size);
  digits[value.size] = '\0';
  char *behind;
  long number = strtol(digits, &behind, 10);
  return *behind || number < INT32_MIN || number > INT32_MAX ? otherwise : (int32_t)number;
}

void pv_xml_skip(pv_xml *xml) { xml->skipped = xml->depth; }

void pv_xml_skip_element(pv_xml *xml) { pv_xml_skip(xml); }
