#include "portfolio/day.h"

#include "base/str.h"

typedef struct {
  int32_t year;
  int32_t month; // 1 to 12
  int32_t day;
} civil;

enum { LATEST_YEAR = 9999 };

// Howard Hinnant's algorithm: years start in March, eras have 400 of them.
static pv_day day_of(civil date) {
  int32_t year = date.month <= 2 ? date.year - 1 : date.year;
  int32_t era = (year >= 0 ? year : year - 399) / 400;
  int32_t of_era = year - era * 400;
  int32_t of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static civil civil_of(pv_day day) {
  int32_t shifted = day + 719468;
  int32_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int32_t of_era = shifted - era * 146097;
  int32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int32_t of_year = of_era - (365 * year + year / 4 - year / 100);
  int32_t month = (5 * of_year + 2) / 153;
  civil date = {year + era * 400, month < 10 ? month + 3 : month - 9,
                of_year - (153 * month + 2) / 5 + 1};
  if (date.month <= 2) date.year++;
  return date;
}

static int32_t days_in(int32_t year, int32_t month) {
  civil next = month == 12 ? (civil){year + 1, 1, 1} : (civil){year, month + 1, 1};
  return day_of(next) - day_of((civil){year, month, 1});
}

// The number of `count` digits at `pos`, -1 if there is none.
static int32_t digits_at(pv_str text, size_t pos, size_t count) {
  int32_t number = 0;
  if (pos + count > text.size) return -1;
  for (size_t i = pos; i < pos + count; i++) {
    if (text.data[i] < '0' || text.data[i] > '9') return -1;
    number = number * 10 + (text.data[i] - '0');
  }
  return number;
}

// Month and day are 0 where the date does not have them.
static bool read_date(pv_str text, civil *date) {
  *date = (civil){digits_at(text, 0, 4), 0, 0};
  if (date->year < 1) return false;
  if (text.size == 4) return true;
  date->month = digits_at(text, 5, 2);
  if (text.data[4] != '-' || date->month < 1 || date->month > 12) return false;
  if (text.size == 7) return true;
  date->day = digits_at(text, 8, 2);
  return text.size == 10 && text.data[7] == '-' && date->day >= 1 &&
         date->day <= days_in(date->year, date->month);
}

pv_day pv_day_first(pv_str date) {
  civil c;
  if (!read_date(date, &c)) return PV_NO_DAY;
  return day_of((civil){c.year, c.month ? c.month : 1, c.day ? c.day : 1});
}

pv_day pv_day_last(pv_str date) {
  civil c;
  if (!read_date(date, &c)) return PV_NO_DAY;
  if (!c.month) c.month = 12;
  return day_of((civil){c.year, c.month, c.day ? c.day : days_in(c.year, c.month)});
}

static pv_day add_months(pv_day start, int64_t months) {
  civil date = civil_of(start);
  int64_t month = (int64_t)date.year * 12 + date.month - 1 + months;
  if (month / 12 > LATEST_YEAR) return PV_LAST_DAY;
  date.year = (int32_t)(month / 12);
  date.month = (int32_t)(month % 12) + 1;
  int32_t last = days_in(date.year, date.month);
  if (date.day > last) date.day = last;
  return day_of(date) - 1;
}

pv_day pv_day_after(pv_day start, pv_str period) {
  enum { MOST = 1000000 };
  int64_t number = 0;
  if (period.size < 3 || period.data[0] != 'P') return PV_NO_DAY;
  for (size_t i = 1; i + 1 < period.size; i++) {
    if (period.data[i] < '0' || period.data[i] > '9' || number > MOST) return PV_NO_DAY;
    number = number * 10 + (period.data[i] - '0');
  }
  switch (period.data[period.size - 1]) {
  case 'Y': return add_months(start, number * 12);
  case 'M': return add_months(start, number);
  case 'W': number *= 7; break;
  case 'D': break;
  default: return PV_NO_DAY;
  }
  return number > MOST ? PV_LAST_DAY : start + (pv_day)number - 1;
}

pv_str pv_day_print(pv_arena *arena, pv_day day) {
  static const char *const months[] = {"January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December"};
  civil date = civil_of(day);
  return pv_str_printf(arena, "%d %s %d", (int)date.day, months[date.month - 1], (int)date.year);
}
