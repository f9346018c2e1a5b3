// Any bytes as an expression: it compiles to a program that holds together, or the error points
// into it.
#include <stdlib.h>

#include "base/utf8.h"
#include "support/check_grammar.h"
#include "support/grammar_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char declarations[] =
    "<lexicon id='a'>b c | b | d-e | 'f;'</lexicon><lexicon id='s' fold='stem'>pay</lexicon>"
    "<lexicon id='e' fold='exact'>Net Sales | Field</lexicon><macro id='l' arg='x'>$x (',' $x)*"
    "</macro><macro id='g'>a ...3 b</macro><frame id='F'><has name='p' type='Party'/></frame>";

// What XML takes in a CDATA section: no control characters, no end of it.
static pv_str cleaned(pv_arena *arena, pv_str text) {
  pv_str copy = pv_str_copy(arena, text);
  char *at = pv_arena_alloc(arena, copy.size + 1);
  for (size_t i = 0; i < copy.size; i++) {
    bool ends = copy.data[i] == '>' && i >= 2 && copy.data[i - 1] == ']' && copy.data[i - 2] == ']';
    at[i] = (unsigned char)copy.data[i] < ' ' || ends ? ' ' : copy.data[i];
  }
  return (pv_str){at, copy.size};
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pv_arena *arena = pv_arena_new(0);
  pv_str text = cleaned(arena, (pv_str){(const char *)data, size});
  pv_str match =
      pv_str_printf(arena, "<match><![CDATA[" PV_STR_FMT "]]></match>", PV_STR_ARG(text));
  pv_error err = {0};
  pv_grammar *grammar = NULL;
  if (pv_utf8_valid(text) == text.size)
    grammar =
        pv_grammar_load_text("fuzz.xml", pv_test_grammar(arena, declarations, match.data), &err);
  if (grammar)
    pv_test_check_grammar(grammar);
  else if (err.code == PV_ERROR_GRAMMAR && err.line != 3)
    abort();
  pv_grammar_free(grammar);
  pv_arena_free(arena);
  return 0;
}
