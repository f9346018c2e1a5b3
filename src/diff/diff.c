#include "diff/diff.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/str.h"

typedef PV_VECTOR(pv_clause_change) clause_changes;
typedef PV_VECTOR(pv_fact_change) fact_changes;
typedef PV_VECTOR(pv_finding_change) finding_changes;

struct pv_diff {
  pv_arena *arena; // of the diff itself, too
  const pv_report *before;
  const pv_report *after;
  clause_changes clauses;
  size_t same;
  fact_changes facts;
  finding_changes findings;
};

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The same words, however the lines are broken.
static bool have_same_words(pv_str a, pv_str b) {
  size_t i = 0, k = 0;
  for (;;) {
    while (i < a.size && is_blank(a.data[i])) i++;
    while (k < b.size && is_blank(b.data[k])) k++;
    if (i == a.size || k == b.size) return i == a.size && k == b.size;
    if (a.data[i++] != b.data[k++]) return false;
  }
}

static void add_pair(pv_diff *diff, const pv_clause *before, const pv_clause *after) {
  pv_slot_changes slots = pv_slots_compare(diff->arena, before, after);
  pv_clause_change change = {
      .kind = PV_CHANGE_CHANGED,
      .before = before,
      .after = after,
      .is_other_kind = !pv_str_equal(before->kind, after->kind) ||
                       !pv_str_equal(before->polarity, after->polarity),
      .slots = slots.items,
      .slot_count = slots.count,
  };
  if (!slots.count && !change.is_other_kind) {
    if (have_same_words(before->quote, after->quote)) {
      diff->same++;
      return;
    }
    change.kind = PV_CHANGE_REWORDED;
  }
  PV_PUSH(diff->arena, &diff->clauses, change);
}

static void add_removed(pv_diff *diff, const pv_clause_pairs *pairs, size_t *next, size_t end) {
  for (; *next < end; ++*next)
    if (pairs->after[*next] == PV_NO_CLAUSE)
      PV_PUSH(
          diff->arena, &diff->clauses,
          ((pv_clause_change){.kind = PV_CHANGE_REMOVED, .before = &diff->before->clauses[*next]}));
}

// In the order of the new version; what was removed comes before what stood behind it.
static void compare_clauses(pv_diff *diff) {
  pv_clause_pairs pairs = pv_clauses_pair(diff->arena, diff->before, diff->after);
  size_t next = 0;
  for (size_t i = 0; i < diff->after->clause_count; i++) {
    const pv_clause *after = &diff->after->clauses[i];
    if (pairs.before[i] == PV_NO_CLAUSE) {
      PV_PUSH(diff->arena, &diff->clauses,
              ((pv_clause_change){.kind = PV_CHANGE_ADDED, .after = after}));
      continue;
    }
    add_removed(diff, &pairs, &next, pairs.before[i]);
    add_pair(diff, &diff->before->clauses[pairs.before[i]], after);
  }
  add_removed(diff, &pairs, &next, diff->before->clause_count);
}

static void add_fact(pv_diff *diff, const char *name, pv_str before, pv_str after) {
  if (pv_str_equal(before, after)) return;
  PV_PUSH(diff->arena, &diff->facts, ((pv_fact_change){pv_str_from(name), before, after}));
}

static bool has_party(const pv_report *report, pv_str name) {
  for (size_t i = 0; i < report->party_count; i++)
    if (pv_str_equal_ignoring_case(report->parties[i].name, name)) return true;
  return false;
}

static void compare_parties(pv_diff *diff) {
  const pv_str none = {"", 0};
  for (size_t i = 0; i < diff->before->party_count; i++)
    if (!has_party(diff->after, diff->before->parties[i].name))
      add_fact(diff, "party", diff->before->parties[i].name, none);
  for (size_t i = 0; i < diff->after->party_count; i++)
    if (!has_party(diff->before, diff->after->parties[i].name))
      add_fact(diff, "party", none, diff->after->parties[i].name);
}

static void compare_facts(pv_diff *diff) {
  const pv_document_facts *a = &diff->before->facts, *b = &diff->after->facts;
  add_fact(diff, "title", a->title.value, b->title.value);
  add_fact(diff, "kind", a->kind, b->kind);
  add_fact(diff, "agreement_date", a->agreement_date.value, b->agreement_date.value);
  add_fact(diff, "effective_date", a->effective_date.value, b->effective_date.value);
  add_fact(diff, "expiration_date", a->expiration_date.value, b->expiration_date.value);
  add_fact(diff, "governing_law", a->governing_law.value, b->governing_law.value);
  compare_parties(diff);
}

typedef struct {
  pv_str key;
  const pv_ambiguity *ambiguity;
} keyed;

// The findings of one version, of which some are known to be in the other one.
typedef struct {
  const pv_report *report;
  bool *is_known;
  keyed *sorted; // those that are not
  size_t count;
} finding_list;

static int by_key(const void *left, const void *right) {
  const keyed *a = left, *b = right;
  int order = pv_str_compare(a->key, b->key);
  return order ? order : (a->ambiguity > b->ambiguity) - (a->ambiguity < b->ambiguity);
}

// A finding is known by its fingerprint and, where its section was renumbered, by code and words.
static pv_str key_of(pv_arena *arena, const pv_report *report, const pv_ambiguity *one,
                     bool by_words) {
  if (!by_words) return pv_str_from(one->fingerprint);
  pv_str words = report->text ? pv_str_slice(report->text->bytes, one->span) : one->message;
  return pv_str_printf(arena, PV_STR_FMT " " PV_STR_FMT, PV_STR_ARG(one->code), PV_STR_ARG(words));
}

static void sort_findings(pv_arena *arena, finding_list *list, bool by_words) {
  list->count = 0;
  for (size_t i = 0; i < list->report->ambiguity_count; i++) {
    const pv_ambiguity *one = &list->report->ambiguities[i];
    if (!list->is_known[i])
      list->sorted[list->count++] = (keyed){key_of(arena, list->report, one, by_words), one};
  }
  if (list->count) qsort(list->sorted, list->count, sizeof *list->sorted, by_key);
}

static void know(const finding_list *list, size_t i) {
  list->is_known[list->sorted[i].ambiguity - list->report->ambiguities] = true;
}

static void know_equal(pv_arena *arena, finding_list *a, finding_list *b, bool by_words) {
  sort_findings(arena, a, by_words);
  sort_findings(arena, b, by_words);
  for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
    int order = pv_str_compare(a->sorted[i].key, b->sorted[k].key);
    if (!order) {
      know(a, i);
      know(b, k);
    }
    i += order <= 0;
    k += order >= 0;
  }
}

static finding_list list_findings(pv_arena *arena, const pv_report *report) {
  return (finding_list){.report = report,
                        .is_known = PV_NEW_ARRAY(arena, bool, report->ambiguity_count),
                        .sorted = PV_NEW_ARRAY(arena, keyed, report->ambiguity_count)};
}

static void add_unknown(pv_diff *diff, const finding_list *list, bool is_new) {
  for (size_t i = 0; i < list->report->ambiguity_count; i++)
    if (!list->is_known[i])
      PV_PUSH(diff->arena, &diff->findings,
              ((pv_finding_change){is_new, &list->report->ambiguities[i]}));
}

static void compare_findings(pv_diff *diff) {
  finding_list before = list_findings(diff->arena, diff->before);
  finding_list after = list_findings(diff->arena, diff->after);
  know_equal(diff->arena, &before, &after, false);
  know_equal(diff->arena, &before, &after, true);
  add_unknown(diff, &before, false);
  add_unknown(diff, &after, true);
}

pv_diff *pv_diff_make(const pv_report *before, const pv_report *after, pv_error *err) {
  pv_arena *arena = pv_arena_new(0);
  jmp_buf out;
  if (!arena || setjmp(out)) {
    if (arena) pv_arena_free(arena);
    pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
    return NULL;
  }
  pv_arena_guard(arena, &out);
  pv_diff *diff = PV_NEW(arena, pv_diff);
  *diff = (pv_diff){.arena = arena, .before = before, .after = after};
  compare_facts(diff);
  compare_clauses(diff);
  compare_findings(diff);
  pv_arena_guard(arena, NULL);
  return diff;
}

void pv_diff_free(pv_diff *diff) {
  if (diff) pv_arena_free(diff->arena);
}

const pv_report *pv_diff_before(const pv_diff *diff) { return diff->before; }
const pv_report *pv_diff_after(const pv_diff *diff) { return diff->after; }

size_t pv_diff_clause_count(const pv_diff *diff) { return diff->clauses.count; }
const pv_clause_change *pv_diff_clause(const pv_diff *diff, size_t i) {
  return &diff->clauses.items[i];
}

size_t pv_diff_same_count(const pv_diff *diff) { return diff->same; }

size_t pv_diff_fact_count(const pv_diff *diff) { return diff->facts.count; }
const pv_fact_change *pv_diff_fact(const pv_diff *diff, size_t i) { return &diff->facts.items[i]; }

size_t pv_diff_finding_count(const pv_diff *diff) { return diff->findings.count; }
const pv_finding_change *pv_diff_finding(const pv_diff *diff, size_t i) {
  return &diff->findings.items[i];
}

const char *pv_change_kind_name(pv_change_kind kind) {
  static const char *const names[PV_CHANGE_KIND_COUNT] = {
      [PV_CHANGE_REMOVED] = "removed",
      [PV_CHANGE_ADDED] = "added",
      [PV_CHANGE_CHANGED] = "changed",
      [PV_CHANGE_REWORDED] = "reworded",
  };
  return names[kind];
}
