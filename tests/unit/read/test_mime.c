#include <stdlib.h>

#include "base/str.h"
#include "read/mime.h"
#include "support/pvtest.h"

static pv_arena *arena;

static int set_up(void **state) {
  (void)state;
  arena = pv_arena_new(0);
  return arena ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  pv_arena_free(arena);
  return 0;
}

static void check_same(pv_str found, const char *expected) {
  assert_string_equal(pv_str_copy(arena, found).data, expected);
}

static void finds_headers(void **state) {
  (void)state;
  pv_mime part = pv_mime_split(PV_STR("Subject: The\r\n terms\r\nTO: a\n\nbody\n\nmore"));
  check_same(pv_mime_header(arena, &part, "subject"), "The terms");
  check_same(pv_mime_header(arena, &part, "To"), "a");
  check_same(pv_mime_header(arena, &part, "From"), "");
  check_same(part.body, "body\n\nmore");
  part = pv_mime_split(PV_STR("Subject: x"));
  check_same(part.body, "");
  check_same(pv_mime_split(PV_STR("\nbody")).body, "body");
}

static void finds_parameters(void **state) {
  (void)state;
  static const struct {
    const char *value, *name, *is;
  } rows[] = {
      {"text/plain; charset=utf-8", "charset", "utf-8"},
      {"text/plain;charset = \"utf-8\" ; x=y", "CHARSET", "utf-8"},
      {"text/plain; format=flowed; xcharset=b", "charset", ""},
      {"attachment; flag; filename=\"a;b \\\"c\\\".txt\"", "filename", "a;b \"c\".txt"},
      {"attachment; filename==?utf-8?Q?caf=C3=A9_1.txt?=", "filename", "café 1.txt"},
      {"attachment; filename=\"=?iso-8859-1?B?Y2Fm6Q==?= =?utf-8?q?_x?= y =?\"", "filename",
       "café x y =?"},
      {"attachment; filename*=iso-8859-1'en'caf%E9.txt", "filename", "café.txt"},
      {"attachment; filename*0=long; filename*1*=%20er; filename*2=.txt", "filename",
       "long er.txt"},
      {"attachment; filename*0*=utf-8''caf%C3; filename*1*=%A9", "filename", "café"},
      {"attachment; filename=\"never ends", "filename", "never ends"},
      {"attachment; filename", "filename", ""},
      {"attachment; filename==?none?X", "filename", "=?none?X"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    check_same(pv_mime_parameter(arena, pv_str_from(rows[i].value), rows[i].name), rows[i].is);
  check_same(pv_mime_kind(arena, PV_STR(" Text/HTML ; charset=x")), "text/html");
}

static void decodes_bodies(void **state) {
  (void)state;
  static const struct {
    const char *encoding, *body, *is;
  } rows[] = {
      {"7bit", "a=3D\n", "a=3D\n"},
      {"Quoted-Printable", "caf=E9 =\r\ngoes on  \r\nx=\n", "caf\xE9 goes on\nx"},
      {"quoted-printable", "50=% and =3", "50=% and =3"},
      {"BASE64", "VGVy\r\nbXM=", "Terms"},
      {"base64", "VGVybXMh", "Terms!"},
      {"base64", "V!G", "T"},
      {"base64", "V", ""},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    pv_str head = pv_str_printf(arena, "Content-Transfer-Encoding: %s\n", rows[i].encoding);
    size_t size;
    char *bytes = pv_mime_decode(arena, &(pv_mime){head, pv_str_from(rows[i].body)}, &size);
    assert_non_null(bytes);
    check_same((pv_str){bytes, size}, rows[i].is);
    free(bytes);
  }
}

static void goes_over_parts(void **state) {
  (void)state;
  pv_str body =
      PV_STR("preamble\r\n--x\r\nA: 1\r\n\r\none\r\n\r\n--x  \n\ntwo\n--xy\n--x--\nrest\n--x\nno");
  size_t pos = 0;
  pv_mime part;
  assert_true(pv_mime_next(body, PV_STR("x"), &pos, &part));
  check_same(pv_mime_header(arena, &part, "A"), "1");
  check_same(part.body, "one\r\n");
  assert_true(pv_mime_next(body, PV_STR("x"), &pos, &part));
  check_same(part.body, "two\n--xy");
  assert_false(pv_mime_next(body, PV_STR("x"), &pos, &part));
  pos = 0;
  assert_true(pv_mime_next(PV_STR("--x\n\ncut off"), PV_STR("x"), &pos, &part));
  check_same(part.body, "cut off");
  assert_false(pv_mime_next(PV_STR("--x\n\ncut off"), PV_STR("x"), &pos, &part));
  pos = 0;
  assert_false(pv_mime_next(body, PV_STR("z"), &pos, &part));
  assert_false(pv_mime_next(body, PV_STR(""), &pos, &part));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_headers),
      cmocka_unit_test(finds_parameters),
      cmocka_unit_test(decodes_bodies),
      cmocka_unit_test(goes_over_parts),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
