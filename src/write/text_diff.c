// text: a block for each clause that changed, with the slots before and after.
#include "base/buffer.h"
#include "base/str.h"
#include "write/diff.h"
#include "write/text_clause.h"
#include "write/text_value.h"

enum { INDENT = 7, LABEL = 14, LONGEST_QUOTE = 200 }; // columns

typedef struct {
  const pv_diff *diff;
  const pv_write_options *options;
  pv_page *page;
  pv_arena *arena;
} printing;

static const pv_style change_styles[] = {
    [PV_CHANGE_REMOVED] = PV_STYLE_RED,
    [PV_CHANGE_ADDED] = PV_STYLE_GREEN,
    [PV_CHANGE_CHANGED] = PV_STYLE_YELLOW,
    [PV_CHANGE_REWORDED] = PV_STYLE_DIM,
};

static void put_line(printing *in, pv_str label, pv_str words) {
  pv_page_go_to(in->page, INDENT);
  pv_page_put(in->page, PV_STYLE_DIM, label);
  pv_page_go_to(in->page, INDENT + LABEL);
  pv_page_wrap(in->page, PV_STYLE_PLAIN, words, INDENT + LABEL, in->page->width);
  pv_page_end_line(in->page);
}

static pv_str or_missing(pv_str words) { return words.size ? words : PV_STR("–"); }

static pv_str arrow(pv_arena *arena, pv_str before, pv_str after) {
  return pv_str_printf(arena, PV_STR_FMT " → " PV_STR_FMT, PV_STR_ARG(or_missing(before)),
                       PV_STR_ARG(or_missing(after)));
}

static void put_head(printing *in) {
  pv_str before = pv_display_path(in->arena, pv_diff_before(in->diff)->uri);
  pv_str after = pv_display_path(in->arena, pv_diff_after(in->diff)->uri);
  pv_page_put(in->page, PV_STYLE_BOLD, arrow(in->arena, before, after));
  pv_page_end_line(in->page);
  pv_page_end_line(in->page);
}

static void put_facts(printing *in) {
  size_t count = pv_diff_fact_count(in->diff);
  for (size_t i = 0; i < count; i++) {
    const pv_fact_change *fact = pv_diff_fact(in->diff, i);
    pv_str before = pv_display_date(in->arena, pv_display_clean(in->arena, fact->before));
    pv_str after = pv_display_date(in->arena, pv_display_clean(in->arena, fact->after));
    pv_page_go_to(in->page, 2);
    pv_page_put(in->page, PV_STYLE_DIM, pv_display_name(in->arena, fact->name));
    pv_page_go_to(in->page, INDENT + LABEL);
    pv_page_wrap(in->page, PV_STYLE_PLAIN, arrow(in->arena, before, after), INDENT + LABEL,
                 in->page->width);
    pv_page_end_line(in->page);
  }
  if (count) pv_page_end_line(in->page);
}

static pv_str name_of(pv_arena *arena, const pv_clause *clause) {
  return pv_str_printf(arena, PV_STR_FMT " · " PV_STR_FMT,
                       PV_STR_ARG(pv_display_name(arena, clause->family)),
                       PV_STR_ARG(pv_display_name(arena, clause->kind)));
}

// "3.1  IP license · license grant", of which both versions may have their own.
static void put_name(printing *in, const pv_clause_change *change) {
  const pv_clause *clause = change->after ? change->after : change->before;
  pv_str number = pv_clause_number(in->arena, clause);
  pv_str name = name_of(in->arena, clause);
  if (change->before && change->after) {
    pv_str old = pv_clause_number(in->arena, change->before);
    if (!pv_str_equal(old, number)) number = arrow(in->arena, old, number);
    old = name_of(in->arena, change->before);
    if (!pv_str_equal(old, name)) name = arrow(in->arena, old, name);
  }
  pv_page_go_to(in->page, 2);
  pv_page_put(in->page, PV_STYLE_BOLD, number);
  pv_page_go_to(in->page, INDENT > in->page->column + 2 ? INDENT : in->page->column + 2);
  pv_page_put(in->page, change_styles[change->kind],
              pv_str_from(pv_change_kind_name(change->kind)));
  pv_page_put(in->page, PV_STYLE_PLAIN, PV_STR("  "));
  pv_page_wrap(in->page, PV_STYLE_PLAIN, name, INDENT, in->page->width);
  pv_page_end_line(in->page);
}

static pv_str words_of_slot(printing *in, const pv_report *report, const pv_clause *clause,
                            const pv_slot *slot) {
  bool is_missing =
      !slot || !slot->count || (slot->count == 1 && slot->values[0].status == PV_STATUS_MISSING);
  if (is_missing) return PV_STR("–");
  const pv_frame_slot *declared =
      pv_display_frame_slot(report->grammar, clause->family, slot->name);
  return pv_display_slot(in->arena, slot, declared ? declared->type : PV_SLOT_ENUM);
}

static void put_slots(printing *in, const pv_clause_change *change) {
  for (size_t i = 0; i < change->slot_count; i++) {
    const pv_slot_change *slot = &change->slots[i];
    put_line(in, pv_display_label(in->arena, slot->name),
             arrow(in->arena,
                   words_of_slot(in, pv_diff_before(in->diff), change->before, slot->before),
                   words_of_slot(in, pv_diff_after(in->diff), change->after, slot->after)));
  }
}

// How many bytes the words of the two clauses have in common at their start, but for a few before
// the first difference; 0 where that is near.
static size_t common_start(pv_str a, pv_str b) {
  enum { BEFORE = 60, WORTH = 90 }; // bytes
  size_t same = 0;
  while (same < a.size && same < b.size && a.data[same] == b.data[same]) same++;
  if (same < WORTH) return 0;
  for (same -= BEFORE; same && a.data[same - 1] != ' ';) same--;
  return same;
}

// The words of `clause` around what is not in `other`, which may be NULL.
static pv_str quote_of(printing *in, const pv_clause *clause, const pv_clause *other) {
  pv_str words = pv_display_clean(in->arena, clause->quote);
  size_t start = other ? common_start(words, pv_display_clean(in->arena, other->quote)) : 0;
  words =
      pv_display_cut(in->arena, (pv_str){words.data + start, words.size - start}, LONGEST_QUOTE);
  return pv_str_printf(in->arena, "%s" PV_STR_FMT, start ? "… " : "", PV_STR_ARG(words));
}

static void put_quote(printing *in, const char *label, const pv_report *report,
                      const pv_clause *clause, const pv_clause *other) {
  if (!clause) return;
  pv_str words = quote_of(in, clause, other);
  pv_str place = PV_STR("");
  if (report->text) {
    uint32_t line, column;
    pv_report_place(report, clause->span.start, &line, &column);
    place = pv_str_printf(in->arena, "%u:%u  ", (unsigned)line, (unsigned)column);
  }
  put_line(in, pv_str_from(label),
           pv_str_printf(in->arena, PV_STR_FMT "“" PV_STR_FMT "”", PV_STR_ARG(place),
                         PV_STR_ARG(words)));
}

static void put_change(printing *in, const pv_clause_change *change) {
  put_name(in, change);
  put_slots(in, change);
  put_quote(in, "before", pv_diff_before(in->diff), change->before, change->after);
  put_quote(in, "after", pv_diff_after(in->diff), change->after, change->before);
  pv_page_end_line(in->page);
}

// "new   new.txt:8:87: high DEF001 …"
static size_t put_findings(printing *in, bool is_new) {
  const pv_report *report = is_new ? pv_diff_after(in->diff) : pv_diff_before(in->diff);
  size_t shown = 0;
  for (size_t i = 0; i < pv_diff_finding_count(in->diff); i++) {
    const pv_finding_change *finding = pv_diff_finding(in->diff, i);
    const pv_ambiguity *one = finding->ambiguity;
    if (finding->is_new != is_new || one->severity < in->options->min_severity) continue;
    pv_str place = pv_display_path(in->arena, report->uri);
    if (report->text) {
      uint32_t line, column;
      pv_report_place(report, one->span.start, &line, &column);
      place = pv_str_printf(in->arena, PV_STR_FMT ":%u:%u", PV_STR_ARG(place), (unsigned)line,
                            (unsigned)column);
    }
    pv_page_go_to(in->page, 2);
    pv_page_put(in->page, is_new ? PV_STYLE_RED : PV_STYLE_GREEN,
                is_new ? PV_STR("new") : PV_STR("gone"));
    pv_page_go_to(in->page, INDENT);
    pv_page_put(in->page, PV_STYLE_PLAIN,
                pv_str_printf(in->arena, PV_STR_FMT ": %s " PV_STR_FMT " " PV_STR_FMT,
                              PV_STR_ARG(place), pv_severity_name(one->severity),
                              PV_STR_ARG(one->code),
                              PV_STR_ARG(pv_display_clean(in->arena, one->message))));
    pv_page_end_line(in->page);
    shown++;
  }
  return shown;
}

static void put_counts(printing *in) {
  size_t counts[PV_CHANGE_KIND_COUNT] = {0}, findings[2] = {0};
  for (size_t i = 0; i < pv_diff_clause_count(in->diff); i++)
    counts[pv_diff_clause(in->diff, i)->kind]++;
  for (size_t i = 0; i < pv_diff_finding_count(in->diff); i++)
    findings[pv_diff_finding(in->diff, i)->is_new]++;
  size_t changed = counts[PV_CHANGE_CHANGED], new_findings = findings[true];
  pv_page_put(in->page, PV_STYLE_PLAIN,
              pv_str_printf(in->arena,
                            "%zu clause%s changed, %zu added, %zu removed, %zu reworded, %zu the "
                            "same · %zu new finding%s, %zu gone",
                            changed, changed == 1 ? "" : "s", counts[PV_CHANGE_ADDED],
                            counts[PV_CHANGE_REMOVED], counts[PV_CHANGE_REWORDED],
                            pv_diff_same_count(in->diff), new_findings,
                            new_findings == 1 ? "" : "s", findings[false]));
  pv_page_end_line(in->page);
}

void pv_diff_print_text(const pv_diff *diff, const pv_write_options *options, pv_page *page,
                        pv_arena *arena) {
  printing in = {diff, options, page, arena};
  put_head(&in);
  put_facts(&in);
  for (size_t i = 0; i < pv_diff_clause_count(diff); i++) put_change(&in, pv_diff_clause(diff, i));
  size_t shown = put_findings(&in, true);
  shown += put_findings(&in, false);
  if (shown) pv_page_end_line(page);
  put_counts(&in);
}
