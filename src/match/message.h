// message.h - what a rule says of a match.
//
//   in:  a match, and the messages of its rule
//   out: text, with the words that fill the slots in the place of their names
#ifndef PV_MATCH_MESSAGE_H
#define PV_MATCH_MESSAGE_H

#include "match/match.h"

// The message of the rule in `language` ("de", "de-CH"), in the language of its file where there is
// none; empty where the rule has no message. White space counts as one blank, several fillers of a
// slot stand with commas between them.
pv_str pv_match_message(pv_arena *arena, const pv_match *match, const pv_text *text,
                        pv_str language);

#endif
