#include "base/str.h"
#include "read/encoding.h"
#include "support/pvtest.h"

// `notes` are the ids of the diagnostics, joined by spaces.
static void check(pv_str bytes, const char *encoding, const char *text, const char *notes) {
  pv_arena *arena = pv_arena_new(0);
  pv_reading reading = {.arena = arena, .bytes = bytes, .diagnostics = {.arena = arena}};
  pv_encoding_decode(pv_encoding_detect(bytes), &reading);
  assert_true(pv_str_equal(reading.encoding, pv_str_from(encoding)));
  assert_int_equal(reading.text.size, strlen(text));
  assert_memory_equal(reading.text.data, text, strlen(text));
  char got[200] = "";
  for (size_t i = 0; i < reading.diagnostics.count; i++) {
    const pv_diagnostic *d = &reading.diagnostics.items[i];
    snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s", i ? " " : "",
             pv_diagnostic_id_name(d->id));
    assert_true(d->at.start <= d->at.end && d->at.end <= reading.text.size);
  }
  assert_string_equal(got, notes);
  pv_arena_free(arena);
}

static void leaves_utf8_alone(void **state) {
  (void)state;
  check(PV_STR("plain"), "utf-8", "plain", "");
  check(PV_STR("\xEF\xBB\xBFmarked"), "utf-8", "\xEF\xBB\xBFmarked", "");
  check(PV_STR("\xE2\x80\x9Cquoted\xE2\x80\x9D"), "utf-8", "\xE2\x80\x9Cquoted\xE2\x80\x9D", "");
  pv_str bytes = PV_STR("the same bytes");
  pv_reading reading = {.bytes = bytes};
  pv_encoding_decode(pv_encoding_detect(bytes), &reading);
  assert_ptr_equal(reading.text.data, bytes.data);
  assert_int_equal(reading.map.count, 0);
}

static void replaces_bytes_that_are_no_text(void **state) {
  (void)state;
  check(PV_STR("\xC3\xA9 and \xFF."), "utf-8", "\xC3\xA9 and \xEF\xBF\xBD.", "invalid_bytes");
  check(PV_STR("\xC3\xA9\xC3\xA8 cut off \xE2\x82"), "utf-8",
        "\xC3\xA9\xC3\xA8 cut off \xEF\xBF\xBD\xEF\xBF\xBD", "invalid_bytes");
  check(PV_STR("a NUL \0 in it"), "utf-8", "a NUL \xEF\xBF\xBD in it", "invalid_bytes");
}

static void guesses_windows_1252(void **state) {
  (void)state;
  check(PV_STR("\x93Term\x94 \x96 caf\xE9 \x80"), "windows-1252",
        "\xE2\x80\x9CTerm\xE2\x80\x9D \xE2\x80\x93 caf\xC3\xA9 \xE2\x82\xAC", "encoding_guessed");
  check(PV_STR("\x93unused \x81\x94"), "windows-1252",
        "\xE2\x80\x9Cunused \xEF\xBF\xBD\xE2\x80\x9D", "encoding_guessed invalid_bytes");
}

static void reads_utf16_with_and_without_a_mark(void **state) {
  (void)state;
  check(PV_STR("\xFF\xFEh\0i\0"), "utf-16le", "hi", "");
  check(PV_STR("\xFE\xFF\0h\0i\x20\xAC"), "utf-16be", "hi\xE2\x82\xAC", "");
  check(PV_STR("h\0i\0 \0t\0h\0e\0r\0e\0"), "utf-16le", "hi there", "encoding_guessed");
  check(PV_STR("\0h\0i\0 \0t\0h\0e\0r\0e"), "utf-16be", "hi there", "encoding_guessed");
  check(PV_STR("\xFF\xFE\x3D\xD8\x8B\xDD"), "utf-16le", "\xF0\x9F\x96\x8B", "");
}

static void survives_broken_utf16(void **state) {
  (void)state;
  check(PV_STR("\xFF\xFEh\0\x3D"), "utf-16le", "h\xEF\xBF\xBD", "invalid_bytes");
  check(PV_STR("\xFF\xFE\x3D\xD8"), "utf-16le", "\xEF\xBF\xBD", "invalid_bytes");
  check(PV_STR("\xFF\xFE\x3D\xD8h\0"), "utf-16le", "\xEF\xBF\xBDh", "invalid_bytes");
  check(PV_STR("\xFF\xFE\x8B\xDDh\0"), "utf-16le", "\xEF\xBF\xBDh", "invalid_bytes");
  check(PV_STR("\xFF\xFE"), "utf-16le", "", "");
}

static void says_what_was_replaced_and_where(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_reading reading = {.arena = arena,
                        .bytes = PV_STR("\xC3\xA9\xC3\xA9 a\xFF"
                                        "b\xFF"),
                        .diagnostics = {.arena = arena}};
  pv_encoding_decode(pv_encoding_detect(reading.bytes), &reading);
  const pv_diagnostic *d = &reading.diagnostics.items[0];
  assert_true(pv_str_equal(d->message, PV_STR("2 bytes that are no text were replaced by U+FFFD, "
                                              "the first at byte 6 of the file")));
  assert_int_equal(d->at.start, 6);
  assert_int_equal(d->at.end, 9);
  assert_int_equal(pv_source_map_find(&reading.map, 9), 7);
  assert_int_equal(pv_source_map_find(&reading.map, 12), 8);
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(leaves_utf8_alone),
      cmocka_unit_test(replaces_bytes_that_are_no_text),
      cmocka_unit_test(guesses_windows_1252),
      cmocka_unit_test(reads_utf16_with_and_without_a_mark),
      cmocka_unit_test(survives_broken_utf16),
      cmocka_unit_test(says_what_was_replaced_and_where),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
