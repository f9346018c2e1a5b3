#include "report/report.h"
#include "support/pvtest.h"

static void names_every_status(void **state) {
  (void)state;
  assert_string_equal(pv_status_name(PV_STATUS_STATED), "stated");
  assert_string_equal(pv_status_name(PV_STATUS_INHERITED), "inherited");
  assert_string_equal(pv_status_name(PV_STATUS_MISSING), "missing");
  assert_string_equal(pv_status_name(PV_STATUS_REDACTED), "redacted");
  assert_string_equal(pv_status_name(PV_STATUS_CONFLICTING), "conflicting");
  assert_string_equal(pv_status_name(PV_STATUS_UNRESOLVED), "unresolved");
}

static void reads_the_severities_that_it_names(void **state) {
  (void)state;
  for (int i = PV_SEVERITY_INFO; i <= PV_SEVERITY_HIGH; i++) {
    const char *name = pv_severity_name((pv_severity)i);
    pv_severity severity;
    assert_true(pv_severity_parse((pv_str){name, strlen(name)}, &severity));
    assert_int_equal(severity, i);
  }
}

static void reads_no_other_severity(void **state) {
  (void)state;
  pv_severity severity = PV_SEVERITY_LOW;
  assert_false(pv_severity_parse(PV_STR("hig"), &severity));
  assert_false(pv_severity_parse(PV_STR("HIGH"), &severity));
  assert_false(pv_severity_parse(PV_STR(""), &severity));
  assert_int_equal(severity, PV_SEVERITY_LOW);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_every_status),
      cmocka_unit_test(reads_the_severities_that_it_names),
      cmocka_unit_test(reads_no_other_severity),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
