// What the names in an expression stand for: lexicons, classes, regular expressions.
#include "grammar/expression.h"
#include "text/token.h"

const pv_symbol *pv_module_find(const pv_loader *loader, const pv_symbols *symbols,
                                const pv_module *module, pv_str name) {
  for (uint32_t i = 0; i < loader->modules.count; i++) {
    if (loader->modules.items[i] != module) continue;
    const pv_symbol *own = pv_symbol_find(symbols, i, name);
    if (own) return own;
  }
  for (size_t i = 0; i < module->imports.count; i++) {
    const pv_symbol *found = pv_symbol_find(symbols, module->imports.items[i], name);
    if (found) return found;
  }
  return NULL;
}

static bool imports(const pv_loader *loader, const pv_module *module, uint32_t scope) {
  if (loader->modules.items[scope] == module) return true;
  for (size_t i = 0; i < module->imports.count; i++)
    if (module->imports.items[i] == scope) return true;
  return false;
}

static void fail_lexicon(pv_parser *p, pv_str name, size_t at) {
  const pv_loader *l = p->loader;
  const pv_module *module = p->expression->place.module;
  PV_VECTOR(pv_str) names = {0};
  for (size_t i = 0; i < l->lexicons.items.count; i++) {
    const pv_symbol *s = &l->lexicons.items.items[i];
    if (imports(l, module, s->scope)) {
      PV_PUSH(p->loader->scratch, &names, s->name);
    } else if (pv_str_equal(s->name, name)) {
      pv_parser_fail(p, at,
                     "%%" PV_STR_FMT " belongs to " PV_STR_FMT ", which is not imported here",
                     PV_STR_ARG(name), PV_STR_ARG(l->modules.items[s->scope]->id));
      return;
    }
  }
  pv_str hint = pv_loader_suggest(p->loader, "%", name, names.items, names.count);
  pv_parser_fail(p, at, "unknown lexicon %%" PV_STR_FMT PV_STR_FMT, PV_STR_ARG(name),
                 PV_STR_ARG(hint));
}

const pv_lexicon *pv_parser_lexicon(pv_parser *p, pv_str name, size_t at) {
  const pv_symbol *found =
      pv_module_find(p->loader, &p->loader->lexicons, p->expression->place.module, name);
  if (!found) {
    fail_lexicon(p, name, at);
    return NULL;
  }
  p->failed |= !found->value; // it is wrong, and that is reported
  return found->value;
}

#define BIT(n) (1u << (n))

static const struct {
  const char *name;
  uint32_t kinds;   // of tokens; 0: any
  uint32_t letters; // 0: any
} classes[] = {
    {"alpha", BIT(PV_TOKEN_WORD), 0},
    {"number", BIT(PV_TOKEN_NUMBER), 0},
    {"punct", BIT(PV_TOKEN_PUNCT), 0},
    {"symbol", BIT(PV_TOKEN_SYMBOL), 0},
    {"redacted", BIT(PV_TOKEN_REDACTION), 0},
    {"cap", 0, BIT(PV_CASE_CAPITAL) | BIT(PV_CASE_UPPER) | BIT(PV_CASE_MIXED)},
    {"upper", 0, BIT(PV_CASE_UPPER)},
    {"lower", 0, BIT(PV_CASE_LOWER)},
};

static uint32_t quotation_mark(pv_parser *p) {
  uint32_t *ids = PV_NEW_ARRAY(p->loader->scratch, uint32_t, 2);
  ids[0] = pv_vocabulary_add(p->loader->grammar->vocabulary, PV_STR("\""));
  ids[1] = pv_vocabulary_add(p->loader->grammar->vocabulary, PV_STR("'"));
  return pv_predicate_words(p->loader->predicates, pv_word_set_of(ids, 2));
}

uint32_t pv_parser_class(pv_parser *p, pv_str name, size_t at) {
  static const char *const others[] = {"quote",   "money",  "percent", "date",
                                       "defterm", "secref", "bos",     "eos"};
  enum { CLASSES = sizeof classes / sizeof *classes, OTHERS = sizeof others / sizeof *others };
  if (pv_str_equal(name, PV_STR("quote"))) return quotation_mark(p);
  pv_str names[CLASSES + OTHERS];
  for (size_t i = 0; i < CLASSES; i++) {
    names[i] = pv_str_from(classes[i].name);
    if (!pv_str_equal(name, names[i])) continue;
    return classes[i].kinds ? pv_predicate_kinds(p->loader->predicates, classes[i].kinds)
                            : pv_predicate_letters(p->loader->predicates, classes[i].letters);
  }
  for (size_t i = 0; i < OTHERS; i++) {
    names[CLASSES + i] = pv_str_from(others[i]);
    if (pv_str_equal(name, names[CLASSES + i])) return PV_NO_PREDICATE; // no single token
  }
  pv_str hint = pv_loader_suggest(p->loader, "#", name, names, CLASSES + OTHERS);
  pv_parser_fail(p, at, "unknown class #" PV_STR_FMT PV_STR_FMT, PV_STR_ARG(name),
                 PV_STR_ARG(hint));
  return PV_NO_PREDICATE;
}

uint32_t pv_parser_regex(pv_parser *p, pv_str pattern, size_t at) {
  const char *why;
  uint32_t found = pv_predicate_regex(p->loader->predicates, pattern, &why);
  if (found == PV_NO_PREDICATE) pv_parser_fail(p, at, "%s", why);
  return found;
}
