// limits.h - how much of a file is read. Every limit has its line in docs/limits.md, and whoever
// passes one is told its name.
#ifndef PV_READ_LIMITS_H
#define PV_READ_LIMITS_H

#include <stddef.h>
#include <stdint.h>

// Archives, e-mails and other inputs that hold documents. All but the depth and the ratio count for
// one input, over all that is nested in it.
#define PV_LIMIT_UNPACKED ((size_t)1 << 30) // bytes that come out of it
#define PV_LIMIT_MEMBERS ((size_t)10000)    // entries of an archive, parts of an e-mail
#define PV_LIMIT_NESTING 8                  // containers in containers
#define PV_LIMIT_MIME_DEPTH 32              // parts of one e-mail in each other

// One entry of a zip file. A contract compresses to a fifth; a thousandth is no text.
#define PV_LIMIT_ENTRY ((size_t)256 << 20)    // bytes that come out of it
#define PV_LIMIT_RATIO 250                    // of them to those that went in,
#define PV_LIMIT_RATIO_FROM ((size_t)4 << 20) // looked at from this size on

// XML and HTML.
#define PV_LIMIT_DEPTH 250 // elements in elements

// Rich text.
#define PV_LIMIT_GROUPS 1000 // groups in groups

// Programs that read a format for us, one process a document.
#define PV_LIMIT_CHILD_MEMORY ((size_t)2 << 30)   // bytes of addresses
#define PV_LIMIT_CHILD_OUTPUT ((size_t)512 << 20) // bytes that it writes
#define PV_LIMIT_CHILD_SECONDS 60                 // of its own time, and of ours

// What comes out of one document.
#define PV_LIMIT_TEXT ((size_t)256 << 20) // bytes of text
#define PV_LIMIT_TABLE_DEPTH 16           // tables in tables; deeper ones are read as text

#endif
