#include "base/str.h"
#include "grammar/unit.h"
#include "support/pvtest.h"

// The units, each with the number of its sequence, and what is optional or a barrier in them; then
// the choices.
static pv_str print(pv_arena *arena, pv_str expression) {
  pv_units units = pv_units_read(arena, expression);
  pv_str out = PV_STR("");
  for (size_t i = 0; i < units.count; i++) {
    const pv_unit *unit = &units.items[i];
    pv_str at = pv_str_slice(expression, unit->at), core = pv_str_slice(expression, unit->core);
    pv_str barrier = pv_str_slice(expression, unit->barrier);
    out = pv_str_printf(arena, PV_STR_FMT "%u<" PV_STR_FMT "|" PV_STR_FMT "%s|" PV_STR_FMT "> ",
                        PV_STR_ARG(out), unit->sequence, PV_STR_ARG(at), PV_STR_ARG(core),
                        unit->is_optional ? " optional" : "", PV_STR_ARG(barrier));
  }
  for (size_t i = 0; i < units.choice_count; i++)
    for (size_t k = 0; k < units.choices[i].count; k++)
      out = pv_str_printf(arena, PV_STR_FMT "%zu{" PV_STR_FMT "} ", PV_STR_ARG(out), i,
                          PV_STR_ARG(pv_str_slice(expression, units.choices[i].ways[k])));
  return pv_str_trim(out);
}

static const struct {
  const char *expression;
  const char *units;
} table[] = {
    {"shall pay", "0<shall|shall|> 0<pay|pay|>"},
    {" a  b? ", "0<a|a|> 0<b?|b optional|>"},
    {"x:@Party{2,3} y*", "0<x:@Party{2,3}|@Party|> 0<y*|y optional|>"},
    {"[a | (b and c)] d", "0<[a | (b and c)]|[a | (b and c)]|> 0<d|d|>"},
    {"a ...5![',' | ';'] b", "0<a|a|> 0<...5![',' | ';']|...5![',' | ';']|![',' | ';']> 0<b|b|>"},
    {"(a b | c)? d",
     "1<a|a|> 1<b|b|> 2<c|c|> 0<(a b | c)?|(a b | c) optional|> 0<d|d|> 0{a b} 0{c}"},
    {"a !ahead(b c)", "0<a|a|> 1<b|b|> 1<c|c|> 0<!ahead(b c)|!ahead(b c)|>"},
    {"$list(x) $m (y)", "1<x|x|> 0<$list(x)|$list(x)|> 0<$m|$m|> 2<y|y|> 0<(y)|(y)|>"},
    {"a | 'b c'", "0<a|a|> 1<'b c'|'b c'|> 0{a} 0{'b c'}"},
};

static void tells_where_units_stand(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    pv_arena *arena = pv_arena_new(0);
    pv_str units = print(arena, pv_str_from(table[i].expression));
    assert_string_equal(pv_str_copy(arena, units).data, table[i].units);
    pv_arena_free(arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(tells_where_units_stand)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
