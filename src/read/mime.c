#include "read/mime.h"

#include <stdlib.h>

#include "base/str.h"
#include "read/charset.h"

enum { LONGEST_NAME = 60, MOST_PIECES = 20 };

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

// The line at `pos` without its end, which `*next` is behind.
static pv_str line_at(pv_str text, size_t pos, size_t *next) {
  const char *start = text.data + pos, *end = memchr(start, '\n', text.size - pos);
  size_t size = end ? (size_t)(end - start) : text.size - pos;
  *next = pos + size + (end ? 1 : 0);
  if (size && start[size - 1] == '\r') size--;
  return (pv_str){start, size};
}

pv_mime pv_mime_split(pv_str bytes) {
  size_t pos = 0, next;
  for (; pos < bytes.size; pos = next) {
    pv_str line = line_at(bytes, pos, &next);
    if (line.size) continue;
    return (pv_mime){{bytes.data, pos}, {bytes.data + next, bytes.size - next}};
  }
  return (pv_mime){bytes, {bytes.data + bytes.size, 0}};
}

static bool is_header(pv_str line, pv_str name) {
  return line.size > name.size && line.data[name.size] == ':' &&
         pv_str_equal_ignoring_case((pv_str){line.data, name.size}, name);
}

pv_str pv_mime_header(pv_arena *arena, const pv_mime *part, const char *name) {
  pv_str head = part->head, wanted = pv_str_from(name);
  pv_buffer value = {.arena = arena};
  bool is_found = false;
  for (size_t pos = 0, next; pos < head.size; pos = next) {
    pv_str line = line_at(head, pos, &next);
    bool goes_on = line.size && is_blank(*line.data);
    if (!goes_on && is_found) break;
    if (!goes_on) is_found = is_header(line, wanted);
    if (!is_found) continue;
    size_t skipped = goes_on ? 0 : wanted.size + 1;
    pv_buffer_add(&value, (pv_str){line.data + skipped, line.size - skipped});
  }
  return pv_str_trim(pv_buffer_str(&value));
}

pv_str pv_mime_kind(pv_arena *arena, pv_str value) {
  size_t size = 0;
  while (size < value.size && value.data[size] != ';') size++;
  pv_str kind = pv_str_copy(arena, pv_str_trim((pv_str){value.data, size}));
  for (size_t i = 0; i < kind.size; i++) {
    char *c = (char *)(uintptr_t)kind.data + i;
    if (*c >= 'A' && *c <= 'Z') *c = (char)(*c + ('a' - 'A'));
  }
  return kind;
}

// Encodings

static int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// What "=E9" or "%E9" at `pos` means, or -1.
static int escaped(pv_str text, size_t pos) {
  int high = pos + 2 < text.size ? hex(text.data[pos + 1]) : -1;
  int low = high >= 0 ? hex(text.data[pos + 2]) : -1;
  return low < 0 ? -1 : high << 4 | low;
}

static size_t decode_escapes(pv_str text, char mark, char *out) {
  size_t size = 0;
  for (size_t pos = 0; pos < text.size; pos++) {
    int byte = text.data[pos] == mark ? escaped(text, pos) : -1;
    out[size++] = byte < 0 ? text.data[pos] : (char)byte;
    if (byte >= 0) pos += 2;
  }
  return size;
}

// An equals sign at the end of a line joins it with the next one.
static size_t decode_quoted(pv_str text, char *out) {
  size_t size = 0;
  for (size_t pos = 0, next; pos < text.size; pos = next) {
    pv_str line = line_at(text, pos, &next);
    size_t end = line.size;
    while (end && is_blank(line.data[end - 1])) end--;
    bool goes_on = end && line.data[end - 1] == '=';
    size += decode_escapes((pv_str){line.data, goes_on ? end - 1 : end}, '=', out + size);
    bool has_end = next > pos && text.data[next - 1] == '\n';
    if (!goes_on && has_end) out[size++] = '\n';
  }
  return size;
}

static int sixth(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

static size_t decode_base64(pv_str text, char *out) {
  size_t size = 0;
  uint32_t bits = 0;
  unsigned count = 0;
  for (size_t pos = 0; pos < text.size && text.data[pos] != '='; pos++) {
    int value = sixth(text.data[pos]);
    if (value < 0) continue;
    bits = (bits << 6 | (uint32_t)value) & 0xFFFFFF;
    if (++count % 4 == 1) continue;
    out[size++] = (char)(bits >> (6 - 2 * ((count - 1) % 4)) & 0xFF);
  }
  return size;
}

char *pv_mime_decode(pv_arena *arena, const pv_mime *part, size_t *size) {
  pv_str encoding = pv_mime_header(arena, part, "Content-Transfer-Encoding"), body = part->body;
  char *bytes = malloc(body.size + 1);
  if (!bytes) return NULL;
  if (pv_str_equal_ignoring_case(encoding, PV_STR("base64"))) {
    *size = decode_base64(body, bytes);
  } else if (pv_str_equal_ignoring_case(encoding, PV_STR("quoted-printable"))) {
    *size = decode_quoted(body, bytes);
  } else {
    *size = body.size;
    if (body.size) memcpy(bytes, body.data, body.size);
  }
  return bytes;
}

// Names

static pv_str to_utf8(pv_arena *arena, pv_str charset, pv_str bytes) {
  pv_str text;
  char name[LONGEST_NAME];
  if (!charset.size || charset.size >= sizeof name) return bytes;
  memcpy(name, charset.data, charset.size);
  name[charset.size] = '\0';
  return pv_charset_convert(arena, name, bytes, &text) ? text : bytes;
}

static size_t find(pv_str text, size_t from, char c) {
  const char *at = from < text.size ? memchr(text.data + from, c, text.size - from) : NULL;
  return at ? (size_t)(at - text.data) : text.size;
}

// An encoded word at `pos`, "=?utf-8?Q?caf=C3=A9?=": adds what it means and returns where it ends,
// or `pos`.
static size_t add_word(pv_arena *arena, pv_str text, size_t pos, pv_buffer *out) {
  if (text.size - pos < 2 || text.data[pos + 1] != '?') return pos;
  size_t charset = pos + 2, kind = find(text, charset, '?') + 1, from = kind + 2;
  if (from >= text.size || text.data[kind + 1] != '?') return pos;
  size_t end = find(text, from, '?');
  if (end + 1 >= text.size || text.data[end + 1] != '=') return pos;
  pv_str word = pv_str_copy(arena, (pv_str){text.data + from, end - from});
  char *bytes = pv_arena_alloc(arena, word.size + 1);
  for (size_t i = 0; i < word.size; i++)
    if (word.data[i] == '_') ((char *)(uintptr_t)word.data)[i] = ' ';
  bool is_quoted = text.data[kind] == 'Q' || text.data[kind] == 'q';
  size_t size = is_quoted ? decode_escapes(word, '=', bytes) : decode_base64(word, bytes);
  pv_str name = {text.data + charset, find((pv_str){text.data, kind - 1}, charset, '*') - charset};
  pv_buffer_add(out, to_utf8(arena, name, (pv_str){bytes, size}));
  return end + 2;
}

static pv_str decode_words(pv_arena *arena, pv_str text) {
  pv_buffer out = {.arena = arena};
  size_t behind_word = 0;
  for (size_t pos = 0; pos < text.size;) {
    size_t end = text.data[pos] == '=' ? add_word(arena, text, pos, &out) : pos;
    if (end > pos) {
      pos = behind_word = end;
      continue;
    }
    size_t next = pos; // blanks between two words are none
    while (behind_word == pos && next < text.size && is_blank(text.data[next])) next++;
    if (next > pos && next + 1 < text.size && memcmp(text.data + next, "=?", 2) == 0)
      pos = next;
    else
      pv_buffer_add_char(&out, text.data[pos++]);
  }
  return pv_buffer_str(&out);
}

// The next parameter of a header: "; name=value", the value without its quotes.
static bool next_parameter(pv_arena *arena, pv_str value, size_t *pos, pv_str *name, pv_str *is) {
  *pos = find(value, *pos, ';') + 1;
  if (*pos >= value.size) return false;
  size_t equals = find(value, *pos, '=');
  *name = pv_str_trim((pv_str){value.data + *pos, equals - *pos});
  if (memchr(name->data, ';', name->size)) { // one without a value
    *is = (pv_str){"", 0};
    return true;
  }
  size_t at = equals < value.size ? equals + 1 : equals;
  while (at < value.size && is_blank(value.data[at])) at++;
  pv_buffer text = {.arena = arena};
  bool is_quoted = at < value.size && value.data[at] == '"';
  for (at += is_quoted; at < value.size && value.data[at] != (is_quoted ? '"' : ';'); at++) {
    if (is_quoted && value.data[at] == '\\' && at + 1 < value.size) at++;
    pv_buffer_add_char(&text, value.data[at]);
  }
  *pos = at;
  *is = is_quoted ? pv_buffer_str(&text) : pv_str_trim(pv_buffer_str(&text));
  return true;
}

// "utf-8''caf%C3%A9"
static pv_str decode_extended(pv_arena *arena, pv_str value, bool is_first, pv_str *charset) {
  if (is_first) {
    size_t first = find(value, 0, '\''), second = find(value, first + 1, '\'');
    if (second == value.size) return value;
    *charset = (pv_str){value.data, first};
    value = (pv_str){value.data + second + 1, value.size - second - 1};
  }
  char *bytes = pv_arena_alloc(arena, value.size + 1);
  return (pv_str){bytes, decode_escapes(value, '%', bytes)};
}

// Of "filename*1*" the number of the piece (0 if there is none), and whether it is encoded; -1 for
// another parameter.
static int piece_of(pv_str found, pv_str name, bool *is_encoded) {
  if (found.size < name.size || !pv_str_equal_ignoring_case((pv_str){found.data, name.size}, name))
    return -1;
  pv_str rest = {found.data + name.size, found.size - name.size};
  *is_encoded = rest.size && rest.data[rest.size - 1] == '*';
  if (*is_encoded) rest.size--;
  if (!rest.size) return 0;
  if (*rest.data != '*' || rest.size < 2 || rest.size > 3) return -1;
  int number = 0;
  for (size_t i = 1; i < rest.size; i++) {
    if (rest.data[i] < '0' || rest.data[i] > '9') return -1;
    number = number * 10 + (rest.data[i] - '0');
  }
  return number;
}

pv_str pv_mime_parameter(pv_arena *arena, pv_str value, const char *name) {
  pv_str wanted = pv_str_from(name), found, is, charset = {0};
  pv_str pieces[MOST_PIECES] = {0};
  bool is_encoded = false, any_encoded = false;
  for (size_t pos = 0; next_parameter(arena, value, &pos, &found, &is);) {
    int piece = piece_of(found, wanted, &is_encoded);
    if (piece < 0 || piece >= MOST_PIECES) continue;
    any_encoded |= is_encoded;
    pieces[piece] = is_encoded ? decode_extended(arena, is, piece == 0, &charset) : is;
  }
  pv_buffer text = {.arena = arena};
  for (size_t i = 0; i < MOST_PIECES && pieces[i].data; i++) pv_buffer_add(&text, pieces[i]);
  pv_str joined = pv_buffer_str(&text);
  return any_encoded ? to_utf8(arena, charset, joined) : decode_words(arena, joined);
}

// Parts

static bool is_boundary(pv_str line, pv_str boundary, bool *is_last) {
  if (line.size < boundary.size + 2 || memcmp(line.data, "--", 2) != 0 ||
      memcmp(line.data + 2, boundary.data, boundary.size) != 0)
    return false;
  pv_str rest = {line.data + 2 + boundary.size, line.size - 2 - boundary.size};
  *is_last = pv_str_starts_with(rest, PV_STR("--"));
  return *is_last || !pv_str_trim(rest).size;
}

// The place of the next boundary from `pos` on, and of the line behind it; false at the end.
static bool find_boundary(pv_str body, pv_str boundary, size_t pos, size_t *at, size_t *behind,
                          bool *is_last) {
  for (size_t next; pos < body.size; pos = next) {
    pv_str line = line_at(body, pos, &next);
    if (!is_boundary(line, boundary, is_last)) continue;
    *at = pos;
    *behind = next;
    return true;
  }
  return false;
}

bool pv_mime_next(pv_str body, pv_str boundary, size_t *pos, pv_mime *part) {
  size_t at, behind, end = body.size, start = *pos;
  bool is_last = false;
  if (!boundary.size) return false;
  if (!start) {
    if (!find_boundary(body, boundary, 0, &at, &start, &is_last) || is_last) return false;
  }
  if (start >= body.size) return false;
  *pos = body.size;
  if (find_boundary(body, boundary, start, &at, &behind, &is_last)) {
    end = at;
    *pos = is_last ? body.size : behind;
  }
  if (end > start && body.data[end - 1] == '\n') end--; // it belongs to the boundary
  if (end > start && body.data[end - 1] == '\r') end--;
  *part = pv_mime_split((pv_str){body.data + start, end - start});
  return true;
}
