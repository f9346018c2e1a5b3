// Annotation types: those that every grammar has, and those that rules emit.
#include "grammar/loader.h"

// The types that every grammar has, with the first phase that can read them: values come before all
// phases, parties and terms after the first one.
static const struct {
  const char *name;
  pv_phase from;
} builtin[PV_TYPE_FIRST_DECLARED] = {
    [PV_TYPE_NUMBER] = {"Number", PV_PHASE_ENTITY},
    [PV_TYPE_PERCENT] = {"Percent", PV_PHASE_ENTITY},
    [PV_TYPE_MONEY] = {"Money", PV_PHASE_ENTITY},
    [PV_TYPE_DATE] = {"Date", PV_PHASE_ENTITY},
    [PV_TYPE_PERIOD] = {"Period", PV_PHASE_ENTITY},
    [PV_TYPE_FREQUENCY] = {"Frequency", PV_PHASE_ENTITY},
    [PV_TYPE_PLACE] = {"Place", PV_PHASE_ENTITY},
    [PV_TYPE_REDACTED] = {"Redacted", PV_PHASE_ENTITY},
    [PV_TYPE_PARTY] = {"Party", PV_PHASE_CUE},
    [PV_TYPE_TERM] = {"Term", PV_PHASE_CUE},
    [PV_TYPE_QUOTED] = {"Quoted", PV_PHASE_CUE},
};

static void add_type(pv_loader *loader, const pv_module *module, const pv_element *rule,
                     pv_phase phase) {
  pv_str name = pv_element_attribute(rule, "emits");
  for (uint32_t i = 0; i < loader->type_count; i++) {
    if (!pv_str_equal(loader->type_names[i], name)) continue;
    if (loader->type_from[i] > phase + 1) loader->type_from[i] = phase + 1;
    return;
  }
  if (!pv_grammar_frame(loader->grammar, name)) {
    PV_VECTOR(pv_str) frames = {0};
    for (size_t i = 0; i < loader->grammar->frame_count; i++)
      PV_PUSH(loader->scratch, &frames, loader->grammar->frames[i].id);
    pv_str hint = pv_loader_suggest(loader, "", name, frames.items, frames.count);
    if (hint.size)
      (void)pv_loader_fail_attribute(loader, module, rule, "emits",
                                     "there is no frame " PV_STR_FMT PV_STR_FMT, PV_STR_ARG(name),
                                     PV_STR_ARG(hint));
  }
  if (loader->type_count == PV_MAX_TYPES) {
    (void)pv_loader_fail_attribute(loader, module, rule, "emits",
                                   "a grammar may have %d annotation types at most", PV_MAX_TYPES);
    return;
  }
  loader->type_names[loader->type_count] = pv_str_copy(loader->arena, name);
  loader->type_from[loader->type_count++] = phase + 1;
}

static const char *const phase_names[PV_PHASE_COUNT] = {"front", "entity", "cue", "clause",
                                                        "style"};

pv_phase pv_phase_named(pv_str name) {
  for (int i = 0; i < PV_PHASE_COUNT; i++)
    if (pv_str_equal(name, pv_str_from(phase_names[i]))) return (pv_phase)i;
  return PV_PHASE_COUNT;
}

static void add_types_of(pv_loader *loader, const pv_module *module, const pv_element *phase) {
  pv_phase number = pv_phase_named(pv_element_attribute(phase, "name"));
  for (size_t i = 0; i < phase->children.count; i++)
    if (pv_element_is(phase->children.items[i], "rule"))
      add_type(loader, module, phase->children.items[i], number);
}

void pv_load_types(pv_loader *loader) {
  for (uint32_t i = 0; i < PV_TYPE_FIRST_DECLARED; i++) {
    loader->type_names[i] = pv_str_from(builtin[i].name);
    loader->type_from[i] = builtin[i].from;
  }
  loader->type_count = PV_TYPE_FIRST_DECLARED;
  for (size_t m = 0; m < loader->modules.count; m++) {
    const pv_element *root = loader->modules.items[m]->source->root;
    for (size_t i = 0; i < root->children.count; i++)
      if (pv_element_is(root->children.items[i], "phase"))
        add_types_of(loader, loader->modules.items[m], root->children.items[i]);
  }
  pv_str *names = PV_NEW_ARRAY(loader->arena, pv_str, loader->type_count);
  memcpy(names, loader->type_names, loader->type_count * sizeof *names);
  loader->grammar->type_names = names;
  loader->grammar->type_count = loader->type_count;
}

const char *pv_phase_name(pv_phase phase) { return phase_names[phase]; }
