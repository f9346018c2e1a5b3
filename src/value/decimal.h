// decimal.h - arithmetic on exact decimals, as far as reading values needs it.
#ifndef PV_VALUE_DECIMAL_H
#define PV_VALUE_DECIMAL_H

#include "value/value.h"

enum { PV_DECIMAL_DIGITS = 18 };

// "1,000.50", ".5", "30": commas only between groups of three. False where it is no such number or
// has more digits than fit.
bool pv_decimal_parse(pv_str text, pv_decimal *number);

// False where the result does not fit.
bool pv_decimal_add(pv_decimal a, pv_decimal b, pv_decimal *sum);
bool pv_decimal_multiply(pv_decimal a, pv_decimal b, pv_decimal *product);

// Less than, equal to or greater than 0 as `a` is less than, equal to or greater than `b`.
int pv_decimal_compare(pv_decimal a, pv_decimal b);

// `numerator` / `denominator`, cut after 12 digits: one third is 0.333333333333.
pv_decimal pv_decimal_fraction(int64_t numerator, int64_t denominator);

// Without zeros at the end of its fraction.
pv_decimal pv_decimal_trim(pv_decimal number);

#endif
