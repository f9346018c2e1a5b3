// Compares the machine with the reference matcher on real text: every match expression of every
// rule, in every sentence of the files that are named.
//
// usage: compare.sentences [--every N] FILE|FOLDER…
//
// With --every N only each Nth sentence is looked at. Prints what was compared; exits with 1 where
// the two differ.
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analyze/stages.h"
#include "base/str.h"
#include "match/first.h"
#include "match/matcher.h"
#include "read/document.h"
#include "support/reference.h"

enum { FUEL = 2000000 };

typedef struct {
  const pv_grammar *grammar;
  pv_matcher *matcher;
  pv_arena *arena;   // as long as the run
  pv_arena *scratch; // of a document
  pv_tester tester;
  pv_machine *machine;
  const pv_program **programs;
  pv_start *starts;
  size_t program_count;
  pv_scope scope;
  unsigned long every;
  unsigned long documents, sentences, pairs, found, too_long, different;
} comparison;

static void prepare(comparison *c) {
  const pv_grammar *grammar = c->grammar;
  size_t most = 0;
  for (size_t i = 0; i < grammar->rule_count; i++) most += grammar->rules[i].match_count;
  c->programs = PV_NEW_ARRAY(c->arena, const pv_program *, most);
  c->starts = PV_NEW_ARRAY(c->arena, pv_start, most);
  pv_first_finder finder = pv_first_finder_make(c->arena, grammar);
  for (size_t i = 0; i < grammar->rule_count; i++)
    for (size_t k = 0; k < grammar->rules[i].match_count; k++) {
      c->programs[c->program_count] = &grammar->rules[i].matches[k];
      c->starts[c->program_count++] = pv_start_find(&finder, &grammar->rules[i].matches[k]);
    }
  pv_tester_init(&c->tester, c->arena, grammar->predicates);
  c->machine = pv_machine_new(c->arena, &c->tester, c->programs, c->program_count, grammar->looks,
                              grammar->look_count);
}

static bool same(const comparison *c, bool is_found, pv_hit hit, const pv_reference_result *other) {
  if (is_found != other->found) return false;
  if (!is_found) return true;
  size_t count;
  const pv_captured *captures = pv_machine_captures(c->machine, hit, &count);
  return hit.start == other->start && hit.end == other->end && count == other->capture_count &&
         (count == 0 || memcmp(captures, other->captures, count * sizeof *captures) == 0);
}

static void compare(comparison *c, size_t program, const char *path, uint32_t sentence) {
  pv_machine_run run = {.program = c->programs[program],
                        .start = &c->starts[program],
                        .scope = &c->scope,
                        .high = c->scope.count};
  pv_reference_run reference = {.program = c->programs[program],
                                .looks = c->grammar->looks,
                                .predicates = c->grammar->predicates,
                                .tester = &c->tester,
                                .tokens = c->scope.tokens,
                                .annotations = c->scope.annotations.items,
                                .annotation_count = c->scope.annotations.count,
                                .high = c->scope.count};
  pv_hit hit = {0};
  pv_machine_allow(c->machine, UINT64_MAX / 4);
  bool is_found = pv_machine_find(c->machine, &run, &hit);
  pv_reference_result expected = pv_reference_find(&reference, FUEL);
  c->pairs++;
  c->too_long += expected.out_of_fuel;
  if (expected.out_of_fuel) return;
  c->found += is_found;
  if (same(c, is_found, hit, &expected)) return;
  c->different++;
  printf("%s: sentence %u: line %u of the grammar: the machine %s, the reference %s\n", path,
         sentence, c->programs[program]->line, is_found ? "matches" : "does not match",
         expected.found ? "matches" : "does not match");
}

static void compare_sentence(comparison *c, const pv_findings *findings, const char *path,
                             uint32_t sentence) {
  pv_part parts[PV_MAX_PARTS];
  uint32_t stem;
  size_t count = pv_scope_parts(findings->text, sentence, parts, &stem);
  pv_scope_set(&c->scope, c->scratch, findings->text, findings->annotations, parts, count);
  c->scope.stem = stem;
  c->sentences++;
  for (size_t i = 0; i < c->program_count; i++) {
    pv_machine_forget(c->machine);
    compare(c, i, path, sentence);
  }
}

static void compare_file(comparison *c, const char *path) {
  pv_error err = {0};
  pv_document *document = pv_document_read(path, NULL, &err);
  if (!document) {
    fprintf(stderr, "%s: %s\n", path, err.message);
    return;
  }
  pv_arena_reset(c->scratch);
  c->scope = (pv_scope){0};
  pv_diagnostics diagnostics = {.arena = c->scratch};
  pv_findings findings =
      pv_stages_run(c->matcher, c->scratch, c->grammar, pv_document_text(document), &diagnostics);
  c->tester.text = findings.text->bytes;
  pv_machine_begin(c->machine, c->scratch);
  c->documents++;
  for (uint32_t i = 0; i < findings.text->sentences.count; i++)
    if (i % c->every == 0 && pv_sentence_matches(&findings.text->sentences.items[i]))
      compare_sentence(c, &findings, path, i);
  pv_document_free(document);
}

static void compare_path(comparison *c, const char *path) {
  struct dirent **entries;
  int count = scandir(path, &entries, NULL, alphasort);
  if (count < 0) {
    compare_file(c, path);
    return;
  }
  for (int i = 0; i < count; i++) {
    char inner[4096];
    int size = snprintf(inner, sizeof inner, "%s/%s", path, entries[i]->d_name);
    if (entries[i]->d_name[0] != '.' && size < (int)sizeof inner) compare_file(c, inner);
    free(entries[i]);
  }
  free(entries);
}

int main(int argc, char **argv) {
  pv_error err = {0};
  pv_grammar *grammar = pv_grammar_load(NULL, &err);
  if (!grammar) {
    fprintf(stderr, "%s\n", err.message);
    return 3;
  }
  comparison c = {.grammar = grammar,
                  .matcher = pv_matcher_new(grammar),
                  .arena = pv_arena_new(0),
                  .scratch = pv_arena_new(0),
                  .every = 1};
  prepare(&c);
  int first = 1;
  if (argc > 2 && strcmp(argv[1], "--every") == 0) {
    c.every = strtoul(argv[2], NULL, 10);
    first = 3;
  }
  if (c.every == 0) c.every = 1;
  for (int i = first; i < argc; i++) compare_path(&c, argv[i]);
  printf(
      "%lu documents, %lu sentences, %zu expressions: %lu pairs, %lu matches, %lu too long for the "
      "reference, %lu differ\n",
      c.documents, c.sentences, c.program_count, c.pairs, c.found, c.too_long, c.different);
  pv_arena_free(c.scratch);
  pv_arena_free(c.arena);
  pv_matcher_free(c.matcher);
  pv_grammar_free(grammar);
  return c.different || !c.found ? 1 : 0;
}
