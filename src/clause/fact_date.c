// The dates of the document: when it was made, from when and until when it holds.
//
// An expiration is a date that the document names, or its period counted from where it says the
// period starts; else from its effective date, else from the date it was made.
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "clause/fact.h"

enum { HEAD = 250, PREAMBLE = 1500, PREAMBLE_SENTENCES = 30, STRONG = 75 };

static pv_fact fact_of(pv_arena *arena, const pv_findings *findings, const pv_value *date) {
  pv_fact_range at = {date->first, date->end};
  return pv_fact_at(arena, findings->text, at, pv_date_print(arena, date));
}

// The date that fills `date` of the match, or NULL.
static const pv_value *date_of(const pv_findings *findings, const pv_match *match) {
  if (!match) return NULL;
  return pv_fact_value(findings, PV_TYPE_DATE, pv_fact_filler(match, "date"));
}

// The strongest match of the kind that starts in the preamble.
static const pv_match *in_preamble(const pv_findings *findings, const char *kind) {
  const pv_match *match = pv_fact_match(findings, kind);
  return match && match->first < PREAMBLE ? match : NULL;
}

// The first full date up to token `end`, or NULL.
static const pv_value *first_date(const pv_findings *findings, uint32_t end) {
  for (size_t i = 0; i < findings->values.count; i++) {
    const pv_value *value = &findings->values.items[i];
    if (value->first >= end) break;
    if (value->kind == PV_VALUE_DATE && value->precision == PV_DATE_DAY) return value;
  }
  return NULL;
}

static bool is_later(const pv_value *a, const pv_value *b) {
  if (a->year != b->year) return a->year > b->year;
  if (a->month != b->month) return a->month > b->month;
  return a->day > b->day;
}

// The latest of the dates beside signatures: only then all have signed.
static const pv_value *last_signature(const pv_findings *findings) {
  const pv_value *last = NULL;
  for (size_t i = 0; i < findings->entity_matches.count; i++) {
    const pv_match *match = &findings->entity_matches.items[i];
    if (!pv_fact_is(match, "signed")) continue;
    const pv_value *date = date_of(findings, match);
    if (date && date->precision == PV_DATE_DAY && (!last || is_later(date, last))) last = date;
  }
  return last;
}

static uint32_t preamble_end(const pv_text *text) {
  size_t count = text->sentences.count;
  if (count > PREAMBLE_SENTENCES) count = PREAMBLE_SENTENCES;
  return count ? text->sentences.items[count - 1].end : 0;
}

static pv_fact find_agreement_date(pv_arena *arena, const pv_findings *findings) {
  const pv_match *made = in_preamble(findings, "agreement");
  const pv_match *open = in_preamble(findings, "agreement_open");
  if (open && (!made || open->points >= made->points))
    return pv_fact_at(arena, findings->text, pv_fact_filler(open, "text"), PV_STR(""));
  const pv_value *date = made && made->points >= STRONG ? date_of(findings, made) : NULL;
  if (!date) date = first_date(findings, HEAD);
  if (!date) date = last_signature(findings);
  if (!date) date = date_of(findings, made);
  if (!date) date = first_date(findings, preamble_end(findings->text));
  return date ? fact_of(arena, findings, date) : (pv_fact){0};
}

// As `fact`, but said elsewhere: by the words of `match`.
static pv_fact inherited(pv_fact fact) {
  if (fact.status == PV_STATUS_STATED) fact.status = PV_STATUS_INHERITED;
  return fact;
}

static pv_fact find_effective_date(pv_report *report, const pv_findings *findings) {
  const pv_match *match = pv_fact_match(findings, "effective");
  const pv_match *own = pv_fact_match(findings, "effective_agreement");
  if (match && (!own || match->points >= own->points)) {
    const pv_value *date = date_of(findings, match);
    if (date) return fact_of(report->arena, findings, date);
  }
  return own ? inherited(report->facts.agreement_date) : (pv_fact){0};
}

// "2026-03-02" as a date; false where the fact is no day.
static bool read_day(const pv_fact *fact, pv_value *date) {
  int year, month, day;
  char text[11] = "";
  if (fact->value.size != 10) return false;
  memcpy(text, fact->value.data, 10);
  if (sscanf(text, "%4d-%2d-%2d", &year, &month, &day) != 3) return false;
  *date = (pv_value){
      .kind = PV_VALUE_DATE, .year = (int16_t)year, .month = (uint8_t)month, .day = (uint8_t)day};
  return true;
}

// Where the period starts: the date that `start` names, or that of the document.
static bool find_start(const pv_report *report, const pv_findings *findings, const pv_match *match,
                       pv_value *start) {
  const pv_value *named = pv_fact_value(findings, PV_TYPE_DATE, pv_fact_filler(match, "start"));
  if (named) {
    *start = *named;
    return named->precision == PV_DATE_DAY;
  }
  if (read_day(&report->facts.effective_date, start)) return true;
  return report->facts.effective_date.text.size == 0 &&
         read_day(&report->facts.agreement_date, start);
}

// The period of the match: that of its words, or of its anniversary. False if there is none.
static bool find_period(const pv_findings *findings, const pv_match *match, pv_value *period) {
  const pv_value *value = pv_fact_value(findings, PV_TYPE_PERIOD, pv_fact_filler(match, "period"));
  if (value) {
    *period = *value;
    return true;
  }
  pv_str years = pv_fact_choice(match, "years"); // P10Y
  if (years.size < 3) return false;
  *period = (pv_value){.kind = PV_VALUE_PERIOD, .unit = PV_STR("Y")};
  for (size_t i = 1; i + 1 < years.size; i++)
    period->number.mantissa = 10 * period->number.mantissa + (years.data[i] - '0');
  return true;
}

static pv_fact find_expiration_date(pv_report *report, const pv_findings *findings) {
  pv_arena *arena = report->arena;
  const pv_match *match = pv_fact_match(findings, "expiration");
  const pv_match *open = pv_fact_match(findings, "perpetual");
  if (open && (!match || open->points > match->points))
    return pv_fact_at(arena, findings->text, pv_fact_filler(open, "text"), PV_STR("perpetual"));
  if (!match) return (pv_fact){0};
  const pv_value *date = date_of(findings, match);
  if (date) {
    pv_fact_range at = {date->first, date->end};
    return pv_fact_at(arena, findings->text, at, pv_date_print_last(arena, date));
  }
  pv_value period, start, end;
  bool is_known = find_period(findings, match, &period) &&
                  find_start(report, findings, match, &start) &&
                  pv_date_after(&start, &period, &end);
  pv_fact_range words =
      pv_fact_filler(match, pv_fact_choice(match, "years").size ? "text" : "period");
  return pv_fact_at(arena, findings->text, words,
                    is_known ? pv_date_print(arena, &end) : PV_STR(""));
}

void pv_fact_find_dates(pv_report *report, const pv_findings *findings) {
  pv_document_facts *facts = &report->facts;
  facts->agreement_date = find_agreement_date(report->arena, findings);
  facts->effective_date = find_effective_date(report, findings);
  facts->expiration_date = find_expiration_date(report, findings);
}
