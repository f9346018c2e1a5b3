// Checks on lexicons, frames and the heads of rules.
#include <stdlib.h>
#include <utf8proc.h>

#include "grammar/expression_lexer.h"
#include "grammar/lint.h"

typedef struct {
  pv_str text;
  size_t at;
} lexicon_entry;

// The entries as written, with where they stand.
static size_t read_entries(const pv_lint_site *site, lexicon_entry *entries, size_t capacity) {
  pv_str text = site->element->text;
  pv_expression_lexer lexer = {.text = text};
  size_t count = 0, start = 0, end = 0;
  for (bool begun = false; count < capacity;) {
    pv_sign s = pv_expression_lex(&lexer);
    bool stops = s.kind == PV_SIGN_BAR || s.kind == PV_SIGN_END || s.kind == PV_SIGN_WRONG;
    if (stops && begun) entries[count++] = (lexicon_entry){{text.data + start, end - start}, start};
    if (s.kind == PV_SIGN_END || s.kind == PV_SIGN_WRONG) break;
    if (!stops && !begun) start = s.at;
    if (!stops) end = lexer.at;
    begun = !stops;
  }
  return count;
}

static bool is_composed(pv_str text) {
  utf8proc_uint8_t *composed = NULL;
  utf8proc_ssize_t size =
      utf8proc_map((const utf8proc_uint8_t *)text.data, (utf8proc_ssize_t)text.size, &composed,
                   UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  bool same = size == (utf8proc_ssize_t)text.size && memcmp(composed, text.data, text.size) == 0;
  free(composed);
  return same || size < 0;
}

void pv_lint_lexicon(const pv_lint_site *site) {
  size_t capacity = site->element->text.size / 2 + 1;
  lexicon_entry *entries = PV_NEW_ARRAY(site->loader->scratch, lexicon_entry, capacity);
  size_t count = read_entries(site, entries, capacity);
  bool is_exact = pv_str_equal(pv_element_attribute(site->element, "fold"), PV_STR("exact"));
  for (size_t i = 0; i < count; i++) {
    pv_str text = entries[i].text;
    if (!is_composed(text))
      pv_lint_warn_text(site, entries[i].at, "this is not in the composed form of Unicode (NFC)");
    for (size_t k = 0; k < i; k++) {
      bool same = is_exact || memchr(text.data, '"', text.size)
                      ? pv_str_equal(entries[k].text, text)
                      : pv_str_equal_ignoring_case(entries[k].text, text);
      if (!same) continue;
      pv_lint_warn_text(site, entries[i].at, "\"" PV_STR_FMT "\" is there already",
                        PV_STR_ARG(text));
      break;
    }
  }
}

static bool fills(const pv_rule *rule, uint32_t slot) {
  for (size_t i = 0; i < rule->capture_count; i++)
    if (rule->captures[i].slot == slot) return true;
  for (size_t i = 0; i < rule->slot_count; i++)
    if (rule->slots[i].slot == slot) return true;
  for (size_t i = 0; i < rule->field_count; i++)
    if (rule->fields[i].slot == slot) return true;
  return false;
}

// A required slot that no rule fills is missing in every report.
void pv_lint_producers(const pv_lint_site *site) {
  const pv_grammar *grammar = site->loader->grammar;
  const pv_frame *frame = pv_grammar_frame(grammar, pv_element_attribute(site->element, "id"));
  for (uint32_t slot = 0; slot < frame->slot_count; slot++) {
    bool is_used = false, is_filled = false;
    for (size_t i = 0; i < grammar->rule_count; i++) {
      is_used |= grammar->rules[i].frame == frame;
      is_filled |= grammar->rules[i].frame == frame && fills(&grammar->rules[i], slot);
    }
    if (frame->slots[slot].required && is_used && !is_filled)
      pv_lint_warn_attribute(site, "id", "no rule fills the required slot \"" PV_STR_FMT "\"",
                             PV_STR_ARG(frame->slots[slot].name));
  }
}

// EXC-GRANT-LICENSE
static bool is_rule_id(pv_str id) {
  for (size_t i = 0; i < id.size; i++) {
    char c = id.data[i];
    bool is_letter = c >= 'A' && c <= 'Z';
    bool is_inner = (c >= '0' && c <= '9') || (c == '-' && i + 1 < id.size);
    if (!is_letter && !(i && is_inner)) return false;
  }
  return id.size > 0;
}

// The names behind opening braces, each behind a blank, in the order of the text.
static pv_str placeholders(const pv_lint_site *site, pv_str message) {
  pv_str all = PV_STR("");
  for (size_t i = 0; i < message.size; i++) {
    if (message.data[i] != '{') continue;
    size_t end = i + 1;
    while (end < message.size && message.data[end] != '}' && message.data[end] != '?') end++;
    pv_str name = {message.data + i + 1, end - i - 1};
    all = pv_str_printf(site->loader->scratch, PV_STR_FMT " " PV_STR_FMT, PV_STR_ARG(all),
                        PV_STR_ARG(name));
  }
  return all;
}

static bool names_all(pv_str names, pv_str wanted) {
  while (wanted.size) {
    size_t size = 1;
    while (size < wanted.size && wanted.data[size] != ' ') size++;
    bool found = false;
    for (size_t i = 0; i + size <= names.size && !found; i++)
      found = memcmp(names.data + i, wanted.data, size) == 0 &&
              (i + size == names.size || names.data[i + size] == ' ');
    if (!found) return false;
    wanted = (pv_str){wanted.data + size, wanted.size - size};
  }
  return true;
}

void pv_lint_metadata(const pv_lint_site *site) {
  const pv_element *rule = site->element, *first = NULL;
  if (!is_rule_id(site->rule->id))
    pv_lint_warn_attribute(site, "id", "the id of a rule is capitals, digits and -");
  if (!site->rule->title.size)
    pv_lint_warn_attribute(site, "id", "this rule has no <title>, which reports show");
  for (size_t i = 0; i < rule->children.count; i++) {
    const pv_element *message = rule->children.items[i];
    if (!pv_element_is(message, "message")) continue;
    if (!first) first = message;
    pv_str ours = placeholders(site, first->text), theirs = placeholders(site, message->text);
    pv_lint_site place = *site;
    place.element = message;
    if (!names_all(ours, theirs) || !names_all(theirs, ours))
      pv_lint_warn_text(&place, 0, "this message does not name what the first one names");
  }
}
