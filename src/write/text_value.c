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

// The word for a unit of a period, with the space before it.
static const char *unit_of(char letter) {
  static const struct {
    char letter;
    const char *word;
  } units[] = {{'D', " day"}, {'H', " hour"}, {'M', " month"}, {'W', " week"}, {'Y', " year"}};
  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    if (units[i].letter == letter) return units[i].word;
  return NULL;
}

pv_str pv_display_period(pv_arena *arena, pv_str period) {
  pv_buffer out = {.arena = arena};
  for (size_t at = 1; at < period.size;) {
    size_t start = at;
    while (at < period.size && period.data[at] >= '0' && period.data[at] <= '9') at++;
    const char *unit = at < period.size && at > start ? unit_of(period.data[at]) : NULL;
    if (period.data[0] != 'P' || !unit) return period;
    bool is_one = at == start + 1 && period.data[start] == '1';
    pv_buffer_printf(&out, "%s%.*s%s%s", out.size ? " " : "", (int)(at - start),
                     period.data + start, unit, is_one ? "" : "s");
    at++;
  }
  return out.size ? pv_buffer_str(&out) : period;
}

// "every 3 months" of P3M, "every year" of P1Y.
static pv_str frequency_of(pv_arena *arena, pv_str period) {
  pv_str words = pv_display_period(arena, period);
  if (pv_str_equal(words, period)) return period;
  if (pv_str_starts_with(words, PV_STR("1 "))) words = (pv_str){words.data + 2, words.size - 2};
  return pv_str_printf(arena, "every " PV_STR_FMT, PV_STR_ARG(words));
}

static bool is_enumerated(pv_str value) {
  for (size_t i = 0; i < value.size; i++)
    if ((value.data[i] < 'a' || value.data[i] > 'z') && value.data[i] != '_') return false;
  return value.size > 0;
}

static void add_string(pv_buffer *out, pv_str value, pv_slot_type type) {
  if (type == PV_SLOT_RATE)
    add_rate(out, value);
  else if (type == PV_SLOT_PERIOD)
    pv_buffer_add(out, pv_display_period(out->arena, value));
  else if (type == PV_SLOT_FREQUENCY && value.size && value.data[0] == 'P')
    pv_buffer_add(out, frequency_of(out->arena, value));
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

static const pv_json *member(const pv_json *value, const char *name) {
  for (size_t i = 0; value->kind == PV_JSON_OBJECT && i < value->count; i++)
    if (pv_str_equal(value->names[i], pv_str_from(name))) return &value->items[i];
  return NULL;
}

// How the member of an object is shown.
static pv_slot_type type_of_member(pv_str name) {
  if (pv_str_equal(name, PV_STR("rate"))) return PV_SLOT_RATE;
  return pv_str_equal(name, PV_STR("duration")) ? PV_SLOT_PERIOD : PV_SLOT_TEXT;
}

// Values hold strings, and objects and lists of strings; what lies deeper is told apart in JSON. A
// tail stands behind all else.
static void add_value(pv_buffer *out, const pv_json *value, pv_slot_type type) {
  if (add_tier(out, value)) return;
  if (value->kind == PV_JSON_STRING) add_string(out, value->string, type);
  if (value->kind == PV_JSON_BOOL)
    pv_buffer_add(out, value->boolean ? PV_STR("yes") : PV_STR("no"));
  bool is_object = value->kind == PV_JSON_OBJECT;
  for (size_t i = 0; i < value->count; i++) {
    const pv_json *item = &value->items[i];
    if (item->kind != PV_JSON_STRING || item == member(value, "tail")) continue;
    bool is_unit = is_object && pv_str_equal(value->names[i], PV_STR("per"));
    if (i) pv_buffer_add(out, is_unit ? PV_STR(" per ") : is_object ? PV_STR(" ") : PV_STR(", "));
    add_string(out, item->string, is_object ? type_of_member(value->names[i]) : PV_SLOT_TEXT);
  }
}

static bool has_digit(pv_str text) {
  for (size_t i = 0; i < text.size; i++)
    if (text.data[i] >= '0' && text.data[i] <= '9') return true;
  return false;
}

// Does the value only repeat the words: the term they name, the event they tell, a number that
// stands in them in figures? Not if it says which currency is assumed.
static bool is_in_words(const pv_slot_value *slot, pv_str text) {
  const pv_json *value = &slot->value;
  if (value->kind != PV_JSON_OBJECT) return false;
  bool is_number = has_digit(text) && !slot->assumed;
  return member(value, "term") || member(value, "end_event") || is_number;
}

// "and 1 year thereafter"
static void add_tail(pv_buffer *out, const pv_json *value) {
  const pv_json *tail = member(value, "tail");
  if (!tail) return;
  pv_str period = pv_display_period(out->arena, tail->string);
  pv_buffer_printf(out, " and " PV_STR_FMT " thereafter", PV_STR_ARG(period));
}

static void add_text_and_value(pv_buffer *out, const pv_slot_value *value, pv_slot_type type) {
  pv_buffer meant = {.arena = out->arena};
  add_value(&meant, &value->value, type);
  pv_str text = pv_display_clean(out->arena, value->text);
  text = pv_display_cut(out->arena, text, LONGEST_TEXT);
  pv_str shown = pv_buffer_str(&meant);
  if (!text.size || pv_str_equal_ignoring_case(shown, text)) {
    pv_buffer_add(out, shown);
  } else if (!shown.size || is_in_words(value, text) || type == PV_SLOT_TEXT) {
    pv_buffer_add(out, text);
  } else if (value->value.kind == PV_JSON_OBJECT) {
    pv_buffer_add(out, text);
    pv_buffer_printf(out, " (" PV_STR_FMT ")", PV_STR_ARG(shown));
  } else {
    pv_str aside = pv_display_cut(out->arena, text, LONGEST_ASIDE);
    pv_buffer_printf(out, PV_STR_FMT " (“" PV_STR_FMT "”)", PV_STR_ARG(shown), PV_STR_ARG(aside));
  }
  add_tail(out, &value->value);
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
