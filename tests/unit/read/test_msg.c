#include <stdlib.h>

#include "base/str.h"
#include "read/document.h"
#include "support/made_ole.h"
#include "support/pvtest.h"
#include "support/record.h"

#define TEXT(bytes)                                                                                \
  { bytes, sizeof(bytes) - 1 }
#define PROPERTIES                                                                                 \
  { "__properties_version1.0", -1, TEXT("") }
#define STORAGE                                                                                    \
  { NULL, 0 }

static void check_entries(const pv_made_stream *entries, size_t count, const char *expected) {
  size_t size;
  char *bytes = pv_made_ole(entries, count, &size);
  pv_check_record((pv_str){bytes, size}, "a.msg", expected);
  free(bytes);
}

#define CHECK(expected, ...)                                                                       \
  check_entries((const pv_made_stream[]){__VA_ARGS__},                                             \
                sizeof((const pv_made_stream[]){__VA_ARGS__}) / sizeof(pv_made_stream), expected)

static void reads_the_text_of_a_message(void **state) {
  (void)state;
  CHECK("a.msg!body.txt = Net\n", PROPERTIES, {"__substg1.0_1000001F", -1, TEXT("N\0e\0t\0")},
        {"__substg1.0_10130102", -1, TEXT("<p>x")});
  CHECK("a.msg!body.txt = “Net”\n", PROPERTIES, {"__substg1.0_1000001E", -1, TEXT("\x93Net\x94")});
  static const char properties[] = "00000000000000000000000000000000"
                                   "\x03\x00\xDE\x3F\0\0\0\0\xE3\x04\0\0\0\0\0\0";
  CHECK("a.msg!body.txt = М\n", {"__properties_version1.0", -1, TEXT(properties)},
        {"__substg1.0_1000001E", -1, TEXT("\xCC")});
  CHECK("a.msg!body.html = Maker\n\ngrants\n", PROPERTIES,
        {"__substg1.0_1000001F", -1, TEXT(" \0")},
        {"__substg1.0_10130102", -1, TEXT("<p>Maker<p>grants")});
}

static void unpacks_rich_text(void **state) {
  (void)state;
  // The example of MS-OXRTFCP, 3.1.1.
  static const char packed[] =
      "\x2d\x00\x00\x00\x2b\x00\x00\x00\x4c\x5a\x46\x75\xf1\xc5\xc7\xa7\x03\x00\x0a\x00\x72\x63"
      "\x70\x67\x31\x32\x35\x42\x32\x0a\xf3\x20\x68\x65\x6c\x09\x00\x20\x62\x77\x05\xb0\x6c\x64"
      "\x7d\x0a\x80\x0f\xa0";
  CHECK("a.msg!body.rtf = hello world\n", PROPERTIES, {"__substg1.0_10090102", -1, TEXT(packed)});
  static const char plain[] = "\x1a\0\0\0\x0e\0\0\0MELA\0\0\0\0{\\rtf1 Maker}";
  CHECK("a.msg!body.rtf = Maker\n", PROPERTIES, {"__substg1.0_10090102", -1, TEXT(plain)});
  CHECK("a.msg!body.rtf: format\n", PROPERTIES,
        {"__substg1.0_10090102", -1, {packed, sizeof packed - 10}});
}

static void reads_attachments_and_messages_in_messages(void **state) {
  (void)state;
  static char big[5000];
  memset(big, 'x', sizeof big);
  memcpy(big, "{\\rtf1 Rich}", 12);
  memset(big + 12, '\n', sizeof big - 12);
  CHECK("a.msg!body.txt = Net\na.msg!terms.rtf = Rich\na.msg!inner.msg!body.txt = in\n"
        "a.msg!inner.msg!b.txt = B\n  members that are no documents were left out: c.png\n",
        PROPERTIES, {"__substg1.0_1000001E", -1, TEXT("Net")},
        {"__attach_version1.0_#00000002", -1, STORAGE},
        {"__attach_version1.0_#00000001", -1, STORAGE},
        {"__attach_version1.0_#00000000", -1, STORAGE}, {"__substg1.0_3704001E", 2, TEXT("c.png")},
        {"__substg1.0_37010102", 2, TEXT("png")}, {"__substg1.0_3001001E", 3, TEXT("inner")},
        {"__substg1.0_3701000D", 3, STORAGE}, {"__properties_version1.0", 8, TEXT("")},
        {"__substg1.0_1000001E", 8, TEXT("in")}, {"__attach_version1.0_#00000000", 8, STORAGE},
        {"__substg1.0_3707001F", 11, TEXT("b\0.\0t\0x\0t\0")},
        {"__substg1.0_37010102", 11, TEXT("B")}, {"__substg1.0_3707001E", 4, TEXT("terms.rtf")},
        {"__substg1.0_37010102", 4, {big, sizeof big}});
}

static void refuses_damaged_files(void **state) {
  (void)state;
  size_t size;
  char *bytes = pv_made_ole((const pv_made_stream[]){PROPERTIES}, 1, &size);
  pv_check_record((pv_str){bytes, size}, "a.msg", "a.msg: empty\n");
  bytes[30] = 3; // no size of sectors
  pv_check_record((pv_str){bytes, size}, "a.msg", "a.msg: format\n");
  free(bytes);
}

static void ends_messages_in_themselves(void **state) {
  (void)state;
  pv_made_stream entries[40] = {PROPERTIES};
  int count = 1;
  for (int level = 0; level < 12; level++) {
    int parent = level ? count - 2 : -1;
    entries[count] = (pv_made_stream){"__attach_version1.0_#00000000", parent, STORAGE};
    entries[count + 1] = (pv_made_stream){"__substg1.0_3701000D", count, STORAGE};
    entries[count + 2] = (pv_made_stream){"__properties_version1.0", count + 1, TEXT("")};
    count += 3;
  }
  check_entries(entries, (size_t)count, "a.msg: limit\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_the_text_of_a_message),
      cmocka_unit_test(unpacks_rich_text),
      cmocka_unit_test(reads_attachments_and_messages_in_messages),
      cmocka_unit_test(refuses_damaged_files),
      cmocka_unit_test(ends_messages_in_themselves),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
