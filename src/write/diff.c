#include "write/diff.h"

#include "base/error.h"
#include "base/str.h"

enum { NARROWEST = 72, USUAL = 80, WIDEST = 100 };

static size_t width_of(const pv_write_options *options) {
  int width = options->width ? options->width : USUAL;
  return (size_t)(width < NARROWEST ? NARROWEST : width > WIDEST ? WIDEST : width);
}

static void print(const pv_diff *diff, pv_str format, const pv_run *run,
                  const pv_write_options *options, pv_output *output, pv_arena *arena) {
  if (pv_str_equal(format, PV_STR("text"))) {
    pv_page page = {.output = output, .width = width_of(options), .color = options->color};
    pv_diff_print_text(diff, options, &page, arena);
    return;
  }
  pv_printer printer = {.output = output, .indented = pv_str_equal(format, PV_STR("json"))};
  pv_diff_print_json(diff, run, &printer);
  if (!printer.indented) pv_output_add_char(output, '\n');
}

bool pv_diff_write(const pv_diff *diff, const char *format, const pv_run *run,
                   const pv_write_options *options, pv_sink sink, pv_error *err) {
  pv_str name = pv_str_from(format);
  if (!pv_str_equal(name, PV_STR("text")) && !pv_str_equal(name, PV_STR("json")) &&
      !pv_str_equal(name, PV_STR("jsonl")))
    return pv_fail(err, PV_ERROR_USAGE, "diff writes text, json and jsonl, not \"%s\"", format);
  pv_arena *arena = pv_arena_new(0);
  jmp_buf out;
  if (!arena || setjmp(out)) {
    if (arena) pv_arena_free(arena);
    return pv_fail(err, PV_ERROR_MEMORY, "the system gives no more memory");
  }
  pv_arena_guard(arena, &out);
  pv_output output = {.sink = sink, .bytes = PV_NEW_ARRAY(arena, char, PV_OUTPUT_SIZE)};
  print(diff, name, run, options, &output, arena);
  bool taken = pv_output_flush(&output);
  pv_arena_free(arena);
  return taken || pv_fail(err, PV_ERROR_WRITE, "the output cannot be written");
}
