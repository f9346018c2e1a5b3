// link.h - what a document says of other names, terms and documents.
//
//   in:  the matches of the cue phase whose frame is Link
//   out: `report->links`, in the order of the text
#ifndef PV_CLAUSE_LINK_H
#define PV_CLAUSE_LINK_H

#include "clause/clause.h"

void pv_links_find(pv_report *report, const pv_findings *findings);

#endif
