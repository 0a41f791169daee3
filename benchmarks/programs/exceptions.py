"""Exceptions: raised and caught near and far, finally, with, re-raising, lookups that fail."""
import sys

SIZE = 80000
SMALL = 200


class BadInput(Exception):
    pass


class TooLarge(BadInput):
    def __init__(self, value, limit):
        super().__init__(value, limit)
        self.value = value
        self.limit = limit


class Counter:
    """A context manager that counts what passes through it and swallows BadInput."""

    def __init__(self):
        self.entered = 0
        self.failed = 0

    def __enter__(self):
        self.entered += 1
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None and issubclass(kind, BadInput):
            self.failed += 1
            return True
        return False


def check(value):
    if value % 3 == 0:
        raise TooLarge(value, 3)
    if value % 5 == 0:
        raise BadInput("five", value)
    return value


def dive(depth, value):
    if depth == 0:
        return check(value)
    return dive(depth - 1, value) + 1


def run(size):
    caught = 0
    cleaned = 0
    total = 0
    for i in range(size):
        try:
            total += check(i)
        except TooLarge as error:
            caught += error.value - error.limit
        except BadInput as error:
            caught += error.args[1]
        finally:
            cleaned += 1
    for i in range(size // 4):
        try:
            total += dive(10, i)
        except BadInput:
            caught += 1
    table = {n: n for n in range(0, 100, 2)}
    missing = 0
    for i in range(size):
        try:
            total += table[i % 100]
        except KeyError:
            missing += 1
        try:
            total += int("7x" if i & 3 == 0 else "7")
        except ValueError:
            missing += 1
    counter = Counter()
    for i in range(size // 2):
        with counter:
            check(i)
    chained = 0
    for i in range(size // 4):
        try:
            try:
                check(i * 3)
            except TooLarge as error:
                chained += error.limit
                raise
        except BadInput as error:
            chained += error.args[0]
    return (total, caught, cleaned, missing, counter.entered, counter.failed, chained)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
