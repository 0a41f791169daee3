"""Takeuchi's function and Ackermann's: calls with several arguments, deep and nested."""
import sys

SIZE = 25
SMALL = 8


def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def run(size):
    checksum = 0
    for y in range(size // 2, size // 2 + 4):
        checksum = checksum * 31 + tak(size, y, size // 3)
    for n in range(size * 2 + 1):
        checksum = (checksum * 31 + ackermann(2, n)) % 1000003
    return checksum


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
