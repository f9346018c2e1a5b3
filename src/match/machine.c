// Threads stand in lists, one list a position, the preferred ones first. A thread waits at an
// instruction that takes tokens; the others are gone through at once by `add`, depth first, on a
// stack of its own.
//
// A thread in a gap has an age, the tokens it took there. It may go on with the rest of the program
// as soon as it arrives, and by preference (gaps are lazy); its second choice is to take one more
// token. Of two threads in the same gap the younger can do all that the older can, so an older one
// of lower preference is dropped; a younger one of lower preference stays, to take tokens when the
// older has had its fill. Thus ages fall along the list, and a gap of n holds at most n threads.
#include "match/machine.h"

#include <string.h>

#include "match/machine_data.h"
#include "match/trace_hook.h"
#include "match/walk.h"

// A run under way.
typedef struct {
  pv_machine *machine;
  frame *frame;
  const pv_machine_run *run;
  const pv_instruction *code;
  const pv_scope *scope;
  int depth;     // of lookarounds
  bool backward; // takes the tokens before the position
  bool anchored; // starts at `from` only
  bool found;
  pv_hit *hit;
  pv_trace *trace; // or NULL
  uint32_t position;
  const pv_token *token;   // next to the position, NULL at the edge of the window
  thread_list *list;       // that of the position
  uint32_t start;          // of the thread that is followed
  pv_start_search starts;  // where `run` has a start
  const pv_guards *guards; // or NULL
} state;

typedef struct {
  uint32_t instructions;
  uint32_t threads;
} room;

static void measure(room *need, const pv_program *program) {
  uint32_t threads = 1;
  for (uint32_t i = 0; i < program->count; i++)
    threads += program->code[i].op == PV_OP_GAP ? program->code[i].x + 1 : 1;
  if (program->count > need->instructions) need->instructions = program->count;
  if (threads > need->threads) need->threads = threads;
}

static frame frame_new(pv_arena *arena, room need) {
  // An instruction leaves at most one visit for later, and only when it is seen first.
  size_t visits = (size_t)need.instructions + 1;
  return (frame){.now = {PV_NEW_ARRAY(arena, thread, need.threads), 0},
                 .next = {PV_NEW_ARRAY(arena, thread, need.threads), 0},
                 .seen = PV_NEW_ARRAY(arena, uint32_t, need.instructions),
                 .least = PV_NEW_ARRAY(arena, uint32_t, need.instructions),
                 .stack = PV_NEW_ARRAY(arena, visit, visits),
                 .size = need.instructions};
}

pv_machine *pv_machine_new(pv_arena *arena, pv_tester *tester, const pv_program *const *programs,
                           size_t program_count, const pv_program *looks, size_t look_count) {
  pv_machine *machine = PV_NEW(arena, pv_machine);
  *machine = (pv_machine){.tester = tester, .looks = looks, .limit = UINT64_MAX};
  room rules = {0}, bodies = {0};
  for (size_t i = 0; i < program_count; i++) measure(&rules, programs[i]);
  for (size_t i = 0; i < look_count; i++) measure(&bodies, &looks[i]);
  machine->frames[0] = frame_new(arena, rules);
  for (int i = 1; i <= PV_MAX_LOOK_DEPTH; i++) machine->frames[i] = frame_new(arena, bodies);
  return machine;
}

void pv_machine_begin(pv_machine *machine, pv_arena *arena) {
  machine->arena = arena;
  machine->marks.items = NULL;
  machine->marks.count = machine->marks.capacity = 0;
  machine->captures.items = NULL;
  machine->captures.count = machine->captures.capacity = 0;
  machine->walk = (pv_walk_room){0};
}

void pv_machine_allow(pv_machine *machine, uint64_t steps) {
  machine->limit = machine->steps + steps;
  machine->is_over = false;
}

uint32_t pv_machine_add_mark(pv_machine *machine, uint32_t before, const pv_instruction *at,
                             uint32_t position) {
  PV_PUSH(machine->arena, &machine->marks,
          ((mark){at->x, position, before, at->op == PV_OP_CLOSE}));
  return (uint32_t)machine->marks.count;
}

bool pv_machine_is_over(const pv_machine *machine) { return machine->is_over; }

uint64_t pv_machine_steps(const pv_machine *machine) { return machine->steps; }

void pv_machine_trace(pv_machine *machine, pv_trace *trace) { machine->trace = trace; }

void pv_machine_forget(pv_machine *machine) { machine->marks.count = 0; }

static uint32_t add_mark(state *s, uint32_t before, const pv_instruction *at) {
  if (s->depth > 0 || s->run->exists) return PV_NO_MARK;
  return pv_machine_add_mark(s->machine, before, at, s->position);
}

static bool look(const state *s, const pv_instruction *at) {
  return pv_machine_look(s->machine, s->run, at, s->position, s->depth);
}

// Moves the run to `position`: threads that are made from here on wait there, in `list`.
static void go_to(state *s, uint32_t position, thread_list *list) {
  bool at_edge = position == (s->backward ? s->run->low : s->run->high);
  s->position = position;
  s->token = at_edge ? NULL : &s->scope->tokens[s->backward ? position - 1 : position];
  s->list = list;
}

static void wait(state *s, uint32_t pc, uint32_t last_mark, uint32_t extra) {
  s->list->items[s->list->count++] = (thread){pc, s->start, last_mark, extra};
}

// Instruction `pc` is where a thread ends.
static void stop(const state *s, uint32_t pc, uint32_t last_mark) {
  if (s->trace)
    pv_trace_stop(s->trace, s->run->program, pc, (pv_hit){s->start, s->position, last_mark});
}

static void stop_gap(const state *s, visit at) {
  if (!s->trace || !s->token) return;
  bool is_full = at.age >= s->code[at.pc].x;
  pv_trace_gap(s->trace, s->run->program, at.pc, s->position,
               is_full ? PV_GAP_LIMIT : PV_GAP_BARRIER);
}

static bool can_take(const state *s, uint32_t predicate) {
  return s->token && pv_predicate_test(s->machine->tester, predicate, s->token);
}

static bool can_skip(const state *s, const pv_instruction *gap, uint32_t age) {
  return age < gap->x && s->token &&
         (gap->y == PV_NO_PREDICATE || !pv_predicate_test(s->machine->tester, gap->y, s->token));
}

static bool is_first_visit(frame *f, uint32_t pc) {
  if (f->seen[pc] == f->generation) return false;
  f->seen[pc] = f->generation;
  return true;
}

// May one of the ways that start at `pc` take the next token? Most of the time one look says no.
static bool may_go_on(const state *s, uint32_t pc) {
  uint32_t number = s->guards ? s->guards->numbers[pc] : 0;
  if (number == 0) return true;
  const pv_first *guard = &s->guards->items[number - 1];
  if (guard->at_low && s->position == s->run->low) return true;
  return s->token && pv_first_is_at(guard, s->machine->tester, s->scope, s->position);
}

// Enters a gap. True if the rest of the program is to be visited from here.
static bool enter_gap(state *s, visit at, size_t *depth) {
  frame *f = s->frame;
  const pv_instruction *gap = &s->code[at.pc];
  bool is_first = f->seen[at.pc] != f->generation;
  if (!is_first && (at.waits ? at.age > f->least[at.pc] : at.age >= f->least[at.pc])) return false;
  f->seen[at.pc] = f->generation;
  f->least[at.pc] = at.age;
  if (is_first && gap[1].op != PV_OP_TOKEN && may_go_on(s, at.pc)) {
    if (can_skip(s, gap, at.age))
      f->stack[(*depth)++] = (visit){at.pc, at.mark, at.age, true};
    else
      stop_gap(s, at);
    return true;
  }
  // The rest is a token, which is no detour, or cannot follow here, or was visited before.
  if (is_first && gap[1].op == PV_OP_TOKEN && is_first_visit(f, at.pc + 1)) {
    if (can_take(s, gap[1].x))
      wait(s, at.pc + 1, at.mark, 0);
    else
      stop(s, at.pc + 1, at.mark);
  }
  if (can_skip(s, gap, at.age))
    wait(s, at.pc, at.mark, at.age);
  else
    stop_gap(s, at);
  return false;
}

// Waits at the annotation that starts (backward: ends) here, if there is one in the window.
static bool enter_annotation(state *s, visit at) {
  uint32_t type = s->code[at.pc].x;
  const uint64_t *edges = s->backward ? s->scope->ends : s->scope->starts;
  if (!(edges[s->position] >> type & 1)) return false;
  uint32_t until = pv_scope_other_end(s->scope, s->position, type, s->backward);
  if (until < s->run->low || until > s->run->high) return false;
  wait(s, at.pc, at.mark, until);
  return true;
}

// Goes over an instruction that takes no token and has one way on; false if it does not hold here.
static bool pass(state *s, visit *at) {
  const pv_instruction *instruction = &s->code[at->pc++];
  switch ((pv_op)instruction->op) {
  case PV_OP_JUMP: at->pc = instruction->x; return true;
  case PV_OP_OPEN:
  case PV_OP_CLOSE: at->mark = add_mark(s, at->mark, instruction); return true;
  case PV_OP_LOOK: return look(s, instruction);
  case PV_OP_START: return s->position == s->run->low;
  case PV_OP_END: return s->position == s->run->high;
  default: return false;
  }
}

// Follows one way up to an instruction that takes tokens, where a thread waits if it can take the
// next one, or to its end. Second choices go on the stack. False at a match.
static bool follow(state *s, visit at, size_t *depth) {
  frame *f = s->frame;
  for (;;) {
    const pv_instruction *instruction = &s->code[at.pc];
    s->machine->steps++;
    if (instruction->op == PV_OP_GAP) {
      if (!enter_gap(s, at, depth)) return true;
      at = (visit){at.pc + 1, at.mark, 0, false};
      continue;
    }
    if (!is_first_visit(f, at.pc)) return true;
    switch ((pv_op)instruction->op) {
    case PV_OP_TOKEN:
      if (can_take(s, instruction->x))
        wait(s, at.pc, at.mark, 0);
      else
        stop(s, at.pc, at.mark);
      return true;
    case PV_OP_ANNOTATION:
      if (!enter_annotation(s, at)) stop(s, at.pc, at.mark);
      return true;
    case PV_OP_SPLIT:
      if (!may_go_on(s, at.pc)) return true;
      f->stack[(*depth)++] = (visit){instruction->y, at.mark, 0, false};
      at.pc = instruction->x;
      break;
    case PV_OP_MATCH:
      if (s->position < s->run->least_end) {
        stop(s, at.pc, at.mark);
        return true;
      }
      *s->hit = (pv_hit){s->start, s->position, at.mark};
      s->found = true;
      return false;
    default:
      if (!pass(s, &at)) {
        stop(s, at.pc - 1, at.mark);
        return true;
      }
    }
  }
}

// Goes from `first` to all instructions that take tokens. Stops at a match: what comes later is
// less preferred.
static void add(state *s, visit first) {
  size_t depth = 0;
  bool goes_on = follow(s, first, &depth);
  while (goes_on && depth > 0) goes_on = follow(s, s->frame->stack[--depth], &depth);
}

static void next_generation(frame *f) {
  if (++f->generation > 0) return;
  memset(f->seen, 0, f->size * sizeof *f->seen);
  f->generation = 1;
}

// Lets the threads take the next token. All can: that was tested when they began to wait.
static void step(state *s) {
  frame *f = s->frame;
  next_generation(f);
  f->next.count = 0;
  go_to(s, s->backward ? s->position - 1 : s->position + 1, &f->next);
  bool had_found = s->found;
  s->found = false;
  s->machine->steps += f->now.count;
  for (uint32_t i = 0; i < f->now.count && !s->found; i++) {
    thread t = f->now.items[i];
    pv_op op = (pv_op)s->code[t.pc].op;
    s->start = t.start;
    if (op == PV_OP_GAP)
      add(s, (visit){t.pc, t.mark, t.extra + 1, false});
    else if (op == PV_OP_ANNOTATION && t.extra != s->position)
      f->next.items[f->next.count++] = t;
    else
      add(s, (visit){t.pc + 1, t.mark, 0, false});
  }
  s->found |= had_found;
  thread_list done = f->now;
  f->now = f->next;
  f->next = done;
}

// The first position from `position` on where a match may start; behind the window if there is
// none.
static uint32_t next_start(state *s, uint32_t position) {
  const pv_machine_run *run = s->run;
  if (s->anchored) return position == run->from ? position : run->high + 1;
  if (!run->start) return position;
  return pv_start_next(&s->starts, position);
}

// May a match start at `position`? Asked while threads are alive, which go on token by token.
static bool can_start(state *s, uint32_t position) {
  const pv_machine_run *run = s->run;
  if (s->anchored) return position == run->from;
  return !run->start || pv_start_is_at(&s->starts, position);
}

static void start_at(state *s, uint32_t position) {
  go_to(s, position, &s->frame->now);
  s->start = position;
  add(s, (visit){.pc = 0, .mark = PV_NO_MARK});
}

// Goes over tokens that nothing but the gap can take in which the only thread is.
static void skip_in_gap(state *s) {
  thread *t = &s->frame->now.items[0];
  const pv_instruction *gap = &s->code[t->pc];
  uint32_t guard = s->guards ? s->guards->numbers[t->pc] : 0;
  if (gap->op != PV_OP_GAP || guard == 0) return;
  const pv_first *first = &s->guards->items[guard - 1];
  pv_tester *tester = s->machine->tester;
  uint32_t at = s->position + 1;
  for (; at < s->run->high && t->extra + 1 < gap->x; at++, t->extra++) {
    if (pv_first_is_at(first, tester, s->scope, at)) break;
    if (gap->y != PV_NO_PREDICATE && pv_predicate_test(tester, gap->y, &s->scope->tokens[at]))
      break;
    if (!s->found && can_start(s, at)) break;
  }
  s->machine->steps += at - 1 - s->position;
  s->position = at - 1;
}

static bool run_machine(state *s) {
  frame *f = s->frame;
  f->now.count = 0;
  for (s->position = s->run->from; s->position <= s->run->high;) {
    bool is_idle = f->now.count == 0;
    if (is_idle) {
      next_generation(f);
      s->position = next_start(s, s->position);
      if (s->position > s->run->high) return false;
    }
    if (is_idle || (!s->found && can_start(s, s->position))) start_at(s, s->position);
    if (s->machine->steps > s->machine->limit) {
      s->machine->is_over = true;
      return false;
    }
    if (s->found && s->run->exists) return true;
    if (f->now.count == 1) skip_in_gap(s);
    if (f->now.count > 0)
      step(s);
    else
      s->position++;
    if (s->found && f->now.count == 0) return true;
  }
  return false;
}

// Most bodies are one token.
static bool look_at_token(const pv_machine *machine, const pv_machine_run *run, uint32_t predicate,
                          uint32_t position, bool backward) {
  if (position == (backward ? run->low : run->high)) return false;
  const pv_token *token = &run->scope->tokens[backward ? position - 1 : position];
  return pv_predicate_test(machine->tester, predicate, token);
}

// The body is matched once for a position: the instruction is visited once there.
bool pv_machine_look(pv_machine *machine, const pv_machine_run *run, const pv_instruction *at,
                     uint32_t position, int depth) {
  if (depth == PV_MAX_LOOK_DEPTH) return false;
  const pv_instruction *body_code = machine->looks[at->x].code;
  bool is_wanted = !(at->y & PV_LOOK_NOT);
  if (body_code[0].op == PV_OP_TOKEN && body_code[1].op == PV_OP_MATCH)
    return look_at_token(machine, run, body_code[0].x, position, at->y & PV_LOOK_BEHIND) ==
           is_wanted;
  pv_machine_run body_run = {.program = &machine->looks[at->x],
                             .scope = run->scope,
                             .low = run->low,
                             .high = run->high,
                             .from = position,
                             .exists = true};
  pv_hit hit;
  state body = {.machine = machine,
                .frame = &machine->frames[depth + 1],
                .run = &body_run,
                .code = body_run.program->code,
                .scope = run->scope,
                .depth = depth + 1,
                .backward = at->y & PV_LOOK_BEHIND,
                .anchored = true,
                .hit = &hit};
  return run_machine(&body) == is_wanted;
}

bool pv_machine_find(pv_machine *machine, const pv_machine_run *run, pv_hit *hit) {
  if (machine->is_over || run->from > run->high) return false;
  // A trace wants to know what stopped each way, and so all of them to be gone.
  if (run->start && !machine->trace && pv_walk_can_find(run))
    return pv_walk_find(machine, run, hit);
  state s = {.machine = machine,
             .frame = &machine->frames[0],
             .run = run,
             .code = run->program->code,
             .scope = run->scope,
             .hit = hit,
             .trace = machine->trace};
  if (run->start)
    s.starts = pv_start_search_make(run->start, machine->tester, run->scope, run->low, run->high);
  if (run->start && !machine->trace) s.guards = &run->start->guards;
  return run_machine(&s);
}

const pv_captured *pv_machine_captures(pv_machine *machine, pv_hit hit, size_t *count) {
  uint32_t ends[PV_MAX_CAPTURES];
  for (size_t i = 0; i < PV_MAX_CAPTURES; i++) ends[i] = UINT32_MAX;
  machine->captures.count = 0;
  for (uint32_t at = hit.mark; at != PV_NO_MARK;) {
    const mark *m = &machine->marks.items[at - 1];
    at = m->before;
    if (m->capture >= PV_MAX_CAPTURES) continue;
    if (m->is_end) {
      ends[m->capture] = m->at;
    } else if (ends[m->capture] != UINT32_MAX) {
      PV_PUSH(machine->arena, &machine->captures,
              ((pv_captured){m->capture, m->at, ends[m->capture]}));
      ends[m->capture] = UINT32_MAX;
    }
  }
  *count = machine->captures.count;
  for (size_t i = 0; i < *count / 2; i++) {
    pv_captured other = machine->captures.items[i];
    machine->captures.items[i] = machine->captures.items[*count - 1 - i];
    machine->captures.items[*count - 1 - i] = other;
  }
  return machine->captures.items;
}
