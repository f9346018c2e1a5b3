// How common words are, as data of a pack: lines of a word, a tab, and in how many sentences of
// 10,000 it stands. It decides which atom of a program is looked for first, so speed, never
// results.
#include <stdlib.h>

#include "base/error.h"
#include "grammar/loader.h"

enum { RARE = 5, MOST = 10000 }; // a word that is not in the list is rarer than those that are

static void read_line(pv_loader *loader, pv_str line, uint16_t *frequencies) {
  const char *tab = memchr(line.data, '\t', line.size);
  if (!tab) return;
  pv_str word = {line.data, (size_t)(tab - line.data)};
  uint32_t id = pv_vocabulary_find(loader->grammar->vocabulary, word);
  unsigned long share = strtoul(tab + 1, NULL, 10);
  if (id >= PV_WORD_FIRST) frequencies[id] = (uint16_t)(share < MOST ? share : MOST);
}

static void read_file(pv_loader *loader, const pv_module *module, const pv_element *element,
                      uint16_t *frequencies) {
  pv_str path = pv_loader_path(loader, module->source->file, pv_element_attribute(element, "href"));
  pv_error err = {0};
  pv_str bytes;
  if (!path.size || !pv_source_read(loader->scratch, path.data, &bytes, &err)) {
    (void)pv_loader_fail_attribute(loader, module, element, "href", "%s",
                                   path.size ? err.message : "a file in the folder or below");
    return;
  }
  pv_sha256_add(&loader->sha, bytes);
  while (bytes.size) {
    const char *end = memchr(bytes.data, '\n', bytes.size);
    size_t size = end ? (size_t)(end - bytes.data) : bytes.size;
    read_line(loader, (pv_str){bytes.data, size}, frequencies);
    size += end != NULL;
    bytes = (pv_str){bytes.data + size, bytes.size - size};
  }
}

void pv_load_frequencies(pv_loader *loader) {
  uint32_t count = pv_vocabulary_size(loader->grammar->vocabulary);
  uint16_t *frequencies = PV_NEW_ARRAY(loader->arena, uint16_t, count);
  for (uint32_t id = 0; id < count; id++) frequencies[id] = id < PV_WORD_FIRST ? MOST : RARE;
  for (size_t m = 0; m < loader->modules.count; m++) {
    const pv_module *module = loader->modules.items[m];
    const pv_element *root = module->source->root;
    for (size_t i = 0; i < root->children.count; i++)
      if (pv_element_is(root->children.items[i], "frequencies"))
        read_file(loader, module, root->children.items[i], frequencies);
  }
  loader->grammar->frequencies = frequencies;
}
