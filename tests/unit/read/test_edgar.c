#include "base/str.h"
#include "read/document.h"
#include "support/pvtest.h"

typedef struct {
  char log[2048];
} record;

static bool take(void *context, const char *uri, pv_document *document, const pv_error *why) {
  record *r = context;
  size_t used = strlen(r->log);
  if (document) {
    pv_str text = pv_document_text(document);
    snprintf(r->log + used, sizeof r->log - used, "%s = " PV_STR_FMT "\n", uri, PV_STR_ARG(text));
  } else {
    snprintf(r->log + used, sizeof r->log - used, "%s: %s\n", uri, why->message);
  }
  pv_document_free(document);
  return true;
}

static void check(const char *filing, pv_exhibits exhibits, const char *expected) {
  record r = {0};
  pv_read_options options = {.exhibits = exhibits};
  assert_true(pv_documents_from_bytes(pv_str_from(filing), "f.txt", &options, take, &r));
  assert_string_equal(r.log, expected);
}

#define DOCUMENT(type, head, text)                                                                 \
  "<DOCUMENT>\n<TYPE>" type "\n" head "<TEXT>\n" text "\n</TEXT>\n</DOCUMENT>\n"
#define HEADER "<SEC-DOCUMENT>0000000000-26-000001.txt : 20260302\n"

static void reads_the_exhibits_that_are_agreements(void **state) {
  (void)state;
  const char *filing = HEADER DOCUMENT("10-Q", "", "Report")
      DOCUMENT("EX-10.1", "<FILENAME>supply.htm\n", "<html><p>Maker supplies.</p></html>")
          DOCUMENT("EX-99.1", "", "A press release") DOCUMENT("EX-99.2", "", "LOAN AGREEMENT")
              DOCUMENT("EX-101.INS", "", "<XBRL>data</XBRL>");
  check(filing, PV_EXHIBITS_CONTRACTS,
        "f.txt!supply.htm = Maker supplies.\nf.txt!4-EX-99.2.txt = LOAN AGREEMENT\n");
  check(filing, PV_EXHIBITS_ALL,
        "f.txt!1-10-Q.txt = Report\nf.txt!supply.htm = Maker supplies.\n"
        "f.txt!3-EX-99.1.txt = A press release\nf.txt!4-EX-99.2.txt = LOAN AGREEMENT\n");
}

static void reads_old_envelopes_and_marks_of_pages(void **state) {
  (void)state;
  check("-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\n\n" DOCUMENT(
            "EX-10", "", "Maker sells.\n<PAGE>\n<S> <C>\nMore"),
        PV_EXHIBITS_CONTRACTS, "f.txt!1-EX-10.txt = Maker sells.\n      \n       \nMore\n");
}

static void reads_the_form_with_tags_in_a_row(void **state) {
  (void)state;
  check("<SUBMISSION>\n<ACCESSION-NUMBER>1<TYPE>8-K<DOCUMENT><TYPE>EX-10.1<SEQUENCE>2"
        "<FILENAME>terms.txt<TEXT>Maker sells.</TEXT></DOCUMENT></SUBMISSION>",
        PV_EXHIBITS_CONTRACTS, "f.txt!terms.txt = Maker sells.\n");
}

static void reads_a_filing_that_is_repeated_once(void **state) {
  (void)state;
  check(HEADER DOCUMENT("EX-10", "", "Maker sells.") DOCUMENT("EX-10", "", "Maker sells."),
        PV_EXHIBITS_CONTRACTS, "f.txt!1-EX-10.txt = Maker sells.\n");
}

static void skips_what_is_packed(void **state) {
  (void)state;
  check(HEADER DOCUMENT("GRAPHIC", "", "begin 644 a.jpg\nM_]C_X  0")
            DOCUMENT("EX-10", "", "begin 644 a.pdf\nM)5!$1BTQ"),
        PV_EXHIBITS_CONTRACTS,
        "f.txt: a filing in which no document is an exhibit with an agreement; --exhibits all "
        "reads all its 2\n");
}

static void survives_filings_that_are_cut_off(void **state) {
  (void)state;
  check(HEADER, PV_EXHIBITS_CONTRACTS, "f.txt: a filing without documents in it\n");
  check(HEADER "<DOCUMENT>\n<TYPE>EX-10\n<TEXT>\nMaker sells", PV_EXHIBITS_CONTRACTS,
        "f.txt!1-EX-10.txt = Maker sells\n");
  check(HEADER "<DOCUMENT>\n<TYPE>EX-10", PV_EXHIBITS_ALL,
        "f.txt: no documents in it; it holds "
        "1-EX-10.txt\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_the_exhibits_that_are_agreements),
      cmocka_unit_test(reads_old_envelopes_and_marks_of_pages),
      cmocka_unit_test(reads_the_form_with_tags_in_a_row),
      cmocka_unit_test(reads_a_filing_that_is_repeated_once),
      cmocka_unit_test(skips_what_is_packed),
      cmocka_unit_test(survives_filings_that_are_cut_off),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
