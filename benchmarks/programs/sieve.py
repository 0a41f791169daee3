"""Primes by Eratosthenes in a list of flags and in a bytearray: subscripts in counting loops."""
import sys

SIZE = 700000
SMALL = 2000


def primes_in_list(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= limit:
        if flags[i]:
            for j in range(i * i, limit + 1, i):
                flags[j] = False
        i += 1
    return [i for i in range(limit + 1) if flags[i]]


def primes_in_bytes(limit):
    crossed = bytearray(limit + 1)
    i = 2
    while i * i <= limit:
        if not crossed[i]:
            j = i * i
            while j <= limit:
                crossed[j] = 1
                j += i
        i += 1
    count = 0
    total = 0
    for i in range(2, limit + 1):
        if not crossed[i]:
            count += 1
            total += i
    return count, total


def run(size):
    primes = primes_in_list(size)
    count, total = primes_in_bytes(size)
    return (len(primes), primes[-1], sum(primes), count, total)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
