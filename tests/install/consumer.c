// What somebody writes who has only what is installed: prints the clauses of a contract.
#include <stdio.h>

#include <proviso/proviso.h>

int main(void) {
  pv_error err = {0};
  pv_str text = PV_STR("Acme Ltd. appoints Bolt Inc. as its exclusive distributor in France.\n");
  pv_grammar *grammar = pv_grammar_load(NULL, &err);
  pv_document *document = pv_document_from_bytes(text, "letter.txt", NULL, &err);
  pv_report *report = grammar && document ? pv_analyze(document, grammar, NULL, &err) : NULL;
  bool ok = report && pv_write(report, "json", pv_sink_file(stdout), &err);
  if (!ok) fprintf(stderr, "%s: %s\n", pv_error_code_name(err.code), err.message);
  pv_report_free(report);
  pv_document_free(document);
  pv_grammar_free(grammar);
  return ok ? 0 : 1;
}
