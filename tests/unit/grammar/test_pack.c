#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/str.h"
#include "grammar/grammar.h"
#include "support/pvtest.h"

#define GRAMMAR(id, rest)                                                                          \
  "<grammar xmlns='urn:proviso-grammar:1' id='" id "' version='1.2.0' engine='1' "                 \
  "xml:lang='en'>" rest "</grammar>"
#define PACK(files)                                                                                \
  "<pack xmlns='urn:proviso-grammar:1' id='p' version='2.0.1' engine='1'>" files "</pack>"
#define RULE(expression)                                                                           \
  "<phase name='clause'><rule id='R' emits='A' status='draft'><match>" expression                  \
  "</match></rule></phase>"

static const char core[] = GRAMMAR("core", "<lexicon id='deal'>sell | buy</lexicon>");
static const char both[] = PACK("<file href='core.xml'/><file href='a.xml'/>");

typedef struct {
  char folder[64];
} fixture;

static fixture make(void) {
  fixture f = {"/tmp/proviso-pack-XXXXXX"};
  assert_non_null(mkdtemp(f.folder));
  return f;
}

static void put(const fixture *f, const char *name, const char *text) {
  char path[128];
  (void)snprintf(path, sizeof path, "%s/%s", f->folder, name);
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  (void)fputs(text, file);
  (void)fclose(file);
}

static void drop(const fixture *f) {
  static const char *const names[] = {"pack.xml", "core.xml", "a.xml", "words.txt",
                                      "schema/grammar.rng"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    char path[128];
    (void)snprintf(path, sizeof path, "%s/%s", f->folder, names[i]);
    (void)unlink(path);
  }
  char path[128];
  (void)snprintf(path, sizeof path, "%s/schema", f->folder);
  (void)rmdir(path);
  (void)rmdir(f->folder);
}

// Loads core.xml and a.xml by a pack.
static pv_grammar *load(const fixture *f, const char *pack, const char *a, pv_error *err) {
  put(f, "pack.xml", pack);
  put(f, "core.xml", core);
  put(f, "a.xml", a);
  return pv_grammar_load(f->folder, err);
}

static void check_refused(const char *pack, const char *a, const char *message) {
  fixture f = make();
  pv_error err = {0};
  assert_null(load(&f, pack, a, &err));
  char *end = strchr(err.message, '\n');
  if (end) *end = '\0';
  assert_string_equal(err.message, message);
  drop(&f);
}

static void loads_files_in_order(void **state) {
  (void)state;
  fixture f = make();
  pv_error err = {0};
  pv_grammar *grammar =
      load(&f, both, GRAMMAR("a", "<import pack='core' version='^1.1'/>" RULE("[%deal]")), &err);
  if (!grammar) fail_msg("%s", err.message);
  assert_int_equal(grammar->rule_count, 1);
  assert_true(pv_str_equal(pv_grammar_id(grammar), PV_STR("p")));
  assert_true(pv_str_equal(pv_grammar_version(grammar), PV_STR("2.0.1")));
  assert_true(pv_str_equal(grammar->rules[0].pack, PV_STR("a@1.2.0")));
  assert_int_equal(pv_grammar_sha256(grammar).size, 64);
  pv_grammar_free(grammar);
  drop(&f);
}

static void names_the_bytes_by_their_hash(void **state) {
  (void)state;
  fixture f = make();
  pv_error err = {0};
  pv_grammar *one = load(&f, both, GRAMMAR("a", RULE("sell")), &err);
  pv_grammar *same = load(&f, both, GRAMMAR("a", RULE("sell")), &err);
  pv_grammar *other = load(&f, both, GRAMMAR("a", RULE("sells")), &err);
  assert_true(pv_str_equal(pv_grammar_sha256(one), pv_grammar_sha256(same)));
  assert_false(pv_str_equal(pv_grammar_sha256(one), pv_grammar_sha256(other)));
  pv_grammar_free(one);
  pv_grammar_free(same);
  pv_grammar_free(other);
  drop(&f);
}

static void reads_lists_beside_the_grammar(void **state) {
  (void)state;
  fixture f = make();
  pv_error err = {0};
  put(&f, "words.txt", "# things\nspare parts\n\nU.S. goods\r\nco-op");
  pv_grammar *grammar =
      load(&f, both, GRAMMAR("a", "<lexicon id='w' href='words.txt'/>" RULE("%w")), &err);
  if (!grammar) fail_msg("%s", err.message);
  pv_str printed = pv_program_print(grammar->arena, grammar, grammar->rules[0].matches, NULL, 0);
  static const char *const words[] = {"[spare]", "[parts]", "[u.s.]", "[coop]", "[-]"};
  char text[1024];
  (void)snprintf(text, sizeof text, PV_STR_FMT, PV_STR_ARG(printed));
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) assert_non_null(strstr(text, words[i]));
  assert_null(strstr(text, "things"));
  pv_grammar_free(grammar);
  drop(&f);
}

static void uses_only_what_is_imported(void **state) {
  (void)state;
  check_refused(both, GRAMMAR("a", RULE("[%deal]")),
                "%deal belongs to core, which is not imported here");
  check_refused(both, GRAMMAR("a", "<import pack='cor' version='^1.0'/>" RULE("b")),
                "cor is not loaded before this; did you mean core?");
  check_refused(both, GRAMMAR("a", "<import pack='core' version='^1.3'/>" RULE("b")),
                "core is there in version 1.2.0");
  check_refused(both, GRAMMAR("a", "<import pack='core' version='^2.0'/>" RULE("b")),
                "core is there in version 1.2.0");
  check_refused(both, GRAMMAR("a", "<import pack='core' version='1.1.0'/>" RULE("b")),
                "core is there in version 1.2.0");
}

static void stays_in_its_folder(void **state) {
  (void)state;
  check_refused(PACK("<file href='../a.xml'/>"), "", "a file of a pack is in its folder or below");
  check_refused(PACK("<file href='/etc/a.xml'/>"), "",
                "a file of a pack is in its folder or below");
  check_refused(both, GRAMMAR("a", "<lexicon id='w' href='../w.txt'/>" RULE("%w")),
                "a list has to be in the folder of the grammar or below");
  check_refused(PACK("<file href='pack.xml'/>"), "", "this file is no grammar");
}

static void knows_versions_and_engines(void **state) {
  (void)state;
  check_refused("<pack xmlns='urn:proviso-grammar:1' id='p' version='1.0' engine='1'>"
                "<file href='core.xml'/></pack>",
                "", "a version is three numbers: 1.0.0");
  check_refused("<pack xmlns='urn:proviso-grammar:1' id='p' version='1.0.0' engine='2'>"
                "<file href='core.xml'/></pack>",
                "", "this program knows the language of engine 1");
}

static void loads_each_file_once(void **state) {
  (void)state;
  check_refused(PACK("<file href='core.xml'/><file href='core.xml'/>"), "",
                "core is loaded already");
  check_refused(both, GRAMMAR("a", RULE("b") RULE("c")), "there is a rule of that name already");
}

// With the SHA-256 of core.xml, in capitals or not.
static void checks_the_sums_of_files(void **state) {
  (void)state;
  char sum[PV_SHA256_HEX_SIZE], pack[512], message[256];
  pv_sha256_print(pv_str_from(core), sum);
  (void)snprintf(pack, sizeof pack, PACK("<file href='core.xml' sha256='%s'/>"), sum);
  fixture f = make();
  pv_error err = {0};
  pv_grammar *grammar = load(&f, pack, "", &err);
  if (!grammar) fail_msg("%s", err.message);
  pv_grammar_free(grammar);
  drop(&f);
  (void)snprintf(message, sizeof message, "the SHA-256 of the file is %s", sum);
  check_refused(PACK("<file href='core.xml' sha256='00'/>"), "", message);
  check_refused(PACK("<file href='core.xml' sha256=''/>"), "", message);
}

static void takes_the_schema_beside_the_pack(void **state) {
  (void)state;
  fixture f = make();
  char path[128];
  pv_error err = {0};
  (void)snprintf(path, sizeof path, "%s/schema", f.folder);
  assert_int_equal(mkdir(path, 0700), 0);
  put(&f, "schema/grammar.rng", "<nothing/>");
  assert_null(load(&f, both, "", &err));
  assert_string_equal(err.message, "the schema is damaged");
  (void)snprintf(path, sizeof path, "%s/schema/grammar.rng", f.folder);
  assert_string_equal(err.file, path);
  drop(&f);
}

static void says_what_is_not_there(void **state) {
  (void)state;
  pv_error err = {0};
  assert_null(pv_grammar_load("/nowhere", &err));
  assert_int_equal(err.code, PV_ERROR_NOT_FOUND);
  assert_string_equal(err.file, "/nowhere");
  check_refused(PACK("<file href='b.xml'/>"), "",
                "cannot open the grammar file: No such file or directory");
}

static void loads_the_installed_pack(void **state) {
  (void)state;
  pv_error err = {0};
  pv_grammar *grammar = pv_grammar_load(NULL, &err);
  if (!grammar) fail_msg("%s:%u: %s", err.file, err.line, err.message);
  assert_true(grammar->rule_count > 0);
  assert_non_null(pv_grammar_rule(grammar, PV_STR("DEF-MEANS")));
  assert_null(pv_grammar_rule(grammar, PV_STR("NONE")));
  pv_grammar_free(grammar);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(loads_files_in_order),
      cmocka_unit_test(names_the_bytes_by_their_hash),
      cmocka_unit_test(reads_lists_beside_the_grammar),
      cmocka_unit_test(uses_only_what_is_imported),
      cmocka_unit_test(stays_in_its_folder),
      cmocka_unit_test(knows_versions_and_engines),
      cmocka_unit_test(loads_each_file_once),
      cmocka_unit_test(checks_the_sums_of_files),
      cmocka_unit_test(takes_the_schema_beside_the_pack),
      cmocka_unit_test(says_what_is_not_there),
      cmocka_unit_test(loads_the_installed_pack),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
