"""errno.errorcode is a dict like any other, as in CPython.

Cause: MicroPython keeps it in read-only memory.
Workaround: Copy it before changing it.
MicroPython's tests: basics/dict_fixed.
"""
import errno
errno.errorcode[-1] = "ENONE"
print(errno.errorcode.pop(-1), errno.errorcode[errno.ENOENT])  # expect: ENONE ENOENT
