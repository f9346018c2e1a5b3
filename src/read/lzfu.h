// lzfu.h - the packed rich text of Outlook messages (MS-OXRTFCP).
#ifndef PV_READ_LZFU_H
#define PV_READ_LZFU_H

#include "base/buffer.h"

// Adds what `packed` holds; false where it is damaged. What comes out is at most nine times as
// long.
bool pv_lzfu_unpack(pv_str packed, pv_buffer *out);

#endif
