"""repr() of a built-in module says so, and functions have their names, as in CPython.

Cause: MicroPython does not keep the names.
Workaround: Do not compare the text.
MicroPython's tests: import/builtin_ext, micropython/const2.
"""
import sys, time
print(sys, time.sleep)  # expect: <module 'sys' (built-in)> <built-in function sleep>
