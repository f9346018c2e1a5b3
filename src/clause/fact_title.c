// The title, from the lines at the head of the document or from what the document calls itself in
// its first sentences, and with it the kind of document.
#include "base/str.h"
#include "clause/fact.h"

static bool is_title(const pv_match *match, const char *kind) {
  const pv_rule *rule = match->rule;
  return rule->frame && pv_str_equal(rule->frame->id, PV_STR("Title")) &&
         pv_str_equal(rule->kind, pv_str_from(kind));
}

// The first line that is a title, or a title that runs into the text; of those that start there
// the longest. NULL if there is none before token `end`.
static const pv_match *find_line(pv_matches matches, uint32_t end) {
  for (size_t i = 0; i < matches.count && matches.items[i].first < end; i++)
    if (is_title(&matches.items[i], "line") || is_title(&matches.items[i], "run_on"))
      return &matches.items[i];
  return NULL;
}

// "This Supply Agreement": the strongest of those that the rules look for.
static const pv_match *find_self(const pv_findings *findings) {
  const pv_match *found = NULL;
  for (size_t i = 0; i < findings->entity_matches.count; i++) {
    const pv_match *match = &findings->entity_matches.items[i];
    if (is_title(match, "self") && (!found || match->points > found->points)) found = match;
  }
  return found;
}

// Half of a title that stands there twice: "SUPPLY AGREEMENT SUPPLY AGREEMENT".
static pv_fact_range drop_double(const pv_text *text, pv_fact_range name) {
  uint32_t half = (name.end - name.first) / 2;
  if (half == 0 || name.end - name.first != 2 * half) return name;
  for (uint32_t i = name.first; i < name.first + half; i++)
    if (text->tokens.items[i].word != text->tokens.items[i + half].word) return name;
  return (pv_fact_range){name.first, name.first + half};
}

static bool is_one_word(const pv_match *title) {
  pv_fact_range name = pv_fact_filler(title, "name");
  return name.end == name.first + 1;
}

// A line before the sentence in which the document names itself; what it is called there, if the
// line is missing or says no more than "Agreement".
static const pv_match *find_title(const pv_findings *findings) {
  const pv_match *self = find_self(findings);
  const pv_match *line = find_line(findings->front_matches, self ? self->first : UINT32_MAX);
  return !line || (self && is_one_word(line)) ? self : line;
}

// Is the line a label such as "Exhibit 10.4" rather than a title?
static bool is_label(const pv_text *text, const pv_sentence *sentence) {
  const pv_token *first = &text->tokens.items[sentence->first];
  uint16_t traits = pv_vocabulary_traits(text->vocabulary)[first->word];
  return (traits & (PV_TRAIT_EXHIBIT | PV_TRAIT_SECTION)) && sentence->end - sentence->first < 5;
}

// The first heading of some words that is no label: what is left where no rule knows titles.
static pv_fact_range find_heading(const pv_text *text) {
  enum { SENTENCES = 12, LONGEST = 24 };
  for (size_t i = 0; i < text->sentences.count && i < SENTENCES; i++) {
    const pv_sentence *sentence = &text->sentences.items[i];
    uint32_t count = sentence->end - sentence->lead;
    if (!(sentence->flags & PV_SENTENCE_HEADING) || sentence->flags & PV_SENTENCE_CONTENTS)
      continue;
    if (count >= 2 && count <= LONGEST && !is_label(text, sentence))
      return (pv_fact_range){sentence->lead, sentence->end};
  }
  return (pv_fact_range){0, 0};
}

static bool knows_titles(const pv_grammar *grammar) {
  for (size_t i = 0; grammar && i < grammar->frame_count; i++)
    if (pv_str_equal(grammar->frames[i].id, PV_STR("Title"))) return true;
  return false;
}

void pv_fact_find_title(pv_report *report, const pv_findings *findings) {
  pv_document_facts *facts = &report->facts;
  facts->kind = PV_STR("agreement");
  const pv_match *title = find_title(findings);
  pv_fact_range name = {0, 0};
  if (title) name = drop_double(findings->text, pv_fact_filler(title, "name"));
  if (!knows_titles(report->grammar)) name = find_heading(findings->text);
  pv_str words = pv_fact_words(report->arena, findings->text, name);
  facts->title = pv_fact_at(report->arena, findings->text, name, words);
  pv_str kind = title ? pv_fact_choice(title, "kind") : PV_STR("");
  if (kind.size) facts->kind = kind;
}
