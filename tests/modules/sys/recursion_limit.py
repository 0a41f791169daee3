# sys.setrecursionlimit bounds how deep functions call each other.
import sys
old = sys.getrecursionlimit()
print(old >= 1000, sys.intern("abc") == "abc")  # expect: True True


def depth():
    n = 0

    def down():
        nonlocal n
        n += 1
        down()
    try:
        down()
    except RecursionError as e:
        return n, str(e)


sys.setrecursionlimit(200)
print(sys.getrecursionlimit(), 150 < depth()[0] < 200, depth()[1])
# expect: 200 True maximum recursion depth exceeded
sys.setrecursionlimit(5000)
print(4900 < depth()[0] < 5000)  # expect: True
sys.setrecursionlimit(300)
print(200 < depth()[0] < 300, 200 < depth()[0] < 300)  # expect: True True


def at_depth(n):
    if n:
        return at_depth(n - 1)
    try:
        sys.setrecursionlimit(40)
    except RecursionError as e:
        print(str(e).startswith("cannot set the recursion limit to 40 at the recursion depth "))


at_depth(50)  # expect: True
print(sys.getrecursionlimit())  # expect: 300
for bad in (0, -1, "x", 1.5, None, 2 ** 40):
    try:
        print(sys.setrecursionlimit(bad))
    except Exception as e:
        print(type(e).__name__)
# expect: ValueError
# expect: ValueError
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: OverflowError
sys.setrecursionlimit(old)
print(sys.getrecursionlimit() == old)  # expect: True
sys.setrecursionlimit(10 ** 6)
print(sys.getrecursionlimit())  # expect: 1000000
