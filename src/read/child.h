// child.h - another program that reads a format: a process with little memory and time, whose
// crash costs its document and nothing else.
//
//   in:  a command, and the bytes of the file, which the command finds as its argument "%"
//   out: what it wrote, at most so much
#ifndef PV_READ_CHILD_H
#define PV_READ_CHILD_H

#include "base/arena.h"

typedef struct {
  const char *const *command; // up to a NULL; "%" stands for the path of the file
  pv_str bytes;
} pv_child;

typedef struct {
  pv_str output;
  char complaint[400]; // the start of what it wrote to standard error
  int status;          // its exit code, or -1 where it was ended
  bool is_missing;     // there is no such program
} pv_child_result;

// Runs it to its end. What it wrote is in `arena`. False and `err` where no process can be had, or
// it takes more time or writes more than it may (PV_LIMIT_CHILD_…).
bool pv_child_run(pv_arena *arena, const pv_child *child, pv_child_result *result, pv_error *err);

#endif
