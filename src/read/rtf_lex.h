// rtf_lex.h - rich text as its tokens: groups, control words, and bytes of text.
#ifndef PV_READ_RTF_LEX_H
#define PV_READ_RTF_LEX_H

#include <proviso/base.h>

typedef enum {
  PV_RTF_END,
  PV_RTF_OPEN,   // {
  PV_RTF_CLOSE,  // }
  PV_RTF_WORD,   // \pard, \fs24
  PV_RTF_SYMBOL, // \~
  PV_RTF_BYTES,  // of text, in some code page; \'e9 is one
  PV_RTF_BINARY, // \bin and what follows it
} pv_rtf_kind;

typedef struct {
  pv_rtf_kind kind;
  pv_str text; // the word without its number, the symbol, the bytes
  bool has_number;
  int32_t number;
  char byte; // what `text` shows where the file spells it in hex
} pv_rtf_token;

// The token at `*pos`, which goes behind it. Never reads past the end.
void pv_rtf_next(pv_str bytes, size_t *pos, pv_rtf_token *token);

#endif
