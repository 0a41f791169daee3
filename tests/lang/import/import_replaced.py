# builtins.__import__ can be replaced: all import statements call it, with CPython's arguments.
import builtins
original = builtins.__import__


def load(name, globals, locals, fromlist, level):
    print(name, globals is not None and globals["__name__"], fromlist, level)
    if name == "made":
        class Made:
            value = 3
        return Made
    if name == "number":
        return 5
    return original(name, globals, locals, fromlist, level)


builtins.__import__ = load
import made
print(made.value)
from made import value
from os import path as p, sep
print(sep)
import number
print(number)


def inner():
    import os.path as deep
    return deep.join("a", "b")


print(inner())
try:
    from . import nothing
except ImportError:
    print("ImportError")


def generator():
    yield "from inside"


class Lazy:
    def __call__(self, *args):
        for text in generator():
            return text


builtins.__import__ = Lazy()
import anything
print(anything)
builtins.__import__ = original
import sys
print(sys.__name__)
del builtins.__import__
try:
    import sys
except ImportError as e:
    print(e)
# output:
# made __main__ None 0
# 3
# made __main__ ('value',) 0
# os __main__ ('path', 'sep') 0
# /
# number __main__ None 0
# 5
# os.path __main__ None 0
# a/b
#  __main__ ('nothing',) 1
# ImportError
# from inside
# sys
# __import__ not found
