// SUR001: a duty after the end, in a clause that the list of what survives does not name.
#include "ambiguity/checks.h"
#include "base/str.h"

// Is `section` the one that a reference names, or below it?
static bool is_within(const pv_text *text, uint32_t section, uint32_t target) {
  for (; section != PV_NO_SECTION; section = text->sections.items[section].parent)
    if (section == target) return true;
  return false;
}

// What the sentences that say what survives name.
typedef struct {
  bool has_list; // sections by number
  bool is_open;  // "which by their nature", or all of it
  bool has_clause;
  pv_span at;
} survival_list;

static void read_references(const pv_checking *checking, const pv_match *match, uint32_t section,
                            survival_list *list) {
  const pv_terms *terms = checking->findings->terms;
  const pv_sentence *sentence = &checking->findings->text->sentences.items[match->sentence];
  for (size_t i = pv_terms_reference_from(terms, sentence->first);
       i < terms->reference_count && terms->references[i].first < sentence->end; i++) {
    uint32_t target = terms->references[i].target;
    if (terms->references[i].external || target == PV_NO_SECTION) continue;
    list->has_list = true;
    list->at = pv_checking_words(checking, match, "term");
    list->has_clause |= is_within(checking->findings->text, section, target);
  }
}

static survival_list read_list(const pv_checking *checking, uint32_t section) {
  enum { MOST_SENTENCES = 8 };
  survival_list list = {0};
  pv_marks marks = pv_checking_marks(checking, "survives");
  for (size_t i = 0; i < marks.count && i < MOST_SENTENCES; i++)
    read_references(checking, marks.items[i], section, &list);
  list.is_open = pv_checking_marks(checking, "survives_by_nature").count > 0;
  return list;
}

void pv_check_survival(pv_checking *checking) {
  pv_marks marks = pv_checking_marks(checking, checking->check->code);
  for (size_t i = 0; i < marks.count; i++) {
    pv_span at = pv_checking_words(checking, marks.items[i], "term");
    const pv_clause *clause = pv_checking_clause_at(checking, at);
    if (!clause) continue;
    const pv_text *text = checking->findings->text;
    uint32_t section = text->sentences.items[marks.items[i]->sentence].section;
    survival_list list = read_list(checking, section);
    if (!list.has_list || list.is_open || list.has_clause) continue;
    pv_str place = pv_checking_place(clause);
    pv_checking_add(
        checking,
        (pv_finding){
            .severity = pv_checking_rule_severity(marks.items[i]),
            .clause = clause,
            .slot = PV_STR("term"),
            .span = at,
            .message =
                pv_str_printf(checking->arena,
                              PV_STR_FMT " binds after the end, but the list of what "
                                         "survives does not name it: it may end with the agreement",
                              PV_STR_ARG(place)),
            .related = pv_checking_related(checking, list.at, PV_STR(""), "what survives"),
            .related_count = 1,
        });
  }
}
