// Rich text (RTF): groups in braces, control words, and bytes in the code pages of fonts.
//
// A group has what its outer one has, and loses it at its end; what no reader has to know stands
// behind \*. Characters beyond the code page are \u with their likes behind them, which are passed
// over. What Word writes for old readers (\listtext, \fldrslt) is what it shows, and so it is read.
#include "base/error.h"
#include "base/str.h"
#include "read/formats.h"
#include "read/rtf_word.h"

static void open_group(pv_rtf *rtf) {
  pv_rtf_group group = *pv_rtf_top(rtf);
  group.ends = PV_RTF_ENDS_NOTHING;
  PV_PUSH(rtf->scratch, &rtf->groups, group);
}

static void close_group(pv_rtf *rtf) {
  const pv_rtf_group *group = pv_rtf_top(rtf);
  if (group->ends == PV_RTF_ENDS_NOTE) pv_rtf_end_note(rtf, group->is_endnote);
  if (group->ends == PV_RTF_ENDS_BOX) pv_rtf_end_box(rtf);
  if (group->ends == PV_RTF_ENDS_FIELD) rtf->instruction.size = 0;
  rtf->groups.count--;
}

// The characters behind \u that stand for it in a code page are no text of their own. There may be
// less of them than was told.
static bool is_replaced(pv_rtf *rtf, pv_rtf_token *token) {
  if (token->kind != PV_RTF_BYTES) rtf->skipped = 0;
  if (!rtf->skipped) return false;
  size_t count = token->text.size < rtf->skipped ? token->text.size : rtf->skipped;
  rtf->skipped -= count;
  token->text.data += count;
  token->text.size -= count;
  return !token->text.size;
}

// False behind the end of the text.
static bool read_token(pv_rtf *rtf, pv_rtf_token *token) {
  if (is_replaced(rtf, token)) return true;
  if (token->kind != PV_RTF_BYTES) pv_rtf_flush(rtf);
  switch (token->kind) {
  case PV_RTF_OPEN: open_group(rtf); break;
  case PV_RTF_CLOSE: close_group(rtf); break;
  case PV_RTF_WORD: pv_rtf_act(rtf, token); break;
  case PV_RTF_SYMBOL: pv_rtf_act_symbol(rtf, *token->text.data); break;
  case PV_RTF_BYTES: pv_rtf_add_bytes(rtf, token->text); break;
  case PV_RTF_BINARY: break;
  case PV_RTF_END: return false;
  }
  return rtf->groups.count > 1;
}

static void tell_rest(pv_rtf *rtf, size_t open_groups, pv_str rest) {
  pv_diagnostics *diagnostics = &rtf->reading->diagnostics;
  pv_span end = {(uint32_t)rtf->builder.text.size, (uint32_t)rtf->builder.text.size};
  size_t size = rest.size;
  while (size && strchr(" \t\r\n", rest.data[size - 1])) size--; // and NUL, which some fill up with
  if (open_groups)
    pv_diagnose(diagnostics, PV_DIAGNOSTIC_PART_LEFT_OUT, end,
                "the file ends in %zu open groups: its end may be missing", open_groups);
  else if (size)
    pv_diagnose(diagnostics, PV_DIAGNOSTIC_PART_LEFT_OUT, end,
                "%zu bytes behind the end of the rich text were left out", size);
}

static void tell_code_page(pv_rtf *rtf) {
  if (!rtf->fonts.unknown_page) return;
  pv_diagnose(&rtf->reading->diagnostics, PV_DIAGNOSTIC_ENCODING_GUESSED, (pv_span){0, 0},
              "code page %d is not known: its text is read as windows-1252",
              rtf->fonts.unknown_page);
}

static bool read_rtf(pv_rtf *rtf, pv_error *err) {
  pv_str bytes = rtf->reading->bytes;
  const char *start = memchr(bytes.data, '{', bytes.size);
  size_t pos = start ? (size_t)(start - bytes.data) : bytes.size;
  pv_rtf_token token;
  do {
    pv_rtf_next(bytes, &pos, &token);
    if (rtf->groups.count > PV_LIMIT_GROUPS)
      return pv_fail(err, PV_ERROR_LIMIT,
                     "has more than %d groups in each other; save it again "
                     "from a word processor",
                     PV_LIMIT_GROUPS);
  } while (read_token(rtf, &token));
  size_t open_groups = rtf->groups.count - 1;
  while (rtf->groups.count > 1) close_group(rtf);
  pv_story_end_paragraph(&rtf->story);
  tell_rest(rtf, open_groups, (pv_str){bytes.data + pos, bytes.size - pos});
  tell_code_page(rtf);
  return pv_builder_finish(&rtf->builder, err);
}

bool pv_sniff_rtf(pv_str bytes) {
  if (pv_str_starts_with(bytes, PV_STR("\xEF\xBB\xBF"))) bytes.data += 3, bytes.size -= 3;
  return pv_str_starts_with(pv_str_trim(bytes), PV_STR("{\\rtf"));
}

bool pv_read_rtf(pv_reading *reading, pv_error *err) {
  pv_arena *scratch = pv_arena_child(reading->arena);
  pv_rtf *rtf = PV_NEW(scratch, pv_rtf);
  *rtf = (pv_rtf){.reading = reading,
                  .scratch = scratch,
                  .bytes = {.arena = scratch},
                  .instruction = {.arena = scratch},
                  .paragraphs = 1};
  pv_rtf_fonts_begin(&rtf->fonts, scratch);
  pv_builder_begin(&rtf->builder, reading);
  pv_story_begin(&rtf->story, &rtf->builder, scratch);
  pv_builder_locate(&rtf->builder, (pv_origin){.kind = PV_ORIGIN_PARAGRAPH,
                                               .number = rtf->paragraphs,
                                               .name = PV_STR("document")});
  PV_PUSH(scratch, &rtf->groups, ((pv_rtf_group){.replaced = 1}));
  bool good = read_rtf(rtf, err);
  pv_arena_free(scratch);
  return good;
}
