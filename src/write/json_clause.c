#include "base/str.h"
#include "write/json_document.h"

static void print_evidence(pv_json_printing *printing, const pv_clause *clause) {
  pv_printer *printer = printing->printer;
  pv_printer_name(printer, PV_STR("evidence"));
  pv_printer_begin(printer, '[');
  for (size_t i = 0; i < clause->evidence_count; i++) {
    const pv_evidence *evidence = &clause->evidence[i];
    pv_printer_begin_flat(printer, '{');
    bool is_rule = evidence->rule.size > 0;
    pv_json_member(printer, is_rule ? PV_STR("rule") : PV_STR("cue"),
                   is_rule ? evidence->rule : evidence->cue);
    pv_printer_name(printer, PV_STR("span"));
    pv_json_print_span(printing, evidence->span);
    pv_printer_name(printer, PV_STR("points"));
    pv_printer_number(printer, evidence->points);
    pv_printer_end(printer, '}');
  }
  pv_printer_end(printer, ']');
}

static void print_slot_value(pv_json_printing *printing, const pv_slot_value *value) {
  pv_printer *printer = printing->printer;
  bool has_text = value->span.start < value->span.end;
  pv_printer_begin_flat(printer, '{');
  pv_printer_name(printer, PV_STR("text"));
  if (has_text)
    pv_printer_string(printer, value->text);
  else
    pv_printer_null(printer);
  pv_printer_name(printer, PV_STR("value"));
  pv_printer_value(printer, &value->value);
  pv_json_member(printer, PV_STR("status"), pv_str_from(pv_status_name(value->status)));
  pv_printer_name(printer, PV_STR("span"));
  pv_json_print_span(printing, value->span);
  if (value->with_affiliates) {
    pv_printer_name(printer, PV_STR("with_affiliates"));
    pv_printer_bool(printer, true);
  }
  if (value->assumed) {
    pv_printer_name(printer, PV_STR("assumed"));
    pv_printer_bool(printer, true);
  }
  pv_printer_end(printer, '}');
}

void pv_json_print_slot(pv_json_printing *printing, const pv_slot *slot) {
  static const pv_slot_value missing = {.status = PV_STATUS_MISSING};
  pv_printer *printer = printing->printer;
  if (!slot->is_list) {
    print_slot_value(printing, slot->count ? &slot->values[0] : &missing);
    return;
  }
  pv_printer_begin(printer, '[');
  for (size_t i = 0; i < slot->count; i++)
    if (slot->values[i].status != PV_STATUS_MISSING) print_slot_value(printing, &slot->values[i]);
  pv_printer_end(printer, ']');
}

static void print_words(pv_json_printing *printing, const pv_clause *clause) {
  pv_printer *printer = printing->printer;
  pv_printer_name(printer, PV_STR("span"));
  pv_json_print_span(printing, clause->span);
  pv_json_member(printer, PV_STR("quote"), clause->quote);
  if (clause->piece_count < 2) return;
  pv_printer_name(printer, PV_STR("pieces"));
  pv_printer_begin(printer, '[');
  for (size_t i = 0; i < clause->piece_count; i++) pv_json_print_span(printing, clause->pieces[i]);
  pv_printer_end(printer, ']');
}

static void print_payment(pv_json_printing *printing, const pv_payment *payment) {
  pv_printer *printer = printing->printer;
  pv_printer_name(printer, PV_STR("payment"));
  pv_printer_begin(printer, '{');
  pv_json_member(printer, PV_STR("base"), payment->base);
  pv_printer_name(printer, PV_STR("readings"));
  pv_printer_begin(printer, '[');
  for (size_t i = 0; i < payment->count; i++) {
    const pv_payment_reading *reading = &payment->readings[i];
    pv_printer_begin_flat(printer, '{');
    pv_json_member(printer, PV_STR("reading"), reading->reading);
    pv_json_member_or_null(printer, PV_STR("rate"), reading->rate);
    pv_json_member_or_null(printer, PV_STR("amount"), reading->amount);
    pv_json_member_or_null(printer, PV_STR("currency"), reading->currency);
    pv_json_member_or_null(printer, PV_STR("applied"), reading->applied);
    pv_json_member_or_null(printer, PV_STR("reason"), reading->reason);
    pv_printer_end(printer, '}');
  }
  pv_printer_end(printer, ']');
  pv_printer_end(printer, '}');
}

static uint32_t confidence(int32_t points) {
  return points < 0 ? 0 : points > 100 ? 100 : (uint32_t)points;
}

void pv_json_print_clause(pv_json_printing *printing, const pv_clause *clause) {
  pv_printer *printer = printing->printer;
  pv_printer_begin(printer, '{');
  pv_json_member(printer, PV_STR("id"), clause->id);
  pv_json_member(printer, PV_STR("family"), clause->family);
  pv_json_member(printer, PV_STR("kind"), clause->kind);
  pv_json_member_or_null(printer, PV_STR("polarity"), clause->polarity);
  pv_json_member_list(printer, PV_STR("section_path"), clause->section_path, clause->section_count);
  pv_json_member_or_null(printer, PV_STR("heading"), clause->heading);
  print_words(printing, clause);
  pv_printer_name(printer, PV_STR("confidence"));
  pv_printer_hundredths(printer, confidence(clause->points));
  print_evidence(printing, clause);
  pv_printer_name(printer, PV_STR("slots"));
  pv_printer_begin(printer, '{');
  for (size_t i = 0; i < clause->slot_count; i++) {
    pv_printer_name(printer, clause->slots[i].name);
    pv_json_print_slot(printing, &clause->slots[i]);
  }
  pv_printer_end(printer, '}');
  if (clause->payment) print_payment(printing, clause->payment);
  pv_json_member_list(printer, PV_STR("modifies"), clause->modifies, clause->modifies_count);
  pv_json_member_list(printer, PV_STR("modified_by"), clause->modified_by,
                      clause->modified_by_count);
  pv_json_member(printer, PV_STR("fingerprint"), pv_str_from(clause->fingerprint));
  pv_printer_end(printer, '}');
}
