#include "support/grammar_text.h"

pv_str pv_test_grammar(pv_arena *arena, const char *declarations, const char *children) {
  return pv_str_printf(
      arena,
      "<grammar xmlns='urn:proviso-grammar:1' id='t' version='1.2.3' engine='1' xml:lang='en'>\n"
      "%s<phase name='clause'><rule id='R' emits='F' status='draft'>\n"
      "%s\n"
      "</rule></phase></grammar>\n",
      declarations, children);
}
