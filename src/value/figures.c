// figures.c - numbers in digits.
#include "base/str.h"
#include "value/decimal.h"
#include "value/reader.h"

int pv_magnitude_read(const pv_value_reader *reader, uint32_t at, uint32_t *end) {
  static const pv_word_row rows[] = {{"billion", 9, 0},  {"bn", 9, 0},       {"crore", 7, 0},
                                     {"hundred", 2, 0},  {"lakh", 5, 0},     {"mil", 6, 0},
                                     {"million", 6, 0},  {"mln", 6, 0},      {"mm", 6, 0},
                                     {"thousand", 3, 0}, {"trillion", 12, 0}};
  if (!(pv_reader_traits(reader, at) & (PV_TRAIT_NUMBER | PV_TRAIT_UNIT))) return 0;
  const pv_word_row *row = pv_reader_row(reader, at, rows, sizeof rows / sizeof *rows);
  bool is_length = row && row->word[1] == 'm' && reader->tokens[at].letters != PV_CASE_UPPER;
  if (!row || is_length) return 0;
  *end = at + 1;
  return row->number;
}

// "1/2" at `at`, with denominators that people write: not "50/50" and not a date.
static bool read_fraction(const pv_value_reader *reader, uint32_t at, pv_amount *amount) {
  if (pv_reader_mark(reader, at + 1) != '/') return false;
  int numerator = pv_reader_small_number(reader, at, false);
  if (numerator < 0) return false;
  int denominator = pv_reader_small_number(reader, at + 2, false);
  if (denominator <= numerator || pv_reader_mark(reader, at + 3) == '/') return false;
  static const int usual[] = {2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100, 1000};
  for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
    if (usual[i] != denominator) continue;
    *amount = (pv_amount){.end = at + 3,
                          .number = pv_decimal_fraction(numerator, denominator),
                          .is_fraction = denominator % 3 == 0};
    return true;
  }
  return false;
}

// The vulgar fraction at the end of `bytes`, which is cut off: "½", and "2½" in one token.
static bool cut_vulgar(pv_str *bytes, pv_decimal *number) {
  static const struct {
    const char *mark;
    pv_decimal number;
  } rows[] = {{"\u00bd", {5, 1}}, {"\u00bc", {25, 2}}, {"\u00be", {75, 2}}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    pv_str mark = pv_str_from(rows[i].mark);
    if (!pv_str_ends_with(*bytes, mark)) continue;
    bytes->size -= mark.size;
    *number = rows[i].number;
    return true;
  }
  return false;
}

static bool read_vulgar(const pv_value_reader *reader, uint32_t at, pv_decimal *number) {
  pv_str bytes = pv_reader_bytes(reader, at);
  bool is_ascii = bytes.size == 0 || (unsigned char)bytes.data[bytes.size - 1] < 0x80;
  if (is_ascii || !cut_vulgar(&bytes, number)) return false;
  pv_decimal whole = {0};
  if (bytes.size && !pv_decimal_parse(bytes, &whole)) return false;
  return pv_decimal_add(*number, whole, number);
}

// "1/2" or "½" behind a whole number, as in "2 1/2", "2-1/2" and "2½".
static void add_fraction(const pv_value_reader *reader, pv_amount *amount) {
  if (amount->number.scale) return;
  pv_amount fraction = {.end = amount->end + 1};
  if (!read_vulgar(reader, amount->end, &fraction.number) &&
      !read_fraction(reader, pv_reader_after_hyphen(reader, amount->end), &fraction))
    return;
  if (!pv_decimal_add(amount->number, fraction.number, &amount->number)) return;
  amount->end = fraction.end;
  amount->is_fraction |= fraction.is_fraction;
}

// "2.5M", "10K": digits and a magnitude in one token; "5m" is five million behind a currency.
static bool read_suffixed(pv_str bytes, bool is_money, pv_decimal *number) {
  if (bytes.size < 2) return false;
  char last = bytes.data[bytes.size - 1];
  bool is_million = last == 'M' || (is_money && last == 'm');
  int exponent = is_million ? 6 : last == 'K' || last == 'k' ? 3 : last == 'B' ? 9 : 0;
  if (!exponent || !pv_decimal_parse((pv_str){bytes.data, bytes.size - 1}, number)) return false;
  *number = pv_decimal_shift(*number, exponent);
  return true;
}

static bool follows_currency(const pv_value_reader *reader, uint32_t at) {
  return at > 0 && reader->tokens[at - 1].kind == PV_TOKEN_SYMBOL && pv_reader_joined(reader, at);
}

// ".5" as two tokens, which it is behind "$" or "(": the point is at `at`.
static bool read_after_point(const pv_value_reader *reader, uint32_t at, pv_decimal *number) {
  if (pv_reader_mark(reader, at) != '.' || !pv_reader_joined(reader, at + 1)) return false;
  pv_str digits = pv_reader_bytes(reader, at + 1);
  if (digits.size > 12 || !pv_decimal_parse(digits, number) || number->scale) return false;
  number->scale = (uint8_t)digits.size;
  return true;
}

// "M", "K" and "B" right behind the digits.
static int read_letter(const pv_value_reader *reader, uint32_t at) {
  pv_str bytes = pv_reader_bytes(reader, at);
  if (bytes.size != 1 || !pv_reader_joined(reader, at)) return 0;
  return bytes.data[0] == 'M' ? 6 : bytes.data[0] == 'K' ? 3 : bytes.data[0] == 'B' ? 9 : 0;
}

bool pv_figures_read(const pv_value_reader *reader, uint32_t at, pv_amount *amount) {
  pv_amount read = {.end = at + 1};
  pv_str bytes = pv_reader_bytes(reader, at);
  if (read_fraction(reader, at, amount)) return true;
  if (read_vulgar(reader, at, &read.number)) {
    *amount = read;
    return true;
  }
  if (read_after_point(reader, at, &read.number))
    read.end = at + 2;
  else if (!pv_decimal_parse(bytes, &read.number) &&
           !read_suffixed(bytes, follows_currency(reader, at), &read.number))
    return false;
  add_fraction(reader, &read);
  uint32_t end = pv_reader_after_hyphen(reader, read.end);
  int exponent = pv_magnitude_read(reader, end, &read.end);
  if (!exponent && (exponent = read_letter(reader, read.end)) != 0) read.end++;
  read.exponent = exponent;
  *amount = read;
  return pv_decimal_multiply(read.number, pv_decimal_shift((pv_decimal){1, 0}, exponent),
                             &amount->number);
}
