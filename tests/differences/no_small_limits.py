"""Names may be longer than 255 bytes, and calls have any number of arguments before *args, as in CPython.

Cause: These are limits of MicroPython's formats; a .mpy file still has them.
Workaround: None needed.
MicroPython's tests: stress/fun_call_limit, stress/qstr_limit.
"""
name = "n" * 1000
exec(name + " = 1")
print(globals()[name], type(name, (), {}).__name__ == name)  # expect: 1 True


def f(*args):
    return len(args)


print(eval("f(" + "1, " * 300 + "*(2, 3), 4)"))  # expect: 303
