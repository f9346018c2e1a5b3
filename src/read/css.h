// css.h - what the style attribute of an element says.
#ifndef PV_READ_CSS_H
#define PV_READ_CSS_H

#include <proviso/base.h>

// Does `style` give `property` a value with the word `value` in it? Letters of ASCII are alike.
bool pv_css_says(pv_str style, const char *property, const char *value);

#endif
