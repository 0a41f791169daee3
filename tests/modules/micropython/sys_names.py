# micropython
# sys tells MicroPython's name, and can print an exception with its traceback.
import sys, io
print(sys.implementation.name, sys.implementation[0], len(sys.implementation.version) >= 3)
out = io.StringIO()
try:
    [][1]
except IndexError as e:
    sys.print_exception(e, out)
lines = out.getvalue().split("\n")
print(lines[0], ", line 7, in <module>" in lines[1])
print(lines[2], lines[3:])
# output:
# micropython micropython True
# Traceback (most recent call last): True
# IndexError: list index out of range ['']
