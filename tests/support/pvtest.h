// pvtest.h - cmocka with the headers it wants before it.
#ifndef PV_TEST_H
#define PV_TEST_H

#include <cmocka.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#endif
