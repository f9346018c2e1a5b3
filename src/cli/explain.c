// proviso explain: what a check or a rule looks for.
#include <string.h>

#include "ambiguity/check.h"
#include "base/str.h"
#include "base/vector.h"
#include "cli/check_page.h"
#include "cli/destination.h"
#include "cli/message.h"
#include "cli/packs.h"
#include "portfolio/kind.h"

typedef PV_VECTOR(pv_str) strings;

static void print_text(pv_str text) {
  pv_str trimmed = pv_str_trim(text);
  bool after_space = false;
  for (size_t i = 0; i < trimmed.size; i++) {
    bool space = trimmed.data[i] == ' ' || trimmed.data[i] == '\n' || trimmed.data[i] == '\t';
    if (!space || !after_space) putchar(space ? ' ' : trimmed.data[i]);
    after_space = space;
  }
}

// Paragraphs, with their words on lines of at most 80 columns.
static void print_page(const char *page) {
  enum { WIDTH = 80 };
  for (size_t used = 0; *page;) {
    size_t size = strcspn(page, " \n");
    if (used && used + size >= WIDTH) used = 0, putchar('\n');
    printf("%s%.*s", used ? " " : "", (int)size, page);
    used += size + (used > 0);
    for (page += size; *page == ' ' || *page == '\n'; page++)
      if (*page == '\n') used = 0, putchar('\n');
  }
}

static void print_part(const char *label, const char *text) {
  printf("\n\n%s\n\n", label);
  print_page(text);
}

static const pv_check *find_check(const char *code) {
  size_t count;
  const pv_check *checks = pv_checks(&count);
  for (size_t i = 0; i < count; i++)
    if (pv_str_equal_ignoring_case(pv_str_from(checks[i].code), pv_str_from(code)))
      return &checks[i];
  return NULL;
}

static bool explain_check(const char *code) {
  const pv_check *check = find_check(code);
  if (!check) return false;
  printf("%s  %s (%s)\n\n%s.", check->code, check->name, check->category, check->title);
  const pv_check_page *page = pv_check_page_find(check->code);
  if (page) {
    print_part("What it means", page->meaning);
    print_part("Why it matters", page->why);
    print_part("How it is found", page->found);
    print_part("What it does not know", page->limits);
    print_part("It is reported here", page->example);
    print_part("and not here", page->near_miss);
  }
  if (*check->suggestion) print_part("What helps", check->suggestion);
  putchar('\n');
  return true;
}

// As a quotation in Markdown.
static void print_quotation(const char *text) {
  fputs("\n> ", stdout);
  for (; *text; text++)
    if (*text == '\n' && text[1] == '\n')
      fputs("\n>\n> ", stdout), text++;
    else
      putchar(*text);
  putchar('\n');
}

static void print_markdown(const pv_check *check) {
  const pv_check_page *page = pv_check_page_find(check->code);
  printf("\n## %s: %s\n\n*%s.* %s.\n", check->code, check->name, check->category, check->title);
  if (!page) return;
  printf("\n%s\n\n**Why it matters.** %s\n\n**How it is found.** %s\n", page->meaning, page->why,
         page->found);
  printf("\n**What it does not know.** %s\n", page->limits);
  if (*check->suggestion) printf("\n**What helps.** %s\n", check->suggestion);
  fputs("\nIt is reported here:\n", stdout);
  print_quotation(page->example);
  fputs("\nand not here:\n", stdout);
  print_quotation(page->near_miss);
}

// The page of docs/ambiguity.md.
static void explain_all(void) {
  size_t count;
  const pv_check *checks = pv_checks(&count);
  fputs(
      "# Ambiguities, code by code\n\n"
      "What `proviso` reports of a document beside its clauses. This page is what `proviso explain "
      "--markdown` prints; a test keeps it so, and runs its examples. Every finding says what "
      "*may* be read in more than one way: the program finds wording and gives no legal opinion. "
      "The severity of a finding in a clause of less than 0.45 confidence is medium at most. "
      "Conflicts between documents have codes of their own, see [conflicts.md](conflicts.md).\n\n"
      "| code | name | category |\n|---|---|---|\n",
      stdout);
  for (size_t i = 0; i < count; i++)
    printf("| %s | %s | %s |\n", checks[i].code, checks[i].name, checks[i].category);
  for (size_t i = 0; i < count; i++) print_markdown(&checks[i]);
}

static bool explain_conflict(const char *code) {
  const pv_conflict_kind *kind = pv_conflict_kind_find(pv_str_from(code));
  if (!kind) return false;
  printf("%s  %s (conflict between documents)\n\n%s.\n\n", kind->code, kind->name, kind->title);
  print_page(pv_conflict_page(kind->code));
  return true;
}

static void print_programs(const char *label, const pv_program *programs, size_t count) {
  for (size_t i = 0; i < count; i++) {
    printf("  %-12s ", label);
    print_text(programs[i].source);
    putchar('\n');
  }
}

static pv_str slot_name(const pv_rule *rule, uint32_t slot) {
  return rule->frame && slot < rule->frame->slot_count ? rule->frame->slots[slot].name
                                                       : PV_STR("-");
}

static void print_patterns(pv_arena *arena, const pv_rule *rule) {
  puts("\nIt matches");
  print_programs("match", rule->matches, rule->match_count);
  for (size_t i = 0; i < rule->condition_count; i++) {
    const pv_condition *condition = &rule->conditions[i];
    pv_str label = pv_str_printf(arena, "%s %s", condition->negative ? "unless" : "if",
                                 pv_where_name(condition->where));
    print_programs(label.data, condition->programs, condition->program_count);
  }
  for (size_t i = 0; i < rule->slot_count; i++)
    print_programs(pv_str_copy(arena, slot_name(rule, rule->slots[i].slot)).data,
                   rule->slots[i].programs, rule->slots[i].program_count);
  for (size_t i = 0; i < rule->field_count; i++)
    for (size_t k = 0; k < rule->fields[i].value_count; k++) {
      const pv_field *field = &rule->fields[i];
      pv_str name = slot_name(rule, field->slot);
      pv_str label = pv_str_printf(arena, PV_STR_FMT " = " PV_STR_FMT, PV_STR_ARG(name),
                                   PV_STR_ARG(field->values[k].is));
      print_programs(label.data, field->values[k].programs, field->values[k].program_count);
    }
  for (size_t i = 0; i < rule->field_count; i++) {
    const pv_field *field = &rule->fields[i];
    if (field->fallback.size)
      printf("  " PV_STR_FMT " = " PV_STR_FMT " otherwise\n",
             PV_STR_ARG(slot_name(rule, field->slot)), PV_STR_ARG(field->fallback));
  }
  for (size_t i = 0; i < rule->boost_count; i++) {
    const pv_boost *boost = &rule->boosts[i];
    pv_str label = pv_str_printf(arena, "%+d %s", boost->points, pv_where_name(boost->where));
    print_programs(label.data, boost->programs, boost->program_count);
  }
}

static void print_messages(const pv_rule *rule) {
  if (rule->message_count) puts("\nIt says");
  for (size_t i = 0; i < rule->message_count; i++) {
    printf("  %-12.*s ", PV_STR_ARG(rule->messages[i].language));
    print_text(rule->messages[i].text);
    putchar('\n');
  }
}

static void print_examples(const pv_rule *rule, pv_example_kind kind, const char *heading) {
  bool begun = false;
  for (size_t i = 0; i < rule->example_count; i++) {
    const pv_example *example = &rule->examples[i];
    if (example->kind != kind) continue;
    if (!begun) printf("\n%s\n", heading);
    begun = true;
    fputs("  ", stdout);
    print_text(example->text);
    if (example->why.size) printf("  (" PV_STR_FMT ")", PV_STR_ARG(example->why));
    putchar('\n');
  }
}

static void print_rule(pv_arena *arena, const pv_rule *rule) {
  printf(PV_STR_FMT "  ", PV_STR_ARG(rule->id));
  print_text(rule->title);
  printf("\n\n" PV_STR_FMT ", " PV_STR_FMT ":%u", PV_STR_ARG(rule->pack), PV_STR_ARG(rule->file),
         rule->line);
  if (rule->frame && rule->frame->family.size)
    printf("; family " PV_STR_FMT, PV_STR_ARG(rule->frame->family));
  if (rule->kind.size) printf("; kind " PV_STR_FMT, PV_STR_ARG(rule->kind));
  if (rule->polarity.size) printf("; polarity " PV_STR_FMT, PV_STR_ARG(rule->polarity));
  printf("; severity " PV_STR_FMT "; score %d", PV_STR_ARG(rule->severity), rule->score);
  if (rule->changed_by.size) printf("; changed by " PV_STR_FMT, PV_STR_ARG(rule->changed_by));
  putchar('\n');
  print_patterns(arena, rule);
  print_messages(rule);
  print_examples(rule, PV_EXAMPLE_FIRE, "It fires on");
  print_examples(rule, PV_EXAMPLE_QUIET, "It does not fire on");
  print_examples(rule, PV_EXAMPLE_TODO, "It does not do yet");
}

static bool explain_rule(pv_arena *arena, const pv_grammar *grammar, const char *id) {
  for (size_t i = 0; i < grammar->rule_count; i++) {
    if (!pv_str_equal_ignoring_case(grammar->rules[i].id, pv_str_from(id))) continue;
    print_rule(arena, &grammar->rules[i]);
    return true;
  }
  return false;
}

static void complain_unknown(pv_arena *arena, const pv_grammar *grammar, const char *name) {
  size_t count;
  const pv_check *checks = pv_checks(&count);
  strings names = {0};
  for (size_t i = 0; i < count; i++) PV_PUSH(arena, &names, pv_str_from(checks[i].code));
  const pv_conflict_kind *kinds = pv_conflict_kinds(&count);
  for (size_t i = 0; i < count; i++) PV_PUSH(arena, &names, pv_str_from(kinds[i].code));
  for (size_t i = 0; i < grammar->rule_count; i++) PV_PUSH(arena, &names, grammar->rules[i].id);
  pv_str nearest = pv_str_nearest(pv_str_from(name), names.items, names.count);
  if (nearest.size)
    pv_complain("no check and no rule %s, did you mean " PV_STR_FMT "?", name, PV_STR_ARG(nearest));
  else
    pv_complain("no check and no rule %s; \"proviso grammar list\" lists the rules", name);
}

pv_exit pv_explain_run(pv_settings *settings) {
  pv_exit result = PV_EXIT_OK;
  if (settings->markdown) {
    explain_all();
    pv_destination all = {.file = stdout};
    return pv_destination_close(&all, true);
  }
  if (!settings->arguments.count) {
    pv_complain("explain what? Name the code of a finding (DEF001) or the id of a rule");
    return PV_EXIT_USAGE;
  }
  pv_grammar *grammar = NULL; // loaded for the first name that is no check
  for (size_t i = 0; i < settings->arguments.count && (grammar || !result); i++) {
    const char *name = settings->arguments.items[i];
    if (i) puts("\n");
    if (explain_check(name) || explain_conflict(name)) continue;
    if (!grammar) grammar = pv_packs_load(settings, &result);
    if (!grammar || explain_rule(settings->arena, grammar, name)) continue;
    complain_unknown(settings->arena, grammar, name);
    result = PV_EXIT_USAGE;
  }
  pv_grammar_free(grammar);
  pv_destination destination = {.file = stdout};
  return pv_exit_worse(result, pv_destination_close(&destination, true));
}
