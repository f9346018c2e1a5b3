#include <proviso/base.h>

const char *pv_version(void) { return PV_VERSION; }
