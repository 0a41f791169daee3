"""64-bit hash functions and generators: ints just beyond one machine word in the middle."""
import sys

SIZE = 200000
SMALL = 300

MASK = 0xFFFFFFFFFFFFFFFF


def fnv1a(data):
    h = 0xCBF29CE484222325
    for byte in data:
        h = ((h ^ byte) * 0x100000001B3) & MASK
    return h


def splitmix(count, state):
    """The xor of `count` outputs of the SplitMix64 generator."""
    mixed = 0
    for _ in range(count):
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = state
        z = ((z ^ z >> 30) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ z >> 27) * 0x94D049BB133111EB) & MASK
        mixed ^= z ^ z >> 31
    return mixed


def xorshift(count, state):
    total = 0
    for _ in range(count):
        state ^= state << 13 & MASK
        state ^= state >> 7
        state ^= state << 17 & MASK
        total = (total + state) & MASK
    return total


def run(size):
    data = bytes([i * 7 & 0xFF for i in range(size)])
    mixed = splitmix(size, 42)
    shifted = xorshift(size, 88172645463325252)
    return "%016x %016x %016x" % (fnv1a(data), mixed, shifted)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
