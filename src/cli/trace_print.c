#include "cli/trace_print.h"

#include <stdio.h>

#include "base/str.h"
#include "match/message.h"

enum { LONGEST_QUOTE = 100, SHOWN_WORDS = 6 };

static const char *const outcomes[PV_TRACED_COUNT] = {
    [PV_TRACED_FIRED] = "FIRED",       [PV_TRACED_LOST] = "LOST",
    [PV_TRACED_WEAK] = "TOO WEAK",     [PV_TRACED_SUPPRESSED] = "SUPPRESSED",
    [PV_TRACED_OVER] = "NOT FINISHED", [PV_TRACED_NOT] = "NOT FIRED",
};

// On one line, without what a terminal would not print.
static void print_line(pv_str text) {
  bool after_space = false;
  for (size_t i = 0; i < text.size; i++) {
    unsigned char c = (unsigned char)text.data[i];
    bool is_space = c <= ' ' || c == 127;
    if (!is_space || !after_space) putchar(is_space ? ' ' : c);
    after_space = is_space;
  }
}

static bool is_inside_character(pv_str text, size_t at) {
  return at < text.size && ((unsigned char)text.data[at] & 0xC0) == 0x80;
}

// The text of some tokens; of a long one its two ends.
static void print_quote(const pv_trace_page *page, uint32_t first, uint32_t end) {
  pv_str text =
      pv_str_slice(page->findings->text->bytes, pv_text_span(page->findings->text, first, end));
  putchar('"');
  if (text.size <= LONGEST_QUOTE) {
    print_line(text);
  } else {
    size_t head = LONGEST_QUOTE / 2, tail = text.size - LONGEST_QUOTE / 2;
    while (is_inside_character(text, head)) head++;
    while (is_inside_character(text, tail)) tail++;
    print_line((pv_str){text.data, head});
    fputs(" … ", stdout);
    print_line((pv_str){text.data + tail, text.size - tail});
  }
  putchar('"');
}

static void print_expression(const pv_program *program, pv_span at) {
  if (at.end > program->source.size) at.end = (uint32_t)program->source.size;
  print_line(pv_str_slice(program->source, at));
}

static bool has(const pv_atom_mask *mask, uint32_t atom) {
  return mask->bits[atom / 64] >> atom % 64 & 1;
}

// The words and annotations that an atom stands for: "[sell supply and 5 more]".
static void print_atom(const pv_grammar *grammar, uint32_t atom) {
  size_t count = 0;
  putchar('[');
  for (uint32_t type = 0; type < grammar->type_count; type++)
    if (has(&grammar->type_atoms[type], atom))
      printf("%s@" PV_STR_FMT, count++ ? " " : "", PV_STR_ARG(grammar->type_names[type]));
  size_t types = count;
  for (uint32_t id = PV_WORD_FIRST; id < pv_vocabulary_size(grammar->vocabulary); id++) {
    if (!has(&grammar->word_atoms[id], atom)) continue;
    if (count++ - types >= SHOWN_WORDS) continue;
    pv_str word = pv_vocabulary_word(grammar->vocabulary, id);
    printf("%s" PV_STR_FMT, count > 1 ? " " : "", PV_STR_ARG(word));
  }
  if (count - types > SHOWN_WORDS) printf(" and %zu more", count - types - SHOWN_WORDS);
  putchar(']');
}

static void print_missing(const pv_trace_page *page, const pv_atom_mask *missing) {
  bool begun = false;
  for (uint32_t atom = 0; atom < PV_MAX_ATOMS; atom++) {
    if (!has(missing, atom)) continue;
    fputs(begun ? " " : "            none of ", stdout);
    print_atom(page->grammar, atom);
    begun = true;
  }
  if (begun) puts(" stands here");
}

static void print_label(const pv_trace_page *page, uint32_t match) {
  printf("  match %-3u line %u: ", match + 1, page->rule->matches[match].line);
}

static void print_captures(const pv_trace_page *page, const pv_near_miss *miss) {
  for (size_t i = 0; i < miss->capture_count; i++) {
    printf(" " PV_STR_FMT "=", PV_STR_ARG(miss->captures[i].name));
    print_quote(page, miss->captures[i].first, miss->captures[i].end);
  }
}

static void print_expected(const pv_trace_page *page, const pv_near_miss *miss) {
  const pv_program *program = &page->rule->matches[miss->match];
  fputs("            expected ", stdout);
  print_expression(program, miss->expected);
  if (miss->expected.start != miss->around.start || miss->expected.end != miss->around.end) {
    fputs(" in ", stdout);
    print_expression(program, miss->around);
  }
  if (!miss->took_some) {
    puts(", which no token here starts with");
    return;
  }
  fputs(", saw ", stdout);
  if (miss->token == PV_NO_TOKEN)
    puts("the end of the sentence");
  else
    print_quote(page, miss->token, miss->token + 1), putchar('\n');
}

static void print_gap(const pv_trace_page *page, const pv_near_miss *miss) {
  if (miss->gap_end == PV_GAP_GOES_ON) return;
  fputs("            the gap ", stdout);
  print_expression(&page->rule->matches[miss->match], miss->gap);
  puts(miss->gap_end == PV_GAP_BARRIER ? " ends there: that token is its barrier"
                                       : " ends there: it takes no more tokens");
}

static void print_miss(const pv_trace_page *page, const pv_near_miss *miss) {
  print_label(page, miss->match);
  if (miss->is_in_stem) {
    fputs("all of it, but in the stem of the list, which is a sentence of its own\n", stdout);
    return;
  }
  printf("reached unit %u/%u", miss->unit, miss->units);
  if (miss->took_some) {
    fputs(" from ", stdout);
    print_quote(page, miss->first, miss->first + 1);
  }
  if (miss->capture_count) fputs(":", stdout);
  print_captures(page, miss);
  putchar('\n');
  print_expected(page, miss);
  print_gap(page, miss);
}

// The nearest one of each match, or all.
static void print_misses(const pv_trace_page *page, const pv_traced_sentence *sentence) {
  for (size_t i = 0; i < sentence->miss_count; i++) {
    const pv_near_miss *miss = &sentence->misses[i];
    bool is_first = i == 0 || miss[-1].match != miss->match;
    if (!is_first && !page->verbose) continue;
    print_miss(page, miss);
    if (is_first) print_missing(page, &sentence->missing[miss->match]);
  }
}

static void print_condition(const pv_trace_page *page, const pv_traced_hit *hit) {
  const pv_condition *c = hit->suppressed_by;
  printf("            %s %s (line %u) found ", c->negative ? "unless" : "require",
         pv_where_name(c->where), c->programs->line);
  if (!c->negative)
    fputs("nothing", stdout);
  else if (hit->first < hit->end)
    print_quote(page, hit->first, hit->end);
  else
    fputs("that nothing stands there", stdout);
  putchar('\n');
}

// What the rule says of the hit, in each of its languages.
static void print_messages(const pv_trace_page *page, const pv_match *match) {
  for (size_t i = 0; i < match->rule->message_count; i++) {
    pv_str language = match->rule->messages[i].language;
    printf("            says (" PV_STR_FMT "): ", PV_STR_ARG(language));
    print_line(pv_match_message(page->report->arena, match, page->findings->text, language));
    putchar('\n');
  }
}

static void print_hit(const pv_trace_page *page, const pv_traced_hit *hit) {
  const pv_match *match = &hit->match;
  print_label(page, match->match);
  print_quote(page, match->first, match->end);
  if (match->from_stem) fputs(" from the stem of the list on", stdout);
  if (!hit->suppressed_by) printf(", %d points", match->points);
  putchar('\n');
  if (hit->suppressed_by)
    print_condition(page, hit);
  else
    print_messages(page, match);
}

// The clause that the rule has a part in, one that has its kind from it before others; or NULL.
static const pv_clause *clause_of(const pv_trace_page *page, pv_span sentence) {
  const pv_clause *found = NULL;
  for (size_t i = 0; i < page->report->clause_count; i++) {
    const pv_clause *clause = &page->report->clauses[i];
    if (clause->span.start != sentence.start || clause->span.end != sentence.end) continue;
    for (size_t k = 0; k < clause->evidence_count; k++)
      if (pv_str_equal(clause->evidence[k].rule, page->rule->id) && (!found || k == 0))
        found = clause;
  }
  return found;
}

// The annotation that a hit was to become, or the one that was longer.
static const pv_annotation *annotation_of(const pv_trace_page *page, const pv_match *match) {
  pv_annotations all = page->findings->annotations;
  for (size_t i = 0; i < all.count && all.items[i].first < match->end; i++)
    if (all.items[i].type == match->rule->type && all.items[i].end > match->first)
      return &all.items[i];
  return NULL;
}

static bool is_lost_annotation(const pv_trace_page *page, const pv_match *match) {
  const pv_annotation *other = annotation_of(page, match);
  if (!other || other->rule == page->rule || match->from_stem) return false;
  if (other->first == match->first && other->end == match->end) return false;
  fputs("  lost to ", stdout);
  if (other->rule) printf(PV_STR_FMT ", whose ", PV_STR_ARG(other->rule->id));
  printf("@" PV_STR_FMT " is longer: ", PV_STR_ARG(page->grammar->type_names[other->type]));
  print_quote(page, other->first, other->end);
  putchar('\n');
  return true;
}

static bool is_too_weak(const pv_trace_page *page, const pv_clause *clause) {
  return clause && clause->points < page->min_points;
}

static const pv_match *first_fired(const pv_traced_sentence *sentence) {
  for (size_t i = 0; i < sentence->hit_count; i++)
    if (!sentence->hits[i].suppressed_by) return &sentence->hits[i].match;
  return NULL;
}

static pv_traced_outcome outcome_of(const pv_trace_page *page, const pv_traced_sentence *sentence,
                                    const pv_clause *clause) {
  if (sentence->is_over) return PV_TRACED_OVER;
  if (clause && !pv_str_equal(clause->evidence[0].rule, page->rule->id)) return PV_TRACED_LOST;
  if (is_too_weak(page, clause)) return PV_TRACED_WEAK;
  if (first_fired(sentence)) return PV_TRACED_FIRED;
  return sentence->hit_count ? PV_TRACED_SUPPRESSED : PV_TRACED_NOT;
}

static void print_clause(const pv_trace_page *page, pv_traced_outcome outcome,
                         const pv_clause *clause) {
  if (!clause) return;
  if (outcome == PV_TRACED_LOST)
    printf("  lost to " PV_STR_FMT ", %d points, for the clause of this sentence\n",
           PV_STR_ARG(clause->evidence[0].rule), clause->evidence[0].points);
  if (is_too_weak(page, clause))
    printf("  the clause has %d points, and %d are needed\n", clause->points, page->min_points);
}

static void print_head(const pv_trace_page *page, pv_span at, uint32_t sentence,
                       pv_traced_outcome outcome) {
  uint32_t line, column;
  pv_text_place(page->findings->text, at.start, &line, &column);
  printf(PV_STR_FMT "  s.%u (bytes %u-%u, %u:%u)  %s\n", PV_STR_ARG(page->rule->id), sentence + 1,
         at.start, at.end, line, column, outcomes[outcome]);
}

static bool came_near(const pv_traced_sentence *sentence) {
  for (size_t i = 0; i < sentence->miss_count; i++)
    if (sentence->misses[i].took_some || sentence->misses[i].is_in_stem) return true;
  return false;
}

pv_traced_outcome pv_trace_print(const pv_trace_page *page, const pv_traced_sentence *sentence) {
  const pv_text *text = page->findings->text;
  const pv_sentence *place = &text->sentences.items[sentence->sentence];
  pv_span at = pv_text_span(text, place->first, place->end);
  const pv_match *fired = first_fired(sentence);
  const pv_clause *clause = fired && fired->rule->frame ? clause_of(page, at) : NULL;
  pv_traced_outcome outcome = outcome_of(page, sentence, clause);
  if (page->quiet && outcome == PV_TRACED_NOT && !came_near(sentence)) return outcome;
  print_head(page, at, sentence->sentence, outcome);
  for (size_t i = 0; i < sentence->hit_count; i++) print_hit(page, &sentence->hits[i]);
  print_clause(page, outcome, clause);
  if (fired && !fired->rule->frame && is_lost_annotation(page, fired)) outcome = PV_TRACED_LOST;
  if (!sentence->hit_count || page->verbose) print_misses(page, sentence);
  return outcome;
}
