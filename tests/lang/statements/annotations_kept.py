# __annotations__ of functions, classes and modules; when annotations are evaluated.
def f(a: int, b: "text" = 1, *args: str, c: (float, 2) = None, d=5, **kw: dict) -> list: pass
print(f.__annotations__)
# expect: {'a': <class 'int'>, 'b': 'text', 'args': <class 'str'>, 'c': (<class 'float'>, 2), 'kw': <class 'dict'>, 'return': <class 'list'>}
def g(x, /, y: 1 + 1): pass
print(g.__annotations__, (lambda x: x).__annotations__)  # expect: {'y': 2} {}
def star(*a: *(7,)): pass
print(star.__annotations__)  # expect: {'a': 7}
log = []
def note(x): log.append(x); return x
@(lambda fn: note("decorated") and fn)
def order(a: note("a") = note("default"), *, b: note("b") = note("kw")) -> note("r"): pass
print(log)  # expect: ['default', 'kw', 'a', 'b', 'r', 'decorated']
try:
    def h(x: no_such_name): pass
except NameError as e:
    print(e)  # expect: name 'no_such_name' is not defined
def local():
    x: no_such_name = 1
    y: also_none
    (z): never = 2
    return x, z
print(local())  # expect: (1, 2)
class C:
    x: int
    y: str = "s"
    (z): note("z") = 3
    if True:
        w: "later"
    def m(self: "C") -> "C": pass
    __p: bool = True
print(C.__annotations__, C.m.__annotations__)
# expect: {'x': <class 'int'>, 'y': <class 'str'>, 'w': 'later', '_C__p': <class 'bool'>} {'self': 'C', 'return': 'C'}
print(hasattr(C, "x"), C.y, C.z, log[-1])  # expect: False s 3 z
class D(C): pass
print(D.__annotations__)  # expect: {}
class E(C):
    q: list[int]
print(E.__annotations__)  # expect: {'q': list[int]}
m: int = 5
n: list
C.attr: note("attr") = 4
d = {}
d["k"]: note("item") = 6
print(__annotations__, m, C.attr, d, log[-2:])
# expect: {'m': <class 'int'>, 'n': <class 'list'>} 5 4 {'k': 6} ['attr', 'item']
try: n
except NameError as e: print(e)  # expect: name 'n' is not defined
try: nowhere.x: int
except NameError as e: print(e)  # expect: name 'nowhere' is not defined
async def co(a: int) -> None: pass
def gen(a: int): yield
print(co.__annotations__, gen.__annotations__)  # expect: {'a': <class 'int'>, 'return': None} {'a': <class 'int'>}
def outer(T):
    def inner(a: T) -> [T]: pass
    class In:
        t: T
    return inner.__annotations__, In.__annotations__
print(outer(int))  # expect: ({'a': <class 'int'>, 'return': [<class 'int'>]}, {'t': <class 'int'>})
class Own:
    def __init__(self, v: int): self.v: int = v
    def _(self: __qualname__): pass
    print(_.__annotations__)  # expect: {'self': 'Own'}
print(Own(3).v, Own.__init__.__annotations__)  # expect: 3 {'v': <class 'int'>}
space = {}
exec("a: int = 1\nb: str", space)
print(space["__annotations__"], "b" in space)  # expect: {'a': <class 'int'>, 'b': <class 'str'>} False
exec("c: float", space)
print(space["__annotations__"])  # expect: {'a': <class 'int'>, 'b': <class 'str'>, 'c': <class 'float'>}
f.__annotations__ = {"a": 1}
print(f.__annotations__)  # expect: {'a': 1}
