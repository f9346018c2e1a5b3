// OpenDocument texts: content.xml, with the numbers of its lists and without what was deleted.
#include "base/error.h"
#include "base/str.h"
#include "read/formats.h"
#include "read/odt_body.h"
#include "read/package.h"

bool pv_sniff_odt(pv_str bytes) {
  return pv_archive_holds(bytes, PV_STR(PV_ODT_CONTENT)) &&
         pv_archive_holds(bytes, PV_STR("META-INF/manifest.xml"));
}

static void see_encryption(pv_xml *xml) { *(bool *)pv_xml_context(xml) = true; }

// Does the manifest say that parts are encrypted?
static bool is_encrypted(pv_package *package) {
  static pv_xml_namespace manifest = {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
                                      "http://openoffice.org/2001/manifest", NULL};
  static const pv_xml_rule rules[] = {{"encryption-data", &manifest, see_encryption, NULL, NULL}};
  bool found = false;
  pv_str bytes;
  return pv_package_part(package, "META-INF/manifest.xml", &bytes, NULL) &&
         (pv_xml_parse(package->arena, bytes, &(pv_xml_reader){rules, 1, NULL, &found, false},
                       NULL),
          found);
}

static void read_styles(pv_odt *o, pv_package *package) {
  pv_str bytes;
  pv_error err = {0};
  if (pv_archive_find(package->archive, "styles.xml") == PV_NO_ENTRY) return;
  pv_xml_reader reader = {pv_odt_style_rules, pv_odt_style_rule_count, NULL, o, false};
  if (!pv_package_part(package, "styles.xml", &bytes, &err) ||
      !pv_xml_parse(o->scratch, bytes, &reader, &err))
    pv_diagnose(&o->reading->diagnostics, PV_DIAGNOSTIC_PART_LEFT_OUT, (pv_span){0, 0},
                "styles.xml is read only in part: %.300s", err.message);
}

static bool read_content(pv_odt *o, pv_package *package, pv_error *err) {
  size_t count = pv_odt_body_rule_count + pv_odt_style_rule_count;
  pv_xml_rule *rules = PV_NEW_ARRAY(o->scratch, pv_xml_rule, count);
  pv_str bytes;
  pv_error why = {0};
  memcpy(rules, pv_odt_body_rules, pv_odt_body_rule_count * sizeof *rules);
  memcpy(rules + pv_odt_body_rule_count, pv_odt_style_rules,
         pv_odt_style_rule_count * sizeof *rules);
  pv_xml_reader reader = {rules, count, pv_odt_add_text, o, false};
  if (!pv_package_part(package, PV_ODT_CONTENT, &bytes, err)) return false;
  if (!pv_xml_parse(o->scratch, bytes, &reader, &why))
    return pv_fail(err, why.code, PV_ODT_CONTENT ": %.600s", why.message);
  if (!o->is_text)
    return pv_fail(err, PV_ERROR_FORMAT,
                   "an OpenDocument file that is no text (a table, a presentation or a drawing); "
                   "save it as a text and try again");
  return true;
}

static void tell_revisions(const pv_odt *o) {
  if (!o->insertions && !o->deletions) return;
  pv_diagnose(&o->reading->diagnostics, PV_DIAGNOSTIC_REVISIONS, (pv_span){0, 0},
              pv_odt_is_original(o)
                  ? "tracked changes are left out: %zu insertions, %zu deletions"
                  : "tracked changes are read as accepted: %zu insertions, %zu deletions "
                    "(--revisions original reads the text before them)",
              o->insertions, o->deletions);
}

static bool read_odt(pv_odt *o, pv_builder *builder, pv_error *err) {
  pv_package package = {.arena = o->scratch};
  package.archive = pv_archive_open(o->scratch, o->reading->bytes, err);
  if (!package.archive) return false;
  if (is_encrypted(&package))
    return pv_fail(err, PV_ERROR_ENCRYPTED, "encrypted; save it without a password and try again");
  read_styles(o, &package);
  if (!read_content(o, &package, err)) return false;
  tell_revisions(o);
  return pv_builder_finish(builder, err);
}

bool pv_read_odt(pv_reading *reading, pv_error *err) {
  pv_arena *scratch = pv_arena_child(reading->arena);
  pv_odt *o = PV_NEW(scratch, pv_odt);
  pv_builder builder;
  pv_builder_begin(&builder, reading);
  *o = (pv_odt){.reading = reading, .scratch = scratch};
  o->styles = PV_NEW(scratch, pv_odt_styles);
  o->styles->arena = scratch;
  pv_story_begin(&o->story, &builder, scratch);
  bool good = read_odt(o, &builder, err);
  pv_arena_free(scratch);
  return good;
}
