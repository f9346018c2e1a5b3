// reason.c - why two promises collide, may collide or do not, in sentences that name the words.
#include "base/buffer.h"
#include "base/str.h"
#include "portfolio/pair.h"

static const char *const promises[PV_PROMISE_KIND_COUNT] = {
    [PV_PROMISE_EXCLUSIVITY] = "an exclusivity", [PV_PROMISE_LICENSE] = "a license",
    [PV_PROMISE_NON_COMPETE] = "not to compete", [PV_PROMISE_REQUIREMENTS] = "its requirements",
    [PV_PROMISE_BEST_TERMS] = "the best terms",  [PV_PROMISE_FIRST_REFUSAL] = "a first refusal",
    [PV_PROMISE_PURCHASE] = "a purchase",        [PV_PROMISE_PAYMENT] = "a payment",
};

static pv_str kind_of(const pv_promise *promise) {
  if (promise->kind == PV_PROMISE_LICENSE && promise->is_exclusive)
    return PV_STR("an exclusive license");
  return pv_str_from(promises[promise->kind]);
}

pv_str pv_pair_beneficiary(const pv_pair *pair, const pv_promise *promise) {
  const pv_portfolio_document *document = pv_pair_document(pair, promise);
  pv_buffer out = {.arena = pair->portfolio->arena};
  for (size_t i = 0; i < document->party_count; i++) {
    const pv_portfolio_party *party = &document->parties[i];
    bool named = !promise->beneficiary.count && party->family != pair->grantor->family;
    for (size_t k = 0; k < promise->beneficiary.count && !named; k++)
      named = pv_str_equal(promise->beneficiary.names[k], party->name);
    if (!named) continue;
    if (out.size) pv_buffer_add(&out, PV_STR(" and "));
    pv_buffer_add(&out, party->name);
  }
  return pv_buffer_str(&out);
}

// `Halden Cloud Ltd. an exclusivity for "Stateless APIs"`
static void add_promise(pv_buffer *out, const pv_pair *pair, const pv_promise *promise) {
  pv_buffer_printf(out, PV_STR_FMT " " PV_STR_FMT, PV_STR_ARG(pv_pair_beneficiary(pair, promise)),
                   PV_STR_ARG(kind_of(promise)));
  if (promise->subject.text.size)
    pv_buffer_printf(out, " for \"" PV_STR_FMT "\"", PV_STR_ARG(promise->subject.text));
}

static void add_undefined(pv_buffer *out, const pv_pair *pair, const pv_promise *promise) {
  const pv_portfolio_document *document = pv_pair_document(pair, promise);
  pv_buffer_printf(out, "\"" PV_STR_FMT "\" is not defined in " PV_STR_FMT,
                   PV_STR_ARG(promise->subject.text), PV_STR_ARG(document->name));
}

static void add_open_subject(pv_buffer *out, const pv_pair *pair) {
  const pv_promise *left = pair->left, *right = pair->right;
  bool left_open = left->subject.text.size && !left->subject.is_defined;
  bool right_open = right->subject.text.size && !right->subject.is_defined;
  pv_buffer_add_char(out, ' ');
  if (left_open) add_undefined(out, pair, left);
  if (left_open && right_open) pv_buffer_add(out, PV_STR(", and "));
  if (right_open) add_undefined(out, pair, right);
  pv_buffer_add(out, PV_STR(": what if something is both?"));
}

static void add_missing_subject(pv_buffer *out, const pv_pair *pair) {
  const pv_promise *silent = pair->left->subject.text.size ? pair->right : pair->left;
  pv_buffer_printf(out, " Section " PV_STR_FMT " of " PV_STR_FMT " does not say for what.",
                   PV_STR_ARG(silent->section), PV_STR_ARG(pv_pair_document(pair, silent)->name));
}

static void add_subject(pv_buffer *out, const pv_pair *pair) {
  const pv_concept *a = &pair->left->subject, *b = &pair->right->subject;
  switch (pair->dimensions[PV_DIMENSION_SUBJECT].why) {
  case PV_WHY_UNDEFINED: add_open_subject(out, pair); break;
  case PV_WHY_MISSING: add_missing_subject(out, pair); break;
  case PV_WHY_SILENT:
    pv_buffer_printf(out,
                     " \"" PV_STR_FMT "\" and \"" PV_STR_FMT
                     "\" are defined, but neither definition says whether it leaves the other out.",
                     PV_STR_ARG(a->term), PV_STR_ARG(b->term));
    break;
  case PV_WHY_EXCLUDED:
    pv_buffer_printf(
        out, " The words about \"" PV_STR_FMT "\" and \"" PV_STR_FMT "\" leave each other out.",
        PV_STR_ARG(a->text), PV_STR_ARG(b->text));
    break;
  case PV_WHY_DEFINED_TWICE:
    pv_buffer_printf(out, " Both define \"" PV_STR_FMT "\", in different words.",
                     PV_STR_ARG(a->term));
    break;
  case PV_WHY_WIDER:
    pv_buffer_printf(out, " \"" PV_STR_FMT "\" and \"" PV_STR_FMT "\" may be part of each other.",
                     PV_STR_ARG(a->text), PV_STR_ARG(b->text));
    break;
  default: break;
  }
}

static pv_str words_or(pv_str words, const char *otherwise) {
  return words.size ? words : pv_str_from(otherwise);
}

static void add_places(pv_buffer *out, const pv_pair *pair) {
  if (pair->dimensions[PV_DIMENSION_TERRITORY].relation == PV_RELATION_DISJOINT)
    pv_buffer_printf(out,
                     " They hold in different places: \"" PV_STR_FMT "\" and \"" PV_STR_FMT "\".",
                     PV_STR_ARG(pair->left->area.text), PV_STR_ARG(pair->right->area.text));
}

// Of which of the two it is not known whether it lasted until the other began.
static void add_open_end(pv_buffer *out, const pv_pair *pair) {
  const pv_promise *first = pair->left, *second = pair->right;
  if (second->duration.start != PV_NO_DAY &&
      (first->duration.start == PV_NO_DAY || second->duration.start < first->duration.start))
    first = pair->right, second = pair->left;
  if (first->duration.start == PV_NO_DAY || second->duration.start == PV_NO_DAY) {
    pv_buffer_add(out, PV_STR(" When one of them begins is not known."));
    return;
  }
  pv_buffer_printf(
      out,
      " Whether the one of " PV_STR_FMT " had ended when the other began on " PV_STR_FMT
      " depends on its end, which is " PV_STR_FMT ".",
      PV_STR_ARG(pv_pair_document(pair, first)->name),
      PV_STR_ARG(pv_day_print(out->arena, second->duration.start)),
      PV_STR_ARG(first->duration.open.size ? pv_str_printf(out->arena, "\"" PV_STR_FMT "\"",
                                                           PV_STR_ARG(first->duration.open))
                                           : words_or(first->duration.text, "not stated")));
}

static void add_term(pv_buffer *out, const pv_pair *pair) {
  pv_relation relation = pair->dimensions[PV_DIMENSION_TERM].relation;
  if (relation == PV_RELATION_UNKNOWN) add_open_end(out, pair);
  if (relation == PV_RELATION_DISJOINT)
    pv_buffer_add(out, PV_STR(" One had ended before the other began."));
}

static void add_amendment(pv_buffer *out, const pv_pair *pair, const pv_promise *promise,
                          const pv_promise *other) {
  if (promise->replaced_on == PV_NO_DAY) return;
  pv_buffer_printf(out,
                   " " PV_STR_FMT " ended section " PV_STR_FMT " of " PV_STR_FMT " on " PV_STR_FMT,
                   PV_STR_ARG(pair->portfolio->documents.items[promise->replaced_by].name),
                   PV_STR_ARG(promise->section), PV_STR_ARG(pv_pair_document(pair, promise)->name),
                   PV_STR_ARG(pv_day_print(out->arena, promise->replaced_on)));
  bool stood = other->duration.start != PV_NO_DAY && other->duration.start < promise->replaced_on;
  if (stood)
    pv_buffer_printf(out, "; from " PV_STR_FMT " until then both stood",
                     PV_STR_ARG(pv_day_print(out->arena, other->duration.start)));
  pv_buffer_add_char(out, '.');
}

static void add_binding(pv_buffer *out, const pv_pair *pair, const pv_promise *promise) {
  if (!promise->is_binding)
    pv_buffer_printf(out, " " PV_STR_FMT " says that it is not binding.",
                     PV_STR_ARG(pv_pair_document(pair, promise)->name));
}

// What the two people owe each other in both documents.
static void add_figures(pv_buffer *out, const pv_pair *pair) {
  pv_buffer_printf(out, PV_STR_FMT " owes ", PV_STR_ARG(pair->grantor->name));
  add_promise(out, pair, pair->left);
  pv_buffer_printf(
      out, ": " PV_STR_FMT " by " PV_STR_FMT ", " PV_STR_FMT " by " PV_STR_FMT ".",
      PV_STR_ARG(pair->left->figure), PV_STR_ARG(pv_pair_document(pair, pair->left)->name),
      PV_STR_ARG(pair->right->figure), PV_STR_ARG(pv_pair_document(pair, pair->right)->name));
}

static void add_both(pv_buffer *out, const pv_pair *pair) {
  pv_buffer_printf(out, PV_STR_FMT " promised ", PV_STR_ARG(pair->grantor->name));
  add_promise(out, pair, pair->left);
  pv_buffer_add(out, PV_STR(", and "));
  add_promise(out, pair, pair->right);
  pv_buffer_add_char(out, '.');
}

// What the two are. Between the same people in both documents that is one thing.
static void add_facts(pv_buffer *out, const pv_pair *pair) {
  pv_str code = pv_str_from(pair->kind->code);
  if (pv_str_equal(code, PV_STR("PORT003")))
    pv_buffer_printf(out, PV_STR_FMT " and " PV_STR_FMT " are between the same parties.",
                     PV_STR_ARG(pv_pair_document(pair, pair->left)->name),
                     PV_STR_ARG(pv_pair_document(pair, pair->right)->name));
  else if (pv_str_equal(code, PV_STR("PORT004")))
    add_figures(out, pair);
  else
    add_both(out, pair);
}

pv_str pv_pair_reason(const pv_pair *pair) {
  pv_buffer out = {.arena = pair->portfolio->arena};
  add_facts(&out, pair);
  if (pair->dimensions[PV_DIMENSION_GRANTOR].relation != PV_RELATION_SAME)
    pv_buffer_add(&out, PV_STR(" The two grantors are of one group of companies."));
  add_subject(&out, pair);
  if (pair->dimensions[PV_DIMENSION_ACTIVITY].relation == PV_RELATION_DISJOINT)
    pv_buffer_add(&out, PV_STR(" The acts that they are about are not the same."));
  add_places(&out, pair);
  add_term(&out, pair);
  add_amendment(&out, pair, pair->left, pair->right);
  add_amendment(&out, pair, pair->right, pair->left);
  add_binding(&out, pair, pair->left);
  add_binding(&out, pair, pair->right);
  return pv_buffer_str(&out);
}

typedef PV_VECTOR(pv_str) strings;

static void add_once(pv_arena *arena, strings *found, pv_str text) {
  for (size_t i = 0; i < found->count; i++)
    if (pv_str_equal(found->items[i], text)) return;
  if (text.size) PV_PUSH(arena, found, text);
}

const pv_str *pv_pair_unresolved(const pv_pair *pair, size_t *count) {
  pv_arena *arena = pair->portfolio->arena;
  strings found = {0};
  const pv_promise *both[2] = {pair->left, pair->right};
  for (size_t i = 0; i < 2 && pair->verdict == PV_VERDICT_CANNOT_RULE_OUT; i++) {
    const pv_promise *promise = both[i];
    if (pair->dimensions[PV_DIMENSION_SUBJECT].relation == PV_RELATION_UNKNOWN &&
        !promise->subject.is_defined)
      add_once(arena, &found, promise->subject.text);
    if (pair->dimensions[PV_DIMENSION_FIELD].relation == PV_RELATION_UNKNOWN &&
        !promise->field.is_defined)
      add_once(arena, &found, promise->field.text);
    if (pair->dimensions[PV_DIMENSION_TERRITORY].relation == PV_RELATION_UNKNOWN)
      add_once(arena, &found, promise->area.open);
    if (pair->dimensions[PV_DIMENSION_TERM].relation == PV_RELATION_UNKNOWN)
      add_once(arena, &found, promise->duration.open);
  }
  *count = found.count;
  return found.items;
}
