# eval of texts and code, with globals and locals.
x = 10
print(eval("x + 1"), eval(" [i for i in range(3)] "), eval("x * y", {"x": 2, "y": 3}),
      eval("a", {}, {"a": 1}), eval("lambda: 5")())  # expect: 11 [0, 1, 2] 6 1 5
def f():
    y = 7
    return eval("y"), eval("x")
print(f(), eval(compile("1 + 1", "", "eval")), eval(b"3 * 3"), eval("__name__"),
      eval("len('abc')", {}))  # expect: (7, 10) 2 9 __main__ 3
class Names(dict):
    def __missing__(self, k): return k.upper()
print(eval("abc + d", {}, Names()))  # expect: ABCD
for bad in ("1 +", "x = 1", "", "import math", "undefined", "1 / 0"):
    try:
        eval(bad)
    except Exception as e:
        print(type(e).__name__, end=" ")
print()  # expect: SyntaxError SyntaxError SyntaxError SyntaxError NameError ZeroDivisionError
for bad in (lambda: eval(5), lambda: eval("1", 5), lambda: eval()):
    try:
        bad()
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
