#include "write/text_summary.h"

#include "base/str.h"
#include "write/text_value.h"

enum { NUMBER = 9 }; // columns of a number in the table

enum { MOST_EMPTY = 10 }; // documents with nothing in them that a table names

static void put_failures(pv_writer *writer) {
  pv_text_state *state = writer->state;
  pv_page *page = &state->page;
  if (!state->failures.count) return;
  if (state->after_line) pv_page_end_line(page);
  for (size_t i = 0; i < state->failures.count; i++) {
    pv_page_put(page, PV_STYLE_BOLD, state->failures.items[i].uri);
    pv_page_put(page, PV_STYLE_PLAIN, PV_STR(": "));
    pv_page_put(page, PV_STYLE_RED, PV_STR("not read"));
    pv_page_put(page, PV_STYLE_PLAIN, PV_STR(": "));
    pv_page_wrap(page, PV_STYLE_PLAIN, state->failures.items[i].message, 2, page->width);
    pv_page_end_line(page);
  }
  pv_page_end_line(page);
  state->after_line = false;
}

// The end of a long path says more than its start.
static pv_str shorten_path(pv_arena *arena, pv_str path, size_t width) {
  size_t columns = pv_display_width(path);
  if (columns <= width) return path;
  size_t skip = pv_display_fit(path, columns - width + 1);
  return pv_str_printf(arena, "…" PV_STR_FMT, (int)(path.size - skip), path.data + skip);
}

static void put_number(pv_page *page, size_t end, size_t number, pv_style style) {
  char digits[24];
  int size = snprintf(digits, sizeof digits, "%zu", number);
  pv_page_go_to(page, end - (size_t)size);
  pv_page_put(page, number ? style : PV_STYLE_DIM, pv_str_from(digits));
}

// Where the numbers of a column end, counted from that of the clauses.
static size_t end_of_column(size_t first, size_t column) { return first + column * NUMBER; }

static void put_row(pv_page *page, pv_arena *arena, const pv_text_row *row, size_t first) {
  pv_page_put(page, PV_STYLE_PLAIN, shorten_path(arena, row->uri, first - NUMBER));
  put_number(page, first, row->clauses, PV_STYLE_PLAIN);
  put_number(page, end_of_column(first, 1), row->found[PV_SEVERITY_HIGH], PV_STYLE_RED);
  put_number(page, end_of_column(first, 2), row->found[PV_SEVERITY_MEDIUM], PV_STYLE_YELLOW);
  put_number(page, end_of_column(first, 3),
             row->found[PV_SEVERITY_LOW] + row->found[PV_SEVERITY_INFO], PV_STYLE_PLAIN);
  pv_page_end_line(page);
}

static bool is_empty(const pv_text_row *row) {
  size_t all = row->clauses;
  for (size_t i = 0; i < PV_SEVERITY_COUNT; i++) all += row->found[i];
  return !all;
}

static size_t count_empty(const pv_text_state *state) {
  size_t count = 0;
  for (size_t i = 0; i < state->rows.count; i++) count += is_empty(&state->rows.items[i]);
  return count;
}

static void put_table(pv_writer *writer) {
  static const char *const heads[] = {"clauses", "high", "medium", "lower"};
  pv_text_state *state = writer->state;
  pv_page *page = &state->page;
  if (state->rows.count < 2) return;
  if (state->after_line) pv_page_end_line(page);
  size_t longest = strlen("document");
  for (size_t i = 0; i < state->rows.count; i++) {
    size_t columns = pv_display_width(state->rows.items[i].uri);
    if (columns > longest) longest = columns;
  }
  size_t first = longest + NUMBER;
  size_t last = page->width - end_of_column(0, 3);
  if (first > last) first = last;
  pv_page_put(page, PV_STYLE_BOLD, PV_STR("document"));
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
    pv_page_go_to(page, end_of_column(first, i) - strlen(heads[i]));
    pv_page_put(page, PV_STYLE_BOLD, pv_str_from(heads[i]));
  }
  pv_page_end_line(page);
  bool names_all = count_empty(state) <= MOST_EMPTY;
  for (size_t i = 0; i < state->rows.count; i++)
    if (names_all || !is_empty(&state->rows.items[i]))
      put_row(page, writer->scratch, &state->rows.items[i], first);
  if (!names_all) {
    pv_page_put(page, PV_STYLE_DIM,
                pv_str_printf(writer->scratch, "%zu documents have neither clauses nor findings",
                              count_empty(state)));
    pv_page_end_line(page);
  }
  pv_page_end_line(page);
  state->after_line = false;
}

static const char *plural(size_t count) { return count == 1 ? "" : "s"; }

// "4 clauses (2 exclusivity, 1 IP license, 1 revenue share)"
static void add_clauses(pv_buffer *out, const pv_summary *summary) {
  size_t all = 0;
  for (size_t i = 0; i < summary->family_count; i++) all += summary->clauses[i];
  pv_buffer_printf(out, "%zu clause%s", all, plural(all));
  const char *between = " (";
  for (size_t i = 0; i < summary->family_count; i++) {
    if (!summary->clauses[i]) continue;
    pv_str family = pv_display_name(out->arena, summary->families[i]);
    pv_buffer_printf(out, "%s%zu " PV_STR_FMT, between, summary->clauses[i], PV_STR_ARG(family));
    between = ", ";
  }
  if (all) pv_buffer_add_char(out, ')');
}

// "5 high, 8 medium, 2 lower findings (--min-severity info shows all)"
static void add_findings(pv_buffer *out, const pv_writer *writer) {
  const size_t *found = writer->summary.ambiguities;
  size_t counts[] = {found[PV_SEVERITY_HIGH], found[PV_SEVERITY_MEDIUM],
                     found[PV_SEVERITY_LOW] + found[PV_SEVERITY_INFO]};
  static const char *const names[] = {"high", "medium", "lower"};
  size_t all = counts[0] + counts[1] + counts[2], hidden = 0;
  for (size_t i = 0; i < writer->options.min_severity; i++) hidden += found[i];
  const char *between = "";
  for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
    if (!counts[i]) continue;
    pv_buffer_printf(out, "%s%zu %s", between, counts[i], names[i]);
    between = ", ";
  }
  if (all)
    pv_buffer_printf(out, " finding%s", plural(all));
  else
    pv_buffer_add(out, PV_STR("no findings"));
  if (hidden) pv_buffer_add(out, PV_STR(" (--min-severity info shows all)"));
}

// "2 conflicts (1 overlaps, 1 cannot be ruled out), 3 pairs without one"
static void add_conflicts(pv_buffer *out, const pv_writer *writer) {
  const pv_portfolio *portfolio = writer->run.portfolio;
  size_t counts[PV_VERDICT_OVERLAP + 1] = {0}, hidden = 0;
  for (size_t i = 0; i < pv_portfolio_conflict_count(portfolio); i++) {
    const pv_conflict *conflict = pv_portfolio_conflict(portfolio, i);
    counts[conflict->verdict]++;
    hidden += conflict->severity < writer->options.min_severity;
  }
  size_t found = counts[PV_VERDICT_OVERLAP] + counts[PV_VERDICT_CANNOT_RULE_OUT];
  if (!found) pv_buffer_add(out, PV_STR("no conflicts"));
  if (found)
    pv_buffer_printf(out, "%zu conflict%s (%zu overlap, %zu cannot be ruled out)", found,
                     plural(found), counts[PV_VERDICT_OVERLAP], counts[PV_VERDICT_CANNOT_RULE_OUT]);
  size_t apart = pv_portfolio_disjoint_count(portfolio),
         left_out = pv_portfolio_left_out(portfolio);
  if (apart) pv_buffer_printf(out, ", %zu pair%s without one", apart, plural(apart));
  if (hidden) pv_buffer_add(out, PV_STR(" (--min-severity info shows all)"));
  if (left_out)
    pv_buffer_printf(out, ", %zu pairs not compared: the limit is %zu", left_out,
                     PV_PORTFOLIO_MOST_PAIRS);
}

static void add_documents(pv_buffer *out, const pv_writer *writer) {
  size_t documents = writer->summary.documents, failures = writer->summary.failures;
  pv_buffer_printf(out, "%zu document%s", documents, plural(documents));
  if (failures) pv_buffer_printf(out, ", %zu not read", failures);
  if (writer->milliseconds >= 10000)
    pv_buffer_printf(out, ", %lld s", (long long)writer->milliseconds / 1000);
  else if (writer->milliseconds >= 0)
    pv_buffer_printf(out, ", %lld ms", (long long)writer->milliseconds);
}

// A part that does not fit behind the others starts a line.
static void put_part(pv_page *page, pv_buffer part) {
  pv_str text = pv_buffer_str(&part);
  pv_str between = PV_STR(" · ");
  if (page->column &&
      page->column + pv_display_width(between) + pv_display_width(text) > page->width)
    pv_page_end_line(page);
  if (page->column) pv_page_put(page, PV_STYLE_PLAIN, between);
  pv_page_wrap(page, PV_STYLE_PLAIN, text, 0, page->width);
}

static void put_counts(pv_writer *writer) {
  pv_text_state *state = writer->state;
  pv_buffer clauses = {.arena = writer->scratch}, findings = clauses, documents = clauses;
  add_clauses(&clauses, &writer->summary);
  if (writer->run.portfolio)
    add_conflicts(&findings, writer);
  else
    add_findings(&findings, writer);
  add_documents(&documents, writer);
  if (state->after_line) pv_page_end_line(&state->page);
  put_part(&state->page, clauses);
  put_part(&state->page, findings);
  put_part(&state->page, documents);
  pv_page_end_line(&state->page);
}

void pv_text_summarise(pv_writer *writer) {
  if (writer->options.findings_only) return;
  put_failures(writer);
  if (!writer->run.portfolio) put_table(writer);
  put_counts(writer);
}
