// Any bytes as a grammar file: it loads or says why not; what loads holds together and prints.
#include <stdlib.h>

#include "base/str.h"
#include "support/check_grammar.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  pv_arena *arena = pv_arena_new(0);
  pv_error err = {0};
  pv_str bytes = pv_str_copy(arena, (pv_str){(const char *)data, size});
  pv_grammar *grammar = pv_grammar_load_text("fuzz.xml", bytes, &err);
  if (!grammar && (err.code == PV_OK || !err.message[0])) abort();
  if (grammar) {
    pv_test_check_grammar(grammar);
    (void)pv_grammar_print(arena, grammar);
  }
  pv_grammar_free(grammar);
  pv_arena_free(arena);
  return 0;
}
