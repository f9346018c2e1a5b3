// An instruction that several ways lead to is a join. From a join at a position things go on in one
// way only, so what failed there once is not tried again, from whatever start: for each join there
// is a row with a byte for each position. Other instructions have one way to them, and need none.
//
// A gap is a join, too. Its byte is the least age with which it was entered there, plus one: a
// younger one can take more tokens, but what is behind the gap failed already.
#include "match/walk.h"

#include <string.h>

#include "match/machine_data.h"

enum { MOST_SEEN = 1 << 20 };

typedef struct {
  pv_machine *machine;
  const pv_machine_run *run;
  const pv_instruction *code;
  const uint16_t *joins;
  const pv_scope *scope;
  size_t row; // bytes of a row of the positions from `low` of the run on, one a join
} walk;

static size_t row_of(const pv_machine_run *run) { return (size_t)(run->high - run->low) + 1; }

bool pv_walk_can_find(const pv_machine_run *run) {
  return run->start->joins.count * row_of(run) <= MOST_SEEN;
}

// Room for the rows of all joins; each is zeroed when it is used first.
static void make_room(pv_machine *machine, size_t joins, size_t row) {
  pv_walk_room *room = &machine->walk;
  if (joins * row > room->seen_size) {
    room->seen_size = joins * row * 2;
    room->seen = PV_NEW_UNSET(machine->arena, uint8_t, room->seen_size);
  }
  if (joins > room->row_count) {
    room->row_count = joins * 2;
    room->rows = PV_NEW_ARRAY(machine->arena, uint32_t, room->row_count);
    room->walk = 0;
  }
  room->walk++;
}

static bool takes(const walk *w, uint32_t predicate, uint32_t at) {
  return at < w->run->high &&
         pv_predicate_test(w->machine->tester, predicate, &w->scope->tokens[at]);
}

// May one of the ways that start at `pc` take the token at `at`?
static bool may_go_on(const walk *w, uint32_t pc, uint32_t at) {
  const pv_guards *guards = &w->run->start->guards;
  if (guards->numbers[pc] == 0) return true;
  const pv_first *guard = &guards->items[guards->numbers[pc] - 1];
  if (guard->at_low && at == w->run->low) return true;
  return at < w->run->high && pv_first_is_at(guard, w->machine->tester, w->scope, at);
}

static void keep_choice(const walk *w, pv_walk_choice choice) {
  choice.mark_count = w->machine->marks.count;
  PV_PUSH(w->machine->arena, &w->machine->walk.choices, choice);
}

static uint8_t *place_of(const walk *w, uint32_t join, uint32_t at) {
  pv_walk_room *room = &w->machine->walk;
  uint8_t *row = room->seen + (size_t)(join - 1) * w->row;
  if (room->rows[join - 1] != room->walk) {
    room->rows[join - 1] = room->walk;
    memset(row, 0, w->row);
  }
  return &row[at - w->run->low];
}

// The first position in [from, to) that the gap does not go over, or `to`.
static uint32_t barrier_from(const walk *w, const pv_instruction *gap, uint32_t from, uint32_t to) {
  if (gap->y == PV_NO_PREDICATE) return to;
  while (from < to && !pv_predicate_test(w->machine->tester, gap->y, &w->scope->tokens[from]))
    from++;
  return from;
}

// The same as pass_gap, from one place to the next where the guard lets it pass.
static bool pass_to_guard(const walk *w, pv_walk_choice *way, const pv_first *guard) {
  const pv_instruction *gap = &w->code[way->pc];
  uint32_t from = way->at, high = w->run->high, free = from, join = w->joins[way->pc];
  uint32_t left = gap->x > way->age ? gap->x - way->age : 0;
  uint32_t reach = left < high - from ? from + left : high;
  uint32_t end = reach < high ? reach + 1 : high;
  for (uint32_t at = from; at < end; at++) {
    at = pv_first_next(guard, w->machine->tester, w->scope, at, end);
    if (at == end) return false;
    free = barrier_from(w, gap, free, at);
    if (free < at) return false;
    uint32_t age = way->age + (at - from);
    uint8_t *here = place_of(w, join, at);
    bool is_first = *here == 0;
    if (!is_first && *here <= age + 1) return false;
    *here = (uint8_t)(age + 1);
    if (!is_first) continue;
    if (at < reach && barrier_from(w, gap, at, at + 1) > at)
      keep_choice(w, (pv_walk_choice){way->pc, at + 1, way->mark, age + 1, 0});
    way->at = at;
    way->age = 0;
    way->pc++;
    return true;
  }
  return false;
}

// Goes into or on in the gap at `way->pc`. False if that leads nowhere.
static bool pass_gap(const walk *w, pv_walk_choice *way) {
  const pv_instruction *gap = &w->code[way->pc];
  const pv_guards *guards = &w->run->start->guards;
  uint32_t number = guards->numbers[way->pc];
  if (number && !guards->items[number - 1].at_low)
    return pass_to_guard(w, way, &guards->items[number - 1]);
  for (;; way->at++, way->age++) {
    uint8_t *here = place_of(w, w->joins[way->pc], way->at);
    bool is_first = *here == 0;
    if (!is_first && *here <= way->age + 1) return false;
    *here = (uint8_t)(way->age + 1);
    bool can_skip = way->age < gap->x && way->at < w->run->high &&
                    (gap->y == PV_NO_PREDICATE || !takes(w, gap->y, way->at));
    if (is_first && may_go_on(w, way->pc, way->at)) {
      if (can_skip)
        keep_choice(w, (pv_walk_choice){way->pc, way->at + 1, way->mark, way->age + 1, 0});
      way->pc++;
      way->age = 0;
      return true;
    }
    if (!can_skip) return false;
  }
}

static bool pass_annotation(const walk *w, pv_walk_choice *way) {
  uint32_t type = w->code[way->pc].x;
  if (!(w->scope->starts[way->at] >> type & 1)) return false;
  uint32_t until = pv_scope_other_end(w->scope, way->at, type, false);
  if (until > w->run->high) return false;
  way->at = until;
  way->pc++;
  return true;
}

static bool is_seen(const walk *w, const pv_walk_choice *way) {
  uint32_t join = w->joins[way->pc];
  if (join == 0) return false;
  uint8_t *seen = place_of(w, join, way->at);
  if (*seen) return true;
  *seen = 1;
  return false;
}

// Can the way that starts at `pc` take the token at `at`, as far as one look tells?
static bool may_begin(const walk *w, uint32_t pc, uint32_t at) {
  for (;;) {
    const pv_instruction *instruction = &w->code[pc];
    switch ((pv_op)instruction->op) {
    case PV_OP_TOKEN: return takes(w, instruction->x, at);
    case PV_OP_ANNOTATION: return w->scope->starts[at] >> instruction->x & 1;
    case PV_OP_OPEN:
    case PV_OP_CLOSE: pc++; break;
    default: return true;
    }
  }
}

// Takes the first of two ways, and keeps the second for later, if both may lead on. False if none.
static bool split(const walk *w, pv_walk_choice *way, const pv_instruction *at) {
  bool second = may_begin(w, at->y, way->at);
  if (!may_begin(w, at->x, way->at)) {
    way->pc = at->y;
    return second;
  }
  if (second) keep_choice(w, (pv_walk_choice){at->y, way->at, way->mark, 0, 0});
  way->pc = at->x;
  return true;
}

// Goes over one instruction, other than a gap and PV_OP_MATCH. False if it does not hold.
static bool pass(const walk *w, pv_walk_choice *way) {
  const pv_instruction *at = &w->code[way->pc];
  switch ((pv_op)at->op) {
  case PV_OP_TOKEN:
    if (!takes(w, at->x, way->at)) return false;
    way->at++;
    break;
  case PV_OP_ANNOTATION: return pass_annotation(w, way);
  case PV_OP_SPLIT: return may_go_on(w, way->pc, way->at) && split(w, way, at);
  case PV_OP_JUMP: way->pc = at->x; return true;
  case PV_OP_OPEN:
  case PV_OP_CLOSE:
    if (!w->run->exists) way->mark = pv_machine_add_mark(w->machine, way->mark, at, way->at);
    break;
  case PV_OP_LOOK:
    if (!pv_machine_look(w->machine, w->run, at, way->at, 0)) return false;
    break;
  case PV_OP_START:
    if (way->at != w->run->low) return false;
    break;
  case PV_OP_END:
    if (way->at != w->run->high) return false;
    break;
  default: return false;
  }
  way->pc++;
  return true;
}

// Follows one way to its end; true at a match.
static bool follow(const walk *w, pv_walk_choice *way) {
  for (;;) {
    pv_op op = (pv_op)w->code[way->pc].op;
    w->machine->steps++;
    if (op == PV_OP_GAP) {
      if (!pass_gap(w, way)) return false;
    } else if (is_seen(w, way)) {
      return false;
    } else if (op == PV_OP_MATCH) {
      return way->at >= w->run->least_end;
    } else if (!pass(w, way)) {
      return false;
    }
  }
}

// The preferred match that starts at `start`.
static bool find_at(const walk *w, uint32_t start, pv_hit *hit) {
  pv_machine *machine = w->machine;
  pv_walk_choice way = {.at = start, .mark = PV_NO_MARK};
  machine->walk.choices.count = 0;
  while (!follow(w, &way)) {
    if (machine->walk.choices.count == 0) return false;
    if (machine->steps > machine->limit) {
      machine->is_over = true;
      return false;
    }
    way = machine->walk.choices.items[--machine->walk.choices.count];
    machine->marks.count = way.mark_count; // what was noted on the way that failed
  }
  *hit = (pv_hit){start, way.at, way.mark};
  return true;
}

bool pv_walk_find(pv_machine *machine, const pv_machine_run *run, pv_hit *hit) {
  const pv_start *start = run->start;
  pv_start_search starts =
      pv_start_search_make(start, machine->tester, run->scope, run->low, run->high);
  uint32_t at = pv_start_next(&starts, run->from);
  if (at > run->high) return false;
  walk w = {.machine = machine,
            .run = run,
            .code = run->program->code,
            .joins = start->joins.numbers,
            .scope = run->scope,
            .row = row_of(run)};
  make_room(machine, start->joins.count, w.row);
  for (; at <= run->high && !machine->is_over; at = pv_start_next(&starts, at + 1))
    if (find_at(&w, at, hit)) return true;
  return false;
}
