"""Regular expressions are CPython's: split() knows groups and empty matches, and patterns have no small limits.

Cause: MicroPython's module is a small one.
Workaround: None needed.
MicroPython's tests: extmod/re_limit, extmod/re_split_empty, extmod/re_split_notimpl, extmod/re_stack_overflow.
"""
import re
print(re.compile("( )").split("a b"), re.compile("x*").split("axbc"))
# expect: ['a', ' ', 'b'] ['', 'a', '', 'b', 'c', '']
print(re.match("(a*)*", "aaa").group(), len(re.compile("(a)" * 90).match("a" * 90).groups()))  # expect: aaa 90
