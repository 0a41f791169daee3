"""The modules machine and uctypes, sys.settrace and modules written in C are not there.

Cause: The first two are to come; the debugger of the JavaScript API stands for settrace, modules of the host (option `modules` of `load`) for modules in C.
Workaround: Look for the names before using them, as the tests named here do, which are skipped.
MicroPython's tests: basics/memoryview_slice_size, basics/subclass_native_call, misc/cexample_module, misc/sys_settrace_generator.
"""
# skip cpython: it has settrace
import sys
for name in "machine", "uctypes", "cexample":
    try:
        __import__(name)
    except ImportError:
        print("no", name)
# expect: no machine
# expect: no uctypes
# expect: no cexample
print(hasattr(sys, "settrace"))  # expect: False
