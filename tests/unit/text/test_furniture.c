// Page furniture as it is found: one piece a line, with its kind before it.
#include "base/str.h"
#include "support/pvtest.h"
#include "text/furniture.h"

enum { SIZE = 4096 };

static const char *const kinds[] = {"source", "page", "running", "rule", "contents"};

static void check(const char *bytes, const char *expected) {
  pv_arena *arena = pv_arena_new(0);
  pv_str text = pv_str_from(bytes);
  pv_lines lines = pv_lines_find(arena, text);
  pv_furniture_list found = pv_furniture_find(arena, &lines);
  char got[SIZE] = "";
  size_t used = 0;
  for (size_t i = 0; i < found.count; i++)
    used += (size_t)snprintf(got + used, sizeof got - used, "%s: " PV_STR_FMT "\n",
                             kinds[found.items[i].kind],
                             PV_STR_ARG(pv_str_slice(text, found.items[i].at)));
  assert_string_equal(got, expected);
  pv_arena_free(arena);
}

static void finds_page_numbers(void **state) {
  (void)state;
  check("text\n\n\n\n 12 \n\n\n\ntext", "page: 12\n");
  check("text\n- 12 -\ntext", "page: - 12 -\n");
  check("text\nPage 3 of 20\ntext", "page: Page 3 of 20\n");
  check("text\n\n\n\niv\n\n\n\ntext", "page: iv\n");
  check("text\n\n\n\nA-3\n\n\n\ntext", "page: A-3\n");
  check("text\n\n\n\n3    4\n\n\n\ntext", "page: 3    4\n");
  check("text\n\n  -3-    4\n\ntext", "page: -3-    4\n");
  check("to be void      9\n\n\n\n\nand of no effect", "page: 9\n");
  check("of this.   Page 2 of 29\n\n\n\n\nmore", "page: Page 2 of 29\n");
}

static void leaves_other_numbers(void **state) {
  (void)state;
  check("text\n12\ntext", "");
  check("text\n\n(i)\n\ntext", "");
  check("text\n\n2026\n\ntext", "");
  check("a sum of 9\n\n\n\n\nand", "");
  check("text\n\n12 units\n\ntext", "");
  check("mix it\n\n\n\n\nand", "");
}

static void finds_filing_footers(void **state) {
  (void)state;
  check("text\n\nSource: HALDEN CORP, 10-K, 3/31/2019\n\ntext",
        "source: Source: HALDEN CORP, 10-K, 3/31/2019\n");
  check("it may Source: HALDEN LABS, INC., S-1/A (on F-1), 12/1/2019 sell it",
        "source: Source: HALDEN LABS, INC., S-1/A (on F-1), 12/1/2019\n");
  check("Source: the books of Halden, as of 3/31/2019", "");
  check("Source: Halden", "");
}

static void finds_rules(void **state) {
  (void)state;
  check("text\n----------\ntext\n= = = =\n", "rule: ----------\nrule: = = = =\n");
  check("the Net Sales    ---------    of it", "rule: ---------\n");
  check("By: ____________\n", "");
  check("a -- b", "");
}

static void finds_contents(void **state) {
  (void)state;
  check("1. Grant ........ 3\n2. Term . . . . . . 4\ntext",
        "contents: 1. Grant ........ 3\ncontents: 2. Term . . . . . . 4\n");
  check("TABLE OF CONTENTS\n\nPage\n\nArticle I Grant 3\n\nArticle II Term 4\n\n"
        "This Agreement is made on the day on which the parties to it have signed it, as stated "
        "below, in 2026",
        "contents: TABLE OF CONTENTS\ncontents: Page\ncontents: Article I Grant 3\ncontents: "
        "Article II Term 4\n");
  check("See the Table of Contents.\n\nIt pays 5\n", "");
}

static void finds_running_lines(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  char filler[1001];
  memset(filler, 'x', 1000);
  filler[1000] = '\0';
  pv_str pages =
      pv_str_printf(arena,
                    "Title\n%s\n%s\nHalden Supply 1 of it\n\n%s\nHalden Supply 2 of it\n\n%s\n"
                    "Halden Supply 3 of it\n\n%s\nHalden Supply 4 of it\n\n",
                    filler, filler, filler, filler, filler);
  check(pages.data, "running: Halden Supply 1 of it\nrunning: Halden Supply 2 of it\n"
                    "running: Halden Supply 3 of it\nrunning: Halden Supply 4 of it\n");
  check("Monthly\nMonthly\nMonthly\nMonthly\nMonthly\n", "");
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(finds_page_numbers),   cmocka_unit_test(leaves_other_numbers),
      cmocka_unit_test(finds_filing_footers), cmocka_unit_test(finds_rules),
      cmocka_unit_test(finds_contents),       cmocka_unit_test(finds_running_lines),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
