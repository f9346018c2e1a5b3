// checks.h - the checks, one function a row in the table of check.c.
#ifndef PV_AMBIGUITY_CHECKS_H
#define PV_AMBIGUITY_CHECKS_H

#include "ambiguity/check.h"

// For checks whose findings are words as such: which, and where, the rules of the style phase say
// whose kind is the code. They stand in a clause (or anywhere, to lint), and the document does not
// define them; or, for the second, in the words that fill a slot.
void pv_check_wording(pv_checking *checking);
void pv_check_slot_wording(pv_checking *checking);

void pv_check_undefined_term(pv_checking *checking);
void pv_check_late_definition(pv_checking *checking);
void pv_check_two_definitions(pv_checking *checking);
void pv_check_unused_term(pv_checking *checking);
void pv_check_circular_definition(pv_checking *checking);
void pv_check_lower_case_term(pv_checking *checking);
void pv_check_examples_only(pv_checking *checking);

void pv_check_scope_gap(pv_checking *checking);
void pv_check_binds_grantor(pv_checking *checking);
void pv_check_two_levels(pv_checking *checking);
void pv_check_technical_category(pv_checking *checking);
// Is the subject of the exclusivity a technical category that nothing defines? `*at` gets its
// words.
bool pv_technical_category(const pv_checking *checking, const pv_clause *clause, pv_span *at);
void pv_check_lapse(pv_checking *checking);
void pv_check_direct_only(pv_checking *checking);
void pv_check_exclusivity_word(pv_checking *checking);
void pv_check_stated_twice(pv_checking *checking);

void pv_check_unclear_parties(pv_checking *checking);
void pv_check_affiliates(pv_checking *checking);

void pv_check_perpetual(pv_checking *checking);
void pv_check_promised_transfer(pv_checking *checking);
void pv_check_unstated_attributes(pv_checking *checking);
void pv_check_joint_ownership(pv_checking *checking);
void pv_check_joint_development(pv_checking *checking);

void pv_check_undefined_base(pv_checking *checking);
void pv_check_missing_base(pv_checking *checking);
void pv_check_free_and_bearing(pv_checking *checking);
void pv_check_payment_terms(pv_checking *checking);
void pv_check_tier_gap(pv_checking *checking);
void pv_check_share_sum(pv_checking *checking);
void pv_check_cap_below_floor(pv_checking *checking);

void pv_check_non_binding(pv_checking *checking);
void pv_check_survival(pv_checking *checking);
void pv_check_precedence(pv_checking *checking);

void pv_check_dangling_reference(pv_checking *checking);
void pv_check_missing_exhibit(pv_checking *checking);
void pv_check_external_reference(pv_checking *checking);
void pv_check_words_and_figures(pv_checking *checking);
void pv_check_blank(pv_checking *checking);
void pv_check_redaction(pv_checking *checking);
void pv_check_two_amounts(pv_checking *checking);

void pv_check_end_event(pv_checking *checking);
void pv_check_ambiguous_date(pv_checking *checking);

void pv_check_efforts(pv_checking *checking);
void pv_check_competitor_class(pv_checking *checking);
void pv_check_mixed_including(pv_checking *checking);
void pv_check_mixed_modals(pv_checking *checking);
void pv_check_party_names(pv_checking *checking);
void pv_check_unbalanced(pv_checking *checking);

#endif
