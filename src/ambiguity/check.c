#include "ambiguity/check.h"

#include <stdlib.h>

#include "ambiguity/checks.h"
#include "base/str.h"
#include "base/vector.h"

static const pv_check checks[] = {
    {"BND001", "non_binding", "conflict", "A document that says it does not bind grants rights",
     pv_check_non_binding,
     "Say which sections bind, or leave the grants to the definitive agreement."},
    {"BND002", "agreement_to_agree", "gap", "What a clause hangs on is left to be agreed",
     pv_check_wording, "Agree on it now, or say who decides it, by when, and on what standard."},
    {"CON003", "stated_twice", "conflict",
     "The same exclusivity is granted twice, in different words", pv_check_stated_twice,
     "Grant it once, and refer to that clause."},
    {"DEF001", "undefined_scope_term", "gap",
     "A term that sets the scope, the rate or the base of a clause is not defined",
     pv_check_undefined_term,
     "Define the term where definitions stand, or say in the clause what it covers and what it "
     "does not."},
    {"DEF002", "late_definition", "gap",
     "A clause hangs on a term that is defined only later, in another section",
     pv_check_late_definition, "Move the definition before its first use, or refer to it there."},
    {"DEF003", "defined_twice", "conflict", "A term has two definitions in different words",
     pv_check_two_definitions,
     "Keep one definition; where two meanings are wanted, use two terms."},
    {"DEF004", "unused_term", "mistake", "A term is defined and never used", pv_check_unused_term,
     "Delete the definition, or use the term where it is meant."},
    {"DEF005", "circular_definition", "mistake",
     "The definition of a term leads back to the term itself", pv_check_circular_definition,
     "Say in one of the definitions what it is, in words that are not defined by it."},
    {"DEF006", "lower_case_term", "ambiguity", "A clause writes a defined term in small letters",
     pv_check_lower_case_term,
     "Write it with its capital if the defined meaning is meant, else choose another word."},
    {"DEF007", "examples_only", "gap",
     "A definition gives examples and does not say what kind of thing it is",
     pv_check_examples_only, "Say what kind of thing it is, then give the examples."},
    {"EXC001", "scope_gap", "gap",
     "An exclusivity does not say what, where, for whom or how long it covers", pv_check_scope_gap,
     "State each of the four, or say that there is no such limit: \"worldwide\", \"in all "
     "fields\"."},
    {"EXC002", "binds_grantor", "ambiguity",
     "An exclusivity does not say whether it keeps out the grantor, too", pv_check_binds_grantor,
     "Add \"(including as to the grantor itself)\", or say what the grantor may still do."},
    {"EXC003", "two_levels", "conflict",
     "The same subject is exclusive in one clause and non-exclusive in another",
     pv_check_two_levels,
     "Make the two clauses agree, or say which part of the subject each covers."},
    {"EXC004", "technical_category", "gap",
     "An exclusivity turns on a technical category that nothing defines",
     pv_check_technical_category,
     "Define the category by what it does, and say what holds for a product that is partly within "
     "it."},
    {"EXC005", "unmeasured_lapse", "gap",
     "An exclusivity ends or converts without a measure, a notice or a time to cure",
     pv_check_lapse,
     "Say the figure or the time that ends it, who must give notice, and how long there is to "
     "cure."},
    {"EXC006", "direct_only", "gap", "A covenant bars direct acts and leaves the indirect way open",
     pv_check_direct_only,
     "Write \"directly or indirectly\", and name affiliates and intermediaries, or say that they "
     "are free."},
    {"EXC007", "exclusivity_undefined", "gap",
     "A clause leans on the word \"exclusivity\", which the document does not define",
     pv_check_exclusivity_word,
     "Define the word, or refer to the section that says what is exclusive."},
    {"GRT001", "unclear_parties", "gap", "A grant does not say who grants, or to whom",
     pv_check_unclear_parties, "Write it in the active voice, with the names of both parties."},
    {"GRT002", "affiliates_differ", "ambiguity",
     "A grant names affiliates that a covenant leaves out", pv_check_affiliates,
     "Name the affiliates in both, or say in the covenant that they are not bound."},
    {"GRT003", "third_party_unclear", "ambiguity",
     "An exclusivity is for a \"third party\", without saying third to whom", pv_check_wording,
     "Define who is a third party: affiliates, resellers, and the other customers of each side."},
    {"IPL001", "perpetual_ends", "conflict",
     "A license is perpetual or irrevocable, in a document that says it ends", pv_check_perpetual,
     "Except the license from the sentence that ends licenses, or say when it ends."},
    {"IPL002", "promised_transfer", "ambiguity", "Rights are promised, and not transferred yet",
     pv_check_promised_transfer,
     "Write \"hereby assigns\" or \"hereby grants\" if the rights are to pass now."},
    {"IPL003", "unstated_attributes", "gap", "A license does not say how far it goes",
     pv_check_unstated_attributes, "Say it, even where the answer is no."},
    {"IPL004", "joint_ownership", "gap",
     "Joint ownership without rules for use, proceeds and enforcement", pv_check_joint_ownership,
     "Say whether each owner may use, license and sue alone, and whether it must share the "
     "proceeds."},
    {"IPL005", "joint_development", "gap",
     "The parties develop something together, and nothing says who owns it",
     pv_check_joint_development,
     "Say who owns what is developed, and what the other side may do with it."},
    {"MNY001", "undefined_base", "gap", "A rate applies to a base that nothing defines",
     pv_check_undefined_base,
     "Define the base: which receipts count, what is deducted, and when a sale counts."},
    {"MNY002", "missing_base", "gap", "A rate does not say what it is a rate of",
     pv_check_missing_base,
     "Say what the rate is a share of, or refer to the section that says it."},
    {"MNY003", "open_deductions", "vagueness", "What may be deducted from a base is an open list",
     pv_check_wording, "List the deductions, and cap those that the payer controls."},
    {"MNY004", "free_and_bearing", "conflict",
     "Royalty-free in one place, and a royalty for the same subject in another",
     pv_check_free_and_bearing, "Say which rights are free and which are paid for."},
    {"MNY005", "payment_terms", "gap", "A payment without frequency, audit or survival",
     pv_check_payment_terms,
     "Say when it is paid, what statement comes with it, and who may check the books for how "
     "long."},
    {"MNY006", "tier_gap", "mistake", "Tiers leave a gap, or overlap", pv_check_tier_gap,
     "Let each tier start where the one before it ends."},
    {"MNY007", "share_sum", "mistake", "Shares of one pot do not add up to all of it",
     pv_check_share_sum, "Correct the shares, or say who gets the rest."},
    {"MNY008", "cap_below_floor", "mistake", "The most is less than the least",
     pv_check_cap_below_floor, "Correct one of the two."},
    {"MOD001", "modal_drift", "ambiguity",
     "Words of duty change for the same duty, or may be read in two ways", pv_check_mixed_modals,
     "Use one word of duty; write \"shall not\" for a prohibition."},
    {"NUM001", "words_and_figures", "mistake", "A number in words differs from its figures",
     pv_check_words_and_figures, "Correct the wrong one of the two."},
    {"NUM002", "blank", "gap", "A place in a clause was left blank", pv_check_blank,
     "Fill it in, or say what holds as long as it is open."},
    {"NUM003", "redacted", "gap", "A value is withheld in this copy", pv_check_redaction,
     "Ask for the copy that shows it."},
    {"NUM004", "two_amounts", "ambiguity", "A rise or a range that may be read as two amounts",
     pv_check_two_amounts, "Write the resulting figure, and say from what it is counted."},
    {"ORD001", "precedence", "conflict",
     "Two clauses on one subject each prevail over everything else", pv_check_precedence,
     "Say which of the two prevails."},
    {"PTY001", "party_name_drift", "mistake",
     "A clause names as a party somebody whom the document does not introduce",
     pv_check_party_names, "Use the name that the preamble gives."},
    {"REF001", "dangling_reference", "mistake",
     "A reference names a section that this document does not have", pv_check_dangling_reference,
     "Correct the reference, attach the missing part, or name the document it points into."},
    {"REF002", "missing_exhibit", "gap", "A clause leans on an exhibit that is not in this file",
     pv_check_missing_exhibit, "Attach the exhibit, or give this file together with it."},
    {"REF003", "external_reference", "gap", "What a clause hangs on stands in another document",
     pv_check_external_reference,
     "Repeat here what it says, or attach it; say what holds if it changes or ends."},
    {"SUR001", "survival", "gap",
     "A duty after the end that the list of what survives does not name", pv_check_survival,
     "Add the section to the list, or say in it that it survives."},
    {"SYN001", "and_or", "ambiguity", "\"and/or\" leaves open whether one or all are meant",
     pv_check_wording, "Write \"A or B or both\", or the one that is meant."},
    {"SYN002", "trailing_modifier", "ambiguity",
     "Words behind a list may limit all of it or its last item", pv_check_slot_wording,
     "Repeat the words for each item, put them first, or number the items."},
    {"SYN003", "formula_scope", "ambiguity",
     "A percentage of one amount over or less another, without brackets", pv_check_wording,
     "Write it as a formula, with an example in figures."},
    {"SYN004", "part_and_whole", "ambiguity", "A double condition that may want both or either",
     pv_check_wording, "Write \"neither A nor B\", or \"not both A and B\"."},
    {"SYN005", "mixed_including", "ambiguity",
     "\"including\" with and without \"without limitation\"", pv_check_mixed_including,
     "Say once that \"including\" never limits, and drop the rest."},
    {"TIM001", "no_anchor", "gap", "A deadline does not say from when it runs", pv_check_wording,
     "Say what starts the time: receipt, notice, the end of a period."},
    {"TIM002", "undefined_event", "gap",
     "A clause starts or ends with an event that nothing defines", pv_check_end_event,
     "Define the event, who decides that it has come, and a last date."},
    {"TIM003", "ambiguous_date", "ambiguity", "A date or a rhythm that may be read in two ways",
     pv_check_ambiguous_date,
     "Write the month in letters; say \"twice a month\" or \"every two months\"."},
    {"TXT001", "unbalanced_mark", "mistake", "A bracket or a quotation mark has no other half",
     pv_check_unbalanced, "Add the other half."},
    {"VAG001", "efforts_standard", "vagueness",
     "An obligation is measured by an efforts standard that nothing defines", pv_check_efforts,
     "Define the standard, or name the acts, the spending or the result that is owed."},
    {"VAG002", "vague_qualifier", "vagueness",
     "A word without a measure decides how far a clause goes", pv_check_wording,
     "Give a figure, a time or an example, or accept that a court will fill it in."},
    {"VAG003", "competitor_class", "vagueness", "Who or what competes is not defined",
     pv_check_competitor_class,
     "Define it by name, by function or by a list that is kept up to date."},
    {"VAG004", "discretion", "vagueness",
     "A clause turns on the discretion or the satisfaction of one side", pv_check_wording,
     "Say by what standard it is exercised, and what the other side may do about it."},
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

void pv_checking_add(pv_checking *checking, pv_finding finding) {
  run *r = (run *)checking;
  const pv_report *report = checking->report;
  const pv_clause *clause = finding.clause;
  pv_str quote = {report->text->bytes.data + finding.span.start,
                  finding.span.end - finding.span.start};
  if (clause && clause->points < PV_DOUBTFUL && finding.severity == PV_SEVERITY_HIGH)
    finding.severity = PV_SEVERITY_MEDIUM; // the clause itself may be none
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
      .suggestion =
          finding.suggestion.size ? finding.suggestion : pv_str_from(checking->check->suggestion),
  };
  pv_fingerprint(made.code, quote, clause ? clause->section_path : NULL,
                 clause ? clause->section_count : 0, made.fingerprint);
  PV_PUSH(checking->scratch, &r->entries, ((entry){made, r->entries.count}));
}

// By place; the longer one first; then by code; the worse one first; then as found.
static int compare_entries(const void *left, const void *right) {
  const entry *a = left, *b = right;
  pv_span x = a->ambiguity.span, y = b->ambiguity.span;
  if (x.start != y.start) return x.start < y.start ? -1 : 1;
  if (x.end != y.end) return x.end > y.end ? -1 : 1;
  int code = pv_str_compare(a->ambiguity.code, b->ambiguity.code);
  if (code) return code;
  if (a->ambiguity.severity != b->ambiguity.severity)
    return a->ambiguity.severity > b->ambiguity.severity ? -1 : 1;
  return (a->order > b->order) - (a->order < b->order);
}

// The same thing said twice of one place.
static bool is_repeated(const pv_ambiguity *a, const pv_ambiguity *b) {
  return a->span.start == b->span.start && a->span.end == b->span.end &&
         pv_str_equal(a->code, b->code);
}

void pv_ambiguities_find(pv_report *report, const pv_findings *findings, pv_arena *scratch,
                         bool lint) {
  run r = {.public = {.arena = report->arena,
                      .scratch = scratch,
                      .report = report,
                      .findings = findings,
                      .graph = pv_term_graph_make(scratch, findings->text, findings->terms,
                                                  findings->annotations),
                      .marks = pv_mark_index_make(scratch, report->grammar, findings->text,
                                                  findings->style, findings->style_matches),
                      .lint = lint}};
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
