"""repr() of an OrderedDict is that of CPython 3.11.

Cause: MicroPython writes it as CPython 3.12 does.
Workaround: Do not compare the text.
MicroPython's tests: basics/ordereddict_eq.
"""
from collections import OrderedDict
print(OrderedDict(a=1, b=2), OrderedDict())  # expect: OrderedDict([('a', 1), ('b', 2)]) OrderedDict()
