#include "portfolio/portfolio.h"

#include "base/error.h"

pv_portfolio *pv_portfolio_new(pv_error *err) {
  pv_arena *arena = pv_arena_new(0);
  jmp_buf out;
  if (!arena || setjmp(out)) {
    if (arena) pv_arena_free(arena);
    pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
    return NULL;
  }
  pv_arena_guard(arena, &out);
  pv_portfolio *portfolio = PV_NEW(arena, pv_portfolio);
  portfolio->arena = arena;
  pv_arena_guard(arena, NULL);
  return portfolio;
}

void pv_portfolio_free(pv_portfolio *portfolio) {
  if (portfolio) pv_arena_free(portfolio->arena);
}

static bool out_of_memory(pv_error *err) {
  return pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
}

bool pv_portfolio_add(pv_portfolio *portfolio, const pv_report *report, pv_error *err) {
  jmp_buf out;
  if (setjmp(out)) return out_of_memory(err);
  pv_arena_guard(portfolio->arena, &out);
  pv_portfolio_take(portfolio, report);
  pv_arena_guard(portfolio->arena, NULL);
  return true;
}

bool pv_portfolio_compare(pv_portfolio *portfolio, const pv_compare_options *options,
                          pv_error *err) {
  static const pv_compare_options defaults = {0};
  jmp_buf out;
  if (setjmp(out)) return out_of_memory(err);
  pv_arena_guard(portfolio->arena, &out);
  pv_portfolio_resolve_parties(portfolio);
  pv_portfolio_apply_amendments(portfolio);
  pv_portfolio_look_up(portfolio);
  pv_portfolio_compare_promises(portfolio, options ? options : &defaults);
  pv_arena_guard(portfolio->arena, NULL);
  return true;
}

size_t pv_portfolio_document_count(const pv_portfolio *portfolio) {
  return portfolio->documents.count;
}

size_t pv_portfolio_conflict_count(const pv_portfolio *portfolio) {
  return portfolio->conflicts.count;
}

const pv_conflict *pv_portfolio_conflict(const pv_portfolio *portfolio, size_t i) {
  return &portfolio->conflicts.items[i];
}

size_t pv_portfolio_resolved_count(const pv_portfolio *portfolio) {
  return portfolio->resolved.count;
}

const pv_resolved *pv_portfolio_resolved(const pv_portfolio *portfolio, size_t i) {
  return &portfolio->resolved.items[i];
}

size_t pv_portfolio_disjoint_count(const pv_portfolio *portfolio) { return portfolio->disjoint; }

size_t pv_portfolio_left_out(const pv_portfolio *portfolio) { return portfolio->left_out; }
