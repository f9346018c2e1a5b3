#include <proviso/portfolio.h>

const char *pv_verdict_name(pv_verdict verdict) {
  static const char *const names[] = {
      [PV_VERDICT_DISJOINT] = "disjoint",
      [PV_VERDICT_CANNOT_RULE_OUT] = "cannot_rule_out",
      [PV_VERDICT_OVERLAP] = "overlap",
  };
  return names[verdict];
}

const char *pv_relation_name(pv_relation relation) {
  static const char *const names[] = {
      [PV_RELATION_DISJOINT] = "disjoint",
      [PV_RELATION_UNKNOWN] = "unknown",
      [PV_RELATION_OVERLAP] = "overlap",
      [PV_RELATION_SAME] = "same",
  };
  return names[relation];
}

const char *pv_dimension_name(pv_dimension dimension) {
  static const char *const names[] = {
      [PV_DIMENSION_GRANTOR] = "grantor",   [PV_DIMENSION_SUBJECT] = "subject",
      [PV_DIMENSION_ACTIVITY] = "activity", [PV_DIMENSION_TERRITORY] = "territory",
      [PV_DIMENSION_FIELD] = "field",       [PV_DIMENSION_TERM] = "term",
  };
  return names[dimension];
}
