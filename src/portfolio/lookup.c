// lookup.c - what a document leaves to another one between the same parties: the meaning of a term,
// the rate of a payment.
#include "base/str.h"
#include "portfolio/portfolio.h"

// The longest term of the document whose words are all in `words`, or NULL.
static const pv_portfolio_term *find_term(const pv_portfolio *portfolio,
                                          const pv_portfolio_document *document, pv_bag words) {
  const pv_portfolio_term *best = NULL;
  for (size_t i = 0; i < document->term_count; i++) {
    const pv_portfolio_term *term = &portfolio->terms.items[document->first_term + i];
    if (!pv_bag_within(term->concept.term_words, words)) continue;
    if (!best || term->concept.term_words.count > best->concept.term_words.count) best = term;
  }
  return best;
}

static void add(pv_portfolio *portfolio, const pv_promise *from, const char *slot,
                const pv_promise *by, pv_str value) {
  pv_resolved resolved = {
      .from = pv_portfolio_side(portfolio, from),
      .slot = pv_str_from(slot),
      .by = pv_portfolio_side(portfolio, by),
      .value = value,
  };
  PV_PUSH(portfolio->arena, &portfolio->resolved, resolved);
}

static bool is_payment(const pv_promise *promise) {
  return promise->kind == PV_PROMISE_PAYMENT || promise->kind == PV_PROMISE_PURCHASE;
}

static void look_up_term(pv_portfolio *portfolio, pv_portfolio_neighbours near,
                         pv_promise *promise) {
  pv_concept *subject = &promise->subject;
  if (subject->is_defined || !subject->text.size) return;
  for (size_t n = 0; n < near.count; n++) {
    const pv_portfolio_term *found =
        find_term(portfolio, &portfolio->documents.items[near.items[n]], subject->words);
    if (!found) continue;
    subject->term = found->concept.term;
    subject->term_words = found->concept.term_words;
    subject->is_defined = true;
    subject->meaning = found->concept.meaning;
    subject->excluded = found->concept.excluded;
    subject->defined_in = near.items[n];
    add(portfolio, promise, is_payment(promise) ? "base" : "subject",
        &portfolio->promises.items[found->promise], subject->term);
    return;
  }
}

static bool are_same_sides(const pv_portfolio *portfolio, const pv_promise *a,
                           const pv_promise *b) {
  const pv_portfolio_document *documents = portfolio->documents.items;
  if (!a->grantor.count || !b->grantor.count) return false;
  const pv_portfolio_party *left =
      pv_portfolio_find_party(&documents[a->document], a->grantor.names[0]);
  const pv_portfolio_party *right =
      pv_portfolio_find_party(&documents[b->document], b->grantor.names[0]);
  return left && right && left->group == right->group;
}

// The payment of the same side on the same base that states its rate, in the document that this one
// amends or else in the first one between the same parties.
static const pv_promise *find_payment(const pv_portfolio *portfolio, pv_portfolio_neighbours near,
                                      const pv_promise *promise) {
  const pv_promise *found = NULL;
  for (size_t n = 0; n < near.count; n++) {
    const pv_portfolio_document *document = &portfolio->documents.items[near.items[n]];
    bool is_amended = portfolio->documents.items[promise->document].amends == near.items[n];
    for (size_t i = 0; i < document->promise_count; i++) {
      const pv_promise *other = &portfolio->promises.items[document->first_promise + i];
      if (other->kind != PV_PROMISE_PAYMENT || !other->figure.size) continue;
      if (!pv_bag_equal(other->subject.words, promise->subject.words)) continue;
      if (!are_same_sides(portfolio, promise, other)) continue;
      if (is_amended) return other;
      if (!found) found = other;
    }
  }
  return found;
}

static void look_up_rate(pv_portfolio *portfolio, pv_portfolio_neighbours near,
                         pv_promise *promise) {
  if (promise->kind != PV_PROMISE_PAYMENT || promise->figure.size || !promise->subject.text.size ||
      !promise->is_elsewhere)
    return;
  const pv_promise *found = find_payment(portfolio, near, promise);
  if (found) add(portfolio, promise, "rates", found, found->figure);
}

void pv_portfolio_look_up(pv_portfolio *portfolio) {
  for (size_t d = 0; d < portfolio->documents.count; d++) {
    const pv_portfolio_document *document = &portfolio->documents.items[d];
    if (!document->promise_count) continue;
    pv_portfolio_neighbours near = pv_portfolio_same_parties(portfolio, d);
    for (size_t i = 0; near.count && i < document->promise_count; i++) {
      pv_promise *promise = &portfolio->promises.items[document->first_promise + i];
      look_up_term(portfolio, near, promise);
      look_up_rate(portfolio, near, promise);
    }
  }
}
