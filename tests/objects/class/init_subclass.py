# __init_subclass__ runs for each subclass, with the class's keyword arguments.
class Plugin:
    registry = []
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry.append((cls.__name__, name))
class A(Plugin, name="first"): pass
class B(A): pass
class C(B, name="third"):
    def __init_subclass__(cls, **kw): print("C's own", cls.__name__, kw)
    # expect: C's own D {'x': 1}
class D(C, x=1): pass
print(Plugin.registry)  # expect: [('A', 'first'), ('B', None), ('C', 'third')]
try:
    class E(Plugin, unknown=1): pass
except TypeError:
    print("TypeError")  # expect: TypeError
try:
    class F(object, k=1): pass
except TypeError:
    print("TypeError")  # expect: TypeError
