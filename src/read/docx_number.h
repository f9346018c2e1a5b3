// docx_number.h - the numbers of lists, which a Word document does not hold as text: they follow
// from word/numbering.xml and from the paragraphs before.
#ifndef PV_READ_DOCX_NUMBER_H
#define PV_READ_DOCX_NUMBER_H

#include "base/buffer.h"
#include "read/docx_style.h"

typedef struct pv_docx_numbers pv_docx_numbers;

// `styles` may hold none; lists can be named by a style.
pv_docx_numbers *pv_docx_numbers_read(pv_arena *arena, pv_str bytes, const pv_docx_styles *styles,
                                      pv_error *err);

// Counts a paragraph of list `number` on `level` (PV_DOCX_UNSET: that of its style, by the list)
// and adds its number with the gap behind it, if `out` is not NULL. Nothing for a list that is not
// there.
void pv_docx_numbers_count(pv_docx_numbers *numbers, int32_t number, int32_t level,
                           const pv_docx_style *style, pv_buffer *out);

#endif
