// Paragraphs in another language: told by script, or by the small words that every text is full of.
#include <utf8proc.h>

#include "text/lookup.h"
#include "text/stages.h"

enum {
  FEWEST_WORDS = 20,    // that a language of Latin letters is told by
  FOREIGN_SHARE = 8,    // one word in so many is a small word of another language
  FIRST_OTHER = 0x0370, // code points from Greek on are no Latin letters
  MOST_LOOKED_AT = 64,  // words of a paragraph
};

typedef struct {
  uint32_t words;
  uint32_t english;
  uint32_t foreign;
  uint32_t latin; // letters, roughly
  uint32_t other;
} tally;

static bool is_other_script(int32_t codepoint) {
  if (codepoint < FIRST_OTHER) return false;
  bool latin = (codepoint >= 0x1E00 && codepoint <= 0x1EFF) || // with diacritics
               (codepoint >= 0x2000 && codepoint <= 0x2BFF) || // marks and symbols
               (codepoint >= 0xFB00 && codepoint <= 0xFB06) || // ligatures
               (codepoint >= 0xFF00 && codepoint <= 0xFF5E);   // wide forms
  return !latin;
}

static void count_letters(const pv_text *text, const pv_token *t, tally *sum) {
  for (uint32_t at = t->start; at < t->end;) {
    int32_t codepoint;
    ptrdiff_t size = utf8proc_iterate((const uint8_t *)text->bytes.data + at,
                                      (ptrdiff_t)(t->end - at), &codepoint);
    if (size <= 0) break;
    if (is_other_script(codepoint))
      sum->other++;
    else
      sum->latin++;
    at += (uint32_t)size;
  }
}

static void count_words(const pv_text *text, const pv_sentence *s, tally *sum) {
  const uint16_t *traits = text->vocabulary->traits;
  for (uint32_t i = s->lead; i < s->end && sum->words < MOST_LOOKED_AT; i++) {
    const pv_token *t = &text->tokens.items[i];
    if (t->kind != PV_TOKEN_WORD) continue;
    sum->words++;
    sum->english += (traits[t->word] & PV_TRAIT_FUNCTION) != 0;
    // Not the words of names: "Los Angeles".
    sum->foreign += t->letters == PV_CASE_LOWER &&
                    (traits[t->word] & (PV_TRAIT_FOREIGN | PV_TRAIT_FUNCTION)) == PV_TRAIT_FOREIGN;
    if (t->flags & PV_TOKEN_FOLDS)
      count_letters(text, t, sum);
    else
      sum->latin += t->end - t->start;
  }
}

static bool is_foreign(const tally *sum) {
  if (sum->other > sum->latin) return true;
  return sum->words >= FEWEST_WORDS && sum->foreign * FOREIGN_SHARE >= sum->words &&
         sum->foreign > sum->english * 2;
}

static bool starts_paragraph(const pv_text *text, const pv_sentence *s) {
  return text->tokens.items[s->lead].flags & (PV_TOKEN_PARAGRAPH | PV_TOKEN_BREAK);
}

// Has a paragraph that ends at token `end` words that may be of another language? `mark` moves on
// over its marked tokens. Most have none and need no counting.
static bool has_suspects(const pv_text *text, size_t *mark, uint32_t end) {
  const pv_tokens *tokens = &text->tokens;
  bool found = false;
  for (; *mark < tokens->marked_count && tokens->marked[*mark] < end; ++*mark) {
    const pv_token *t = &tokens->items[tokens->marked[*mark]];
    uint16_t traits = text->vocabulary->traits[t->word];
    found |= t->kind == PV_TOKEN_WORD &&
             (t->flags & PV_TOKEN_FOLDS ||
              (traits & (PV_TRAIT_FOREIGN | PV_TRAIT_FUNCTION)) == PV_TRAIT_FOREIGN);
  }
  return found;
}

void pv_languages_flag(const pv_text *text, pv_sentence_list sentences,
                       pv_diagnostics *diagnostics) {
  size_t run = 0; // first sentence of a run of foreign paragraphs, with `in_run`
  bool in_run = false;
  size_t mark = 0;
  for (size_t i = 0, end; i <= sentences.count; i = end) {
    tally sum = {0};
    for (end = i + 1; end < sentences.count; end++)
      if (starts_paragraph(text, &sentences.items[end])) break;
    if (i < sentences.count && has_suspects(text, &mark, sentences.items[end - 1].end))
      for (size_t k = i; k < end; k++) count_words(text, &sentences.items[k], &sum);
    bool foreign = is_foreign(&sum);
    if (foreign && !in_run) run = i;
    if (in_run && !foreign) {
      pv_span at = pv_text_span(text, sentences.items[run].lead, sentences.items[i - 1].end);
      pv_diagnose(diagnostics, PV_DIAGNOSTIC_OTHER_LANGUAGE, at,
                  "text in another language was left out of matching");
    }
    in_run = foreign;
    for (size_t k = i; foreign && k < end; k++) sentences.items[k].flags |= PV_SENTENCE_FOREIGN;
    if (i == sentences.count) break;
  }
}
