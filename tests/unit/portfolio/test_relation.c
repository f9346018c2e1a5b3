#include "base/str.h"
#include "base/vector.h"
#include "portfolio/relation.h"
#include "support/pvtest.h"

typedef struct {
  pv_arena *arena;
  pv_vocabulary *vocabulary;
} fixture;

static fixture begin(void) {
  fixture f = {.arena = pv_arena_new(0)};
  assert_non_null(f.arena);
  f.vocabulary = pv_vocabulary_new(f.arena);
  return f;
}

// What a clause calls it, and what its document says that this means and leaves out.
typedef struct {
  const char *text;
  const char *meaning;
  const char *excluded;
} thing;

static pv_promise promise_of(const fixture *f, thing t) {
  pv_promise promise = {0};
  pv_concept *subject = &promise.subject;
  subject->text = pv_str_from(t.text);
  subject->words = pv_bag_read(f->arena, f->vocabulary, subject->text);
  subject->is_defined = t.meaning != NULL;
  if (t.meaning) subject->term = subject->text;
  if (t.meaning) subject->term_words = subject->words;
  subject->meaning = pv_bag_read(f->arena, f->vocabulary, pv_str_from(t.meaning));
  subject->excluded = pv_bag_read(f->arena, f->vocabulary, pv_str_from(t.excluded));
  return promise;
}

static void check_subjects(thing a, thing b, pv_relation expected) {
  fixture f = begin();
  pv_promise left = promise_of(&f, a), right = promise_of(&f, b);
  assert_int_equal(pv_compare_subjects(&left, &right).relation, expected);
  assert_int_equal(pv_compare_subjects(&right, &left).relation, expected);
  pv_arena_free(f.arena);
}

static void subjects_by_their_words_and_definitions(void **state) {
  (void)state;
  const thing apis = {"Stateless APIs", NULL, NULL};
  const thing platform = {"Agent Platform", NULL, NULL};
  check_subjects(apis, (thing){"stateless API", NULL, NULL}, PV_RELATION_SAME);
  check_subjects(apis, (thing){"APIs", NULL, NULL}, PV_RELATION_OVERLAP);
  check_subjects(apis, platform, PV_RELATION_UNKNOWN);
  check_subjects(apis, (thing){"", NULL, NULL}, PV_RELATION_UNKNOWN);
  check_subjects((thing){"Pumps", "machines that move water", NULL},
                 (thing){"Pumps", "machines that move water", NULL}, PV_RELATION_SAME);
  check_subjects((thing){"Pumps", "machines that move water", NULL},
                 (thing){"Pumps", "the models in Annex A", NULL}, PV_RELATION_OVERLAP);
  check_subjects((thing){"Products", "all agent platforms of the seller", NULL}, platform,
                 PV_RELATION_OVERLAP);
  check_subjects((thing){"Interface", "a port", "any agent platform"}, platform,
                 PV_RELATION_DISJOINT);
  check_subjects((thing){"Products", "pumps and licensed products", NULL},
                 (thing){"Licensed Products", "all valves", NULL}, PV_RELATION_OVERLAP);
  check_subjects((thing){"Products", "pumps and valves", NULL},
                 (thing){"Licensed Products", "all products of the seller", NULL},
                 PV_RELATION_UNKNOWN);
  check_subjects((thing){"Interface", "a port", NULL}, (thing){"Valve", "a part", NULL},
                 PV_RELATION_UNKNOWN);
}

static pv_bag bag_of(const fixture *f, const char *first, const char *second) {
  pv_str *items = PV_NEW_ARRAY(f->arena, pv_str, 2);
  items[0] = pv_str_from(first);
  items[1] = pv_str_from(second);
  return (pv_bag){items, (size_t)(first != NULL) + (second != NULL)};
}

static void kinds_of_property_keep_licenses_apart(void **state) {
  (void)state;
  fixture f = begin();
  pv_promise left = promise_of(&f, (thing){"Licensed Patents", NULL, NULL});
  pv_promise right = promise_of(&f, (thing){"Marks", NULL, NULL});
  left.subject_kinds = bag_of(&f, "patent", NULL);
  right.subject_kinds = bag_of(&f, "trademark", NULL);
  assert_int_equal(pv_compare_subjects(&left, &right).relation, PV_RELATION_DISJOINT);
  right.subject_kinds = bag_of(&f, "other", "trademark");
  assert_int_equal(pv_compare_subjects(&left, &right).relation, PV_RELATION_UNKNOWN);
  pv_arena_free(f.arena);
}

static void acts_that_have_nothing_in_common_are_apart(void **state) {
  (void)state;
  fixture f = begin();
  pv_bag make = bag_of(&f, "manufacture", NULL), sell = bag_of(&f, "sell", NULL);
  pv_bag both = bag_of(&f, "manufacture", "sell"), host = bag_of(&f, "host", NULL);
  pv_bag none = {0};
  assert_int_equal(pv_compare_activities(make, sell).relation, PV_RELATION_DISJOINT);
  assert_int_equal(pv_compare_activities(sell, make).relation, PV_RELATION_DISJOINT);
  assert_int_equal(pv_compare_activities(both, sell).relation, PV_RELATION_OVERLAP);
  assert_int_equal(pv_compare_activities(sell, sell).relation, PV_RELATION_SAME);
  assert_int_equal(pv_compare_activities(host, sell).relation, PV_RELATION_UNKNOWN);
  assert_int_equal(pv_compare_activities(none, sell).relation, PV_RELATION_UNKNOWN);
  assert_int_equal(pv_compare_activities(none, none).relation, PV_RELATION_SAME);
  pv_arena_free(f.arena);
}

static pv_promise in_area(const fixture *f, pv_area_kind kind, const char *first,
                          const char *second) {
  pv_promise promise = {0};
  promise.area = (pv_area){.kind = kind, .text = pv_str_from(first)};
  promise.area.codes = bag_of(f, first, second);
  promise.area.words = bag_of(f, first, second);
  return promise;
}

static void check_areas(pv_promise a, pv_promise b, pv_relation expected) {
  assert_int_equal(pv_compare_areas(&a, &b).relation, expected);
  assert_int_equal(pv_compare_areas(&b, &a).relation, expected);
}

static void places_are_sets_of_countries(void **state) {
  (void)state;
  fixture f = begin();
  pv_promise none = in_area(&f, PV_AREA_UNLIMITED, NULL, NULL);
  pv_promise world = in_area(&f, PV_AREA_WORLD, "worldwide", NULL);
  pv_promise japan = in_area(&f, PV_AREA_CODES, "JP", NULL);
  pv_promise asia = in_area(&f, PV_AREA_CODES, "CN", "JP");
  pv_promise france = in_area(&f, PV_AREA_CODES, "FR", NULL);
  pv_promise region = in_area(&f, PV_AREA_WORDS, "region", NULL);
  pv_promise term = region;
  term.area.open = PV_STR("Territory");
  check_areas(none, none, PV_RELATION_SAME);
  check_areas(none, japan, PV_RELATION_OVERLAP);
  check_areas(world, world, PV_RELATION_SAME);
  check_areas(world, japan, PV_RELATION_OVERLAP);
  check_areas(japan, asia, PV_RELATION_OVERLAP);
  check_areas(japan, france, PV_RELATION_DISJOINT);
  check_areas(region, region, PV_RELATION_SAME);
  check_areas(term, term, PV_RELATION_UNKNOWN);
  check_areas(region, japan, PV_RELATION_UNKNOWN);
  world.subject.excluded = japan.area.words;
  check_areas(world, japan, PV_RELATION_DISJOINT);
  pv_arena_free(f.arena);
}

static void check_durations(pv_day start, pv_day end, pv_day other_start, pv_day other_end,
                            pv_relation expected) {
  pv_duration a = {.start = start, .end = end}, b = {.start = other_start, .end = other_end};
  assert_int_equal(pv_compare_durations(&a, &b).relation, expected);
  assert_int_equal(pv_compare_durations(&b, &a).relation, expected);
}

static void times_by_their_ends(void **state) {
  (void)state;
  check_durations(0, 100, 0, 100, PV_RELATION_SAME);
  check_durations(0, 100, 100, 200, PV_RELATION_OVERLAP);
  check_durations(0, 100, 101, 200, PV_RELATION_DISJOINT);
  check_durations(0, PV_NO_DAY, 101, 200, PV_RELATION_UNKNOWN);
  check_durations(0, 100, 50, PV_NO_DAY, PV_RELATION_OVERLAP);
  check_durations(0, PV_LAST_DAY, 50, PV_NO_DAY, PV_RELATION_OVERLAP);
  check_durations(PV_NO_DAY, 100, 150, 200, PV_RELATION_DISJOINT);
  check_durations(PV_NO_DAY, 160, 150, 200, PV_RELATION_UNKNOWN);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(subjects_by_their_words_and_definitions),
      cmocka_unit_test(kinds_of_property_keep_licenses_apart),
      cmocka_unit_test(acts_that_have_nothing_in_common_are_apart),
      cmocka_unit_test(places_are_sets_of_countries),
      cmocka_unit_test(times_by_their_ends),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
