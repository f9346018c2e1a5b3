#include "support/sample_report.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/vector.h"

static const char agreement[] =
    "HOSTING AND REVENUE AGREEMENT\n"
    "\n"
    "Oak & Ash Ltd. (\"Oak\") and Brücke GmbH (the \"Host\") agree on 2 March 2026:\n"
    "\n"
    "2.1 Appointment. During the Term, Oak appoints the Host as its sole and exclusive host "
    "of the Widgets, save as provided in Section 9.4.\n"
    "\n"
    "4. Share. The Host shall pay Oak twenty percent (25%)\n"
    "-- 2 --\n"
    "of Net Revenue every quarter, and at least $1,000 a year.\n";

static const pv_frame_slot exclusivity_slots[] = {
    {.name = {"level", 5}, .type = PV_SLOT_ENUM},
    {.name = {"restricted_party", 16}, .type = PV_SLOT_PARTY, .required = true},
    {.name = {"protected_party", 15}, .type = PV_SLOT_PARTY, .required = true},
    {.name = {"subject", 7}, .type = PV_SLOT_TEXT, .required = true},
    {.name = {"activities", 10}, .type = PV_SLOT_ENUM, .list = true},
    {.name = {"territory", 9}, .type = PV_SLOT_TERRITORY, .required = true},
    {.name = {"field", 5}, .type = PV_SLOT_TEXT},
    {.name = {"term", 4}, .type = PV_SLOT_TERM, .required = true},
    {.name = {"carve_outs", 10}, .type = PV_SLOT_TEXT, .list = true},
};

static const pv_frame_slot share_slots[] = {
    {.name = {"payer", 5}, .type = PV_SLOT_PARTY, .required = true},
    {.name = {"payee", 5}, .type = PV_SLOT_PARTY, .required = true},
    {.name = {"rates", 5}, .type = PV_SLOT_RATE, .list = true, .required = true},
    {.name = {"base", 4}, .type = PV_SLOT_TEXT, .required = true},
    {.name = {"frequency", 9}, .type = PV_SLOT_FREQUENCY, .required = true},
    {.name = {"minimum", 7}, .type = PV_SLOT_MONEY},
};

static const pv_frame frames[] = {
    {.id = {"exclusivity", 11},
     .family = {"exclusivity", 11},
     .slots = exclusivity_slots,
     .slot_count = sizeof exclusivity_slots / sizeof *exclusivity_slots},
    {.id = {"definition", 10}},
    {.id = {"license", 7}, .family = {"ip_license", 10}},
    {.id = {"share", 5},
     .family = {"revenue_share", 13},
     .slots = share_slots,
     .slot_count = sizeof share_slots / sizeof *share_slots},
};

static const pv_grammar grammar = {
    .id = {"en", 2},
    .version = {"1.0.0", 5},
    .sha256 = {"0000000000000000000000000000000000000000000000000000000000000000", 64},
    .frames = frames,
    .frame_count = sizeof frames / sizeof *frames,
};

static pv_str text_of(const pv_report *report) { return report->text->bytes; }

// Where `words` stand first.
static pv_span find(const pv_report *report, const char *words) {
  pv_str text = text_of(report), wanted = pv_str_from(words);
  for (uint32_t i = 0; i + wanted.size <= text.size; i++)
    if (!memcmp(text.data + i, wanted.data, wanted.size))
      return (pv_span){i, i + (uint32_t)wanted.size};
  abort();
}

static pv_slot_value value_at(const pv_report *report, const char *words, pv_json value) {
  pv_span at = find(report, words);
  return (pv_slot_value){.text = pv_str_slice(text_of(report), at), .span = at, .value = value};
}

static void add_slot(pv_report *report, pv_clause *clause, const char *name, bool is_list,
                     const pv_slot_value *values, size_t count) {
  pv_slot *slots = PV_NEW_ARRAY(report->arena, pv_slot, clause->slot_count + 1);
  for (size_t i = 0; i < clause->slot_count; i++) slots[i] = clause->slots[i];
  pv_slot_value *copy = PV_NEW_ARRAY(report->arena, pv_slot_value, count);
  for (size_t i = 0; i < count; i++) copy[i] = values[i];
  slots[clause->slot_count++] = (pv_slot){pv_str_from(name), is_list, copy, count};
  clause->slots = slots;
}

static void add_value(pv_report *report, pv_clause *clause, const char *name, pv_slot_value value) {
  add_slot(report, clause, name, false, &value, 1);
}

static pv_json string(const char *text) { return pv_json_string(pv_str_from(text)); }

static void add_evidence(pv_report *report, pv_clause *clause, const char *rule, const char *words,
                         int32_t points) {
  pv_evidence *evidence = PV_NEW_ARRAY(report->arena, pv_evidence, clause->evidence_count + 1);
  for (size_t i = 0; i < clause->evidence_count; i++) evidence[i] = clause->evidence[i];
  evidence[clause->evidence_count++] =
      (pv_evidence){.rule = pv_str_from(rule), .span = find(report, words), .points = points};
  clause->evidence = evidence;
}

static void set_place(pv_report *report, pv_clause *clause, const char *first, const char *last) {
  clause->span = (pv_span){find(report, first).start, find(report, last).end};
  clause->quote = pv_str_slice(text_of(report), clause->span);
  pv_fingerprint(clause->kind, clause->quote, clause->section_path, clause->section_count,
                 clause->fingerprint);
}

static pv_clause make_appointment(pv_report *report) {
  static const pv_str path[] = {{"2", 1}, {"2.1", 3}};
  pv_clause clause = {
      .id = PV_STR("c1"),
      .family = PV_STR("exclusivity"),
      .kind = PV_STR("exclusive_appointment"),
      .polarity = PV_STR("grant"),
      .section_path = path,
      .section_count = 2,
      .heading = PV_STR("Appointment"),
      .points = 93,
  };
  set_place(report, &clause, "During the Term", "Section 9.4.");
  add_evidence(report, &clause, "exc-appoint", "appoints the Host", 85);
  add_evidence(report, &clause, "exc-level", "sole and exclusive", 12);
  add_evidence(report, &clause, "exc-bare", "host of", -4);
  pv_slot_value host = value_at(report, "the Host", string("Brücke GmbH"));
  host.with_affiliates = true;
  pv_slot_value acts[] = {value_at(report, "host of", string("host")),
                          value_at(report, "appoints", string("provide_service"))};
  pv_slot_value term =
      value_at(report, "During the Term", pv_json_object1(report->arena, "term", string("Term")));
  term.status = PV_STATUS_UNRESOLVED;
  pv_slot_value except = value_at(report, "save as provided in Section 9.4",
                                  string("save as provided in Section 9.4"));
  add_value(report, &clause, "level", value_at(report, "sole and exclusive", string("exclusive")));
  add_value(report, &clause, "restricted_party", value_at(report, "Oak", string("Oak & Ash Ltd.")));
  add_value(report, &clause, "protected_party", host);
  add_value(report, &clause, "subject", value_at(report, "the Widgets", string("the Widgets")));
  add_slot(report, &clause, "activities", true, acts, 2);
  add_value(report, &clause, "territory", (pv_slot_value){.status = PV_STATUS_MISSING});
  add_slot(report, &clause, "field", false, NULL, 0);
  add_value(report, &clause, "term", term);
  add_slot(report, &clause, "carve_outs", true, &except, 1);
  return clause;
}

static pv_clause make_share(pv_report *report) {
  static const pv_str path[] = {{"4", 1}};
  static const pv_str modified_by[] = {{"c1", 2}};
  pv_clause clause = {
      .id = PV_STR("c2"),
      .family = PV_STR("revenue_share"),
      .kind = PV_STR("revenue_share"),
      .polarity = PV_STR("grant"),
      .section_path = path,
      .section_count = 1,
      .heading = PV_STR("Share"),
      .points = 100,
      .modified_by = modified_by,
      .modified_by_count = 1,
  };
  set_place(report, &clause, "The Host shall", "a year.");
  pv_span *pieces = PV_NEW_ARRAY(report->arena, pv_span, 2);
  pieces[0] = (pv_span){clause.span.start, find(report, "(25%)").end};
  pieces[1] = (pv_span){find(report, "of Net").start, clause.span.end};
  clause.pieces = pieces;
  clause.piece_count = 2;
  add_evidence(report, &clause, "rev-pay", "shall pay", 100);
  pv_slot_value rates[] = {value_at(report, "twenty percent", string("0.2")),
                           value_at(report, "25%", string("0.25"))};
  rates[0].status = rates[1].status = PV_STATUS_CONFLICTING;
  pv_slot_value minimum =
      value_at(report, "$1,000",
               pv_json_object2(report->arena, "amount", string("1000"), "currency", string("USD")));
  minimum.assumed = true;
  add_value(report, &clause, "payer", value_at(report, "The Host", string("Brücke GmbH")));
  add_value(report, &clause, "payee", value_at(report, "Oak", string("Oak & Ash Ltd.")));
  add_slot(report, &clause, "rates", true, rates, 2);
  add_value(report, &clause, "base", value_at(report, "Net Revenue", string("Net Revenue")));
  add_value(report, &clause, "frequency", value_at(report, "every quarter", string("P3M")));
  add_value(report, &clause, "minimum", minimum);
  return clause;
}

static pv_ambiguity make_ambiguity(pv_report *report, const char *id, const char *code,
                                   pv_severity severity, const char *clause, const char *slot,
                                   const char *words, const char *message) {
  pv_ambiguity made = {
      .id = pv_str_from(id),
      .code = pv_str_from(code),
      .category = PV_STR("gap"),
      .severity = severity,
      .clause = pv_str_from(clause),
      .slot = pv_str_from(slot),
      .span = find(report, words),
      .message = pv_str_from(message),
  };
  pv_fingerprint(made.code, pv_str_from(words), NULL, 0, made.fingerprint);
  return made;
}

static void add_ambiguities(pv_report *report) {
  pv_ambiguity *items = PV_NEW_ARRAY(report->arena, pv_ambiguity, 3);
  items[0] = make_ambiguity(report, "a1", "DEF001", PV_SEVERITY_HIGH, "c1", "term", "Term, Oak",
                            "\"Term\" says how long 2.1 lasts but is not defined");
  items[1] = make_ambiguity(report, "a2", "REF001", PV_SEVERITY_MEDIUM, "c1", "carve_outs",
                            "Section 9.4", "refers to Section 9.4; the last section is 4");
  items[2] = make_ambiguity(report, "a3", "NUM001", PV_SEVERITY_HIGH, "c2", "rates",
                            "twenty percent (25%)", "words say 20 %, figures say 25 %");
  pv_related *related = PV_NEW_ARRAY(report->arena, pv_related, 2);
  related[0] = (pv_related){.span = find(report, "25%"), .note = PV_STR("the figures")};
  related[1] = (pv_related){.clause = PV_STR("c1"), .note = PV_STR("the appointment")};
  items[2].related = related;
  items[2].related_count = 2;
  items[2].suggestion = PV_STR("write the rate once");
  report->ambiguities = items;
  report->ambiguity_count = 3;
}

static void add_parties(pv_report *report) {
  static const pv_str aliases[] = {{"Oak", 3}, {"Host", 4}};
  pv_party *parties = PV_NEW_ARRAY(report->arena, pv_party, 2);
  parties[0] = (pv_party){.id = PV_STR("p1"),
                          .name = PV_STR("Oak & Ash Ltd."),
                          .span = find(report, "Oak & Ash Ltd."),
                          .aliases = &aliases[0],
                          .alias_count = 1};
  parties[1] = (pv_party){.id = PV_STR("p2"),
                          .name = PV_STR("Brücke GmbH"),
                          .span = find(report, "Brücke GmbH"),
                          .aliases = &aliases[1],
                          .alias_count = 1,
                          .roles = &aliases[1],
                          .role_count = 1};
  report->parties = parties;
  report->party_count = 2;
  pv_defined_term *terms = PV_NEW_ARRAY(report->arena, pv_defined_term, 1);
  terms[0] = (pv_defined_term){
      .term = PV_STR("Host"), .kind = PV_STR("inline"), .span = find(report, "Host"), .uses = 2};
  report->terms = terms;
  report->term_count = 1;
}

static pv_report *make_report(pv_str bytes, const char *uri) {
  pv_arena *arena = pv_arena_new(0);
  pv_report *report = PV_NEW(arena, pv_report);
  pv_text *text = PV_NEW(arena, pv_text);
  PV_VECTOR(uint32_t) lines = {0};
  PV_PUSH(arena, &lines, 0);
  for (uint32_t i = 0; i + 1 < bytes.size; i++)
    if (bytes.data[i] == '\n') PV_PUSH(arena, &lines, i + 1);
  *text = (pv_text){.bytes = bytes, .lines = lines.items, .line_count = lines.count};
  *report = (pv_report){
      .arena = arena,
      .grammar = &grammar,
      .text = text,
      .uri = pv_str_from(uri),
      .media_type = PV_STR("text/plain"),
      .encoding = PV_STR("utf-8"),
      .sha256 = PV_STR("1111111111111111111111111111111111111111111111111111111111111111"),
      .bytes = bytes.size,
      .facts = {.kind = PV_STR("agreement"), .language = PV_STR("en")},
  };
  return report;
}

static pv_fact fact(const pv_report *report, const char *words, const char *value) {
  pv_span span = find(report, words);
  return (pv_fact){
      .value = pv_str_from(value), .text = pv_str_slice(text_of(report), span), .span = span};
}

pv_report *pv_sample_report(void) {
  pv_report *report = make_report((pv_str){agreement, sizeof agreement - 1}, "oak.txt");
  report->facts.title =
      fact(report, "HOSTING AND REVENUE AGREEMENT", "HOSTING AND REVENUE AGREEMENT");
  report->facts.binding_known = true;
  report->facts.binding = true;
  report->facts.binding_evidence = find(report, "agree on");
  report->facts.agreement_date = fact(report, "2 March 2026", "2026-03-02");
  report->clauses = PV_NEW_ARRAY(report->arena, pv_clause, 2);
  report->clauses[0] = make_appointment(report);
  report->clauses[1] = make_share(report);
  report->clause_count = 2;
  add_ambiguities(report);
  add_parties(report);
  report->diagnostics = PV_NEW(report->arena, pv_report_diagnostic);
  report->diagnostics[0] = (pv_report_diagnostic){PV_STR("encoding_guessed"),
                                                  PV_STR("note"),
                                                  {0, 0},
                                                  PV_STR("not UTF-8: read as windows-1252")};
  report->diagnostic_count = 1;
  return report;
}

pv_report *pv_sample_report_without_clauses(void) {
  return make_report(PV_STR("Nothing to see.\n"), "empty folder/none.txt");
}
