// slot.c - do two clauses say the same? Whether they state it or inherit it does not matter.
#include "base/buffer.h"
#include "base/str.h"
#include "diff/diff.h"

// `[a, {"x": b}]` as text that is compared; case does not matter.
static void add_json(pv_buffer *out, const pv_json *value) {
  if (value->kind == PV_JSON_STRING)
    for (size_t i = 0; i < value->string.size; i++) {
      char c = value->string.data[i];
      pv_buffer_add_char(out, c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c);
    }
  if (value->kind == PV_JSON_BOOL) pv_buffer_add_char(out, value->boolean ? '+' : '-');
  if (value->kind != PV_JSON_LIST && value->kind != PV_JSON_OBJECT) return;
  pv_buffer_add_char(out, '(');
  for (size_t i = 0; i < value->count; i++) {
    if (value->kind == PV_JSON_OBJECT) pv_buffer_add(out, value->names[i]);
    pv_buffer_add_char(out, ' ');
    add_json(out, &value->items[i]);
  }
  pv_buffer_add_char(out, ')');
}

// What the value says: its normal form or, where it has none, its status.
static pv_str key_of(pv_arena *arena, const pv_slot_value *value) {
  pv_buffer out = {.arena = arena};
  if (value->value.kind == PV_JSON_NULL)
    pv_buffer_add(&out, pv_str_from(pv_status_name(value->status)));
  add_json(&out, &value->value);
  if (value->with_affiliates) pv_buffer_add(&out, PV_STR(" affiliates"));
  return pv_buffer_str(&out);
}

typedef struct {
  pv_str *items;
  size_t count;
} keys;

static keys keys_of(pv_arena *arena, const pv_slot *slot) {
  keys found = {NULL, 0};
  if (!slot) return found;
  found.items = PV_NEW_ARRAY(arena, pv_str, slot->count);
  for (size_t i = 0; i < slot->count; i++)
    if (slot->values[i].status != PV_STATUS_MISSING)
      found.items[found.count++] = key_of(arena, &slot->values[i]);
  return found;
}

static bool are_within(keys some, keys all) {
  for (size_t i = 0; i < some.count; i++) {
    size_t k = 0;
    while (k < all.count && !pv_str_equal(all.items[k], some.items[i])) k++;
    if (k == all.count) return false;
  }
  return true;
}

static bool say_the_same(pv_arena *arena, const pv_slot *before, const pv_slot *after) {
  keys a = keys_of(arena, before), b = keys_of(arena, after);
  return are_within(a, b) && are_within(b, a);
}

static const pv_slot *find(const pv_clause *clause, pv_str name) {
  for (size_t i = 0; i < clause->slot_count; i++)
    if (pv_str_equal(clause->slots[i].name, name)) return &clause->slots[i];
  return NULL;
}

pv_slot_changes pv_slots_compare(pv_arena *arena, const pv_clause *before, const pv_clause *after) {
  pv_slot_changes changes = {0};
  for (size_t i = 0; i < before->slot_count; i++) {
    const pv_slot *slot = &before->slots[i], *other = find(after, slot->name);
    if (!say_the_same(arena, slot, other))
      PV_PUSH(arena, &changes, ((pv_slot_change){slot->name, slot, other}));
  }
  for (size_t i = 0; i < after->slot_count; i++) {
    const pv_slot *slot = &after->slots[i];
    if (!find(before, slot->name) && !say_the_same(arena, NULL, slot))
      PV_PUSH(arena, &changes, ((pv_slot_change){slot->name, NULL, slot}));
  }
  return changes;
}
