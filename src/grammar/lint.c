#include "grammar/lint.h"

#include <stdarg.h>
#include <stdio.h>

// Which elements a check looks at.
typedef enum { ON_RULE, ON_FRAME, ON_LEXICON, ON_EXPRESSION } lint_target;

static const struct {
  const char *id;
  lint_target target;
  void (*check)(const pv_lint_site *site);
} checks[] = {
    {"L01", ON_EXPRESSION, pv_lint_no_token},     {"L02", ON_RULE, pv_lint_shadowed},
    {"L05", ON_RULE, pv_lint_unanchored},         {"L06", ON_EXPRESSION, pv_lint_wide_gap},
    {"L07", ON_EXPRESSION, pv_lint_finite_regex}, {"L08", ON_LEXICON, pv_lint_lexicon},
    {"L09", ON_FRAME, pv_lint_producers},         {"L10", ON_RULE, pv_lint_metadata},
};

static void add(pv_warnings *warnings, pv_warning warning, const char *format, va_list args) {
  char message[512];
  (void)vsnprintf(message, sizeof message, format, args);
  warning.file = pv_str_copy(warnings->arena, warning.file);
  warning.message = pv_str_copy(warnings->arena, pv_str_from(message));
  PV_PUSH(warnings->arena, &warnings->items, warning);
}

void pv_warn(pv_warnings *warnings, const char *id, pv_str file, uint32_t line, const char *format,
             ...) {
  va_list args;
  va_start(args, format);
  add(warnings, (pv_warning){.id = id, .file = file, .line = line}, format, args);
  va_end(args);
}

// "L05 L06: they are in every sentence, and that is meant."
bool pv_lint_is_meant(const pv_rule *rule, const char *id) {
  pv_str note = rule ? rule->note : PV_STR("");
  while (pv_str_starts_with(note, PV_STR("L")) && note.size >= 3) {
    if (pv_str_starts_with(note, pv_str_from(id))) return true;
    note = pv_str_trim((pv_str){note.data + 3, note.size - 3});
  }
  return false;
}

static void add_at(const pv_lint_site *site, uint32_t offset, const char *format, va_list args) {
  const pv_source *source = site->module->source;
  pv_place place = pv_source_place(source, offset);
  pv_warning warning = {
      .id = site->id, .file = source->file, .line = place.line, .column = place.column};
  if (!pv_lint_is_meant(site->rule, site->id)) add(site->warnings, warning, format, args);
}

void pv_lint_warn_text(const pv_lint_site *site, size_t at, const char *format, ...) {
  va_list args;
  va_start(args, format);
  add_at(site, pv_source_text_offset(site->module->source, site->element, at), format, args);
  va_end(args);
}

void pv_lint_warn_attribute(const pv_lint_site *site, const char *attribute, const char *format,
                            ...) {
  va_list args;
  va_start(args, format);
  add_at(site, pv_source_attribute_offset(site->module->source, site->element, attribute), format,
         args);
  va_end(args);
}

static void run_checks(pv_lint_site site, lint_target target) {
  for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
    if (checks[i].target != target) continue;
    site.id = checks[i].id;
    checks[i].check(&site);
  }
}

static bool is_expression(const pv_element *element) {
  static const char *const names[] = {"match", "unless", "require", "slot",
                                      "value", "boost",  "macro"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (pv_element_is(element, names[i])) return true;
  return false;
}

// Expressions stand in the element or, as values of a field, one level below.
static void check_expressions(pv_lint_site site, const pv_element *parent) {
  for (size_t i = 0; i < parent->children.count; i++) {
    site.element = parent->children.items[i];
    if (is_expression(site.element)) run_checks(site, ON_EXPRESSION);
    if (!pv_element_is(site.element, "field")) continue;
    const pv_element *field = site.element;
    for (size_t k = 0; k < field->children.count; k++) {
      site.element = field->children.items[k];
      if (is_expression(site.element)) run_checks(site, ON_EXPRESSION);
    }
  }
}

static void check_phase(pv_lint_site site, const pv_element *phase) {
  for (size_t i = 0; i < phase->children.count; i++) {
    site.element = phase->children.items[i];
    if (!pv_element_is(site.element, "rule")) continue;
    site.rule = pv_grammar_rule(site.loader->grammar, pv_element_attribute(site.element, "id"));
    if (!site.rule) continue; // switched off
    run_checks(site, ON_RULE);
    check_expressions(site, site.element);
  }
}

static void check_module(pv_lint_site site) {
  const pv_element *root = site.module->source->root;
  check_expressions(site, root);
  for (size_t i = 0; i < root->children.count; i++) {
    site.element = root->children.items[i];
    if (pv_element_is(site.element, "lexicon") || pv_element_is(site.element, "extend"))
      run_checks(site, ON_LEXICON);
    if (pv_element_is(site.element, "frame")) {
      run_checks(site, ON_FRAME);
      check_expressions(site, site.element);
    }
    if (pv_element_is(site.element, "phase")) check_phase(site, site.element);
  }
}

void pv_lint_run(void *context, pv_loader *loader) {
  for (size_t m = 0; m < loader->modules.count; m++)
    check_module(
        (pv_lint_site){.warnings = context, .loader = loader, .module = loader->modules.items[m]});
}
