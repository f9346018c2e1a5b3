#include "read/rtf_lex.h"

#include "base/str.h"

enum { LONGEST_NUMBER = 9 }; // digits that fit

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static int hex(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static void read_number(pv_str bytes, size_t *pos, pv_rtf_token *token) {
  size_t at = *pos;
  bool is_negative = at < bytes.size && bytes.data[at] == '-';
  at += is_negative;
  size_t first = at;
  for (; at < bytes.size && is_digit(bytes.data[at]); at++)
    if (at - first < LONGEST_NUMBER) token->number = token->number * 10 + (bytes.data[at] - '0');
  token->has_number = at > first;
  if (!token->has_number) return;
  if (is_negative) token->number = -token->number;
  *pos = at;
}

static void read_word(pv_str bytes, size_t *pos, pv_rtf_token *token) {
  size_t start = *pos;
  while (*pos < bytes.size && is_letter(bytes.data[*pos])) ++*pos;
  token->kind = PV_RTF_WORD;
  token->text = (pv_str){bytes.data + start, *pos - start};
  read_number(bytes, pos, token);
  if (*pos < bytes.size && bytes.data[*pos] == ' ') ++*pos;
  if (!pv_str_equal(token->text, PV_STR("bin"))) return;
  size_t left = bytes.size - *pos, size = token->number > 0 ? (size_t)token->number : 0;
  token->kind = PV_RTF_BINARY;
  *pos += size < left ? size : left;
}

// Behind the backslash.
static void read_control(pv_str bytes, size_t *pos, pv_rtf_token *token) {
  if (*pos == bytes.size) return; // a backslash ends the file
  char c = bytes.data[*pos];
  if (is_letter(c)) {
    read_word(bytes, pos, token);
    return;
  }
  int high = *pos + 2 < bytes.size ? hex(bytes.data[*pos + 1]) : -1;
  int low = high >= 0 ? hex(bytes.data[*pos + 2]) : -1;
  bool is_byte = c == '\'' && low >= 0;
  bool is_escaped = c == '\\' || c == '{' || c == '}';
  token->kind = is_byte || is_escaped ? PV_RTF_BYTES : PV_RTF_SYMBOL;
  token->byte = c;
  if (is_byte) token->byte = (char)(high << 4 | low);
  token->text = (pv_str){&token->byte, 1};
  *pos += is_byte ? 3 : 1;
}

static bool is_text(char c) { return c != '\\' && c != '{' && c != '}' && c != '\r' && c != '\n'; }

void pv_rtf_next(pv_str bytes, size_t *pos, pv_rtf_token *token) {
  *token = (pv_rtf_token){.kind = PV_RTF_END};
  while (*pos < bytes.size && (bytes.data[*pos] == '\r' || bytes.data[*pos] == '\n')) ++*pos;
  if (*pos == bytes.size) return;
  size_t start = *pos;
  switch (bytes.data[start]) {
  case '{':
  case '}':
    token->kind = bytes.data[start] == '{' ? PV_RTF_OPEN : PV_RTF_CLOSE;
    ++*pos;
    return;
  case '\\':
    ++*pos;
    read_control(bytes, pos, token);
    return;
  default: break;
  }
  while (*pos < bytes.size && is_text(bytes.data[*pos])) ++*pos;
  token->kind = PV_RTF_BYTES;
  token->text = (pv_str){bytes.data + start, *pos - start};
}
