// value.h - the value stage: tokens in, typed values at their places out.
//
//   in:  the text
//   out: numbers, percentages, money, dates, periods and places, in the order of the text; where
//        two could start at a token the longer one stands ("five percent (5%)" is one percentage)
//
// Values are exact: a number is a decimal, never a float.
#ifndef PV_VALUE_VALUE_H
#define PV_VALUE_VALUE_H

#include "text/text.h"

// mantissa / 10^scale; at most 18 digits. 0.25 is {25, 2}.
typedef struct {
  int64_t mantissa;
  uint8_t scale;
} pv_decimal;

typedef enum {
  PV_VALUE_NUMBER,    // 12, twelve (12), one hundred twenty-five thousand, 2.5 million
  PV_VALUE_PERCENT,   // five percent (5%), 12.5%, one half of one percent, 50 basis points
  PV_VALUE_MONEY,     // $1,000, US$ 2.5 million, ten thousand dollars ($10,000)
  PV_VALUE_DATE,      // March 2, 2026, 2 March 2026, 2026-03-02, the 1st day of March, 2026
  PV_VALUE_PERIOD,    // two (2) years, thirty days, 12-month period
  PV_VALUE_FREQUENCY, // monthly, quarterly, each calendar quarter, per annum
  PV_VALUE_PLACE,     // worldwide, the United States, North America
  PV_VALUE_REDACTED,  // [***]%, $[***], or a redaction alone
  PV_VALUE_KIND_COUNT,
} pv_value_kind;

typedef enum { PV_DATE_DAY, PV_DATE_MONTH, PV_DATE_YEAR } pv_date_precision;

typedef struct {
  pv_value_kind kind;
  uint32_t first; // tokens
  uint32_t end;
  bool differs;      // words and figures disagree: `number` has the words, `figures` the figures
  pv_decimal number; // the number; a percentage as a fraction (5% is 0.05); the amount of money;
                     // the count of a period
  pv_decimal figures;
  pv_str unit;   // currency code ("USD"), unit of a period ("D" "W" "M" "Q" "Y") or of a frequency
                 // ("P1M"), code of a place ("US", "worldwide"; empty for a region), else empty
  bool assumed;  // the currency is not stated: "$" alone
  bool business; // business days
  pv_value_kind hidden; // PV_VALUE_REDACTED: what is withheld: number, percentage, money or period
  int16_t year;         // a date
  uint8_t month;
  uint8_t day;
  pv_date_precision precision;
} pv_value;

typedef struct {
  const pv_value *items;
  size_t count;
} pv_values;

// Cannot fail.
pv_values pv_values_read(pv_arena *arena, const pv_text *text);

// "number", "percent", …
const char *pv_value_kind_name(pv_value_kind kind);

// "0.25", "1000", without zeros at the end: the form of reports.
pv_str pv_decimal_print(pv_arena *arena, pv_decimal number);

bool pv_decimal_equal(pv_decimal a, pv_decimal b);

// The number times 10^`exponent`.
pv_decimal pv_decimal_shift(pv_decimal number, int exponent);

// "2026-03-02", "2026-03" or "2026": ISO 8601, as precise as it is known.
pv_str pv_date_print(pv_arena *arena, const pv_value *date);

// The last day of what is known of the date: "2032-12-31" of 2032, "2026-02-28" of February 2026.
pv_str pv_date_print_last(pv_arena *arena, const pv_value *date);

// The day that is `period` after the day `date`; the last of the month where that has no such day.
// False where the period is not one of whole days, weeks, months, quarters or years, or the year is
// out of range.
bool pv_date_after(const pv_value *date, const pv_value *period, pv_value *out);

// "P2Y", "P10D": ISO 8601; a quarter is three months.
pv_str pv_period_print(pv_arena *arena, const pv_value *period);

// "the preceding calendar quarter": the ISO 8601 period of the unit of time that the tokens
// [first, end) name last, or an empty string.
pv_str pv_unit_of_time(pv_arena *arena, const pv_text *text, uint32_t first, uint32_t end);

#endif
