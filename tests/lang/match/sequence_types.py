# What counts as a sequence: list, tuple, range, deque, array, memoryview; not str, bytes, sets, iterators.
from collections import deque
from array import array
def f(x):
    match x:
        case [*items]: return items
        case _: return "not a sequence"
class L(list): pass
class T(tuple): pass
class S(str): pass
print(f(L([1])), f(T([2])), f(range(2)), f(deque([3])), f(array("b", [4])))
# expect: [1] [2] [0, 1] [3] [4]
print(f(S("s")), f({1}), f({}), f(x for x in ()), f(None), f(memoryview(b"m")))
# expect: not a sequence not a sequence not a sequence not a sequence not a sequence [109]
