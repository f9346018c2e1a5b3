// The same way down as the parser of expressions, but for places in the text instead of a tree.
#include "grammar/unit.h"

#include "base/vector.h"

typedef PV_VECTOR(pv_unit) unit_list;
typedef PV_VECTOR(pv_unit_choice) choice_list;
typedef PV_VECTOR(pv_span) span_list;

typedef struct {
  pv_arena *arena;
  pv_expression_lexer lexer;
  pv_sign sign;
  uint32_t end; // of the sign before
  uint32_t sequences;
  unit_list units;
  choice_list choices;
} reader;

static void read_choice(reader *r);

static void next(reader *r) {
  r->end = (uint32_t)r->lexer.at;
  r->sign = pv_expression_lex(&r->lexer);
}

static bool ends(const reader *r) { return r->sign.kind == PV_SIGN_END; }

// From the opening bracket of a set to the sign behind it.
static void skip_set(reader *r) {
  while (!ends(r) && r->sign.kind != PV_SIGN_SET_CLOSE) next(r);
  next(r);
}

// From the opening bracket to the sign behind the closing one.
static void read_group(reader *r) {
  next(r);
  read_choice(r);
  next(r);
}

static bool opens_group(pv_sign_kind kind) {
  return kind == PV_SIGN_OPEN || kind == PV_SIGN_AHEAD || kind == PV_SIGN_NOT_AHEAD ||
         kind == PV_SIGN_BEHIND || kind == PV_SIGN_NOT_BEHIND;
}

// A bracket right behind a macro holds its argument.
static void read_macro(reader *r) {
  next(r);
  if (r->sign.kind == PV_SIGN_OPEN && r->sign.at == r->end) read_group(r);
}

static void read_gap(reader *r, pv_unit *unit) {
  unit->most = r->sign.max;
  next(r);
  if (r->sign.kind != PV_SIGN_BARRIER) return;
  unit->barrier.start = (uint32_t)r->sign.at;
  skip_set(r);
  unit->barrier.end = r->end;
}

static void read_count(reader *r, pv_unit *unit) {
  pv_sign_kind kind = r->sign.kind;
  unit->is_optional = kind == PV_SIGN_OPTIONAL || kind == PV_SIGN_STAR ||
                      (kind == PV_SIGN_COUNT && r->sign.min == 0);
  unit->has_count = unit->is_optional || kind == PV_SIGN_PLUS || kind == PV_SIGN_COUNT;
  if (unit->has_count) next(r);
}

static void read_unit(reader *r, uint32_t sequence) {
  pv_unit unit = {.at.start = (uint32_t)r->sign.at, .sequence = sequence};
  if (r->sign.kind == PV_SIGN_NAME) next(r);
  unit.core.start = (uint32_t)r->sign.at;
  unit.kind = r->sign.kind;
  if (opens_group(unit.kind))
    read_group(r);
  else if (unit.kind == PV_SIGN_SET_OPEN)
    skip_set(r);
  else if (unit.kind == PV_SIGN_MACRO)
    read_macro(r);
  else if (unit.kind == PV_SIGN_GAP)
    read_gap(r, &unit);
  else
    next(r);
  unit.core.end = r->end;
  read_count(r, &unit);
  unit.at.end = r->end;
  PV_PUSH(r->arena, &r->units, unit);
}

static pv_span read_sequence(reader *r) {
  pv_span at = {(uint32_t)r->sign.at, 0};
  uint32_t sequence = r->sequences++;
  while (!ends(r) && r->sign.kind != PV_SIGN_BAR && r->sign.kind != PV_SIGN_CLOSE)
    read_unit(r, sequence);
  at.end = r->end;
  return at;
}

// Recursion: an expression that compiles has a limited depth of brackets.
static void read_choice(reader *r) {
  span_list ways = {0};
  PV_PUSH(r->arena, &ways, read_sequence(r));
  while (r->sign.kind == PV_SIGN_BAR) {
    next(r);
    PV_PUSH(r->arena, &ways, read_sequence(r));
  }
  if (ways.count < 2) return;
  pv_unit_choice choice = {
      {ways.items[0].start, ways.items[ways.count - 1].end}, ways.items, ways.count};
  PV_PUSH(r->arena, &r->choices, choice);
}

pv_units pv_units_read(pv_arena *arena, pv_str expression) {
  reader r = {.arena = arena, .lexer = {.text = expression}};
  next(&r);
  read_choice(&r);
  return (pv_units){r.units.items, r.units.count, r.choices.items, r.choices.count};
}
