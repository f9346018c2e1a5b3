// One pass over the bytes. Words of ASCII, which is nearly all, are read sixteen bytes at a time:
// one load gives the length, the folded letters and the case of a word, and the folded letters are
// its key in the vocabulary. All else goes through scan.c.
#include "text/token.h"

#include "text/lookup.h"
#include "text/scan.h"
#include "text/word.h"

enum {
  BYTES_PER_TOKEN = 4, // a low guess: contracts have 5.4
  FOLD_SIZE = 64,      // bytes of folded form that can be a word of the vocabulary
};

typedef struct {
  pv_arena *arena;
  const pv_vocabulary *vocabulary;
  pv_str text;
  const char *at;
  const char *end; // of the piece between two that are left out
  pv_token *items;
  uint32_t *marked;
  size_t count;
  size_t marked_count;
  size_t capacity; // of both
  uint32_t behind; // where the last token ends
  uint32_t flags;  // of the next token
} tokenizer;

// Words that values start with, or that tell a language.
enum {
  MARKED_TRAITS = PV_TRAIT_MONTH | PV_TRAIT_NUMBER | PV_TRAIT_PLACE | PV_TRAIT_PERIOD |
                  PV_TRAIT_CURRENCY | PV_TRAIT_FOREIGN
};

static void grow(tokenizer *t) {
  size_t capacity = t->capacity + t->capacity / 4 + 64;
  t->items = pv_arena_grow(t->arena, t->items, t->capacity * sizeof *t->items,
                           capacity * sizeof *t->items);
  t->marked = pv_arena_grow(t->arena, t->marked, t->capacity * sizeof *t->marked,
                            capacity * sizeof *t->marked);
  t->capacity = capacity;
}

static inline void emit(tokenizer *t, const char *end, pv_token_kind kind, pv_token_case letters,
                        uint32_t word, bool marked) {
  if (t->count == t->capacity) grow(t);
  uint32_t start = (uint32_t)(t->at - t->text.data);
  marked |= (t->flags & (PV_TOKEN_LINE | PV_TOKEN_BREAK)) || start - t->behind >= PV_WIDE_GAP;
  t->marked[t->marked_count] = (uint32_t)t->count;
  t->marked_count += marked;
  t->behind = (uint32_t)(end - t->text.data);
  t->items[t->count++] = (pv_token){
      .start = start,
      .end = t->behind,
      .word = word,
      .kind = (uint8_t)kind,
      .letters = (uint8_t)letters,
      .flags = (uint16_t)t->flags,
  };
  t->flags = 0;
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
  emit(t, end, kind, letters, id ? id : shape_of(kind, letters), kind != PV_TOKEN_PUNCT);
}

static void emit_redaction(tokenizer *t, const char *end) {
  if (!is_ascii(t->at, end)) t->flags |= PV_TOKEN_FOLDS;
  emit(t, end, PV_TOKEN_REDACTION, PV_CASE_NONE, PV_SHAPE_REDACTION, true);
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

static inline void emit_word(tokenizer *t, const char *end, pv_word word) {
  static const uint8_t shapes[] = {PV_SHAPE_LOWER, PV_SHAPE_LOWER, PV_SHAPE_CAPITAL, PV_SHAPE_UPPER,
                                   PV_SHAPE_MIXED};
  uint32_t id = pv_vocabulary_lookup(t->vocabulary, word.key, shapes[word.letters]);
  bool marked = t->vocabulary->traits[id] & MARKED_TRAITS;
  emit(t, end, PV_TOKEN_WORD, word.letters, id, marked | (id == PV_SHAPE_MIXED));
}

// "xxxx" and longer stands for what is withheld, and so does "xx" where an amount should.
static inline bool is_crossed_out(const tokenizer *t, pv_word word, unsigned char behind) {
  static const pv_word_key crosses = {0x7878787878787878u, 0x7878787878787878u};
  if ((uint16_t)word.key.low != (uint16_t)crosses.low || word.size < 2 || word.size >= 8)
    return false;
  if (word.key.low != crosses.low >> (64 - 8 * word.size)) return false;
  return word.size >= 4 || behind == '%' || (t->at > t->text.data && t->at[-1] == '$');
}

// Reads the word, which `behind` follows.
static inline void read_known_word(tokenizer *t, pv_word word, unsigned char behind) {
  const char *end = t->at + word.size;
  if (word.size == PV_KEY_SIZE || behind == '\'' || behind >= 0x80)
    read_any_word(t, end);
  else if (behind == '.' && word.size == 1 && read_dotted(t))
    return;
  else if (is_crossed_out(t, word, behind))
    emit_redaction(t, end);
  else
    emit_word(t, end, word);
}

static void read_last_word(tokenizer *t) {
  char bytes[PV_KEY_SIZE + 1] = {0};
  memcpy(bytes, t->at, (size_t)(t->end - t->at));
  pv_word word = pv_word_read(bytes);
  read_known_word(t, word, (unsigned char)bytes[word.size]);
}

// Reads a word, and those that follow it with one blank between.
static inline void read_words(tokenizer *t) {
  for (;;) {
    if (t->end - t->at <= PV_KEY_SIZE) {
      read_last_word(t);
      return;
    }
    pv_word word = pv_word_read(t->at);
    read_known_word(t, word, (unsigned char)t->at[word.size]);
    if (t->end - t->at < 2 || *t->at != ' ') return;
    t->at++;
    t->flags = PV_TOKEN_SPACE;
    if (pv_byte_kinds[(unsigned char)*t->at] != PV_GLYPH_LETTER) return;
  }
}

static void read_number(tokenizer *t) {
  bool is_word;
  const char *end = pv_scan_number(t->at, t->end, &is_word);
  bool has_letters = end[-1] < '0' || end[-1] > '9'; // "3M", "1ST"
  if (is_word || has_letters) {
    emit_folded(t, end, is_word ? PV_TOKEN_WORD : PV_TOKEN_NUMBER,
                is_word ? PV_CASE_MIXED : PV_CASE_NONE);
    return;
  }
  uint32_t id = pv_vocabulary_find(t->vocabulary, (pv_str){t->at, (size_t)(end - t->at)});
  emit(t, end, PV_TOKEN_NUMBER, PV_CASE_NONE, id ? id : PV_SHAPE_NUMBER, true);
}

static inline void read_mark(tokenizer *t, pv_token_kind kind, bool marked) {
  uint32_t id = t->vocabulary->marks[(unsigned char)*t->at];
  emit(t, t->at + 1, kind, PV_CASE_NONE, id ? id : shape_of(kind, PV_CASE_NONE), marked);
}

static void read_redaction(tokenizer *t, pv_token_kind kind) {
  const char *end = pv_scan_redaction(t->at, t->end);
  if (end == t->at)
    read_mark(t, kind, kind == PV_TOKEN_SYMBOL);
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
    read_mark(t, PV_TOKEN_PUNCT, true);
}

// Reads what is between two pieces that are left out.
static void read_piece_of_text(tokenizer *t) {
  while (t->at < t->end) {
    switch (pv_byte_kinds[(unsigned char)*t->at]) {
    case PV_GLYPH_NEWLINE: // the second one starts a paragraph
      t->flags |= PV_TOKEN_LINE | (t->flags & PV_TOKEN_LINE) << 1; // fall through
    case PV_GLYPH_SPACE:
      t->flags |= PV_TOKEN_SPACE;
      t->at++;
      break;
    case PV_GLYPH_LETTER: read_words(t); break;
    case PV_GLYPH_DIGIT: read_number(t); break;
    case PV_GLYPH_PUNCT: read_mark(t, PV_TOKEN_PUNCT, false); break;
    case PV_GLYPH_STOP: read_mark(t, PV_TOKEN_PUNCT, true); break;
    case PV_GLYPH_DOT: read_dot(t); break;
    case PV_GLYPH_BRACKET: read_redaction(t, PV_TOKEN_PUNCT); break;
    case PV_GLYPH_STAR:
    case PV_GLYPH_UNDERSCORE: read_redaction(t, PV_TOKEN_SYMBOL); break;
    case PV_GLYPH_APOSTROPHE: read_apostrophe(t, t->at + 1); break;
    case PV_GLYPH_WIDE: read_wide(t); break;
    default: read_mark(t, PV_TOKEN_SYMBOL, true); break;
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
                 .flags = PV_TOKEN_LINE | PV_TOKEN_PARAGRAPH};
  t.items = PV_NEW_UNSET(arena, pv_token, t.capacity);
  t.marked = PV_NEW_UNSET(arena, uint32_t, t.capacity);
  for (size_t i = 0; i < left_out.count; i++) {
    t.end = text.data + left_out.items[i].start;
    read_piece_of_text(&t);
    t.at = text.data + left_out.items[i].end;
    t.flags |= PV_TOKEN_BREAK | PV_TOKEN_SPACE;
  }
  t.end = text.data + text.size;
  read_piece_of_text(&t);
  pv_arena_shrink(arena, t.marked, t.marked_count * sizeof *t.marked);
  return (pv_tokens){t.items, t.count, t.marked, t.marked_count};
}

const char *pv_token_kind_name(pv_token_kind kind) {
  static const char *const names[] = {"word", "number", "punct", "symbol", "redaction"};
  return names[kind];
}

const char *pv_token_case_name(pv_token_case letters) {
  static const char *const names[] = {"none", "lower", "capital", "upper", "mixed"};
  return names[letters];
}
