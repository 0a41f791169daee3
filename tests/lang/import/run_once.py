# A module runs at its first import; later imports give the same module.
import sys
import _counting  # expect: loaded _counting
import _counting as again
_counting.counter[0] += 1
print(again.counter, again is _counting, sys.modules["_counting"] is again)  # expect: [1] True True
del sys.modules["_counting"]
import _counting as fresh  # expect: loaded _counting
print(fresh.counter, fresh is again)  # expect: [0] False
def f():
    global _counting
    import _counting
f()
print(_counting is fresh)  # expect: True
