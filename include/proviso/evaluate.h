// evaluate.h - what a clause pays for a given base.
//
//   pv_payment *payment = pv_clause_evaluate(clause, "1500000", &err);
//   for (size_t i = 0; payment && i < payment->count; i++)
//     printf(PV_STR_FMT "\n", PV_STR_ARG(payment->readings[i].amount));
//   pv_payment_free(payment);
//
// The arithmetic is decimal and exact. It takes the rates, tiers, minimum and cap that the report
// states; whether a base is made up as the contract says is not looked at.
#ifndef PROVISO_EVALUATE_H
#define PROVISO_EVALUATE_H

#include <proviso/report.h>

#ifdef __cplusplus
extern "C" {
#endif

// `base` is an amount, or a number of units: "1,500,000.50". NULL and `err` if it is no number that
// is at least 0 and has at most 18 digits, or without memory. The result is yours to free, and may
// not outlive the report of the clause.
pv_payment *pv_clause_evaluate(const pv_clause *clause, const char *base, pv_error *err);

void pv_payment_free(pv_payment *payment);

#ifdef __cplusplus
}
#endif

#endif
