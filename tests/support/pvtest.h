// pvtest.h - cmocka with the headers it wants before it.
#ifndef PV_TEST_H
#define PV_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

// clang-format would put it first.
// clang-format off
#include <cmocka.h>
// clang-format on

#endif
