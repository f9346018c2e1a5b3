#include "write/text_value.h"

#include "base/buffer.h"
#include "base/str.h"
#include "write/page.h"

enum { LONGEST_TEXT = 300, LONGEST_ASIDE = 60 }; // columns

pv_str pv_display_name(pv_arena *arena, pv_str name) {
  pv_str words = pv_str_copy(arena, pv_display_clean(arena, name));
  pv_buffer out = {.arena = arena};
  size_t start = 0;
  if (pv_str_starts_with(words, PV_STR("ip_"))) {
    pv_buffer_add(&out, PV_STR("IP"));
    start = 2;
  }
  for (size_t i = start; i < words.size; i++)
    pv_buffer_add_char(&out, words.data[i] == '_' ? ' ' : words.data[i]);
  return pv_buffer_str(&out);
}

static bool is_digits(pv_str text, size_t start, size_t end) {
  for (size_t i = start; i < end; i++)
    if (text.data[i] < '0' || text.data[i] > '9') return false;
  return end > start;
}

static int two_digits(const char *at) { return (at[0] - '0') * 10 + (at[1] - '0'); }

pv_str pv_display_date(pv_arena *arena, pv_str date) {
  static const char *const months[] = {"January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December"};
  if (date.size != 10 || !is_digits(date, 0, 4) || !is_digits(date, 5, 7) ||
      !is_digits(date, 8, 10))
    return date;
  int month = two_digits(date.data + 5);
  if (month < 1 || month > 12) return date;
  return pv_str_printf(arena, "%d %s %.4s", two_digits(date.data + 8), months[month - 1],
                       date.data);
}

// "0.125" is 12.5 %: the point goes two places on. What is no decimal stays as it is.
static void add_rate(pv_buffer *out, pv_str rate) {
  size_t point = 0;
  while (point < rate.size && rate.data[point] != '.') point++;
  size_t decimals = point < rate.size ? rate.size - point - 1 : 0;
  if (!is_digits(rate, 0, point) || (decimals && !is_digits(rate, point + 1, rate.size))) {
    pv_buffer_add(out, rate);
    return;
  }
  pv_buffer digits = {.arena = out->arena};
  pv_buffer_add(&digits, (pv_str){rate.data, point});
  if (decimals) pv_buffer_add(&digits, (pv_str){rate.data + point + 1, decimals});
  if (decimals < 2) pv_buffer_repeat(&digits, '0', 2 - decimals);
  size_t whole = point + 2, start = 0, end = digits.size;
  while (start + 1 < whole && digits.data[start] == '0') start++;
  while (end > whole && digits.data[end - 1] == '0') end--;
  pv_buffer_add(out, (pv_str){digits.data + start, whole - start});
  if (end > whole) pv_buffer_add_char(out, '.');
  pv_buffer_add(out, (pv_str){digits.data + whole, end - whole});
  pv_buffer_add(out, PV_STR(" %"));
}

static bool is_enumerated(pv_str value) {
  for (size_t i = 0; i < value.size; i++)
    if ((value.data[i] < 'a' || value.data[i] > 'z') && value.data[i] != '_') return false;
  return value.size > 0;
}

static void add_string(pv_buffer *out, pv_str value, pv_slot_type type) {
  if (type == PV_SLOT_RATE)
    add_rate(out, value);
  else if (is_enumerated(value))
    pv_buffer_add(out, pv_display_name(out->arena, value));
  else
    pv_buffer_add(out, pv_display_clean(out->arena, value));
}

static bool add_tier(pv_buffer *out, const pv_json *value) {
  bool is_tier = value->kind == PV_JSON_OBJECT && value->count == 3 &&
                 pv_str_equal(value->names[0], PV_STR("from"));
  if (!is_tier) return false;
  pv_str from = value->items[0].string, to = value->items[1].string;
  if (!from.size && !to.size) pv_buffer_add(out, PV_STR("?"));
  if (from.size)
    pv_buffer_printf(out, to.size ? PV_STR_FMT " to " : "above " PV_STR_FMT, PV_STR_ARG(from));
  if (to.size) pv_buffer_printf(out, from.size ? PV_STR_FMT : "up to " PV_STR_FMT, PV_STR_ARG(to));
  pv_buffer_add(out, PV_STR(": "));
  const pv_json *rate = &value->items[2];
  if (rate->kind == PV_JSON_STRING)
    add_rate(out, rate->string);
  else
    for (size_t i = 0; i < rate->count; i++)
      pv_buffer_printf(out, "%s" PV_STR_FMT, i ? " " : "", PV_STR_ARG(rate->items[i].string));
  return true;
}

// Values hold strings, and objects and lists of strings; what lies deeper is told apart in JSON.
static void add_value(pv_buffer *out, const pv_json *value, pv_slot_type type) {
  if (add_tier(out, value)) return;
  if (value->kind == PV_JSON_STRING) add_string(out, value->string, type);
  if (value->kind == PV_JSON_BOOL)
    pv_buffer_add(out, value->boolean ? PV_STR("yes") : PV_STR("no"));
  bool is_object = value->kind == PV_JSON_OBJECT;
  for (size_t i = 0; i < value->count; i++) {
    const pv_json *item = &value->items[i];
    if (item->kind != PV_JSON_STRING) continue;
    bool is_unit = is_object && pv_str_equal(value->names[i], PV_STR("per"));
    bool is_rate = is_object && pv_str_equal(value->names[i], PV_STR("rate"));
    if (i) pv_buffer_add(out, is_unit ? PV_STR(" per ") : is_object ? PV_STR(" ") : PV_STR(", "));
    add_string(out, item->string, is_rate ? PV_SLOT_RATE : PV_SLOT_TEXT);
  }
}

// Does the value only repeat the words: the term they name, the event they tell?
static bool is_in_words(const pv_json *value) {
  return value->kind == PV_JSON_OBJECT && value->count == 1 &&
         (pv_str_equal(value->names[0], PV_STR("term")) ||
          pv_str_equal(value->names[0], PV_STR("end_event")));
}

static void add_text_and_value(pv_buffer *out, const pv_slot_value *value, pv_slot_type type) {
  pv_buffer meant = {.arena = out->arena};
  add_value(&meant, &value->value, type);
  pv_str text = pv_display_clean(out->arena, value->text);
  text = pv_display_cut(out->arena, text, LONGEST_TEXT);
  pv_str shown = pv_buffer_str(&meant);
  if (!text.size || pv_str_equal_ignoring_case(shown, text)) {
    pv_buffer_add(out, shown);
  } else if (!shown.size || is_in_words(&value->value) || type == PV_SLOT_TEXT) {
    pv_buffer_add(out, text);
  } else if (value->value.kind == PV_JSON_OBJECT) {
    pv_buffer_add(out, text);
    pv_buffer_printf(out, " (" PV_STR_FMT ")", PV_STR_ARG(shown));
  } else {
    pv_str aside = pv_display_cut(out->arena, text, LONGEST_ASIDE);
    pv_buffer_printf(out, PV_STR_FMT " (“" PV_STR_FMT "”)", PV_STR_ARG(shown), PV_STR_ARG(aside));
  }
}

static void add_remarks(pv_buffer *out, const pv_slot_value *value) {
  if (value->with_affiliates) pv_buffer_add(out, PV_STR(" and affiliates"));
  if (value->assumed) pv_buffer_add(out, PV_STR(" [currency assumed]"));
  if (value->status != PV_STATUS_STATED)
    pv_buffer_printf(out, " [%s]", pv_status_name(value->status));
}

pv_str pv_display_slot(pv_arena *arena, const pv_slot *slot, pv_slot_type type) {
  pv_buffer out = {.arena = arena};
  for (size_t i = 0; i < slot->count; i++) {
    const pv_slot_value *value = &slot->values[i];
    if (i) pv_buffer_add(&out, PV_STR(", "));
    size_t start = out.size;
    if (slot->is_list && value->value.kind != PV_JSON_NULL && type != PV_SLOT_TEXT)
      add_value(&out, &value->value, type);
    if (out.size == start) add_text_and_value(&out, value, type);
    add_remarks(&out, value);
  }
  return pv_buffer_str(&out);
}

const pv_frame_slot *pv_display_frame_slot(const pv_grammar *grammar, pv_str family, pv_str name) {
  for (size_t i = 0; grammar && i < grammar->frame_count; i++) {
    const pv_frame *frame = &grammar->frames[i];
    if (!pv_str_equal(frame->family, family)) continue;
    for (size_t k = 0; k < frame->slot_count; k++)
      if (pv_str_equal(frame->slots[k].name, name)) return &frame->slots[k];
  }
  return NULL;
}
