// proviso compare: documents with each other; proviso check: a new one with those that are signed.
#include "base/error.h"
#include "base/str.h"
#include "cli/message.h"
#include "cli/scan.h"

pv_exit pv_compare_run(pv_settings *settings) {
  if (settings->arguments.count || settings->files_from.count)
    return pv_scan_documents(settings, true);
  pv_error err = {0};
  pv_fail(&err, PV_ERROR_USAGE, "compare what? Name two documents, or a folder of them");
  return pv_complain_usage(settings, &err);
}

// The new document comes first; all the others are those that it is compared with.
pv_exit pv_check_run(pv_settings *settings) {
  pv_error err = {0};
  if (!settings->arguments.count)
    pv_fail(&err, PV_ERROR_USAGE, "check what? Name the new document, and --against the others");
  else if (!settings->against.count && !settings->files_from.count)
    pv_fail(&err, PV_ERROR_USAGE, "check %s against what? Name signed documents with --against",
            settings->arguments.items[0]);
  if (err.code) return pv_complain_usage(settings, &err);
  for (size_t i = 0; i < settings->against.count; i++)
    PV_PUSH(settings->arena, &settings->arguments, settings->against.items[i]);
  return pv_scan_documents(settings, true);
}
