#include "base/str.h"
#include "report/report.h"

const char *pv_status_name(pv_status status) {
  static const char *const names[] = {
      [PV_STATUS_STATED] = "stated",           [PV_STATUS_INHERITED] = "inherited",
      [PV_STATUS_MISSING] = "missing",         [PV_STATUS_REDACTED] = "redacted",
      [PV_STATUS_CONFLICTING] = "conflicting", [PV_STATUS_UNRESOLVED] = "unresolved",
  };
  return names[status];
}

static const char *const severities[] = {
    [PV_SEVERITY_INFO] = "info",
    [PV_SEVERITY_LOW] = "low",
    [PV_SEVERITY_MEDIUM] = "medium",
    [PV_SEVERITY_HIGH] = "high",
};

const char *pv_severity_name(pv_severity severity) { return severities[severity]; }

bool pv_severity_parse(pv_str name, pv_severity *severity) {
  for (size_t i = 0; i < sizeof severities / sizeof *severities; i++) {
    if (!pv_str_equal(name, pv_str_from(severities[i]))) continue;
    *severity = (pv_severity)i;
    return true;
  }
  return false;
}
