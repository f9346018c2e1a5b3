// The words are those of the Rich Text Format Specification 1.9.1; the table below has them in the
// order of their bytes, as they are looked up there.
#include "read/rtf_word.h"

#include <stdlib.h>

#include "base/str.h"
#include "read/font_sign.h"

enum {
  MOST_REPLACED = 64,
  NO_BREAK_SPACE = 0xA0,
  HYPHEN = '-',
  SIGNS = 0xF000,
  SIGNS_END = 0xF100
};

typedef struct {
  const char *name;
  void (*act)(pv_rtf *rtf, const pv_rtf_token *word, int32_t value);
  int32_t value;
} action;

// \deleted is on, \deleted0 is off.
static bool is_on(const pv_rtf_token *word) { return !word->has_number || word->number != 0; }

static void add_char(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)word;
  pv_rtf_add_char(rtf, (uint32_t)value);
}

static void add_tab(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)word, (void)value;
  pv_rtf_add_tab(rtf);
}

static void break_line(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)word, (void)value;
  pv_rtf_break_line(rtf);
}

static void end_paragraph(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)word, (void)value;
  pv_rtf_end_paragraph(rtf);
}

static void go_to(pv_rtf *rtf, const pv_rtf_token *word, int32_t destination) {
  (void)word;
  pv_rtf_top(rtf)->destination = (pv_rtf_destination)destination;
}

// In a pair of which Unicode is the better half.
static void go_to_text(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)word, (void)value;
  if (pv_rtf_top(rtf)->destination == PV_RTF_THROUGH) pv_rtf_top(rtf)->destination = PV_RTF_TEXT;
}

static void begin_box(pv_rtf *rtf, const pv_rtf_token *word, int32_t ends) {
  (void)word;
  pv_rtf_group *group = pv_rtf_top(rtf);
  if (group->ends) return;
  bool good = pv_rtf_begin_box(rtf);
  group->destination = good ? PV_RTF_TEXT : PV_RTF_LEFT_OUT;
  if (good) group->ends = (pv_rtf_ends)ends;
}

static void tell_endnote(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)word, (void)value;
  pv_rtf_top(rtf)->is_endnote = true;
}

static void begin_field(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)word, (void)value;
  if (!pv_rtf_top(rtf)->ends) pv_rtf_top(rtf)->ends = PV_RTF_ENDS_FIELD;
}

static void begin_instruction(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)word, (void)value;
  if (pv_rtf_is_text(rtf)) rtf->instruction.size = 0;
  pv_rtf_top(rtf)->destination = PV_RTF_INSTRUCTION;
}

static void begin_result(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)word, (void)value;
  pv_str instruction = pv_str_trim(pv_buffer_str(&rtf->instruction));
  pv_rtf_top(rtf)->is_contents |= pv_str_starts_with(instruction, PV_STR("TOC"));
  rtf->instruction.size = 0;
}

static void reset_paragraph(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)word, (void)value;
  pv_rtf_top(rtf)->cells = 0;
}

static void reset_characters(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)word, (void)value;
  pv_rtf_group *group = pv_rtf_top(rtf);
  group->is_hidden = group->is_deleted = group->is_inserted = false;
  group->font = pv_rtf_font_find(&rtf->fonts, rtf->default_font);
}

static void hide(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)value;
  pv_rtf_top(rtf)->is_hidden = is_on(word);
}

static void delete_text(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)value;
  pv_rtf_top(rtf)->is_deleted = is_on(word);
}

static void insert_text(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)value;
  pv_rtf_top(rtf)->is_inserted = is_on(word);
}

static void enter_table(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)value;
  size_t wanted = !word->has_number ? 1 : word->number > 0 ? (size_t)word->number : 0;
  size_t most = PV_LIMIT_TABLE_DEPTH;
  pv_rtf_top(rtf)->cells = wanted < most ? wanted : most;
}

static void enter_first_table(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)value;
  size_t *cells = &pv_rtf_top(rtf)->cells;
  if (!is_on(word))
    *cells = 0;
  else if (!*cells)
    *cells = 1;
}

static void end_cell(pv_rtf *rtf, const pv_rtf_token *word, int32_t depth) {
  (void)word;
  pv_rtf_end_cell(rtf, (size_t)depth);
}

static void begin_row(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)word, (void)value;
  pv_rtf_begin_row(rtf);
}

static void end_row(pv_rtf *rtf, const pv_rtf_token *word, int32_t depth) {
  (void)word;
  pv_rtf_end_row(rtf, (size_t)depth);
}

static void set_page(pv_rtf *rtf, const pv_rtf_token *word, int32_t page) {
  if (page || word->number > 0) rtf->fonts.page = page ? page : word->number;
}

static void set_default_font(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)value;
  rtf->default_font = word->number;
}

static void set_font(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)value;
  if (pv_rtf_top(rtf)->destination == PV_RTF_FONTS)
    pv_rtf_font_open(&rtf->fonts, word->number);
  else
    pv_rtf_top(rtf)->font = pv_rtf_font_find(&rtf->fonts, word->number);
}

// The font of another script; only that of the double bytes tells anything.
static void set_other_font(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)value;
  size_t font = pv_rtf_font_find(&rtf->fonts, word->number);
  if (rtf->after_dbch && pv_rtf_font_is_double_byte(&rtf->fonts, font))
    pv_rtf_top(rtf)->font = font;
}

static void set_font_charset(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)value;
  if (pv_rtf_top(rtf)->destination == PV_RTF_FONTS)
    pv_rtf_font_set_charset(&rtf->fonts, word->number);
}

static void set_font_page(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)value;
  if (pv_rtf_top(rtf)->destination == PV_RTF_FONTS) pv_rtf_font_set_page(&rtf->fonts, word->number);
}

static void set_replaced(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)value;
  bool good = word->has_number && word->number >= 0 && word->number <= MOST_REPLACED;
  pv_rtf_top(rtf)->replaced = good ? (size_t)word->number : 1;
}

// \u8220, \u-3913; two halves make a character above U+FFFF.
static void add_unicode(pv_rtf *rtf, const pv_rtf_token *word, int32_t value) {
  (void)value;
  uint32_t unit = (uint32_t)word->number & 0xFFFF, high = rtf->high;
  rtf->high = 0;
  rtf->skipped = pv_rtf_top(rtf)->replaced;
  if (unit >= 0xD800 && unit < 0xDC00) {
    rtf->high = unit;
    return;
  }
  bool is_low = unit >= 0xDC00 && unit < 0xE000;
  uint32_t codepoint = unit ? unit : 0xFFFD;
  if (is_low) codepoint = high ? 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00) : 0xFFFD;
  const pv_rtf_font *font = &rtf->fonts.items.items[pv_rtf_top(rtf)->font];
  if (codepoint >= SIGNS && codepoint < SIGNS_END)
    codepoint = pv_font_sign((pv_str){font->name, font->name_size}, codepoint);
  pv_rtf_add_char(rtf, codepoint);
}

static const action actions[] = {
    {"af", set_other_font, 0},
    {"annotation", go_to, PV_RTF_COMMENT},
    {"ansicpg", set_page, 0},
    {"atnauthor", go_to, PV_RTF_LEFT_OUT},
    {"atnid", go_to, PV_RTF_LEFT_OUT},
    {"bullet", add_char, 0x2022},
    {"cell", end_cell, 1},
    {"colortbl", go_to, PV_RTF_LEFT_OUT},
    {"column", end_paragraph, 0},
    {"cpg", set_font_page, 0},
    {"deff", set_default_font, 0},
    {"deleted", delete_text, 0},
    {"do", go_to, PV_RTF_THROUGH},
    {"dptxbxtext", begin_box, PV_RTF_ENDS_BOX},
    {"emdash", add_char, 0x2014},
    {"emspace", add_char, ' '},
    {"endash", add_char, 0x2013},
    {"enspace", add_char, ' '},
    {"f", set_font, 0},
    {"falt", go_to, PV_RTF_LEFT_OUT},
    {"fcharset", set_font_charset, 0},
    {"field", begin_field, 0},
    {"filetbl", go_to, PV_RTF_LEFT_OUT},
    {"fldinst", begin_instruction, 0},
    {"fldrslt", begin_result, 0},
    {"fontemb", go_to, PV_RTF_LEFT_OUT},
    {"fonttbl", go_to, PV_RTF_FONTS},
    {"footer", go_to, PV_RTF_LEFT_OUT},
    {"footerf", go_to, PV_RTF_LEFT_OUT},
    {"footerl", go_to, PV_RTF_LEFT_OUT},
    {"footerr", go_to, PV_RTF_LEFT_OUT},
    {"footnote", begin_box, PV_RTF_ENDS_NOTE},
    {"ftnalt", tell_endnote, 0},
    {"ftncn", go_to, PV_RTF_LEFT_OUT},
    {"ftnsep", go_to, PV_RTF_LEFT_OUT},
    {"ftnsepc", go_to, PV_RTF_LEFT_OUT},
    {"header", go_to, PV_RTF_LEFT_OUT},
    {"headerf", go_to, PV_RTF_LEFT_OUT},
    {"headerl", go_to, PV_RTF_LEFT_OUT},
    {"headerr", go_to, PV_RTF_LEFT_OUT},
    {"info", go_to, PV_RTF_LEFT_OUT},
    {"intbl", enter_first_table, 0},
    {"itap", enter_table, 0},
    {"ldblquote", add_char, 0x201C},
    {"line", break_line, 0},
    {"listoverridetable", go_to, PV_RTF_LEFT_OUT},
    {"listtable", go_to, PV_RTF_LEFT_OUT},
    {"lquote", add_char, 0x2018},
    {"mac", set_page, 10000},
    {"nestcell", end_cell, 2},
    {"nestrow", end_row, 2},
    {"nesttableprops", go_to, PV_RTF_TEXT},
    {"nonesttables", go_to, PV_RTF_LEFT_OUT},
    {"nonshppict", go_to, PV_RTF_LEFT_OUT},
    {"objdata", go_to, PV_RTF_LEFT_OUT},
    {"page", end_paragraph, 0},
    {"par", end_paragraph, 0},
    {"pard", reset_paragraph, 0},
    {"pc", set_page, 437},
    {"pca", set_page, 850},
    {"pict", go_to, PV_RTF_LEFT_OUT},
    {"plain", reset_characters, 0},
    {"private", go_to, PV_RTF_LEFT_OUT},
    {"qmspace", add_char, ' '},
    {"rdblquote", add_char, 0x201D},
    {"revised", insert_text, 0},
    {"revtbl", go_to, PV_RTF_LEFT_OUT},
    {"row", end_row, 1},
    {"rquote", add_char, 0x2019},
    {"rxe", go_to, PV_RTF_LEFT_OUT},
    {"sect", end_paragraph, 0},
    {"shpinst", go_to, PV_RTF_THROUGH},
    {"shprslt", go_to, PV_RTF_LEFT_OUT},
    {"shptxt", begin_box, PV_RTF_ENDS_BOX},
    {"softline", add_char, ' '},
    {"stylesheet", go_to, PV_RTF_LEFT_OUT},
    {"tab", add_tab, 0},
    {"tc", go_to, PV_RTF_LEFT_OUT},
    {"tcn", go_to, PV_RTF_LEFT_OUT},
    {"trowd", begin_row, 0},
    {"txe", go_to, PV_RTF_LEFT_OUT},
    {"u", add_unicode, 0},
    {"uc", set_replaced, 0},
    {"ud", go_to_text, 0},
    {"upr", go_to, PV_RTF_THROUGH},
    {"v", hide, 0},
    {"xe", go_to, PV_RTF_LEFT_OUT},
};

static int compare(const void *name, const void *item) {
  return pv_str_compare(*(const pv_str *)name, pv_str_from(((const action *)item)->name));
}

void pv_rtf_act(pv_rtf *rtf, const pv_rtf_token *word) {
  bool is_starred = rtf->is_starred;
  rtf->is_starred = false;
  if (pv_rtf_top(rtf)->destination == PV_RTF_LEFT_OUT) return;
  const action *found =
      bsearch(&word->text, actions, sizeof actions / sizeof *actions, sizeof *actions, compare);
  if (found)
    found->act(rtf, word, found->value);
  else if (is_starred)
    pv_rtf_top(rtf)->destination = PV_RTF_LEFT_OUT;
  rtf->after_dbch = pv_str_equal(word->text, PV_STR("dbch"));
}

void pv_rtf_act_symbol(pv_rtf *rtf, char symbol) {
  switch (symbol) {
  case '*': rtf->is_starred = true; break;
  case '~': pv_rtf_add_char(rtf, NO_BREAK_SPACE); break;
  case '_': pv_rtf_add_char(rtf, HYPHEN); break;
  case '\t': pv_rtf_add_tab(rtf); break;
  case '\r':
  case '\n': pv_rtf_end_paragraph(rtf); break;
  default: break; // \- and what only changes how the text looks
  }
}
