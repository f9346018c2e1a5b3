// text: a block for each document, then what the run comes to.
#include "base/str.h"
#include "base/vector.h"
#include "write/formats.h"
#include "write/place.h"
#include "write/text_clause.h"
#include "write/text_conflict.h"
#include "write/text_summary.h"
#include "write/text_value.h"

enum { NARROWEST = 72, USUAL = 80, WIDEST = 100 };

static const pv_style severity_styles[] = {
    [PV_SEVERITY_INFO] = PV_STYLE_DIM,
    [PV_SEVERITY_LOW] = PV_STYLE_PLAIN,
    [PV_SEVERITY_MEDIUM] = PV_STYLE_YELLOW,
    [PV_SEVERITY_HIGH] = PV_STYLE_RED,
};

void pv_text_begin(pv_writer *writer) {
  int width = writer->options.width ? writer->options.width : USUAL;
  pv_text_state *state = PV_NEW(writer->arena, pv_text_state);
  state->page = (pv_page){
      .output = &writer->output,
      .width = width < NARROWEST ? NARROWEST
               : width > WIDEST  ? WIDEST
                                 : (size_t)width,
      .color = writer->options.color,
  };
  writer->state = state;
}

// "Hosting Agreement · 2 March 2026 · Meridia Labs, Inc. / Halden Cloud Ltd."
static pv_str describe(pv_arena *arena, const pv_report *report) {
  const pv_document_facts *facts = &report->facts;
  pv_buffer out = {.arena = arena};
  if (facts->title.value.size)
    pv_buffer_add(&out, pv_display_clean(arena, facts->title.value));
  else if (facts->kind.size)
    pv_buffer_add(&out, pv_display_name(arena, facts->kind));
  if (facts->agreement_date.value.size) {
    if (out.size) pv_buffer_add(&out, PV_STR(" · "));
    pv_buffer_add(&out, pv_display_date(arena, facts->agreement_date.value));
  }
  for (size_t i = 0; i < report->party_count; i++) {
    if (out.size) pv_buffer_add(&out, i ? PV_STR(" / ") : PV_STR(" · "));
    pv_buffer_add(&out, pv_display_clean(arena, report->parties[i].name));
  }
  return pv_buffer_str(&out);
}

static void put_title(pv_page *page, pv_arena *arena, const pv_report *report, pv_str uri) {
  pv_str about = describe(arena, report);
  if (!report->clause_count)
    about =
        pv_str_printf(arena, PV_STR_FMT "%sno clauses", PV_STR_ARG(about), about.size ? " · " : "");
  pv_page_put(page, PV_STYLE_BOLD, uri);
  pv_page_go_to(page, page->column + 2);
  pv_page_wrap(page, PV_STYLE_PLAIN, about, 2, page->width);
  pv_page_end_line(page);
}

// "path:line:column: severity CODE message", not wrapped, so that other programs can read it.
typedef struct {
  pv_str severity;
  pv_str code;
  pv_str message;
  pv_span span;
  pv_style style;
} line;

// " (page 3)": where the file has places of its own.
static void put_source(pv_page *page, pv_arena *arena, const pv_report *report, pv_span at) {
  if (!report->document || at.start >= at.end) return; // of the whole document
  pv_origin source = pv_document_locate(report->document, at.start);
  static const char *const nouns[] = {[PV_ORIGIN_PARAGRAPH] = "paragraph",
                                      [PV_ORIGIN_ELEMENT] = "line of the file",
                                      [PV_ORIGIN_PAGE] = "page"};
  if (source.kind != PV_ORIGIN_BYTE)
    pv_page_put(page, PV_STYLE_DIM,
                pv_str_printf(arena, " (%s %u)", nouns[source.kind], (unsigned)source.number));
}

static void put_line(pv_page *page, const pv_report *report, pv_arena *arena, pv_placer *placer,
                     pv_str uri, bool indented, const line *l) {
  uint32_t number, column;
  pv_placer_find(placer, l->span.start, &number, &column);
  if (indented) pv_page_go_to(page, 2);
  pv_page_put(page, PV_STYLE_PLAIN,
              pv_str_printf(arena, PV_STR_FMT ":%u:%u: ", PV_STR_ARG(uri), (unsigned)number,
                            (unsigned)column));
  pv_page_put(page, l->style, l->severity);
  pv_page_put(page, PV_STYLE_PLAIN, PV_STR(" "));
  pv_page_put(page, PV_STYLE_BOLD, l->code);
  pv_page_put(page, PV_STYLE_PLAIN, PV_STR(" "));
  pv_page_put(page, PV_STYLE_PLAIN, pv_display_clean(arena, l->message));
  put_source(page, arena, report, l->span);
  pv_page_end_line(page);
}

static size_t count_findings(const pv_writer *writer, const pv_report *report) {
  size_t count = report->diagnostic_count;
  for (size_t i = 0; i < report->ambiguity_count; i++)
    count += report->ambiguities[i].severity >= writer->options.min_severity;
  return count;
}

// How many diagnostics from `first` on say the same: one line stands for many of them.
static size_t count_alike(const pv_report *report, size_t first) {
  enum { MOST_SHOWN = 3 };
  const pv_report_diagnostic *d = &report->diagnostics[first];
  size_t end = first + 1;
  while (end < report->diagnostic_count && pv_str_equal(report->diagnostics[end].id, d->id) &&
         pv_str_equal(report->diagnostics[end].message, d->message))
    end++;
  return end - first > MOST_SHOWN ? end - first : 1;
}

static void put_findings(pv_writer *writer, const pv_report *report, pv_str uri) {
  pv_text_state *state = writer->state;
  pv_placer placer = {.text = report->text};
  bool indented = !writer->options.findings_only;
  for (size_t i = 0; i < report->ambiguity_count; i++) {
    const pv_ambiguity *a = &report->ambiguities[i];
    if (a->severity < writer->options.min_severity) continue;
    put_line(&state->page, report, writer->scratch, &placer, uri, indented,
             &(line){pv_str_from(pv_severity_name(a->severity)), a->code, a->message, a->span,
                     severity_styles[a->severity]});
  }
  for (size_t i = 0, alike; i < report->diagnostic_count; i += alike) {
    const pv_report_diagnostic *d = &report->diagnostics[i];
    alike = count_alike(report, i);
    pv_str message = d->message;
    if (alike > 1)
      message = pv_str_printf(writer->scratch, PV_STR_FMT ", and in %zu more places",
                              PV_STR_ARG(message), alike - 1);
    put_line(&state->page, report, writer->scratch, &placer, uri, indented,
             &(line){d->severity, d->id, message, d->span, PV_STYLE_YELLOW});
  }
}

static pv_style family_style(const pv_summary *summary, pv_str family) {
  static const pv_style styles[] = {PV_STYLE_CYAN, PV_STYLE_MAGENTA, PV_STYLE_GREEN, PV_STYLE_BLUE};
  size_t i = 0;
  while (i < summary->family_count && !pv_str_equal(summary->families[i], family)) i++;
  return styles[i % (sizeof styles / sizeof *styles)];
}

static void put_clauses(pv_writer *writer, const pv_report *report) {
  pv_text_state *state = writer->state;
  pv_clause_notes notes = pv_clause_notes_new(writer->scratch, report);
  for (size_t i = 0; i < report->clause_count; i++) {
    const pv_clause *clause = &report->clauses[i];
    pv_page_end_line(&state->page);
    pv_page_put_clause(&state->page, writer->scratch, report, clause, notes,
                       family_style(&writer->summary, clause->family));
  }
}

static void keep_row(pv_writer *writer, const pv_report *report, pv_str uri) {
  pv_text_state *state = writer->state;
  pv_text_row row = {.uri = pv_str_copy(writer->arena, uri), .clauses = report->clause_count};
  for (size_t i = 0; i < report->ambiguity_count; i++) row.found[report->ambiguities[i].severity]++;
  PV_PUSH(writer->arena, &state->rows, row);
}

// A block has a blank line before and behind it, a document without clauses is one line.
void pv_text_document(pv_writer *writer, const pv_report *report) {
  if (writer->run.portfolio) return; // what is found between the documents comes at the end
  pv_text_state *state = writer->state;
  pv_str uri = pv_display_path(writer->scratch, report->uri);
  keep_row(writer, report, uri);
  if (writer->options.findings_only) {
    put_findings(writer, report, uri);
    return;
  }
  if (state->after_line && report->clause_count) pv_page_end_line(&state->page);
  put_title(&state->page, writer->scratch, report, uri);
  put_clauses(writer, report);
  if (report->clause_count && count_findings(writer, report)) pv_page_end_line(&state->page);
  put_findings(writer, report, uri);
  if (report->clause_count) pv_page_end_line(&state->page);
  state->after_line = !report->clause_count;
}

void pv_text_failure(pv_writer *writer, pv_str uri, const pv_error *why) {
  pv_text_state *state = writer->state;
  pv_text_failed failed = {
      .uri = pv_str_copy(writer->arena, pv_display_path(writer->scratch, uri)),
      .message =
          pv_str_copy(writer->arena, pv_display_clean(writer->scratch, pv_str_from(why->message))),
  };
  PV_PUSH(writer->arena, &state->failures, failed);
}

void pv_text_end(pv_writer *writer) {
  if (writer->run.portfolio) pv_text_put_conflicts(writer);
  pv_text_summarise(writer);
}
