// hash.h - SHA-256 of what was read, and a 64-bit hash for names of findings.
#ifndef PV_BASE_HASH_H
#define PV_BASE_HASH_H

#include <nettle/sha2.h>

#include <proviso/base.h>

enum { PV_SHA256_HEX_SIZE = 2 * SHA256_DIGEST_SIZE + 1 }; // with the NUL behind it

typedef struct {
  struct sha256_ctx context;
} pv_sha256;

void pv_sha256_init(pv_sha256 *sha);
void pv_sha256_add(pv_sha256 *sha, pv_str bytes);
void pv_sha256_finish(pv_sha256 *sha, char hex[PV_SHA256_HEX_SIZE]);

// All three at once.
void pv_sha256_print(pv_str bytes, char hex[PV_SHA256_HEX_SIZE]);

// FNV-1a with 64 bits: the same on every platform. Start with PV_HASH_START and feed each result
// into the next call.
#define PV_HASH_START UINT64_C(0xcbf29ce484222325)

static inline uint64_t pv_hash_byte(uint64_t hash, unsigned char byte) {
  return (hash ^ byte) * UINT64_C(0x100000001b3);
}

uint64_t pv_hash_add(uint64_t hash, pv_str bytes);

#endif
