#include "read/reader.h"

#include <stdio.h>

#include "base/error.h"
#include "base/str.h"
#include "read/formats.h"
#include "read/sniff.h"

#define EXTENSIONS(...) ((const char *const[]){__VA_ARGS__, NULL})

// Those that know their bytes are asked in this order; the first row takes what is left.
static const pv_reader readers[] = {
    {"txt", "text/plain", EXTENSIONS("txt", "text", "asc"), NULL, pv_read_text, NULL},
    {"md", "text/markdown", EXTENSIONS("md", "markdown", "mdown"), NULL, pv_read_markdown, NULL},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     EXTENSIONS("docx", "docm", "dotx"), pv_sniff_docx, pv_read_docx, NULL},
    {"pdf", "application/pdf", EXTENSIONS("pdf"), pv_sniff_pdf, pv_read_pdf, NULL},
    {"edgar", "text/plain", EXTENSIONS("nc"), pv_sniff_edgar, NULL, pv_unpack_edgar},
    {"akn", "application/akn+xml", EXTENSIONS("akn", "xml"), pv_sniff_akn, pv_read_akn, NULL},
    {"html", "text/html", EXTENSIONS("html", "htm", "xhtml"), pv_sniff_html, pv_read_html, NULL},
    {"odt", "application/vnd.oasis.opendocument.text", EXTENSIONS("odt", "ott"), pv_sniff_odt,
     pv_read_odt, NULL},
    {"rtf", "application/rtf", EXTENSIONS("rtf"), pv_sniff_rtf, pv_read_rtf, NULL},
    {"eml", "message/rfc822", EXTENSIONS("eml", "mht", "mhtml"), pv_sniff_eml, NULL, pv_unpack_eml},
    {"mbox", "application/mbox", EXTENSIONS("mbox"), pv_sniff_mbox, NULL, pv_unpack_mbox},
    {"msg", "application/vnd.ms-outlook", EXTENSIONS("msg"), pv_sniff_msg, NULL, pv_unpack_msg},
    {"doc", "application/msword", EXTENSIONS("doc", "dot"), pv_sniff_doc, pv_read_doc, NULL},
    {"zip", "application/zip", EXTENSIONS("zip"), pv_sniff_zip, NULL, pv_unpack_zip},
};

enum { READER_COUNT = sizeof readers / sizeof *readers };

const pv_reader *pv_readers(size_t *count) {
  *count = READER_COUNT;
  return readers;
}

static const pv_reader *by_name(const char *name, pv_error *err) {
  pv_str names[READER_COUNT];
  for (size_t i = 0; i < READER_COUNT; i++) {
    names[i] = pv_str_from(readers[i].name);
    if (pv_str_equal(names[i], pv_str_from(name))) return &readers[i];
  }
  pv_str nearest = pv_str_nearest(pv_str_from(name), names, READER_COUNT);
  if (nearest.size) {
    pv_fail(err, PV_ERROR_USAGE, "unknown format \"%s\", did you mean \"" PV_STR_FMT "\"?", name,
            PV_STR_ARG(nearest));
    return NULL;
  }
  char known[256] = "";
  for (size_t i = 0; i < READER_COUNT; i++)
    snprintf(known + strlen(known), sizeof known - strlen(known), "%s%s", i ? ", " : "",
             readers[i].name);
  pv_fail(err, PV_ERROR_USAGE, "unknown format \"%s\": there are %s", name, known);
  return NULL;
}

static bool has_extension(pv_str path, const pv_reader *reader) {
  for (const char *const *extension = reader->extensions; *extension; extension++) {
    pv_str wanted = pv_str_from(*extension);
    if (path.size <= wanted.size || path.data[path.size - wanted.size - 1] != '.') continue;
    pv_str tail = {path.data + (path.size - wanted.size), wanted.size};
    if (pv_str_equal_ignoring_case(tail, wanted)) return true;
  }
  return false;
}

// Names without an extension count as text.
bool pv_reader_takes_name(pv_str name) {
  for (size_t i = 0; i < READER_COUNT; i++)
    if (has_extension(name, &readers[i])) return true;
  return !memchr(name.data, '.', name.size);
}

const pv_reader *pv_reader_choose(pv_str bytes, pv_str path, const char *as, pv_error *err) {
  if (as) return by_name(as, err);
  for (size_t i = 0; i < READER_COUNT; i++)
    if (readers[i].sniff && readers[i].sniff(bytes)) return &readers[i];
  if (pv_sniff_is_encrypted(bytes)) {
    pv_fail(err, PV_ERROR_ENCRYPTED, "encrypted; save it without a password and try again");
    return NULL;
  }
  const pv_foreign *foreign = pv_sniff_foreign(bytes);
  if (foreign) {
    pv_fail(err, PV_ERROR_FORMAT, "%s, which is not read here: %s and try again",
            foreign->looks_like, foreign->way_out);
    return NULL;
  }
  for (size_t i = 0; i < READER_COUNT; i++)
    if (has_extension(path, &readers[i])) return &readers[i];
  return &readers[0];
}
