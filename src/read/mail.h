// mail.h - what e-mails of all kinds hand on: bodies and attachments.
#ifndef PV_READ_MAIL_H
#define PV_READ_MAIL_H

#include "read/container.h"

// One that a container hands on by `name`. Takes `bytes`, from malloc() or NULL, over: NULL is told
// as no memory. Returns false when no more members are wanted.
bool pv_mail_add(pv_container *container, pv_str name, char *bytes, size_t size);

// Text in the encoding `charset` (or empty: nobody says) becomes UTF-8, as pv_mail_add takes it.
// `*bytes` is replaced.
void pv_mail_to_utf8(pv_arena *arena, pv_str charset, char **bytes, size_t *size);

// "part-3.pdf" for one without a name.
pv_str pv_mail_name(pv_arena *arena, pv_str kind, size_t number);

#endif
