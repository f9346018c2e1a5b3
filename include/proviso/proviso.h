// proviso.h - all of the library: find exclusivity, IP-licensing and revenue-share clauses in
// contracts, and the terms in them that may be read in more than one way.
#ifndef PROVISO_PROVISO_H
#define PROVISO_PROVISO_H

#include <proviso/analyze.h>
#include <proviso/base.h>
#include <proviso/diff.h>
#include <proviso/document.h>
#include <proviso/evaluate.h>
#include <proviso/grammar.h>
#include <proviso/portfolio.h>
#include <proviso/report.h>
#include <proviso/write.h>

#endif
