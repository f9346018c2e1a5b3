// satellite.h - what a rule asks about a hit, and takes from around it.
#ifndef PV_MATCH_SATELLITE_H
#define PV_MATCH_SATELLITE_H

#include "match/matcher.h"

// Does the sentence stand under the headings that the rule requires? Asked before the search.
bool pv_headings_hold(pv_matcher *matcher, const pv_rule *rule);

// Do all other conditions of the rule hold for the hit?
bool pv_conditions_hold(pv_matcher *matcher, const pv_rule *rule, pv_hit hit);

// The score with its boosts, 0..100.
int32_t pv_points_count(pv_matcher *matcher, const pv_rule *rule, pv_hit hit);

// Puts what fills the slots of the rule into `matcher->fillers`, which it empties first: captures
// in the order of the text, then satellites in the order of the rule.
void pv_fillers_collect(pv_matcher *matcher, const pv_rule *rule, pv_hit hit);

#endif
