// values.h - the values of a text in one line, for the tests of the value stage.
#ifndef PV_TEST_VALUES_H
#define PV_TEST_VALUES_H

// Checks the values of `text`, each as "kind:value", in order and joined with ", ":
//   number:12   percent:0.05   money:1000 USD   money:5 USD?      "?": the currency is assumed
//   date:2026-03-02   period:P2Y   period:P10D business   frequency:P1M   place:US
//   redacted:percent                                              what is hidden
//   number:30!45                                                  words and figures disagree
void pv_check_values(const char *text, const char *expected);

// Checks the bytes that the only value of `text` covers.
void pv_check_value_span(const char *text, const char *expected);

#endif
