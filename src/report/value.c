#include "base/str.h"
#include "report/report.h"

pv_json pv_json_null(void) { return (pv_json){.kind = PV_JSON_NULL}; }

pv_json pv_json_string(pv_str string) {
  return (pv_json){.kind = PV_JSON_STRING, .string = string};
}

pv_json pv_json_bool(bool boolean) { return (pv_json){.kind = PV_JSON_BOOL, .boolean = boolean}; }

pv_json pv_json_object1(pv_arena *arena, const char *name, pv_json value) {
  pv_str *names = PV_NEW(arena, pv_str);
  pv_json *values = PV_NEW(arena, pv_json);
  names[0] = pv_str_from(name);
  values[0] = value;
  return (pv_json){.kind = PV_JSON_OBJECT, .items = values, .names = names, .count = 1};
}

pv_json pv_json_object2(pv_arena *arena, const char *name1, pv_json value1, const char *name2,
                        pv_json value2) {
  pv_str *names = PV_NEW_ARRAY(arena, pv_str, 2);
  pv_json *values = PV_NEW_ARRAY(arena, pv_json, 2);
  names[0] = pv_str_from(name1);
  names[1] = pv_str_from(name2);
  values[0] = value1;
  values[1] = value2;
  return (pv_json){.kind = PV_JSON_OBJECT, .items = values, .names = names, .count = 2};
}
