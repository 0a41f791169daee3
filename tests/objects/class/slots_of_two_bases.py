# Bases whose slots come from the same class go together, whatever each adds to it; two that add slots of their own do not.
class Base: __slots__ = "q"
class WithDict(Base): pass
class Other(Base): pass
class More(Base): __slots__ = "r"
class Less(Base): __slots__ = ()
class Also(Base): __slots__ = "s"

for a, b in ((WithDict, Other), (WithDict, More), (More, WithDict), (Less, WithDict), (WithDict, Less), (More, Less), (Less, More), (More, Also)):
    try:
        class Both(a, b): pass
    except TypeError as e:
        print(e)
        continue
    x = Both()
    x.q, x.z = 1, 2
    if More in (a, b):
        x.r = 3
    print([c.__name__ for c in Both.__mro__], x.q, x.z, getattr(x, "r", None), x.__dict__)

# A slot of a base that the class names again, and has a value for.
try:
    class Again(Base):
        __slots__ = "q"
        q = 1
except ValueError as e:
    print(e)

# An int stands for itself as an index, whatever its class' __index__ says.
class Two(int):
    def __index__(self): return 2
print("abc"[Two(0)], (1, 2, 3)[Two(0):Two(1)], range(5)[Two(1)], [1, 2, 3][Two(0)], "x" * Two(3))

# output:
# ['Both', 'WithDict', 'Other', 'Base', 'object'] 1 2 None {'z': 2}
# ['Both', 'WithDict', 'More', 'Base', 'object'] 1 2 3 {'z': 2}
# ['Both', 'More', 'WithDict', 'Base', 'object'] 1 2 3 {'z': 2}
# ['Both', 'Less', 'WithDict', 'Base', 'object'] 1 2 None {'z': 2}
# ['Both', 'WithDict', 'Less', 'Base', 'object'] 1 2 None {'z': 2}
# ['Both', 'More', 'Less', 'Base', 'object'] 1 2 3 {'z': 2}
# ['Both', 'Less', 'More', 'Base', 'object'] 1 2 3 {'z': 2}
# multiple bases have instance lay-out conflict
# 'q' in __slots__ conflicts with class variable
# a (1,) 1 1 xxx
