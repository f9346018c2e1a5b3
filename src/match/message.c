// A message is read once from left to right. `depth` counts the open {name? …}; from one whose slot
// is empty on, nothing is written until it ends.
#include "match/message.h"

#include "base/buffer.h"
#include "base/str.h"

typedef struct {
  const pv_match *match;
  const pv_text *text;
  pv_buffer out;
  size_t depth;
  size_t silent; // the depth from which on nothing is written; 0: all is
} writing;

static void add_text(writing *w, pv_str text) {
  for (size_t i = 0; i < text.size; i++) {
    char c = text.data[i];
    bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (is_blank && w->out.size && w->out.data[w->out.size - 1] == ' ') continue;
    pv_buffer_add_char(&w->out, is_blank ? ' ' : c);
  }
}

static pv_str words_of(const writing *w, const pv_filler *filler) {
  if (filler->value.size) return filler->value;
  return pv_str_slice(w->text->bytes, pv_text_span(w->text, filler->first, filler->end));
}

// Writes what fills `name`, if `writes`; returns how many fillers there are.
static size_t write_fillers(writing *w, pv_str name, bool writes) {
  size_t count = 0;
  if (pv_str_equal(name, PV_STR("kind"))) {
    if (writes) add_text(w, w->match->rule->kind);
    return w->match->rule->kind.size > 0;
  }
  for (size_t i = 0; i < w->match->filler_count; i++) {
    const pv_filler *filler = &w->match->fillers[i];
    if (!pv_str_equal(filler->name, name)) continue;
    if (writes && count) add_text(w, PV_STR(", "));
    if (writes) add_text(w, words_of(w, filler));
    count++;
  }
  return count;
}

// From the brace at `pos`; returns where to go on.
static size_t write_placeholder(writing *w, pv_str message, size_t pos) {
  size_t end = pos + 1;
  while (end < message.size && message.data[end] != '}' && message.data[end] != '?') end++;
  pv_str name = {message.data + pos + 1, end - pos - 1};
  if (end == message.size) return end;
  if (message.data[end] == '}') {
    (void)write_fillers(w, name, !w->silent);
  } else {
    w->depth++;
    if (!w->silent && write_fillers(w, name, false) == 0) w->silent = w->depth;
  }
  return end + 1;
}

static void close_group(writing *w) {
  if (w->silent == w->depth) w->silent = 0;
  w->depth--;
}

static pv_str fill(pv_arena *arena, const pv_match *match, const pv_text *text, pv_str message) {
  writing w = {.match = match, .text = text, .out = {.arena = arena}};
  for (size_t pos = 0; pos < message.size;) {
    char c = message.data[pos];
    if (c == '{') {
      pos = write_placeholder(&w, message, pos);
      continue;
    }
    if (c == '}' && w.depth)
      close_group(&w);
    else if (!w.silent)
      add_text(&w, (pv_str){message.data + pos, 1});
    pos++;
  }
  return pv_str_trim(pv_buffer_str(&w.out));
}

// "de" is the language of "de-CH", too.
static bool speaks(pv_str wanted, pv_str language) {
  if (!language.size || !pv_str_starts_with(wanted, language)) return false;
  return wanted.size == language.size || wanted.data[language.size] == '-';
}

pv_str pv_match_message(pv_arena *arena, const pv_match *match, const pv_text *text,
                        pv_str language) {
  const pv_rule *rule = match->rule;
  const pv_message *best = NULL;
  for (size_t i = 0; i < rule->message_count; i++) {
    const pv_message *message = &rule->messages[i];
    if (speaks(language, message->language) &&
        (!best || message->language.size > best->language.size))
      best = message;
  }
  return fill(arena, match, text, best ? best->text : rule->message);
}
