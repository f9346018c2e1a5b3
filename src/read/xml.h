// xml.h - XML parts of documents, read event by event, without trust: no network, no entities but
// those of XML itself, no DTD, limited depth.
//
//   static const pv_xml_rule rules[] = {
//       {"p", &word, start_paragraph, end_paragraph, NULL},
//       {"del", &word, pv_xml_skip_element, NULL, NULL},
//   };
//   pv_xml_parse(arena, bytes, &(pv_xml_reader){rules, count, on_text, context}, &err);
#ifndef PV_READ_XML_H
#define PV_READ_XML_H

#include "base/arena.h"

typedef struct pv_xml pv_xml; // a parse while it runs

// A namespace by its names, up to a NULL: one vocabulary may have several. "*" is any.
typedef const char *const pv_xml_namespace[4];

// What to do at an element; any of the functions may be NULL. `seen` is called for skipped elements
// too, before `start`.
typedef struct {
  const char *name;
  pv_xml_namespace *space;
  void (*start)(pv_xml *xml);
  void (*end)(pv_xml *xml);
  void (*seen)(pv_xml *xml);
} pv_xml_rule;

typedef struct {
  const pv_xml_rule *rules; // elements without a rule are passed through
  size_t rule_count;
  void (*text)(pv_xml *xml, pv_str text); // may come in pieces; not from skipped elements
  void *context;
  bool recovers; // goes on behind damage, unless the end is missing; `err` is filled in then, too
} pv_xml_reader;

// Parses all of `bytes`. False and `err` for what is not well-formed or passes a limit; what was
// read up to there has been read. Memory errors of `arena` leave nothing behind.
bool pv_xml_parse(pv_arena *arena, pv_str bytes, const pv_xml_reader *reader, pv_error *err);

void *pv_xml_context(const pv_xml *xml);

// In `start` and `end`: the name of the element, and the line of the file where it is met.
const char *pv_xml_name(const pv_xml *xml);
uint32_t pv_xml_line(const pv_xml *xml);

// In `start`: the value of the attribute of that name, whatever its namespace; false if there is
// none. Entities in it are resolved; valid during the call.
bool pv_xml_attribute(const pv_xml *xml, const char *name, pv_str *value);

// The same as a number; `otherwise` where there is none or it is no number.
int32_t pv_xml_number(const pv_xml *xml, const char *name, int32_t otherwise);

// In `start`: leaves out what is in the element; its `end` is not called.
void pv_xml_skip(pv_xml *xml);

// A `start` that does just that.
void pv_xml_skip_element(pv_xml *xml);

#endif
