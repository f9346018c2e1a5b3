#include "base/str.h"
#include "write/diff.h"
#include "write/json_document.h"

typedef struct {
  pv_json_printing before;
  pv_json_printing after;
} printing;

static void print_version(pv_printer *printer, const char *name, const pv_report *report) {
  pv_printer_name(printer, pv_str_from(name));
  pv_printer_begin_flat(printer, '{');
  pv_json_member(printer, PV_STR("uri"), report->uri);
  pv_json_member_or_null(printer, PV_STR("sha256"), report->sha256);
  pv_json_member_or_null(printer, PV_STR("title"), report->facts.title.value);
  pv_printer_end(printer, '}');
}

static void print_facts(pv_printer *printer, const pv_diff *diff) {
  pv_printer_name(printer, PV_STR("facts"));
  pv_printer_begin(printer, '[');
  for (size_t i = 0; i < pv_diff_fact_count(diff); i++) {
    const pv_fact_change *fact = pv_diff_fact(diff, i);
    pv_printer_begin_flat(printer, '{');
    pv_json_member(printer, PV_STR("name"), fact->name);
    pv_json_member_or_null(printer, PV_STR("before"), fact->before);
    pv_json_member_or_null(printer, PV_STR("after"), fact->after);
    pv_printer_end(printer, '}');
  }
  pv_printer_end(printer, ']');
}

// The next value is the clause without what did not change.
static void print_clause(pv_json_printing *report, const pv_clause *clause) {
  pv_printer *printer = report->printer;
  if (!clause) {
    pv_printer_null(printer);
    return;
  }
  pv_printer_begin(printer, '{');
  pv_json_member(printer, PV_STR("id"), clause->id);
  pv_json_member(printer, PV_STR("family"), clause->family);
  pv_json_member(printer, PV_STR("kind"), clause->kind);
  pv_json_member_or_null(printer, PV_STR("polarity"), clause->polarity);
  pv_json_member_list(printer, PV_STR("section_path"), clause->section_path, clause->section_count);
  pv_printer_name(printer, PV_STR("span"));
  pv_json_print_span(report, clause->span);
  pv_json_member(printer, PV_STR("quote"), clause->quote);
  pv_printer_end(printer, '}');
}

static void print_slot(pv_json_printing *report, const char *name, const pv_slot *slot) {
  pv_printer_name(report->printer, pv_str_from(name));
  if (slot)
    pv_json_print_slot(report, slot);
  else
    pv_printer_null(report->printer);
}

static void print_change(printing *in, const pv_clause_change *change) {
  pv_printer *printer = in->before.printer;
  pv_printer_begin(printer, '{');
  pv_json_member(printer, PV_STR("change"), pv_str_from(pv_change_kind_name(change->kind)));
  pv_printer_name(printer, PV_STR("before"));
  print_clause(&in->before, change->before);
  pv_printer_name(printer, PV_STR("after"));
  print_clause(&in->after, change->after);
  pv_printer_name(printer, PV_STR("slots"));
  pv_printer_begin(printer, '[');
  for (size_t i = 0; i < change->slot_count; i++) {
    pv_printer_begin(printer, '{');
    pv_json_member(printer, PV_STR("name"), change->slots[i].name);
    print_slot(&in->before, "before", change->slots[i].before);
    print_slot(&in->after, "after", change->slots[i].after);
    pv_printer_end(printer, '}');
  }
  pv_printer_end(printer, ']');
  pv_printer_end(printer, '}');
}

static void print_findings(printing *in, const pv_diff *diff, const char *name, bool is_new) {
  pv_printer *printer = in->before.printer;
  pv_printer_name(printer, pv_str_from(name));
  pv_printer_begin(printer, '[');
  for (size_t i = 0; i < pv_diff_finding_count(diff); i++) {
    const pv_finding_change *finding = pv_diff_finding(diff, i);
    if (finding->is_new == is_new)
      pv_json_print_ambiguity(is_new ? &in->after : &in->before, finding->ambiguity);
  }
  pv_printer_end(printer, ']');
}

static void print_counts(pv_printer *printer, const pv_diff *diff) {
  size_t counts[PV_CHANGE_KIND_COUNT] = {0};
  for (size_t i = 0; i < pv_diff_clause_count(diff); i++) counts[pv_diff_clause(diff, i)->kind]++;
  pv_printer_name(printer, PV_STR("summary"));
  pv_printer_begin_flat(printer, '{');
  for (int i = 0; i < PV_CHANGE_KIND_COUNT; i++) {
    pv_printer_name(printer, pv_str_from(pv_change_kind_name((pv_change_kind)i)));
    pv_printer_number(printer, (int64_t)counts[i]);
  }
  pv_printer_name(printer, PV_STR("same"));
  pv_printer_number(printer, (int64_t)pv_diff_same_count(diff));
  pv_printer_end(printer, '}');
}

static pv_json_printing printing_of(pv_printer *printer, const pv_report *report) {
  return (pv_json_printing){printer, report, {.text = report->text}};
}

void pv_diff_print_json(const pv_diff *diff, const pv_run *run, pv_printer *printer) {
  printing in = {printing_of(printer, pv_diff_before(diff)),
                 printing_of(printer, pv_diff_after(diff))};
  pv_printer_begin(printer, '{');
  pv_json_print_tool(printer, run);
  print_version(printer, "before", pv_diff_before(diff));
  print_version(printer, "after", pv_diff_after(diff));
  print_facts(printer, diff);
  pv_printer_name(printer, PV_STR("changes"));
  pv_printer_begin(printer, '[');
  for (size_t i = 0; i < pv_diff_clause_count(diff); i++)
    print_change(&in, pv_diff_clause(diff, i));
  pv_printer_end(printer, ']');
  print_findings(&in, diff, "new_ambiguities", true);
  print_findings(&in, diff, "gone_ambiguities", false);
  print_counts(printer, diff);
  pv_printer_end(printer, '}');
}
