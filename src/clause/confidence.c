#include "clause/confidence.h"

#include "base/str.h"

enum { MAX_POINTS = 99, SUPPORT_SHARE = 8, SHOWN_CUES = 8 };

static bool seen_rule(const pv_match_group *matches, size_t before, const pv_rule *rule) {
  for (size_t i = 0; i < before; i++)
    if (matches->items[i]->rule == rule) return true;
  return false;
}

static pv_evidence of_rule(const pv_findings *findings, const pv_match *match, int32_t points) {
  return (pv_evidence){.rule = match->rule->id,
                       .cue = PV_STR(""),
                       .span = pv_text_span(findings->text, match->first, match->end),
                       .points = points};
}

// The strongest match counts in full, each further rule a little, for rules that agree are right
// more often.
static void add_rules(pv_report *report, pv_clause *clause, const pv_findings *findings,
                      const pv_match_group *matches) {
  pv_evidence *evidence = PV_NEW_ARRAY(report->arena, pv_evidence, matches->count);
  int32_t support = 0;
  for (size_t i = 0; i < matches->count; i++) {
    const pv_match *match = matches->items[i];
    if (seen_rule(matches, i, match->rule)) continue;
    int32_t points = match->points;
    if (i) {
      points = points / SUPPORT_SHARE;
      if (points > PV_MOST_SUPPORT - support) points = PV_MOST_SUPPORT - support;
      support += points;
    }
    if (clause->points + points > MAX_POINTS) points = MAX_POINTS - clause->points;
    clause->points += points;
    evidence[clause->evidence_count++] = of_rule(findings, match, points);
  }
  clause->evidence = evidence;
}

// The points of the cue that a rule is, taken out of the list.
static int32_t take_rule(pv_cue_list *cues, const pv_grammar *grammar, const pv_rule *rule) {
  for (size_t i = 0; i < cues->count; i++) {
    pv_cue_points *cue = &cues->items[i];
    bool is_it =
        pv_cue_kind_of(cue->cue) == PV_CUE_RULE && &grammar->rules[pv_cue_first(cue->cue)] == rule;
    if (!is_it) continue;
    int32_t points = cue->points;
    cue->points = 0;
    return points;
  }
  return 0;
}

static pv_evidence of_cue(pv_report *report, const pv_findings *findings,
                          const pv_cue_points *cue) {
  return (pv_evidence){.rule = PV_STR(""),
                       .cue = pv_cue_print(report->arena, report->grammar, cue->cue),
                       .span = pv_text_span(findings->text, cue->first, cue->end),
                       .points = cue->points};
}

static pv_evidence of_rest(pv_str name, int32_t points) {
  return (pv_evidence){.rule = PV_STR(""), .cue = name, .points = points};
}

// The rules, the cues with the most points, the others as one, and the bias.
static void add_cues(pv_report *report, pv_clause *clause, const pv_findings *findings,
                     const pv_match_group *matches, const pv_weighing *weighing) {
  const pv_grammar *grammar = report->grammar;
  pv_cue_list cues =
      pv_evidences_cues(report->arena, findings->evidences, matches->items[0]->sentence, weighing);
  pv_evidence *evidence = PV_NEW_ARRAY(report->arena, pv_evidence, matches->count + SHOWN_CUES + 2);
  size_t count = 0, shown = 0;
  for (size_t i = 0; i < matches->count; i++) {
    const pv_match *match = matches->items[i];
    if (!match->rule->match_count || seen_rule(matches, i, match->rule)) continue;
    evidence[count++] = of_rule(findings, match, take_rule(&cues, grammar, match->rule));
  }
  int32_t rest = 0;
  for (size_t i = 0; i < cues.count; i++) {
    if (!cues.items[i].points) continue;
    if (shown < SHOWN_CUES)
      evidence[count++] = of_cue(report, findings, &cues.items[i]), shown++;
    else
      rest += cues.items[i].points;
  }
  if (rest) evidence[count++] = of_rest(PV_STR("other cues"), rest);
  evidence[count++] = of_rest(PV_STR("bias"), weighing->bias);
  clause->evidence = evidence;
  clause->evidence_count = count;
}

bool pv_clause_add_evidence(pv_report *report, pv_clause *clause, const pv_findings *findings,
                            const pv_match_group *matches, int least) {
  const pv_rule *rule = matches->items[0]->rule;
  const pv_weighing *weighing = pv_weighing_of(report->grammar, rule);
  int32_t score;
  bool is_weighed =
      weighing && findings->evidences &&
      pv_evidences_score(findings->evidences, matches->items[0]->sentence, weighing, &score);
  if (!is_weighed) {
    add_rules(report, clause, findings, matches);
    return clause->points >= least;
  }
  int32_t percent = pv_weighing_percent(weighing, score);
  clause->points = percent < MAX_POINTS ? percent : MAX_POINTS;
  if (clause->points < least) return false;
  add_cues(report, clause, findings, matches, weighing);
  return true;
}
