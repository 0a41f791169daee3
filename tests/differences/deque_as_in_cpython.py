"""deque() takes any iterable and needs no length, as in CPython; the messages of its errors are CPython's.

Cause: MicroPython's deque begins empty and has a fixed length.
Workaround: None needed: deque((), n, flags) works as well.
MicroPython's tests: basics/deque2.
"""
from collections import deque
print(deque([1, 2, 3], 2), deque(()))  # expect: deque([2, 3], maxlen=2) deque([])
try:
    deque().popleft()
except IndexError as e:
    print(repr(e))  # expect: IndexError('pop from an empty deque')
