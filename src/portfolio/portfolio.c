#include "portfolio/portfolio.h"

#include "base/error.h"
#include "base/str.h"
#include "portfolio/concept.h"

typedef PV_VECTOR(pv_str) strings;

pv_portfolio *pv_portfolio_new(pv_error *err) {
  pv_arena *arena = pv_arena_new(0);
  jmp_buf out;
  if (!arena || setjmp(out)) {
    if (arena) pv_arena_free(arena);
    pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
    return NULL;
  }
  pv_arena_guard(arena, &out);
  pv_portfolio *portfolio = PV_NEW(arena, pv_portfolio);
  portfolio->arena = arena;
  pv_arena_guard(arena, NULL);
  return portfolio;
}

void pv_portfolio_free(pv_portfolio *portfolio) {
  if (portfolio) pv_arena_free(portfolio->arena);
}

// Is the alias made of the name, or of its first letters? A role ("Licensor") is not.
static bool is_of_name(pv_str alias, pv_str key, pv_str name) {
  if (pv_name_has(key, alias)) return true;
  if (pv_str_starts_with(alias, key) || (pv_str_starts_with(key, alias) && alias.size > 2))
    return true;
  size_t matched = 0;
  bool starts = true;
  for (size_t i = 0; i < name.size && matched < alias.size; i++) {
    char c = name.data[i] | 0x20;
    bool letter = c >= 'a' && c <= 'z';
    if (letter && starts && c == alias.data[matched]) matched++;
    starts = !letter;
  }
  return alias.size > 1 && matched == alias.size;
}

// The party whose name stands last before `offset`, but not further than in the sentence before.
static size_t party_before(const pv_report *report, uint32_t offset) {
  enum { FURTHEST = 400 }; // bytes
  size_t found = report->party_count;
  for (size_t i = 0; i < report->party_count; i++) {
    pv_span span = report->parties[i].span;
    if (span.end > offset || offset - span.end > FURTHEST) continue;
    if (found == report->party_count || span.end > report->parties[found].span.end) found = i;
  }
  return found;
}

static void add_links(pv_portfolio *portfolio, const pv_report *report, size_t party,
                      strings *brands, strings *parents) {
  for (size_t i = 0; i < report->link_count; i++) {
    const pv_link *link = &report->links[i];
    bool ties = link->kind == PV_LINK_BRAND || link->kind == PV_LINK_PARENT;
    if (!ties || party_before(report, link->span.start) != party) continue;
    pv_str key = pv_name_key(portfolio->arena, report->grammar->vocabulary, link->words);
    if (!key.size) continue;
    if (link->kind == PV_LINK_BRAND)
      PV_PUSH(portfolio->arena, brands, key);
    else
      PV_PUSH(portfolio->arena, parents, key);
  }
}

static pv_portfolio_party read_party(pv_portfolio *portfolio, const pv_report *report, size_t i) {
  const pv_vocabulary *vocabulary = report->grammar->vocabulary;
  const pv_party *party = &report->parties[i];
  pv_portfolio_party kept = {
      .name = pv_str_copy(portfolio->arena, party->name),
      .key = pv_name_key(portfolio->arena, vocabulary, party->name),
  };
  strings others = {0}, parents = {0};
  for (size_t k = 0; k < party->alias_count; k++) {
    pv_str key = pv_name_key(portfolio->arena, vocabulary, party->aliases[k]);
    if (key.size && is_of_name(key, kept.key, kept.name)) PV_PUSH(portfolio->arena, &others, key);
  }
  kept.alias_count = others.count;
  add_links(portfolio, report, i, &others, &parents);
  kept.other_keys = others.items, kept.other_count = others.count;
  kept.parent_keys = parents.items, kept.parent_count = parents.count;
  return kept;
}

static void read_parties(pv_portfolio *portfolio, const pv_report *report,
                         pv_portfolio_document *document) {
  document->party_count = report->party_count;
  document->parties = PV_NEW_ARRAY(portfolio->arena, pv_portfolio_party, report->party_count);
  for (size_t i = 0; i < report->party_count; i++)
    document->parties[i] = read_party(portfolio, report, i);
}

static void read_deletions(pv_portfolio *portfolio, const pv_report *report,
                           pv_portfolio_document *document) {
  strings deleted = {0};
  for (size_t i = 0; i < report->link_count; i++)
    if (report->links[i].kind == PV_LINK_DELETION)
      PV_PUSH(portfolio->arena, &deleted, pv_str_copy(portfolio->arena, report->links[i].words));
  document->deleted = deleted.items;
  document->deleted_count = deleted.count;
}

static void keep_term(pv_portfolio *portfolio, size_t first, const pv_concept *concept) {
  if (!concept->term.size || !concept->is_defined) return;
  for (size_t i = first; i < portfolio->terms.count; i++)
    if (pv_str_equal(portfolio->terms.items[i].concept.term, concept->term)) return;
  pv_portfolio_term term = {*concept, portfolio->promises.count - 1};
  PV_PUSH(portfolio->arena, &portfolio->terms, term);
}

// Is the promise the exclusivity of a license that is kept as a license already?
static bool is_kept_as_license(const pv_portfolio *portfolio, size_t first,
                               const pv_promise *promise) {
  for (size_t i = first; i < portfolio->promises.count; i++) {
    const pv_promise *other = &portfolio->promises.items[i];
    if (other->kind == PV_PROMISE_LICENSE && other->is_exclusive &&
        promise->kind == PV_PROMISE_EXCLUSIVITY && other->span.start < promise->span.end &&
        promise->span.start < other->span.end)
      return true;
  }
  return false;
}

// Licenses first, so that what they say of exclusivity is not kept twice.
static void read_promises(pv_portfolio *portfolio, const pv_report *report, size_t number,
                          pv_portfolio_document *document) {
  document->first_promise = portfolio->promises.count;
  document->first_term = portfolio->terms.count;
  for (int licenses = 1; licenses >= 0; licenses--)
    for (size_t i = 0; i < report->clause_count; i++) {
      pv_promise promise;
      bool is_license = pv_str_equal(report->clauses[i].family, PV_STR("ip_license"));
      if (is_license != licenses) continue;
      if (!pv_promise_read(portfolio->arena, report, &report->clauses[i], number, document->date,
                           &promise))
        continue;
      if (is_kept_as_license(portfolio, document->first_promise, &promise)) continue;
      promise.index = i;
      PV_PUSH(portfolio->arena, &portfolio->promises, promise);
      keep_term(portfolio, document->first_term, &promise.subject);
    }
  document->promise_count = portfolio->promises.count - document->first_promise;
  document->term_count = portfolio->terms.count - document->first_term;
}

static pv_day date_of(const pv_document_facts *facts) {
  pv_day day = pv_day_first(facts->effective_date.value);
  return day != PV_NO_DAY ? day : pv_day_first(facts->agreement_date.value);
}

// A document that says so in a fact, or of which a finding says so.
static bool is_non_binding(const pv_report *report) {
  if (report->facts.binding_known) return !report->facts.binding;
  for (size_t i = 0; i < report->ambiguity_count; i++)
    if (pv_str_equal(report->ambiguities[i].code, PV_STR("BND001"))) return true;
  return false;
}

static pv_str last_part(pv_str uri) {
  size_t start = uri.size;
  while (start && uri.data[start - 1] != '/') start--;
  return start < uri.size ? (pv_str){uri.data + start, uri.size - start} : uri;
}

static void add(pv_portfolio *portfolio, const pv_report *report) {
  enum { LONGEST_TITLE = 200 };
  const pv_document_facts *facts = &report->facts;
  size_t number = portfolio->documents.count;
  pv_portfolio_document document = {
      .id = pv_str_printf(portfolio->arena, "d%zu", number + 1),
      .uri = pv_str_copy(portfolio->arena, report->uri),
      .title = pv_line_of(portfolio->arena, facts->title.value, LONGEST_TITLE),
      .title_words = pv_bag_read(portfolio->arena, report->grammar->vocabulary, facts->title.value),
      .kind = pv_str_copy(portfolio->arena, facts->kind),
      .is_non_binding = is_non_binding(report),
      .date = date_of(facts),
      .amends = PV_NO_DOCUMENT,
  };
  document.name = last_part(document.uri);
  read_parties(portfolio, report, &document);
  read_deletions(portfolio, report, &document);
  read_promises(portfolio, report, number, &document);
  PV_PUSH(portfolio->arena, &portfolio->documents, document);
}

static bool out_of_memory(pv_error *err) {
  return pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
}

bool pv_portfolio_add(pv_portfolio *portfolio, const pv_report *report, pv_error *err) {
  jmp_buf out;
  if (setjmp(out)) return out_of_memory(err);
  pv_arena_guard(portfolio->arena, &out);
  add(portfolio, report);
  pv_arena_guard(portfolio->arena, NULL);
  return true;
}

bool pv_portfolio_compare(pv_portfolio *portfolio, const pv_compare_options *options,
                          pv_error *err) {
  static const pv_compare_options defaults = {0};
  jmp_buf out;
  if (setjmp(out)) return out_of_memory(err);
  pv_arena_guard(portfolio->arena, &out);
  pv_portfolio_resolve_parties(portfolio);
  pv_portfolio_apply_amendments(portfolio);
  pv_portfolio_look_up(portfolio);
  pv_portfolio_compare_promises(portfolio, options ? options : &defaults);
  pv_arena_guard(portfolio->arena, NULL);
  return true;
}

size_t pv_portfolio_document_count(const pv_portfolio *portfolio) {
  return portfolio->documents.count;
}

size_t pv_portfolio_conflict_count(const pv_portfolio *portfolio) {
  return portfolio->conflicts.count;
}

const pv_conflict *pv_portfolio_conflict(const pv_portfolio *portfolio, size_t i) {
  return &portfolio->conflicts.items[i];
}

size_t pv_portfolio_resolved_count(const pv_portfolio *portfolio) {
  return portfolio->resolved.count;
}

const pv_resolved *pv_portfolio_resolved(const pv_portfolio *portfolio, size_t i) {
  return &portfolio->resolved.items[i];
}

size_t pv_portfolio_disjoint_count(const pv_portfolio *portfolio) { return portfolio->disjoint; }

size_t pv_portfolio_left_out(const pv_portfolio *portfolio) { return portfolio->left_out; }
