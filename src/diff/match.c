// match.c - which clause of the old version is which of the new one.
//
// Those with the same words are one, in their order. Of the others the pairs of one family that
// look most alike are joined first: by the words they have in common, by kind and by section.
#include <stdlib.h>

#include "base/hash.h"
#include "base/str.h"
#include "diff/diff.h"
#include "portfolio/bag.h"

// Above so many pairs only those of the same section are looked at.
enum { MOST_PAIRS = 1000000 };

enum { FOR_KIND = 20, FOR_SECTION = 25, LEAST = 50 }; // beside the share of words, in hundredths

typedef struct {
  const pv_report *report;
  uint64_t *hashes; // of the words of each clause
  pv_bag *words;    // of those that are not matched by their hash
} version;

typedef struct {
  size_t before;
  size_t after;
  int score;
} candidate;

typedef PV_VECTOR(candidate) candidates;

typedef struct {
  uint64_t hash;
  size_t clause;
} hashed;

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Of the words without white space, and of what the clause is.
static uint64_t hash_of(const pv_clause *clause) {
  uint64_t hash = pv_hash_add(PV_HASH_START, clause->family);
  hash = pv_hash_add(hash, clause->kind);
  for (size_t i = 0; i < clause->quote.size; i++)
    if (!is_blank(clause->quote.data[i]))
      hash = pv_hash_byte(hash, (unsigned char)clause->quote.data[i]);
  return hash;
}

static version read_version(pv_arena *arena, const pv_report *report) {
  version read = {report, PV_NEW_ARRAY(arena, uint64_t, report->clause_count),
                  PV_NEW_ARRAY(arena, pv_bag, report->clause_count)};
  for (size_t i = 0; i < report->clause_count; i++) read.hashes[i] = hash_of(&report->clauses[i]);
  return read;
}

static int by_hash(const void *left, const void *right) {
  const hashed *a = left, *b = right;
  if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
  return (a->clause > b->clause) - (a->clause < b->clause);
}

static hashed *sort_hashes(pv_arena *arena, const version *of) {
  hashed *sorted = PV_NEW_ARRAY(arena, hashed, of->report->clause_count);
  for (size_t i = 0; i < of->report->clause_count; i++) sorted[i] = (hashed){of->hashes[i], i};
  if (of->report->clause_count) qsort(sorted, of->report->clause_count, sizeof *sorted, by_hash);
  return sorted;
}

static void join(pv_clause_pairs *pairs, size_t before, size_t after) {
  pairs->after[before] = after;
  pairs->before[after] = before;
}

static void join_equal_words(pv_arena *arena, const version *before, const version *after,
                             pv_clause_pairs *pairs) {
  hashed *a = sort_hashes(arena, before), *b = sort_hashes(arena, after);
  size_t i = 0, k = 0;
  while (i < before->report->clause_count && k < after->report->clause_count) {
    if (a[i].hash == b[k].hash)
      join(pairs, a[i++].clause, b[k++].clause);
    else if (a[i].hash < b[k].hash)
      i++;
    else
      k++;
  }
}

static bool are_of_one_section(const pv_clause *a, const pv_clause *b) {
  if (a->section_count != b->section_count || !a->section_count) return false;
  for (size_t i = 0; i < a->section_count; i++)
    if (!pv_str_equal(a->section_path[i], b->section_path[i])) return false;
  return true;
}

// The words that they share, of those of the longer one, in hundredths.
static int likeness_of(pv_bag a, pv_bag b) {
  size_t most = a.count > b.count ? a.count : b.count;
  return most ? (int)(100 * pv_bag_shared(a, b) / most) : 0;
}

static int score_of(const version *before, size_t i, const version *after, size_t k) {
  const pv_clause *a = &before->report->clauses[i], *b = &after->report->clauses[k];
  int score = likeness_of(before->words[i], after->words[k]);
  if (pv_str_equal(a->kind, b->kind)) score += FOR_KIND;
  if (are_of_one_section(a, b)) score += FOR_SECTION;
  return score;
}

static int by_score(const void *left, const void *right) {
  const candidate *a = left, *b = right;
  if (a->score != b->score) return a->score > b->score ? -1 : 1;
  if (a->before != b->before) return a->before < b->before ? -1 : 1;
  return (a->after > b->after) - (a->after < b->after);
}

static size_t read_words(pv_arena *arena, version *of, const size_t *joined,
                         const pv_vocabulary *vocabulary) {
  size_t count = 0;
  for (size_t i = 0; i < of->report->clause_count; i++) {
    if (joined[i] != PV_NO_CLAUSE) continue;
    of->words[i] = pv_bag_read(arena, vocabulary, of->report->clauses[i].quote);
    count++;
  }
  return count;
}

static void join_alike(pv_arena *arena, version *before, version *after, pv_clause_pairs *pairs) {
  const pv_vocabulary *vocabulary = after->report->grammar->vocabulary;
  size_t left = read_words(arena, before, pairs->after, vocabulary);
  size_t right = read_words(arena, after, pairs->before, vocabulary);
  bool sections_only = right && left > MOST_PAIRS / right;
  candidates found = {0};
  for (size_t i = 0; i < before->report->clause_count; i++) {
    const pv_clause *a = &before->report->clauses[i];
    for (size_t k = 0; pairs->after[i] == PV_NO_CLAUSE && k < after->report->clause_count; k++) {
      const pv_clause *b = &after->report->clauses[k];
      if (pairs->before[k] != PV_NO_CLAUSE || !pv_str_equal(a->family, b->family)) continue;
      if (sections_only && !are_of_one_section(a, b)) continue;
      int score = score_of(before, i, after, k);
      if (score >= LEAST) PV_PUSH(arena, &found, ((candidate){i, k, score}));
    }
  }
  if (found.count) qsort(found.items, found.count, sizeof *found.items, by_score);
  for (size_t i = 0; i < found.count; i++) {
    const candidate *one = &found.items[i];
    if (pairs->after[one->before] == PV_NO_CLAUSE && pairs->before[one->after] == PV_NO_CLAUSE)
      join(pairs, one->before, one->after);
  }
}

static size_t *unjoined(pv_arena *arena, size_t count) {
  size_t *items = PV_NEW_ARRAY(arena, size_t, count);
  for (size_t i = 0; i < count; i++) items[i] = PV_NO_CLAUSE;
  return items;
}

pv_clause_pairs pv_clauses_pair(pv_arena *arena, const pv_report *before, const pv_report *after) {
  pv_clause_pairs pairs = {unjoined(arena, before->clause_count),
                           unjoined(arena, after->clause_count)};
  version left = read_version(arena, before), right = read_version(arena, after);
  join_equal_words(arena, &left, &right, &pairs);
  join_alike(arena, &left, &right, &pairs);
  return pairs;
}
