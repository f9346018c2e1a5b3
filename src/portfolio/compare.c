// compare.c - the promises of one grantor, in pairs from two documents.
//
// An index by group of companies brings together what may collide; nothing compares all with all.
#include <stdlib.h>

#include "base/hash.h"
#include "base/str.h"
#include "portfolio/pair.h"
#include "report/report.h"

// A promise under one of the parties whose comparison it takes part in.
typedef struct {
  size_t family;
  size_t promise;
  const pv_portfolio_party *party;
  bool as_grantor;
} entry;

typedef PV_VECTOR(entry) entries;

typedef struct {
  pv_portfolio *portfolio;
  const pv_compare_options *options;
  size_t compared;
} comparing;

static int by_family(const void *left, const void *right) {
  const entry *a = left, *b = right;
  if (a->family != b->family) return a->family < b->family ? -1 : 1;
  if (a->promise != b->promise) return a->promise < b->promise ? -1 : 1;
  return (int)b->as_grantor - (int)a->as_grantor;
}

static void add_side(comparing *all, entries *list, size_t number, const pv_side *side,
                     bool as_grantor) {
  const pv_promise *promise = &all->portfolio->promises.items[number];
  const pv_portfolio_document *document = &all->portfolio->documents.items[promise->document];
  for (size_t i = 0; i < document->party_count; i++) {
    const pv_portfolio_party *party = &document->parties[i];
    bool named = side->is_each;
    for (size_t k = 0; k < side->count && !named; k++)
      named = pv_str_equal(side->names[k], party->name);
    if (!named || !party->key.size) continue;
    PV_PUSH(all->portfolio->arena, list, ((entry){party->family, number, party, as_grantor}));
  }
}

static bool is_promised_to(const pv_side *side, const pv_portfolio_party *party) {
  if (!side->count) return true; // who it is was not said: all others
  for (size_t i = 0; i < side->count; i++)
    if (pv_str_equal(side->names[i], party->name)) return true;
  return false;
}

// Is one of those to whom the promise is made a party of the family?
static bool benefits_family(const comparing *all, const pv_promise *promise, size_t family,
                            size_t grantor) {
  const pv_portfolio_document *document = &all->portfolio->documents.items[promise->document];
  for (size_t i = 0; i < document->party_count; i++) {
    const pv_portfolio_party *party = &document->parties[i];
    if (party->family == family && party->family != grantor &&
        is_promised_to(&promise->beneficiary, party))
      return true;
  }
  return false;
}

static bool benefit_the_same(const comparing *all, const pv_promise *a, const pv_promise *b,
                             size_t grantor) {
  const pv_portfolio_document *document = &all->portfolio->documents.items[a->document];
  for (size_t i = 0; i < document->party_count; i++) {
    const pv_portfolio_party *party = &document->parties[i];
    if (party->family != grantor && is_promised_to(&a->beneficiary, party) &&
        benefits_family(all, b, party->family, grantor))
      return true;
  }
  return false;
}

// Whoever is promised something must be somebody else than the grantor.
static bool has_beneficiary(const comparing *all, const pv_promise *promise, size_t grantor) {
  const pv_portfolio_document *document = &all->portfolio->documents.items[promise->document];
  for (size_t i = 0; i < document->party_count; i++)
    if (document->parties[i].family != grantor &&
        is_promised_to(&promise->beneficiary, &document->parties[i]))
      return true;
  return false;
}

// An exclusivity between the same two people in both documents is one promise, not two.
static bool are_between_different(const comparing *all, const pv_comparison *comparison,
                                  const entry *a, const entry *b, bool swapped) {
  const pv_promise *left = &all->portfolio->promises.items[a->promise];
  const pv_promise *right = &all->portfolio->promises.items[b->promise];
  const entry *one = swapped ? b : a, *other = swapped ? a : b;
  if (!one->as_grantor || (!other->as_grantor && !comparison->either_side)) return false;
  if (!has_beneficiary(all, left, a->family) || !has_beneficiary(all, right, b->family))
    return false;
  return benefit_the_same(all, left, right, a->family) == comparison->same_sides;
}

static pv_compared compare_grantors(const pv_promise *left, const pv_promise *right, const entry *a,
                                    const entry *b) {
  if (a->party->group == b->party->group) return (pv_compared){PV_RELATION_SAME, PV_WHY_PLAIN};
  bool reaches = left->grantor.with_affiliates || right->grantor.with_affiliates;
  return (pv_compared){reaches ? PV_RELATION_OVERLAP : PV_RELATION_UNKNOWN, PV_WHY_PLAIN};
}

static pv_verdict verdict_of(const pv_compared *dimensions) {
  pv_verdict verdict = PV_VERDICT_OVERLAP;
  for (size_t i = 0; i < PV_DIMENSION_COUNT; i++) {
    if (dimensions[i].relation == PV_RELATION_DISJOINT) return PV_VERDICT_DISJOINT;
    if (dimensions[i].relation == PV_RELATION_UNKNOWN) verdict = PV_VERDICT_CANNOT_RULE_OUT;
  }
  return verdict;
}

static bool has_capital(pv_str text) {
  for (size_t i = 0; i < text.size; i++)
    if (text.data[i] >= 'A' && text.data[i] <= 'Z') return true;
  return false;
}

// Does a name decide that nobody defined? Then the doubt is about a category, not about words.
static bool hangs_on_name(const pv_pair *pair) {
  const pv_concept *a = &pair->left->subject, *b = &pair->right->subject;
  return (a->text.size && !a->is_defined && has_capital(a->text)) ||
         (b->text.size && !b->is_defined && has_capital(b->text));
}

// Do the subjects have a word in common that is not in the name of the grantor?
static bool share_a_word(const pv_pair *pair) {
  const pv_bag a = pair->left->subject.words, b = pair->right->subject.words;
  for (size_t i = 0; i < a.count; i++)
    if (pv_bag_has(b, a.items[i]) && !pv_name_has(pair->grantor->key, a.items[i])) return true;
  return false;
}

// How much less a conflict weighs where what it is about is not known: licenses are given for many
// things, and two of them without a common word are hardly one; an exclusivity is about a market.
static int doubt_about_subject(const pv_pair *pair) {
  if (pair->dimensions[PV_DIMENSION_SUBJECT].relation != PV_RELATION_UNKNOWN) return 0;
  bool is_stated = pair->left->subject.text.size && pair->right->subject.text.size;
  bool of_license =
      pair->left->kind == PV_PROMISE_LICENSE || pair->right->kind == PV_PROMISE_LICENSE;
  if (of_license && is_stated && !share_a_word(pair)) return 2;
  return !hangs_on_name(pair);
}

static pv_severity severity_of(const pv_pair *pair) {
  enum { UNSURE = 45 }; // hundredths of confidence
  if (pair->verdict == PV_VERDICT_DISJOINT) return PV_SEVERITY_INFO;
  int severity = (int)pair->kind->severity;
  severity -= doubt_about_subject(pair);
  severity -= pair->left->replaced_on != PV_NO_DAY || pair->right->replaced_on != PV_NO_DAY;
  severity -= pair->left->points < UNSURE || pair->right->points < UNSURE;
  bool binding = pair->left->is_binding && pair->right->is_binding;
  if (!binding && severity > (int)PV_SEVERITY_LOW) severity = (int)PV_SEVERITY_LOW;
  return severity < (int)PV_SEVERITY_LOW ? PV_SEVERITY_LOW : (pv_severity)severity;
}

static pv_str list_of(pv_arena *arena, pv_bag values) {
  pv_str out = {"", 0};
  for (size_t i = 0; i < values.count; i++)
    out = pv_str_printf(arena, PV_STR_FMT "%s" PV_STR_FMT, PV_STR_ARG(out), i ? ", " : "",
                        PV_STR_ARG(values.items[i]));
  return out;
}

pv_conflict_side pv_portfolio_side(const pv_portfolio *portfolio, const pv_promise *promise) {
  const pv_portfolio_document *document = &portfolio->documents.items[promise->document];
  return (pv_conflict_side){
      .document = promise->document,
      .document_id = document->id,
      .uri = document->uri,
      .clause = promise->clause,
      .kind = promise->clause_kind,
      .section = promise->section,
      .line = promise->line,
      .column = promise->column,
      .quote = promise->quote,
  };
}

static pv_conflict_side side_of(const pv_pair *pair, const pv_promise *promise) {
  pv_arena *arena = pair->portfolio->arena;
  pv_conflict_side side = pv_portfolio_side(pair->portfolio, promise);
  side.words[PV_DIMENSION_GRANTOR] =
      promise == pair->left ? pair->grantor->name : pair->right_grantor->name;
  side.words[PV_DIMENSION_SUBJECT] = promise->subject.text;
  side.words[PV_DIMENSION_ACTIVITY] = list_of(arena, promise->activities);
  side.words[PV_DIMENSION_TERRITORY] = promise->area.text;
  side.words[PV_DIMENSION_FIELD] = promise->field.text;
  side.words[PV_DIMENSION_TERM] = promise->duration.text;
  return side;
}

// The same two clauses give the same name, in whatever order their documents come.
static void put_fingerprint(const pv_pair *pair, char out[17]) {
  uint64_t a = pair->left->hash, b = pair->right->hash;
  uint64_t hash = pv_hash_add(PV_HASH_START, pv_str_from(pair->kind->code));
  uint64_t both[2] = {a < b ? a : b, a < b ? b : a};
  for (size_t i = 0; i < 16; i++)
    hash = pv_hash_byte(hash, (unsigned char)(both[i / 8] >> i % 8 * 8));
  for (size_t i = 0; i < 16; i++, hash <<= 4) out[i] = "0123456789abcdef"[hash >> 60];
  out[16] = '\0';
}

static void add_conflict(pv_portfolio *portfolio, const pv_pair *pair) {
  pv_conflict conflict = {
      .code = pv_str_from(pair->kind->code),
      .severity = severity_of(pair),
      .verdict = pair->verdict,
      .left = side_of(pair, pair->left),
      .right = side_of(pair, pair->right),
      .reason = pv_pair_reason(pair),
  };
  conflict.unresolved_terms = pv_pair_unresolved(pair, &conflict.unresolved_count);
  for (size_t i = 0; i < PV_DIMENSION_COUNT; i++)
    conflict.dimensions[i] = pair->dimensions[i].relation;
  put_fingerprint(pair, conflict.fingerprint);
  PV_PUSH(portfolio->arena, &portfolio->conflicts, conflict);
}

// All but the grantor.
static void compare_dimensions(pv_pair *pair) {
  const pv_promise *left = pair->left, *right = pair->right;
  pair->dimensions[PV_DIMENSION_SUBJECT] = pv_compare_subjects(left, right);
  pair->dimensions[PV_DIMENSION_ACTIVITY] =
      pv_compare_activities(left->activities, right->activities);
  pair->dimensions[PV_DIMENSION_TERRITORY] = pv_compare_areas(left, right);
  pair->dimensions[PV_DIMENSION_FIELD] = pv_compare_fields(left, right);
  pair->dimensions[PV_DIMENSION_TERM] = pv_compare_durations(&left->duration, &right->duration);
}

static void compare_pair(comparing *all, const entry *a, const entry *b) {
  pv_portfolio *portfolio = all->portfolio;
  const pv_promise *left = &portfolio->promises.items[a->promise];
  const pv_promise *right = &portfolio->promises.items[b->promise];
  bool swapped;
  const pv_comparison *comparison = pv_comparison_of(left, right, &swapped);
  if (!comparison || !are_between_different(all, comparison, a, b, swapped)) return;
  pv_pair pair = {
      .portfolio = portfolio,
      .left = left,
      .right = right,
      .kind = pv_conflict_kind_find(pv_str_from(comparison->code)),
      .grantor = a->party,
      .right_grantor = b->party,
  };
  compare_dimensions(&pair);
  pair.dimensions[PV_DIMENSION_GRANTOR] = compare_grantors(left, right, a, b);
  pair.verdict = verdict_of(pair.dimensions);
  bool meets = pair.dimensions[PV_DIMENSION_SUBJECT].relation >= PV_RELATION_OVERLAP;
  if (comparison->needs_subject && !meets) return;
  if (pair.verdict != PV_VERDICT_DISJOINT || portfolio->disjoint++ < PV_PORTFOLIO_MOST_DISJOINT)
    add_conflict(portfolio, &pair);
}

static void compare_family(comparing *all, const entry *first, size_t count) {
  for (size_t i = 0; i < count; i++)
    for (size_t k = i + 1; k < count; k++) {
      const entry *a = &first[i], *b = &first[k];
      size_t left = all->portfolio->promises.items[a->promise].document;
      size_t right = all->portfolio->promises.items[b->promise].document;
      if (left == right) continue;
      if (all->options->first_only && left != 0) continue;
      if (all->compared++ >= PV_PORTFOLIO_MOST_PAIRS) {
        all->portfolio->left_out++;
        continue;
      }
      compare_pair(all, a, b);
    }
}

static const pv_portfolio_party *first_grantor(const comparing *all, const pv_promise *promise) {
  const pv_portfolio_document *document = &all->portfolio->documents.items[promise->document];
  const pv_portfolio_party *named =
      promise->grantor.count ? pv_portfolio_find_party(document, promise->grantor.names[0]) : NULL;
  return named ? named : &document->parties[0];
}

static void compare_terms(comparing *all, const pv_portfolio_term *a, const pv_portfolio_term *b) {
  if (!pv_bag_equal(a->concept.term_words, b->concept.term_words)) return;
  if (pv_bag_equal(a->concept.meaning, b->concept.meaning)) return;
  const pv_promise *left = &all->portfolio->promises.items[a->promise];
  const pv_promise *right = &all->portfolio->promises.items[b->promise];
  pv_pair pair = {
      .portfolio = all->portfolio,
      .left = left,
      .right = right,
      .kind = pv_conflict_kind_find(PV_STR("PORT003")),
      .grantor = first_grantor(all, left),
      .right_grantor = first_grantor(all, right),
  };
  compare_dimensions(&pair);
  pair.dimensions[PV_DIMENSION_GRANTOR] = (pv_compared){PV_RELATION_SAME, PV_WHY_PLAIN};
  pair.dimensions[PV_DIMENSION_SUBJECT] = (pv_compared){PV_RELATION_OVERLAP, PV_WHY_DEFINED_TWICE};
  pair.verdict = PV_VERDICT_CANNOT_RULE_OUT;
  add_conflict(all->portfolio, &pair);
}

// A document that amends the other one means to change it.
static void compare_terms_of(comparing *all, size_t number) {
  const pv_portfolio_document *documents = all->portfolio->documents.items;
  const pv_portfolio_document *own = &documents[number];
  pv_portfolio_neighbours near = pv_portfolio_same_parties(all->portfolio, number);
  for (size_t n = 0; n < near.count; n++) {
    size_t other = near.items[n];
    bool amends = own->amends == other || documents[other].amends == number;
    if (other < number || amends || (all->options->first_only && number)) continue;
    for (size_t i = 0; i < own->term_count; i++)
      for (size_t k = 0; k < documents[other].term_count; k++)
        compare_terms(all, &all->portfolio->terms.items[own->first_term + i],
                      &all->portfolio->terms.items[documents[other].first_term + k]);
  }
}

// The best of those that say the same of the same two sections: the rest is not shown.
static int by_sections(const void *left, const void *right) {
  const pv_conflict *a = left, *b = right;
  int order = pv_str_compare(a->code, b->code);
  if (!order) order = (a->left.document > b->left.document) - (a->left.document < b->left.document);
  if (!order)
    order = (a->right.document > b->right.document) - (a->right.document < b->right.document);
  if (!order) order = pv_str_compare(a->left.section, b->left.section);
  if (!order) order = pv_str_compare(a->right.section, b->right.section);
  if (!order) order = (int)b->severity - (int)a->severity;
  if (!order) order = (int)b->verdict - (int)a->verdict;
  if (!order) order = (int)a->left.line - (int)b->left.line;
  if (!order) order = (int)a->left.column - (int)b->left.column;
  if (!order) order = (int)a->right.line - (int)b->right.line;
  return order ? order : (int)a->right.column - (int)b->right.column;
}

static bool are_of_same_sections(const pv_conflict *a, const pv_conflict *b) {
  return pv_str_equal(a->code, b->code) && a->left.document == b->left.document &&
         a->right.document == b->right.document && pv_str_equal(a->left.section, b->left.section) &&
         pv_str_equal(a->right.section, b->right.section) && a->left.section.size &&
         a->right.section.size;
}

static int by_severity(const void *left, const void *right) {
  const pv_conflict *a = left, *b = right;
  if (a->severity != b->severity) return a->severity > b->severity ? -1 : 1;
  return by_sections(left, right);
}

static bool is_wanted(const pv_compare_options *options, const pv_conflict *conflict) {
  if (conflict->severity < options->min_severity) return false;
  for (size_t i = 0; i < options->code_count; i++)
    if (pv_str_equal(conflict->code, pv_str_from(options->codes[i]))) return true;
  return !options->code_count;
}

static void add_ties(const pv_portfolio *portfolio, pv_conflict *conflict) {
  const pv_portfolio_party *both[2];
  const pv_conflict_side *sides[2] = {&conflict->left, &conflict->right};
  for (size_t i = 0; i < 2; i++)
    both[i] = pv_portfolio_find_party(&portfolio->documents.items[sides[i]->document],
                                      sides[i]->words[PV_DIMENSION_GRANTOR]);
  conflict->ties = pv_portfolio_ties(portfolio, both[0], both[1], &conflict->tie_count);
}

static void order_conflicts(pv_portfolio *portfolio, const pv_compare_options *options) {
  pv_conflicts *all = &portfolio->conflicts;
  if (!all->count) return;
  qsort(all->items, all->count, sizeof *all->items, by_sections);
  size_t kept = 0, wanted = 0;
  for (size_t i = 0; i < all->count; i++)
    if (!kept || !are_of_same_sections(&all->items[kept - 1], &all->items[i]))
      all->items[kept++] = all->items[i];
  for (size_t i = 0; i < kept; i++)
    if (is_wanted(options, &all->items[i])) all->items[wanted++] = all->items[i];
  all->count = wanted;
  qsort(all->items, all->count, sizeof *all->items, by_severity);
  for (size_t i = 0; i < all->count; i++) {
    all->items[i].id = pv_str_printf(portfolio->arena, "x%zu", i + 1);
    add_ties(portfolio, &all->items[i]);
  }
}

void pv_portfolio_compare_promises(pv_portfolio *portfolio, const pv_compare_options *options) {
  comparing all = {.portfolio = portfolio, .options = options};
  entries list = {0};
  for (size_t i = 0; i < portfolio->promises.count; i++) {
    const pv_promise *promise = &portfolio->promises.items[i];
    add_side(&all, &list, i, &promise->grantor, true);
    if (!promise->grantor.is_each) add_side(&all, &list, i, &promise->beneficiary, false);
  }
  if (list.count) qsort(list.items, list.count, sizeof *list.items, by_family);
  for (size_t start = 0, end; start < list.count; start = end) {
    end = start;
    while (end < list.count && list.items[end].family == list.items[start].family) end++;
    compare_family(&all, list.items + start, end - start);
  }
  for (size_t i = 0; i < portfolio->documents.count; i++)
    if (portfolio->documents.items[i].term_count) compare_terms_of(&all, i);
  order_conflicts(portfolio, options);
}
