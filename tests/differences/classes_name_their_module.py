"""repr() of a class has its module's name, and a class of exceptions that makes something else is told by CPython's message.

Cause: MicroPython leaves the module out, and has one message for all.
Workaround: `__name__` is the bare name.
MicroPython's tests: basics/subclass_native_exc_new.
"""
class Odd(BaseException):
    def __new__(cls):
        return 1


print(Odd)  # expect: <class '__main__.Odd'>
try:
    raise Odd
except TypeError as e:
    print(str(e)[:56])  # expect: calling <class '__main__.Odd'> should have returned an i
