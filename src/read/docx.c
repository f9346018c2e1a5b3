// Word documents (Office Open XML, Strict and Transitional): the text as Word shows it.
#include <stdio.h>

#include "base/error.h"
#include "base/str.h"
#include "read/docx_body.h"
#include "read/formats.h"

bool pv_sniff_docx(pv_str bytes) {
  return pv_archive_holds(bytes, PV_STR("[Content_Types].xml")) &&
         !pv_archive_holds(bytes, PV_STR("xl/")) && !pv_archive_holds(bytes, PV_STR("ppt/")) &&
         !pv_archive_holds(bytes, PV_STR("visio/")) &&
         !pv_archive_holds(bytes, PV_STR("AppManifest"));
}

static void begin_reading(pv_reading *reading, const pv_docx *docx) {
  *reading = (pv_reading){.arena = docx->scratch,
                          .options = docx->reading->options,
                          .diagnostics = {.arena = docx->scratch}};
}

// A part beside the text: without it, or with a damaged one, the text can be read.
static bool read_side_part(pv_docx *docx, const char *type, pv_str *bytes, const char **name) {
  const pv_relation *relation = pv_relation_of_type(&docx->relations, type);
  pv_error err = {0};
  if (!relation || relation->external) return false;
  *name = relation->target;
  if (pv_archive_find(docx->package.archive, relation->target) == PV_NO_ENTRY) return false;
  if (pv_package_part(&docx->package, relation->target, bytes, &err)) return true;
  pv_diagnose(&docx->reading->diagnostics, PV_DIAGNOSTIC_PART_LEFT_OUT, (pv_span){0, 0}, "%s",
              err.message);
  return false;
}

static void tell_damage(pv_docx *docx, const char *name, const pv_error *err) {
  pv_diagnose(&docx->reading->diagnostics, PV_DIAGNOSTIC_PART_LEFT_OUT, (pv_span){0, 0},
              "%.100s is read as far as it makes sense: %.300s", name, err->message);
}

static void read_styles(pv_docx *docx) {
  pv_str bytes;
  const char *name;
  pv_error err = {0};
  docx->styles.is_english = true;
  if (read_side_part(docx, "styles", &bytes, &name) &&
      !pv_docx_styles_read(docx->scratch, bytes, &docx->styles, &err))
    tell_damage(docx, name, &err);
}

static void read_numbers(pv_docx *docx) {
  pv_str bytes;
  const char *name;
  pv_error err = {0};
  if (!read_side_part(docx, "numbering", &bytes, &name)) return;
  docx->numbers = pv_docx_numbers_read(docx->scratch, bytes, &docx->styles, &err);
  if (!docx->numbers) tell_damage(docx, name, &err);
}

static void read_notes(pv_docx *docx, pv_docx_note_kind kind) {
  static const char *const types[] = {[PV_DOCX_FOOTNOTES] = "footnotes",
                                      [PV_DOCX_ENDNOTES] = "endnotes",
                                      [PV_DOCX_COMMENTS] = "comments"};
  pv_docx_notes *notes = &docx->notes[kind];
  pv_str bytes;
  const char *name;
  pv_error err = {0};
  begin_reading(&notes->reading, docx);
  if (!read_side_part(docx, types[kind], &bytes, &name)) return;
  const char *kept = pv_str_copy(docx->reading->arena, pv_str_from(name)).data;
  pv_builder builder;
  pv_builder_begin(&builder, &notes->reading);
  if (!pv_docx_body_read(docx, bytes, kept, &builder, notes, &err)) tell_damage(docx, name, &err);
  pv_builder_take(&builder);
}

static bool open_package(pv_docx *docx, const char **main_part, pv_error *err) {
  docx->package.arena = docx->scratch;
  docx->package.archive = pv_archive_open(docx->scratch, docx->reading->bytes, err);
  pv_relations relations;
  if (!docx->package.archive || !pv_package_relations(&docx->package, "", &relations, err))
    return false;
  const pv_relation *relation = pv_relation_of_type(&relations, "officeDocument");
  *main_part = relation && !relation->external ? relation->target : "word/document.xml";
  if (pv_archive_find(docx->package.archive, *main_part) == PV_NO_ENTRY)
    return pv_fail(err, PV_ERROR_FORMAT,
                   "an Office file without a text that is read here; save it as a Word document "
                   "(docx) and try again");
  return true;
}

static bool read_body(pv_docx *docx, const char *part, pv_builder *builder, pv_error *err) {
  pv_str bytes;
  pv_error why = {0};
  const char *kept = pv_str_copy(docx->reading->arena, pv_str_from(part)).data;
  if (!pv_package_part(&docx->package, part, &bytes, err)) return false;
  if (pv_docx_body_read(docx, bytes, kept, builder, NULL, &why)) {
    if (why.code) tell_damage(docx, part, &why);
    return true;
  }
  return pv_fail(err, why.code, "%.100s: %.600s", part, why.message);
}

static void tell_revisions(const pv_docx *docx) {
  if (!docx->insertions && !docx->deletions) return;
  bool accepted = docx->reading->options.revisions == PV_REVISIONS_ACCEPTED;
  pv_diagnose(&docx->reading->diagnostics, PV_DIAGNOSTIC_REVISIONS, (pv_span){0, 0},
              accepted ? "tracked changes are read as accepted: %zu insertions, %zu deletions "
                         "(--revisions original reads the text before them)"
                       : "tracked changes are left out: %zu insertions, %zu deletions",
              docx->insertions, docx->deletions);
}

bool pv_read_docx(pv_reading *reading, pv_error *err) {
  pv_arena *scratch = pv_arena_child(reading->arena);
  pv_docx *docx = PV_NEW(scratch, pv_docx);
  *docx = (pv_docx){.reading = reading, .scratch = scratch, .depth = reading->nesting};
  pv_builder builder;
  const char *part;
  pv_builder_begin(&builder, reading);
  bool good = open_package(docx, &part, err) &&
              pv_package_relations(&docx->package, part, &docx->relations, err);
  if (good) {
    read_styles(docx);
    read_numbers(docx);
    for (int kind = 0; kind < PV_DOCX_NOTE_KINDS; kind++) read_notes(docx, (pv_docx_note_kind)kind);
    good = read_body(docx, part, &builder, err);
  }
  if (good) tell_revisions(docx);
  if (good) good = pv_builder_finish(&builder, err);
  pv_arena_free(scratch);
  return good;
}
