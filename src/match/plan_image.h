// plan_image.h - writing a compiled grammar with its plan.
#ifndef PV_MATCH_PLAN_IMAGE_H
#define PV_MATCH_PLAN_IMAGE_H

#include "match/plan.h"

// Compiles the packs in `folder` and writes what comes of it to `path`, for later loads.
bool pv_plan_image_write(pv_arena *arena, pv_grammar *grammar, pv_str folder, const char *path,
                         pv_error *err);

#endif
