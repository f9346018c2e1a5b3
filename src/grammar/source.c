#include "grammar/source.h"

#include <errno.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <stdio.h>

#include "base/error.h"
#include "base/utf8.h"

struct pv_schema {
  xmlRelaxNGPtr compiled;
};

bool pv_source_read(pv_arena *arena, const char *path, pv_str *bytes, pv_error *err) {
  FILE *file = fopen(path, "rb");
  if (!file)
    return pv_fail_at(err, errno == ENOENT ? PV_ERROR_NOT_FOUND : PV_ERROR_READ, path, 0, 0,
                      "cannot open the grammar file: %s", strerror(errno));
  long end = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
  size_t size = end > PV_MAX_GRAMMAR_FILE ? PV_MAX_GRAMMAR_FILE : end < 0 ? 0 : (size_t)end;
  rewind(file);
  char *data = pv_arena_alloc(arena, size + 1);
  bool complete = end >= 0 && fread(data, 1, size, file) == size;
  (void)fclose(file);
  if (!complete) return pv_fail_at(err, PV_ERROR_READ, path, 0, 0, "cannot read the grammar file");
  if (end > PV_MAX_GRAMMAR_FILE)
    return pv_fail_at(err, PV_ERROR_LIMIT, path, 0, 0, "a grammar file may have %d bytes at most",
                      PV_MAX_GRAMMAR_FILE);
  *bytes = (pv_str){data, size};
  return true;
}

static void free_schema(void *schema) { xmlRelaxNGFree(schema); }

static void ignore(void *context, const char *format, ...) {
  (void)context;
  (void)format;
}

const pv_schema *pv_schema_load(pv_arena *arena, const char *path, pv_error *err) {
  pv_str bytes;
  if (!pv_source_read(arena, path, &bytes, err)) return NULL;
  xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewMemParserCtxt(bytes.data, (int)bytes.size);
  if (parser) xmlRelaxNGSetParserErrors(parser, ignore, ignore, NULL);
  xmlRelaxNGPtr compiled = parser ? xmlRelaxNGParse(parser) : NULL;
  xmlRelaxNGFreeParserCtxt(parser);
  if (!compiled) {
    (void)pv_fail_at(err, PV_ERROR_GRAMMAR, path, 0, 0, "the schema is damaged");
    return NULL;
  }
  pv_schema *schema = PV_NEW(arena, pv_schema);
  schema->compiled = compiled;
  pv_arena_on_free(arena, free_schema, compiled);
  return schema;
}

// What the handlers of the parser share.
typedef struct {
  pv_arena *arena;
  pv_source *source;
  const char *file;
  pv_error *err;
  bool failed;
  bool has_doctype;
  startElementNsSAX2Func start;
} reader;

static void fail_at_line(reader *r, int line, int column, const char *message) {
  if (r->failed) return;
  r->failed = true;
  pv_str text = pv_str_trim(pv_str_from(message));
  (void)pv_fail_at(r->err, PV_ERROR_GRAMMAR, r->file, line > 0 ? (uint32_t)line : 0,
                   column > 0 ? (uint32_t)column : 0, PV_STR_FMT, PV_STR_ARG(text));
}

// Not well-formed: libxml2 has put what it knows into its last error when it calls this.
static void on_error(void *context, const char *format, ...) {
  (void)format;
  xmlParserCtxtPtr parser = context;
  const xmlError *e = xmlCtxtGetLastError(parser);
  if (e) fail_at_line(parser->_private, e->line, e->int2, e->message ? e->message : "no XML");
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system) {
  (void)name, (void)external, (void)system;
  xmlParserCtxtPtr parser = context;
  reader *r = parser->_private;
  r->has_doctype = true;
  fail_at_line(r, parser->input->line, parser->input->col, "a grammar may not have a DOCTYPE");
  xmlStopParser(parser);
}

// Keeps in each element the byte behind its start tag.
static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted, const xmlChar **attributes) {
  xmlParserCtxtPtr parser = context;
  reader *r = parser->_private;
  r->start(context, name, prefix, uri, namespace_count, namespaces, attribute_count, defaulted,
           attributes);
  long at = xmlByteConsumed(parser);
  if (parser->node && at >= 0) parser->node->_private = (void *)(uintptr_t)at;
}

static void free_document(void *doc) { xmlFreeDoc(doc); }

// The document is freed with the arena.
static xmlDocPtr parse(reader *r, pv_str bytes) {
  xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(bytes.data, (int)bytes.size);
  if (!parser) return NULL;
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  parser->_private = r;
  r->start = parser->sax->startElementNs;
  parser->sax->startElementNs = on_start;
  parser->sax->internalSubset = on_doctype;
  parser->sax->serror = NULL;
  parser->sax->error = on_error;
  parser->sax->fatalError = on_error;
  parser->sax->warning = ignore;
  (void)xmlParseDocument(parser);
  xmlDocPtr doc = parser->myDoc;
  parser->myDoc = NULL;
  bool usable = parser->wellFormed && !r->failed;
  if (!usable) fail_at_line(r, 0, 0, "not well-formed XML");
  bool is_utf8 =
      !doc || !doc->encoding ||
      pv_str_equal_ignoring_case(pv_str_from((const char *)doc->encoding), PV_STR("utf-8"));
  if (usable && !is_utf8) fail_at_line(r, 1, 0, "a grammar is written in UTF-8");
  xmlFreeParserCtxt(parser);
  if (doc) pv_arena_on_free(r->arena, free_document, doc);
  return r->failed ? NULL : doc;
}

// Where the tag starts whose end is at `content`: no "<" stands inside a tag.
static uint32_t tag_start(pv_str bytes, uint32_t content) {
  uint32_t at = content < bytes.size ? content : (uint32_t)bytes.size;
  while (at > 0 && bytes.data[at] != '<') at--;
  return at;
}

static uint32_t behind_tag(pv_str bytes, uint32_t at) {
  while (at < bytes.size && bytes.data[at] != '>') at++;
  return at < bytes.size ? at + 1 : at;
}

static pv_str copy(pv_arena *arena, const xmlChar *text) {
  return pv_str_copy(arena, pv_str_from((const char *)text));
}

static void read_attributes(reader *r, const xmlNode *node, pv_element *element) {
  for (xmlAttrPtr a = node->properties; a; a = a->next) {
    xmlChar *value = xmlNodeListGetString(node->doc, a->children, 1);
    pv_str name = copy(r->arena, a->name);
    if (a->ns && a->ns->prefix)
      name = pv_str_printf(r->arena, "%s:%s", (const char *)a->ns->prefix, (const char *)a->name);
    PV_PUSH(r->arena, &element->attributes, (pv_attribute){name, copy(r->arena, value)});
    xmlFree(value);
  }
}

static pv_element *element_of(reader *r, const xmlNode *node) {
  pv_element *element = PV_NEW(r->arena, pv_element);
  element->name = copy(r->arena, node->name);
  element->text = PV_STR("");
  uint32_t at = (uint32_t)(uintptr_t)node->_private;
  element->start = tag_start(r->source->bytes, at);
  element->content = behind_tag(r->source->bytes, at);
  read_attributes(r, node, element);
  return element;
}

static void add_text(reader *r, pv_element *parent, const xmlNode *node) {
  pv_str text = copy(r->arena, node->content);
  pv_element *piece = PV_NEW(r->arena, pv_element);
  *piece = (pv_element){.name = PV_STR(""), .text = text};
  PV_PUSH(r->arena, &parent->children, piece);
  parent->text = parent->text.size == 0 ? text
                                        : pv_str_printf(r->arena, PV_STR_FMT PV_STR_FMT,
                                                        PV_STR_ARG(parent->text), PV_STR_ARG(text));
}

// Recursion: libxml2 limits the depth of elements to 256.
static pv_element *convert(reader *r, const xmlNode *node) {
  pv_element *element = element_of(r, node);
  for (const xmlNode *child = node->children; child; child = child->next) {
    if (child->type == XML_ELEMENT_NODE)
      PV_PUSH(r->arena, &element->children, convert(r, child));
    else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      add_text(r, element, child);
  }
  return element;
}

static void find_lines(pv_arena *arena, pv_source *source) {
  PV_VECTOR(uint32_t) lines = {0};
  PV_PUSH(arena, &lines, 0);
  for (size_t i = 0; i < source->bytes.size; i++)
    if (source->bytes.data[i] == '\n') PV_PUSH(arena, &lines, (uint32_t)(i + 1));
  source->lines = lines.items;
  source->line_count = lines.count;
}

// Of the messages of the validator the one about the innermost element says most.
typedef struct {
  const xmlNode *node;
  int depth;
  pv_str message;
  pv_arena *arena;
} complaint;

static void on_invalid(void *context, const char *format, ...) {
  (void)format;
  complaint *worst = context;
  const xmlError *e = xmlGetLastError();
  if (!e || !e->message) return;
  int depth = 0;
  for (const xmlNode *n = e->node; n; n = n->parent) depth++;
  if (worst->message.size && depth <= worst->depth) return;
  *worst =
      (complaint){e->node, depth, pv_str_copy(worst->arena, pv_str_from(e->message)), worst->arena};
}

static bool validate(reader *r, xmlDocPtr doc, const pv_schema *schema) {
  complaint worst = {.arena = r->arena};
  xmlRelaxNGValidCtxtPtr validator = xmlRelaxNGNewValidCtxt(schema->compiled);
  if (!validator) return pv_fail(r->err, PV_ERROR_MEMORY, "no memory for the schema");
  xmlRelaxNGSetValidErrors(validator, on_invalid, on_invalid, &worst);
  bool valid = xmlRelaxNGValidateDoc(validator, doc) == 0;
  xmlRelaxNGFreeValidCtxt(validator);
  if (valid) return true;
  pv_place place = {1, 1};
  while (worst.node && worst.node->type != XML_ELEMENT_NODE) worst.node = worst.node->parent;
  if (worst.node)
    place = pv_source_place(r->source,
                            tag_start(r->source->bytes, (uint32_t)(uintptr_t)worst.node->_private));
  pv_str message = pv_str_trim(worst.message);
  if (!message.size) message = PV_STR("not as the schema says");
  return pv_fail_at(r->err, PV_ERROR_GRAMMAR, r->file, place.line, place.column, PV_STR_FMT,
                    PV_STR_ARG(message));
}

const pv_source *pv_source_parse(pv_arena *arena, const char *file, pv_str bytes,
                                 const pv_schema *schema, pv_error *err) {
  pv_error unused;
  pv_source *source = PV_NEW(arena, pv_source);
  *source = (pv_source){.file = pv_str_copy(arena, pv_str_from(file)), .bytes = bytes};
  find_lines(arena, source);
  reader r = {.arena = arena, .source = source, .file = file, .err = err ? err : &unused};
  if (bytes.size == 0 || bytes.size > PV_MAX_GRAMMAR_FILE || pv_utf8_valid(bytes) != bytes.size) {
    (void)pv_fail_at(r.err, PV_ERROR_GRAMMAR, file, 1, 1, "a grammar is XML, written in UTF-8");
    return NULL;
  }
  xmlDocPtr doc = parse(&r, bytes);
  if (!doc) return NULL;
  const xmlNode *root = xmlDocGetRootElement(doc);
  if (root && validate(&r, doc, schema)) source->root = convert(&r, root);
  return source->root ? source : NULL;
}
