// formats.h - what the rows of the table in writer.c call.
#ifndef PV_WRITE_FORMATS_H
#define PV_WRITE_FORMATS_H

#include "write/writer.h"

// json: one object for the whole run.
void pv_json_begin(pv_writer *writer);
void pv_json_document(pv_writer *writer, const pv_report *report);
void pv_json_failure(pv_writer *writer, pv_str uri, const pv_error *why);
void pv_json_end(pv_writer *writer);

// jsonl: one line for each document.
void pv_jsonl_begin(pv_writer *writer);
void pv_jsonl_document(pv_writer *writer, const pv_report *report);
void pv_jsonl_failure(pv_writer *writer, pv_str uri, const pv_error *why);
void pv_jsonl_end(pv_writer *writer);

// text: for people.
void pv_text_begin(pv_writer *writer);
void pv_text_document(pv_writer *writer, const pv_report *report);
void pv_text_failure(pv_writer *writer, pv_str uri, const pv_error *why);
void pv_text_end(pv_writer *writer);

#endif
