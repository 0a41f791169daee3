"""const() of what is no constant is a plain call, and constants whose names begin with an underscore remain variables.

Cause: Programs that bring a const() of their own, for CPython, mean that. mpy-cross (pure mode of the compiler) is as strict as
MicroPython's.
Workaround: None needed.
MicroPython's tests: micropython/const, micropython/const_error.
"""
# micropython
from micropython import const
_A = const(12)
B = const(len("abc"))
print(_A, B, "_A" in globals())  # expect: 12 3 True


class C:
    _Z = const(2)


print(hasattr(C, "_Z"))  # expect: True
