// lookup.c - terms that a document uses in the meaning of another one.
#include "base/str.h"
#include "portfolio/portfolio.h"

// The longest term of the document whose words are all in `words`, or NULL.
static const pv_concept *find_term(const pv_portfolio *portfolio,
                                   const pv_portfolio_document *document, pv_bag words) {
  const pv_concept *best = NULL;
  for (size_t i = 0; i < document->term_count; i++) {
    const pv_concept *term = &portfolio->terms.items[document->first_term + i].concept;
    if (!pv_bag_within(term->term_words, words)) continue;
    if (!best || term->term_words.count > best->term_words.count) best = term;
  }
  return best;
}

static void look_up(const pv_portfolio *portfolio, pv_portfolio_neighbours near,
                    pv_concept *subject) {
  if (subject->is_defined || !subject->text.size) return;
  for (size_t n = 0; n < near.count; n++) {
    const pv_concept *found =
        find_term(portfolio, &portfolio->documents.items[near.items[n]], subject->words);
    if (!found) continue;
    subject->term = found->term;
    subject->term_words = found->term_words;
    subject->is_defined = true;
    subject->meaning = found->meaning;
    subject->excluded = found->excluded;
    subject->defined_in = near.items[n];
    return;
  }
}

void pv_portfolio_look_up_terms(pv_portfolio *portfolio) {
  for (size_t d = 0; d < portfolio->documents.count; d++) {
    const pv_portfolio_document *document = &portfolio->documents.items[d];
    if (!document->promise_count) continue;
    pv_portfolio_neighbours near = pv_portfolio_same_parties(portfolio, d);
    for (size_t i = 0; near.count && i < document->promise_count; i++)
      look_up(portfolio, near, &portfolio->promises.items[document->first_promise + i].subject);
  }
}
