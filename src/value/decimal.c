#include "value/decimal.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/str.h"

enum { MAX_SCALE = 40 }; // far beyond what a text has

static const int64_t limit = 999999999999999999; // PV_DECIMAL_DIGITS digits

pv_decimal pv_decimal_trim(pv_decimal number) {
  while (number.scale && number.mantissa % 10 == 0) {
    number.mantissa /= 10;
    number.scale--;
  }
  return number;
}

bool pv_decimal_equal(pv_decimal a, pv_decimal b) {
  a = pv_decimal_trim(a);
  b = pv_decimal_trim(b);
  return a.mantissa == b.mantissa && a.scale == b.scale;
}

static bool add_digit(pv_decimal *number, int digit) {
  if (number->mantissa > (limit - digit) / 10) return false;
  number->mantissa = number->mantissa * 10 + digit;
  return true;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Is the comma at `at` one between groups: three digits behind it, and then no fourth?
static bool is_group_comma(pv_str text, size_t at) {
  if (at == 0 || at + 4 > text.size) return false;
  for (size_t i = at + 1; i < at + 4; i++)
    if (!is_digit(text.data[i])) return false;
  return at + 4 == text.size || !is_digit(text.data[at + 4]);
}

bool pv_decimal_parse(pv_str text, pv_decimal *number) {
  pv_decimal read = {0};
  bool has_point = false, has_digit = false;
  for (size_t i = 0; i < text.size; i++) {
    char c = text.data[i];
    if (is_digit(c)) {
      if (!add_digit(&read, c - '0')) return false;
      has_digit = true;
      if (has_point) read.scale++;
    } else if (c == '.' && !has_point && i + 1 < text.size) {
      has_point = true;
    } else if (c != ',' || has_point || !is_group_comma(text, i)) {
      return false;
    }
  }
  if (has_digit) *number = read;
  return has_digit;
}

// 10^18 is the largest that fits; a scale beyond it is a number of no size.
static int64_t power_of_ten(uint8_t exponent) {
  int64_t power = 1;
  for (uint8_t i = 0; i < exponent && i < PV_DECIMAL_DIGITS; i++) power *= 10;
  return power;
}

// The mantissa at a larger scale.
static bool widen(pv_decimal *number, uint8_t scale) {
  while (number->scale < scale) {
    if (number->mantissa > limit / 10 || number->mantissa < -limit / 10) return false;
    number->mantissa *= 10;
    number->scale++;
  }
  return true;
}

bool pv_decimal_add(pv_decimal a, pv_decimal b, pv_decimal *sum) {
  uint8_t scale = a.scale > b.scale ? a.scale : b.scale;
  if (!widen(&a, scale) || !widen(&b, scale) || a.mantissa > limit - b.mantissa) return false;
  *sum = (pv_decimal){a.mantissa + b.mantissa, scale};
  return true;
}

// Below 10^18 in size, so that the whole parts decide, and then the fractions at one scale.
int pv_decimal_compare(pv_decimal a, pv_decimal b) {
  a = pv_decimal_trim(a);
  b = pv_decimal_trim(b);
  int64_t power_a = power_of_ten(a.scale), power_b = power_of_ten(b.scale);
  int64_t whole_a = a.mantissa / power_a, whole_b = b.mantissa / power_b;
  if (whole_a != whole_b) return whole_a < whole_b ? -1 : 1;
  int64_t rest_a = a.mantissa % power_a, rest_b = b.mantissa % power_b;
  for (; a.scale < b.scale; a.scale++) rest_a *= 10;
  for (; b.scale < a.scale; b.scale++) rest_b *= 10;
  return rest_a < rest_b ? -1 : rest_a > rest_b;
}

bool pv_decimal_multiply(pv_decimal a, pv_decimal b, pv_decimal *product) {
  a = pv_decimal_trim(a);
  b = pv_decimal_trim(b);
  if (b.mantissa && a.mantissa > limit / b.mantissa) return false;
  if (a.scale + b.scale > PV_DECIMAL_DIGITS) return false;
  *product = pv_decimal_trim(
      (pv_decimal){a.mantissa * b.mantissa, (uint8_t)(unsigned)(a.scale + b.scale)});
  return true;
}

pv_decimal pv_decimal_fraction(int64_t numerator, int64_t denominator) {
  pv_decimal fraction = {numerator / denominator, 0};
  int64_t rest = numerator % denominator;
  while (rest && fraction.scale < 12 && fraction.mantissa < limit / 10) {
    rest *= 10;
    fraction.mantissa = fraction.mantissa * 10 + rest / denominator;
    fraction.scale++;
    rest %= denominator;
  }
  return fraction;
}

pv_decimal pv_decimal_shift(pv_decimal number, int exponent) {
  for (; exponent < 0 && number.scale < MAX_SCALE; exponent++) number.scale++;
  for (; exponent > 0; exponent--) {
    if (number.scale)
      number.scale--;
    else if (number.mantissa <= limit / 10)
      number.mantissa *= 10;
  }
  return number;
}

pv_str pv_decimal_print(pv_arena *arena, pv_decimal number) {
  number = pv_decimal_trim(number);
  const char *sign = number.mantissa < 0 ? "-" : "";
  char digits[24];
  uint64_t size = number.mantissa < 0 ? 0 - (uint64_t)number.mantissa : (uint64_t)number.mantissa;
  int count = snprintf(digits, sizeof digits, "%" PRIu64, size);
  int whole = count - number.scale;
  if (number.scale == 0) return pv_str_printf(arena, "%s%s", sign, digits);
  if (whole > 0) return pv_str_printf(arena, "%s%.*s.%s", sign, whole, digits, digits + whole);
  static const char zeros[] = "00000000000000000000000000000000";
  int missing = -whole < (int)sizeof zeros - 1 ? -whole : (int)sizeof zeros - 1;
  return pv_str_printf(arena, "%s0.%.*s%s", sign, missing, zeros, digits);
}
