// Frames with their slots.
#include "grammar/rule.h"

static const struct {
  const char *name;
  pv_slot_type type;
} slot_types[] = {
    {"Text", PV_SLOT_TEXT},           {"Enum", PV_SLOT_ENUM},           {"Party", PV_SLOT_PARTY},
    {"Rate", PV_SLOT_RATE},           {"Money", PV_SLOT_MONEY},         {"Period", PV_SLOT_PERIOD},
    {"Frequency", PV_SLOT_FREQUENCY}, {"Territory", PV_SLOT_TERRITORY}, {"Term", PV_SLOT_TERM},
    {"Tier", PV_SLOT_TIER},           {"Deadline", PV_SLOT_DEADLINE},
};

static pv_slot_type slot_type(pv_str name) {
  for (size_t i = 0; i < sizeof slot_types / sizeof *slot_types; i++)
    if (pv_str_equal(name, pv_str_from(slot_types[i].name))) return slot_types[i].type;
  return PV_SLOT_TEXT;
}

// The words of an attribute with blanks between them.
static const pv_str *words(pv_arena *arena, pv_str text, size_t *count) {
  PV_VECTOR(pv_str) list = {0};
  for (size_t pos = 0; pos < text.size;) {
    size_t end = pos;
    while (end < text.size && !strchr(" \t\r\n", text.data[end])) end++;
    if (end > pos) PV_PUSH(arena, &list, pv_str_copy(arena, (pv_str){text.data + pos, end - pos}));
    pos = end + 1;
  }
  *count = list.count;
  return list.items;
}

static bool is_small_name(pv_str name) {
  for (size_t i = 0; i < name.size; i++) {
    char c = name.data[i];
    bool letter = c >= 'a' && c <= 'z';
    if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '_'))) return false;
  }
  return name.size > 0;
}

static void read_slots(pv_loader *loader, const pv_module *module, const pv_element *element,
                       pv_frame *frame) {
  pv_frame_slot *slots =
      PV_NEW_ARRAY(loader->arena, pv_frame_slot, pv_element_count(element, "has"));
  frame->slots = slots;
  for (size_t i = 0; i < element->children.count; i++) {
    const pv_element *has = element->children.items[i];
    if (!pv_element_is(has, "has")) continue;
    pv_frame_slot *slot = &slots[frame->slot_count++];
    slot->name = pv_str_copy(loader->arena, pv_element_attribute(has, "name"));
    slot->type = slot_type(pv_element_attribute(has, "type"));
    slot->list = pv_str_equal(pv_element_attribute(has, "list"), PV_STR("yes"));
    slot->follow = pv_str_equal(pv_element_attribute(has, "follow"), PV_STR("yes"));
    slot->required = pv_str_equal(pv_element_attribute(has, "required"), PV_STR("yes"));
    slot->values = words(loader->arena, pv_element_attribute(has, "values"), &slot->value_count);
    if (!is_small_name(slot->name))
      (void)pv_loader_fail_attribute(loader, module, has, "name",
                                     "the name of a slot is small letters, digits and _");
    for (size_t k = 0; k + 1 < frame->slot_count; k++)
      if (pv_str_equal(slots[k].name, slot->name))
        (void)pv_loader_fail_attribute(loader, module, has, "name",
                                       "this frame has a slot of that name already");
    bool takes_values = slot->type == PV_SLOT_ENUM || slot->type == PV_SLOT_TERM ||
                        slot->type == PV_SLOT_PARTY || slot->type == PV_SLOT_RATE ||
                        slot->type == PV_SLOT_FREQUENCY;
    if ((slot->type == PV_SLOT_ENUM && !slot->value_count) || (!takes_values && slot->value_count))
      (void)pv_loader_fail_attribute(loader, module, has, "type",
                                     "values belong to the types Enum, which needs them, Term, "
                                     "Party, Rate and Frequency");
  }
}

const pv_frame *pv_grammar_frame(const pv_grammar *grammar, pv_str id) {
  for (size_t i = 0; i < grammar->frame_count; i++)
    if (pv_str_equal(grammar->frames[i].id, id)) return &grammar->frames[i];
  return NULL;
}

static void check_family(pv_loader *loader, const pv_module *module, const pv_element *element) {
  pv_str family = pv_element_attribute(element, "family");
  if (family.size && !is_small_name(family))
    (void)pv_loader_fail_attribute(loader, module, element, "family",
                                   "the name of a family is small letters, digits and _");
}

static pv_conflict_policy conflict_of(const pv_element *element) {
  pv_str policy = pv_element_attribute(element, "conflict");
  if (pv_str_equal(policy, PV_STR("all"))) return PV_CONFLICT_ALL;
  return pv_str_equal(policy, PV_STR("absorb")) ? PV_CONFLICT_ABSORB : PV_CONFLICT_ONE;
}

static void read_frame(pv_loader *loader, const pv_module *module, const pv_element *element,
                       pv_frame *frame) {
  frame->id = pv_str_copy(loader->arena, pv_element_attribute(element, "id"));
  frame->family = pv_str_copy(loader->arena, pv_element_attribute(element, "family"));
  frame->kinds = words(loader->arena, pv_element_attribute(element, "kinds"), &frame->kind_count);
  frame->conflict = conflict_of(element);
  check_family(loader, module, element);
  read_slots(loader, module, element, frame);
}

static bool fail_into(pv_loader *loader, const pv_frame_source *source) {
  const pv_grammar *grammar = loader->grammar;
  pv_str id = pv_element_attribute(source->element, "into");
  pv_str *names = PV_NEW_ARRAY(loader->scratch, pv_str, grammar->frame_count);
  for (size_t i = 0; i < grammar->frame_count; i++) names[i] = grammar->frames[i].id;
  pv_str hint = pv_loader_suggest(loader, "", id, names, grammar->frame_count);
  return pv_loader_fail_attribute(loader, source->module, source->element, "into",
                                  "there is no frame " PV_STR_FMT PV_STR_FMT, PV_STR_ARG(id),
                                  PV_STR_ARG(hint));
}

// Finds the frame that takes in the hits of `frame`, which may be declared later.
static bool find_into(pv_loader *loader, const pv_frame_source *source, pv_frame *frame) {
  bool absorbs = frame->conflict == PV_CONFLICT_ABSORB;
  if (absorbs != pv_element_has(source->element, "into"))
    return pv_loader_fail_attribute(loader, source->module, source->element,
                                    absorbs ? "conflict" : "into",
                                    "conflict=\"absorb\" and into=\"Frame\" belong together");
  if (!absorbs) return true;
  frame->into = pv_grammar_frame(loader->grammar, pv_element_attribute(source->element, "into"));
  if (!frame->into) return fail_into(loader, source);
  if (frame->into->conflict == PV_CONFLICT_ABSORB)
    return pv_loader_fail_attribute(loader, source->module, source->element, "into",
                                    PV_STR_FMT " is absorbed itself", PV_STR_ARG(frame->into->id));
  if (!frame->family.size || !frame->into->family.size)
    return pv_loader_fail_attribute(loader, source->module, source->element, "into",
                                    "only frames with a family are clauses");
  return true;
}

void pv_load_frames(pv_loader *loader) {
  pv_grammar *grammar = loader->grammar;
  size_t count = 0;
  for (size_t m = 0; m < loader->modules.count; m++)
    count += pv_element_count(loader->modules.items[m]->source->root, "frame");
  pv_frame *frames = PV_NEW_ARRAY(loader->arena, pv_frame, count);
  grammar->frames = frames;
  loader->frames = PV_NEW_ARRAY(loader->scratch, pv_frame_source, count);
  for (size_t m = 0; m < loader->modules.count; m++) {
    const pv_module *module = loader->modules.items[m];
    const pv_element *root = module->source->root;
    for (size_t i = 0; i < root->children.count; i++) {
      const pv_element *element = root->children.items[i];
      if (!pv_element_is(element, "frame")) continue;
      if (pv_grammar_frame(grammar, pv_element_attribute(element, "id")))
        (void)pv_loader_fail_attribute(loader, module, element, "id",
                                       "there is a frame of that name already");
      loader->frames[grammar->frame_count] =
          (pv_frame_source){.module = module, .element = element};
      read_frame(loader, module, element, &frames[grammar->frame_count++]);
    }
  }
  for (size_t i = 0; i < count; i++) (void)find_into(loader, &loader->frames[i], &frames[i]);
}

void pv_load_frame_satellites(pv_loader *loader) {
  const pv_grammar *grammar = loader->grammar;
  for (size_t i = 0; i < grammar->frame_count; i++) {
    pv_frame_source *source = &loader->frames[i];
    source->satellites = (pv_rule){
        .id = grammar->frames[i].id, .frame = &grammar->frames[i], .phase = PV_PHASE_CLAUSE};
    pv_rule_reader reader = {.loader = loader,
                             .module = source->module,
                             .element = source->element,
                             .rule = &source->satellites};
    pv_rule_read_satellites(&reader);
  }
}
