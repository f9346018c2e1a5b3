// intake.c - from a report to what the portfolio keeps of it.
#include "base/str.h"
#include "portfolio/concept.h"
#include "portfolio/portfolio.h"

typedef PV_VECTOR(pv_other_name) names;

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

static void add_name(pv_portfolio *portfolio, const pv_report *report, names *others,
                     pv_name_kind kind, pv_str words, uint32_t offset) {
  pv_other_name name = {
      .kind = kind,
      .words = pv_str_copy(portfolio->arena, words),
      .key = pv_name_key(portfolio->arena, report->grammar->vocabulary, words),
  };
  pv_report_place(report, offset, &name.line, &name.column);
  if (name.key.size) PV_PUSH(portfolio->arena, others, name);
}

// The names that the links behind the party give it.
static void add_links(pv_portfolio *portfolio, const pv_report *report, size_t party,
                      names *others) {
  static const struct {
    pv_link_kind link;
    pv_name_kind name;
  } kinds[] = {{PV_LINK_BRAND, PV_NAME_BRAND},
               {PV_LINK_FORMER, PV_NAME_FORMER},
               {PV_LINK_PARENT, PV_NAME_PARENT}};
  for (size_t i = 0; i < report->link_count; i++) {
    const pv_link *link = &report->links[i];
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
      if (kinds[k].link == link->kind && party_before(report, link->span.start) == party)
        add_name(portfolio, report, others, kinds[k].name, link->words, link->span.start);
  }
}

static pv_portfolio_party read_party(pv_portfolio *portfolio, const pv_report *report, size_t i) {
  const pv_party *party = &report->parties[i];
  pv_portfolio_party kept = {
      .name = pv_str_copy(portfolio->arena, party->name),
      .key = pv_name_key(portfolio->arena, report->grammar->vocabulary, party->name),
  };
  names others = {0};
  for (size_t k = 0; k < party->alias_count; k++) {
    add_name(portfolio, report, &others, PV_NAME_ALIAS, party->aliases[k], party->span.start);
    if (others.count && !is_of_name(others.items[others.count - 1].key, kept.key, kept.name))
      others.count--;
  }
  add_links(portfolio, report, i, &others);
  kept.others = others.items;
  kept.other_count = others.count;
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
  PV_VECTOR(pv_deletion) deleted = {0};
  PV_VECTOR(pv_str) binding = {0};
  for (size_t i = 0; i < report->link_count; i++) {
    const pv_link *link = &report->links[i];
    pv_str section = link->kind == PV_LINK_DELETION || link->kind == PV_LINK_BINDING
                         ? pv_str_copy(portfolio->arena, link->words)
                         : PV_STR("");
    if (link->kind == PV_LINK_DELETION)
      PV_PUSH(portfolio->arena, &deleted, ((pv_deletion){section, link->span, link->reach}));
    if (link->kind == PV_LINK_BINDING) PV_PUSH(portfolio->arena, &binding, section);
  }
  document->deleted = deleted.items, document->deleted_count = deleted.count;
  document->binding = binding.items, document->binding_count = binding.count;
}

// "5" is section 5 with all that is in it: 5.1, 5(a).
bool pv_section_is_in(pv_str section, pv_str outer) {
  if (!outer.size || !pv_str_starts_with(section, outer)) return false;
  if (section.size == outer.size) return true;
  char next = section.data[outer.size];
  return next < '0' || next > '9';
}

static bool is_binding(const pv_portfolio_document *document, const pv_promise *promise) {
  for (size_t i = 0; i < document->binding_count; i++)
    if (pv_section_is_in(promise->section, document->binding[i])) return true;
  return !document->is_non_binding;
}

// New words stand behind the sentence that takes the old ones out, or under the old number.
static pv_str stands_for(const pv_portfolio_document *document, const pv_promise *promise) {
  pv_str found = {"", 0};
  for (size_t i = 0; i < document->deleted_count; i++) {
    const pv_deletion *deletion = &document->deleted[i];
    if (deletion->at.start > promise->span.end) break;
    bool reaches = promise->span.start < deletion->reach.end;
    if (reaches || pv_section_is_in(promise->section, deletion->section)) found = deletion->section;
  }
  return found;
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
      promise.is_binding = is_binding(document, &promise);
      promise.stands_for = stands_for(document, &promise);
      PV_PUSH(portfolio->arena, &portfolio->promises, promise);
      keep_term(portfolio, document->first_term, &promise.subject);
      keep_term(portfolio, document->first_term, &promise.field);
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

void pv_portfolio_take(pv_portfolio *portfolio, const pv_report *report) {
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
      .made = pv_day_first(facts->agreement_date.value),
      .amended_title =
          pv_bag_read(portfolio->arena, report->grammar->vocabulary, facts->amends.title),
      .amended_date = pv_day_first(facts->amends.date),
      .amends = PV_NO_DOCUMENT,
  };
  document.name = last_part(document.uri);
  read_parties(portfolio, report, &document);
  read_deletions(portfolio, report, &document);
  read_promises(portfolio, report, number, &document);
  PV_PUSH(portfolio->arena, &portfolio->documents, document);
}
