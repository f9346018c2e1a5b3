// EXC003: exclusive in one clause, non-exclusive in another, for the same subject of the same
// grantor.
#include "ambiguity/checks.h"
#include "ambiguity/subject.h"
#include "base/str.h"

typedef enum { OTHER, EXCLUSIVE, NON_EXCLUSIVE } level;

static level level_of(const pv_clause *clause) {
  static const char *const slots[] = {"level", "exclusivity"};
  for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
    if (pv_checking_slot_is(clause, slots[i], "exclusive")) return EXCLUSIVE;
    if (pv_checking_slot_is(clause, slots[i], "non_exclusive")) return NON_EXCLUSIVE;
  }
  return OTHER;
}

// Exceptions and lapses are meant to say otherwise.
static bool is_wanted(const pv_clause *clause) {
  return level_of(clause) != OTHER && !pv_str_equal(clause->polarity, PV_STR("carve_out")) &&
         !pv_str_equal(clause->polarity, PV_STR("lapse"));
}

static bool is_for_another(const pv_clause *a, const pv_clause *b) {
  static const char *const slots[] = {"protected_party", "licensee", "territory", "field"};
  for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
    if (pv_clause_slot(a, slots[i]) && pv_clause_slot(b, slots[i]) &&
        pv_subject_is_apart(a, b, slots[i]))
      return true;
  return false;
}

static void report_pair(pv_checking *checking, const pv_clause *first, const pv_clause *second) {
  const pv_slot_value *subject = pv_checking_slot_value(second, "subject");
  pv_str place = pv_checking_place(first);
  pv_checking_add(
      checking,
      (pv_finding){
          .severity = PV_SEVERITY_HIGH,
          .clause = second,
          .slot = PV_STR("subject"),
          .span = subject->span,
          .message = pv_str_printf(
              checking->arena, "\"" PV_STR_FMT "\" may be %s here, and is %s in " PV_STR_FMT,
              PV_STR_ARG(subject->text),
              level_of(second) == EXCLUSIVE ? "exclusive" : "non-exclusive",
              level_of(first) == EXCLUSIVE ? "exclusive" : "non-exclusive", PV_STR_ARG(place)),
          .related = pv_checking_related(checking, first->span, first->id, "the other clause"),
          .related_count = 1,
      });
}

// The name of the party that the words name, or an empty one.
static pv_str party_at(const pv_checking *checking, pv_span words) {
  const pv_annotation *party = pv_checking_annotation(checking, PV_TYPE_PARTY, words);
  bool is_named = party && party->value && !party->rule;
  return is_named ? ((const pv_term_party *)party->value)->name : PV_STR("");
}

static pv_str without_article(pv_str words) {
  if (words.size > 4 && pv_str_equal_ignoring_case((pv_str){words.data, 4}, PV_STR("the ")))
    return (pv_str){words.data + 4, words.size - 4};
  return words;
}

static bool holds(const pv_checking *checking, pv_span span, pv_str words) {
  pv_str text = pv_str_slice(checking->findings->text->bytes, span);
  for (size_t i = 0; i + words.size <= text.size; i++)
    if (pv_str_equal((pv_str){text.data + i, words.size}, words)) return true;
  return false;
}

// Is the sentence about what the clause grants exclusively: the same grantor, subject, territory?
static bool is_same_grant(const pv_checking *checking, const pv_clause *clause, pv_str grantor,
                          pv_span sentence) {
  const pv_slot_value *subject = pv_checking_slot_value(clause, "subject");
  const pv_slot_value *own = pv_checking_slot_value(clause, "restricted_party");
  const pv_slot_value *territory = pv_checking_slot_value(clause, "territory");
  if (!subject || !own || own->value.kind != PV_JSON_STRING || level_of(clause) != EXCLUSIVE)
    return false;
  if (!pv_str_equal(own->value.string, grantor)) return false;
  if (!holds(checking, sentence, without_article(subject->text))) return false;
  if (!territory) return !pv_checking_annotation(checking, PV_TYPE_PLACE, sentence);
  return holds(checking, sentence, without_article(territory->text));
}

// Appointments and rights that are not exclusive are no clauses; they are found by their words.
static void check_other_grants(pv_checking *checking) {
  const pv_report *report = checking->report;
  pv_marks marks = pv_checking_marks(checking, "non_exclusive_grant");
  for (size_t i = 0; i < marks.count; i++) {
    const pv_text *text = checking->findings->text;
    const pv_sentence *sentence = &text->sentences.items[marks.items[i]->sentence];
    pv_span span = pv_text_span(text, sentence->first, sentence->end);
    pv_span at = pv_checking_words(checking, marks.items[i], "term");
    pv_str grantor = party_at(checking, pv_checking_words(checking, marks.items[i], "who"));
    for (size_t k = 0; grantor.size && k < report->clause_count; k++) {
      const pv_clause *clause = &report->clauses[k];
      if (clause->span.start < span.end && span.start < clause->span.end) continue;
      if (!is_wanted(clause) || !is_same_grant(checking, clause, grantor, span)) continue;
      pv_str place = pv_checking_place(clause);
      pv_checking_add(checking,
                      (pv_finding){
                          .severity = PV_SEVERITY_HIGH,
                          .clause = pv_checking_clause_at(checking, at),
                          .span = at,
                          .message = pv_str_printf(
                              checking->arena,
                              "the same may be non-exclusive here, and is exclusive in " PV_STR_FMT,
                              PV_STR_ARG(place)),
                          .related = pv_checking_related(checking, clause->span, clause->id,
                                                         "the other clause"),
                          .related_count = 1,
                      });
      break;
    }
  }
}

void pv_check_two_levels(pv_checking *checking) {
  check_other_grants(checking);
  pv_subject_clauses all = pv_subject_clauses_find(checking, is_wanted);
  for (size_t i = 1; i < all.count; i++) {
    const pv_clause *first = all.items[i - 1].clause, *second = all.items[i].clause;
    if (all.items[i - 1].hash != all.items[i].hash || first->span.start == second->span.start)
      continue;
    if (level_of(first) != level_of(second) && !is_for_another(first, second))
      report_pair(checking, first, second);
  }
}
