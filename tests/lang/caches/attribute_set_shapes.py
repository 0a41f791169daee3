# One attribute assignment sees many shapes, adds and replaces.
class P: pass
def set_(o, v): o.a = v
objects = []
for i in range(12):
    o = P()
    if i % 2: o.z = 0
    if i % 3 == 0: o.a = "old"
    if i % 4 == 0: o.b = 0
    set_(o, i)
    set_(o, o.a * 10)
    objects.append(o)
print([o.a for o in objects], [sorted(vars(o)) for o in objects[:4]])
# expect: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110] [['a', 'b'], ['a', 'z'], ['a'], ['a', 'z']]
class Q(P):
    def __setattr__(self, name, v): object.__setattr__(self, name, ("hook", v))
class R(P):
    @property
    def a(self): return "read only"
class S:
    __slots__ = ("a",)
q, s = Q(), S()
set_(q, 1)
set_(s, 2)
print(q.a, s.a)  # expect: ('hook', 1) 2
for bad in (R(), 5, "x", None):
    try:
        set_(bad, 1)
    except AttributeError:
        print("AttributeError", end=" ")
print()  # expect: AttributeError AttributeError AttributeError AttributeError
o = P()
set_(o, 1)
P.a = property(lambda self: "now a property", lambda self, v: None)
set_(o, 2)
print(o.a, vars(o))  # expect: now a property {'a': 1}
