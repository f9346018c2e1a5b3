// rtf_word.h - what the control words of rich text do, as far as they matter to its text.
#ifndef PV_READ_RTF_WORD_H
#define PV_READ_RTF_WORD_H

#include "read/rtf_flow.h"

// Does what the word says. One that nobody knows does nothing; behind \* the group is left out.
void pv_rtf_act(pv_rtf *rtf, const pv_rtf_token *word);

// \~, \-, a backslash at the end of a line.
void pv_rtf_act_symbol(pv_rtf *rtf, char symbol);

#endif
