// One pass over the bytes. Words of ASCII, which is nearly all, are read eight bytes at a time:
// one load gives the length, the folded letters and the case of a word, and the folded letters are
// its key in the vocabulary. All else goes through scan.c.
#include "text/token.h"

#include "text/lookup.h"
#include "text/scan.h"

enum {
  BYTES_PER_TOKEN = 5, // a low guess: contracts have 5.4
  FOLD_SIZE = 64,      // bytes of folded form that can be a word of the vocabulary
};

typedef struct {
  pv_arena *arena;
  const pv_vocabulary *vocabulary;
  pv_str text;
  const char *at;
  const char *end; // of the piece between two that are left out
  pv_token *items;
  size_t count;
  size_t capacity;
  uint32_t newlines; // since the last token, at most 2
  uint16_t flags;    // of the next token
} tokenizer;

static const uint64_t ones = 0x0101010101010101u;
static const uint64_t highs = 0x8080808080808080u;

// What one load of eight bytes holds, one bit a byte (its highest).
typedef struct {
  uint64_t folded; // as far as it is letters and digits
  uint64_t letters;
  uint64_t uppers;
  uint64_t alnum;
} piece;

static inline uint64_t at_least(uint64_t bytes, unsigned char least) {
  return bytes + ones * (0x80u - least);
}

static inline piece read_piece(uint64_t bytes) {
  uint64_t low = bytes & ~highs, folded = low | ones * 0x20;
  uint64_t ascii = ~bytes & highs;
  uint64_t letters = at_least(folded, 'a') & ~at_least(folded, 'z' + 1) & ascii;
  uint64_t digits = at_least(low, '0') & ~at_least(low, '9' + 1) & ascii;
  return (piece){folded, letters, letters & ~(bytes << 2), letters | digits};
}

// How many of the first bytes have their bit set; `others` has those that have not, not all 0.
static inline unsigned count_first(uint64_t others) {
  return (unsigned)((((others - 1) & ones) * ones >> 56) - 1);
}

static inline uint64_t first_bytes(unsigned count) {
  return count == 8 ? UINT64_MAX : ((uint64_t)1 << 8 * count) - 1;
}

static inline unsigned piece_size(piece p) {
  uint64_t others = ~p.alnum & highs;
  return others ? count_first(others) : 8;
}

static void grow(tokenizer *t) {
  size_t capacity = t->capacity + t->capacity / 4 + 64;
  t->items = pv_arena_grow(t->arena, t->items, t->capacity * sizeof *t->items,
                           capacity * sizeof *t->items);
  t->capacity = capacity;
}

static inline void emit(tokenizer *t, const char *end, pv_token_kind kind, pv_token_case letters,
                        uint32_t word) {
  if (t->count == t->capacity) grow(t);
  uint16_t flags = t->flags;
  if (t->newlines) flags |= t->newlines > 1 ? PV_TOKEN_LINE | PV_TOKEN_PARAGRAPH : PV_TOKEN_LINE;
  t->items[t->count++] = (pv_token){
      .start = (uint32_t)(t->at - t->text.data),
      .end = (uint32_t)(end - t->text.data),
      .word = word,
      .kind = (uint8_t)kind,
      .letters = (uint8_t)letters,
      .flags = flags,
  };
  t->flags = 0;
  t->newlines = 0;
  t->at = end;
}

static uint32_t shape_of(pv_token_kind kind, pv_token_case letters) {
  static const uint32_t words[] = {PV_SHAPE_LOWER, PV_SHAPE_LOWER, PV_SHAPE_CAPITAL, PV_SHAPE_UPPER,
                                   PV_SHAPE_MIXED};
  static const uint32_t others[] = {0, PV_SHAPE_NUMBER, PV_SHAPE_PUNCT, PV_SHAPE_SYMBOL,
                                    PV_SHAPE_REDACTION};
  return kind == PV_TOKEN_WORD ? words[letters] : others[kind];
}

static bool is_ascii(const char *at, const char *end) {
  unsigned char all = 0;
  while (at < end) all |= (unsigned char)*at++;
  return all < 0x80;
}

// A token of any bytes: folds it the slow way and looks it up.
static void emit_folded(tokenizer *t, const char *end, pv_token_kind kind, pv_token_case letters) {
  char folded[FOLD_SIZE];
  pv_token token = {(uint32_t)(t->at - t->text.data), (uint32_t)(end - t->text.data), 0, 0, 0, 0};
  if (!is_ascii(t->at, end)) {
    token.flags = PV_TOKEN_FOLDS;
    t->flags |= PV_TOKEN_FOLDS;
  }
  pv_str word = {folded, pv_token_fold(t->text, &token, folded, sizeof folded)};
  uint32_t id = word.size < FOLD_SIZE ? pv_vocabulary_find(t->vocabulary, word) : 0;
  emit(t, end, kind, letters, id ? id : shape_of(kind, letters));
}

static void emit_redaction(tokenizer *t, const char *end) {
  if (!is_ascii(t->at, end)) t->flags |= PV_TOKEN_FOLDS;
  emit(t, end, PV_TOKEN_REDACTION, PV_CASE_NONE, PV_SHAPE_REDACTION);
}

static bool follows_word(const tokenizer *t) {
  return t->count && t->items[t->count - 1].kind == PV_TOKEN_WORD &&
         t->items[t->count - 1].end == (uint32_t)(t->at - t->text.data);
}

// A word with more in it than letters and digits of ASCII, or a longer one than fits a key.
static void read_any_word(tokenizer *t, const char *from) {
  const char *end = pv_scan_word(t->at, from, t->end);
  emit_folded(t, end, PV_TOKEN_WORD, pv_scan_case(t->at, end));
}

// "U.S.", "e.g." Not where it is the end of a number: "4.a.i".
static bool read_dotted(tokenizer *t) {
  if (t->at > t->text.data && t->at[-1] == '.') return false;
  const char *end = pv_scan_dotted(t->at, t->end);
  if (end == t->at) return false;
  emit_folded(t, end, PV_TOKEN_WORD, pv_scan_case(t->at, end));
  return true;
}

static inline pv_token_case case_of(uint64_t uppers, uint64_t letters, bool has_digit) {
  if (has_digit) return PV_CASE_MIXED;
  if (uppers == 0) return PV_CASE_LOWER;
  if (uppers == 0x80) return PV_CASE_CAPITAL;
  return uppers == letters ? PV_CASE_UPPER : PV_CASE_MIXED;
}

static inline uint64_t load(const tokenizer *t, const char *at) {
  if (t->end - at >= 8) return pv_load_little(at);
  char bytes[8] = {0};
  if (at < t->end) memcpy(bytes, at, (size_t)(t->end - at));
  return pv_load_little(bytes);
}

// The rest of a word whose first eight bytes are letters and digits.
static void read_long_word(tokenizer *t, piece first) {
  piece second = read_piece(load(t, t->at + 8));
  unsigned more = piece_size(second);
  const char *end = t->at + 8 + more;
  if (more == 8 || (end < t->end && (*end == '\'' || (unsigned char)*end >= 0x80))) {
    read_any_word(t, end);
    return;
  }
  uint64_t keep = first_bytes(more);
  pv_word_key key = {first.folded, second.folded & keep};
  uint64_t letters = first.letters, more_letters = second.letters & keep;
  bool has_digit = letters != highs || more_letters != (highs & keep);
  // The case of the second half only matters where the first does not settle it.
  pv_token_case cased = case_of(first.uppers, letters, has_digit);
  uint64_t uppers = second.uppers & keep;
  if (cased == PV_CASE_UPPER ? uppers != more_letters : uppers != 0) cased = PV_CASE_MIXED;
  uint32_t id = pv_vocabulary_lookup(t->vocabulary, key, (pv_str){t->at, 8 + more});
  emit(t, end, PV_TOKEN_WORD, cased, id ? id : shape_of(PV_TOKEN_WORD, cased));
}

static inline void read_word(tokenizer *t) {
  piece p = read_piece(load(t, t->at));
  unsigned size = piece_size(p);
  if (size == 8) {
    read_long_word(t, p);
    return;
  }
  const char *end = t->at + size;
  if (end < t->end) {
    if (*end == '\'' || (unsigned char)*end >= 0x80) {
      read_any_word(t, end);
      return;
    }
    if (*end == '.' && size == 1 && read_dotted(t)) return;
  }
  uint64_t keep = first_bytes(size);
  pv_word_key key = {p.folded & keep, 0};
  uint64_t letters = p.letters & keep;
  pv_token_case cased = case_of(p.uppers & keep, letters, letters != (highs & keep));
  if (size >= 4 && (key.low & UINT32_MAX) == (ones & UINT32_MAX) * 'x' &&
      key.low == (ones * 'x' & keep)) {
    emit_redaction(t, end);
    return;
  }
  uint32_t id = pv_vocabulary_lookup(t->vocabulary, key, (pv_str){t->at, size});
  emit(t, end, PV_TOKEN_WORD, cased, id ? id : shape_of(PV_TOKEN_WORD, cased));
}

static void read_number(tokenizer *t) {
  bool is_word;
  const char *end = pv_scan_number(t->at, t->end, &is_word);
  emit_folded(t, end, is_word ? PV_TOKEN_WORD : PV_TOKEN_NUMBER,
              is_word ? PV_CASE_MIXED : PV_CASE_NONE);
}

static inline void read_mark(tokenizer *t, pv_token_kind kind) {
  uint32_t id = t->vocabulary->marks[(unsigned char)*t->at];
  emit(t, t->at + 1, kind, PV_CASE_NONE, id ? id : shape_of(kind, PV_CASE_NONE));
}

static void read_redaction(tokenizer *t, pv_token_kind kind) {
  const char *end = pv_scan_redaction(t->at, t->end);
  if (end == t->at)
    read_mark(t, kind);
  else
    emit_redaction(t, end);
}

static void read_apostrophe(tokenizer *t, const char *behind) {
  const char *end = follows_word(t) ? pv_scan_possessive(t->at, t->end) : t->at;
  if (end != t->at)
    emit_folded(t, end, PV_TOKEN_WORD, end[-1] == 's' ? PV_CASE_LOWER : PV_CASE_UPPER);
  else
    emit_folded(t, behind, PV_TOKEN_PUNCT, PV_CASE_NONE);
}

static void read_wide(tokenizer *t) {
  pv_glyph glyph = pv_glyph_read(t->at, t->end);
  const char *end = t->at + glyph.size;
  switch (glyph.kind) {
  case PV_GLYPH_SPACE:
    t->flags |= PV_TOKEN_SPACE;
    t->at = end;
    break;
  case PV_GLYPH_HIDDEN: t->at = end; break;
  case PV_GLYPH_LETTER: read_any_word(t, end); break;
  case PV_GLYPH_DIGIT:
    end = pv_scan_word(t->at, end, t->end);
    emit_folded(t, end, PV_TOKEN_NUMBER, PV_CASE_NONE);
    break;
  case PV_GLYPH_APOSTROPHE: read_apostrophe(t, end); break;
  case PV_GLYPH_PUNCT: emit_folded(t, end, PV_TOKEN_PUNCT, PV_CASE_NONE); break;
  default: emit_folded(t, end, PV_TOKEN_SYMBOL, PV_CASE_NONE); break;
  }
}

static void read_dot(tokenizer *t) {
  bool is_number =
      t->flags & PV_TOKEN_SPACE && t->end - t->at >= 2 && t->at[1] >= '0' && t->at[1] <= '9';
  if (is_number)
    read_number(t);
  else
    read_mark(t, PV_TOKEN_PUNCT);
}

// Reads what is between two pieces that are left out.
static void read_piece_of_text(tokenizer *t) {
  while (t->at < t->end) {
    switch (pv_byte_kinds[(unsigned char)*t->at]) {
    case PV_GLYPH_NEWLINE: t->newlines += t->newlines < 2; // fall through
    case PV_GLYPH_SPACE:
      t->flags |= PV_TOKEN_SPACE;
      t->at++;
      break;
    case PV_GLYPH_LETTER: read_word(t); break;
    case PV_GLYPH_DIGIT: read_number(t); break;
    case PV_GLYPH_PUNCT: read_mark(t, PV_TOKEN_PUNCT); break;
    case PV_GLYPH_DOT: read_dot(t); break;
    case PV_GLYPH_BRACKET: read_redaction(t, PV_TOKEN_PUNCT); break;
    case PV_GLYPH_STAR:
    case PV_GLYPH_UNDERSCORE: read_redaction(t, PV_TOKEN_SYMBOL); break;
    case PV_GLYPH_APOSTROPHE: read_apostrophe(t, t->at + 1); break;
    case PV_GLYPH_WIDE: read_wide(t); break;
    default: read_mark(t, PV_TOKEN_SYMBOL); break;
    }
  }
}

pv_tokens pv_tokenize(pv_arena *arena, pv_str text, const pv_vocabulary *vocabulary,
                      pv_spans left_out) {
  tokenizer t = {.arena = arena,
                 .vocabulary = vocabulary,
                 .text = text,
                 .at = text.data,
                 .capacity = text.size / BYTES_PER_TOKEN + 64,
                 .newlines = 2};
  t.items = PV_NEW_ARRAY(arena, pv_token, t.capacity);
  for (size_t i = 0; i < left_out.count; i++) {
    t.end = text.data + left_out.items[i].start;
    read_piece_of_text(&t);
    t.at = text.data + left_out.items[i].end;
    t.flags |= PV_TOKEN_BREAK | PV_TOKEN_SPACE;
  }
  t.end = text.data + text.size;
  read_piece_of_text(&t);
  pv_arena_shrink(arena, t.items, t.count * sizeof *t.items);
  return (pv_tokens){t.items, t.count};
}

const char *pv_token_kind_name(pv_token_kind kind) {
  static const char *const names[] = {"word", "number", "punct", "symbol", "redaction"};
  return names[kind];
}

const char *pv_token_case_name(pv_token_case letters) {
  static const char *const names[] = {"none", "lower", "capital", "upper", "mixed"};
  return names[letters];
}
