#include "support/values.h"

#include "base/str.h"
#include "support/pvtest.h"
#include "value/value.h"

static pv_text make_text(pv_arena *arena, const char *bytes) {
  pv_text text = {.bytes = pv_str_from(bytes), .vocabulary = pv_vocabulary_new(arena)};
  text.tokens = pv_tokenize(arena, text.bytes, text.vocabulary, (pv_spans){0});
  return text;
}

static pv_str print(pv_arena *arena, const pv_value *value) {
  switch (value->kind) {
  case PV_VALUE_DATE: return pv_date_print(arena, value);
  case PV_VALUE_PERIOD: return pv_period_print(arena, value);
  case PV_VALUE_FREQUENCY:
  case PV_VALUE_PLACE: return value->unit;
  case PV_VALUE_REDACTED: return pv_str_from(pv_value_kind_name(value->hidden));
  default: return pv_decimal_print(arena, value->number);
  }
}

void pv_check_values(const char *bytes, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  pv_text text = make_text(arena, bytes);
  pv_values values = pv_values_read(arena, &text);
  pv_str got = PV_STR("");
  for (size_t i = 0; i < values.count; i++) {
    const pv_value *value = &values.items[i];
    pv_str printed = print(arena, value), figures = pv_decimal_print(arena, value->figures);
    bool has_currency = value->kind == PV_VALUE_MONEY;
    got = pv_str_printf(arena, "%s%s%s:" PV_STR_FMT "%s%s%s%s%s%s", got.data, i ? ", " : "",
                        pv_value_kind_name(value->kind), PV_STR_ARG(printed),
                        value->differs ? "!" : "", value->differs ? figures.data : "",
                        has_currency ? " " : "", has_currency ? value->unit.data : "",
                        value->assumed ? "?" : "", value->business ? " business" : "");
  }
  if (strcmp(got.data, expected) != 0) print_error("in: %s\n", bytes);
  assert_string_equal(got.data, expected);
  pv_arena_free(arena);
}

void pv_check_value_span(const char *bytes, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  pv_text text = make_text(arena, bytes);
  pv_values values = pv_values_read(arena, &text);
  assert_int_equal(values.count, 1);
  pv_span at = pv_text_span(&text, values.items[0].first, values.items[0].end);
  pv_str got = pv_str_copy(arena, pv_str_slice(text.bytes, at));
  assert_string_equal(got.data, expected);
  pv_arena_free(arena);
}
