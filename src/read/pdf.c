// PDF, through a program that knows it: a process of its own, for these files are programs, and
// many of them are damaged or made to do harm.
#include <stdlib.h>

#include "base/error.h"
#include "base/str.h"
#include "read/child.h"
#include "read/formats.h"
#include "read/pdf_output.h"

enum { MOST_WORDS = 8 };

// The programs that are tried in turn, each with how its output is read.
typedef struct {
  const char *package; // of Debian
  const char *command[MOST_WORDS];
  bool (*parse)(pv_layout *layout, pv_str output, pv_error *err);
} extractor;

static const extractor extractors[] = {
    {"poppler-utils",
     {"pdftotext", "-bbox-layout", "-enc", "UTF-8", "%", "-", NULL},
     pv_pdf_parse_boxes},
    {"mupdf-tools", {"mutool", "draw", "-q", "-F", "stext", "%", NULL}, pv_pdf_parse_characters},
};

static bool contains(const char *complaint, const char *word) {
  return strstr(complaint, word) != NULL;
}

static bool tell_failure(const pv_child_result *result, pv_error *err) {
  if (contains(result->complaint, "ncorrect password") ||
      contains(result->complaint, "cannot authenticate password"))
    return pv_fail(err, PV_ERROR_ENCRYPTED, "encrypted; save it without a password and try again");
  if (result->status < 0)
    return pv_fail(err, PV_ERROR_FORMAT,
                   "the program that reads PDF ended on it; print it to a new PDF and try again");
  return pv_fail(err, PV_ERROR_FORMAT, "damaged PDF; print it to a new PDF and try again");
}

// Runs the first program that is there.
static bool extract(pv_reading *reading, pv_layout *layout, pv_error *err) {
  for (size_t i = 0; i < sizeof extractors / sizeof *extractors; i++) {
    pv_child child = {extractors[i].command, reading->bytes};
    pv_child_result result;
    if (!pv_child_run(reading->arena, &child, &result, err)) return false;
    if (result.is_missing) continue;
    if (result.status != 0 && !result.output.size) return tell_failure(&result, err);
    if (!extractors[i].parse(layout, result.output, err)) return false;
    return layout->heights.count || result.status == 0 || tell_failure(&result, err);
  }
  return pv_fail(
      err, PV_ERROR_FORMAT,
      "a PDF, for which the program %s is wanted (Debian: %s), or %s (%s): install one, or "
      "save the file as text",
      extractors[0].command[0], extractors[0].package, extractors[1].command[0],
      extractors[1].package);
}

bool pv_sniff_pdf(pv_str bytes) {
  enum { JUNK = 1024 }; // that may stand before the header: ISO 32000-1, H.3, note 13
  for (size_t i = 0; i < JUNK && i + 5 <= bytes.size; i++)
    if (memcmp(bytes.data + i, "%PDF-", 5) == 0) return true;
  return false;
}

bool pv_read_pdf(pv_reading *reading, pv_error *err) {
  pv_layout layout = {.arena = reading->arena};
  if (!extract(reading, &layout, err)) return false;
  pv_layout_order(&layout);
  pv_layout_drop_furniture(&layout);
  pv_builder builder;
  pv_builder_begin(&builder, reading);
  pv_layout_write(&layout, &builder);
  if (layout.lines.count == 0)
    return pv_fail(err, PV_ERROR_EMPTY,
                   "no text in its %zu %s, which may be scanned: run text recognition (OCR) on it "
                   "and try again",
                   layout.heights.count, layout.heights.count == 1 ? "page" : "pages");
  return pv_builder_finish(&builder, err);
}
