#include "support/pvtest.h"
#include "support/terms.h"

static void reads_names_before_aliases(void **state) {
  (void)state;
  pv_check_parties(
      "This Agreement is made by and between Meridia Labs, Inc., a Delaware corporation "
      "with offices in Reno (\"Licensor\"), and Corvus Trading GmbH (\"Licensee\").\n",
      "Meridia Labs, Inc.=Licensor; Corvus Trading GmbH=Licensee");
  pv_check_parties(
      "This Agreement (the \"Agreement\") dated May 5, 2026 (the \"Effective Date\") is "
      "between Meridia plc (\"Meridia\" or the \"Company\") and Jane Roe, an individual "
      "(the \"Consultant\").\n",
      "Meridia plc=Meridia/Company; Jane Roe=Consultant");
}

static void reads_other_ways_to_give_an_alias(void **state) {
  (void)state;
  pv_check_parties("BETWEEN: Meridia Ltd., a company (hereinafter referred to as \"Meridia\"), of "
                   "the first part, and Corvus Corp., hereinafter called \"Corvus\".\n",
                   "Meridia Ltd.=Meridia; Corvus Corp.=Corvus");
  pv_check_parties(
      "by and between (1) Meridia Labs Ltd. (together with its Affiliates, \"Meridia\"), "
      "and (2) The Corvus Company (the \xe2\x80\x9c"
      "Buyer\xe2\x80\x9d).\n",
      "Meridia Labs Ltd.=Meridia; The Corvus Company=Buyer");
  pv_check_parties("between Alder LLC and Birch LLC (collectively, the \"Sellers\") and Cedar Inc. "
                   "(\"Buyer\") (each a \"Party\" and together the \"Parties\").\n",
                   "Alder LLC=Sellers; Birch LLC=Sellers; Cedar Inc.=Buyer");
}

static void reads_names_without_aliases(void **state) {
  (void)state;
  pv_check_parties("This Agreement is between Meridia Labs, Inc. and Corvus Trading, LLC.\n",
                   "Meridia Labs, Inc.; Corvus Trading, LLC");
  pv_check_parties("Party A: Meridia Media Co., Ltd.\nParty B: Corvus Logistics Co., Ltd.\n",
                   "Meridia Media Co., Ltd.=Party A; Corvus Logistics Co., Ltd.=Party B");
}

static void stops_at_the_recitals(void **state) {
  (void)state;
  pv_check_parties("between Meridia Inc. (\"Meridia\") and Corvus Inc. (\"Corvus\").\n\nWHEREAS, "
                   "Delta Systems LLC (\"Delta\") makes widgets.\n",
                   "Meridia Inc.=Meridia; Corvus Inc.=Corvus");
  pv_check_parties("no parties here (the \"Agreement\")", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_names_before_aliases),
      cmocka_unit_test(reads_other_ways_to_give_an_alias),
      cmocka_unit_test(reads_names_without_aliases),
      cmocka_unit_test(stops_at_the_recitals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
