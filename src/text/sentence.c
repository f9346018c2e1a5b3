// Sentences of legal prose. The lead of a sentence (its numbers and run-in headings) is read first,
// so that the full stops in it end nothing; the rest is walked from one possible boundary to the
// next, of which boundary.c says what they are.
#include "text/boundary.h"
#include "text/stages.h"

enum {
  LONGEST_SENTENCE = 2048, // tokens; a longer one is cut
  CUT_FROM = 1536,         // in the last part of it, at a mark
  FEWEST_GAPS = 4,         // of a table, with at most
  TOKENS_PER_CELL = 5,
  TOKENS_PER_SENTENCE = 32, // a guess
};

typedef struct {
  pv_arena *arena;
  const pv_text *text;
  pv_diagnostics *diagnostics;
  PV_VECTOR(pv_sentence) found;
  size_t mark; // the first marked token of the sentence that is read
} splitter;

static bool ends_in_stop(const pv_text *text, const pv_token *t) {
  return t->kind == PV_TOKEN_WORD && text->bytes.data[t->end - 1] == '.';
}

static bool is_end_mark(const pv_text *text, const pv_token *t) {
  char c = text->bytes.data[t->start];
  return t->kind == PV_TOKEN_PUNCT ? c == '.' || c == '?' || c == '!' : ends_in_stop(text, t);
}

static bool is_pause(const pv_text *text, const pv_token *t) {
  char c = text->bytes.data[t->start];
  return c == ';' || c == ':';
}

// A number alone on its line belongs to what follows; "ARTICLE IV" does not.
static bool reaches_over_line(const pv_lead *lead) {
  if (lead->count == 0) return false;
  const pv_lead_part *last = &lead->parts[lead->count - 1];
  if (last->heading.start < last->heading.end) return false;
  pv_number_style style = last->number.style;
  return style != PV_NUMBER_EXHIBIT && style != PV_NUMBER_ARTICLE && style != PV_NUMBER_SECTION;
}

// Is the end of a sentence possible at the marked token, other than by a line? Returns the token
// where the next one starts, or 0.
static uint32_t next_sentence(const splitter *s, pv_open_sentence open, uint32_t from,
                              uint32_t mark) {
  const pv_text *text = s->text;
  const pv_token *t = &text->tokens.items[mark];
  if (t->kind > PV_TOKEN_PUNCT || t->kind == PV_TOKEN_NUMBER) return 0;
  if (is_end_mark(text, t)) {
    if (mark - 1 > from && pv_boundary_before_mark(text, mark)) return mark - 1;
    return pv_boundary_at_mark(text, mark);
  }
  return is_pause(text, t) ? pv_boundary_at_pause(text, open, mark) : 0;
}

// The end of the sentence that starts at `first`, its proper part at `from`.
static uint32_t sentence_end(const splitter *s, uint32_t first, uint32_t from, bool over_line) {
  const pv_text *text = s->text;
  const pv_tokens *tokens = &text->tokens;
  pv_open_sentence open = {first, true};
  if (from == first || (over_line && from < tokens->count)) from++;
  uint32_t next = 0; // where the sentence ends if a mark says so
  for (size_t k = s->mark; k < tokens->marked_count; k++) {
    uint32_t i = tokens->marked[k];
    if (i < from) continue;
    if (next && next <= i) return next;
    const pv_token *t = &tokens->items[i];
    bool line = t->flags & (PV_TOKEN_LINE | PV_TOKEN_BREAK);
    if (line || t->start - t[-1].end >= PV_WIDE_GAP) {
      if (pv_boundary_at_line(text, open, i)) return i;
      if (line) open.in_line = false;
    }
    next = next_sentence(s, open, from, i);
    if (next && next <= i) return next;
  }
  return next ? next : (uint32_t)tokens->count;
}

// Where to cut the overlong sentence from `first` to `end`.
static uint32_t cut_at(const splitter *s, uint32_t first) {
  uint32_t last = first + LONGEST_SENTENCE, comma = 0;
  for (uint32_t i = last; i-- > first + CUT_FROM;) {
    char mark = pv_mark_of(s->text, i);
    if (mark == ';') return i + 1;
    if (mark == ',' && !comma) comma = i + 1;
  }
  return comma ? comma : last;
}

// Moves on over the marked tokens of the sentence.
static uint32_t read_flags(splitter *s, uint32_t first, uint32_t end) {
  const pv_tokens *tokens = &s->text->tokens;
  uint32_t flags = 0, gaps = 0;
  for (; s->mark < tokens->marked_count && tokens->marked[s->mark] < end; s->mark++) {
    if (tokens->marked[s->mark] <= first) continue;
    const pv_token *t = &tokens->items[tokens->marked[s->mark]];
    if (t->flags & PV_TOKEN_BREAK) flags |= PV_SENTENCE_BROKEN;
    gaps += t->start - t[-1].end >= PV_WIDE_GAP;
  }
  if (gaps >= FEWEST_GAPS && end - first <= gaps * TOKENS_PER_CELL) flags |= PV_SENTENCE_TABLE;
  return flags;
}

// Is what stands between two boundaries a heading? It has lines of its own, or is marked as one.
static bool is_heading(const splitter *s, const pv_lead *lead, uint32_t first, uint32_t end) {
  const pv_text *text = s->text;
  const pv_token *items = text->tokens.items;
  if (pv_hashes_end(text, first) > first) return true;
  bool alone = items[first].flags & PV_TOKEN_LINE &&
               (end == text->tokens.count || items[end].flags & PV_TOKEN_LINE);
  bool numbered = lead->count && lead->parts[0].number.style > PV_NUMBER_BULLET;
  if (lead->first >= end) return lead->count > 0 && (alone || numbered);
  if (!alone && !numbered) return false;
  uint32_t last = end - 1;
  bool stopped = pv_mark_of(text, last) == '.' || pv_mark_of(text, last) == ':';
  if (stopped && !numbered) return false;
  bool whole = lead->count == 0 || lead->parts[lead->count - 1].heading.start ==
                                       lead->parts[lead->count - 1].heading.end;
  return whole && pv_heading_is(text, lead->first, end, numbered && end - first <= 8);
}

static void add(splitter *s, const pv_lead *lead, uint32_t first, uint32_t end) {
  uint32_t proper = lead->first < end ? lead->first : end;
  uint32_t flags = read_flags(s, first, end);
  if (is_heading(s, lead, first, end)) {
    flags |= PV_SENTENCE_HEADING;
    proper = first;
  } else if (proper == end) {
    proper = first; // a number without a text
  }
  PV_PUSH(s->arena, &s->found, ((pv_sentence){first, proper, end, 0, PV_NO_SENTENCE, flags}));
}

// A sentence that passes the limit becomes windows.
static void add_windows(splitter *s, const pv_lead *lead, uint32_t first, uint32_t end) {
  if (end - first <= LONGEST_SENTENCE) {
    add(s, lead, first, end);
    return;
  }
  pv_diagnose(s->diagnostics, PV_DIAGNOSTIC_SENTENCE_LIMIT, pv_text_span(s->text, first, end),
              "a sentence of %u tokens was cut into windows of at most %d", end - first,
              LONGEST_SENTENCE);
  pv_lead window = *lead;
  while (end - first > LONGEST_SENTENCE) {
    uint32_t cut = cut_at(s, first);
    add(s, &window, first, cut);
    first = cut;
    window = (pv_lead){.first = first};
  }
  add(s, &window, first, end);
}

static uint32_t line_end(const pv_text *text, uint32_t token) {
  uint32_t at = token + 1;
  while (at < text->tokens.count && !(text->tokens.items[at].flags & PV_TOKEN_LINE)) at++;
  return at;
}

// Adds the sentence that starts at `first` and returns where the next one does.
static uint32_t read_sentence(splitter *s, uint32_t first) {
  if (pv_hashes_end(s->text, first) > first) {
    pv_lead none = {.first = first};
    uint32_t line = line_end(s->text, first);
    add_windows(s, &none, first, line);
    return line;
  }
  pv_lead lead = pv_lead_read(s->text, first);
  uint32_t end = sentence_end(s, first, lead.first, reaches_over_line(&lead));
  add_windows(s, &lead, first, end);
  return end;
}

pv_sentence_list pv_sentences_split(pv_arena *arena, const pv_text *text,
                                    pv_diagnostics *diagnostics) {
  splitter s = {.arena = arena, .text = text, .diagnostics = diagnostics};
  s.found.capacity = text->tokens.count / TOKENS_PER_SENTENCE + 16;
  s.found.items = PV_NEW_UNSET(arena, pv_sentence, s.found.capacity);
  for (uint32_t at = 0; at < text->tokens.count;) at = read_sentence(&s, at);
  return (pv_sentence_list){s.found.items, s.found.count};
}
