"""int() of a text with a prefix (0x) needs base 0 or the right one, as in CPython: else ValueError.

Cause: MicroPython takes the prefix in base 10 too.
Workaround: int(text, 0).
MicroPython's tests: basics/nanbox_smallint.
"""
try:
    int("0x80000000")
except ValueError:
    print("ValueError")  # expect: ValueError
print(int("0x80000000", 0), int("-0x3f", 16))  # expect: 2147483648 -63
