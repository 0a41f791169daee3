# collections.abc and abc: what is known by its methods, what is registered, mixins, abstract methods.
import collections, collections.abc as c
from collections.abc import *
from abc import ABC, ABCMeta, abstractmethod
from array import array
def gen(): yield
async def co(): pass
async def agen(): yield
x = co()
objs = dict(list=[], tuple=(), str="", bytes=b"", bytearray=bytearray(), dict={}, set=set(), frozenset=frozenset(), range=range(0), gen=gen(), co=x, agen=agen(), func=gen, int=5, none=None, keys={}.keys(), items={}.items(), values={}.values(), it=iter([]), map=map(str, []), zip=zip(), enum=enumerate([]), rev=reversed([]), deque=collections.deque(), counter=collections.Counter(), od=collections.OrderedDict(), dd=collections.defaultdict(), cm=collections.ChainMap(), ud=collections.UserDict(), ul=collections.UserList(), us=collections.UserString(""), mv=memoryview(b""), arr=array("b"), type=int, lam=lambda: 0, slice=slice(0), ell=..., cplx=1j, nt=collections.namedtuple("N", "a")(1))
for n, o in objs.items():
    print(n, [a for a in c.__all__ if isinstance(o, getattr(c, a))], [a for a in c.__all__ if issubclass(type(o), getattr(c, a)) != isinstance(o, getattr(c, a))])
    # expect: list ['Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Sequence', 'MutableSequence'] []
    # expect: tuple ['Hashable', 'Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Sequence'] []
    # expect: str ['Hashable', 'Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Sequence'] []
    # expect: bytes ['Hashable', 'Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Sequence', 'ByteString'] []
    # expect: bytearray ['Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Sequence', 'MutableSequence', 'ByteString'] []
    # expect: dict ['Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Mapping', 'MutableMapping'] []
    # expect: set ['Iterable', 'Sized', 'Container', 'Collection', 'Set', 'MutableSet'] []
    # expect: frozenset ['Hashable', 'Iterable', 'Sized', 'Container', 'Collection', 'Set'] []
    # expect: range ['Hashable', 'Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Sequence'] []
    # expect: gen ['Hashable', 'Iterable', 'Iterator', 'Generator'] []
    # expect: co ['Awaitable', 'Coroutine', 'Hashable'] []
    # expect: agen ['AsyncIterable', 'AsyncIterator', 'AsyncGenerator', 'Hashable'] []
    # expect: func ['Hashable', 'Callable'] []
    # expect: int ['Hashable'] []
    # expect: none ['Hashable'] []
    # expect: keys ['Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Set', 'MappingView', 'KeysView'] []
    # expect: items ['Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Set', 'MappingView', 'ItemsView'] []
    # expect: values ['Hashable', 'Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'MappingView', 'ValuesView'] []
    # expect: it ['Hashable', 'Iterable', 'Iterator'] []
    # expect: map ['Hashable', 'Iterable', 'Iterator'] []
    # expect: zip ['Hashable', 'Iterable', 'Iterator'] []
    # expect: enum ['Hashable', 'Iterable', 'Iterator'] []
    # expect: rev ['Hashable', 'Iterable', 'Iterator'] []
    # expect: deque ['Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Sequence', 'MutableSequence'] []
    # expect: counter ['Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Mapping', 'MutableMapping'] []
    # expect: od ['Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Mapping', 'MutableMapping'] []
    # expect: dd ['Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Mapping', 'MutableMapping'] []
    # expect: cm ['Iterable', 'Sized', 'Container', 'Collection', 'Mapping', 'MutableMapping'] []
    # expect: ud ['Iterable', 'Sized', 'Container', 'Collection', 'Mapping', 'MutableMapping'] []
    # expect: ul ['Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Sequence', 'MutableSequence'] []
    # expect: us ['Hashable', 'Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Sequence'] []
    # expect: mv ['Hashable', 'Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Sequence'] []
    # expect: arr ['Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Sequence', 'MutableSequence'] []
    # expect: type ['Hashable', 'Callable'] []
    # expect: lam ['Hashable', 'Callable'] []
    # expect: slice [] []
    # expect: ell ['Hashable'] []
    # expect: cplx ['Hashable'] []
    # expect: nt ['Hashable', 'Iterable', 'Reversible', 'Sized', 'Container', 'Collection', 'Sequence'] []
x.close()
class It:
    def __iter__(self): return self
class Nx(It):
    def __next__(self): return 1
class NoHash:
    __hash__ = None
class NoIt(list):
    __iter__ = None
print(isinstance(It(), Iterable), isinstance(It(), Iterator), isinstance(Nx(), Iterator), isinstance(NoHash(), Hashable), isinstance(NoIt(), Iterable), isinstance(NoIt(), Sequence))
# expect: True False True False True True
for cls in (Sized, Mapping, MutableMapping, Iterator, Generator, Sequence, MutableSequence, Set, MutableSet, Coroutine, Callable, Hashable, AsyncGenerator, Reversible, Collection, MappingView):
    try: print(cls())
    except TypeError as e: print(e)
    # expect: Can't instantiate abstract class Sized with abstract method __len__
    # expect: Can't instantiate abstract class Mapping with abstract methods __getitem__, __iter__, __len__
    # expect: Can't instantiate abstract class MutableMapping with abstract methods __delitem__, __getitem__, __iter__, __len__, __setitem__
    # expect: Can't instantiate abstract class Iterator with abstract method __next__
    # expect: Can't instantiate abstract class Generator with abstract methods send, throw
    # expect: Can't instantiate abstract class Sequence with abstract methods __getitem__, __len__
    # expect: Can't instantiate abstract class MutableSequence with abstract methods __delitem__, __getitem__, __len__, __setitem__, insert
    # expect: Can't instantiate abstract class Set with abstract methods __contains__, __iter__, __len__
    # expect: Can't instantiate abstract class MutableSet with abstract methods __contains__, __iter__, __len__, add, discard
    # expect: Can't instantiate abstract class Coroutine with abstract methods __await__, send, throw
    # expect: Can't instantiate abstract class Callable with abstract method __call__
    # expect: Can't instantiate abstract class Hashable with abstract method __hash__
    # expect: Can't instantiate abstract class AsyncGenerator with abstract methods asend, athrow
    # expect: Can't instantiate abstract class Reversible with abstract methods __iter__, __reversed__
    # expect: Can't instantiate abstract class Collection with abstract methods __contains__, __iter__, __len__
    # expect: MappingView.__init__() missing 1 required positional argument: 'mapping'
class D(MutableMapping):
    def __init__(self, *a, **k):
        self.d = {}
        self.update(*a, **k)
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def __repr__(self): return f"D({self.d})"
d = D({"a": 1}, b=2)
d.update([("c", 3)])
print(d, len(d), "a" in d, "z" in d, d.get("z"), d.get("a"), d.pop("a"), d.pop("a", 9), d.setdefault("q", 7), d.setdefault("b"), sorted(d), sorted(d.items()), d.keys(), d.values(), d.items())
# expect: D({'b': 2, 'c': 3, 'q': 7}) 3 True False None 1 1 9 7 2 ['b', 'c', 'q'] [('b', 2), ('c', 3), ('q', 7)] KeysView(D({'b': 2, 'c': 3, 'q': 7})) ValuesView(D({'b': 2, 'c': 3, 'q': 7})) ItemsView(D({'b': 2, 'c': 3, 'q': 7}))
print(d == {"b": 2, "c": 3, "q": 7}, d != {}, d.keys() & {"b"}, d.keys() | {"zz"} == {"b", "c", "q", "zz"}, ("b", 2) in d.items(), 3 in d.values(), len(d.values()))
# expect: True True {'b'} True True True 3
try: d.pop("nope")
except KeyError as e: print("KeyError", e)  # expect: KeyError 'nope'
try: reversed(d)
except TypeError as e: print(e)  # expect: 'D' object is not reversible
print(d.popitem(), d, d.clear(), d)  # expect: ('b', 2) D({}) None D({})
try: d.popitem()
except KeyError as e: print("KeyError", e)  # expect: KeyError
try: hash(d)
except TypeError as e: print(e)  # expect: unhashable type: 'D'
class L(MutableSequence):
    def __init__(self, *a): self.l = list(a)
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self, i, v): self.l.insert(i, v)
l = L(1, 2, 3)
l.append(4); l.extend([5, 1]); l += (6,); l.reverse(); print(list(l), l.index(1), l.count(1), l.pop(), l.pop(0), 3 in l, list(reversed(l)))
# expect: [6, 1, 5, 4, 3, 2, 1] 1 2 1 6 True [2, 3, 4, 5, 1]
l.remove(3); l.extend(l); print(list(l)); l.clear(); print(list(l), len(l))
# expect: [1, 5, 4, 2, 1, 5, 4, 2]
# expect: [] 0
try: l.index(4)
except ValueError as e: print("VE")  # expect: VE
try: l.pop()
except IndexError as e: print("IE")  # expect: IE
class S(MutableSet):
    def __init__(self, it=()): self.s = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def add(self, x):
        if x not in self.s: self.s.append(x)
    def discard(self, x):
        if x in self.s: self.s.remove(x)
    def __repr__(self): return f"S({self.s})"
a, b = S([1, 2, 3]), S([2, 3, 4])
print(a & b, a | b, a - b, a ^ b, a <= b, a < a, a <= a, a == S([3, 2, 1]), a >= {1}, {1, 2, 3} == a, a.isdisjoint([9]), a & [1], {1, 9} & a, {1, 9} - a, {9} | a)
# expect: S([2, 3]) S([1, 2, 3, 4]) S([1]) S([1, 4]) False False True True True True True S([1]) S([1]) S([9]) S([1, 2, 3, 9])
a |= [7]; a -= [1]; a &= {2, 3, 7}; a ^= [2, 8]; print(a, a.pop(), a.remove(7), a)
# expect: S([8]) 3 None S([8])
try: a.remove(99)
except KeyError as e: print("KeyError", e)  # expect: KeyError 99
a -= a; print(a, len(a))  # expect: S([]) 0
class Q(Sequence):
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return "xyz"[i]
    def __len__(self): return 3
print(list(Q()), "y" in Q(), Q().index("z"), list(reversed(Q())), Q().count("x"))
# expect: ['x', 'y', 'z'] True 2 ['z', 'y', 'x'] 1
class M(ABC):
    @abstractmethod
    def f(self): return "base f"
    @property
    @abstractmethod
    def p(self): ...
    @classmethod
    @abstractmethod
    def c(cls): ...
    @staticmethod
    @abstractmethod
    def s(): ...
for k in (M,):
    try: k()
    except TypeError as e: print(e)
    # expect: Can't instantiate abstract class M with abstract methods c, f, p, s
print(sorted(M.__abstractmethods__))  # expect: ['c', 'f', 'p', 's']
class N(M):
    def f(self): return super().f() + "!"
try: N()
except TypeError as e: print(e)
# expect: Can't instantiate abstract class N with abstract methods c, p, s
class O(N):
    p = 5
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(): return "s"
print(O().f(), O().p, O.c(), O.s(), O.__abstractmethods__, isinstance(O(), M), issubclass(O, M), type(M), M.__mro__)
# expect: base f! 5 O s frozenset() True True <class 'abc.ABCMeta'> (<class '__main__.M'>, <class 'abc.ABC'>, <class 'object'>)
@M.register
class V: pass
class W(V): pass
print(issubclass(V, M), isinstance(W(), M), issubclass(int, M))  # expect: True True False
try: M.register(5)
except TypeError as e: print(e)  # expect: Can only register classes
try: V2 = O.register(M)
except RuntimeError as e: print(e)  # expect: Refusing to create an inheritance cycle
class H(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is H: return hasattr(C, "quack")
        return NotImplemented
class Duck:
    def quack(self): pass
class H2(H): pass
print(isinstance(Duck(), H), isinstance(5, H), isinstance(Duck(), H2))  # expect: True False False
class G(Generator):
    n = 0
    def send(self, v): self.n += 1; return self.n
    def throw(self, *a): super().throw(*a)
g = G()
print(next(g), next(g), g.close(), isinstance(g, Iterator))  # expect: 1 2 None True
print(Iterable[int], Mapping[str, int], Callable.__name__, Iterable.__module__)
# expect: collections.abc.Iterable[int] collections.abc.Mapping[str, int] Callable collections.abc
try:
    match {"a": 1}:
        case {"a": v}: print(v)  # expect: 1
    match D(a=5):
        case {"a": v}: print("D", v)  # expect: D 5
        case _: print("no")
    match L(1, 2):
        case [p, q]: print("L", p, q)  # expect: L 1 2
        case _: print("no")
    match Q():
        case [p, *r]: print("Q", p, r)  # expect: Q x ['y', 'z']
        case _: print("no")
except Exception as e: print(e)
print(dict(D(a=1)), {**D(b=2)}, (lambda **k: k)(**D(z=1)), list(D(a=1)), [*L(1, 2)])
# expect: {'a': 1} {'b': 2} {'z': 1} ['a'] [1, 2]
def f(x):
    return isinstance(x, Iterable)
print(f([]), f(5), issubclass(D, Mapping), issubclass(dict, Mapping), issubclass(Mapping, Collection), issubclass(list, Set))
# expect: True False True True True False

import weakref
class K: pass
k, v = K(), K()
wv, wk, ws = weakref.WeakValueDictionary(), weakref.WeakKeyDictionary(), weakref.WeakSet()
wv["a"] = v; wk[k] = 1; ws.add(k)
print([isinstance(x, MutableMapping) for x in (wv, wk, ws)], isinstance(ws, MutableSet), isinstance(ws, Set))
# expect: [True, True, False] True True
print(wv.setdefault("a") is v, wv.pop("a") is v, wv.pop("a", 5), len(wv), wk.setdefault(k, 9), wk == {k: 1}, dict(wk) == {k: 1}, wk.pop(k), len(wk))
# expect: True True 5 0 1 True True 1 0
for make in (weakref.WeakValueDictionary, weakref.WeakKeyDictionary):
    try: hash(make())
    except TypeError as e: print(e)
    # expect: unhashable type: 'WeakValueDictionary'
    # expect: unhashable type: 'WeakKeyDictionary'
