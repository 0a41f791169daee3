"""Pancake flips over all permutations: list indexing, slices and slice assignment."""
import sys

SIZE = 9
SMALL = 5


def flips_of(permutation):
    """How many prefix reversals bring 0 to the front."""
    stack = permutation[:]
    flips = 0
    top = stack[0]
    while top:
        stack[:top + 1] = stack[top::-1]
        flips += 1
        top = stack[0]
    return flips


def run(size):
    permutation = list(range(size))
    counters = [0] * size
    checksum = 0
    most = 0
    sign = 1
    while True:
        if permutation[0]:
            flips = flips_of(permutation)
            if flips > most:
                most = flips
            checksum += sign * flips
        # The next permutation in the order of prefix rotations.
        if sign == 1:
            permutation[0], permutation[1] = permutation[1], permutation[0]
            sign = -1
            continue
        permutation[1], permutation[2] = permutation[2], permutation[1]
        sign = 1
        for i in range(2, size):
            if counters[i] < i:
                counters[i] += 1
                break
            counters[i] = 0
            if i == size - 1:
                return (checksum, most)
            first = permutation.pop(0)
            permutation.insert(i + 1, first)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
