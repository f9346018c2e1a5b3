// made_odt.h - OpenDocument texts made in memory, from the XML of their parts.
#ifndef PV_TEST_MADE_ODT_H
#define PV_TEST_MADE_ODT_H

#include <proviso/base.h>

// `automatic` are styles of content.xml, `body` is what office:text holds; `styles` those of
// styles.xml, or NULL. From malloc().
char *pv_made_odt_bytes(const char *automatic, const char *body, const char *styles, size_t *size);

#endif
