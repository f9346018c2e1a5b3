// text_conflict.h - the conflicts between documents, for people.
#ifndef PV_WRITE_TEXT_CONFLICT_H
#define PV_WRITE_TEXT_CONFLICT_H

#include "write/writer.h"

// A block for each conflict at or above the severity that is shown: the two quotes, a table of the
// dimensions, the words that decide it, and why.
void pv_text_put_conflicts(pv_writer *writer);

#endif
