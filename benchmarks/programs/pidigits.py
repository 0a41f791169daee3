"""Digits of pi from a streaming continued fraction: big integers that grow and are divided."""
import sys

SIZE = 2500
SMALL = 50


def digits(count):
    """Yields `count` decimal digits of pi (Gibbons' spigot over linear fractional maps)."""
    numerator, offset, denominator = 1, 0, 1
    k = 0
    while count:
        k += 1
        odd = 2 * k + 1
        offset = (offset + 2 * numerator) * odd
        numerator *= k
        denominator *= odd
        if numerator > offset:
            continue
        digit = (numerator * 3 + offset) // denominator
        if digit == (numerator * 4 + offset) // denominator:
            yield digit
            count -= 1
            offset = (offset - digit * denominator) * 10
            numerator *= 10


def run(size):
    checksum = 0
    last = []
    for digit in digits(size):
        checksum = (checksum * 10 + digit) % 998244353
        last.append(digit)
        if len(last) > 10:
            last.pop(0)
    return (checksum, "".join([str(d) for d in last]))


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
