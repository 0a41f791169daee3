"""re.DEBUG is taken, but prints nothing.

Cause: What it prints elsewhere shows how another engine works.
Workaround: None.
MicroPython's tests: extmod/re_debug.
"""
# skip cpython: it prints the pattern's tree
import re
print(re.compile("a|b", re.DEBUG).match("b").group())  # expect: b
