# __reduce_ex__, __reduce__ and __getstate__: what copy and pickle ask of objects.
class Plain: pass


class Slots:
    __slots__ = ("a", "__b", "c")

    def __init__(self):
        self.a = 1
        self.__b = 2


class Derived(Slots):
    pass


class Items(list): pass


class Number(int): pass


class Args:
    def __getnewargs__(self):
        return 1, 2


class Named:
    def __getnewargs_ex__(self):
        return (1,), {"k": 2}


class Own:
    def __reduce__(self):
        return Own, (5,)


class Above(Own):
    def __reduce_ex__(self, protocol):
        return "above", protocol


class Fault(ValueError): pass


def show(o, protocol=4):
    f, args, *rest = o.__reduce_ex__(protocol)
    print(f.__name__, args, [r if r is None or type(r) in (dict, tuple) else list(r) for r in rest])


plain = Plain()
show(object())             # expect: __newobj__ (<class 'object'>,) [None, None, None]
show(plain)                # expect: __newobj__ (<class '__main__.Plain'>,) [None, None, None]
plain.x = [1]
show(plain)                # expect: __newobj__ (<class '__main__.Plain'>,) [{'x': [1]}, None, None]
show(Slots())              # expect: __newobj__ (<class '__main__.Slots'>,) [(None, {'a': 1, '_Slots__b': 2}), None, None]
derived = Derived()
derived.z = 3
show(derived, 2)           # expect: __newobj__ (<class '__main__.Derived'>,) [({'z': 3}, {'a': 1, '_Slots__b': 2}), None, None]
show(Items("ab"))          # expect: __newobj__ (<class '__main__.Items'>,) [None, ['a', 'b'], None]
show({1: 2})               # expect: __newobj__ (<class 'dict'>,) [None, None, [(1, 2)]]
show(Number(3))            # expect: __newobj__ (<class '__main__.Number'>, 3) [None, None, None]
show("x")                  # expect: __newobj__ (<class 'str'>, 'x') [None, None, None]
show((1, 2))               # expect: __newobj__ (<class 'tuple'>, (1, 2)) [None, None, None]
show(1j)                   # expect: __newobj__ (<class 'complex'>, 0.0, 1.0) [None, None, None]
show(Args())               # expect: __newobj__ (<class '__main__.Args'>, 1, 2) [None, None, None]
show(Named())              # expect: __newobj_ex__ (<class '__main__.Named'>, (1,), {'k': 2}) [None, None, None]
show(Own())                # expect: Own (5,) []
print(Above().__reduce_ex__(3), Above().__reduce__())  # expect: ('above', 3) (<class '__main__.Own'>, (5,))
show({7})                  # expect: set ([7],) [None]
show(bytearray(b"a"))      # expect: bytearray (b'a',) [None]
show(range(1, 9, 2))       # expect: range (1, 9, 2) []
show(slice(2), 0)          # expect: slice (None, 2, None) []
fault = Fault("a", 2)
show(fault)                # expect: Fault ('a', 2) []
fault.more = 1
print(fault.__reduce__())  # expect: (<class '__main__.Fault'>, ('a', 2), {'more': 1})
print(plain.__getstate__(), object().__getstate__(), Slots().__getstate__())
# expect: {'x': [1]} None (None, {'a': 1, '_Slots__b': 2})

for o in (x for x in ()), show, property():
    try:
        o.__reduce_ex__(2)
    except TypeError as e:
        print(e)
# expect: cannot pickle 'generator' object
# expect: cannot pickle 'function' object
# expect: cannot pickle 'property' object


def copy(o):
    f, args, state, items, pairs = (*o.__reduce_ex__(4), None, None, None)[:5]
    c = f(*args)
    d, slots = state if isinstance(state, tuple) else (state, None)
    if d:
        c.__dict__.update(d)
    for name, value in (slots or {}).items():
        setattr(c, name, value)
    for item in items or ():
        c.append(item)
    for key, value in pairs or ():
        c[key] = value
    return c


c = copy(derived)
print(c.z, c.a, c._Slots__b, hasattr(c, "c"), type(c) is Derived)    # expect: 3 1 2 False True
items = Items([1, 2])
items.name = "n"
c = copy(items)
print(c, c.name, type(c).__name__, copy(Number(9)) + 1)        # expect: [1, 2] n Items 10
