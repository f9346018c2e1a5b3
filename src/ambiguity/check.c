#include "ambiguity/check.h"

#include <stdlib.h>

#include "base/str.h"
#include "base/vector.h"

static const pv_check checks[] = {
    {"DEF001", "undefined_scope_term", "gap",
     "A term that sets the scope, the rate or the base of a clause is not defined",
     pv_check_undefined_term,
     "Reported when a capitalised term fills a slot that decides how far a clause reaches "
     "(subject, territory, field or term of an exclusivity or a license; rate, base, minimum or "
     "cap of a payment), and the document defines it nowhere: neither in a definition nor in "
     "quotation marks.\n\n"
     "A capital letter tells the reader that the word means something particular. Without the "
     "definition each side may bring its own: \"Connected Products\" may be a product line or a "
     "technique, today's list or every later one. High where the whole clause hangs on the "
     "term.\n\n"
     "What helps: define the term where definitions stand, or say in the clause what it covers and "
     "what it does not. If it is defined in another agreement, say in which one.\n"},
    {"EXC001", "scope_gap", "gap",
     "An exclusivity does not say what, where, for whom or how long it covers", pv_check_scope_gap,
     "Reported when an exclusive appointment, license or right, a covenant to deal with nobody "
     "else or a non-compete leaves open at least two of: its subject, its territory, its field, "
     "its term. Medium for two, high for more.\n\n"
     "An exclusivity says who may not deal with others. Where it does not say with what, where, "
     "for which use and until when, it may be read as reaching everything or as too vague to bind, "
     "and a second exclusivity given to somebody else cannot be told apart from it.\n\n"
     "What helps: state each of the four, or say that there is no such limit (\"worldwide\", \"in "
     "all fields\", \"for the term of this agreement\").\n"},
    {"MNY001", "undefined_base", "gap", "A rate applies to a base that nothing defines",
     pv_check_undefined_base,
     "Reported when a rate is applied to a base that is named like a defined term or an accounting "
     "figure, but neither defined nor described: revenue, profit, sales.\n\n"
     "The base moves more money than the rate. Gross or net, billed or received, before or after "
     "returns, taxes, affiliates and bundles: each reading gives another payment.\n\n"
     "What helps: define the base, say which receipts count, what is deducted, and when they "
     "count.\n"},
    {"MNY002", "missing_base", "gap", "A rate does not say what it is a rate of",
     pv_check_missing_base,
     "Reported when a clause states a percentage to be paid and not of what.\n\n"
     "A bare percentage cannot be computed. The base may stand in another clause, in an exhibit or "
     "in nobody's mind.\n\n"
     "What helps: say what the rate is a share of, or refer to the section that says it.\n"},
    {"NUM001", "words_and_figures", "mistake", "A number in words differs from its figures",
     pv_check_words_and_figures,
     "Reported when a number is written in words and in figures, and the two differ: \"twenty "
     "percent (25%)\".\n\n"
     "One of them is a slip of the pen, and nothing in the document says which. Many courts let "
     "the words prevail, but that is a rule for the dispute, not an answer to what was agreed.\n\n"
     "What helps: correct the wrong one.\n"},
    {"REF001", "dangling_reference", "mistake",
     "A reference names a section that this document does not have", pv_check_dangling_reference,
     "Reported when the text refers to a section, an article or an exhibit of the same document "
     "that the document does not have. References that name another agreement or a statute are "
     "left out.\n\n"
     "What the reference was to bring in (an exception, a price, a procedure) is missing: it may "
     "have been renumbered, deleted, or not attached to this copy. High inside a clause.\n\n"
     "What helps: correct the reference, attach the missing part, or name the document it points "
     "into.\n"},
    {"VAG001", "efforts_standard", "vagueness",
     "An obligation is measured by an efforts standard that nothing defines", pv_check_efforts,
     "Reported when an obligation is measured by efforts (best, reasonable, diligent) and the "
     "document does not define the standard. In clauses, or everywhere with --lint.\n\n"
     "The words rank differently from court to court, and none says how much money, time or loss "
     "is owed before one may stop. Whether the obligation was met is then a question for "
     "experts.\n\n"
     "What helps: define the standard, or name the acts, the spending or the result that is "
     "owed.\n"},
};

// A finding with what it takes to sort it.
typedef struct {
  pv_ambiguity ambiguity;
  size_t order;
} entry;

typedef struct {
  pv_checking public; // what the checks see
  PV_VECTOR(entry) entries;
} run;

const pv_check *pv_checks(size_t *count) {
  *count = sizeof checks / sizeof *checks;
  return checks;
}

void pv_checking_tokens(const pv_checking *checking, pv_span span, uint32_t *first, uint32_t *end) {
  *first = pv_token_at(checking->findings->text, span.start);
  *end = pv_token_at(checking->findings->text, span.end);
}

const pv_clause *pv_checking_clause_at(const pv_checking *checking, pv_span span) {
  const pv_report *report = checking->report;
  const pv_clause *found = NULL;
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    if (clause->span.start > span.start) break;
    if (clause->span.end < span.end) continue;
    if (!found || clause->points > found->points) found = clause;
  }
  return found;
}

pv_str pv_checking_slot_at(const pv_clause *clause, pv_span span) {
  if (!clause) return PV_STR("");
  for (size_t i = 0; i < clause->slot_count; i++)
    for (size_t k = 0; k < clause->slots[i].count; k++) {
      pv_span at = clause->slots[i].values[k].span;
      if (at.start <= span.start && span.end <= at.end) return clause->slots[i].name;
    }
  return PV_STR("");
}

const pv_slot_value *pv_checking_slot_value(const pv_clause *clause, const char *slot) {
  const pv_slot *found = pv_clause_slot(clause, slot);
  return found && found->count && found->values[0].text.size ? &found->values[0] : NULL;
}

pv_str pv_checking_place(const pv_clause *clause) {
  return clause->section_count ? clause->section_path[clause->section_count - 1]
                               : PV_STR("this clause");
}

void pv_checking_add(pv_checking *checking, pv_finding finding) {
  run *r = (run *)checking;
  const pv_report *report = checking->report;
  const pv_clause *clause = finding.clause;
  pv_str quote = {report->text->bytes.data + finding.span.start,
                  finding.span.end - finding.span.start};
  pv_ambiguity made = {
      .code = pv_str_from(checking->check->code),
      .category = pv_str_from(checking->check->category),
      .severity = finding.severity,
      .clause = clause ? clause->id : PV_STR(""),
      .slot = finding.slot,
      .span = finding.span,
      .message = finding.message,
      .related = finding.related,
      .related_count = finding.related_count,
      .suggestion = finding.suggestion,
  };
  pv_fingerprint(made.code, quote, clause ? clause->section_path : NULL,
                 clause ? clause->section_count : 0, made.fingerprint);
  PV_PUSH(checking->arena, &r->entries, ((entry){made, r->entries.count}));
}

// By place; the longer one first; then by code; then as found.
static int compare_entries(const void *left, const void *right) {
  const entry *a = left, *b = right;
  pv_span x = a->ambiguity.span, y = b->ambiguity.span;
  if (x.start != y.start) return x.start < y.start ? -1 : 1;
  if (x.end != y.end) return x.end > y.end ? -1 : 1;
  int code = pv_str_compare(a->ambiguity.code, b->ambiguity.code);
  return code ? code : (a->order > b->order) - (a->order < b->order);
}

// The same thing said twice of one place.
static bool is_repeated(const pv_ambiguity *a, const pv_ambiguity *b) {
  return a->span.start == b->span.start && a->span.end == b->span.end &&
         pv_str_equal(a->code, b->code);
}

void pv_ambiguities_find(pv_report *report, const pv_findings *findings, bool lint) {
  run r = {
      .public = {.arena = report->arena, .report = report, .findings = findings, .lint = lint}};
  for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
    r.public.check = &checks[i];
    checks[i].run(&r.public);
  }
  if (r.entries.count) qsort(r.entries.items, r.entries.count, sizeof(entry), compare_entries);
  report->ambiguities = PV_NEW_ARRAY(report->arena, pv_ambiguity, r.entries.count);
  for (size_t i = 0; i < r.entries.count; i++) {
    pv_ambiguity *last = report->ambiguities + report->ambiguity_count;
    if (report->ambiguity_count && is_repeated(last - 1, &r.entries.items[i].ambiguity)) continue;
    *last = r.entries.items[i].ambiguity;
    last->id = pv_str_printf(report->arena, "a%zu", ++report->ambiguity_count);
  }
}
