#include "write/printer.h"

#include "base/str.h"
#include "base/utf8.h"

// Values come from slots, whose depth is fixed; this is for those that do not.
enum { MAX_DEPTH = 32 };

static void new_line(pv_printer *printer) {
  static const char spaces[] = "                                ";
  pv_output_add_char(printer->output, '\n');
  for (uint32_t left = printer->depth * 2; left;) {
    uint32_t part = left < sizeof spaces - 1 ? left : (uint32_t)sizeof spaces - 1;
    pv_output_add(printer->output, (pv_str){spaces, part});
    left -= part;
  }
}

// What stands between the last item and the next.
static void separate(pv_printer *printer) {
  if (printer->needs_name) {
    printer->needs_name = false;
    return;
  }
  if (printer->needs_comma) pv_output_add_char(printer->output, ',');
  if (!printer->indented) return;
  if (!printer->flat && printer->depth)
    new_line(printer);
  else if (printer->needs_comma)
    pv_output_add_char(printer->output, ' ');
}

void pv_printer_begin(pv_printer *printer, char open) {
  separate(printer);
  pv_output_add_char(printer->output, open);
  printer->depth++;
  if (printer->flat) printer->flat++;
  printer->needs_comma = false;
}

void pv_printer_begin_flat(pv_printer *printer, char open) {
  pv_printer_begin(printer, open);
  if (!printer->flat) printer->flat = 1;
}

void pv_printer_end(pv_printer *printer, char close) {
  printer->depth--;
  if (printer->flat)
    printer->flat--;
  else if (printer->indented && printer->needs_comma)
    new_line(printer);
  pv_output_add_char(printer->output, close);
  printer->needs_comma = true;
}

void pv_printer_name(pv_printer *printer, pv_str name) {
  separate(printer);
  pv_output_add_char(printer->output, '"');
  pv_output_add(printer->output, name);
  pv_output_add(printer->output, printer->indented ? PV_STR("\": ") : PV_STR("\":"));
  printer->needs_name = true;
  printer->needs_comma = false;
}

static void word(pv_printer *printer, pv_str text) {
  separate(printer);
  pv_output_add(printer->output, text);
  printer->needs_comma = true;
}

void pv_printer_null(pv_printer *printer) { word(printer, PV_STR("null")); }

void pv_printer_bool(pv_printer *printer, bool value) {
  word(printer, value ? PV_STR("true") : PV_STR("false"));
}

void pv_printer_number(pv_printer *printer, int64_t number) {
  separate(printer);
  if (number < 0) pv_output_add_char(printer->output, '-');
  pv_output_add_number(printer->output, number < 0 ? -(uint64_t)number : (uint64_t)number);
  printer->needs_comma = true;
}

void pv_printer_hundredths(pv_printer *printer, uint32_t hundredths) {
  separate(printer);
  pv_output_add_number(printer->output, hundredths / 100);
  char rest[] = {'.', (char)('0' + hundredths / 10 % 10), (char)('0' + hundredths % 10)};
  pv_output_add(printer->output, (pv_str){rest, sizeof rest});
  printer->needs_comma = true;
}

static bool is_plain(unsigned char c) { return c >= ' ' && c < 0x80 && c != '"' && c != '\\'; }

// Prints the character at `pos`, which is not plain, and returns its bytes.
static size_t put_special(pv_output *output, pv_str text, size_t pos) {
  static const char hex[] = "0123456789abcdef";
  static const char names[] = {['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f',
                               ['\r'] = 'r', ['"'] = '"',  ['\\'] = '\\'};
  unsigned char c = (unsigned char)text.data[pos];
  if (c >= 0x80) {
    size_t size = pv_utf8_size(text, pos);
    pv_output_add(output, size ? (pv_str){text.data + pos, size} : PV_UTF8_REPLACEMENT);
    return size ? size : 1;
  }
  if (names[c])
    pv_output_add(output, (pv_str){(char[]){'\\', names[c]}, 2});
  else
    pv_output_add(output, (pv_str){(char[]){'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]}, 6});
  return 1;
}

void pv_printer_string(pv_printer *printer, pv_str text) {
  separate(printer);
  pv_output_add_char(printer->output, '"');
  for (size_t pos = 0; pos < text.size;) {
    size_t start = pos;
    while (pos < text.size && is_plain((unsigned char)text.data[pos])) pos++;
    pv_output_add(printer->output, (pv_str){text.data + start, pos - start});
    if (pos < text.size) pos += put_special(printer->output, text, pos);
  }
  pv_output_add_char(printer->output, '"');
  printer->needs_comma = true;
}

void pv_printer_string_or_null(pv_printer *printer, pv_str text) {
  if (text.size)
    pv_printer_string(printer, text);
  else
    pv_printer_null(printer);
}

static void print_items(pv_printer *printer, const pv_json *value) {
  bool is_object = value->kind == PV_JSON_OBJECT;
  pv_printer_begin_flat(printer, is_object ? '{' : '[');
  for (size_t i = 0; i < value->count; i++) {
    if (is_object) pv_printer_name(printer, value->names[i]);
    pv_printer_value(printer, &value->items[i]);
  }
  pv_printer_end(printer, is_object ? '}' : ']');
}

void pv_printer_value(pv_printer *printer, const pv_json *value) {
  switch (value->kind) {
  case PV_JSON_BOOL: pv_printer_bool(printer, value->boolean); return;
  case PV_JSON_STRING: pv_printer_string(printer, value->string); return;
  case PV_JSON_LIST:
  case PV_JSON_OBJECT:
    if (printer->depth < MAX_DEPTH) {
      print_items(printer, value);
      return;
    }
    break;
  case PV_JSON_NULL: break;
  }
  pv_printer_null(printer);
}
