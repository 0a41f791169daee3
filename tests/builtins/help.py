# help(): a line about Krait; help(x): what x is and has; help("modules"): the modules.
# micropython
import sys, io


class Screen(io.StringIO):
    pass


def shown(*args):
    old, sys.stdout = sys.stdout, Screen()
    try:
        help(*args)
        return sys.stdout.getvalue().splitlines()
    finally:
        sys.stdout = old


class Box:
    size = 3
    def open(self): pass


print(len(shown()))                    # expect: 1
lines = shown(Box)
print(lines[0], len(lines))            # expect: object <class '__main__.Box'> is of type type 3
print(lines[1].split(" at ")[0])       # expect:   open -- <function Box.open
print(lines[2])                        # expect:   size -- 3
print(shown(7)[0])                     # expect: object 7 is of type int
import math
print("  floor -- <built-in function floor>" in shown(math))  # expect: True
lines = shown("modules")
names = " ".join(lines[:-1]).split()
print(lines[-1])                       # expect: Plus any modules on the filesystem
print(names == sorted(names), {"sys", "math", "asyncio", "bisect", "__main__"} <= {*names}, len(names) == len({*names}))
# expect: True True True
print("asyncio" in sys.builtin_module_names, sys.builtin_module_names.count("io"))  # expect: True 1
