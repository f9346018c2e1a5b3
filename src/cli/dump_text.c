// The text and value stages.
#include "base/str.h"
#include "cli/dump.h"

typedef struct {
  uint32_t bit;
  const char *name;
} flag_name;

// The names of the set flags with commas between them, or "-".
static void print_flags(const pv_dump *dump, uint32_t flags, const flag_name *names, size_t count) {
  const char *before = "";
  for (size_t i = 0; i < count; i++) {
    if (!(flags & names[i].bit)) continue;
    fprintf(dump->to, "%s%s", before, names[i].name);
    before = ",";
  }
  fputs(*before ? "\t" : "-\t", dump->to);
}

void pv_dump_tokens(const pv_dump *dump) {
  static const flag_name names[] = {
      {PV_TOKEN_SPACE, "space"}, {PV_TOKEN_LINE, "line"},   {PV_TOKEN_PARAGRAPH, "paragraph"},
      {PV_TOKEN_BREAK, "break"}, {PV_TOKEN_FOLDS, "folds"},
  };
  pv_tokens tokens = dump->findings.text->tokens;
  for (size_t i = 0; i < tokens.count; i++) {
    const pv_token *token = &tokens.items[i];
    char folded[256];
    size_t size = pv_token_fold(dump->bytes, token, folded, sizeof folded);
    pv_dump_span(dump, pv_token_span(token));
    fprintf(dump->to, "%s\t%s\t", pv_token_kind_name((pv_token_kind)token->kind),
            pv_token_case_name((pv_token_case)token->letters));
    print_flags(dump, token->flags, names, sizeof names / sizeof *names);
    pv_dump_text(dump, (pv_str){folded, size});
    fputc('\t', dump->to);
    pv_dump_text_at(dump, pv_token_span(token));
    fputc('\n', dump->to);
  }
}

static void print_index(const pv_dump *dump, uint32_t index) {
  if (index == UINT32_MAX)
    fputs("-\t", dump->to);
  else
    fprintf(dump->to, "%u\t", index);
}

void pv_dump_sentences(const pv_dump *dump) {
  static const flag_name names[] = {
      {PV_SENTENCE_HEADING, "heading"},   {PV_SENTENCE_ITEM, "item"},
      {PV_SENTENCE_CONTENTS, "contents"}, {PV_SENTENCE_FOREIGN, "foreign"},
      {PV_SENTENCE_BROKEN, "broken"},     {PV_SENTENCE_TABLE, "table"},
  };
  pv_sentences sentences = dump->findings.text->sentences;
  for (size_t i = 0; i < sentences.count; i++) {
    const pv_sentence *sentence = &sentences.items[i];
    pv_dump_span(dump, pv_dump_tokens_span(dump, sentence->first, sentence->end));
    print_index(dump, sentence->section);
    print_index(dump, sentence->stem);
    print_flags(dump, sentence->flags, names, sizeof names / sizeof *names);
    pv_dump_text_at(dump, pv_dump_tokens_span(dump, sentence->lead, sentence->first));
    fputc('\t', dump->to);
    pv_dump_text_at(dump, pv_dump_tokens_span(dump, sentence->first, sentence->end));
    fputc('\n', dump->to);
  }
}

void pv_dump_sections(const pv_dump *dump) {
  static const char *const kinds[] = {
      [PV_SECTION_DOCUMENT] = "document", [PV_SECTION_EXHIBIT] = "exhibit",
      [PV_SECTION_ARTICLE] = "article",   [PV_SECTION_SECTION] = "section",
      [PV_SECTION_ITEM] = "item",         [PV_SECTION_HEADING] = "heading",
  };
  pv_sections sections = dump->findings.text->sections;
  for (size_t i = 0; i < sections.count; i++) {
    const pv_section *section = &sections.items[i];
    pv_dump_span(dump, pv_dump_tokens_span(dump, section->first, section->end));
    fprintf(dump->to, "%s\t%u\t", kinds[section->kind], section->depth);
    print_index(dump, section->parent);
    pv_dump_text_at(dump, section->number);
    fputc('\t', dump->to);
    pv_dump_text_at(dump, section->heading);
    fputc('\n', dump->to);
  }
}

void pv_dump_furniture(const pv_dump *dump) {
  static const char *const kinds[] = {
      [PV_FURNITURE_SOURCE] = "source",     [PV_FURNITURE_PAGE_NUMBER] = "page_number",
      [PV_FURNITURE_RUNNING] = "running",   [PV_FURNITURE_RULE] = "rule",
      [PV_FURNITURE_CONTENTS] = "contents",
  };
  const pv_text *text = dump->findings.text;
  for (size_t i = 0; i < text->furniture_count; i++) {
    pv_dump_span(dump, text->furniture[i].at);
    fprintf(dump->to, "%s\t", kinds[text->furniture[i].kind]);
    pv_dump_text_at(dump, text->furniture[i].at);
    fputc('\n', dump->to);
  }
}

static pv_str print_value(pv_arena *arena, const pv_value *value) {
  switch (value->kind) {
  case PV_VALUE_DATE: return pv_date_print(arena, value);
  case PV_VALUE_PERIOD: return pv_period_print(arena, value);
  case PV_VALUE_FREQUENCY:
  case PV_VALUE_PLACE: return value->unit;
  case PV_VALUE_REDACTED: return pv_str_from(pv_value_kind_name(value->hidden));
  default: break;
  }
  pv_str number = pv_decimal_print(arena, value->number);
  if (!value->unit.size) return number;
  return pv_str_printf(arena, PV_STR_FMT " " PV_STR_FMT, PV_STR_ARG(number),
                       PV_STR_ARG(value->unit));
}

void pv_dump_values(const pv_dump *dump) {
  static const flag_name names[] = {{1, "differs"}, {2, "assumed"}, {4, "business"}};
  pv_values values = dump->findings.values;
  for (size_t i = 0; i < values.count; i++) {
    const pv_value *value = &values.items[i];
    pv_span at = pv_dump_tokens_span(dump, value->first, value->end);
    uint32_t notes =
        (value->differs ? 1u : 0u) | (value->assumed ? 2u : 0u) | (value->business ? 4u : 0u);
    pv_dump_span(dump, at);
    fprintf(dump->to, "%s\t", pv_value_kind_name(value->kind));
    pv_dump_text(dump, print_value(dump->arena, value));
    fputc('\t', dump->to);
    print_flags(dump, notes, names, sizeof names / sizeof *names);
    pv_dump_text_at(dump, at);
    fputc('\n', dump->to);
  }
}
