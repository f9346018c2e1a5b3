// PDF, through a program that knows it: a process of its own, for these files are programs, and
// many of them are damaged or made to do harm.
#include <stdlib.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/str.h"
#include "read/child.h"
#include "read/formats.h"
#include "read/layout.h"
#include "read/xml.h"

enum { MOST_WORDS = 8 };

// The programs that are tried in turn, each with how its output is read.
typedef struct {
  const char *package; // of Debian
  const char *command[MOST_WORDS];
  bool (*parse)(pv_layout *layout, pv_str output, pv_error *err);
} extractor;

static bool parse_boxes(pv_layout *layout, pv_str output, pv_error *err);

static const extractor extractors[] = {
    {"poppler-utils", {"pdftotext", "-bbox-layout", "-enc", "UTF-8", "%", "-", NULL}, parse_boxes},
};

// What pdftotext -bbox-layout writes: page, block, line, word.
typedef struct {
  pv_layout *layout;
  uint32_t page, block;
  pv_layout_line line;
  pv_buffer words;
} boxes;

// "72.5" points, without the locale.
static int16_t points(const pv_xml *xml, const char *name) {
  pv_str value;
  if (!pv_xml_attribute(xml, name, &value)) return 0;
  int32_t number = 0;
  for (size_t i = 0; i < value.size && value.data[i] >= '0' && value.data[i] <= '9'; i++)
    if ((number = number * 10 + (value.data[i] - '0')) > INT16_MAX) return INT16_MAX;
  return (int16_t)number;
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

static void start_line(pv_xml *xml) {
  boxes *b = pv_xml_context(xml);
  b->words = (pv_buffer){.arena = b->layout->arena};
  b->line = (pv_layout_line){
      .page = b->page,
      .block = b->block,
      .box = {points(xml, "xMin"), points(xml, "yMin"), points(xml, "xMax"), points(xml, "yMax")}};
}

static void start_word(pv_xml *xml) {
  boxes *b = pv_xml_context(xml);
  if (b->words.size) pv_buffer_add_char(&b->words, ' ');
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

static bool parse_boxes(pv_layout *layout, pv_str output, pv_error *err) {
  static pv_xml_namespace xhtml = {"http://www.w3.org/1999/xhtml", NULL};
  static const pv_xml_rule rules[] = {
      {"title", &xhtml, pv_xml_skip_element, NULL, NULL},
      {"page", &xhtml, start_page, NULL, NULL},
      {"block", &xhtml, start_block, NULL, NULL},
      {"line", &xhtml, start_line, end_line, NULL},
      {"word", &xhtml, start_word, NULL, NULL},
  };
  // The program writes control characters of the file as they are, which no XML may hold.
  char *bytes = (char *)(uintptr_t)output.data;
  for (size_t i = 0; i < output.size; i++)
    if ((unsigned char)bytes[i] < ' ' && bytes[i] != '\n') bytes[i] = ' ';
  boxes b = {.layout = layout, .words = {.arena = layout->arena}};
  pv_xml_reader reader = {rules, sizeof rules / sizeof *rules, add_word, &b, true};
  pv_error ignored = {0};
  if (pv_xml_parse(layout->arena, output, &reader, &ignored) || layout->lines.count) return true;
  return pv_fail(err, ignored.code, "%s", ignored.message);
}

static bool contains(const char *complaint, const char *word) {
  return strstr(complaint, word) != NULL;
}

static bool tell_failure(const pv_child_result *result, pv_error *err) {
  if (contains(result->complaint, "ncorrect password"))
    return pv_fail(err, PV_ERROR_ENCRYPTED, "encrypted; save it without a password and try again");
  if (result->status < 0)
    return pv_fail(err, PV_ERROR_FORMAT,
                   "the program that reads PDF ended on it; print it to a new PDF and try again");
  return pv_fail(err, PV_ERROR_FORMAT, "damaged PDF; print it to a new PDF and try again");
}

// Runs the first program that is there.
static bool extract(pv_reading *reading, pv_layout *layout, pv_error *err) {
  for (size_t i = 0; i < sizeof extractors / sizeof *extractors; i++) {
    pv_child child = {extractors[i].command, reading->bytes};
    pv_child_result result;
    if (!pv_child_run(reading->arena, &child, &result, err)) return false;
    if (result.is_missing) continue;
    if (result.status != 0 && !result.output.size) return tell_failure(&result, err);
    return extractors[i].parse(layout, result.output, err);
  }
  return pv_fail(err, PV_ERROR_FORMAT,
                 "a PDF, for which the program %s is wanted (Debian: %s): install it, or save the "
                 "file as text",
                 extractors[0].command[0], extractors[0].package);
}

bool pv_sniff_pdf(pv_str bytes) {
  enum { JUNK = 1024 }; // that may stand before the header: ISO 32000-1, H.3, note 13
  for (size_t i = 0; i < JUNK && i + 5 <= bytes.size; i++)
    if (memcmp(bytes.data + i, "%PDF-", 5) == 0) return true;
  return false;
}

bool pv_read_pdf(pv_reading *reading, pv_error *err) {
  pv_layout layout = {.arena = reading->arena};
  if (!extract(reading, &layout, err)) return false;
  pv_layout_drop_furniture(&layout);
  pv_builder builder;
  pv_builder_begin(&builder, reading);
  pv_layout_write(&layout, &builder);
  if (layout.lines.count == 0)
    return pv_fail(err, PV_ERROR_EMPTY,
                   "no text in its %zu %s, which may be scanned: run text recognition (OCR) on it "
                   "and try again",
                   layout.heights.count, layout.heights.count == 1 ? "page" : "pages");
  return pv_builder_finish(&builder, err);
}
