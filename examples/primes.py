"""Primes by the sieve of Eratosthenes, and what can be seen in them.

One bytearray marks the composites. From it: a table of the first primes, twins, gaps, the last
digits, and the factors of a few numbers.
"""


def sieve(limit):
    """All primes up to and with `limit`."""
    composite = bytearray(limit + 1)
    primes = []
    for n in range(2, limit + 1):
        if composite[n]:
            continue
        primes.append(n)
        for multiple in range(n * n, limit + 1, n):
            composite[multiple] = 1
    return primes


def factors(n, primes):
    """The prime factors of `n`, ascending; primes must reach its square root."""
    found = []
    for p in primes:
        if p * p > n:
            break
        while n % p == 0:
            found.append(p)
            n //= p
    if n > 1:
        found.append(n)
    return found


primes = sieve(10000)

print("The first hundred primes:")
for row in range(10):
    print(" ".join("%4d" % p for p in primes[row * 10:row * 10 + 10]))

print("There are", len(primes), "primes up to 10000; the last is", primes[-1])

twins = [(p, q) for p, q in zip(primes, primes[1:]) if q - p == 2]
print(len(twins), "pairs of twins, such as", twins[:5], "and", twins[-1])

gap, start = max((q - p, -p) for p, q in zip(primes, primes[1:]))
print("The widest gap, %d, comes after %d" % (gap, -start))

ends = {}
for p in primes:
    ends[p % 10] = ends.get(p % 10, 0) + 1
for digit in sorted(ends):
    print("ending in", digit, "%4d" % ends[digit], "=" * (ends[digit] // 10))

for n in (360, 9973, 65536, 1001, 99999989, 600851475143):
    print(n, "=", " * ".join(str(p) for p in factors(n, primes)))
