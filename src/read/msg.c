// Messages as Outlook saves them (MS-OXMSG): a compound file with a stream for each property. The
// text of a message and its attachments are documents, as in other e-mails.
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/str.h"
#include "read/charset.h"
#include "read/formats.h"
#include "read/limits.h"
#include "read/lzfu.h"
#include "read/mail.h"
#include "read/ole.h"

enum { NAME = 40, OUTER_HEADER = 32, INNER_HEADER = 24, PROPERTY = 16 };

// The numbers of properties: MS-OXPROPS.
enum {
  BODY = 0x1000,
  RICH_BODY = 0x1009,
  PAGE_BODY = 0x1013,
  DISPLAY_NAME = 0x3001,
  DATA = 0x3701,
  SHORT_FILE_NAME = 0x3704,
  FILE_NAME = 0x3707,
  CODE_PAGE = 0x3FDE0003,
  OTHER_CODE_PAGE = 0x3FFD0003,
};

enum { BYTES = 0x0102, TEXT_8_BIT = 0x001E, TEXT_16_BIT = 0x001F, OBJECT = 0x000D };

typedef struct {
  pv_container *container;
  pv_arena *arena;
  const pv_ole *ole;
  uint32_t storage;
  pv_str path; // "inner.msg!" for one in it
  size_t header;
  char charset[NAME];
} message;

static uint32_t find_property(const message *m, uint32_t storage, int property, int type) {
  char name[NAME];
  snprintf(name, sizeof name, "__substg1.0_%04X%04X", (unsigned)property, (unsigned)type);
  return pv_ole_find(m->ole, storage, name);
}

static pv_str read_bytes(const message *m, uint32_t storage, int property) {
  return pv_ole_read(m->ole, find_property(m, storage, property, BYTES));
}

// A text in UTF-8, or empty.
static pv_str read_text(const message *m, uint32_t storage, int property) {
  uint32_t wide = find_property(m, storage, property, TEXT_16_BIT);
  pv_str bytes = pv_ole_read(
      m->ole, wide == PV_OLE_NONE ? find_property(m, storage, property, TEXT_8_BIT) : wide);
  pv_str text;
  bool good =
      pv_charset_convert(m->arena, wide == PV_OLE_NONE ? m->charset : "UTF-16LE", bytes, &text);
  return good ? text : bytes;
}

static uint32_t number(pv_str bytes, size_t at) {
  const unsigned char *b = (const unsigned char *)bytes.data + at;
  return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

// The code page of texts of 8 bits.
static void find_charset(message *m) {
  pv_str all = pv_ole_read(m->ole, pv_ole_find(m->ole, m->storage, "__properties_version1.0"));
  uint32_t page = 1252;
  for (size_t at = m->header; at + PROPERTY <= all.size; at += PROPERTY) {
    uint32_t tag = number(all, at), value = number(all, at + 8);
    if ((tag == CODE_PAGE || tag == OTHER_CODE_PAGE) && value > 0 && value <= UINT16_MAX)
      page = value;
  }
  if (page == 65001 || page == 20127)
    snprintf(m->charset, sizeof m->charset, "UTF-8");
  else if (page > 28590 && page < 28606)
    snprintf(m->charset, sizeof m->charset, "ISO-8859-%u", page - 28590);
  else
    snprintf(m->charset, sizeof m->charset, "CP%u", page);
}

static bool add(const message *m, pv_str name, pv_str bytes) {
  char *copy = malloc(bytes.size + 1);
  if (copy && bytes.size) memcpy(copy, bytes.data, bytes.size);
  pv_str path =
      pv_str_printf(m->arena, PV_STR_FMT PV_STR_FMT, PV_STR_ARG(m->path), PV_STR_ARG(name));
  return pv_mail_add(m->container, path, copy, bytes.size);
}

static bool fail_damaged(const message *m, const char *name) {
  pv_error err = {0};
  pv_fail(&err, PV_ERROR_FORMAT, "damaged rich text; open the message and save its text");
  pv_str path = pv_str_printf(m->arena, PV_STR_FMT "%s", PV_STR_ARG(m->path), name);
  return pv_container_fail(m->container, path.data, &err);
}

// Plain text, else the web page, else rich text.
static bool add_body(const message *m) {
  pv_str plain = read_text(m, m->storage, BODY);
  if (!pv_text_is_blank(plain)) return add(m, PV_STR("body.txt"), plain);
  pv_str page = read_bytes(m, m->storage, PAGE_BODY);
  if (!page.size) page = read_text(m, m->storage, PAGE_BODY);
  if (page.size) return add(m, PV_STR("body.html"), page);
  pv_str packed = read_bytes(m, m->storage, RICH_BODY);
  pv_buffer rich = {.arena = m->arena};
  if (!packed.size) return true;
  if (!pv_lzfu_unpack(packed, &rich)) return fail_damaged(m, "body.rtf");
  return add(m, PV_STR("body.rtf"), pv_buffer_str(&rich));
}

static bool walk(message *m, size_t depth, pv_error *err);

static bool add_attachment(const message *m, uint32_t storage, size_t index, size_t depth,
                           pv_error *err) {
  static const int names[] = {FILE_NAME, SHORT_FILE_NAME, DISPLAY_NAME};
  pv_str name = {"", 0};
  for (size_t i = 0; i < sizeof names / sizeof *names && !name.size; i++)
    name = pv_str_trim(read_text(m, storage, names[i]));
  uint32_t object = find_property(m, storage, DATA, OBJECT);
  bool is_message = pv_ole_find(m->ole, object, "__properties_version1.0") != PV_OLE_NONE;
  if (!name.size) name = pv_str_printf(m->arena, "part-%zu", index);
  if (!is_message) return add(m, name, read_bytes(m, storage, DATA));
  message inner = *m;
  inner.storage = object;
  inner.header = INNER_HEADER;
  inner.path =
      pv_str_printf(m->arena, PV_STR_FMT PV_STR_FMT ".msg!", PV_STR_ARG(m->path), PV_STR_ARG(name));
  return walk(&inner, depth + 1, err);
}

// False when no more is wanted, or too much was there.
static bool walk(message *m, size_t depth, pv_error *err) {
  if (depth >= PV_LIMIT_NESTING)
    return pv_fail(err, PV_ERROR_LIMIT, "has more than %d messages in each other",
                   PV_LIMIT_NESTING);
  find_charset(m);
  if (!add_body(m)) return false;
  pv_ole_entries entries = pv_ole_list(m->ole, m->storage);
  for (size_t i = 0, index = 0; i < entries.count; i++) {
    pv_str name = pv_str_from(pv_ole_name(m->ole, entries.items[i]));
    if (!pv_str_starts_with(name, PV_STR("__attach_version1.0_"))) continue;
    if (!add_attachment(m, entries.items[i], ++index, depth, err)) return false;
  }
  return true;
}

bool pv_sniff_msg(pv_str bytes) {
  return pv_ole_starts(bytes) && pv_ole_mentions(bytes, "__properties_version1.0");
}

bool pv_unpack_msg(pv_container *container, pv_str bytes, pv_error *err) {
  pv_arena *arena = pv_container_arena(container);
  const pv_ole *ole = pv_ole_open(arena, bytes, err);
  if (!ole) return false;
  pv_error trouble = {0};
  message m = {.container = container,
               .arena = arena,
               .ole = ole,
               .storage = PV_OLE_ROOT,
               .path = {"", 0},
               .header = OUTER_HEADER};
  walk(&m, 0, &trouble);
  if (trouble.code && err) *err = trouble;
  return !trouble.code;
}
