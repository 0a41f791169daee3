"""32-bit hash functions (FNV-1a and a Murmur-like mixer) over bytes: masked multiplication."""
import sys

SIZE = 220000
SMALL = 500

MASK = 0xFFFFFFFF


def fnv1a(data):
    h = 0x811C9DC5
    for byte in data:
        h = ((h ^ byte) * 0x01000193) & MASK
    return h


def murmur(data, seed):
    h = seed
    length = len(data) & ~3
    for i in range(0, length, 4):
        k = data[i] | data[i + 1] << 8 | data[i + 2] << 16 | data[i + 3] << 24
        k = (k * 0xCC9E2D51) & MASK
        k = (k << 15 | k >> 17) & MASK
        h ^= (k * 0x1B873593) & MASK
        h = (h << 13 | h >> 19) & MASK
        h = (h * 5 + 0xE6546B64) & MASK
    h ^= len(data)
    h ^= h >> 16
    h = (h * 0x85EBCA6B) & MASK
    h ^= h >> 13
    h = (h * 0xC2B2AE35) & MASK
    return h ^ h >> 16


def adler(data):
    a = 1
    b = 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def run(size):
    data = bytearray(size)
    state = 12345
    for i in range(size):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        data[i] = state >> 16 & 0xFF
    data = bytes(data)
    return "%08x %08x %08x %08x" % (fnv1a(data), murmur(data, 0), murmur(data, 97), adler(data))


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
