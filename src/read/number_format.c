#include "read/number_format.h"

#include "base/str.h"

enum { MOST_LETTERS = 26 * 20, MOST_ROMAN = 3999, MOST_WORDS = 999, MOST_MARKS = 40 };

static void add_decimal(pv_buffer *out, int32_t number) { pv_buffer_printf(out, "%d", number); }

static void add_decimal_zero(pv_buffer *out, int32_t number) {
  pv_buffer_printf(out, "%02d", number);
}

static void add_nothing(pv_buffer *out, int32_t number) { (void)out, (void)number; }

static void add_bullet(pv_buffer *out, int32_t number) {
  (void)number;
  pv_buffer_add(out, PV_STR("•"));
}

static void add_letters(pv_buffer *out, int32_t number, char first) {
  if (number < 1 || number > MOST_LETTERS) {
    add_decimal(out, number);
    return;
  }
  pv_buffer_repeat(out, (char)(first + (number - 1) % 26), (size_t)((number - 1) / 26 + 1));
}

static void add_lower_letter(pv_buffer *out, int32_t number) { add_letters(out, number, 'a'); }

static void add_upper_letter(pv_buffer *out, int32_t number) { add_letters(out, number, 'A'); }

static void add_roman(pv_buffer *out, int32_t number, bool upper) {
  static const struct {
    int32_t value;
    const char *upper, *lower;
  } figures[] = {{1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"}, {400, "CD", "cd"},
                 {100, "C", "c"},  {90, "XC", "xc"},  {50, "L", "l"},  {40, "XL", "xl"},
                 {10, "X", "x"},   {9, "IX", "ix"},   {5, "V", "v"},   {4, "IV", "iv"},
                 {1, "I", "i"}};
  if (number < 1 || number > MOST_ROMAN) {
    add_decimal(out, number);
    return;
  }
  for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
    for (; number >= figures[i].value; number -= figures[i].value)
      pv_buffer_add(out, pv_str_from(upper ? figures[i].upper : figures[i].lower));
}

static void add_lower_roman(pv_buffer *out, int32_t number) { add_roman(out, number, false); }

static void add_upper_roman(pv_buffer *out, int32_t number) { add_roman(out, number, true); }

static void add_ordinal(pv_buffer *out, int32_t number) {
  static const char *const endings[] = {"th", "st", "nd", "rd"};
  int32_t last = number % 10;
  bool teen = number % 100 / 10 == 1;
  pv_buffer_printf(out, "%d%s", number, last < 1 || last > 3 || teen ? "th" : endings[last]);
}

static const char *const ones[][2] = {
    {"Zero", "Zeroth"},         {"One", "First"},           {"Two", "Second"},
    {"Three", "Third"},         {"Four", "Fourth"},         {"Five", "Fifth"},
    {"Six", "Sixth"},           {"Seven", "Seventh"},       {"Eight", "Eighth"},
    {"Nine", "Ninth"},          {"Ten", "Tenth"},           {"Eleven", "Eleventh"},
    {"Twelve", "Twelfth"},      {"Thirteen", "Thirteenth"}, {"Fourteen", "Fourteenth"},
    {"Fifteen", "Fifteenth"},   {"Sixteen", "Sixteenth"},   {"Seventeen", "Seventeenth"},
    {"Eighteen", "Eighteenth"}, {"Nineteen", "Nineteenth"},
};

static const char *const tens[][2] = {
    {"", ""},
    {"", ""},
    {"Twenty", "Twentieth"},
    {"Thirty", "Thirtieth"},
    {"Forty", "Fortieth"},
    {"Fifty", "Fiftieth"},
    {"Sixty", "Sixtieth"},
    {"Seventy", "Seventieth"},
    {"Eighty", "Eightieth"},
    {"Ninety", "Ninetieth"},
};

// "Twenty-one", "Twenty-first": a small letter behind the first word.
static void add_word(pv_buffer *out, size_t start, const char *word) {
  size_t at = out->size;
  pv_buffer_add(out, pv_str_from(word));
  if (at > start) out->data[at] = (char)(out->data[at] | 0x20);
}

static void add_words(pv_buffer *out, int32_t number, bool ordinal) {
  if (number < 0 || number > MOST_WORDS) {
    add_decimal(out, number);
    return;
  }
  size_t start = out->size;
  int32_t rest = number % 100;
  if (number >= 100) {
    add_word(out, start, ones[number / 100][0]);
    pv_buffer_add(out, rest || !ordinal ? PV_STR(" hundred") : PV_STR(" hundredth"));
    if (!rest) return;
    pv_buffer_add_char(out, ' ');
  }
  if (rest < 20) {
    add_word(out, start, ones[rest][ordinal]);
    return;
  }
  add_word(out, start, tens[rest / 10][ordinal && rest % 10 == 0]);
  if (rest % 10 == 0) return;
  pv_buffer_add_char(out, '-');
  add_word(out, start, ones[rest % 10][ordinal]);
}

static void add_cardinal_text(pv_buffer *out, int32_t number) { add_words(out, number, false); }

static void add_ordinal_text(pv_buffer *out, int32_t number) { add_words(out, number, true); }

static void add_chicago(pv_buffer *out, int32_t number) {
  static const pv_str marks[] = {{"*", 1}, {"†", 3}, {"‡", 3}, {"§", 2}};
  if (number < 1 || number > MOST_MARKS) {
    add_decimal(out, number);
    return;
  }
  for (int32_t i = 0; i <= (number - 1) / 4; i++) pv_buffer_add(out, marks[(number - 1) % 4]);
}

void pv_number_format_add(pv_buffer *out, pv_number_format format, int32_t number) {
  static void (*const formats[])(pv_buffer * out, int32_t number) = {
      [PV_FORMAT_DECIMAL] = add_decimal,
      [PV_FORMAT_NONE] = add_nothing,
      [PV_FORMAT_BULLET] = add_bullet,
      [PV_FORMAT_DECIMAL_ZERO] = add_decimal_zero,
      [PV_FORMAT_LOWER_LETTER] = add_lower_letter,
      [PV_FORMAT_UPPER_LETTER] = add_upper_letter,
      [PV_FORMAT_LOWER_ROMAN] = add_lower_roman,
      [PV_FORMAT_UPPER_ROMAN] = add_upper_roman,
      [PV_FORMAT_ORDINAL] = add_ordinal,
      [PV_FORMAT_CARDINAL_TEXT] = add_cardinal_text,
      [PV_FORMAT_ORDINAL_TEXT] = add_ordinal_text,
      [PV_FORMAT_CHICAGO] = add_chicago,
  };
  formats[format](out, number);
}
