// Web pages, as filings have them: blocks become paragraphs, the rows of tables lines.
//
// Numeric references to 128 … 159 mean windows-1252, as every browser reads them. Text that is not
// shown is left out; struck text is deleted text, for so blacklines write it.
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/vector.h"
#include "read/builder.h"
#include "read/charset.h"
#include "read/column_marks.h"
#include "read/css.h"
#include "read/encoding.h"
#include "read/formats.h"
#include "read/number_format.h"

enum { LOOKED_AT = 4096, PIECE = 512 };

// What an element does to the text in it and around it.
enum {
  BLOCK = 1,
  CELL = 2,
  ROW = 4,
  BREAK = 8,
  SKIPPED = 16, // no text of the page
  AS_IS = 32,   // keeps its blanks and lines
  STRUCK = 64,
  INSERTED = 128,
  HIDDEN = 256,
  LIST = 512,
  ITEM = 1024,
};

static const struct {
  const char *name;
  uint32_t effects;
} elements[] = {
    {"p", BLOCK},
    {"div", BLOCK},
    {"td", CELL},
    {"th", CELL},
    {"tr", ROW},
    {"br", BREAK},
    {"li", BLOCK | ITEM},
    {"table", BLOCK},
    {"h1", BLOCK},
    {"h2", BLOCK},
    {"h3", BLOCK},
    {"h4", BLOCK},
    {"h5", BLOCK},
    {"h6", BLOCK},
    {"ul", BLOCK | LIST},
    {"ol", BLOCK | LIST},
    {"dl", BLOCK},
    {"dt", BLOCK},
    {"dd", BLOCK},
    {"hr", BLOCK},
    {"center", BLOCK},
    {"address", BLOCK},
    {"section", BLOCK},
    {"article", BLOCK},
    {"header", BLOCK},
    {"footer", BLOCK},
    {"main", BLOCK},
    {"nav", BLOCK},
    {"aside", BLOCK},
    {"figure", BLOCK},
    {"fieldset", BLOCK},
    {"form", BLOCK},
    {"blockquote", BLOCK},
    {"caption", BLOCK},
    {"body", BLOCK},
    {"option", BLOCK},
    {"pre", BLOCK | AS_IS},
    {"xmp", BLOCK | AS_IS},
    {"plaintext", BLOCK | AS_IS},

    {"s", STRUCK},
    {"strike", STRUCK},
    {"del", STRUCK},
    {"ins", INSERTED},
    {"script", SKIPPED},
    {"style", SKIPPED},
    {"title", SKIPPED},
    {"template", SKIPPED},
    {"textarea", SKIPPED},
    {"svg", SKIPPED},

};

typedef PV_VECTOR(uint32_t) effect_stack;

typedef struct {
  pv_number_format format;
  int32_t next;
} list;

typedef struct {
  pv_builder builder;
  pv_reading *reading;
  htmlParserCtxtPtr parser;
  pv_str bytes;
  effect_stack open;
  PV_VECTOR(list) lists; // open ones
  uint32_t counts[11];   // by the number of an effect's bit: the open elements that have it
  bool after_blank;
  bool after_number; // of an item; a block goes on in its line
} page;

static uint32_t effects_of(const char *name) {
  for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
    if (strcmp(elements[i].name, name) == 0) return elements[i].effects;
  return 0;
}

static uint32_t bit_number(uint32_t bit) {
  uint32_t number = 0;
  while (bit >>= 1) number++;
  return number;
}

static bool is_in(const page *p, uint32_t effect) { return p->counts[bit_number(effect)] > 0; }

static void count(page *p, uint32_t effects, int by) {
  for (uint32_t i = 0; i < sizeof p->counts / sizeof *p->counts; i++)
    if (effects >> i & 1) p->counts[i] += (uint32_t)by;
}

static uint32_t effects_of_attributes(const xmlChar **attributes) {
  uint32_t effects = 0;
  for (size_t i = 0; attributes && attributes[i]; i += 2) {
    const char *name = (const char *)attributes[i], *value = (const char *)attributes[i + 1];
    if (strcmp(name, "hidden") == 0) effects |= HIDDEN;
    if (!value || strcmp(name, "style") != 0) continue;
    pv_str style = pv_str_from(value);
    if (pv_css_says(style, "display", "none") || pv_css_says(style, "visibility", "hidden"))
      effects |= HIDDEN;
    if (pv_css_says(style, "text-decoration", "line-through") ||
        pv_css_says(style, "text-decoration-line", "line-through"))
      effects |= STRUCK;
  }
  return effects;
}

static void locate(page *p, const char *name, int line) {
  pv_builder_locate(&p->builder,
                    (pv_origin){.kind = PV_ORIGIN_ELEMENT,
                                .number = (uint32_t)line,
                                .name = pv_str_copy(p->reading->arena, pv_str_from(name))});
}

static void start_block(page *p, const char *name, uint32_t effects) {
  if (effects & CELL)
    pv_builder_begin_cell(&p->builder);
  else if (!p->after_number)
    pv_builder_end_paragraph(&p->builder);
  p->after_blank = true;
  locate(p, name, xmlSAX2GetLineNumber(p->parser));
}

static pv_str attribute(const xmlChar **attributes, const char *name) {
  for (size_t i = 0; attributes && attributes[i]; i += 2)
    if (strcmp((const char *)attributes[i], name) == 0)
      return pv_str_from((const char *)attributes[i + 1]);
  return (pv_str){"", 0};
}

static int32_t number_of(pv_str digits, int32_t otherwise) {
  char *end;
  long number = strtol(digits.data, &end, 10);
  return end == digits.data || number < 0 || number > INT16_MAX ? otherwise : (int32_t)number;
}

// The look of the numbers, by the attribute "type" or by the style.
static pv_number_format format_of(const char *tag, const xmlChar **attributes) {
  static const struct {
    const char *type, *style;
    pv_number_format format;
  } looks[] = {{"a", "lower-alpha", PV_FORMAT_LOWER_LETTER},
               {"a", "lower-latin", PV_FORMAT_LOWER_LETTER},
               {"A", "upper-alpha", PV_FORMAT_UPPER_LETTER},
               {"A", "upper-latin", PV_FORMAT_UPPER_LETTER},
               {"i", "lower-roman", PV_FORMAT_LOWER_ROMAN},
               {"I", "upper-roman", PV_FORMAT_UPPER_ROMAN},
               {"-", "none", PV_FORMAT_NONE},
               {"-", "disc", PV_FORMAT_NONE}};
  if (strcmp(tag, "ol") != 0) return PV_FORMAT_NONE;
  pv_str type = attribute(attributes, "type"), style = attribute(attributes, "style");
  for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
    if (pv_str_equal(type, pv_str_from(looks[i].type)) ||
        pv_css_says(style, "list-style-type", looks[i].style) ||
        pv_css_says(style, "list-style", looks[i].style))
      return looks[i].format;
  return PV_FORMAT_DECIMAL;
}

static void start_list(page *p, const char *tag, const xmlChar **attributes) {
  list opened = {format_of(tag, attributes), number_of(attribute(attributes, "start"), 1)};
  PV_PUSH(p->reading->arena, &p->lists, opened);
}

// The number of an item is not in the page; it is shown before its text.
static void number_item(page *p, const xmlChar **attributes) {
  if (!p->lists.count || is_in(p, SKIPPED) || is_in(p, HIDDEN)) return;
  list *open = &p->lists.items[p->lists.count - 1];
  pv_str style = attribute(attributes, "style");
  int32_t number = number_of(attribute(attributes, "value"), open->next);
  open->next = number + 1;
  if (open->format == PV_FORMAT_NONE || pv_css_says(style, "list-style-type", "none")) return;
  pv_buffer label = {.arena = p->reading->arena};
  pv_number_format_add(&label, open->format, number);
  pv_buffer_add(&label, PV_STR(".\t"));
  pv_builder_add(&p->builder, pv_buffer_str(&label));
  p->after_blank = p->after_number = true;
}

static void start_element(void *context, const xmlChar *tag, const xmlChar **attributes) {
  page *p = context;
  const char *name = (const char *)tag;
  uint32_t effects = effects_of(name);
  effects |= effects_of_attributes(attributes);
  PV_PUSH(p->reading->arena, &p->open, effects);
  count(p, effects, 1);
  if (effects & (BLOCK | CELL | ROW)) start_block(p, name, effects);
  if (effects & LIST) start_list(p, name, attributes);
  if (effects & ITEM) number_item(p, attributes);
  if (effects & BREAK && !is_in(p, SKIPPED) && !is_in(p, HIDDEN))
    pv_builder_break_line(&p->builder);
  if (effects & BREAK) p->after_blank = true;
}

static void end_element(void *context, const xmlChar *tag) {
  page *p = context;
  (void)tag;
  if (!p->open.count) return;
  uint32_t effects = p->open.items[--p->open.count];
  count(p, effects, -1);
  if (effects & LIST && p->lists.count) p->lists.count--;
  if (effects & CELL) pv_builder_end_cell(&p->builder);
  if (effects & ROW) pv_builder_end_row(&p->builder);
  if (effects & (BLOCK | ROW)) pv_builder_end_paragraph(&p->builder);
  if (effects & (BLOCK | ROW | CELL)) p->after_blank = true, p->after_number = false;
}

// Where the text goes: true if it is text of the page.
static bool is_read(page *p, pv_str text) {
  bool original = p->reading->options.revisions == PV_REVISIONS_ORIGINAL;
  if (is_in(p, SKIPPED)) return false;
  if (is_in(p, HIDDEN)) {
    if (!pv_text_is_blank(text)) pv_builder_leave_out(&p->builder, PV_LEFT_HIDDEN, text);
    return false;
  }
  if (is_in(p, STRUCK) && !original) {
    pv_builder_leave_out(&p->builder, PV_LEFT_DELETED, text);
    return false;
  }
  if (is_in(p, INSERTED) && original) {
    pv_builder_leave_out(&p->builder, PV_LEFT_INSERTED, text);
    return false;
  }
  return true;
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Bytes on their way into the builder.
typedef struct {
  page *page;
  char bytes[PIECE];
  size_t size;
} piece;

static void flush(piece *out) {
  pv_builder_add(&out->page->builder, (pv_str){out->bytes, out->size});
  out->size = 0;
}

static void put(piece *out, const char *bytes, size_t size) {
  if (out->size + size > PIECE) flush(out);
  memcpy(out->bytes + out->size, bytes, size);
  out->size += size;
}

// The character at `pos`, of which white space is one blank, and C1 controls are windows-1252.
// Returns where the next one is.
static size_t put_character(piece *out, pv_str text, size_t pos) {
  size_t size = pv_utf8_size(text, pos);
  const unsigned char *at = (const unsigned char *)text.data + pos;
  char other[4];
  if (!size) return pos + 1; // the parser hands on nothing like that
  if (at[0] == 0xC2 && at[1] >= 0x80 && at[1] < 0xA0)
    put(out, other, pv_utf8_put(pv_encoding_windows_1252(at[1]), other));
  else
    put(out, text.data + pos, size);
  return pos + size;
}

// How many characters of ASCII that are no white space stand at `pos`.
static size_t word_size(pv_str text, size_t pos) {
  size_t end = pos;
  while (end < text.size && text.data[end] > ' ') end++;
  return end - pos;
}

static void add_flowing(page *p, pv_str text) {
  piece out = {.page = p};
  for (size_t pos = 0; pos < text.size;) {
    size_t size = word_size(text, pos);
    if (size) {
      if (size > PIECE) size = PIECE;
      put(&out, text.data + pos, size);
      pos += size;
      p->after_blank = p->after_number = false;
      continue;
    }
    bool is_space = is_blank(text.data[pos]);
    bool is_hard = pos + 1 < text.size && memcmp(text.data + pos, "\xC2\xA0", 2) == 0;
    if (is_space || is_hard) {
      if (!p->after_blank) put(&out, " ", 1);
      p->after_blank = true;
      pos += is_hard ? 2 : 1;
      continue;
    }
    p->after_blank = p->after_number = false;
    pos = put_character(&out, text, pos);
  }
  flush(&out);
}

static void add_as_is(page *p, pv_str text) {
  piece out = {.page = p};
  p->after_number = false;
  for (size_t pos = 0; pos < text.size;) {
    if (text.data[pos] == '\n') {
      flush(&out);
      pv_builder_break_line(&p->builder);
      pos++;
      continue;
    }
    pos = put_character(&out, text, pos);
  }
  flush(&out);
}

static void characters(void *context, const xmlChar *bytes, int size) {
  page *p = context;
  pv_str text = {(const char *)bytes, size > 0 ? (size_t)size : 0};
  if (!is_read(p, text)) return;
  if (is_in(p, AS_IS))
    add_as_is(p, text);
  else
    add_flowing(p, text);
}

static void release(void *object) {
  htmlParserCtxtPtr *parser = object;
  if (*parser) htmlFreeParserCtxt(*parser);
  *parser = NULL;
}

static bool parse(page *p, pv_error *err) {
  htmlParserCtxtPtr *parser = PV_NEW(p->reading->arena, htmlParserCtxtPtr);
  pv_arena_on_free(p->reading->arena, release, parser);
  if (p->bytes.size > INT32_MAX) return pv_fail(err, PV_ERROR_LIMIT, "has too much HTML");
  *parser = p->parser = htmlNewParserCtxt();
  if (!*parser) return pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
  *(*parser)->sax = (htmlSAXHandler){.startElement = start_element,
                                     .endElement = end_element,
                                     .characters = characters,
                                     .ignorableWhitespace = characters,
                                     .cdataBlock = characters};
  (*parser)->userData = p;
  xmlDocPtr none =
      htmlCtxtReadMemory(*parser, p->bytes.data, (int)p->bytes.size, NULL, "UTF-8",
                         HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                             HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  if (none) xmlFreeDoc(none);
  release(parser);
  return true;
}

bool pv_sniff_html(pv_str bytes) {
  static const char *const tags[] = {"<html", "<!doctype html", "<body", "<div",   "<p>",
                                     "<p ",   "<table",         "<pre>", "<title", "<font"};
  pv_str start = {bytes.data, bytes.size < LOOKED_AT ? bytes.size : LOOKED_AT};
  if (pv_str_starts_with(start, PV_STR("\xEF\xBB\xBF"))) start.data += 3, start.size -= 3;
  start = pv_str_trim(start);
  if (!start.size || *start.data != '<') return false;
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
    if (pv_tag_find(start, 0, tags[i]) < start.size) return true;
  return false;
}

// A parser ends <pre> at a <TABLE> that is none, and takes <S> for a strike.
static pv_str without_marks(pv_arena *arena, pv_str text) {
  if (!pv_column_marks_stand_in(text)) return text;
  pv_str copy = pv_str_copy(arena, text);
  pv_column_marks_blank((char *)(uintptr_t)copy.data, copy.size);
  return copy;
}

bool pv_read_html(pv_reading *reading, pv_error *err) {
  pv_charset_decode(reading);
  page p = {.reading = reading,
            .bytes = without_marks(reading->arena, reading->text),
            .after_blank = true};
  pv_str encoding = reading->encoding;
  reading->map = (pv_source_map){0};
  pv_builder_begin(&p.builder, reading);
  locate(&p, "html", 1); // until an element begins
  if (!parse(&p, err)) return false;
  bool good = pv_builder_finish(&p.builder, err);
  reading->encoding = encoding;
  return good;
}
