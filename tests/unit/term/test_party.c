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

static void reads_names_of_other_shapes(void **state) {
  (void)state;
  pv_check_parties("between meridia.com, Inc., a Delaware corporation (\"Meridia\"), and e-corvus, "
                   "inc. (\"Corvus\").\n",
                   "meridia.com, Inc.=Meridia; e-corvus, inc.=Corvus");
  pv_check_parties(
      "between Alder, Birch & Cedar, LLP (\"Counsel\") and Systems Works (Africa) (Pty) "
      "Limited (\"Works\").\n",
      "Alder, Birch & Cedar, LLP=Counsel; Systems Works (Africa) (Pty) Limited=Works");
  pv_check_parties(
      "between the professional golfer, JANE ROE, (hereinafter \"Roe\"), and Meridia S.A. "
      "(as Sponsor).\n",
      "JANE ROE=Roe; Meridia S.A.=Sponsor");
}

static void reads_names_behind_a_description(void **state) {
  (void)state;
  pv_check_parties(
      "between Meridia Inc. (\"Meridia\"), an Ohio corporation, and Jane Roe (\"Talent\"), "
      "an individual.\n",
      "Meridia Inc.=Meridia; Jane Roe=Talent");
  pv_check_parties(
      "between Meridia Inc. (\"Meridia\"), a subsidiary of Delta Corp., and Corvus Gas "
      "Company, a division of Corvus Holdings LLC, (\"Shipper\").\n",
      "Meridia Inc.=Meridia; Corvus Gas Company=Shipper");
  pv_check_parties("PARTIES (1) Meridia Limited is a company (the \"Employer\"); and (2) Jane Roe, "
                   "Reno (the \"Executive\").\n",
                   "Meridia Limited=Employer; Jane Roe=Executive");
}

static void reads_parties_without_a_name(void **state) {
  (void)state;
  pv_check_parties(
      "between Meridia Foods, Inc., an Ohio corporation, and the individual or entity identified "
      "on the cover page (\"Franchisee\").\n",
      "Meridia Foods, Inc.; Franchisee=Franchisee");
  pv_check_parties(
      "between Meridia Inc. (\"we\" or \"us\") and ________ (\"you\" or \"Dealer\").\n",
      "Meridia Inc.=we/us; Dealer=you/Dealer");
  pv_check_parties(
      "between Meridia Inc. (\"Meridia\") and Jane Roe (\"Roe\"). In this Agreement, \"we\" and "
      "\"us\" refer to Meridia, and \"you\" means Roe.\n",
      "Meridia Inc.=Meridia/we/us; Jane Roe=Roe/you");
}

static void reads_names_of_trade(void **state) {
  (void)state;
  pv_check_parties(
      "between Meridia Media, Inc., d/b/a Tidewater Records (\"Client\") and Corvus LLC (doing "
      "business as Corvus Books), of Reno (\"Agent\").\n",
      "Meridia Media, Inc., d/b/a Tidewater Records=Client/Tidewater Records; "
      "Corvus LLC (doing business as Corvus Books=Agent/Corvus Books");
}

static void knows_the_name_of_both(void **state) {
  (void)state;
  pv_check_parties("LICENSE BETWEEN THE MERIDIA UNIVERSITY & CORVUS LABS, INC.\n\nThis is made "
                   "between The Meridia "
                   "University (\"University\") and Corvus Labs, Inc. (\"Company\").\n",
                   "The Meridia University=University; Corvus Labs, Inc.=Company");
}

static void reads_joint_aliases(void **state) {
  (void)state;
  pv_check_parties(
      "between Alder LLC (\"Alder\") and Birch A/S, a company (\"Birch\" and together with Alder, "
      "the \"Sellers\"), and Cedar Inc. (\"Buyer\").\n",
      "Alder LLC=Alder/Sellers; Birch A/S=Birch/Sellers; Cedar Inc.=Buyer");
  pv_check_parties(
      "between Alder LLC (\"Alder\") and Cedar Inc. (\"Buyer\") and Birch Corp. (\"Birch\") (Alder "
      "and Birch are, collectively, the \"Sellers\").\n",
      "Alder LLC=Alder/Sellers; Cedar Inc.=Buyer; Birch Corp.=Birch/Sellers");
}

static void reads_aliases_without_quotation_marks(void **state) {
  (void)state;
  pv_check_parties(
      "between Meridia IP AG, having a place in Basel (Meridia) and Corvus (Asia) Co., Ltd., of "
      "Osaka (Licensee).\n",
      "Meridia IP AG=Meridia; Corvus (Asia) Co., Ltd.=Licensee");
}

static void reads_signatures(void **state) {
  (void)state;
  pv_check_parties(
      "The undersigned agree to file jointly.\n\nIN WITNESS WHEREOF they have signed.\n\n"
      "MERIDIA FUND, L.P. By: Meridia GP, LLC, its general partner By: /s/ Jane Roe "
      "Title: Vice President CORVUS LLC By: /s/ John Doe\n",
      "MERIDIA FUND, L.P.; CORVUS LLC");
  pv_check_parties(
      "made among the parties signatory hereto\n\nIN WITNESS WHEREOF\n\nFor and on behalf "
      "of Meridia Telecom By:\n\nFor and on behalf of Corvus Telecom Ltd. By:\n",
      "Meridia Telecom; Corvus Telecom Ltd.");
  pv_check_parties(
      "a letter to Meridia Inc. (\"Meridia\").\n\nMERIDIA     CORVUS TRADING LLC\n\nBy: "
      "/s/ A. Roe     By: /s/ B. Doe     4/8/2026 Delta Corp.\n\nBy: _____\n",
      "Meridia Inc.=Meridia; CORVUS TRADING LLC; Delta Corp.");
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
      cmocka_unit_test(reads_names_of_other_shapes),
      cmocka_unit_test(reads_names_behind_a_description),
      cmocka_unit_test(reads_parties_without_a_name),
      cmocka_unit_test(reads_names_of_trade),
      cmocka_unit_test(knows_the_name_of_both),
      cmocka_unit_test(reads_joint_aliases),
      cmocka_unit_test(reads_aliases_without_quotation_marks),
      cmocka_unit_test(reads_signatures),
      cmocka_unit_test(stops_at_the_recitals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
