"""Doubly recursive Fibonacci: plain calls of a global function with small ints."""
import sys

SIZE = 31
SMALL = 12


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def run(size):
    return fib(size)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
