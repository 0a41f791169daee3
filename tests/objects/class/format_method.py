# __format__ gets the specification; object's refuses any but the empty one.
class F:
    def __format__(self, spec): return "<%s>" % spec
f = F()
print(format(f), format(f, "abc"), "{:x}".format(f), f"{f:>10}", "{0} {0:y}".format(f))
# expect: <> <abc> <x> <>10> <> <y>
class Plain:
    def __str__(self): return "plain"
print(format(Plain()), f"{Plain()}", f"{Plain()!s:>8}")  # expect: plain plain    plain
try:
    format(Plain(), "5")
except TypeError:
    print("TypeError")  # expect: TypeError
class Bad:
    def __format__(self, spec): return 5
try:
    format(Bad())
except TypeError:
    print("TypeError")  # expect: TypeError
