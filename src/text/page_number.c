#include "text/furniture.h"

enum { MOST_DIGITS = 4, LONGEST_PAGE_NUMBER = 40, LONGEST_FOOTER = 160 };

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

static pv_str skip(pv_str text, size_t count) {
  return (pv_str){text.data + count, text.size - count};
}

// Skips blanks, dashes and the marks that are put around page numbers.
static pv_str skip_marks(pv_str text, bool *dash) {
  while (text.size) {
    char c = *text.data;
    if (c == '-' || c == '~' || c == '|')
      *dash = true;
    else if (c != ' ' && c != '\t')
      break;
    text = skip(text, 1);
  }
  return text;
}

static size_t read_digits(pv_str text, uint32_t *number) {
  size_t count = 0;
  uint32_t value = 0;
  while (count < text.size && count <= MOST_DIGITS && is_digit(text.data[count]))
    value = value * 10 + (uint32_t)(text.data[count++] - '0');
  if (count == 0 || count > MOST_DIGITS) return 0;
  *number = value;
  return count;
}

// "iv", "XII": a small number in roman figures, of one case.
static size_t read_roman(pv_str text, uint32_t *number) {
  static const char *const small[] = {"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                      "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                      "xv",   "xvi", "xvii", "xviii", "xix", "xx"};
  for (uint32_t i = 0; i < sizeof small / sizeof *small; i++) {
    pv_str roman = pv_str_from(small[i]);
    if (text.size < roman.size || (text.size > roman.size && is_letter(text.data[roman.size])))
      continue;
    if (!pv_str_equal_ignoring_case((pv_str){text.data, roman.size}, roman)) continue;
    *number = i + 1;
    return roman.size;
  }
  return 0;
}

static bool skip_word(pv_str *text, pv_str word) {
  if (text->size < word.size || !pv_str_equal_ignoring_case((pv_str){text->data, word.size}, word))
    return false;
  *text = skip(*text, word.size);
  return true;
}

// " of 20", "/20" behind the number.
static pv_str skip_total(pv_str text, bool *marked) {
  bool dash = false;
  uint32_t total;
  pv_str rest = skip_marks(text, &dash);
  if (!skip_word(&rest, PV_STR("of")) && !skip_word(&rest, PV_STR("/"))) return text;
  rest = skip_marks(rest, &dash);
  size_t count = read_digits(rest, &total);
  if (count == 0) return text;
  *marked = true;
  return skip(rest, count);
}

// "3    4": the number of a page and that of the next one, where pages were joined.
static pv_str skip_next(pv_str text, uint32_t number) {
  bool dash = false;
  uint32_t next;
  pv_str rest = skip_marks(text, &dash);
  bool apart = rest.size < text.size && rest.data[-1] == ' ';
  size_t count = apart ? read_digits(rest, &next) : 0;
  return count && next == number + 1 ? skip(rest, count) : text;
}

bool pv_page_number_read(pv_str text, uint32_t *number, bool *marked) {
  bool before = false, behind = false;
  *marked = false;
  if (text.size > LONGEST_PAGE_NUMBER) return false;
  text = skip_marks(text, &before);
  if (skip_word(&text, PV_STR("page"))) *marked = true;
  text = skip_marks(text, &before);
  // "A-3": the number counts on in an exhibit.
  if (text.size >= 3 && is_letter(text.data[0]) && text.data[1] == '-' && is_digit(text.data[2]))
    text = skip(text, 2);
  size_t size = read_digits(text, number);
  if (size == 0) size = read_roman(text, number);
  if (size == 0) return false;
  pv_str rest = skip(text, size);
  text = skip_next(rest, *number);
  *marked |= text.size < rest.size;
  text = skip_total(text, marked);
  text = skip_marks(text, &behind);
  if (skip_word(&text, PV_STR("page"))) *marked = true;
  *marked |= before && behind;
  return text.size == 0;
}

pv_span pv_page_number_at_end(pv_str text, pv_span line, uint32_t *number, size_t *gap) {
  pv_span none = {line.end, line.end};
  const char *data = text.data;
  uint32_t start = line.end;
  while (start > line.start && line.end - start < LONGEST_PAGE_NUMBER && data[start - 1] != ' ')
    start--;
  bool marked;
  if (start == line.start || data[start - 1] != ' ' ||
      !pv_page_number_read((pv_str){data + start, line.end - start}, number, &marked))
    return none;
  // "Page 2 of 29" and "- 2 -" are more than the last word.
  for (uint32_t at = start; at > line.start && line.end - at < LONGEST_PAGE_NUMBER; at--) {
    uint32_t longer;
    if (data[at - 1] != ' ' || data[at] == ' ' ||
        !pv_page_number_read((pv_str){data + at, line.end - at}, &longer, &marked) || !marked)
      continue;
    *number = longer;
    start = at;
  }
  *gap = 0;
  while (start - *gap > line.start && data[start - *gap - 1] == ' ') ++*gap;
  if ((data[start] == '-' || (data[start] | 0x20) == 'p') && *gap < 3) *gap = 3;
  return (pv_span){start, line.end};
}

static uint32_t skip_number(pv_str text, uint32_t at, uint32_t end, uint32_t most) {
  uint32_t start = at;
  while (at < end && at - start < most && is_digit(text.data[at])) at++;
  return at;
}

// "3/31/2019"
static uint32_t date_end(pv_str text, uint32_t at, uint32_t end) {
  uint32_t month = skip_number(text, at, end, 2);
  if (month == at || month == end || text.data[month] != '/') return at;
  uint32_t day = skip_number(text, month + 1, end, 2);
  if (day == month + 1 || day == end || text.data[day] != '/') return at;
  uint32_t year = skip_number(text, day + 1, end, 4);
  return year == day + 5 ? year : at;
}

uint32_t pv_source_footer_end(pv_str text, uint32_t at, uint32_t end) {
  static const pv_str label = {"Source: ", 8};
  if (end - at > LONGEST_FOOTER) end = at + LONGEST_FOOTER;
  if (!pv_str_starts_with((pv_str){text.data + at, end - at}, label)) return at;
  uint32_t commas = 0;
  for (uint32_t pos = at + (uint32_t)label.size; pos + 2 < end; pos++) {
    if (text.data[pos] == '\n') break;
    if (text.data[pos] != ',') continue;
    uint32_t date = date_end(text, pos + 2, end);
    if (++commas > 1 && date != pos + 2) return date;
  }
  return at;
}
