#include "read/package.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/str.h"
#include "read/limits.h"
#include "read/xml.h"

static pv_xml_namespace relationships = {
    "http://schemas.openxmlformats.org/package/2006/relationships", NULL};

typedef struct {
  pv_package *package;
  const char *base; // the part whose relationships they are
  pv_relations *found;
} reading;

// The name of the part that `target` means, seen from the folder of `base`.
static const char *resolve(pv_arena *arena, const char *base, pv_str target) {
  const char *slash = strrchr(base, '/');
  size_t folder = slash && *target.data != '/' ? (size_t)(slash - base) + 1 : 0;
  char *name = pv_arena_alloc(arena, folder + target.size + 1);
  memcpy(name, base, folder);
  size_t size = folder;
  for (size_t at = 0; at < target.size;) {
    const char *from = target.data + at;
    const char *end = memchr(from, '/', target.size - at);
    size_t step = end ? (size_t)(end - from) : target.size - at;
    pv_str word = {from, step};
    if (pv_str_equal(word, PV_STR(".."))) {
      if (size) size--;
      while (size && name[size - 1] != '/') size--;
    } else if (step && !pv_str_equal(word, PV_STR("."))) {
      memcpy(name + size, from, step);
      size += step;
      if (end) name[size++] = '/';
    }
    at += step + 1;
  }
  name[size] = '\0';
  return name;
}

static void read_relation(pv_xml *xml) {
  reading *r = pv_xml_context(xml);
  pv_arena *arena = r->package->arena;
  pv_str id = {0}, type = {0}, target = {0}, mode = {0};
  if (!pv_xml_attribute(xml, "Id", &id) || !pv_xml_attribute(xml, "Type", &type) ||
      !pv_xml_attribute(xml, "Target", &target) || !target.size)
    return;
  pv_xml_attribute(xml, "TargetMode", &mode);
  size_t at = type.size;
  while (at && type.data[at - 1] != '/') at--;
  bool external = pv_str_equal_ignoring_case(mode, PV_STR("external"));
  pv_relation relation = {
      .id = pv_str_copy(arena, id),
      .type = pv_str_copy(arena, (pv_str){type.data + at, type.size - at}),
      .target = external ? pv_str_copy(arena, target).data : resolve(arena, r->base, target),
      .external = external,
  };
  PV_PUSH(arena, r->found, relation);
}

bool pv_package_relations(pv_package *package, const char *part, pv_relations *relations,
                          pv_error *err) {
  static const pv_xml_rule rules[] = {{"Relationship", &relationships, read_relation, NULL, NULL}};
  const char *slash = strrchr(part, '/');
  int folder = slash ? (int)(slash - part) + 1 : 0;
  const char *name =
      pv_str_printf(package->arena, "%.*s_rels/%s.rels", folder, part, part + folder).data;
  reading r = {package, part, relations};
  pv_str bytes;
  *relations = (pv_relations){0};
  if (pv_archive_find(package->archive, name) == PV_NO_ENTRY) return true;
  return pv_package_part(package, name, &bytes, err) &&
         pv_xml_parse(package->arena, bytes, &(pv_xml_reader){rules, 1, NULL, &r, false}, err);
}

const pv_relation *pv_relation_of_type(const pv_relations *relations, const char *type) {
  for (size_t i = 0; i < relations->count; i++)
    if (pv_str_equal(relations->items[i].type, pv_str_from(type))) return &relations->items[i];
  return NULL;
}

const pv_relation *pv_relation_of_id(const pv_relations *relations, pv_str id) {
  for (size_t i = 0; i < relations->count; i++)
    if (pv_str_equal(relations->items[i].id, id)) return &relations->items[i];
  return NULL;
}

bool pv_package_part(pv_package *package, const char *part, pv_str *bytes, pv_error *err) {
  size_t index = pv_archive_find(package->archive, part);
  if (index == PV_NO_ENTRY)
    return pv_fail(err, PV_ERROR_FORMAT, "damaged: its part \"%.100s\" is missing", part);
  char *found = pv_archive_unpack(package->archive, index, PV_LIMIT_ENTRY, &bytes->size, err);
  if (!found) return false;
  bytes->data = found;
  pv_arena_on_free(package->arena, free, found); // where it does not return, the file ends anyway
  return true;
}
