// Zip archives: each member is read as a file of its own.
#include "read/archive.h"
#include "read/container.h"
#include "read/formats.h"

bool pv_sniff_zip(pv_str bytes) {
  return pv_archive_starts(bytes) && !pv_archive_holds(bytes, PV_STR("[Content_Types].xml")) &&
         !pv_archive_holds(bytes, PV_STR("META-INF/manifest.xml"));
}

bool pv_unpack_zip(pv_container *container, pv_str bytes, pv_error *err) {
  pv_archive *archive = pv_archive_open(pv_container_arena(container), bytes, err);
  if (!archive) return false;
  bool goes_on = true;
  for (size_t i = 0; i < pv_archive_count(archive) && goes_on; i++) {
    const char *name = pv_archive_name(archive, i);
    if (!pv_container_wants(container, name)) continue;
    pv_error trouble = {0};
    size_t size;
    char *member = pv_archive_unpack(archive, i, pv_container_room(container), &size, &trouble);
    goes_on = member ? pv_container_add(container, name, member, size)
                     : pv_container_fail(container, name, &trouble);
  }
  return true;
}
