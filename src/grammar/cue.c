// How cues are written: the name of the kind, and what it is about.
#include "base/str.h"
#include "grammar/weights.h"

typedef enum { OF_NOTHING, OF_WORD, OF_RULE, OF_FRAME, OF_TYPE, OF_SHAPE, OF_NUMBER } argument;

typedef struct {
  const char *name;
  argument first;
  argument second;
} cue_form;

static const cue_form forms[PV_CUE_KIND_COUNT] = {
    [PV_CUE_NONE] = {"", OF_NOTHING, OF_NOTHING},
    [PV_CUE_WORD] = {"word", OF_WORD, OF_NOTHING},
    [PV_CUE_PAIR] = {"pair", OF_WORD, OF_WORD},
    [PV_CUE_SKIP] = {"skip", OF_WORD, OF_WORD},
    [PV_CUE_HEADING] = {"heading", OF_WORD, OF_NOTHING},
    [PV_CUE_RULE] = {"rule", OF_RULE, OF_NOTHING},
    [PV_CUE_BEFORE] = {"before", OF_RULE, OF_NOTHING},
    [PV_CUE_AFTER] = {"after", OF_RULE, OF_NOTHING},
    [PV_CUE_STRENGTH] = {"strength", OF_FRAME, OF_NUMBER},
    [PV_CUE_TYPE] = {"type", OF_TYPE, OF_NUMBER},
    [PV_CUE_SHAPE] = {"shape", OF_SHAPE, OF_NOTHING},
};

static const char *const shapes[PV_SHAPE_CUE_COUNT] = {
    "item", "table", "broken", "stem", "open", "lower", "party", "8", "16", "32", "64", "128",
};

// Tokens that are no words and still count.
static const struct {
  uint32_t id;
  const char *name;
} classes[] = {{PV_SHAPE_NUMBER, "#number"}, {PV_SHAPE_REDACTION, "#redaction"}};
enum { CLASS_COUNT = sizeof classes / sizeof *classes };

static pv_str word_name(const pv_grammar *grammar, uint32_t id) {
  for (size_t i = 0; i < CLASS_COUNT; i++)
    if (classes[i].id == id) return pv_str_from(classes[i].name);
  return pv_vocabulary_word(grammar->vocabulary, id);
}

static pv_str name_of(pv_arena *arena, const pv_grammar *grammar, argument of, uint32_t number) {
  switch (of) {
  case OF_WORD: return word_name(grammar, number);
  case OF_RULE: return grammar->rules[number].id;
  case OF_FRAME: return grammar->frames[number].id;
  case OF_TYPE: return grammar->type_names[number];
  case OF_SHAPE: return pv_str_from(shapes[number]);
  case OF_NUMBER: return pv_str_printf(arena, "%u", number);
  case OF_NOTHING: break;
  }
  return PV_STR("");
}

pv_str pv_cue_print(pv_arena *arena, const pv_grammar *grammar, pv_cue cue) {
  const cue_form *form = &forms[pv_cue_kind_of(cue)];
  pv_str first = name_of(arena, grammar, form->first, pv_cue_first(cue));
  pv_str second = name_of(arena, grammar, form->second, pv_cue_second(cue));
  return pv_str_printf(arena, "%s " PV_STR_FMT "%s" PV_STR_FMT, form->name, PV_STR_ARG(first),
                       second.size ? " " : "", PV_STR_ARG(second));
}

static bool find_word(const pv_grammar *grammar, pv_str name, bool adds, uint32_t *number) {
  for (size_t i = 0; i < CLASS_COUNT; i++)
    if (pv_str_equal(name, pv_str_from(classes[i].name))) return *number = classes[i].id, true;
  *number = adds ? pv_vocabulary_add(grammar->vocabulary, name)
                 : pv_vocabulary_find(grammar->vocabulary, name);
  return *number != 0;
}

static bool find_rule(const pv_grammar *grammar, pv_str name, uint32_t *number) {
  const pv_rule *rule = pv_grammar_rule(grammar, name);
  if (rule) *number = (uint32_t)(rule - grammar->rules);
  return rule != NULL;
}

static bool find_frame(const pv_grammar *grammar, pv_str name, uint32_t *number) {
  for (*number = 0; *number < grammar->frame_count; ++*number)
    if (pv_str_equal(grammar->frames[*number].id, name)) return true;
  return false;
}

static bool find_shape(pv_str name, uint32_t *number) {
  for (*number = 0; *number < PV_SHAPE_CUE_COUNT; ++*number)
    if (pv_str_equal(pv_str_from(shapes[*number]), name)) return true;
  return false;
}

static bool find_number(pv_str name, uint32_t *number) {
  enum { MOST_DIGITS = 3 };
  *number = 0;
  if (name.size == 0 || name.size > MOST_DIGITS) return false;
  for (size_t i = 0; i < name.size; i++) {
    if (name.data[i] < '0' || name.data[i] > '9') return false;
    *number = *number * 10 + (uint32_t)(name.data[i] - '0');
  }
  return true;
}

static bool find(const pv_grammar *grammar, argument of, pv_str name, bool adds, uint32_t *number) {
  *number = 0;
  switch (of) {
  case OF_WORD: return find_word(grammar, name, adds, number);
  case OF_RULE: return find_rule(grammar, name, number);
  case OF_FRAME: return find_frame(grammar, name, number);
  case OF_TYPE: return (*number = pv_grammar_type(grammar, name)) < PV_MAX_TYPES;
  case OF_SHAPE: return find_shape(name, number);
  case OF_NUMBER: return find_number(name, number);
  case OF_NOTHING: break;
  }
  return name.size == 0;
}

// Takes the text up to the next blank off `rest`.
static pv_str take_part(pv_str *rest) {
  const char *blank = rest->size ? memchr(rest->data, ' ', rest->size) : NULL;
  pv_str part = {rest->data, blank ? (size_t)(blank - rest->data) : rest->size};
  size_t taken = part.size + (blank != NULL);
  *rest = (pv_str){rest->data + taken, rest->size - taken};
  return part;
}

pv_cue pv_cue_parse(const pv_grammar *grammar, pv_str text, bool adds) {
  pv_str name = take_part(&text), first = take_part(&text), second = text;
  for (uint32_t kind = PV_CUE_NONE + 1; kind < PV_CUE_KIND_COUNT; kind++) {
    if (!pv_str_equal(name, pv_str_from(forms[kind].name))) continue;
    uint32_t a, b;
    if (!find(grammar, forms[kind].first, first, adds, &a)) break;
    if (!find(grammar, forms[kind].second, second, adds, &b)) break;
    return pv_cue_make((pv_cue_kind)kind, a, b);
  }
  return 0;
}

bool pv_cue_has_form(pv_str text) {
  pv_str name = take_part(&text), first = take_part(&text);
  for (uint32_t kind = PV_CUE_NONE + 1; kind < PV_CUE_KIND_COUNT; kind++)
    if (pv_str_equal(name, pv_str_from(forms[kind].name)))
      return first.size && (text.size > 0) == (forms[kind].second != OF_NOTHING);
  return false;
}
