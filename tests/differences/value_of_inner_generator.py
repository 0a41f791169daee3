"""What a generator returns is lost beneath filter() and itertools.

Cause: they run over it by a for loop of their own. CPython happens to let the StopIteration through, with its value.
Workaround: `yield from` the generator itself, and filter in a generator of one's own.
"""
# skip cpython: it keeps the value
from itertools import islice


def numbers():
    yield 1
    return "done"


def delegate(it):
    print((yield from it))


list(delegate(filter(None, numbers())))    # expect: None
list(delegate(islice(numbers(), 5)))       # expect: None
list(delegate(map(str, numbers())))        # expect: done
list(delegate(numbers()))                  # expect: done
