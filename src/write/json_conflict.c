#include "base/str.h"
#include "write/json_document.h"

static void print_side(pv_printer *printer, pv_str name, const pv_conflict_side *side) {
  pv_printer_name(printer, name);
  pv_printer_begin_flat(printer, '{');
  pv_json_member(printer, PV_STR("document"), side->document_id);
  pv_json_member(printer, PV_STR("clause"), side->clause);
  pv_printer_end(printer, '}');
}

static void print_ties(pv_printer *printer, const pv_conflict *conflict) {
  pv_printer_name(printer, PV_STR("ties"));
  pv_printer_begin(printer, '[');
  for (size_t i = 0; i < conflict->tie_count; i++) {
    const pv_tie *tie = &conflict->ties[i];
    pv_printer_begin_flat(printer, '{');
    pv_json_member(printer, PV_STR("kind"), tie->kind);
    pv_json_member(printer, PV_STR("name"), tie->name);
    pv_json_member(printer, PV_STR("other"), tie->other);
    pv_json_member(printer, PV_STR("document"), tie->document_id);
    pv_printer_name(printer, PV_STR("line"));
    pv_printer_number(printer, tie->line);
    pv_printer_name(printer, PV_STR("column"));
    pv_printer_number(printer, tie->column);
    pv_printer_end(printer, '}');
  }
  pv_printer_end(printer, ']');
}

void pv_json_print_conflict(pv_printer *printer, const pv_conflict *conflict) {
  pv_printer_begin(printer, '{');
  pv_json_member(printer, PV_STR("id"), conflict->id);
  pv_json_member(printer, PV_STR("code"), conflict->code);
  pv_json_member(printer, PV_STR("severity"), pv_str_from(pv_severity_name(conflict->severity)));
  pv_json_member(printer, PV_STR("verdict"), pv_str_from(pv_verdict_name(conflict->verdict)));
  print_side(printer, PV_STR("left"), &conflict->left);
  print_side(printer, PV_STR("right"), &conflict->right);
  pv_printer_name(printer, PV_STR("dimensions"));
  pv_printer_begin(printer, '{');
  for (size_t i = 0; i < PV_DIMENSION_COUNT; i++)
    pv_json_member(printer, pv_str_from(pv_dimension_name((pv_dimension)i)),
                   pv_str_from(pv_relation_name(conflict->dimensions[i])));
  pv_printer_end(printer, '}');
  pv_json_member_list(printer, PV_STR("unresolved_terms"), conflict->unresolved_terms,
                      conflict->unresolved_count);
  if (conflict->tie_count) print_ties(printer, conflict);
  pv_json_member(printer, PV_STR("reason"), conflict->reason);
  pv_json_member(printer, PV_STR("fingerprint"), pv_str_from(conflict->fingerprint));
  pv_printer_end(printer, '}');
}

void pv_json_print_resolved(pv_printer *printer, const pv_resolved *resolved) {
  pv_printer_begin(printer, '{');
  pv_json_member(printer, PV_STR("document"), resolved->from.document_id);
  pv_json_member(printer, PV_STR("clause"), resolved->from.clause);
  pv_json_member(printer, PV_STR("slot"), resolved->slot);
  print_side(printer, PV_STR("by"), &resolved->by);
  pv_json_member(printer, PV_STR("value"), resolved->value);
  pv_printer_end(printer, '}');
}
