// amendment.c - later documents that change earlier ones, in the order of their dates.
#include <stdlib.h>

#include "base/str.h"
#include "portfolio/portfolio.h"

static bool is_later(const pv_portfolio_document *a, const pv_portfolio_document *b) {
  return a->date == PV_NO_DAY || b->date == PV_NO_DAY || a->date > b->date;
}

// "First Amendment to X" holds all words of "X", and has the same parties.
static bool amends(const pv_portfolio_document *later, const pv_portfolio_document *base) {
  return later->title_words.count > base->title_words.count &&
         pv_bag_within(base->title_words, later->title_words) && is_later(later, base);
}

// The document with the longest title that this one amends.
static size_t find_base(const pv_portfolio *portfolio, size_t number) {
  const pv_portfolio_document *document = &portfolio->documents.items[number];
  pv_portfolio_neighbours near = pv_portfolio_same_parties(portfolio, number);
  size_t best = PV_NO_DOCUMENT;
  for (size_t n = 0; n < near.count; n++) {
    size_t i = near.items[n];
    const pv_portfolio_document *base = &portfolio->documents.items[i];
    if (!amends(document, base)) continue;
    if (best == PV_NO_DOCUMENT ||
        base->title_words.count > portfolio->documents.items[best].title_words.count)
      best = i;
  }
  return best;
}

// "5" is section 5 with all that is in it: 5.1, 5(a).
static bool is_in_section(pv_str section, pv_str deleted) {
  if (!deleted.size || !pv_str_starts_with(section, deleted)) return false;
  if (section.size == deleted.size) return true;
  char next = section.data[deleted.size];
  return next < '0' || next > '9';
}

static bool deletes(const pv_portfolio_document *amendment, const pv_promise *promise) {
  for (size_t i = 0; i < amendment->deleted_count; i++)
    if (is_in_section(promise->section, amendment->deleted[i])) return true;
  return false;
}

static bool is_restatement(const pv_portfolio_document *document) {
  return pv_str_equal(document->kind, PV_STR("restatement"));
}

// A promise of the same kind about the same words takes the place of the earlier one.
static bool replaces(const pv_promise *later, const pv_promise *earlier) {
  return later->kind == earlier->kind && later->subject.text.size &&
         pv_bag_equal(later->subject.words, earlier->subject.words) &&
         pv_bag_equal(later->activities, earlier->activities);
}

static bool ends(const pv_portfolio *portfolio, const pv_portfolio_document *amendment,
                 const pv_promise *promise) {
  if (is_restatement(amendment) || deletes(amendment, promise)) return true;
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
