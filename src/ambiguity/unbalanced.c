// TXT001: a bracket or a quotation mark in a clause without its other half.
#include "ambiguity/checks.h"
#include "base/str.h"
#include "value/reader.h"

enum { MOST_OPEN = 16 };

typedef struct {
  uint32_t tokens[MOST_OPEN];
  char marks[MOST_OPEN];
  size_t count;
} open_list;

static char closing(char mark) { return mark == '(' ? ')' : mark == '[' ? ']' : 0; }

// "a)" and "1)" number things.
static bool is_enumerator(const pv_value_reader *reader, uint32_t at) {
  return at > 0 && pv_reader_bytes(reader, at - 1).size <= 4;
}

static void report_mark(pv_checking *checking, const pv_clause *clause, uint32_t token) {
  pv_span at = pv_token_span(&checking->findings->text->tokens.items[token]);
  pv_str mark = pv_str_slice(checking->findings->text->bytes, at);
  pv_checking_add(checking, (pv_finding){
                                .severity = PV_SEVERITY_LOW,
                                .clause = clause,
                                .slot = pv_checking_slot_at(clause, at),
                                .span = at,
                                .message = pv_str_printf(checking->arena,
                                                         "\"" PV_STR_FMT "\" has no other half in "
                                                         "this sentence: where the aside ends may "
                                                         "change what it says",
                                                         PV_STR_ARG(mark)),
                            });
}

// Returns false where there is more open than can be kept.
static bool read_mark(pv_checking *checking, const pv_value_reader *reader, const pv_clause *clause,
                      uint32_t at, open_list *open) {
  char mark = pv_reader_mark(reader, at);
  if (mark == '"') {
    bool closes = open->count && open->marks[open->count - 1] == '"';
    if (closes) return open->count--, true;
  } else if (mark == ')' || mark == ']') {
    bool closes = open->count && closing(open->marks[open->count - 1]) == mark;
    if (closes) return open->count--, true;
    if (!is_enumerator(reader, at)) report_mark(checking, clause, at);
    return true;
  } else if (!closing(mark)) {
    return true;
  }
  if (open->count == MOST_OPEN) return false;
  open->tokens[open->count] = at;
  open->marks[open->count++] = mark;
  return true;
}

static void check_clause(pv_checking *checking, const pv_value_reader *reader,
                         const pv_clause *clause) {
  const pv_text *text = checking->findings->text;
  uint32_t sentence = pv_checking_sentence(checking, clause), first, end;
  if (sentence == PV_NO_SENTENCE) return;
  // What is opened in a list may be closed in another item of it.
  if (text->sentences.items[sentence].flags & (PV_SENTENCE_ITEM | PV_SENTENCE_TABLE)) return;
  pv_checking_tokens(checking, clause->span, &first, &end);
  if (end <= first || pv_reader_mark(reader, end - 1) != '.') return;
  open_list open = {0};
  for (uint32_t at = first; at < end; at++)
    if (!read_mark(checking, reader, clause, at, &open)) return;
  for (size_t i = 0; i < open.count; i++) report_mark(checking, clause, open.tokens[i]);
}

void pv_check_unbalanced(pv_checking *checking) {
  const pv_report *report = checking->report;
  pv_value_reader reader = pv_value_reader_make(checking->scratch, checking->findings->text);
  for (size_t i = 0; i < report->clause_count; i++) {
    bool again = i && report->clauses[i - 1].span.start == report->clauses[i].span.start;
    if (!again) check_clause(checking, &reader, &report->clauses[i]);
  }
}
