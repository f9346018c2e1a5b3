#include "write/text_clause.h"

#include <stdlib.h>

#include "ambiguity/check.h"
#include "base/str.h"
#include "base/vector.h"
#include "write/text_value.h"

enum { INDENT = 7, LABEL = 14, GAP = 2 }; // columns

static int by_clause(const void *a, const void *b) {
  const pv_ambiguity *const *left = a, *const *right = b;
  int order = pv_str_compare((*left)->clause, (*right)->clause);
  if (order) return order;
  order = pv_str_compare((*left)->slot, (*right)->slot);
  return order ? order : (*left > *right) - (*left < *right);
}

pv_clause_notes pv_clause_notes_new(pv_arena *arena, const pv_report *report) {
  pv_clause_notes notes = {PV_NEW_ARRAY(arena, const pv_ambiguity *, report->ambiguity_count), 0};
  for (size_t i = 0; i < report->ambiguity_count; i++) {
    const pv_ambiguity *ambiguity = &report->ambiguities[i];
    if (ambiguity->severity < PV_SEVERITY_MEDIUM) continue; // the rest is in the list
    if (ambiguity->clause.size && ambiguity->slot.size) notes.items[notes.count++] = ambiguity;
  }
  if (notes.count) qsort(notes.items, notes.count, sizeof(const pv_ambiguity *), by_clause);
  return notes;
}

// The first note on this slot, or behind where it would stand.
static size_t first_note(pv_clause_notes notes, pv_str clause, pv_str slot) {
  size_t low = 0;
  for (size_t high = notes.count; low < high;) {
    size_t middle = low + (high - low) / 2;
    int order = pv_str_compare(notes.items[middle]->clause, clause);
    if (!order) order = pv_str_compare(notes.items[middle]->slot, slot);
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static pv_str name_of_check(pv_arena *arena, pv_str code) {
  size_t count;
  const pv_check *checks = pv_checks(&count);
  for (size_t i = 0; i < count; i++)
    if (pv_str_equal(pv_str_from(checks[i].code), code))
      return pv_display_name(arena, pv_str_from(checks[i].name));
  return code;
}

// "undefined scope term, dangling reference": each kind of finding on this slot once.
static pv_str note_on(pv_arena *arena, pv_clause_notes notes, pv_str clause, pv_str slot) {
  pv_buffer out = {.arena = arena};
  pv_str last = {0};
  for (size_t i = first_note(notes, clause, slot); i < notes.count; i++) {
    const pv_ambiguity *note = notes.items[i];
    if (!pv_str_equal(note->clause, clause) || !pv_str_equal(note->slot, slot)) break;
    if (pv_str_equal(note->code, last)) continue;
    if (out.size) pv_buffer_add(&out, PV_STR(", "));
    pv_buffer_add(&out, name_of_check(arena, note->code));
    last = note->code;
  }
  return pv_buffer_str(&out);
}

// One slot on the page. `note` is empty where nothing was found about it.
typedef struct {
  pv_str label;
  pv_str value;
  pv_str note;
  bool is_missing;
} cell;

typedef PV_VECTOR(cell) cells;

static bool is_missing(const pv_slot *slot) {
  return !slot->count || (slot->count == 1 && slot->values[0].status == PV_STATUS_MISSING);
}

pv_str pv_display_label(pv_arena *arena, pv_str name) {
  if (pv_str_ends_with(name, PV_STR("_party"))) name.size -= strlen("_party");
  return pv_display_name(arena, name);
}

// "50000 (marginal), 90000 (cap)".
static pv_str payment_line(pv_arena *arena, const pv_payment *payment) {
  pv_buffer out = {.arena = arena};
  for (size_t i = 0; i < payment->count; i++) {
    const pv_payment_reading *reading = &payment->readings[i];
    bool is_plain = payment->count == 1 && !pv_str_equal(reading->reading, PV_STR("marginal"));
    if (i) pv_buffer_add(&out, PV_STR(" or "));
    if (!reading->amount.size) {
      pv_buffer_printf(&out, "? (" PV_STR_FMT ")", PV_STR_ARG(reading->reason));
      continue;
    }
    pv_buffer_add(&out, reading->amount);
    if (reading->currency.size)
      pv_buffer_printf(&out, " " PV_STR_FMT, PV_STR_ARG(reading->currency));
    pv_str note = reading->applied.size ? reading->applied
                  : is_plain            ? PV_STR("")
                                        : reading->reading;
    if (note.size)
      pv_buffer_printf(&out, " (" PV_STR_FMT ")", PV_STR_ARG(pv_display_name(arena, note)));
  }
  pv_buffer_printf(&out, " on " PV_STR_FMT, PV_STR_ARG(payment->base));
  return pv_buffer_str(&out);
}

static cells collect(pv_arena *arena, const pv_report *report, const pv_clause *clause,
                     pv_clause_notes notes) {
  cells found = {0};
  for (size_t i = 0; i < clause->slot_count; i++) {
    const pv_slot *slot = &clause->slots[i];
    const pv_frame_slot *declared =
        pv_display_frame_slot(report->grammar, clause->family, slot->name);
    cell c = {
        .label = pv_display_label(arena, slot->name),
        .note = note_on(arena, notes, clause->id, slot->name),
        .is_missing = is_missing(slot),
    };
    if (c.is_missing && declared && !declared->required && !c.note.size) continue;
    c.value = c.is_missing ? PV_STR("– missing")
                           : pv_display_slot(arena, slot, declared ? declared->type : PV_SLOT_ENUM);
    PV_PUSH(arena, &found, c);
  }
  if (clause->payment)
    PV_PUSH(arena, &found,
            ((cell){.label = PV_STR("pays"), .value = payment_line(arena, clause->payment)}));
  return found;
}

static void put_cell(pv_page *page, const cell *c, size_t column, size_t end) {
  pv_page_go_to(page, column);
  pv_page_put(page, PV_STYLE_DIM, c->label);
  pv_page_go_to(page, column + LABEL);
  pv_page_wrap(page, c->is_missing ? PV_STYLE_DIM : PV_STYLE_PLAIN, c->value, column + LABEL, end);
}

// Behind the value, or below it where there is no room.
static void put_note(pv_page *page, pv_str note) {
  size_t column = page->width * 2 / 3;
  if (page->column + GAP > column) column = page->column + GAP;
  if (column + pv_display_width(note) > page->width) {
    pv_page_end_line(page);
    column = INDENT + LABEL;
  }
  pv_page_go_to(page, column);
  pv_page_wrap(page, PV_STYLE_YELLOW, note, column, page->width);
}

static bool is_half(const pv_page *page, const cell *c) {
  size_t room = (page->width - INDENT) / 2 - LABEL - GAP;
  return !c->note.size && pv_display_width(c->value) <= room;
}

static void put_cells(pv_page *page, cells found) {
  size_t half = INDENT + (page->width - INDENT) / 2;
  for (size_t i = 0; i < found.count; i++) {
    const cell *c = &found.items[i];
    put_cell(page, c, INDENT, page->width);
    if (c->note.size) put_note(page, c->note);
    if (i + 1 < found.count && is_half(page, c) && is_half(page, &found.items[i + 1]))
      put_cell(page, &found.items[++i], half, page->width);
    pv_page_end_line(page);
  }
}

pv_str pv_clause_number(pv_arena *arena, const pv_clause *clause) {
  size_t count = clause->section_count;
  if (!count) return PV_STR("–");
  size_t start = count - 1; // "2.1", "(a)" are cited together
  while (start && clause->section_path[start].size && clause->section_path[start].data[0] == '(')
    start--;
  pv_buffer out = {.arena = arena};
  pv_str outermost = clause->section_path[0];
  bool is_exhibit = start && outermost.size && memchr(outermost.data, ' ', outermost.size);
  if (is_exhibit) {
    pv_buffer_add(&out, outermost);
    pv_buffer_add(&out, PV_STR(", "));
  }
  for (size_t i = start; i < count; i++) pv_buffer_add(&out, clause->section_path[i]);
  return pv_display_clean(arena, pv_buffer_str(&out));
}

static void put_head(pv_page *page, pv_arena *arena, const pv_clause *clause, pv_style style) {
  pv_page_go_to(page, 2);
  pv_page_put(page, PV_STYLE_BOLD, pv_clause_number(arena, clause));
  pv_page_go_to(page, page->column + GAP > INDENT ? page->column + GAP : INDENT);
  pv_page_put(page, style, pv_display_name(arena, clause->family));
  pv_page_put(page, PV_STYLE_PLAIN, PV_STR(" · "));
  pv_page_put(page, PV_STYLE_PLAIN, pv_display_name(arena, clause->kind));
  int points = clause->points < 0 ? 0 : clause->points > 100 ? 100 : clause->points;
  pv_str confidence = pv_str_printf(arena, "%d.%02d", points / 100, points % 100);
  pv_page_go_to(page, page->width - confidence.size);
  pv_page_put(page, PV_STYLE_PLAIN, confidence);
  pv_page_end_line(page);
}

// The start of the clause, more than a line of it, without page furniture.
static pv_str read_quote(const pv_page *page, pv_arena *arena, const pv_report *report,
                         const pv_clause *clause) {
  pv_buffer out = {.arena = arena};
  size_t count = clause->piece_count > 1 ? clause->piece_count : 1;
  for (size_t i = 0; i < count && out.size < 2 * page->width; i++) {
    pv_str part = count > 1 ? pv_str_slice(report->text->bytes, clause->pieces[i]) : clause->quote;
    size_t fit = pv_display_fit(part, 4 * page->width);
    if (i) pv_buffer_add_char(&out, ' ');
    pv_buffer_add(&out, (pv_str){part.data, fit});
    if (fit < part.size) pv_buffer_add(&out, PV_STR(" …"));
  }
  return pv_display_clean(arena, pv_buffer_str(&out));
}

void pv_page_put_clause(pv_page *page, pv_arena *arena, const pv_report *report,
                        const pv_clause *clause, pv_clause_notes notes, pv_style style) {
  put_head(page, arena, clause, style);
  put_cells(page, collect(arena, report, clause, notes));
  pv_str quote =
      pv_display_cut(arena, read_quote(page, arena, report, clause), page->width - INDENT - 2);
  pv_page_go_to(page, INDENT);
  pv_page_put(page, PV_STYLE_DIM, pv_str_printf(arena, "“" PV_STR_FMT "”", PV_STR_ARG(quote)));
  pv_page_end_line(page);
}
