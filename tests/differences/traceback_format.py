"""Tracebacks are in MicroPython's format: no source lines, no marks below them.

Cause: Tools that talk to MicroPython boards parse this format; the source need not be there.
Workaround: The attribute `__traceback__` has the frames and line numbers.
"""
# skip cpython: its format shows the source line
import sys, io
def fail():
    raise ValueError("text")
try:
    fail()
except ValueError as e:
    out = io.StringIO()
    sys.print_exception(e, out)
lines = out.getvalue().split("\n")
print(lines[0], len(lines),
      lines[3])  # expect: Traceback (most recent call last): 5 ValueError: text
print(lines[1].endswith("line 11, in <module>"),
      lines[2].endswith("line 9, in fail"))  # expect: True True
