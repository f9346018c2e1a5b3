#include "read/lzfu.h"

#include "base/str.h"

enum { HEADER = 16, WINDOW = 4096, FIRST_AT = 207 };

static const char first[] =
    "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    "\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    "\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

typedef struct {
  char window[WINDOW];
  size_t at; // where the next byte goes
  pv_buffer *out;
} unpacking;

static void put(unpacking *u, char byte) {
  pv_buffer_add_char(u->out, byte);
  u->window[u->at] = byte;
  u->at = (u->at + 1) % WINDOW;
}

// Two bytes: where in the window, and how many. False for the one that ends the text.
static bool copy(unpacking *u, unsigned char high, unsigned char low) {
  size_t from = (size_t)high << 4 | low >> 4, size = (low & 0x0F) + 2U;
  if (from == u->at) return false;
  for (size_t i = 0; i < size; i++) put(u, u->window[(from + i) % WINDOW]);
  return true;
}

bool pv_lzfu_unpack(pv_str packed, pv_buffer *out) {
  unpacking u = {.at = FIRST_AT, .out = out};
  _Static_assert(sizeof first == FIRST_AT + 1, "the window starts with the text of the standard");
  memcpy(u.window, first, FIRST_AT);
  if (packed.size < HEADER) return false;
  pv_str kind = {packed.data + 8, 4};
  if (pv_str_equal(kind, PV_STR("MELA"))) { // as it is
    pv_buffer_add(out, (pv_str){packed.data + HEADER, packed.size - HEADER});
    return true;
  }
  if (!pv_str_equal(kind, PV_STR("LZFu"))) return false;
  const unsigned char *bytes = (const unsigned char *)packed.data;
  for (size_t pos = HEADER; pos < packed.size;) {
    unsigned flags = bytes[pos++];
    for (int i = 0; i < 8; i++, flags >>= 1) {
      size_t taken = flags & 1 ? 2 : 1;
      if (packed.size - pos < taken) return false;
      if (!(flags & 1))
        put(&u, packed.data[pos]);
      else if (!copy(&u, bytes[pos], bytes[pos + 1]))
        return true;
      pos += taken;
    }
  }
  return false;
}
