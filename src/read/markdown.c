// Markdown: the file with its markup as blanks, so that words read as words and every offset stays
// that of the file.
//
// Blanked are the marks of headings and quotations at the start of a line, and pairs of emphasis
// and code marks around words, as CommonMark pairs them in the simple cases. What has no partner
// stays:
// "***" may be a redaction, and a star alone is a bullet.
#include <string.h>

#include "base/str.h"
#include "read/formats.h"

enum { MOST_MARKS = 3, MOST_OPEN = 32 };

typedef struct {
  char *text;
  size_t size;
} buffer;

static void blank(buffer b, size_t from, size_t to) { memset(b.text + from, ' ', to - from); }

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// A letter, a digit, or a byte of a letter beyond ASCII.
static bool is_wordy(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c < 0;
}

// "## 1. Definitions", "> quoted"
static size_t blank_line_start(buffer b, size_t at) {
  size_t pos = at;
  while (pos < b.size && pos < at + MOST_MARKS && b.text[pos] == ' ') pos++;
  size_t mark = pos;
  while (pos < b.size && b.text[pos] == '#' && pos < mark + 6) pos++;
  bool is_heading = pos > mark && pos < b.size && is_space(b.text[pos]);
  bool is_quotation = pos == mark && pos < b.size && b.text[pos] == '>';
  if (!is_heading && !is_quotation) return at;
  pos += is_quotation;
  blank(b, mark, pos);
  return pos;
}

typedef struct {
  size_t at;
  size_t size;
  char mark;
} run;

// A run of marks that may open or close emphasis, by what stands beside it.
static bool opens(buffer b, run r) {
  char before = r.at ? b.text[r.at - 1] : ' ';
  size_t end = r.at + r.size;
  char after = end < b.size ? b.text[end] : ' ';
  bool is_clear = is_space(before) || (!is_wordy(before) && before != ']');
  return is_clear && (is_wordy(after) || after == '"' || after == '(' || after == '$');
}

static bool closes(buffer b, run r) {
  char before = r.at ? b.text[r.at - 1] : ' ';
  size_t end = r.at + r.size;
  char after = end < b.size ? b.text[end] : ' ';
  return !is_space(before) && before != '[' && !is_wordy(after);
}

static run run_at(buffer b, size_t at) {
  run r = {at, 1, b.text[at]};
  while (at + r.size < b.size && b.text[at + r.size] == r.mark) r.size++;
  return r;
}

// The pairs of one paragraph. `open` is a stack of the runs that wait for a partner.
typedef struct {
  run open[MOST_OPEN];
  size_t count;
} waiting;

static void read_run(buffer b, waiting *w, run r) {
  if (r.size > MOST_MARKS) return;
  for (size_t i = w->count; closes(b, r) && i-- > 0;) {
    run partner = w->open[i];
    if (partner.mark != r.mark || partner.size != r.size) continue;
    blank(b, partner.at, partner.at + partner.size);
    blank(b, r.at, r.at + r.size);
    w->count = i;
    return;
  }
  if (!opens(b, r)) return;
  if (w->count == MOST_OPEN) w->count = 0;
  w->open[w->count++] = r;
}

static void blank_markup(buffer b) {
  waiting w = {.count = 0};
  for (size_t pos = 0; pos < b.size;) {
    bool starts_line = pos == 0 || b.text[pos - 1] == '\n';
    if (starts_line && b.text[pos] == '\n') w.count = 0; // a blank line ends the paragraph
    if (starts_line) {
      size_t behind = blank_line_start(b, pos);
      if (behind > pos) {
        pos = behind;
        continue;
      }
    }
    char c = b.text[pos];
    if (c != '*' && c != '_' && c != '`') {
      pos++;
      continue;
    }
    run r = run_at(b, pos);
    read_run(b, &w, r);
    pos += r.size;
  }
}

bool pv_read_markdown(pv_reading *reading, pv_error *err) {
  if (!pv_read_text(reading, err)) return false;
  pv_str copy = pv_str_copy(reading->arena, reading->text);
  blank_markup((buffer){(char *)(uintptr_t)copy.data, copy.size});
  reading->text = copy;
  return true;
}
