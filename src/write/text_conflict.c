#include "write/text_conflict.h"

#include "base/str.h"
#include "portfolio/kind.h"
#include "write/text_summary.h"
#include "write/text_value.h"

enum { INDENT = 7, NAME = 11, RELATION = 10 }; // columns

static const pv_style severity_styles[] = {
    [PV_SEVERITY_INFO] = PV_STYLE_DIM,
    [PV_SEVERITY_LOW] = PV_STYLE_PLAIN,
    [PV_SEVERITY_MEDIUM] = PV_STYLE_YELLOW,
    [PV_SEVERITY_HIGH] = PV_STYLE_RED,
};

static const pv_style relation_styles[] = {
    [PV_RELATION_DISJOINT] = PV_STYLE_GREEN,
    [PV_RELATION_UNKNOWN] = PV_STYLE_YELLOW,
    [PV_RELATION_OVERLAP] = PV_STYLE_RED,
    [PV_RELATION_SAME] = PV_STYLE_RED,
};

static const char *const verdicts[] = {
    [PV_VERDICT_DISJOINT] = "no conflict",
    [PV_VERDICT_CANNOT_RULE_OUT] = "cannot be ruled out",
    [PV_VERDICT_OVERLAP] = "overlap",
};

// "x1  high PORT001 Two people were promised the same exclusivity · cannot be ruled out"
static void put_head(pv_page *page, const pv_conflict *conflict) {
  const pv_conflict_kind *kind = pv_conflict_kind_find(conflict->code);
  pv_page_go_to(page, 2);
  pv_page_put(page, PV_STYLE_BOLD, conflict->id);
  pv_page_go_to(page, INDENT > page->column + 2 ? INDENT : page->column + 2);
  pv_page_put(page, severity_styles[conflict->severity],
              pv_str_from(pv_severity_name(conflict->severity)));
  pv_page_put(page, PV_STYLE_PLAIN, PV_STR(" "));
  pv_page_put(page, PV_STYLE_BOLD, conflict->code);
  pv_page_put(page, PV_STYLE_PLAIN, PV_STR(" "));
  pv_page_wrap(page, PV_STYLE_PLAIN, pv_str_from(kind ? kind->title : ""), INDENT, page->width);
  pv_str verdict = pv_str_from(verdicts[conflict->verdict]);
  if (page->column + 3 + pv_display_width(verdict) > page->width) {
    pv_page_end_line(page);
    pv_page_go_to(page, INDENT);
  } else {
    pv_page_put(page, PV_STYLE_PLAIN, PV_STR(" · "));
  }
  pv_page_put(page,
              relation_styles[conflict->verdict == PV_VERDICT_OVERLAP    ? PV_RELATION_OVERLAP
                              : conflict->verdict == PV_VERDICT_DISJOINT ? PV_RELATION_DISJOINT
                                                                         : PV_RELATION_UNKNOWN],
              verdict);
  pv_page_end_line(page);
}

// "agreement.txt:9:21  2.1  exclusive appointment", and its first words below.
static void put_side(pv_page *page, pv_arena *arena, const pv_conflict_side *side) {
  pv_page_go_to(page, INDENT);
  pv_str uri = pv_display_path(arena, side->uri);
  pv_page_put(page, PV_STYLE_BOLD,
              pv_str_printf(arena, PV_STR_FMT ":%u:%u", PV_STR_ARG(uri), (unsigned)side->line,
                            (unsigned)side->column));
  pv_page_go_to(page, page->column + 2);
  pv_str about =
      pv_str_printf(arena, PV_STR_FMT "%s" PV_STR_FMT, PV_STR_ARG(side->section),
                    side->section.size ? "  " : "", PV_STR_ARG(pv_display_name(arena, side->kind)));
  pv_page_wrap(page, PV_STYLE_PLAIN, about, INDENT, page->width);
  pv_page_end_line(page);
  pv_page_go_to(page, INDENT);
  pv_str quote = pv_display_clean(arena, side->quote);
  pv_page_wrap(page, PV_STYLE_DIM, pv_str_printf(arena, "“" PV_STR_FMT "”", PV_STR_ARG(quote)),
               INDENT, page->width);
  pv_page_end_line(page);
}

static pv_str words_of(pv_arena *arena, pv_str words) {
  return words.size ? pv_display_clean(arena, words) : PV_STR("–");
}

// "subject    unknown   Stateless APIs | Agent Platform"
static void put_dimension(pv_page *page, pv_arena *arena, const pv_conflict *conflict,
                          pv_dimension dimension) {
  pv_relation relation = conflict->dimensions[dimension];
  pv_str left = words_of(arena, conflict->left.words[dimension]);
  pv_str right = words_of(arena, conflict->right.words[dimension]);
  pv_page_go_to(page, INDENT);
  pv_page_put(page, PV_STYLE_DIM, pv_str_from(pv_dimension_name(dimension)));
  pv_page_go_to(page, INDENT + NAME);
  pv_page_put(page, relation_styles[relation], pv_str_from(pv_relation_name(relation)));
  pv_page_go_to(page, INDENT + NAME + RELATION);
  pv_str both = pv_str_equal(left, right) ? left
                                          : pv_str_printf(arena, PV_STR_FMT " | " PV_STR_FMT,
                                                          PV_STR_ARG(left), PV_STR_ARG(right));
  pv_page_wrap(page, PV_STYLE_PLAIN, both, INDENT + NAME + RELATION, page->width);
  pv_page_end_line(page);
}

static void put_undecided(pv_page *page, pv_arena *arena, const pv_conflict *conflict) {
  pv_str words = {"", 0};
  for (size_t i = 0; i < conflict->unresolved_count; i++)
    words = pv_str_printf(arena, PV_STR_FMT "%s“" PV_STR_FMT "”", PV_STR_ARG(words), i ? ", " : "",
                          PV_STR_ARG(pv_display_clean(arena, conflict->unresolved_terms[i])));
  if (!words.size) return;
  pv_page_go_to(page, INDENT);
  pv_page_put(page, PV_STYLE_DIM, PV_STR("decided by"));
  pv_page_go_to(page, INDENT + NAME);
  pv_page_wrap(page, PV_STYLE_PLAIN, words, INDENT + NAME, page->width);
  pv_page_end_line(page);
}

// "same one   hosting.txt:5:210: Borealis Systems Corporation trades as Stratara"
static void put_ties(pv_page *page, pv_arena *arena, const pv_conflict *conflict) {
  static const struct {
    const char *kind;
    const char *words;
  } kinds[] = {{"alias", "is also called"},
               {"brand", "trades as"},
               {"former", "was, or took the place of,"},
               {"parent", "is of the group of"}};
  for (size_t i = 0; i < conflict->tie_count; i++) {
    const pv_tie *tie = &conflict->ties[i];
    const char *words = "";
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
      if (pv_str_equal(tie->kind, pv_str_from(kinds[k].kind))) words = kinds[k].words;
    pv_str line =
        pv_str_printf(arena, PV_STR_FMT ":%u:%u: " PV_STR_FMT " %s " PV_STR_FMT,
                      PV_STR_ARG(pv_display_path(arena, tie->uri)), (unsigned)tie->line,
                      (unsigned)tie->column, PV_STR_ARG(tie->name), words, PV_STR_ARG(tie->other));
    pv_page_go_to(page, INDENT);
    pv_page_put(page, PV_STYLE_DIM, PV_STR("tied by"));
    pv_page_go_to(page, INDENT + NAME);
    pv_page_wrap(page, PV_STYLE_PLAIN, pv_display_clean(arena, line), INDENT + NAME, page->width);
    pv_page_end_line(page);
  }
}

static void put_conflict(pv_page *page, pv_arena *arena, const pv_conflict *conflict) {
  put_head(page, conflict);
  put_side(page, arena, &conflict->left);
  put_side(page, arena, &conflict->right);
  for (pv_dimension i = 0; i < PV_DIMENSION_COUNT; i++) put_dimension(page, arena, conflict, i);
  put_undecided(page, arena, conflict);
  put_ties(page, arena, conflict);
  pv_page_go_to(page, INDENT);
  pv_page_wrap(page, PV_STYLE_PLAIN, pv_display_clean(arena, conflict->reason), INDENT,
               page->width);
  pv_page_end_line(page);
  pv_page_end_line(page);
}

// "amendment.txt:7:19  2  rates: 0.2, as in hosting.txt:21:20  4.1"
static void put_resolved(pv_page *page, pv_arena *arena, const pv_resolved *resolved) {
  const pv_conflict_side *from = &resolved->from, *by = &resolved->by;
  pv_str line =
      pv_str_printf(arena,
                    PV_STR_FMT ":%u:%u  " PV_STR_FMT "  " PV_STR_FMT ": " PV_STR_FMT
                               ", as in " PV_STR_FMT ":%u:%u  " PV_STR_FMT,
                    PV_STR_ARG(pv_display_path(arena, from->uri)), (unsigned)from->line,
                    (unsigned)from->column, PV_STR_ARG(from->section), PV_STR_ARG(resolved->slot),
                    PV_STR_ARG(resolved->value), PV_STR_ARG(pv_display_path(arena, by->uri)),
                    (unsigned)by->line, (unsigned)by->column, PV_STR_ARG(by->section));
  pv_page_go_to(page, 2);
  pv_page_wrap(page, PV_STYLE_PLAIN, pv_display_clean(arena, line), INDENT, page->width);
  pv_page_end_line(page);
}

static void put_all_resolved(pv_page *page, pv_arena *arena, const pv_portfolio *portfolio) {
  size_t count = pv_portfolio_resolved_count(portfolio);
  if (!count) return;
  pv_page_go_to(page, 2);
  pv_page_put(page, PV_STYLE_BOLD, PV_STR("What clauses leave to another document"));
  pv_page_end_line(page);
  for (size_t i = 0; i < count; i++) put_resolved(page, arena, pv_portfolio_resolved(portfolio, i));
  pv_page_end_line(page);
}

void pv_text_put_conflicts(pv_writer *writer) {
  pv_text_state *state = writer->state;
  const pv_portfolio *portfolio = writer->run.portfolio;
  for (size_t i = 0; i < pv_portfolio_conflict_count(portfolio); i++) {
    const pv_conflict *conflict = pv_portfolio_conflict(portfolio, i);
    if (conflict->severity < writer->options.min_severity) continue;
    put_conflict(&state->page, writer->scratch, conflict);
  }
  put_all_resolved(&state->page, writer->scratch, portfolio);
}
