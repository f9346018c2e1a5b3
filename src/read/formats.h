// formats.h - what the rows of the table in reader.c are made of.
#ifndef PV_READ_FORMATS_H
#define PV_READ_FORMATS_H

#include "read/reader.h"

bool pv_read_text(pv_reading *reading, pv_error *err);
bool pv_read_markdown(pv_reading *reading, pv_error *err);

bool pv_sniff_akn(pv_str bytes);
bool pv_read_akn(pv_reading *reading, pv_error *err);

bool pv_sniff_html(pv_str bytes);
bool pv_read_html(pv_reading *reading, pv_error *err);

bool pv_sniff_pdf(pv_str bytes);
bool pv_read_pdf(pv_reading *reading, pv_error *err);

bool pv_sniff_rtf(pv_str bytes);
bool pv_read_rtf(pv_reading *reading, pv_error *err);

bool pv_sniff_edgar(pv_str bytes);
bool pv_unpack_edgar(pv_container *container, pv_str bytes, pv_error *err);

bool pv_sniff_doc(pv_str bytes);
bool pv_read_doc(pv_reading *reading, pv_error *err);

bool pv_sniff_eml(pv_str bytes);
bool pv_unpack_eml(pv_container *container, pv_str bytes, pv_error *err);
bool pv_sniff_mbox(pv_str bytes);
bool pv_unpack_mbox(pv_container *container, pv_str bytes, pv_error *err);

bool pv_sniff_msg(pv_str bytes);
bool pv_unpack_msg(pv_container *container, pv_str bytes, pv_error *err);

bool pv_sniff_zip(pv_str bytes);
bool pv_unpack_zip(pv_container *container, pv_str bytes, pv_error *err);

bool pv_sniff_docx(pv_str bytes);
bool pv_read_docx(pv_reading *reading, pv_error *err);

bool pv_sniff_odt(pv_str bytes);
bool pv_read_odt(pv_reading *reading, pv_error *err);

#endif
