"""sys.implementation.name is 'micropython'.

Cause: Krait is a MicroPython; libraries choose their MicroPython code by this name.
Workaround: None needed; programs for both compare the name.
"""
# skip cpython: it has another name
import sys
print(sys.implementation.name)  # expect: micropython
