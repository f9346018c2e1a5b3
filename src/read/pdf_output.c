#include "read/pdf_output.h"

#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "read/xml.h"

enum { EDGES = 4 };

// pdftotext: page, block, line, word. mutool: page, block, line, font, character.
typedef struct {
  pv_layout *layout;
  uint32_t page, block;
  pv_layout_line line;
  pv_buffer words;
} boxes;

// "72.5 80" is 72 points, read without the locale; `*value` goes on with "80".
static int16_t next_points(pv_str *value) {
  int32_t number = 0;
  size_t at = 0;
  bool is_negative = value->size && *value->data == '-';
  for (at += is_negative; at < value->size && value->data[at] >= '0' && value->data[at] <= '9';
       at++)
    if (number < INT16_MAX) number = number * 10 + (value->data[at] - '0');
  while (at < value->size && value->data[at] != ' ') at++;
  while (at < value->size && value->data[at] == ' ') at++;
  value->data += at;
  value->size -= at;
  if (number > INT16_MAX) number = INT16_MAX;
  return (int16_t)(is_negative ? 0 : number);
}

static int16_t points(const pv_xml *xml, const char *name) {
  pv_str value;
  return pv_xml_attribute(xml, name, &value) ? next_points(&value) : 0;
}

static void start_page(pv_xml *xml) {
  boxes *b = pv_xml_context(xml);
  b->page++;
  PV_PUSH(b->layout->arena, &b->layout->heights, points(xml, "height"));
}

static void start_block(pv_xml *xml) {
  boxes *b = pv_xml_context(xml);
  b->block++;
}

static void begin_line(boxes *b) {
  b->words = (pv_buffer){.arena = b->layout->arena};
  b->line = (pv_layout_line){.page = b->page, .block = b->block};
}

static void start_line(pv_xml *xml) {
  static const char *const edges[EDGES] = {"xMin", "yMin", "xMax", "yMax"};
  boxes *b = pv_xml_context(xml);
  begin_line(b);
  for (size_t i = 0; i < EDGES; i++) b->line.box[i] = points(xml, edges[i]);
}

static void start_boxed_line(pv_xml *xml) {
  boxes *b = pv_xml_context(xml);
  pv_str value;
  begin_line(b);
  if (!pv_xml_attribute(xml, "bbox", &value)) return;
  for (size_t i = 0; i < EDGES; i++) b->line.box[i] = next_points(&value);
}

static void start_word(pv_xml *xml) {
  boxes *b = pv_xml_context(xml);
  if (b->words.size) pv_buffer_add_char(&b->words, ' ');
}

static void add_character(pv_xml *xml) {
  boxes *b = pv_xml_context(xml);
  pv_str character;
  if (!b->line.page || !pv_xml_attribute(xml, "c", &character)) return;
  bool is_text = pv_utf8_valid(character) == character.size; // not behind damage
  pv_buffer_add(&b->words, is_text ? character : PV_UTF8_REPLACEMENT);
}

static void end_line(pv_xml *xml) {
  boxes *b = pv_xml_context(xml);
  b->line.text = pv_str_trim(pv_buffer_str(&b->words));
  if (b->line.text.size && b->page) PV_PUSH(b->layout->arena, &b->layout->lines, b->line);
  b->words = (pv_buffer){.arena = b->layout->arena};
}

static void add_word(pv_xml *xml, pv_str text) {
  boxes *b = pv_xml_context(xml);
  if (b->line.page) pv_buffer_add(&b->words, pv_str_trim(text));
}

static bool parse(pv_layout *layout, pv_str output, const pv_xml_rule *rules, size_t count,
                  void (*text)(pv_xml *xml, pv_str text), pv_error *err) {
  // The programs write control characters of the file as they are, which no XML may hold.
  char *bytes = (char *)(uintptr_t)output.data;
  for (size_t i = 0; i < output.size; i++)
    if ((unsigned char)bytes[i] < ' ' && bytes[i] != '\n') bytes[i] = ' ';
  boxes b = {.layout = layout, .words = {.arena = layout->arena}};
  pv_xml_reader reader = {rules, count, text, &b, true};
  pv_error ignored = {0};
  if (pv_xml_parse(layout->arena, output, &reader, &ignored) || layout->lines.count) return true;
  return pv_fail(err, ignored.code, "%s", ignored.message);
}

bool pv_pdf_parse_boxes(pv_layout *layout, pv_str output, pv_error *err) {
  static pv_xml_namespace xhtml = {"http://www.w3.org/1999/xhtml", NULL};
  static const pv_xml_rule rules[] = {
      {"title", &xhtml, pv_xml_skip_element, NULL, NULL},
      {"page", &xhtml, start_page, NULL, NULL},
      {"block", &xhtml, start_block, NULL, NULL},
      {"line", &xhtml, start_line, end_line, NULL},
      {"word", &xhtml, start_word, NULL, NULL},
  };
  return parse(layout, output, rules, sizeof rules / sizeof *rules, add_word, err);
}

bool pv_pdf_parse_characters(pv_layout *layout, pv_str output, pv_error *err) {
  static pv_xml_namespace none = {"", NULL};
  static const pv_xml_rule rules[] = {
      {"page", &none, start_page, NULL, NULL},
      {"block", &none, start_block, NULL, NULL},
      {"line", &none, start_boxed_line, end_line, NULL},
      {"char", &none, add_character, NULL, NULL},
  };
  return parse(layout, output, rules, sizeof rules / sizeof *rules, NULL, err);
}
