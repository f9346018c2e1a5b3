// money.c - currencies before an amount ("US$", "EUR") and behind it ("dollars", "euros").
#include "base/str.h"
#include "value/decimal.h"
#include "value/reader.h"

// A currency that stands for itself before or behind an amount.
static const pv_word_row codes[] = {
    {"aud", 0, "AUD"}, {"brl", 0, "BRL"}, {"cad", 0, "CAD"}, {"chf", 0, "CHF"}, {"cny", 0, "CNY"},
    {"dkk", 0, "DKK"}, {"eur", 0, "EUR"}, {"gbp", 0, "GBP"}, {"hkd", 0, "HKD"}, {"ils", 0, "ILS"},
    {"inr", 0, "INR"}, {"jpy", 0, "JPY"}, {"krw", 0, "KRW"}, {"mxn", 0, "MXN"}, {"nis", 0, "ILS"},
    {"nok", 0, "NOK"}, {"nzd", 0, "NZD"}, {"rmb", 0, "CNY"}, {"sek", 0, "SEK"}, {"sgd", 0, "SGD"},
    {"thb", 0, "THB"}, {"twd", 0, "TWD"}, {"usd", 0, "USD"}, {"zar", 0, "ZAR"}};

// What stands before a "$" or before "dollars" and says whose they are.
static const pv_word_row countries[] = {
    {"a", 0, "AUD"},   {"au", 0, "AUD"},   {"australian", 0, "AUD"}, {"c", 0, "CAD"},
    {"ca", 0, "CAD"},  {"cad", 0, "CAD"},  {"canadian", 0, "CAD"},   {"cdn", 0, "CAD"},
    {"hk", 0, "HKD"},  {"hkd", 0, "HKD"},  {"nt", 0, "TWD"},         {"nz", 0, "NZD"},
    {"r", 0, "BRL"},   {"s", 0, "SGD"},    {"sgd", 0, "SGD"},        {"singapore", 0, "SGD"},
    {"u.s", 0, "USD"}, {"u.s.", 0, "USD"}, {"us", 0, "USD"},         {"usd", 0, "USD"}};

static const pv_word_row names[] = {
    {"cent", -2, "USD"},  {"cents", -2, "USD"}, {"dollar", 0, "USD"}, {"dollars", 0, "USD"},
    {"euro", 0, "EUR"},   {"euros", 0, "EUR"},  {"francs", 0, "CHF"}, {"renminbi", 0, "CNY"},
    {"rupees", 0, "INR"}, {"yen", 0, "JPY"},    {"yuan", 0, "CNY"}};

static const pv_word_row *find(const pv_value_reader *reader, uint32_t at, const pv_word_row *rows,
                               size_t size) {
  return pv_reader_row(reader, at, rows, size / sizeof *rows);
}

// "$", "€", "£", "¥".
static bool read_symbol(const pv_value_reader *reader, uint32_t at, pv_unit *unit) {
  static const struct {
    const char *mark;
    const char *code;
    bool assumed;
  } rows[] = {{"$", "USD", true},       {"\u20ac", "EUR", false}, {"\u00a3", "GBP", false},
              {"\u00a5", "JPY", true},  {"\uffe5", "JPY", true},  {"\u20b9", "INR", false},
              {"\u20a9", "KRW", false}, {"\u20aa", "ILS", false}};
  if (at >= reader->count || reader->tokens[at].kind != PV_TOKEN_SYMBOL) return false;
  pv_str bytes = pv_reader_bytes(reader, at);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    if (!pv_str_equal(bytes, pv_str_from(rows[i].mark))) continue;
    *unit = (pv_unit){.kind = PV_VALUE_MONEY,
                      .end = at + 1,
                      .code = pv_str_from(rows[i].code),
                      .assumed = rows[i].assumed};
    return true;
  }
  return false;
}

// "$" and the like, with what stands before it: "US$", "U.S. $", "C$", "RMB ¥".
static bool read_prefixed_symbol(const pv_value_reader *reader, uint32_t at, pv_unit *unit) {
  if (read_symbol(reader, at, unit)) return true;
  if (at >= reader->count || reader->tokens[at].kind != PV_TOKEN_WORD) return false;
  uint32_t next = at + 1;
  if (pv_reader_mark(reader, next) == '.') next++;
  if (!read_symbol(reader, next, unit)) return false;
  const pv_word_row *country = find(reader, at, countries, sizeof countries);
  if (!country) country = find(reader, at, codes, sizeof codes);
  if (!country || reader->tokens[at].letters == PV_CASE_LOWER) return false;
  bool is_letter = country->word[1] == '\0';
  if (is_letter && !pv_reader_joined(reader, next)) return false;
  unit->code = pv_str_from(country->code);
  unit->assumed = false;
  return true;
}

bool pv_money_prefix(const pv_value_reader *reader, uint32_t at, pv_unit *unit) {
  if (at < reader->count && reader->tokens[at].kind == PV_TOKEN_NUMBER) return false;
  if (read_prefixed_symbol(reader, at, unit)) return true;
  if (at >= reader->count || !(pv_reader_traits(reader, at) & PV_TRAIT_CURRENCY)) return false;
  const pv_word_row *code = find(reader, at, codes, sizeof codes);
  if (!code || reader->tokens[at].letters == PV_CASE_LOWER) return false;
  *unit = (pv_unit){.kind = PV_VALUE_MONEY, .end = at + 1, .code = pv_str_from(code->code)};
  return true;
}

// "pounds sterling", and "pounds" alone where it is a currency: not, as it may be a weight.
static bool read_sterling(const pv_value_reader *reader, uint32_t at, pv_unit *unit) {
  bool is_pounds =
      pv_reader_is(reader, at, PV_STR("pounds")) || pv_reader_is(reader, at, PV_STR("pound"));
  if (!is_pounds || !pv_reader_is(reader, at + 1, PV_STR("sterling"))) return false;
  *unit = (pv_unit){.kind = PV_VALUE_MONEY, .end = at + 2, .code = PV_STR("GBP")};
  return true;
}

// "United States" or "U.S." before "dollars": `at` moves behind it.
static const char *read_country(const pv_value_reader *reader, uint32_t *at) {
  if (pv_reader_is(reader, *at, PV_STR("united")) &&
      pv_reader_is(reader, *at + 1, PV_STR("states"))) {
    *at += 2;
    return "USD";
  }
  const pv_word_row *country = find(reader, *at, countries, sizeof countries);
  if (!country || country->word[1] == '\0') return NULL;
  *at += 1;
  if (pv_reader_mark(reader, *at) == '.') *at += 1;
  return country->code;
}

bool pv_money_unit(const pv_value_reader *reader, uint32_t at, pv_unit *unit) {
  if (read_sterling(reader, at, unit)) return true;
  if (at >= reader->count) return false;
  bool is_upper = reader->tokens[at].letters == PV_CASE_UPPER;
  const pv_word_row *code = is_upper ? find(reader, at, codes, sizeof codes) : NULL;
  const uint32_t first = at;
  const char *country = read_country(reader, &at);
  const pv_word_row *name = find(reader, at, names, sizeof names);
  if (name) {
    bool is_dollar = pv_str_equal(pv_str_from(name->code), PV_STR("USD"));
    *unit = (pv_unit){.kind = PV_VALUE_MONEY,
                      .end = at + 1,
                      .exponent = name->number,
                      .code = pv_str_from(country ? country : name->code),
                      .assumed = is_dollar && !country};
    return true;
  }
  if (!code) return false;
  *unit = (pv_unit){.kind = PV_VALUE_MONEY, .end = first + 1, .code = pv_str_from(code->code)};
  return true;
}

bool pv_money_glued(const pv_value_reader *reader, uint32_t at, pv_unit *unit, pv_amount *amount) {
  enum { CODE_SIZE = 3 };
  pv_str bytes = pv_reader_bytes(reader, at);
  if (bytes.size <= CODE_SIZE || reader->tokens[at].letters != PV_CASE_MIXED) return false;
  const pv_word_row *code =
      pv_word_row_find((pv_str){bytes.data, CODE_SIZE}, codes, sizeof codes / sizeof *codes);
  if (!code) return false;
  uint32_t end = at + 1;
  while (pv_reader_mark(reader, end) == ',' && pv_reader_joined(reader, end) &&
         pv_reader_joined(reader, end + 1) && reader->tokens[end + 1].kind == PV_TOKEN_NUMBER)
    end += 2;
  pv_span digits = {reader->tokens[at].start + CODE_SIZE, reader->tokens[end - 1].end};
  *amount = (pv_amount){.end = end};
  if (!pv_decimal_parse(pv_str_slice(reader->text->bytes, digits), &amount->number)) return false;
  int exponent = pv_magnitude_read(reader, end, &amount->end);
  amount->number = pv_decimal_shift(amount->number, exponent);
  *unit = (pv_unit){.kind = PV_VALUE_MONEY, .end = end, .code = pv_str_from(code->code)};
  return true;
}
