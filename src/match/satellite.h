// satellite.h - what a rule asks about a hit, and takes from around it.
#ifndef PV_MATCH_SATELLITE_H
#define PV_MATCH_SATELLITE_H

#include "match/matcher.h"

// Do the headings and the neighbours of the sentence have what the rule requires of them? Asked
// before the search.
bool pv_rule_may_hold(pv_matcher *matcher, const pv_rule *rule);

// Do all other conditions of the rule hold for the hit?
bool pv_conditions_hold(pv_matcher *matcher, const pv_rule *rule, pv_hit hit);

// The first words that fit the condition, as tokens; false where there are none.
bool pv_condition_find(pv_matcher *matcher, const pv_condition *condition, pv_hit hit,
                       pv_part *words);

// The score with its boosts, 0..100.
int32_t pv_points_count(pv_matcher *matcher, const pv_rule *rule, pv_hit hit);

// Puts what the captures of a hit fill into `matcher->fillers`, which it empties first, in the
// order of the text.
void pv_fillers_capture(pv_matcher *matcher, const pv_rule *rule, pv_hit hit);

// Adds to `matcher->fillers` what the satellites of the rule find around the hit, in their order.
void pv_fillers_complete(pv_matcher *matcher, const pv_rule *rule, pv_hit hit);

#endif
