#include "base/hash.h"

void pv_sha256_init(pv_sha256 *sha) { sha256_init(&sha->context); }

void pv_sha256_add(pv_sha256 *sha, pv_str bytes) {
  sha256_update(&sha->context, bytes.size, (const uint8_t *)bytes.data);
}

void pv_sha256_finish(pv_sha256 *sha, char hex[PV_SHA256_HEX_SIZE]) {
  static const char digits[] = "0123456789abcdef";
  uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_digest(&sha->context, sizeof digest, digest);
  for (size_t i = 0; i < sizeof digest; i++) {
    hex[2 * i] = digits[digest[i] >> 4];
    hex[2 * i + 1] = digits[digest[i] & 15];
  }
  hex[PV_SHA256_HEX_SIZE - 1] = '\0';
}

void pv_sha256_print(pv_str bytes, char hex[PV_SHA256_HEX_SIZE]) {
  pv_sha256 sha;
  pv_sha256_init(&sha);
  pv_sha256_add(&sha, bytes);
  pv_sha256_finish(&sha, hex);
}

uint64_t pv_hash_add(uint64_t hash, pv_str bytes) {
  for (size_t i = 0; i < bytes.size; i++) hash = pv_hash_byte(hash, (unsigned char)bytes.data[i]);
  return hash;
}
