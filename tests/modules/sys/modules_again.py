# Modules taken out of sys.modules are filled again, however often.
import sys

for i in range(300):
    for name in ("builtins", "math", "sys", "time", "gc", "io"):
        sys.modules.pop(name, None)
        __import__(name)
import builtins
import math

print(math.floor(2.5), builtins.len("abc"))     # expect: 2 3
print([len(str(10 ** i)) for i in range(3)])    # expect: [1, 2, 3]
