"""The language is CPython 3.11's where Python 3.4 was another: order of evaluation in dicts, calls, empty tuples as targets, versions, repr() of exceptions.

Cause: MicroPython began with Python 3.4.
Workaround: None needed.
MicroPython's tests: basics/python34.
"""
def show(x):
    print(x)
    return x


{show(1): show(2)}
# expect: 1
# expect: 2
() = []
del ()
print(repr(IndexError("foo")))  # expect: IndexError('foo')
try:
    exec("f(**a, b)")
except SyntaxError:
    print("SyntaxError")  # expect: SyntaxError
