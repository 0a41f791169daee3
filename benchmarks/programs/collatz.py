"""Longest Collatz chains: an int while loop with even/odd branches, and a memo in a dict."""
import sys

SIZE = 25000
SMALL = 200


def steps(n):
    count = 0
    while n != 1:
        if n & 1:
            n = 3 * n + 1
        else:
            n >>= 1
        count += 1
    return count


def longest(limit):
    best = 0
    best_n = 1
    for n in range(1, limit):
        count = steps(n)
        if count > best:
            best = count
            best_n = n
    return best_n, best


def longest_remembered(limit):
    known = {1: 0}
    for start in range(2, limit):
        path = []
        n = start
        while n not in known:
            path.append(n)
            n = n // 2 if n % 2 == 0 else 3 * n + 1
        count = known[n]
        while path:
            count += 1
            known[path.pop()] = count
    return max([known[n] for n in range(1, limit)]), len(known)


def run(size):
    checksum = 0
    for limit in range(400, 400 + size // 200):
        best, known = longest_remembered(limit)
        checksum = (checksum * 31 + best + known) % 1000003
    return longest(size) + (checksum,)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
