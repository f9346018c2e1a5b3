#include "support/weights.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char before[] =
    "<grammar xmlns='urn:proviso-grammar:1' id='t' version='1.0.0' engine='1' xml:lang='en'>"
    "<frame id='Sale' family='trade' kinds='sale gift'>"
    "<has name='thing' type='Text'/>"
    "<slot name='thing' where='sentence'>[lamps | maps]</slot></frame>";
static const char after[] =
    "<phase name='clause'>"
    "<rule id='SELL' emits='Sale' kind='sale' status='draft' score='60'><match>sells</match></rule>"
    "<rule id='GIVE' emits='Sale' kind='gift' status='draft' score='70'><match>gives</match></rule>"
    "</phase></grammar>";

static void write_file(const char *folder, const char *name, const char *const *texts,
                       size_t count) {
  char path[128];
  (void)snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "wb");
  if (!file) abort();
  for (size_t i = 0; i < count; i++) (void)fputs(texts[i], file);
  (void)fclose(file);
}

pv_grammar *pv_test_weights_element(const char *attributes, const char *weights, pv_error *err) {
  char folder[] = "/tmp/proviso-weights-XXXXXX", path[128];
  if (!mkdtemp(folder)) abort();
  write_file(folder, "a.xml", (const char *[]){before, "\n<weights ", attributes, "/>", after}, 5);
  write_file(folder, "w.txt", &weights, 1);
  (void)snprintf(path, sizeof path, "%s/a.xml", folder);
  pv_grammar *grammar = pv_grammar_load(path, err);
  (void)unlink(path);
  (void)snprintf(path, sizeof path, "%s/w.txt", folder);
  (void)unlink(path);
  (void)rmdir(folder);
  return grammar;
}

pv_grammar *pv_test_weighed_grammar(const char *weights, pv_error *err) {
  return pv_test_weights_element("frame='Sale' kind='sale' kinds='sale' href='w.txt'", weights,
                                 err);
}
