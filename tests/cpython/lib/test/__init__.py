# The package `test`: our test.support, and everything else as CPython's library folder has it.
import sys

__path__ = [__path__[0] if isinstance(__path__, list) else __path__, "/library/test"]
