"""str.startswith() and endswith() take tuples, as in CPython.

Cause: MicroPython takes only str before v1.24.
Workaround: None needed.
MicroPython's tests: basics/string_endswith_upy.
"""
print("foobar".endswith(("bar", "sth")), "foobar".startswith(("x", "fo")))  # expect: True True
