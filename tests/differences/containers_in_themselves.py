"""A list that contains itself is written with `[...]`, as in CPython.

Cause: MicroPython recurses until its stack is full: RuntimeError.
Workaround: None needed.
MicroPython's tests: stress/recursive_data.
"""
l = [1]
l.append(l)
print(l)  # expect: [1, [...]]
