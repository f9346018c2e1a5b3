// font_sign.h - characters of fonts that draw their own signs.
#ifndef PV_READ_FONT_SIGN_H
#define PV_READ_FONT_SIGN_H

#include <proviso/base.h>

// The character that `code` (0xF0B7) of that font looks like; a bullet for what is not known.
uint32_t pv_font_sign(pv_str font, uint32_t code);

#endif
