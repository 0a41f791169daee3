"""help(x) shows all attributes that CPython's types have, each with its value as repr() shows it.

Cause: MicroPython's types have fewer, and its functions' names are not kept.
Workaround: None needed.
MicroPython's tests: basics/builtin_help.
"""
# micropython
import sys, io


class Screen(io.StringIO):
    pass


old, sys.stdout = sys.stdout, Screen()
help(int)
old, sys.stdout = sys.stdout, old
lines = old.getvalue().splitlines()
print(lines[0])      # expect: object <class 'int'> is of type type
print("  bit_length -- <method 'bit_length' of 'int' objects>" in lines)  # expect: True
