"""Attributes of built-in modules can be set, as in CPython.

Cause: MicroPython keeps most of them in read-only memory.
Workaround: None needed.
MicroPython's tests: basics/module2.
"""
import sys, math
sys.x = 1
math.pi = 3
print(sys.x, math.pi)  # expect: 1 3
