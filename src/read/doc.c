// Old Word files, through catdoc: a process of its own, as for PDF. It gives a line a paragraph.
#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "read/builder.h"
#include "read/child.h"
#include "read/formats.h"
#include "read/ole.h"

static const char *const command[] = {"catdoc", "-w", "-d", "utf-8", "%", NULL};

static bool fail_missing(pv_error *err) {
  return pv_fail(err, PV_ERROR_FORMAT,
                 "an old Word file, for which the program catdoc is wanted (Debian: catdoc): "
                 "install it, or save the file as docx");
}

static void write(pv_builder *builder, pv_str text) {
  uint32_t number = 0;
  for (size_t pos = 0; pos < text.size;) {
    const char *end = memchr(text.data + pos, '\n', text.size - pos);
    size_t size = end ? (size_t)(end - text.data) - pos : text.size - pos;
    pv_builder_locate(
        builder,
        (pv_origin){.kind = PV_ORIGIN_PARAGRAPH, .number = ++number, .name = PV_STR("document")});
    pv_builder_add(builder, (pv_str){text.data + pos, size});
    pv_builder_end_paragraph(builder);
    pos += size + 1;
  }
}

bool pv_sniff_doc(pv_str bytes) {
  if (pv_ole_starts(bytes)) return pv_ole_mentions(bytes, "WordDocument");
  return pv_str_starts_with(bytes, PV_STR("\xDB\xA5\x2D")); // Word 2
}

bool pv_read_doc(pv_reading *reading, pv_error *err) {
  pv_child_result result;
  pv_child child = {command, reading->bytes};
  if (!pv_child_run(reading->arena, &child, &result, err)) return false;
  if (result.is_missing) return fail_missing(err);
  if (strstr(result.complaint, "ncrypted"))
    return pv_fail(err, PV_ERROR_ENCRYPTED, "encrypted; save it without a password and try again");
  if (result.status != 0)
    return pv_fail(err, PV_ERROR_FORMAT, "a damaged Word file; save it as docx and try again");
  pv_utf8_repair((char *)(uintptr_t)result.output.data, result.output.size);
  pv_builder builder;
  pv_builder_begin(&builder, reading);
  write(&builder, result.output);
  if (!pv_builder_finish(&builder, err)) return false;
  pv_diagnose(&reading->diagnostics, PV_DIAGNOSTIC_PART_LEFT_OUT, (pv_span){0, 0},
              "read by catdoc, which knows no numbers of lists and no tracked changes; save the "
              "file as docx to have them");
  return true;
}
