// day.h - dates as day numbers, and the end of a period.
#ifndef PV_PORTFOLIO_DAY_H
#define PV_PORTFOLIO_DAY_H

#include "base/arena.h"

// Days since 1970-01-01, negative before it.
typedef int32_t pv_day;
#define PV_NO_DAY INT32_MIN
#define PV_LAST_DAY INT32_MAX // for ever

// "2026-03-02", "2026-03" or "2026" as the first or the last day of it; PV_NO_DAY if it is no date.
pv_day pv_day_first(pv_str date);
pv_day pv_day_last(pv_str date);

// The last day of a period that starts on `start`: "P8Y", "P18M", "P30D", "P2W".
pv_day pv_day_after(pv_day start, pv_str period);

// "2 March 2026"
pv_str pv_day_print(pv_arena *arena, pv_day day);

#endif
