// The tree of sections, from the numbers at the starts of sentences.
//
// The open sections are a stack. A number goes on from the innermost open one of its style whose
// value it follows; a first number (1, a, i) opens a level below; any other is no section. That
// tells (i) behind (h) from (i) below (a), and "30. …" from a section 30.
#include "base/vector.h"
#include "text/lead.h"
#include "text/stages.h"

enum {
  MOST_LEVELS = 24,
  MOST_MISSING = 3,   // numbers that may be left out in between
  FIRST_TOKENS = 100, // of a text
  FAR_SECTION = 300,  // an article or section number from here on is none
};

typedef struct {
  pv_number_style style; // PV_NUMBER_NONE: the root, or a heading without a number
  uint32_t value;
  uint32_t part_count; // of a decimal number
  uint16_t parts[PV_MOST_PARTS];
  uint32_t section;
  uint32_t stem; // what the items of its level go on from
} level;

typedef struct {
  pv_arena *arena;
  const pv_text *text;
  pv_sentence *sentences;
  PV_VECTOR(pv_section) found;
  level stack[MOST_LEVELS];
  size_t depth;       // levels on the stack, the root included
  size_t title_depth; // of a heading that a first section closed: later ones stand beside it; or 0
  bool wants_heading; // the last section has no heading yet, and nothing behind its number
} reader;

static level *top(reader *r) { return &r->stack[r->depth - 1]; }

// Closes the open sections down to `depth` levels; the next one starts at `token`.
static void close_to(reader *r, size_t depth, uint32_t token) {
  while (r->depth > depth) r->found.items[r->stack[--r->depth].section].end = token;
}

static bool is_item_style(pv_number_style style) { return style >= PV_NUMBER_PAREN; }

static pv_section_kind kind_of(const reader *r, pv_number_style style) {
  switch (style) {
  case PV_NUMBER_NONE: return PV_SECTION_HEADING;
  case PV_NUMBER_EXHIBIT: return PV_SECTION_EXHIBIT;
  case PV_NUMBER_ARTICLE: return PV_SECTION_ARTICLE;
  case PV_NUMBER_PLAIN: {
    pv_number_style above = r->stack[r->depth - 1].style;
    return is_item_style(above) || above == PV_NUMBER_DECIMAL ? PV_SECTION_ITEM
                                                              : PV_SECTION_SECTION;
  }
  default: return is_item_style(style) ? PV_SECTION_ITEM : PV_SECTION_SECTION;
  }
}

// The bytes of a heading without the quotes and marks around it.
static pv_span heading_bytes(const reader *r, uint32_t first, uint32_t end) {
  while (first < end && pv_mark_of(r->text, first)) first++;
  while (end > first && memchr(".:-,;", pv_mark_of(r->text, end - 1), 6) &&
         r->text->tokens.items[end - 1].kind == PV_TOKEN_PUNCT)
    end--;
  return pv_text_span(r->text, first, end);
}

static void open_section(reader *r, level l, pv_span number, uint32_t token) {
  if (r->depth == MOST_LEVELS) return;
  l.section = (uint32_t)r->found.count;
  PV_PUSH(r->arena, &r->found,
          ((pv_section){.kind = kind_of(r, l.style),
                        .depth = (uint8_t)r->depth,
                        .parent = top(r)->section,
                        .number = number,
                        .heading = {number.end, number.end},
                        .first = token,
                        .end = token}));
  r->stack[r->depth++] = l;
}

// The innermost open level of `style` that `value` goes on from, or 0.
static size_t find_sibling(const reader *r, pv_number_style style, uint32_t value,
                           uint32_t missing) {
  for (size_t i = r->depth; i-- > 1;) {
    const level *l = &r->stack[i];
    if (l->style == PV_NUMBER_EXHIBIT) return 0;
    if (l->style == style && l->value < value && value - l->value <= missing) return i;
  }
  return 0;
}

static size_t find_style(const reader *r, pv_number_style style) {
  for (size_t i = r->depth; i-- > 1 && r->stack[i].style != PV_NUMBER_EXHIBIT;)
    if (r->stack[i].style == style) return i;
  return 0;
}

// How many levels of the stack are exhibits and the root.
static size_t base_depth(const reader *r) {
  return r->depth > 1 && r->stack[1].style == PV_NUMBER_EXHIBIT ? 2 : 1;
}

// Where 2.1.3 goes: below the level that its first parts name. 0: it does not follow.
static size_t place_decimal(const reader *r, const pv_number *n) {
  size_t base = base_depth(r);
  for (size_t i = r->depth; i-- > base;) {
    const level *l = &r->stack[i];
    if (l->style == PV_NUMBER_DECIMAL && l->part_count < n->part_count &&
        memcmp(l->parts, n->parts, l->part_count * sizeof *l->parts) == 0)
      return i + 1;
    bool above = l->style == PV_NUMBER_ARTICLE || l->style == PV_NUMBER_SECTION ||
                 l->style == PV_NUMBER_PLAIN;
    if (above && l->value == n->parts[0]) return i + 1;
    if (l->style == PV_NUMBER_DECIMAL && l->part_count == n->part_count) {
      uint32_t step = n->parts[0] - (uint32_t)l->parts[0];
      bool later = step > 0 && step <= MOST_MISSING;
      if (l->parts[0] == n->parts[0])
        return n->value > l->value && n->value - l->value <= 3 * MOST_MISSING ? i
               : n->part_count > 2 && n->parts[1] > l->parts[1]               ? i
                                                                              : 0;
      if (later) return i;
      return 0;
    }
  }
  return n->parts[0] <= MOST_MISSING || n->value <= 1 ? base : 0;
}

typedef struct {
  size_t depth; // levels that stay open above it; 0: it is no section
  pv_number_style style;
  uint32_t value;
  bool goes_on; // from a sibling
} place;

// The levels that stay open above a first number of `style`. A heading without a number is the
// parent of text and lists, and a number of a section closes it: it may be the title of all.
static size_t open_depth(const reader *r, pv_number_style style) {
  size_t depth = r->depth;
  while (!is_item_style(style) && depth > 1 && r->stack[depth - 1].style == PV_NUMBER_NONE) depth--;
  return depth;
}

// Items and plain numbers: (c) behind (b), or a first one below what is open.
static place place_item(const reader *r, pv_number_style style, uint32_t value) {
  size_t sibling = find_sibling(r, style, value, 1);
  if (sibling) return (place){sibling, style, value, true};
  if (value == 1) {
    size_t same = find_style(r, style);
    // A second list behind the first, on its level.
    size_t depth = open_depth(r, style);
    if (same && (same == depth - 1 || style != PV_NUMBER_PLAIN))
      return (place){same, style, value, false};
    return (place){depth, style, value, false};
  }
  sibling = find_sibling(r, style, value, MOST_MISSING);
  return sibling ? (place){sibling, style, value, true} : (place){0, style, value, false};
}

static place place_number(const reader *r, const pv_number *n) {
  switch (n->style) {
  case PV_NUMBER_EXHIBIT: return (place){1, n->style, n->value, false};
  case PV_NUMBER_ARTICLE:
    return (place){n->value < FAR_SECTION ? base_depth(r) : 0, n->style, n->value, false};
  case PV_NUMBER_SECTION: {
    size_t same = find_style(r, n->style), article = find_style(r, PV_NUMBER_ARTICLE);
    size_t depth = same ? same : article ? article + 1 : base_depth(r);
    return (place){n->value < FAR_SECTION ? depth : 0, n->style, n->value, same != 0};
  }
  case PV_NUMBER_DECIMAL: return (place){place_decimal(r, n), n->style, n->value, false};
  default: break;
  }
  place letter = {0}, roman = {0};
  if (n->value) letter = place_item(r, n->style, n->value);
  if (n->roman && n->style >= PV_NUMBER_LOWER) {
    pv_number_style style = n->style;
    if (n->value) style = (pv_number_style)(style + PV_NUMBER_LOWER_ROMAN - PV_NUMBER_LOWER);
    roman = place_item(r, style, n->roman);
  }
  if (letter.depth && letter.goes_on && !(roman.goes_on && roman.depth > letter.depth))
    return letter;
  return roman.depth ? roman : letter;
}

static bool is_unfinished(const reader *r, const pv_sentence *s) {
  if (s->flags & (PV_SENTENCE_HEADING | PV_SENTENCE_FOREIGN)) return false;
  uint32_t last = s->end - 1;
  char mark = pv_mark_of(r->text, last);
  while (last > s->first && mark && memchr("\"')]", mark, 4)) mark = pv_mark_of(r->text, --last);
  return mark == 0 || !memchr(".?!;", mark, 4);
}

// The sentence that a first item, which is sentence `i`, goes on from.
static uint32_t stem_of_first(const reader *r, size_t i) {
  if (i == 0 || !is_unfinished(r, &r->sentences[i - 1])) return PV_NO_SENTENCE;
  return (uint32_t)(i - 1);
}

// The stem of an item with no open list: "…: (a) one;" and "(b) two" on a line of its own.
static uint32_t stem_of_later(const reader *r, size_t i) {
  if (i == 0) return PV_NO_SENTENCE;
  const pv_sentence *before = &r->sentences[i - 1];
  char last = pv_mark_of(r->text, before->end - 1);
  bool open = last == ';' || last == ',';
  return open && !(before->flags & (PV_SENTENCE_ITEM | PV_SENTENCE_HEADING)) ? (uint32_t)(i - 1)
                                                                             : PV_NO_SENTENCE;
}

// An item of a list with a stem is no heading, however short: "(b) A Success Fee."
static void set_stem(pv_sentence *sentence, uint32_t stem) {
  if (stem == PV_NO_SENTENCE) return;
  sentence->stem = stem;
  sentence->flags |= PV_SENTENCE_ITEM;
  sentence->flags &= ~(uint32_t)PV_SENTENCE_HEADING;
}

// Figures number the sections of a contract ("agree as follows: 1. Grant."), and items only below a
// section that their stem stands in, or where they go on in lower case.
static bool may_have_stem(const reader *r, size_t i, const pv_number *n, size_t depth) {
  if (is_item_style(n->style)) return true;
  const pv_sentence *s = &r->sentences[i];
  if (i == 0 || s->flags & PV_SENTENCE_HEADING) return false;
  if (r->text->tokens.items[s->first].letters == PV_CASE_LOWER) return true;
  const level *parent = &r->stack[depth - 1];
  return parent->style > PV_NUMBER_EXHIBIT && r->sentences[i - 1].section == parent->section;
}

// The first section of an excerpt need not be 1, if it has a heading.
static bool starts_excerpt(const reader *r, const pv_sentence *s, const pv_lead_part *part) {
  bool headed = s->flags & PV_SENTENCE_HEADING || part->heading.start < part->heading.end;
  return headed && part->number.style == PV_NUMBER_PLAIN && part->number.value <= MOST_MISSING &&
         open_depth(r, PV_NUMBER_PLAIN) == base_depth(r);
}

static void read_number(reader *r, size_t i, const pv_lead_part *part, bool only) {
  const pv_number *n = &part->number;
  pv_sentence *sentence = &r->sentences[i];
  place p = place_number(r, n);
  if (p.depth == 0 && starts_excerpt(r, sentence, part))
    p = (place){base_depth(r), n->style, n->value, false};
  if (is_item_style(n->style) && !(sentence->flags & PV_SENTENCE_HEADING))
    sentence->flags |= PV_SENTENCE_ITEM;
  if (p.depth == 0) {
    if (only && is_item_style(n->style)) set_stem(sentence, stem_of_later(r, i));
    return;
  }
  uint32_t stem = PV_NO_SENTENCE;
  if (p.goes_on)
    stem = r->stack[p.depth].stem;
  else if (only && may_have_stem(r, i, n, p.depth))
    stem = stem_of_first(r, i);
  if (n->style == PV_NUMBER_EXHIBIT)
    r->title_depth = 0;
  else if (p.depth < r->depth && n->style == PV_NUMBER_PLAIN && n->value == 1 &&
           r->stack[p.depth].style == PV_NUMBER_NONE)
    r->title_depth = p.depth;
  close_to(r, p.depth, part->first);
  level l = {.style = p.style, .value = p.value, .part_count = n->part_count, .stem = stem};
  memcpy(l.parts, n->parts, sizeof l.parts);
  open_section(r, l, n->at, part->first);
  if (only) set_stem(sentence, stem);
}

static void set_heading(reader *r, uint32_t first, uint32_t end) {
  r->found.items[r->found.count - 1].heading = heading_bytes(r, first, end);
}

// A heading without a number: on the level of the last one or of the title, or below what is open,
// items closed.
static void open_heading(reader *r, const pv_sentence *s) {
  size_t depth = find_style(r, PV_NUMBER_NONE);
  if (depth == 0) depth = r->title_depth;
  if (depth == 0) {
    depth = r->depth;
    while (depth > 1 && is_item_style(r->stack[depth - 1].style)) depth--;
  }
  close_to(r, depth, s->first);
  pv_span at = pv_text_span(r->text, s->lead, s->end);
  level l = {.style = PV_NUMBER_NONE, .stem = PV_NO_SENTENCE};
  open_section(r, l, (pv_span){at.start, at.start}, s->lead);
  set_heading(r, s->lead, s->end);
}

static void read_bullet(reader *r, size_t i) {
  pv_sentence *s = &r->sentences[i];
  s->flags |= PV_SENTENCE_ITEM;
  if (i == 0) return;
  const pv_sentence *before = &r->sentences[i - 1];
  bool same = before->flags & PV_SENTENCE_ITEM &&
              pv_number_read(r->text, before->lead).style == PV_NUMBER_BULLET;
  s->stem = same ? before->stem : stem_of_first(r, i);
}

static bool has_word(const reader *r, pv_span tokens) {
  for (uint32_t i = tokens.start; i < tokens.end; i++)
    if (r->text->tokens.items[i].kind == PV_TOKEN_WORD) return true;
  return false;
}

// A label in a sentence ("Exhibit A hereto …") opens no exhibit: only a title does.
static bool is_title(const reader *r, const pv_sentence *s, const pv_lead_part *part) {
  const pv_token *items = r->text->tokens.items;
  if (part->number.style != PV_NUMBER_EXHIBIT) return true;
  // "Exhibit 10.22" above a contract is its number in a filing.
  if (part->number.part_count && s->lead < FIRST_TOKENS) return false;
  if (!(items[s->lead].flags & PV_TOKEN_LINE)) return false;
  return s->flags & PV_SENTENCE_HEADING || part->number.end >= s->end ||
         items[part->number.end].flags & PV_TOKEN_LINE || part->number.end < s->first;
}

static void read_lead(reader *r, size_t i, const pv_lead *lead) {
  pv_sentence *s = &r->sentences[i];
  for (size_t k = 0; k < lead->count && lead->parts[k].first < s->end; k++) {
    const pv_lead_part *part = &lead->parts[k];
    size_t before = r->found.count;
    if (part->number.style == PV_NUMBER_BULLET) {
      read_bullet(r, i);
      continue;
    }
    if (part->number.style != PV_NUMBER_NONE && is_title(r, s, part))
      read_number(r, i, part, lead->count == 1 && part->heading.start == part->heading.end);
    if (r->found.count == before) continue;
    pv_span heading = part->heading;
    // The rest of a heading that stands alone: "2.1 Grant of License".
    if (heading.start == heading.end && s->flags & PV_SENTENCE_HEADING && k + 1 == lead->count)
      heading = (pv_span){part->number.end, s->end};
    if (has_word(r, heading)) set_heading(r, heading.start, heading.end);
    r->wants_heading = s->flags & PV_SENTENCE_HEADING && !has_word(r, heading);
  }
}

static void read_sentence(reader *r, size_t i) {
  pv_sentence *s = &r->sentences[i];
  bool wanted = r->wants_heading;
  r->wants_heading = false;
  uint32_t start = pv_hashes_end(r->text, s->lead);
  bool numbered = s->first > s->lead || s->flags & PV_SENTENCE_HEADING ||
                  pv_number_read(r->text, s->lead).style != PV_NUMBER_NONE;
  pv_lead lead = {.first = s->lead};
  if (numbered) lead = pv_lead_read(r->text, start);
  bool has_number = lead.count && lead.parts[0].number.style != PV_NUMBER_NONE;
  if (has_number)
    read_lead(r, i, &lead);
  else if (s->flags & PV_SENTENCE_HEADING && wanted)
    set_heading(r, s->lead, s->end);
  else if (s->flags & PV_SENTENCE_HEADING && has_word(r, (pv_span){s->lead, s->end}))
    open_heading(r, s);
  s->section = top(r)->section;
}

pv_sections pv_sections_read(pv_arena *arena, const pv_text *text, pv_sentence_list sentences) {
  reader r = {.arena = arena, .text = text, .sentences = sentences.items, .depth = 1};
  r.stack[0] = (level){.stem = PV_NO_SENTENCE};
  PV_PUSH(arena, &r.found, ((pv_section){.parent = PV_NO_SECTION}));
  for (size_t i = 0; i < sentences.count; i++) read_sentence(&r, i);
  uint32_t end = (uint32_t)text->tokens.count;
  close_to(&r, 1, end);
  r.found.items[0].end = end;
  return (pv_sections){r.found.items, r.found.count};
}
