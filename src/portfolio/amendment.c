// amendment.c - later documents that change earlier ones, in the order of their dates.
#include <stdlib.h>

#include "base/str.h"
#include "portfolio/portfolio.h"

static bool is_later(const pv_portfolio_document *a, const pv_portfolio_document *b) {
  return a->date == PV_NO_DAY || b->date == PV_NO_DAY || a->date > b->date;
}

static bool is_of_date(const pv_portfolio_document *base, pv_day date) {
  return date == base->made || date == base->date;
}

// Does the later one say that it changes an agreement of this title, or of this date and a title
// that does not differ?
static bool names(const pv_portfolio_document *later, const pv_portfolio_document *base) {
  pv_bag named = later->amended_title, title = base->title_words;
  if (pv_bag_equal(named, title))
    return later->amended_date == PV_NO_DAY || base->date == PV_NO_DAY ||
           is_of_date(base, later->amended_date);
  return later->amended_date != PV_NO_DAY && is_of_date(base, later->amended_date) &&
         (!named.count || pv_bag_within(named, title) || pv_bag_within(title, named));
}

// "First Amendment to X" holds all words of "X", and has the same parties.
static bool has_title_of(const pv_portfolio_document *later, const pv_portfolio_document *base) {
  return later->title_words.count > base->title_words.count &&
         pv_bag_within(base->title_words, later->title_words);
}

static bool is_said_to_change(const pv_portfolio_document *document) {
  return document->amended_title.count || document->amended_date != PV_NO_DAY;
}

static bool amends(const pv_portfolio_document *later, const pv_portfolio_document *base) {
  if (!is_later(later, base)) return false;
  return (is_said_to_change(later) && names(later, base)) || has_title_of(later, base);
}

// The document that this one says it amends, or else the one with the longest title.
static size_t find_base(const pv_portfolio *portfolio, size_t number) {
  const pv_portfolio_document *document = &portfolio->documents.items[number];
  pv_portfolio_neighbours near = pv_portfolio_same_parties(portfolio, number);
  size_t best = PV_NO_DOCUMENT;
  for (size_t n = 0; n < near.count; n++) {
    size_t i = near.items[n];
    const pv_portfolio_document *base = &portfolio->documents.items[i];
    if (!amends(document, base)) continue;
    if (is_said_to_change(document) && names(document, base)) return i;
    if (best == PV_NO_DOCUMENT ||
        base->title_words.count > portfolio->documents.items[best].title_words.count)
      best = i;
  }
  return best;
}

static bool deletes(const pv_portfolio_document *amendment, size_t number,
                    const pv_promise *promise) {
  bool is_of_base = amendment->amends == number;
  pv_str section = is_of_base ? promise->section : promise->stands_for;
  for (size_t i = 0; i < amendment->deleted_count; i++)
    if (pv_section_is_in(section, amendment->deleted[i].section)) return true;
  return false;
}

// A restatement says all anew, and a termination ends all.
static bool ends_all(const pv_portfolio_document *document) {
  return pv_str_equal(document->kind, PV_STR("restatement")) ||
         pv_str_equal(document->kind, PV_STR("termination"));
}

// A promise of the same kind about the same words takes the place of the earlier one.
static bool replaces(const pv_promise *later, const pv_promise *earlier) {
  return later->kind == earlier->kind && later->subject.text.size &&
         pv_bag_equal(later->subject.words, earlier->subject.words) &&
         pv_bag_equal(later->activities, earlier->activities);
}

static bool ends(const pv_portfolio *portfolio, const pv_portfolio_document *amendment,
                 const pv_promise *promise) {
  if (ends_all(amendment) || deletes(amendment, promise->document, promise)) return true;
  for (size_t i = 0; i < amendment->promise_count; i++)
    if (replaces(&portfolio->promises.items[amendment->first_promise + i], promise)) return true;
  return false;
}

// Ends what `document`, the one that is amended or an earlier amendment of it, promised.
static void apply_to(pv_portfolio *portfolio, size_t number,
                     const pv_portfolio_document *document) {
  const pv_portfolio_document *amendment = &portfolio->documents.items[number];
  for (size_t i = 0; i < document->promise_count; i++) {
    pv_promise *promise = &portfolio->promises.items[document->first_promise + i];
    if (promise->replaced_on != PV_NO_DAY && promise->replaced_on <= amendment->date) continue;
    if (!ends(portfolio, amendment, promise)) continue;
    promise->replaced_on = amendment->date;
    promise->replaced_by = number;
    pv_duration *duration = &promise->duration;
    if (duration->end == PV_NO_DAY || duration->end >= amendment->date)
      duration->end = amendment->date - 1;
  }
}

static void apply(pv_portfolio *portfolio, size_t number) {
  const pv_portfolio_document *amendment = &portfolio->documents.items[number];
  if (amendment->date == PV_NO_DAY) return;
  pv_portfolio_neighbours near = pv_portfolio_same_parties(portfolio, number);
  for (size_t n = 0; n < near.count; n++) {
    const pv_portfolio_document *document = &portfolio->documents.items[near.items[n]];
    bool is_of_chain = near.items[n] == amendment->amends || document->amends == amendment->amends;
    if (is_of_chain && is_later(amendment, document)) apply_to(portfolio, number, document);
  }
}

void pv_portfolio_apply_amendments(pv_portfolio *portfolio) {
  for (size_t i = 0; i < portfolio->documents.count; i++)
    portfolio->documents.items[i].amends = find_base(portfolio, i);
  for (size_t i = 0; i < portfolio->documents.count; i++)
    if (portfolio->documents.items[i].amends != PV_NO_DOCUMENT &&
        !portfolio->documents.items[i].is_non_binding)
      apply(portfolio, i);
}
