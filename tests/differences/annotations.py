"""Annotations are checked as syntax and then dropped: __annotations__ is empty.

Cause: MicroPython's bytecode has no place for them, and they would take memory on small devices.
Workaround: Pass types as values, for example in a class attribute or to a decorator.
"""
# skip cpython: it keeps annotations
def f(x: int, *args: str) -> list: pass
class C:
    y: float = 1.5
z: no_such_name
print(f.__annotations__, C.__annotations__)  # expect: {} {}
print(C.y)  # expect: 1.5
