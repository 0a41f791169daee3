# Built-in functions and methods called with objects whose special methods make garbage and change what is being used.
# They run under stress (fuzzing.stress: collect at every safepoint). tests/fuzz/natives.mjs runs this once in an instance, then trial(seed) many times.
from fuzzing import stress
import array, bisect, binascii, cmath, collections, functools, heapq, io, itertools, json, math, operator, random, re, struct

class Random:
    def __init__(self, seed): self.state = seed & 0xffffffff or 1
    def below(self, n):
        x = self.state
        x ^= x << 13 & 0xffffffff; x ^= x >> 17; x ^= x << 5 & 0xffffffff
        self.state = x
        return (x >> 3) % n
    def pick(self, items): return items[self.below(len(items))]

class World: pass
W = World()

def fresh(r):
    """What hooks change while natives use it."""
    W.r = r
    W.depth = 9                                          # no disturbance yet
    W.list = [3, 1, Evil(2), "x", 2.5][: 2 + r.below(4)]
    W.ints = [5, 3, 9, 1]
    W.bytes = bytearray(b"abcdefgh" * (1 + r.below(12)))
    W.dict = {"k": 1, 2: "two", Evil(1): 3}
    W.set = {1, "a", Evil(4)}
    W.deque = collections.deque([1, Evil(2), 3], 5)
    W.ordered = collections.OrderedDict(a=1, b=2)
    W.array = array.array("h", [1, 2, 3, 4])
    W.io = io.BytesIO(b"line 1\nline 2\n")
    W.mode = r.below(9)
    W.depth = 0

def disturb():
    """In every hook: garbage, so that what was freed is used anew, and changes."""
    if W.depth > 3: return
    W.depth += 1
    junk = [[i, str(i) + "x" * 20] for i in range(2)]
    r, mode = W.r, W.mode
    try:
        if mode == 0: W.list.clear(); W.bytes.clear(); W.dict.clear(); W.set.clear(); W.deque.clear()
        elif mode == 1: W.list.append(junk); W.bytes.extend(b"y" * 300); W.dict[len(W.dict)] = junk; W.deque.append(junk)
        elif mode == 2: W.list[:] = []; W.array[:] = array.array("h"); W.io.truncate(0); W.ordered.clear()
        elif mode == 3: W.list.extend(junk * 50); W.set.update(range(50)); W.ordered["z"] = 1; W.array.extend([1] * 99)
        elif mode == 4: W.bytes = bytearray(); W.list = []; W.dict = {}; W.array = None; W.set = set()
        elif mode == 5 and r.below(3) == 0: raise r.pick([ValueError, TypeError, StopIteration, KeyError, OSError])(1)
        elif mode == 6: W.list.pop(); W.bytes.pop(); W.dict.popitem(); W.set.pop(); W.deque.popleft(); W.ints.clear()
    finally:
        W.depth -= 1

class Evil:
    """Whatever is asked of it, it answers with something that passes, after a disturbance."""
    def __init__(self, value): self.value = value
    def number(self): disturb(); return self.value
    __index__ = __int__ = number
    def __float__(self): disturb(); return float(self.value)
    def __complex__(self): disturb(); return complex(self.value)
    def __bool__(self): disturb(); return self.value % 2 == 1
    def __len__(self): disturb(); return self.value % 7
    def __hash__(self): disturb(); return self.value
    def __eq__(self, other): disturb(); return self.value % 3 == 1
    def __lt__(self, other): disturb(); return self.value % 2 == 0
    __gt__ = __le__ = __ge__ = __ne__ = __lt__
    def __repr__(self): disturb(); return "E%d" % self.value
    __str__ = __repr__
    def __format__(self, spec): disturb(); return "<%s>" % spec
    def __bytes__(self): disturb(); return b"evil"
    def __iter__(self): disturb(); return EvilIterator(self.value % 5)
    def __reversed__(self): disturb(); return EvilIterator(3)
    def __getitem__(self, key):
        disturb()
        if isinstance(key, int) and key > 4: raise IndexError
        return Evil(1)
    def __setitem__(self, key, value): disturb()
    def __delitem__(self, key): disturb()
    def __contains__(self, item): disturb(); return True
    def __call__(self, *args, **kw): disturb(); return args[0] if args else 1
    def __add__(self, other): disturb(); return Evil(3)
    __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __mod__ = __rmod__ = __and__ = __rand__ = __or__ = __add__
    __truediv__ = __floordiv__ = __rfloordiv__ = __lshift__ = __pow__ = __rpow__ = __iadd__ = __imul__ = __ior__ = __add__
    def __neg__(self): disturb(); return Evil(2)
    __pos__ = __invert__ = __abs__ = __neg__
    def __round__(self, n=None): disturb(); return 1
    __trunc__ = __floor__ = __ceil__ = __round__
    def __divmod__(self, other): disturb(); return (1, 2)
    def __enter__(self): disturb(); return self
    def __exit__(self, *args): disturb(); return True
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        disturb()
        return Evil(5)
    def __instancecheck__(self, other): disturb(); return False
    def __fspath__(self): disturb(); return "path"
    def keys(self): disturb(); return [Evil(1), "k"]
    def read(self, n=-1): disturb(); return W.bytes if n == -1 else b"ab"
    def write(self, data): disturb(); return 1
    def readinto(self, b): disturb(); return 1
    def readline(self, n=-1): disturb(); return ""

class EvilIterator:
    def __init__(self, n): self.n = n
    def __iter__(self): disturb(); return self
    def __length_hint__(self): disturb(); return self.n * 10
    def __next__(self):
        disturb()
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return W.r.pick([Evil(self.n), (Evil(1), Evil(2)), self.n, "ab", b"c"])

class EvilList(list):
    def __len__(self): disturb(); return list.__len__(self)
    def __iter__(self): disturb(); return EvilIterator(3)
    def __getitem__(self, i): disturb(); return Evil(1)
class EvilDict(dict):
    def __missing__(self, key): disturb(); return Evil(1)
    def __getitem__(self, key): disturb(); return 1
    def keys(self): disturb(); return EvilIterator(3)
class EvilStr(str):
    def __hash__(self): disturb(); return 1
    def __eq__(self, other): disturb(); return False
    def __len__(self): disturb(); return 2
    def __str__(self): disturb(); return "evil"
class EvilInt(int):
    def __index__(self): disturb(); return 3
    def __eq__(self, other): disturb(); return False
    def __lt__(self, other): disturb(); return True
    def __hash__(self): disturb(); return 7
class EvilMeta(type):
    def __call__(cls, *args): disturb(); return Evil(1)
    def __instancecheck__(cls, other): disturb(); return True
    def __getattr__(cls, name): disturb(); raise AttributeError(name)
    def __iter__(cls): disturb(); return iter([Evil(1)])
class EvilType(metaclass=EvilMeta): pass
class EvilAttributes:
    def __getattribute__(self, name): disturb(); return object.__getattribute__(self, name)
    def __setattr__(self, name, value): disturb(); object.__setattr__(self, name, value)
    def __delattr__(self, name): disturb()
    @property
    def value(self): disturb(); return 3
class EvilFile(io.IOBase):
    def readinto(self, b):
        disturb()
        b[:1] = b"x"
        return 1 if W.r.below(3) else 0
    def write(self, b): disturb(); return len(b)
    def ioctl(self, op, arg): disturb(); return 0

def generator():
    for i in range(4):
        disturb()
        yield W.r.pick([i, Evil(i), (i, Evil(i)), "s"])

def evil_values():
    """One of each kind."""
    return [
        lambda: Evil(W.r.below(9)), lambda: Evil(2), lambda: EvilIterator(3), lambda: EvilList([1, 2, Evil(3)]),
        lambda: EvilDict(a=1), lambda: EvilStr("abc"), lambda: EvilInt(3), lambda: EvilType, EvilAttributes, EvilFile,
        generator, lambda: disturbing, lambda: [Evil(1), Evil(2), Evil(3)], lambda: (Evil(1), Evil(2)),
        lambda: {Evil(1): Evil(2)}, lambda: {Evil(1)}, lambda: slice(Evil(1), Evil(5), Evil(2)), lambda: map(disturbing, W.list),
        lambda: filter(disturbing, W.ints), lambda: zip(W.list, generator()), lambda: [[Evil(1), 2], [3, Evil(4)]],
        lambda: [("a", Evil(1)), ("b", 2)], lambda: iter(W.list), lambda: iter(W.dict), lambda: iter(W.set), lambda: reversed(W.list),
    ]
def disturbing(*args, **kw):
    disturb()
    return args[-1] if args else Evil(1)
def shared_values():
    return [
        lambda: W.list, lambda: W.ints, lambda: W.bytes, lambda: W.dict, lambda: W.set, lambda: W.deque, lambda: W.ordered,
        lambda: W.array, lambda: memoryview(W.bytes), lambda: W.io, lambda: memoryview(W.array), lambda: W.dict.keys(),
        lambda: W.dict.items(), lambda: memoryview(W.bytes)[1:5],
    ]
def plain_values():
    return [
        lambda: 0, lambda: 1, lambda: 3, lambda: -1, lambda: 2 ** 70, lambda: 1.5, lambda: "", lambda: "abc", lambda: "é日本",
        lambda: "%s %r %d", lambda: "{} {0!r:>{1}}", lambda: b"ab", lambda: None, lambda: True, lambda: (), lambda: [],
        lambda: "utf-8", lambda: ",", lambda: "h2s", lambda: int, lambda: list, lambda: ValueError, lambda: range(5), lambda: 2j,
        lambda: "(a)|b", lambda: "a.c", lambda: {}, lambda: "[1, {\"a\": 2}]", lambda: object(), lambda: slice(1, 3),
        lambda: "<%s>" * 3, lambda: "hB", lambda: -5, lambda: 1e300, lambda: "k", lambda: len, lambda: print,
    ]

OPERATIONS = [
    lambda a, b, c: a + b, lambda a, b, c: a - b, lambda a, b, c: a * b, lambda a, b, c: a / b, lambda a, b, c: a // b,
    lambda a, b, c: a % b, lambda a, b, c: a & b, lambda a, b, c: a | b, lambda a, b, c: a ^ b, lambda a, b, c: a @ b,
    lambda a, b, c: a < b, lambda a, b, c: a == b, lambda a, b, c: a != b, lambda a, b, c: a >= b, lambda a, b, c: a in b,
    lambda a, b, c: a[b], lambda a, b, c: a[b:c], lambda a, b, c: operator.setitem(a, b, c), lambda a, b, c: operator.delitem(a, b),
    lambda a, b, c: a(b, c), lambda a, b, c: a(*b), lambda a, b, c: a(**b), lambda a, b, c: a(b, *c), lambda a, b, c: a(x=b, **c),
    lambda a, b, c: -a, lambda a, b, c: ~a, lambda a, b, c: f"{a!r:>9} {b} {c:x}", lambda a, b, c: f"{a:{b}}",
    lambda a, b, c: {**a, **b}, lambda a, b, c: [*a, *b, *c], lambda a, b, c: {a: b, c: a}, lambda a, b, c: {a, b, c},
    lambda a, b, c: [x for x in a], lambda a, b, c: {x: y for x, y in a}, lambda a, b, c: unpack(a), lambda a, b, c: augment(a, b),
    lambda a, b, c: matching(a), lambda a, b, c: a if b else c, lambda a, b, c: a.value, lambda a, b, c: assign(a, b, c),
    lambda a, b, c: using(a), lambda a, b, c: print(a, b, sep=c, file=W.text), lambda a, b, c: "%s %r" % (a, b),
    lambda a, b, c: sorted(a, key=disturbing), lambda a, b, c: sorted([a, b, c, a, b]), lambda a, b, c: max(a, b, key=c),
    lambda a, b, c: W.list.sort(key=disturbing), lambda a, b, c: isinstance(a, b), lambda a, b, c: a.__class__(b),
    lambda a, b, c: type("T", (a,), b), lambda a, b, c: type(a)(b, c), lambda a, b, c: setattr(a, "zz", b), lambda a, b, c: throw(a, b),
]
def unpack(a): x, *y = a; return y, x
def augment(a, b): a += b; a *= 2; return a
def assign(a, b, c): a[b:c] = b; return a
def matching(a):
    match a:
        case [x, Evil(), *y]: return x, y
        case {"k": v, **rest}: return v, rest
        case Evil(value=v): return v
        case str() | int(): return 1
def using(a):
    with a as x: return x
def throw(a, b):
    try: raise a from b
    except BaseException as e: return repr(e), e.args

def targets():
    found = []
    avoid = ("exit", "input", "breakpoint", "help", "quit", "exec", "eval", "__import__", "open", "atexit", "settrace", "execfile")
    for module in (builtins_module, array, bisect, binascii, cmath, collections, functools, heapq, io, itertools, json, math, operator,
                   random, re, struct):
        for name in sorted(dir(module)):
            value = getattr(module, name)
            if callable(value) and name not in avoid and not name.startswith("__"): found.append((module.__name__ + "." + name, value))
    return found
import builtins as builtins_module
TARGETS = targets()
HOLDERS = [int, float, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice, memoryview, complex, object, type,
           property, staticmethod, classmethod, enumerate, zip, map, filter, reversed, collections.deque, collections.OrderedDict,
           collections.defaultdict, array.array, io.StringIO, io.BytesIO, type(generator()), type(re.compile("a")), Exception,
           BaseExceptionGroup, type(re.match("a", "a")), functools.partial]
INSTANCES = [lambda: 3, lambda: 2.5, lambda: "a,b", lambda: b"a,b", lambda: W.bytes, lambda: W.list, lambda: (1, Evil(2)),
             lambda: W.dict, lambda: W.set, lambda: frozenset([1, Evil(3)]), lambda: range(9), lambda: slice(Evil(1), 5),
             lambda: memoryview(W.bytes), lambda: 1 + 2j, object, lambda: EvilType, lambda: property(disturbing),
             lambda: staticmethod(disturbing), lambda: classmethod(disturbing), lambda: enumerate(W.list), lambda: zip(W.list, W.ints),
             lambda: map(disturbing, W.list), lambda: filter(disturbing, W.list), lambda: reversed(W.list), lambda: W.deque,
             lambda: W.ordered, lambda: collections.defaultdict(disturbing, a=1), lambda: W.array, lambda: io.StringIO("one\ntwo"),
             lambda: W.io, generator, lambda: re.compile("(a)(b)?|c"), lambda: Exception(Evil(1)),
             lambda: BaseExceptionGroup("m", [ValueError(1), KeyError(2)]), lambda: re.match("(a)(b)?", "ab"),
             lambda: functools.partial(disturbing, Evil(1), x=Evil(2))]
def methods():
    """Those that may fail in ways of their own come up often, those of every object seldom."""
    found = []
    for i in range(len(HOLDERS)):
        for name in sorted(dir(HOLDERS[i])):
            if name in ("__class__", "__init_subclass__", "__subclasshook__", "__subclasscheck__"): continue
            common = name.startswith("__") and hasattr(object, name)
            found += [(i, name)] * (1 if common else 2 if name.startswith("__") else 6)
    return found
METHODS = methods()
PLAIN, EVIL = plain_values(), evil_values()
SHARED = shared_values()

class Poisoned(BaseException): pass

def look(result):
    """Uses a result a little; what a freed cell holds must not be in it."""
    text = repr(result) if not isinstance(result, (int, str)) else ""
    if "\\xd8\\xd8\\xd8" in text or "-10024" in text and "d8d8" in text: raise Poisoned(text[:200])
    if isinstance(result, str) and "\udcd8\udcd8" in result: raise Poisoned(ascii(result)[:200])
    if hasattr(result, "__next__"):
        for i in range(6): next(result)

def attempt(r, log):
    """One call. False: its arguments were of no use."""
    fresh(r)
    W.text = io.StringIO()
    def value():
        kind = r.below(10)
        return r.pick(EVIL if kind < 5 else SHARED if kind < 8 else PLAIN)()
    try:
        if W.kind < 3:
            name, call = W.target
        elif W.kind < 8:
            i, name = W.method
            call = getattr(INSTANCES[i](), name)
            name = HOLDERS[i].__name__ + "." + name
        else:
            name = W.operation
            call = OPERATIONS[name]
        args = [value() for i in range(3 if W.kind >= 8 else r.pick((0, 1, 1, 2, 2, 3)))]
        if log: log(name, [type(a) for a in args], W.mode)
        stress(1)
        look(call(*args) if callable(call) else call)
    except TypeError:
        return False
    except Exception as e:
        if log: log("raised", type(e))
    finally:
        stress(0)
    return True

def trial(seed, log=None):
    r = Random(seed * 2654435761)
    for i in range(4): r.below(2)
    W.kind, W.target, W.method, W.operation = r.below(10), r.pick(TARGETS), r.pick(METHODS), r.below(len(OPERATIONS))
    for i in range(8):
        if attempt(r, log): break
