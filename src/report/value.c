#include "base/str.h"
#include "report/report.h"

pv_json pv_json_null(void) { return (pv_json){.kind = PV_JSON_NULL}; }

pv_json pv_json_string(pv_str string) {
  return (pv_json){.kind = PV_JSON_STRING, .string = string};
}

pv_json pv_json_bool(bool boolean) { return (pv_json){.kind = PV_JSON_BOOL, .boolean = boolean}; }

static pv_json object(pv_arena *arena, const char *const *names, const pv_json *values,
                      size_t count) {
  pv_str *made_names = PV_NEW_ARRAY(arena, pv_str, count);
  pv_json *made_values = PV_NEW_ARRAY(arena, pv_json, count);
  for (size_t i = 0; i < count; i++) {
    made_names[i] = pv_str_from(names[i]);
    made_values[i] = values[i];
  }
  return (pv_json){
      .kind = PV_JSON_OBJECT, .items = made_values, .names = made_names, .count = count};
}

pv_json pv_json_object1(pv_arena *arena, const char *name, pv_json value) {
  return object(arena, &name, &value, 1);
}

pv_json pv_json_object2(pv_arena *arena, const char *name1, pv_json value1, const char *name2,
                        pv_json value2) {
  const char *names[] = {name1, name2};
  pv_json values[] = {value1, value2};
  return object(arena, names, values, 2);
}

pv_json pv_json_object3(pv_arena *arena, const char *name1, pv_json value1, const char *name2,
                        pv_json value2, const char *name3, pv_json value3) {
  const char *names[] = {name1, name2, name3};
  pv_json values[] = {value1, value2, value3};
  return object(arena, names, values, 3);
}
